//! The store with what it takes to write into it: a clock, fresh identifiers, our own authority. It
//! judges no statement.

use std::ops::ControlFlow;

use serde_json::Value;
use serde_json::json;

use crate::lrs::encoding;
use crate::lrs::moment;
use crate::lrs::moment::Moment;
use crate::lrs::statement::Statement;
use crate::lrs::store::Document;
use crate::lrs::store::Entry;
use crate::lrs::store::Fault;
use crate::lrs::store::Key;
use crate::lrs::store::Order;
use crate::lrs::store::Store;

/// What comes from outside the program.
#[derive(Debug, Clone, Copy)]
pub struct Means {
    /// Milliseconds since 1970.
    pub clock: fn() -> Moment,
    /// Bytes that no one can guess.
    pub random: fn() -> [u8; 16],
}

/// The store with what it takes to write into it.
pub struct Ledger {
    /// What is kept.
    pub store: Box<dyn Store>,
    means: Means,
    base: String,
    last: Moment,
}

impl Ledger {
    /// A ledger served at `base`, an address without a final slash.
    pub fn new(store: Box<dyn Store>, means: Means, base: &str) -> Self {
        let mut last = 0;
        // A store that cannot be read says so at the first request.
        let _ = store.visit(Order::Descending, &mut |entry| {
            last = entry.stored;
            ControlFlow::Break(())
        });
        Self { store, means, base: base.to_owned(), last }
    }

    /// Where the server is, without a final slash.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Now.
    pub fn now(&self) -> Moment {
        (self.means.clock)()
    }

    /// Now, later than every moment given before, so that `stored` orders statements.
    fn tick(&mut self) -> Moment {
        self.last = self.now().max(self.last + 1);
        self.last
    }

    /// A new UUID.
    pub fn uuid(&self) -> String {
        encoding::uuid((self.means.random)())
    }

    /// A new secret.
    pub fn secret(&self) -> String {
        encoding::base64(encoding::hex(&(self.means.random)()).as_bytes())
    }

    /// Who vouches for what is kept here.
    pub fn authority(&self) -> Value {
        json!({ "objectType": "Agent", "account": { "homePage": self.base, "name": "filiere-lrs" } })
    }

    /// Writes statements of the LMS itself.
    pub fn record(&mut self, statements: Vec<Statement>, version: &str) -> Result<(), Fault> {
        let named = |statement: Statement| (statement.id().unwrap_or_else(|| self.uuid()), statement);
        let statements = statements.into_iter().map(named).collect();
        self.enter(statements, version)
    }

    /// Writes new statements, all or none, each under its id, with what an LRS adds to them.
    pub fn enter(&mut self, statements: Vec<(String, Statement)>, version: &str) -> Result<(), Fault> {
        let mut entries = Vec::with_capacity(statements.len());
        for (id, statement) in statements {
            let stored = self.tick();
            let voids = statement.voids();
            let value = self.completed(statement.into_value(), &id, stored, version);
            entries.push(Entry { id, stored, voids, value });
        }
        self.store.append(entries)
    }

    /// Whether a statement can be read as such: it was not taken back. What takes back cannot be
    /// taken back itself (xAPI 1.0.3 Data 2.3.2).
    pub fn stands(&self, entry: &Entry) -> Result<bool, Fault> {
        Ok(entry.voids.is_some() || !self.store.is_voided(&entry.id)?)
    }

    fn completed(&self, mut value: Value, id: &str, stored: Moment, version: &str) -> Value {
        let stored = moment::format(stored);
        let fields = value.as_object_mut().expect("a statement is an object");
        fields.insert("id".to_owned(), json!(id));
        fields.entry("timestamp").or_insert_with(|| json!(stored));
        fields.entry("version").or_insert_with(|| json!(version));
        fields.insert("stored".to_owned(), json!(stored));
        fields.insert("authority".to_owned(), self.authority());
        listed(&mut value);
        value
    }

    /// Writes a document.
    pub fn keep(&mut self, key: &Key, media: &str, body: Vec<u8>) -> Result<(), Fault> {
        let updated = self.tick();
        self.store.put(key, Document { media: media.to_owned(), body, updated })
    }
}

/// Makes lists of lone context activities (xAPI 1.0.3 Data 2.4.6.2).
pub fn listed(statement: &mut Value) {
    if let Some(Value::Object(kinds)) = statement.pointer_mut("/context/contextActivities") {
        for value in kinds.values_mut().filter(|value| value.is_object()) {
            *value = Value::Array(vec![value.take()]);
        }
    }
    if let Some(inner) = statement.get_mut("object").filter(|object| object["objectType"] == "SubStatement") {
        listed(inner);
    }
}

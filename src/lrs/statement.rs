//! A statement that was found right, as it was sent; what an LRS adds to it comes later.

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::access::Version;
use crate::lrs::rules;

/// A statement that was found right, as it was sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    value: Value,
}

impl Statement {
    /// Reads a statement that stands at `at` in what was sent.
    pub fn read(value: Value, at: &str, version: Version) -> Result<Self, Refusal> {
        rules::statement(&value, at, version)?;
        Ok(Self { value })
    }

    /// A statement that the LMS itself writes.
    pub fn ours(value: Value) -> Self {
        Self { value }
    }

    /// The whole.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The whole, owned.
    pub fn into_value(self) -> Value {
        self.value
    }

    /// Its id in lower case, when it has one.
    pub fn id(&self) -> Option<String> {
        self.text("/id").map(str::to_lowercase)
    }

    /// The IRI of its verb.
    pub fn verb(&self) -> &str {
        self.text("/verb/id").unwrap_or_default()
    }

    /// The statement that it takes back, when it does that.
    pub fn voids(&self) -> Option<String> {
        let id = self.object_id().filter(|_| self.verb() == rules::VOIDED);
        id.map(str::to_lowercase)
    }

    /// The IRI of its object, or the id of the statement that it refers to.
    pub fn object_id(&self) -> Option<&str> {
        self.text("/object/id")
    }

    /// What stands at a JSON pointer (RFC 6901).
    pub fn get(&self, pointer: &str) -> Option<&Value> {
        self.value.pointer(pointer)
    }

    /// The text at a JSON pointer.
    pub fn text(&self, pointer: &str) -> Option<&str> {
        self.get(pointer)?.as_str()
    }
}

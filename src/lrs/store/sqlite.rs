//! The store in a file, which outlives the process; it reads statements as they were written.

use std::ops::ControlFlow;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::OptionalExtension;
use rusqlite::Row;
use rusqlite::params;
use serde_json::Value;

use crate::lrs::moment::Moment;
use crate::lrs::store::Document;
use crate::lrs::store::Entry;
use crate::lrs::store::Fault;
use crate::lrs::store::Key;
use crate::lrs::store::Order;
use crate::lrs::store::Resource;
use crate::lrs::store::Shelf;
use crate::lrs::store::Store;

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS statement (
        stored INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, voids TEXT, value TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS voided ON statement (voids) WHERE voids IS NOT NULL;
    CREATE TABLE IF NOT EXISTS document (
        resource INTEGER, activity TEXT, agent TEXT, registration TEXT, id TEXT,
        media TEXT NOT NULL, body BLOB NOT NULL, updated INTEGER NOT NULL,
        PRIMARY KEY (resource, activity, agent, registration, id)
    ) WITHOUT ROWID;
";

/// The store in a file.
#[derive(Debug)]
pub struct Sqlite(Connection);

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self(error.to_string())
    }
}

impl Sqlite {
    /// Opens the file, or makes it.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let connection = Connection::open(path)?;
        connection.execute_batch(TABLES)?;
        Ok(Self(connection))
    }
}

/// The number of a resource in the file; it never changes.
fn number(resource: Resource) -> i64 {
    match resource {
        Resource::State => 1,
        Resource::ActivityProfile => 2,
        Resource::AgentProfile => 3,
    }
}

fn entry(row: &Row<'_>) -> Result<Entry, rusqlite::Error> {
    let text: String = row.get("value")?;
    // A file that someone else wrote into may hold anything.
    let value = serde_json::from_str(&text).unwrap_or(Value::Null);
    Ok(Entry { id: row.get("id")?, stored: row.get("stored")?, voids: row.get("voids")?, value })
}

impl Store for Sqlite {
    fn append(&mut self, entries: Vec<Entry>) -> Result<(), Fault> {
        let transaction = self.0.transaction()?;
        for entry in entries {
            transaction.execute(
                "INSERT INTO statement (stored, id, voids, value) VALUES (?1, ?2, ?3, ?4)",
                params![entry.stored, entry.id, entry.voids, entry.value.to_string()],
            )?;
        }
        Ok(transaction.commit()?)
    }

    fn is_voided(&self, id: &str) -> Result<bool, Fault> {
        let mut query = self.0.prepare("SELECT 1 FROM statement WHERE voids = ?1")?;
        Ok(query.exists([id])?)
    }

    fn statement(&self, id: &str) -> Result<Option<Entry>, Fault> {
        let mut query = self.0.prepare("SELECT * FROM statement WHERE id = ?1")?;
        Ok(query.query_row([id], entry).optional()?)
    }

    fn visit(&self, order: Order, visitor: &mut dyn FnMut(&Entry) -> ControlFlow<()>) -> Result<(), Fault> {
        let mut query = self.0.prepare(match order {
            Order::Ascending => "SELECT * FROM statement ORDER BY stored",
            Order::Descending => "SELECT * FROM statement ORDER BY stored DESC",
        })?;
        for entry in query.query_map([], entry)? {
            if visitor(&entry?).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn put(&mut self, key: &Key, document: Document) -> Result<(), Fault> {
        let Shelf { resource, activity, agent, registration } = &key.shelf;
        self.0.execute(
            "INSERT OR REPLACE INTO document
             (resource, activity, agent, registration, id, media, body, updated)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                number(*resource),
                activity,
                agent,
                registration,
                key.id,
                document.media,
                document.body,
                document.updated
            ],
        )?;
        Ok(())
    }

    fn document(&self, key: &Key) -> Result<Option<Document>, Fault> {
        let Shelf { resource, activity, agent, registration } = &key.shelf;
        let mut query = self.0.prepare(
            "SELECT media, body, updated FROM document WHERE
             resource = ?1 AND activity = ?2 AND agent = ?3 AND registration = ?4 AND id = ?5",
        )?;
        let found = query
            .query_row(params![number(*resource), activity, agent, registration, key.id], |row| {
                Ok(Document { media: row.get(0)?, body: row.get(1)?, updated: row.get(2)? })
            });
        Ok(found.optional()?)
    }

    fn delete(&mut self, key: &Key) -> Result<(), Fault> {
        let Shelf { resource, activity, agent, registration } = &key.shelf;
        self.0.execute(
            "DELETE FROM document WHERE
             resource = ?1 AND activity = ?2 AND agent = ?3 AND registration = ?4 AND id = ?5",
            params![number(*resource), activity, agent, registration, key.id],
        )?;
        Ok(())
    }

    fn ids(&self, shelf: &Shelf) -> Result<Vec<(String, Moment)>, Fault> {
        let Shelf { resource, activity, agent, registration } = shelf;
        let mut query = self.0.prepare(
            "SELECT id, updated FROM document WHERE
             resource = ?1 AND activity = ?2 AND agent = ?3 AND registration = ?4 ORDER BY id",
        )?;
        let found = query.query_map(params![number(*resource), activity, agent, registration], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn shelves(&self, shelf: &Shelf) -> Result<Vec<Shelf>, Fault> {
        let mut query = self.0.prepare(
            "SELECT DISTINCT registration FROM document WHERE
             resource = ?1 AND activity = ?2 AND agent = ?3 ORDER BY registration",
        )?;
        let found = query.query_map(params![number(shelf.resource), shelf.activity, shelf.agent], |row| {
            Ok(Shelf { registration: row.get(0)?, ..shelf.clone() })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    fn reset(&mut self) -> Result<(), Fault> {
        Ok(self.0.execute_batch("DELETE FROM statement; DELETE FROM document;")?)
    }
}

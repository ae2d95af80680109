//! What is kept, in memory or in a file: statements in the order they came, and documents. A store
//! applies no rule of xAPI.

mod memory;
mod sqlite;

use std::ops::ControlFlow;

use serde_json::Value;

use crate::lrs::moment::Moment;

pub use memory::Memory;
pub use sqlite::Sqlite;

/// The store could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(pub String);

/// A statement as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its id, in lower case.
    pub id: String,
    /// When it was stored; no two are equal.
    pub stored: Moment,
    /// The statement that it takes back, in lower case.
    pub voids: Option<String>,
    /// The whole statement.
    pub value: Value,
}

/// Which statements come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The oldest.
    Ascending,
    /// The newest.
    Descending,
}

/// Which kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resource {
    /// `activities/state`
    State,
    /// `activities/profile`
    ActivityProfile,
    /// `agents/profile`
    AgentProfile,
}

/// Where documents stand; what a resource does not use is empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shelf {
    /// Kind.
    pub resource: Resource,
    /// IRI of the activity.
    pub activity: String,
    /// The agent in its one canonical form.
    pub agent: String,
    /// The registration, in lower case; empty when there is none.
    pub registration: String,
}

/// One document's place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Where it stands.
    pub shelf: Shelf,
    /// State id or profile id.
    pub id: String,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Content type, as sent.
    pub media: String,
    /// Its bytes.
    pub body: Vec<u8>,
    /// When it was last written.
    pub updated: Moment,
}

/// Statements and documents.
pub trait Store: Send {
    /// Adds statements, all or none; the ids are new.
    fn append(&mut self, entries: Vec<Entry>) -> Result<(), Fault>;
    /// Whether some statement takes this one back; it may have come before.
    fn is_voided(&self, id: &str) -> Result<bool, Fault>;
    /// One statement, voided or not.
    fn statement(&self, id: &str) -> Result<Option<Entry>, Fault>;
    /// Shows statements until the visitor breaks.
    fn visit(&self, order: Order, visitor: &mut dyn FnMut(&Entry) -> ControlFlow<()>) -> Result<(), Fault>;
    /// Writes a document in place of what is there.
    fn put(&mut self, key: &Key, document: Document) -> Result<(), Fault>;
    /// One document.
    fn document(&self, key: &Key) -> Result<Option<Document>, Fault>;
    /// Removes a document, if it is there.
    fn delete(&mut self, key: &Key) -> Result<(), Fault>;
    /// Ids and dates of the documents of one shelf, by id.
    fn ids(&self, shelf: &Shelf) -> Result<Vec<(String, Moment)>, Fault>;
    /// Every shelf with documents that differs from this one by its registration at most.
    fn shelves(&self, shelf: &Shelf) -> Result<Vec<Shelf>, Fault>;
    /// Forgets all.
    fn reset(&mut self) -> Result<(), Fault>;
}

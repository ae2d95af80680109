//! The store that lasts as long as the process; it writes no file.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

use crate::lrs::moment::Moment;
use crate::lrs::store::Document;
use crate::lrs::store::Entry;
use crate::lrs::store::Fault;
use crate::lrs::store::Key;
use crate::lrs::store::Order;
use crate::lrs::store::Shelf;
use crate::lrs::store::Store;

/// The store that lasts as long as the process.
#[derive(Debug, Default)]
pub struct Memory {
    entries: Vec<Entry>,
    /// Place of each statement in `entries`.
    places: BTreeMap<String, usize>,
    voided: BTreeSet<String>,
    documents: BTreeMap<Key, Document>,
}

impl Store for Memory {
    fn append(&mut self, entries: Vec<Entry>) -> Result<(), Fault> {
        for entry in entries {
            self.places.insert(entry.id.clone(), self.entries.len());
            self.voided.extend(entry.voids.clone());
            self.entries.push(entry);
        }
        Ok(())
    }

    fn is_voided(&self, id: &str) -> Result<bool, Fault> {
        Ok(self.voided.contains(id))
    }

    fn statement(&self, id: &str) -> Result<Option<Entry>, Fault> {
        Ok(self.places.get(id).and_then(|&place| self.entries.get(place)).cloned())
    }

    fn visit(&self, order: Order, visitor: &mut dyn FnMut(&Entry) -> ControlFlow<()>) -> Result<(), Fault> {
        let _stopped = match order {
            Order::Ascending => self.entries.iter().try_for_each(visitor),
            Order::Descending => self.entries.iter().rev().try_for_each(visitor),
        };
        Ok(())
    }

    fn put(&mut self, key: &Key, document: Document) -> Result<(), Fault> {
        self.documents.insert(key.clone(), document);
        Ok(())
    }

    fn document(&self, key: &Key) -> Result<Option<Document>, Fault> {
        Ok(self.documents.get(key).cloned())
    }

    fn delete(&mut self, key: &Key) -> Result<(), Fault> {
        self.documents.remove(key);
        Ok(())
    }

    fn ids(&self, shelf: &Shelf) -> Result<Vec<(String, Moment)>, Fault> {
        let found = self.documents.iter().filter(|(key, _)| key.shelf == *shelf);
        Ok(found.map(|(key, document)| (key.id.clone(), document.updated)).collect())
    }

    fn shelves(&self, shelf: &Shelf) -> Result<Vec<Shelf>, Fault> {
        let near =
            |known: &&Shelf| Shelf { registration: shelf.registration.clone(), ..(*known).clone() } == *shelf;
        let mut found: Vec<Shelf> =
            self.documents.keys().map(|key| &key.shelf).filter(near).cloned().collect();
        found.dedup();
        Ok(found)
    }

    fn reset(&mut self) -> Result<(), Fault> {
        *self = Self::default();
        Ok(())
    }
}

//! Keeps which ids are taken, so that each is unique; what an id names is its caller's.

use std::collections::BTreeMap;

use crate::check::findings;
use crate::diag::Sink;
use crate::diag::Span;
use crate::source::Spanned;

/// Ids that are taken, with the place of each.
#[derive(Debug, Default)]
pub struct Ids {
    taken: BTreeMap<String, Span>,
}

impl Ids {
    /// Takes an id; one that is taken already is reported.
    pub fn take(&mut self, id: &Spanned<String>, sink: &mut Sink) -> bool {
        self.take_as(&id.value, &id.value, id.span, sink)
    }

    /// Takes `key`, which people write as `shown`.
    pub fn take_as(&mut self, key: &str, shown: &str, span: Span, sink: &mut Sink) -> bool {
        if let Some(first) = self.taken.get(key) {
            sink.push(findings::repeated(shown, span, *first));
            return false;
        }
        self.taken.insert(key.to_owned(), span);
        true
    }

    /// Where an id was taken.
    pub fn place(&self, id: &str) -> Option<Span> {
        self.taken.get(id).copied()
    }
}

/// The id that `make` reads; one that is not a slug is reported.
pub fn slug<T>(id: &Spanned<String>, make: fn(&str) -> Option<T>, sink: &mut Sink) -> Option<T> {
    let made = make(&id.value);
    if made.is_none() {
        sink.push(findings::malformed(id));
    }
    made
}

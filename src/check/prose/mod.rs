//! Prose as written → prose of the model: names resolved, notations converted, text typeset.
//!
//! It judges no question and reads no module.yaml: `check` builds [`Names`] and calls it per field.

mod block;
mod fence;
mod files;
mod inline;
mod links;
mod names;
mod page;
mod role;
mod scope;
mod table;
mod text;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::check::prose::scope::within;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::model::Figure;
use crate::model::Inline;
use crate::model::LangTag;
use crate::model::Prose;
use crate::notation::Lang;
use crate::source::Object;

pub use crate::source::markdown::Item;
pub use crate::source::markdown::Marker;
pub use crate::source::markdown::Named;
pub use crate::source::markdown::list;
pub use crate::source::markdown::named;
pub use names::FileNames;
pub use names::Names;
pub use names::PageNames;
pub use names::Used;
pub use page::PageParts;
pub use page::page;
pub use page::page_id;

/// The prose of a field; `None` after an error.
pub fn prose(text: &Fragment, names: &Names, sink: &mut Sink) -> Option<Prose> {
    prompt(text, names, &BTreeSet::new(), sink)
}

/// The prose of a prompt in which `[name]` is a blank for each name of `blanks`.
pub fn prompt(text: &Fragment, names: &Names, blanks: &BTreeSet<String>, sink: &mut Sink) -> Option<Prose> {
    within(names, blanks, sink, |scope| scope.field(text))
}

/// A single run of text: a paragraph without blocks.
pub fn inline(text: &Fragment, names: &Names, sink: &mut Sink) -> Option<Vec<Inline>> {
    within(names, &BTreeSet::new(), sink, |scope| scope.run(text))
}

/// The figure of a `{figure}` block or of a question's `figure:`.
pub fn figure(object: &Object, names: &Names, sink: &mut Sink) -> Option<Figure> {
    within(names, &BTreeSet::new(), sink, |scope| scope.figure(object))?
}

/// A plain text, typeset for `language`: titles, labels, choices of a blank.
pub fn plain(text: &str, language: &LangTag) -> String {
    crate::notation::typography(text, rules(language))
}

/// The rules of typography that `language` follows.
pub fn rules(language: &LangTag) -> Lang {
    if language.is_french() { Lang::French } else { Lang::English }
}

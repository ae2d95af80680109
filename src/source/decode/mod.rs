//! Decodes YAML texts into objects by the tables of fields; it knows no kind in particular.

mod forms;
mod object;
mod scalar;
mod slug;
#[cfg(test)]
mod tests;
mod value;
mod wording;
mod words;

use crate::diag::Fragment;
use crate::diag::Sink;
use crate::source::Kind;
use crate::source::Object;
use crate::source::Spanned;
use crate::source::yaml;
use crate::source::yaml::Content;

/// Decodes a mapping of `kind`; `None` when it could not be read, which was then reported.
pub fn decode(text: &Fragment, kind: &'static Kind, sink: &mut Sink) -> Option<Object> {
    let node = yaml::read(text, sink)?;
    if node.is_null() && node.span.start == node.span.end && kind.fields().next().is_some() {
        sink.push(wording::nothing(text, kind));
        return None;
    }
    object::object(&node, kind, None, sink)
}

/// Decodes the body of a `{question}` block, whose id stands after the name of the block.
pub fn decode_placed(
    text: &Fragment,
    kind: &'static Kind,
    id: &Spanned<String>,
    sink: &mut Sink,
) -> Option<Object> {
    let node = yaml::read(text, sink)?;
    object::object(&node, kind, Some(id), sink)
}

/// Decodes a list of mappings of `kind`; `None` when it could not be read as a list at all.
///
/// An item that could not be read was reported and is left out.
pub fn decode_list(text: &Fragment, kind: &'static Kind, sink: &mut Sink) -> Option<Vec<Object>> {
    let (objects, _) = entries(text, kind, sink)?;
    Some(objects)
}

/// Like [`decode_list`], and whether no item was left out.
pub(in crate::source) fn entries(
    text: &Fragment,
    kind: &'static Kind,
    sink: &mut Sink,
) -> Option<(Vec<Object>, bool)> {
    let node = yaml::read(text, sink)?;
    if node.is_null() {
        return Some((Vec::new(), true));
    }
    let Content::List(items) = &node.content else {
        sink.push(wording::not_a_list_of(&node, kind));
        return None;
    };
    let objects: Vec<_> = items.iter().filter_map(|n| object::object(n, kind, None, sink)).collect();
    let whole = objects.len() == items.len();
    Some((objects, whole))
}

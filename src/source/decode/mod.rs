//! Decodes YAML texts into objects by the tables of fields; it knows no kind in particular.

use crate::diag::Fragment;
use crate::diag::Sink;
use crate::source::Kind;
use crate::source::Object;
use crate::source::Spanned;

/// Decodes a mapping of `kind`; `None` when it could not be read, which was then reported.
pub fn decode(_text: &Fragment, _kind: &'static Kind, _sink: &mut Sink) -> Option<Object> {
    None
}

/// Decodes a list of mappings of `kind`; `None` when it could not be read as a list at all.
pub fn decode_list(_text: &Fragment, _kind: &'static Kind, _sink: &mut Sink) -> Option<Vec<Object>> {
    None
}

/// Decodes the body of a `{question}` block, whose id stands after the name of the block.
pub fn decode_placed(
    _text: &Fragment,
    _kind: &'static Kind,
    _id: &Spanned<String>,
    _sink: &mut Sink,
) -> Option<Object> {
    None
}

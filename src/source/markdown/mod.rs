//! Markdown → tree with exact places, and findings for what Markdown swallows in silence.
//!
//! It resolves no name and prints nothing: `check::prose` turns the tree into the model.

mod build;
mod fence;
mod list;
mod lookalike;
mod traps;
mod tree;

#[cfg(test)]
mod tests;

use pulldown_cmark::CowStr;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;

use crate::diag::Fragment;
use crate::diag::Sink;

pub use list::Item;
pub use list::Marker;
pub use list::Named;
pub use list::list;
pub use list::named;
pub use traps::front_matter;
pub use tree::*;

/// Parses `text`; findings concern its form alone.
pub fn parse(text: &Fragment, sink: &mut Sink) -> Document {
    traps::lines(text, sink);
    let keep = |_| Some((CowStr::Borrowed(""), CowStr::Borrowed("")));
    let parser = Parser::new_with_broken_link_callback(text.text(), options(), Some(keep));
    let events: Vec<_> = parser.into_offset_iter().collect();
    lookalike::judge(text, &events, sink);
    build::Builder::new(text, events, sink).document()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_SUBSCRIPT
}

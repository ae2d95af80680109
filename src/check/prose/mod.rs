//! Markdown prose becomes checked blocks and runs; for now only plain paragraphs and lists.

mod list;

pub use crate::check::names::Names;
pub use list::Item;
pub use list::Marker;
pub use list::list;

use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Block;
use crate::model::Figure;
use crate::model::Inline;
use crate::model::Prose;
use crate::source::Object;
use crate::source::PageSource;

/// A page, converted; its questions are handed to the checker of questions.
pub struct PageParts {
    pub title: Vec<Inline>,
    pub body: Prose,
    pub footnotes: Vec<Prose>,
    /// In the order of the page.
    pub placed: Vec<Placed>,
}

/// A question placed on a page.
pub struct Placed {
    /// Its id as written after the name of the block.
    pub id: String,
    /// Where.
    pub span: Span,
    /// The question, when it is written in place.
    pub object: Option<Object>,
}

/// Blocks of Markdown.
pub fn prose(text: &Fragment, _names: &Names<'_>, _sink: &mut Sink) -> Option<Prose> {
    let paragraph = |p: &str| Block::Paragraph(vec![Inline::Text(p.trim().to_owned())]);
    Some(Prose(text.text().split("\n\n").filter(|p| !p.trim().is_empty()).map(paragraph).collect()))
}

/// One run of Markdown without blocks.
pub fn inline(text: &Fragment, _names: &Names<'_>, _sink: &mut Sink) -> Option<Vec<Inline>> {
    Some(vec![Inline::Text(text.text().trim().to_owned())])
}

/// A whole page.
pub fn page(page: &PageSource, names: &Names<'_>, sink: &mut Sink) -> Option<PageParts> {
    let (title, _) = page.text.text().split_once('\n')?;
    let body = prose(&page.text.slice(title.len()..page.text.text().len()), names, sink)?;
    let title = vec![Inline::Text(title.trim_start_matches("# ").to_owned())];
    Some(PageParts { title, body, footnotes: Vec::new(), placed: Vec::new() })
}

/// The ids of a page's headings.
pub fn headings(_page: &PageSource) -> Vec<String> {
    Vec::new()
}

/// A `{figure}`, also that of a question.
pub fn figure(_object: &Object, _names: &Names<'_>, _sink: &mut Sink) -> Option<Figure> {
    None
}

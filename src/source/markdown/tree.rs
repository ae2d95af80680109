//! Markdown as written, as a tree whose every node knows its place; types only.

use crate::diag::Fragment;
use crate::diag::Span;

pub use pulldown_cmark::Alignment;
pub use pulldown_cmark::BlockQuoteKind as CalloutKind;

/// A parsed text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// Definitions of footnotes, in the order written.
    pub notes: Vec<Note>,
}

/// The definition of a footnote: `[^label]: …`.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub label: String,
    pub at: Span,
    pub blocks: Vec<Block>,
}

/// A block with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub at: Span,
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    Paragraph(Vec<Inline>),
    Heading { level: u8, id: Option<String>, content: Vec<Inline> },
    List { start: Option<u64>, items: Vec<Vec<Block>> },
    Quote(Vec<Block>),
    Callout { kind: CalloutKind, content: Vec<Block> },
    Code { language: Option<String>, text: String },
    Fence(Fence),
    Table(Table),
    Definitions(Vec<Definition>),
    Rule,
}

/// A block of ours: a fenced block whose info string is `{name} id`.
#[derive(Debug, Clone, PartialEq)]
pub struct Fence {
    pub name: Fragment,
    pub id: Option<Fragment>,
    pub body: Fragment,
}

/// A GFM table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub aligns: Vec<Alignment>,
    /// The first row holds the titles of the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    pub at: Span,
    pub content: Vec<Inline>,
}

/// A term with its definitions.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    pub term: Vec<Inline>,
    pub definitions: Vec<Vec<Block>>,
}

/// A run with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Inline {
    pub at: Span,
    pub kind: InlineKind,
}

/// Where the words of a link come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkWords {
    /// `[words](address)`
    Written,
    /// `<address>`: the address stands for words.
    Address,
}

/// What a run is.
#[derive(Debug, Clone, PartialEq)]
pub enum InlineKind {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strike(Vec<Inline>),
    Sub(Vec<Inline>),
    Sup(Vec<Inline>),
    Code(String),
    Break,
    Math {
        display: bool,
        tex: Fragment,
    },
    Link {
        target: String,
        words: LinkWords,
        content: Vec<Inline>,
    },
    Image {
        source: String,
        alt: Vec<Inline>,
    },
    /// `` {name}`body` ``
    Role {
        name: Fragment,
        body: Fragment,
    },
    /// Call of a footnote by its label.
    Note(String),
    /// `[label]` that is no link: a citation, a blank, or brackets.
    Bracket {
        label: String,
        content: Vec<Inline>,
    },
}

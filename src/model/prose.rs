//! Formatted text, valid: every link, term, formula and asset in it resolves.

use crate::model::LangTag;
use crate::model::QuestionId;
use crate::model::ReferenceId;

/// A sequence of blocks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prose(pub Vec<Block>);

/// A block.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(Vec<Inline>),
    /// The page's first paragraph, wholly in emphasis: its lead question.
    Lead(Vec<Inline>),
    /// `level` is the author's: 2 for `##`. `id` is unique in its page.
    Heading {
        level: u8,
        id: String,
        content: Vec<Inline>,
    },
    /// `start` is `None` for bullets.
    List {
        start: Option<u64>,
        items: Vec<Prose>,
    },
    Quote(Prose),
    Callout {
        kind: Callout,
        content: Prose,
    },
    Code {
        language: Option<String>,
        text: String,
    },
    Math(Math),
    Table(Table),
    Definitions(Vec<Definition>),
    Rule,
    Figure(Figure),
    /// A question placed here; it is in `Module::questions`.
    Question(QuestionId),
    Download {
        /// `Asset::source` of the file.
        asset: String,
        title: String,
        text: Prose,
    },
    Reveal {
        title: Vec<Inline>,
        body: Prose,
    },
    /// The module's objectives, with a before/after self-assessment.
    Objectives,
}

/// The five GitHub callouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Callout {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// A term with what it is defined as.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    pub term: Vec<Inline>,
    pub definitions: Vec<Prose>,
}

/// A picture with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// `Asset::source` of the picture.
    pub asset: String,
    /// `None`: decorative.
    pub alt: Option<String>,
    pub caption: Option<Prose>,
    pub credit: Option<String>,
    /// Long description.
    pub description: Option<Prose>,
    /// Whether it can be enlarged.
    pub zoom: bool,
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
}

/// A table: GFM in prose, or a `{table}` block.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub caption: Option<Prose>,
    pub columns: Vec<Column>,
    /// Rows of cells, each a run of inlines; every row has as many cells as there are columns.
    pub rows: Vec<Vec<Vec<Inline>>>,
    /// How many first cells of each row are headers.
    pub row_headers: usize,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub title: Vec<Inline>,
    pub align: Align,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Start,
    Center,
    End,
}

/// A run inside a block. Text is already typographically right (no-break spaces, quotes).
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Strike(Vec<Inline>),
    Sub(Vec<Inline>),
    Sup(Vec<Inline>),
    Code(String),
    Break,
    Math(Math),
    /// `href` is `https:`, `mailto:`, `#page` of a page, or `#page/heading` of a heading of this
    /// module: HTML ids of its sections and headings.
    Link {
        href: String,
        content: Vec<Inline>,
    },
    /// Inline image; `alt` empty when decorative.
    Image {
        asset: String,
        alt: String,
        width: u32,
        height: u32,
    },
    /// Call of a glossary entry: `term` is `Term::id`.
    Term {
        term: String,
        content: Vec<Inline>,
    },
    /// A fact that an expert must still confirm.
    Review(Vec<Inline>),
    Lang {
        lang: LangTag,
        content: Vec<Inline>,
    },
    /// Number of the page's footnote, from 0.
    Footnote(usize),
    Citation {
        reference: ReferenceId,
        locator: Option<String>,
    },
    /// A blank of a fill-in question, by its name.
    Blank(String),
}

/// A formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Math {
    /// A `<math>` element, without inline style, with an annotation of the TeX.
    pub mathml: String,
    /// As the author wrote it.
    pub tex: String,
    /// In one line of text, for lists and reports.
    pub plain: String,
}

impl Prose {
    /// The words alone, blocks separated by a space.
    pub fn plain(&self) -> String {
        let mut out = String::new();
        plain_blocks(&self.0, &mut out);
        out.trim_end().to_owned()
    }
}

/// The words of inline runs.
pub fn plain_text(content: &[Inline]) -> String {
    let mut out = String::new();
    plain_inlines(content, &mut out);
    out
}

fn plain_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(c) | Block::Lead(c) | Block::Heading { content: c, .. } => plain_inlines(c, out),
            Block::List { items, .. } => items.iter().for_each(|item| plain_blocks(&item.0, out)),
            Block::Quote(p) | Block::Callout { content: p, .. } => plain_blocks(&p.0, out),
            Block::Reveal { title, body } => {
                plain_inlines(title, out);
                out.push(' ');
                plain_blocks(&body.0, out);
            }
            Block::Code { text, .. } => out.push_str(text),
            Block::Math(math) => out.push_str(&math.plain),
            Block::Table(table) => plain_table(table, out),
            Block::Definitions(list) => list.iter().for_each(|d| {
                plain_inlines(&d.term, out);
                out.push(' ');
                d.definitions.iter().for_each(|p| plain_blocks(&p.0, out));
            }),
            Block::Figure(figure) => out.push_str(figure.alt.as_deref().unwrap_or_default()),
            Block::Download { title, .. } => out.push_str(title),
            Block::Rule | Block::Question(_) | Block::Objectives => {}
        }
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

fn plain_table(table: &Table, out: &mut String) {
    for cell in table.columns.iter().map(|c| &c.title).chain(table.rows.iter().flatten()) {
        plain_inlines(cell, out);
        out.push(' ');
    }
}

fn plain_inlines(content: &[Inline], out: &mut String) {
    for inline in content {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(c) | Inline::Strong(c) | Inline::Strike(c) | Inline::Sub(c) | Inline::Sup(c) => {
                plain_inlines(c, out);
            }
            Inline::Link { content: c, .. }
            | Inline::Term { content: c, .. }
            | Inline::Review(c)
            | Inline::Lang { content: c, .. } => plain_inlines(c, out),
            Inline::Math(math) => out.push_str(&math.plain),
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Break => out.push(' '),
            Inline::Blank(_) => out.push('…'),
            Inline::Footnote(_) | Inline::Citation { .. } => {}
        }
    }
}

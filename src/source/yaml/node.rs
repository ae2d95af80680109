//! The tree of a YAML text; it holds no type but the three of YAML.

use crate::diag::Fragment;
use crate::diag::Span;

/// A node and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source) struct Node {
    pub(in crate::source) span: Span,
    pub(in crate::source) content: Content,
    /// Whether it is written between brackets or braces.
    pub(in crate::source) flow: bool,
    /// Whether it fell into a trap, so that only a text can be made of it.
    pub(in crate::source) trapped: bool,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source) enum Content {
    /// A text as written, without quotes, escapes and indents.
    Scalar(Fragment, Style),
    /// Values in order.
    List(Vec<Node>),
    /// Every occurrence of every key, in order.
    Map(Vec<(Node, Node)>),
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source) enum Style {
    /// Bare.
    Plain,
    /// In `'` or `"`.
    Quoted,
    /// In a block scalar, `|` or `>`.
    Block,
}

impl Node {
    /// Text and style, of a scalar.
    pub(in crate::source) fn scalar(&self) -> Option<(&Fragment, Style)> {
        if let Content::Scalar(text, style) = &self.content { Some((text, *style)) } else { None }
    }

    /// Whether nothing is written, or a bare `null` or `~`.
    pub(in crate::source) fn is_null(&self) -> bool {
        self.scalar()
            .is_some_and(|(text, style)| style == Style::Plain && matches!(text.text(), "" | "null" | "~"))
    }
}

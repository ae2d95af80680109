//! A text cut out of a source file that still knows where each of its bytes comes from.

use std::ops::Range;

use crate::diag::FileId;
use crate::diag::Sources;
use crate::diag::Span;

/// A text with its origin: a whole file, a YAML scalar, the body of a fenced block inside a list.
///
/// Lines of such a text need not be contiguous in the file (indents and `>` are dropped), so it
/// keeps one piece per contiguous run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    file: FileId,
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    local: usize,
    origin: usize,
}

impl Fragment {
    /// The whole text of `file`.
    pub fn whole(sources: &Sources, file: FileId) -> Self {
        let pieces = vec![Piece { local: 0, origin: 0 }];
        Self { file, text: sources.text(file).to_owned(), pieces }
    }

    /// An empty fragment at byte `origin` of `file`, to be filled by [`Fragment::push`].
    pub fn new(file: FileId, origin: usize) -> Self {
        Self { file, text: String::new(), pieces: vec![Piece { local: 0, origin }] }
    }

    /// Appends a run that stands at byte `origin` of the file.
    pub fn push(&mut self, text: &str, origin: usize) {
        self.pieces.push(Piece { local: self.text.len(), origin });
        self.text.push_str(text);
    }

    /// Appends `other`, with its places.
    pub fn append(&mut self, other: &Self) {
        let shift = self.text.len();
        self.pieces.extend(other.pieces.iter().map(|p| Piece { local: p.local + shift, origin: p.origin }));
        self.text.push_str(&other.text);
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file it comes from.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// Where all of it stands.
    pub fn all(&self) -> Span {
        self.span(0..self.text.len())
    }

    /// Where `range` of the text stands in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.origin(range.start);
        let end = if range.end > range.start { self.origin(range.end - 1) + 1 } else { start };
        Span::new(self.file, start..end)
    }

    /// The part `range` of this fragment, with its places.
    pub fn slice(&self, range: Range<usize>) -> Self {
        let first = self.piece(range.start);
        let mut pieces = vec![Piece { local: 0, origin: self.origin(range.start) }];
        let inside = self.pieces[first + 1..].iter().take_while(|p| p.local < range.end);
        pieces.extend(inside.map(|p| Piece { local: p.local - range.start, origin: p.origin }));
        Self { file: self.file, text: self.text[range].to_owned(), pieces }
    }

    /// The fragment without leading and trailing white space.
    pub fn trim(&self) -> Self {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len().max(start);
        self.slice(start..end)
    }

    fn piece(&self, local: usize) -> usize {
        self.pieces.partition_point(|p| p.local <= local).saturating_sub(1)
    }

    fn origin(&self, local: usize) -> usize {
        let piece = &self.pieces[self.piece(local)];
        piece.origin + (local - piece.local)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_of_two_lines_knows_where_each_byte_stands() {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", "x:\n  ab\n  cd\n");
        let mut text = Fragment::new(file, 5);
        text.push("ab\n", 5);
        text.push("cd\n", 10);
        assert_eq!(text.span(3..5), Span::new(file, 10..12));
        assert_eq!(text.span(0..2), Span::new(file, 5..7));
        assert_eq!(text.slice(1..5).span(2..4), Span::new(file, 10..12));
        assert_eq!(text.trim().text(), "ab\ncd");
    }
}

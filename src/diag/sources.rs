//! The texts that places refer to; offsets become lines and columns here.

use std::ops::Range;

/// Number of a file in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

/// A range of bytes of one source text (after the BOM is dropped and CRLF has become LF).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// Byte after the last; equal to `start` for a point.
    pub end: u32,
}

impl Span {
    /// The range `range` of `file`.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The smallest span that covers both; `other` must be of the same file.
    pub fn to(self, other: Self) -> Self {
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A place as a person reads it: 1-based line and column, columns in Unicode characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

struct SourceFile {
    path: String,
    text: String,
    lines: Vec<usize>,
}

/// Every text that was read in one run, by path relative to the workspace with `/`.
#[derive(Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file and returns its number. `text` loses a BOM, and its CRLF and CR become LF.
    pub fn add(&mut self, path: impl Into<String>, text: &str) -> FileId {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files are read"));
        self.files.push(SourceFile { path: path.into(), text, lines });
        id
    }

    /// Every file, in the order of reading.
    pub fn files(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u32::try_from(self.files.len()).unwrap_or(u32::MAX)).map(FileId)
    }

    /// Path of a file, relative to the workspace, with `/`.
    pub fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    /// Text of a file, as normalised by [`Sources::add`].
    pub fn text(&self, file: FileId) -> &str {
        &self.file(file).text
    }

    /// Line and column of a byte offset.
    pub fn place(&self, file: FileId, offset: u32) -> Place {
        let file = self.file(file);
        let offset = (offset as usize).min(file.text.len());
        let line = file.lines.partition_point(|&start| start <= offset);
        let start = file.lines[line - 1];
        let column = file.text.get(start..offset).map_or(1, |s| s.chars().count() + 1);
        Place { line, column }
    }

    /// Text of line `line` (from 1), without its end of line.
    pub fn line(&self, file: FileId, line: usize) -> &str {
        let file = self.file(file);
        let start = file.lines[line - 1];
        let end = file.lines.get(line).map_or(file.text.len(), |next| next - 1);
        &file.text[start..end]
    }

    fn file(&self, file: FileId) -> &SourceFile {
        &self.files[file.0 as usize]
    }
}

//! The characters of several runs in a row, each knowing its run; it holds no rule.

use crate::notation::Lang;
use crate::notation::typography::Run;

/// No-break space.
pub const NO_BREAK: char = '\u{a0}';

#[derive(Debug, Clone, Copy)]
struct Cell {
    char: char,
    run: usize,
    lang: Lang,
    /// Not to be changed: code, math, an address.
    fixed: bool,
}

/// The characters of a paragraph.
pub struct Line {
    cells: Vec<Cell>,
}

impl Line {
    pub fn new(runs: &[Run]) -> Self {
        let cells = runs.iter().enumerate().flat_map(|(number, run)| {
            run.text.chars().map(move |char| Cell { char, run: number, lang: run.lang, fixed: run.opaque })
        });
        Self { cells: cells.collect() }
    }

    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// The character at `at`.
    pub fn char(&self, at: usize) -> Option<char> {
        self.cells.get(at).map(|cell| cell.char)
    }

    /// The character before `at`.
    pub fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.char(at))
    }

    /// The character at `at`, when it may be changed.
    pub fn free(&self, at: usize) -> Option<char> {
        self.cells.get(at).filter(|cell| !cell.fixed).map(|cell| cell.char)
    }

    /// Whether `at` is in a French run and may be changed.
    pub fn is_french(&self, at: usize) -> bool {
        self.cells.get(at).is_some_and(|cell| cell.lang == Lang::French && !cell.fixed)
    }

    /// Whether a space that may be changed stands at `at`.
    pub fn is_space(&self, at: usize) -> bool {
        self.free(at).is_some_and(is_blank)
    }

    pub fn fix(&mut self, range: std::ops::Range<usize>) {
        self.cells[range].iter_mut().for_each(|cell| cell.fixed = true);
    }

    pub fn set(&mut self, at: usize, char: char) {
        self.cells[at].char = char;
    }

    pub fn remove(&mut self, at: usize) {
        self.cells.remove(at);
    }

    /// Puts `char` before `at`, into the run of the character there.
    pub fn insert(&mut self, at: usize, char: char) {
        let model = self.cells[at];
        self.cells.insert(at, Cell { char, ..model });
    }

    /// Puts `char` after `at`, into the run of the character there.
    pub fn insert_after(&mut self, at: usize, char: char) {
        let model = self.cells[at];
        self.cells.insert(at + 1, Cell { char, ..model });
    }

    /// Where the word of characters that satisfy `is_in` ends, from `at`.
    pub fn end(&self, at: usize, is_in: impl Fn(char) -> bool) -> usize {
        (at..self.len()).find(|i| !self.char(*i).is_some_and(&is_in)).unwrap_or(self.len())
    }

    /// The characters of `range`.
    pub fn slice(&self, range: std::ops::Range<usize>) -> String {
        self.cells[range].iter().map(|cell| cell.char).collect()
    }

    /// The text of the run `number`.
    pub fn text(&self, number: usize) -> String {
        self.cells.iter().filter(|cell| cell.run == number).map(|cell| cell.char).collect()
    }
}

/// A space of any width, but no line break.
pub fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | NO_BREAK | '\u{202f}' | '\u{2009}')
}

//! Follows a flow collection (`[…]`, `{…}`) to its end; it builds no tree.

use std::ops::Range;

use crate::source::yaml::Trap;
use crate::source::yaml::TrapKind;

/// Where a flow collection ends and what is wrong inside.
pub(super) struct Flow {
    /// Byte after the closing bracket; `None`: never closed before `limit`.
    pub(super) end: Option<usize>,
    /// Traps inside.
    pub(super) traps: Vec<Trap>,
}

/// Follows the collection that opens at `start`, no further than `limit`.
pub(super) fn flow(text: &str, start: usize, limit: usize) -> Flow {
    let mut state = State { text, limit, at: start, open: Vec::new(), entry: None, traps: Vec::new() };
    let end = state.run();
    Flow { end, traps: state.traps }
}

/// A plain or quoted text between two signs.
struct Entry {
    start: usize,
    /// Where the value starts, once a key was read.
    value: Option<usize>,
    /// First `: ` inside that value.
    colon: Option<usize>,
}

struct State<'a> {
    text: &'a str,
    limit: usize,
    at: usize,
    open: Vec<char>,
    entry: Option<Entry>,
    traps: Vec<Trap>,
}

impl State<'_> {
    fn run(&mut self) -> Option<usize> {
        while self.at < self.limit {
            let c = self.text[self.at..].chars().next()?;
            match c {
                '[' | '{' if self.is_fresh() => {
                    self.open.push(c);
                    self.entry = None;
                }
                ']' | '}' => {
                    self.close_entry(self.at);
                    let opened = self.open.pop()?;
                    if (opened == '[') != (c == ']') {
                        return None;
                    }
                    if self.open.is_empty() {
                        return Some(self.at + 1);
                    }
                }
                ',' => self.close_entry(self.at),
                '"' | '\'' if self.is_fresh() => {
                    self.begin();
                    self.at = quoted_end(self.text, self.at, self.limit)?;
                    continue;
                }
                '#' if self.text[..self.at].ends_with([' ', '\n']) => {
                    self.comment();
                    continue;
                }
                ':' if self.is_separator() => self.colon(),
                c if c.is_whitespace() => {}
                _ => self.begin(),
            }
            self.at += c.len_utf8();
        }
        None
    }

    /// Whether a new value may start here.
    fn is_fresh(&self) -> bool {
        let Some(entry) = &self.entry else { return true };
        entry.value.is_some_and(|start| self.text[start..self.at].trim().is_empty())
    }

    fn begin(&mut self) {
        if self.entry.is_none() {
            self.entry = Some(Entry { start: self.at, value: None, colon: None });
        }
    }

    fn is_separator(&self) -> bool {
        let after = self.text[self.at + 1..].chars().next();
        after.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ']' | '}'))
            || self.text[..self.at].ends_with('"')
    }

    fn colon(&mut self) {
        let at = self.at;
        match &mut self.entry {
            Some(entry) if entry.value.is_none() => entry.value = Some(at + 1),
            Some(entry) => entry.colon = entry.colon.or(Some(at)),
            None => self.entry = Some(Entry { start: at, value: Some(at + 1), colon: None }),
        }
    }

    fn close_entry(&mut self, end: usize) {
        let Some(entry) = self.entry.take() else { return };
        if let (Some(colon), Some(value)) = (entry.colon, entry.value) {
            let range = trimmed(self.text, value.max(entry.start)..end);
            self.traps.push(Trap { kind: TrapKind::Colon, at: colon..colon + 1, value: range });
        }
    }

    fn comment(&mut self) {
        let end = self.text[self.at..self.limit].find('\n').map_or(self.limit, |n| self.at + n);
        let comment = &self.text[self.at + 1..end];
        let in_text = self.entry.is_some() && !self.is_fresh();
        if in_text && !comment.is_empty() && !comment.starts_with([' ', '#', '!']) {
            self.traps.push(Trap { kind: TrapKind::Hash, at: self.at..end, value: self.at..self.at + 1 });
        } else {
            self.at = end;
            return;
        }
        self.at += 1;
    }
}

/// Byte after the quote that closes the one at `start`.
pub(in crate::source) fn quoted_end(text: &str, start: usize, limit: usize) -> Option<usize> {
    let quote = *text.as_bytes().get(start)?;
    let bytes = &text.as_bytes()[..limit];
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 2,
            b'\'' if quote == b'\'' && bytes.get(at + 1) == Some(&b'\'') => at += 2,
            b if b == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
    None
}

/// White space in YAML; a no-break space is text.
const BLANK: [char; 3] = [' ', '\t', '\n'];

/// `range` without the white space at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start_matches(BLANK).len());
    start..(range.start + part.trim_end_matches(BLANK).len()).max(start)
}

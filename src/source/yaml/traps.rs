//! Finds what authors of French prose trip over in YAML, line by line, all of a file at once; it
//! builds no tree and knows what is inside a block scalar (nothing there is a trap).

use std::ops::Range;

use crate::source::yaml::flow::flow;
use crate::source::yaml::flow::quoted_end;
use crate::source::yaml::flow::trimmed;
use crate::source::yaml::signs::hash;
use crate::source::yaml::signs::is_alias;
use crate::source::yaml::signs::is_box;
use crate::source::yaml::signs::prefix;

/// A trap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source) struct Trap {
    pub(in crate::source) kind: TrapKind,
    /// The fault, for underlining.
    pub(in crate::source) at: Range<usize>,
    /// The whole value, which was meant as a text.
    pub(in crate::source) value: Range<usize>,
}

/// Sorts of traps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::source) enum TrapKind {
    /// `: ` inside a plain value.
    Colon,
    /// ` #` that cuts a plain value.
    Hash,
    /// A value that starts with a sign of YAML.
    Sign(char),
    /// A quote or bracket that is never closed.
    Unclosed(char),
    /// Text on the same line as `|` or `>`.
    AfterBlock(char),
    /// A tab in an indent.
    Tab,
    /// A no-break space in an indent.
    NoBreak,
    /// A key further to the right than the key above, whose value is already there.
    Deeper,
    /// A line after such a key.
    AfterDeeper,
    /// `[x]` or `[ ]` after a dash: options that lack the `|` of their key.
    Box,
    /// An anchor, an alias or a tag.
    Advanced,
}

/// A line that starts a value, or that holds none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::source) enum Line {
    /// A key, a dash or both; `start` follows the dashes, `colon` ends the key.
    Value { line: Range<usize>, start: usize, colon: Option<usize> },
    /// Blank, or a comment alone.
    Free(Range<usize>),
}

/// Every trap of `text`, in order.
pub(in crate::source) fn traps(text: &str) -> Vec<Trap> {
    scan(text).0
}

/// Every trap and every line that is not the rest of a value, in order.
pub(in crate::source) fn scan(text: &str) -> (Vec<Trap>, Vec<Line>) {
    let mut scan =
        Scan { text, at: 0, context: Context::Fresh(-1), traps: Vec::new(), lines: Vec::new(), deeper: None };
    if text.trim_start().starts_with(['{', '['])
        && flow(text, text.find(['{', '[']).unwrap_or(0), text.len()).end.is_some()
    {
        return (Vec::new(), Vec::new());
    }
    while scan.at < text.len() {
        scan.line();
    }
    scan.traps.sort_by_key(|t| (t.at.start, t.at.end));
    scan.traps.dedup();
    (scan.traps, scan.lines)
}

/// What a line that holds neither key nor dash is, by the column of the value it belongs to.
#[derive(Clone, Copy)]
enum Context {
    /// A value, which the line before announced.
    Fresh(isize),
    /// More of a plain value.
    Plain(isize),
    /// Nothing in particular.
    Done,
}

/// Whether the indents of a block are judged: not below a header that is itself at fault.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Indents {
    Judged,
    Passed,
}

/// Spaces that YAML takes for text, and eyes for an indent.
const NO_BREAK: [char; 3] = ['\u{a0}', '\u{202f}', '\u{2007}'];

struct Scan<'a> {
    text: &'a str,
    /// Start of the next line.
    at: usize,
    context: Context,
    traps: Vec<Trap>,
    lines: Vec<Line>,
    /// How many lines stood before the value that a key too far to the right continues.
    deeper: Option<usize>,
}

impl Scan<'_> {
    fn line(&mut self) {
        let line = self.at..self.line_end(self.at);
        self.at = line.end + 1;
        let content = trimmed(self.text, line.clone());
        let body = &self.text[content.clone()];
        if body.is_empty() || body.starts_with('#') || matches!(body, "---" | "...") {
            self.lines.push(Line::Free(line));
            return;
        }
        let indent = self.indent(line.start..content.start);
        let wide = self.text[content.clone()].trim_start_matches(NO_BREAK).len();
        let content = content.end - wide..content.end;
        if let Context::Plain(column) = self.context
            && indent > column
        {
            return self.continuation(content);
        }
        let (start, column) = self.dashes(content.start, content.end, indent);
        let colon = key_end(&self.text[start..content.end]);
        if colon.is_some() || start > content.start {
            let colon = colon.map(|at| start + at);
            self.lines.push(Line::Value { line: line.clone(), start, colon });
        }
        match colon {
            Some(colon) => {
                let column =
                    column + isize::try_from(self.text[content.start..start].chars().count()).unwrap_or(0);
                self.value(start + colon + 1, content.end, column);
            }
            None if start > content.start => self.value(start, content.end, column),
            None => match self.context {
                Context::Fresh(parent) => self.value(start, content.end, parent),
                _ => self.context = Context::Done,
            },
        }
    }

    /// Columns of an indent; a tab in it is a trap.
    fn indent(&mut self, range: Range<usize>) -> isize {
        let blank = &self.text[range.clone()];
        if let Some(tab) = blank.find('\t') {
            let end = range.start + blank.rfind('\t').unwrap_or(tab) + 1;
            let at = range.start + tab..end;
            self.traps.push(Trap { kind: TrapKind::Tab, at: at.clone(), value: at });
        }
        let wide = self.text[range.end..].len() - self.text[range.end..].trim_start_matches(NO_BREAK).len();
        if wide > 0 {
            let at = range.end..range.end + wide;
            self.traps.push(Trap { kind: TrapKind::NoBreak, at: at.clone(), value: at });
        }
        let wide = self.text[range.end..range.end + wide].chars().count();
        // Whoever indents with tabs means two spaces by each.
        let tabs = blank.matches('\t').count();
        isize::try_from(blank.chars().count() + tabs + wide).unwrap_or(isize::MAX)
    }

    /// Skips `- ` as often as it stands; gives the start of what follows, and the line's indent.
    fn dashes(&self, mut start: usize, end: usize, indent: isize) -> (usize, isize) {
        while let Some(rest) = self.text[start..end].strip_prefix('-') {
            if !rest.is_empty() && !rest.starts_with([' ', '\t']) {
                break;
            }
            start = end - rest.trim_start().len();
        }
        (start, indent)
    }

    /// More of a plain value that started on a line above.
    fn continuation(&mut self, content: Range<usize>) {
        let body = &self.text[content.clone()];
        let after = self.deeper == Some(self.lines.len());
        if after || is_key(body) {
            self.deeper = Some(self.lines.len());
            let kind = if after { TrapKind::AfterDeeper } else { TrapKind::Deeper };
            let key = content.start..content.start + body.find(':').unwrap_or(body.len());
            return self.traps.push(Trap { kind, at: key, value: content });
        }
        if let Some(colon) = colon(body) {
            let at = content.start + colon;
            self.traps.push(Trap { kind: TrapKind::Colon, at: at..at + 1, value: content.clone() });
        }
        if let Some(hash) = hash(body) {
            let at = content.start + hash;
            self.traps.push(Trap { kind: TrapKind::Hash, at: at..content.end, value: content });
        }
    }

    /// The value that starts at `start` or after, of a key or dash at `column`.
    fn value(&mut self, start: usize, end: usize, column: isize) {
        let value = trimmed(self.text, start..end);
        let body = &self.text[value.clone()];
        self.context = Context::Done;
        match body.chars().next() {
            None => self.context = Context::Fresh(column),
            Some('#') if body[1..].is_empty() || body[1..].starts_with([' ', '#']) => {
                self.context = Context::Fresh(column);
            }
            Some('#') => self.push(TrapKind::Hash, value.clone(), value),
            Some(sign @ ('|' | '>')) => self.block(sign, value, column),
            Some(quote @ ('"' | '\'')) => self.quoted(quote, value, column),
            Some('[') if is_box(body) => self.push(TrapKind::Box, value.start..value.start + 3, value),
            Some(bracket @ ('[' | '{')) => self.flow(bracket, value, column),
            Some('*') if is_alias(body) => self.push(TrapKind::Advanced, value.clone(), value),
            Some('&' | '!') if prefix(body).is_some() => {
                let token = value.start..value.start + prefix(body).unwrap_or(0);
                self.push(TrapKind::Advanced, token.clone(), token.clone());
                self.value(token.end, end, column);
            }
            Some(sign @ ('*' | '&' | '!' | '%' | '@' | '`' | ']' | '}' | ',')) => self.sign(sign, value),
            Some(sign @ ('-' | '?' | ':')) if body[1..].is_empty() || body[1..].starts_with(' ') => {
                self.sign(sign, value);
            }
            Some(_) => self.plain(value, column),
        }
    }

    fn plain(&mut self, value: Range<usize>, column: isize) {
        self.context = Context::Plain(column);
        let body = &self.text[value.clone()];
        let comment = body.find(" #").unwrap_or(body.len());
        let hash = hash(body);
        let whole = value.start..if hash.is_some() {
            value.end
        } else {
            value.start + body[..comment].trim_end().len()
        };
        if let Some(colon) = colon(&self.text[whole.clone()]) {
            let at = value.start + colon;
            self.push(TrapKind::Colon, at..at + 1, whole.clone());
        }
        if let Some(hash) = hash {
            self.push(TrapKind::Hash, value.start + hash..value.end, whole);
        }
    }

    fn block(&mut self, sign: char, value: Range<usize>, column: isize) {
        let header = self.text[value.clone()][1..]
            .trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        let is_header = header.trim().is_empty()
            || (header.starts_with([' ', '\t']) && header.trim_start().starts_with('#'));
        let start = self.at;
        self.skip_block(column, if is_header { Indents::Judged } else { Indents::Passed });
        if !is_header {
            let end = if self.at > start {
                trimmed(self.text, value.start..self.at.min(self.text.len())).end
            } else {
                value.end
            };
            self.push(TrapKind::AfterBlock(sign), value.clone(), value.start..end.max(value.end));
        }
    }

    /// Skips lines that are deeper than `column`; a tab in their indent is a trap.
    fn skip_block(&mut self, column: isize, indents: Indents) {
        while self.at < self.text.len() {
            let end = self.line_end(self.at);
            let line = &self.text[self.at..end];
            let spaces =
                isize::try_from(line.len() - line.trim_start_matches(' ').len()).unwrap_or(isize::MAX);
            let tab =
                line[usize::try_from(spaces).unwrap_or(0)..].starts_with('\t') && spaces <= column.max(0);
            if !line.trim().is_empty() {
                if tab && indents == Indents::Judged {
                    let at = self.at..self.at + (line.len() - line.trim_start().len());
                    self.push(TrapKind::Tab, at.clone(), at);
                } else if !tab && spaces <= column {
                    let rest = line.trim_start_matches(' ');
                    if !(indents == Indents::Judged && rest.starts_with(NO_BREAK)) {
                        return;
                    }
                    let start = end - rest.len();
                    let at = start..end - rest.trim_start_matches(NO_BREAK).len();
                    self.push(TrapKind::NoBreak, at.clone(), at);
                }
            }
            self.at = end + 1;
        }
    }

    fn quoted(&mut self, quote: char, value: Range<usize>, column: isize) {
        match quoted_end(self.text, value.start, self.limit(column)) {
            None => self.push(TrapKind::Unclosed(quote), value.start..value.start + 1, value),
            Some(end) => self.after(quote, value, end),
        }
    }

    fn flow(&mut self, bracket: char, value: Range<usize>, column: isize) {
        let flow = flow(self.text, value.start, self.limit(column));
        match flow.end {
            None => self.push(TrapKind::Unclosed(bracket), value.start..value.start + 1, value),
            Some(end) => {
                let before = self.traps.len();
                self.after(bracket, value, end);
                if self.traps.len() == before {
                    self.traps.extend(flow.traps);
                }
            }
        }
    }

    /// Judges what follows a quoted or bracketed value that ends at `end`.
    fn after(&mut self, sign: char, value: Range<usize>, end: usize) {
        let line_end = self.line_end(end);
        let rest = &self.text[end..line_end];
        let comment = rest.starts_with([' ', '\t']) && rest.trim_start().starts_with('#');
        if rest.trim().is_empty() || comment {
            self.at = (line_end + 1).max(self.at);
        } else if end <= value.end {
            self.sign(sign, value);
        } else {
            self.push(TrapKind::Unclosed(sign), value.start..value.start + 1, value);
        }
    }

    fn sign(&mut self, sign: char, value: Range<usize>) {
        let at = value.start..value.start + sign.len_utf8();
        self.push(TrapKind::Sign(sign), at, value);
    }

    fn push(&mut self, kind: TrapKind, at: Range<usize>, value: Range<usize>) {
        self.traps.push(Trap { kind, at, value });
    }

    /// First byte of the line that can no longer belong to a value of a key at `column`.
    fn limit(&self, column: isize) -> usize {
        let mut at = self.at;
        while at < self.text.len() {
            let end = self.line_end(at);
            let line = &self.text[at..end];
            let body = line.trim_start();
            let indent = isize::try_from(line.len() - body.len()).unwrap_or(isize::MAX);
            if !body.is_empty() && indent <= column && !body.starts_with([']', '}']) {
                return at;
            }
            at = end + 1;
        }
        self.text.len()
    }

    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |n| at + n)
    }
}

/// A key of the format, which has no space before its colon, as prose in French has.
fn is_key(body: &str) -> bool {
    let Some(colon) = colon(body) else { return false };
    colon > 1 && body[..colon].bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// Where the `:` of a key stands, when the line starts with a key.
pub(in crate::source) fn key_end(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    if matches!(first, '"' | '\'') {
        let end = quoted_end(line, 0, line.len())?;
        let blank = line[end..].len() - line[end..].trim_start().len();
        return is_colon(line, end + blank).then_some(end + blank);
    }
    if matches!(first, '[' | '{' | '|' | '>' | '#') {
        return None;
    }
    let end = line.find(" #").unwrap_or(line.len());
    colon(&line[..end]).filter(|&at| at > 0)
}

/// The first `:` that is followed by a space or by nothing.
fn colon(text: &str) -> Option<usize> {
    text.match_indices(':').map(|(at, _)| at).find(|&at| is_colon(text, at))
}

fn is_colon(text: &str, at: usize) -> bool {
    text[at..].strip_prefix(':').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']))
}

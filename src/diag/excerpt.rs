//! The lines of a source that a finding shows, with marks under the fault; no colour, no gutter.

use unicode_normalization::char::is_combining_mark;

use crate::diag::Sources;
use crate::diag::Span;

/// Columns of a terminal that one excerpt line may take.
const WIDTH: usize = 100;
/// Columns kept before the fault when a line is cut.
const BEFORE: usize = 32;
/// Spaces that a tab shows as.
const TAB: usize = 4;
/// Lines of a fault that are all shown; of a longer one, the first and the last.
const ALL_LINES: usize = 4;

/// One line of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A line of the file, and marks that stand under the fault.
    Source { number: usize, text: String, marks: String },
    /// Lines that are left out.
    Gap,
}

/// The excerpt for `span`, the fault underlined with `mark`.
pub fn lines(sources: &Sources, span: Span, mark: char) -> Vec<Line> {
    let first = sources.place(span.file, span.start).line;
    // A span that ends with a line break ends on the line before it.
    let end = if span.end > span.start { span.end - 1 } else { span.end };
    let last = sources.place(span.file, end).line;
    let shown = |number: usize| last - first < ALL_LINES || number == first || number == last;
    let mut out = Vec::new();
    for number in first..=last {
        if shown(number) {
            out.push(line(sources, span, number, mark));
        } else if out.last() != Some(&Line::Gap) {
            out.push(Line::Gap);
        }
    }
    out
}

fn line(sources: &Sources, span: Span, number: usize, mark: char) -> Line {
    let start = sources.place(span.file, span.start);
    let end = sources.place(span.file, span.end);
    let text = sources.line(span.file, number);
    let length = text.chars().count();
    let indent = text.chars().take_while(|c| c.is_whitespace()).count();
    let from = if number == start.line { start.column - 1 } else { indent };
    let to = if number == end.line { end.column - 1 } else { length };
    let point = span.start == span.end || (number == start.line && from >= length);
    let (text, marks) = drawn(text, from, if point { from + 1 } else { to }, mark);
    Line::Source { number, text, marks }
}

/// The line as shown, and marks under its characters `from..to`.
fn drawn(text: &str, from: usize, to: usize, mark: char) -> (String, String) {
    let cells: Vec<String> = text.chars().map(cell).collect();
    let width_before = |n: usize| cells.iter().take(n).map(|c| width(c)).sum::<usize>();
    let mut range = 0..cells.len();
    if width_before(cells.len()) > WIDTH {
        let at = from.min(cells.len());
        let near = |n: &usize| width_before(at) - width_before(*n) <= BEFORE;
        let start = (0..=at).find(near).unwrap_or(at);
        let fits = |n: &usize| width_before(*n) - width_before(start) <= WIDTH;
        range = start..(start..=cells.len()).take_while(fits).last().unwrap_or(start);
    }
    let (cut_left, cut_right) = (range.start > 0, range.end < cells.len());
    let mut shown: String = cells[range.clone()].concat();
    let mut pad = width_before(from.min(cells.len())) - width_before(range.start);
    if cut_left {
        shown.insert(0, '…');
        pad += 1;
    }
    if cut_right {
        shown.push('…');
    }
    let to = to.min(range.end.max(from + 1));
    let marked: usize = (from..to).map(|n| cells.get(n).map_or(1, |c| width(c))).sum();
    (shown, format!("{:pad$}{}", "", mark.to_string().repeat(marked.max(1))))
}

/// How one character is shown.
fn cell(c: char) -> String {
    if c == '\t' { " ".repeat(TAB) } else { visible(c).to_string() }
}

/// `c`, or a sign for it when it would move the cursor or reorder the line.
pub fn visible(c: char) -> char {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\x7f'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

/// Columns that a shown character takes.
fn width(cell: &str) -> usize {
    cell.chars()
        .map(|c| match c {
            c if is_combining_mark(c) => 0,
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' => 0,
            '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' => 2,
            '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' => 2,
            _ => 1,
        })
        .sum()
}

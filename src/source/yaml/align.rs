//! Gives each byte of a scalar its place in the source; it decodes nothing.

use std::ops::Range;

use crate::diag::Fragment;

/// A one-line or folded scalar without escapes: its lines, trimmed and joined as YAML folds them.
pub(super) fn folded(text: &Fragment, range: Range<usize>) -> Fragment {
    let mut out = Fragment::new(text.file(), origin(text, range.start));
    let mut breaks = 0;
    let mut at = range.start;
    for line in text.text()[range].split_inclusive('\n') {
        let content = line.trim_matches([' ', '\t', '\n']);
        let start = at + (line.len() - line.trim_start_matches([' ', '\t']).len());
        if !content.is_empty() {
            match breaks {
                0 => {}
                1 => out.push(" ", origin(text, at - 1)),
                n => out.push(&"\n".repeat(n - 1), origin(text, at - 1)),
            }
            breaks = 0;
            out.push(content, origin(text, start));
        }
        breaks += usize::from(line.ends_with('\n') && !out.text().is_empty());
        at += line.len();
    }
    out
}

/// A literal block scalar: each line of `value` is the end of a line of the source.
pub(super) fn literal(text: &Fragment, start: usize, value: &str) -> Fragment {
    let source = text.text();
    let mut at = content_start(source, start);
    let mut out = Fragment::new(text.file(), origin(text, at));
    for line in value.split_inclusive('\n') {
        let end = source[at..].find('\n').map_or(source.len(), |n| at + n + 1);
        let bare = source[at..end].trim_end_matches('\n').len();
        let wanted = line.trim_end_matches('\n');
        let from = at + bare.saturating_sub(wanted.len());
        if source.get(from..at + bare) == Some(wanted) {
            out.push(line, origin(text, from));
        } else {
            out.push(line, origin(text, at));
        }
        at = end;
    }
    out
}

/// Any other scalar: words of `value` are matched with words of the source, one by one.
pub(super) fn words(text: &Fragment, range: Range<usize>, value: &str) -> Fragment {
    let source = &text.text()[range.clone()];
    let inside = source.trim_matches(['"', '\'']);
    let shift = range.start + (source.len() - source.trim_start_matches(['"', '\'']).len());
    let mut places = pieces(inside).map(|r| shift + r.start);
    let mut out = Fragment::new(text.file(), origin(text, shift));
    let mut done = 0;
    let mut last = shift;
    for word in pieces(value) {
        out.push(&value[done..word.start], origin(text, last));
        last = places.next().unwrap_or(last);
        out.push(&value[word.clone()], origin(text, last));
        last += word.len();
        done = word.end;
    }
    out.push(&value[done..], origin(text, last));
    out
}

/// First byte of the line after the header of the block scalar whose content starts at `start`.
fn content_start(source: &str, start: usize) -> usize {
    let mut line = source[..start].rfind('\n').map_or(0, |n| n + 1);
    while line > 0 {
        let above = source[..line - 1].rfind('\n').map_or(0, |n| n + 1);
        if !source[above..line].trim().is_empty() {
            break;
        }
        line = above;
    }
    line
}

fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        start..start + word.len()
    })
}

fn origin(text: &Fragment, at: usize) -> usize {
    text.span(at..at).start as usize
}

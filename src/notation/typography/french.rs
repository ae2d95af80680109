//! Spaces around French punctuation, and the ellipsis.

use crate::notation::typography::line::Line;
use crate::notation::typography::line::NO_BREAK;

pub fn punctuation(line: &mut Line) {
    ellipsis(line);
    let mut at = 0;
    while at < line.len() {
        if line.is_french(at) {
            match line.char(at) {
                Some(':') => at = colon(line, at),
                Some(';' | '!' | '?') => at = tight(line, at),
                _ => {}
            }
        }
        at += 1;
    }
}

/// `...` → `…`, but `etc...` → `etc.`
fn ellipsis(line: &mut Line) {
    let mut at = 0;
    while at < line.len() {
        let end = line.end(at, |c| c == '.');
        let dots = (at..end).all(|i| line.is_french(i)) && end - at == 3;
        if dots || (line.is_french(at) && line.char(at) == Some('…')) {
            let last = if dots { end } else { at + 1 };
            let etc = at >= 3 && line.slice(at - 3..at).eq_ignore_ascii_case("etc");
            line.set(at, if etc { '.' } else { '…' });
            (at + 1..last).rev().for_each(|i| line.remove(i));
        }
        at += 1;
    }
}

/// A no-break space before a colon that a space or the end follows; ratios and times are left.
fn colon(line: &mut Line, at: usize) -> usize {
    let follows = line.char(at + 1).is_none_or(|c| c.is_whitespace() || matches!(c, '»' | '\u{fffc}'));
    let first = line.before(at).is_none_or(|c| c == '\n' || c == ':');
    if !follows || first {
        return at;
    }
    if line.is_space(at - 1) {
        line.set(at - 1, NO_BREAK);
        return at;
    }
    if line.before(at) == Some(NO_BREAK) {
        return at;
    }
    line.insert(at, NO_BREAK);
    at + 1
}

/// No space before `;`, `!` and `?`, unless the mark is quoted or begins the text.
fn tight(line: &mut Line, at: usize) -> usize {
    let ends = line.char(at + 1).is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '=' | '-' | '_'));
    let mut start = at;
    while start > 0 && line.is_space(start - 1) {
        start -= 1;
    }
    let quoted =
        start.checked_sub(1).and_then(|i| line.char(i)).is_none_or(|c| matches!(c, '«' | '\n' | '('));
    if !ends || quoted {
        return at;
    }
    (start..at).rev().for_each(|i| line.remove(i));
    start
}

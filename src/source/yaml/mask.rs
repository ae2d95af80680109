//! Replaces what a parser would trip over by harmless characters, one for one; it changes no place.

use crate::source::yaml::Trap;
use crate::source::yaml::TrapKind;

/// `text` with each trap neutralised: same number of characters, same lines.
pub(super) fn mask(text: &str, traps: &[Trap]) -> String {
    let mut out = String::with_capacity(text.len());
    let json = text.trim_start().starts_with(['{', '[']);
    let mut masks: Vec<(&std::ops::Range<usize>, char)> =
        traps.iter().map(|t| (&t.value, if is_blanked(text, t) { ' ' } else { 'x' })).collect();
    masks.sort_by_key(|(range, _)| (range.start, range.end));
    let mut next = 0;
    let mut indent = true;
    for (at, c) in text.char_indices() {
        indent = c == '\n' || (indent && c.is_whitespace());
        while next < masks.len() && masks[next].0.end <= at {
            next += 1;
        }
        let covering = masks[next..].iter().take_while(|(r, _)| r.start <= at).find(|(r, _)| r.end > at);
        out.push(match covering {
            _ if c == '\n' => c,
            Some((_, with)) => *with,
            None if c == '\t' && json && indent => ' ',
            None if is_forbidden(c) => 'x',
            None => c,
        });
    }
    out
}

/// Tabs, anchors and tags go; any other value stays as a value.
fn is_blanked(text: &str, trap: &Trap) -> bool {
    let prefix = trap.kind == TrapKind::Advanced && text[trap.value.start..].starts_with(['&', '!']);
    matches!(trap.kind, TrapKind::Tab | TrapKind::NoBreak) || prefix
}

/// Whether XML 1.0 (production 2, Char) has no place for `c`; YAML mostly agrees.
fn is_forbidden(c: char) -> bool {
    (c < ' ' && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

//! What typography leaves alone: code and math in plain text, addresses everywhere.

use crate::notation::typography::line::Line;

const SCHEMES: &[&str] = &["https://", "http://", "mailto:", "www."];

/// Fixes addresses, up to the next space.
pub fn addresses(line: &mut Line) {
    let mut at = 0;
    while at < line.len() {
        let starts = |scheme: &&str| {
            let length = scheme.chars().count();
            at + length < line.len() && line.slice(at..at + length).eq_ignore_ascii_case(scheme)
        };
        let apart = line.before(at).is_none_or(|c| !c.is_alphanumeric());
        if apart && SCHEMES.iter().any(starts) {
            let end = line.end(at, |c| !c.is_whitespace() && !matches!(c, '»' | '"' | '>'));
            line.fix(at..end);
            at = end;
        }
        at += 1;
    }
}

/// The parts of a text; `true` for `` `code` `` and `$math$`, marks included.
pub fn split(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(length) = text[at..].find(['`', '$']) {
        let open = at + length;
        match close(&text[open..]) {
            Some(length) => {
                parts.push((&text[plain..open], false));
                parts.push((&text[open..open + length], true));
                plain = open + length;
                at = plain;
            }
            None => at = open + 1,
        }
    }
    parts.push((&text[plain..], false));
    parts
}

/// The length of the code or math that `text` begins with.
fn close(text: &str) -> Option<usize> {
    let mark = text.chars().next()?;
    let inside = &text[1..];
    // A dollar that a space or a digit's end surrounds is money: « de 5 $ à 6 $ ».
    if mark == '$' && inside.starts_with(|c: char| c.is_whitespace()) {
        return None;
    }
    let end = inside.find(mark)?;
    let spaced = mark == '$' && inside[..end].ends_with(|c: char| c.is_whitespace());
    (end > 0 && !spaced && !inside[..end].contains('\n')).then_some(end + 2)
}

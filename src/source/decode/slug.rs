//! What an id looks like, and the id that a text would give.

use crate::source::decode::words::fold;

/// Longest id, in characters.
const LENGTH: usize = 48;

/// Whether `text` is an id: `[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 48 characters.
pub(super) fn is_slug(text: &str) -> bool {
    let word =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= LENGTH && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.split('-').all(word)
}

/// The id nearest to `text`, if its letters give one.
pub(super) fn propose(text: &str) -> Option<String> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    let mut out = String::new();
    for word in words.skip_while(|w| !w.starts_with(|c: char| c.is_ascii_lowercase())) {
        if out.len() + word.len() + 1 > LENGTH {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(word);
    }
    is_slug(&out).then_some(out)
}

//! Tells a comment, an alias, an anchor or a box from prose; it reports nothing.

/// The ` #` that cuts a text, not one that starts a comment: a comment has two spaces before it
/// and one after, or follows a single word, number, date or duration.
pub(super) fn hash(text: &str) -> Option<usize> {
    let at = text.find(" #")?;
    let (before, after) = (&text[..at], &text[at + 2..]);
    let spaced = after.is_empty() || after.starts_with(' ');
    let aside = before.ends_with([' ', '\t']) || is_code(before.trim());
    // « Alliage # 6061 » is a text: « no » is written so.
    let numbered = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let named = numbered && before.starts_with(char::is_uppercase);
    (!(spaced && aside) || named).then_some(at + 1)
}

/// A word, number, date, percentage or duration of the format rather than prose.
fn is_code(text: &str) -> bool {
    let amount = text.starts_with(|c: char| c.is_ascii_digit());
    let short = |word: &str| word.len() <= 3 || word.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_suffix(" %").unwrap_or(text);
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-%".contains(&b))
        || (amount && text.split(' ').all(short))
}

/// `*name`: YAML's own rather than prose.
pub(super) fn is_alias(value: &str) -> bool {
    let mut words = value[1..].split(' ');
    words.next().is_some_and(is_name) && words.next().is_none_or(|next| next.starts_with('#'))
}

/// Length of `&name` or `!tag` before a value: YAML's own rather than prose.
pub(super) fn prefix(value: &str) -> Option<usize> {
    let token = value.split(' ').next().unwrap_or_default();
    is_name(token.trim_start_matches(['&', '!'])).then_some(token.len())
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

/// `[x] …` or `[ ] …`: an option, as Markdown writes it.
pub(super) fn is_box(value: &str) -> bool {
    ["[x] ", "[X] ", "[ ] "].iter().any(|mark| value.starts_with(mark))
}

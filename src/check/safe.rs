//! Names that every LMS keeps as they are: ASCII, lower case; it knows no file.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` in ASCII and lower case, as far as letters have a plain form; others become `-`.
pub fn ascii(text: &str) -> String {
    let mut out = String::new();
    for c in text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'œ' => out.push_str("oe"),
            'æ' => out.push_str("ae"),
            'ß' => out.push_str("ss"),
            'ø' => out.push('o'),
            '²' => out.push('2'),
            '³' => out.push('3'),
            _ if c.is_ascii() => out.push(c),
            _ => out.push('-'),
        }
    }
    out
}

/// A file or folder name of `[a-z0-9._-]` that does not start with a dot, at most 60 characters.
pub fn name(text: &str) -> String {
    let mut out = String::new();
    for c in ascii(text).chars() {
        let kept = if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '-' };
        if kept != '-' || !out.ends_with('-') {
            out.push(kept);
        }
    }
    // Moodle takes `..` out of names.
    let parts = out.split('.').map(|part| part.trim_end_matches('-'));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    shorten(parts.join(".").trim_start_matches('-'))
}

/// Keeps the ending of a long name.
fn shorten(name: &str) -> String {
    const LONGEST: usize = 60;
    if name.len() <= LONGEST {
        return if name.is_empty() { "x".to_owned() } else { name.to_owned() };
    }
    let (stem, ending) = name.rsplit_once('.').filter(|(_, e)| e.len() < 10).unwrap_or((name, ""));
    let room = LONGEST - ending.len() - 1;
    let stem = stem[..stem.len().min(room)].trim_end_matches('.');
    if ending.is_empty() { stem.to_owned() } else { format!("{stem}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_blanks_and_signs_become_plain() {
        assert_eq!(name("Schéma de l'œuvre n°1.SVG"), "schema-de-l-oeuvre-n-1.svg");
        assert_eq!(name("cuve.svg"), "cuve.svg");
        assert_eq!(name(".cache"), "cache");
        assert_eq!(name("plan..v2.svg"), "plan.v2.svg");
        assert_eq!(name("été .png"), "ete.png");
        assert_eq!(name("漢字"), "x");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        assert_eq!(name(&format!("{}.tar", "a".repeat(90))), format!("{}.tar", "a".repeat(56)));
    }
}

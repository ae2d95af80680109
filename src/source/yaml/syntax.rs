//! Says in an author's words why a YAML text cannot be read; it reads none.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Text;
use crate::source::yaml::tree::SyntaxError;
use crate::text;

/// What the parser says, in part; the cause in French; the cause in English.
const CAUSES: &[(&str, &str, &str)] = &[
    (
        "simple key expect",
        "cette ligne n'est ni une clé suivie de « : » ni la suite d'un texte en retrait",
        "this line is neither a key followed by « : » nor the rest of an indented text",
    ),
    (
        "did not find expected key",
        "cette ligne n'est pas alignée avec les clés au-dessus",
        "this line is not aligned with the keys above",
    ),
    (
        "did not find expected '-'",
        "cette ligne n'est pas alignée avec les tirets de la liste",
        "this line is not aligned with the dashes of the list",
    ),
    (
        "mapping values are not allowed",
        "un deux-points est ici de trop, ou le retrait de la ligne n'est pas le bon",
        "a colon is out of place here, or the line is not indented as it should",
    ),
    ("block sequence entries", "une liste ne peut pas commencer ici", "a list cannot start here"),
    ("flow mapping", "il manque une virgule ou « } »", "a comma or « } » is missing"),
    ("flow sequence", "il manque une virgule ou « ] »", "a comma or « ] » is missing"),
    (
        "misplaced bracket",
        "ce crochet ou cette accolade ne ferme rien",
        "this bracket or brace closes nothing",
    ),
    (
        "unknown escape",
        "dans des guillemets droits, « \\ » doit être doublé",
        "inside straight quotes, « \\ » must be doubled",
    ),
    (
        "quoted scalar",
        "un texte entre guillemets droits n'est pas bien fermé",
        "a text in straight quotes is not closed properly",
    ),
    (
        "block scalar",
        "les lignes du bloc « | » doivent avoir au moins le retrait de la première",
        "the lines of the « | » block must be indented at least as much as the first",
    ),
    (
        "indentation",
        "le retrait de cette ligne ne correspond à aucun de ceux d'au-dessus",
        "the indent of this line matches none of those above",
    ),
    ("tab", "une tabulation n'a pas sa place ici", "a tab has no place here"),
    ("unknown anchor", "« * » ne peut pas commencer une valeur", "« * » cannot start a value"),
    (
        "end of stream",
        "le texte finit avant la fin de ce qui est ouvert",
        "the text ends before what is open is closed",
    ),
];

/// The one finding of a text that cannot be read.
pub(super) fn finding(error: &SyntaxError, text: &Fragment) -> Diagnostic {
    // A line that should have been a key is only missed once the next one starts.
    let late = error.info.contains("simple key expect");
    let end = text.text()[..error.at].rfind('\n').filter(|_| late).unwrap_or(error.at);
    let at = place(text.text(), end);
    let span = text.span(at.clone());
    let (fr, en) = cause(&error.info);
    let message = text! {
        fr: "ce YAML ne peut pas être lu : {fr}",
        en: "this YAML cannot be read: {en}",
    };
    Diagnostic::new(Code::FIL1002, span, message).hint(hint(text.text(), at.start))
}

fn cause(info: &str) -> (&'static str, &'static str) {
    let found = CAUSES.iter().find(|(part, ..)| info.contains(part));
    found.map_or(("un signe n'est pas à sa place", "a sign is out of place"), |&(_, fr, en)| (fr, en))
}

/// The words on the line of `at`; the line before when the parser stopped at an end.
fn place(text: &str, at: usize) -> std::ops::Range<usize> {
    let kept = text[..at.min(text.len())].trim_end();
    let rest = text[at..].lines().next().unwrap_or_default();
    let stopped = if rest.trim().is_empty() { kept.len() } else { at };
    let start = text[..stopped].rfind('\n').map_or(0, |n| n + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    start + indent..start + line.trim_end().len().max(indent)
}

/// `key:value` or `key = value`
fn glued(line: &str) -> Option<(&str, &str)> {
    let end = line.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).filter(|n| *n > 1)?;
    let (key, rest) = line.split_at(end);
    let value = rest.trim_start().strip_prefix([':', '='])?.trim();
    (!value.is_empty() && !rest.starts_with(": ")).then_some((key, value))
}

/// The usual cure: text of a block that is not indented.
fn hint(text: &str, at: usize) -> Text {
    let above = text[..at].trim_end().lines().next_back().unwrap_or_default();
    if above.trim_end().ends_with(['|', '>']) {
        return text! {
            fr: "le texte d'un bloc « | » doit être deux espaces plus loin que sa clé",
            en: "the text of a « | » block must stand two spaces further than its key",
        };
    }
    let line = text[at..].lines().next().unwrap_or_default();
    if let Some((key, value)) = glued(line) {
        return text! {
            fr: "écrivez « {key}: {value} » : un deux-points, puis une espace",
            en: "write « {key}: {value} »: a colon, then a space",
        };
    }
    if line.contains(": '") {
        return text! {
            fr: "une apostrophe ferme les guillemets simples : mettez la valeur entre guillemets droits doubles",
            en: "an apostrophe closes single quotes: put the value in straight double quotes",
        };
    }
    text! {
        fr: "vérifiez le retrait, les tirets et les deux-points de cette ligne et de celle d'avant",
        en: "check the indent, the dashes and the colons of this line and the one before",
    }
}

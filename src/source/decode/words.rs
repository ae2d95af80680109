//! Finds the word of the format that an author meant by a French, foreign or mistyped one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diag::closest;
use crate::source::Kind;
use crate::source::Variants;

/// The field of `kind` that `key` means or is; `None` when it is like none.
pub(super) fn means(key: &str, kind: &'static Kind) -> Option<&'static str> {
    let folded = fold(key);
    let named = kind.fields().find(|f| fold(f.name) == folded);
    let synonym = kind.fields().find(|f| f.synonyms.iter().any(|s| fold(s) == folded));
    if let Some(field) = named.or(synonym) {
        return Some(field.name);
    }
    closest(key, kind.fields().map(|f| f.name))
        .or_else(|| near_synonym(&folded, kind))
        .and_then(|name| kind.field(name))
        .map(|f| f.name)
}

fn near_synonym(folded: &str, kind: &'static Kind) -> Option<&'static str> {
    let all = kind.fields().flat_map(|f| f.synonyms);
    let near = closest(folded, all.copied())?;
    kind.fields().find(|f| f.synonyms.contains(&near)).map(|f| f.name)
}

/// The one of `allowed` that `word` means, in French, in other words or mistyped.
pub(super) fn meant<'a>(word: &str, allowed: &[&'a str]) -> Option<&'a str> {
    let folded = fold(word);
    let same = allowed.iter().find(|a| fold(a) == folded);
    let synonym =
        SYNONYMS.iter().filter(|(s, _)| *s == folded).find_map(|(_, m)| allowed.iter().find(|a| *a == m));
    same.or(synonym).copied().or_else(|| closest(word, allowed.iter().copied()))
}

/// The type of a later version that `word` is or means.
pub(super) fn later(word: &str, variants: &Variants) -> Option<&'static str> {
    let meant = synonym(word, variants);
    variants.later.iter().find(|l| **l == word || Some(**l) == meant).copied()
}

/// The type that `word` means in other words.
pub(super) fn synonym(word: &str, variants: &Variants) -> Option<&'static str> {
    let folded = fold(word);
    variants.synonyms.iter().find(|(s, _)| fold(s) == folded).map(|(_, meant)| *meant)
}

/// Lower case, without accents, words joined by dashes.
pub(super) fn fold(word: &str) -> String {
    let unmarked = word.trim().nfd().filter(|c| !is_combining_mark(*c));
    let lower = unmarked.flat_map(char::to_lowercase).collect::<String>();
    lower.replace('œ', "oe").replace(['_', ' ', '\u{a0}', '’'], "-")
}

/// Folded French words for words of the format.
const SYNONYMS: &[(&str, &str)] = &[
    ("theorie", "theory"),
    ("theorique", "theory"),
    ("projet-technique", "technical-project"),
    ("projet-numerique", "digital-project"),
    ("atelier", "workshop"),
    ("capsule", "video"),
    ("design-industriel", "industrial-design"),
    ("metallurgie", "metallurgy"),
    ("genie-civil", "civil-engineering"),
    ("genie-mecanique", "mechanical-engineering"),
    ("mecanique", "mechanical-engineering"),
    ("genie-aerospatial", "aerospace-engineering"),
    ("aerospatiale", "aerospace-engineering"),
    ("collegial", "college"),
    ("cegep", "college"),
    ("universitaire", "university"),
    ("universite", "university"),
    ("memoriser", "remember"),
    ("se-souvenir", "remember"),
    ("connaitre", "remember"),
    ("comprendre", "understand"),
    ("appliquer", "apply"),
    ("analyser", "analyze"),
    ("analyse", "analyze"),
    ("evaluer", "evaluate"),
    ("creer", "create"),
    ("auteur", "author"),
    ("autrice", "author"),
    ("editeur", "publisher"),
    ("editrice", "publisher"),
    ("reviseur", "editor"),
    ("revision", "editor"),
    ("validation", "validator"),
    ("graphiste", "graphical designer"),
    ("concepteur-pedagogique", "instructional designer"),
    ("conceptrice-pedagogique", "instructional designer"),
    ("experte", "subject matter expert"),
    ("expert", "subject matter expert"),
    ("evaluation", "assessment"),
    ("examen", "assessment"),
    ("les-deux", "both"),
    ("deux", "both"),
    ("meilleure", "best"),
    ("meilleur", "best"),
    ("derniere", "last"),
    ("premiere", "first"),
    ("moyenne", "average"),
    ("immediat", "immediate"),
    ("immediatement", "immediate"),
    ("apres-tentative", "after-attempt"),
    ("apres-reussite", "after-pass"),
    ("jamais", "never"),
    ("aucune", "none"),
    ("aucun", "none"),
    ("toujours", "always"),
    ("apres-pages", "after-pages"),
    ("apres-les-pages", "after-pages"),
    ("illimite", "unlimited"),
    ("illimitees", "unlimited"),
    ("infini", "unlimited"),
    ("casse", "case"),
    ("majuscules", "case"),
    ("accent", "accents"),
    ("choix", "options"),
    ("scorm", "scorm12"),
    ("scorm-1.2", "scorm12"),
    ("tincan", "xapi"),
];

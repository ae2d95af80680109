//! What the library says of a formula → a finding in two languages, with its place.

use math_core::LatexError;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::closest;
use crate::notation::math::commands::COMMANDS;
use crate::notation::math::expand::MACROS;
use crate::text;

/// Beginnings of the library's messages, and what they mean in French and in English.
const MEANINGS: &[(&str, &str, &str)] = &[
    (
        "Expected closing token",
        "une accolade ou un \\begin n'est pas fermé",
        "a brace or a \\begin is not closed",
    ),
    ("Unmatched closing token", "rien n'ouvre ce qui se ferme ici", "nothing opens what closes here"),
    ("Expected argument", "il manque un argument entre accolades", "an argument in braces is missing"),
    (
        "There must be a parenthesis",
        "il manque un délimiteur, comme « ( »",
        "a delimiter is missing, as « ( »",
    ),
    (
        "Disallowed character",
        "ce caractère n'est pas permis dans un texte",
        "this character is not allowed in text",
    ),
    ("Unknown environment", "cet environnement n'existe pas", "this environment does not exist"),
    ("Unknown color", "cette couleur n'existe pas", "this colour does not exist"),
    ("Expected \"\\end", "le \\end ne répond pas au \\begin", "the \\end does not match the \\begin"),
    ("Found \"", "ce signe n'a pas sa place ici", "this sign does not belong here"),
    (
        "'^' or '_' directly",
        "« ^ » ou « _ » sans rien à quoi s'appliquer",
        "« ^ » or « _ » with nothing to apply to",
    ),
    (
        "Duplicate subscript",
        "deux indices ou deux exposants de suite",
        "two subscripts or two superscripts in a row",
    ),
    ("Hard limit exceeded", "cette formule est trop longue", "this formula is too long"),
    ("Not valid in math mode", "cette commande ne vaut que dans un texte", "this command is for text only"),
    ("Not valid in text mode", "cette commande ne vaut pas dans un texte", "this command is not for text"),
];

pub fn finding(tex: &Fragment, error: &LatexError) -> Diagnostic {
    let said = error.error_message();
    let length = tex.text().len();
    let start = tex.text().floor_char_boundary(error.0.start.min(length));
    let end = tex.text().ceil_char_boundary(error.0.end.clamp(start, length));
    // At the end of the formula there is nothing to underline: its last character is.
    let start = if start == end { tex.text().floor_char_boundary(start.saturating_sub(1)) } else { start };
    let at = tex.span(start..end);
    if let Some(name) = said.strip_prefix("Unknown command \"\\").and_then(|rest| rest.strip_suffix("\".")) {
        return unknown(name, at);
    }
    let meaning = MEANINGS.iter().find(|(beginning, ..)| said.starts_with(beginning));
    let message = match meaning {
        Some((_, fr, en)) => text! { fr: "{fr}", en: "{en}" },
        None => text! { fr: "cette formule ne se lit pas", en: "this formula cannot be read" },
    };
    let said = said.trim_end_matches('.');
    Diagnostic::new(Code::FIL4006, at, message)
        .hint(text! { fr: "le convertisseur a dit : {said}", en: "the converter said: {said}" })
}

fn unknown(name: &str, at: crate::diag::Span) -> Diagnostic {
    let message =
        text! { fr: "la commande « \\{name} » n'existe pas", en: "there is no command « \\{name} »" };
    let known = COMMANDS.iter().copied().chain(MACROS.iter().map(|(name, _)| *name));
    let cure = match closest(name, known) {
        Some(near) => text! { fr: "vouliez-vous dire « \\{near} »?", en: "did you mean « \\{near} »?" },
        None => text! {
            fr: "employez une commande LaTeX courante; pour des mots, \\text{{…}}",
            en: "use a common LaTeX command; for words, \\text{{…}}",
        },
    };
    Diagnostic::new(Code::FIL4005, at, message).hint(cure)
}

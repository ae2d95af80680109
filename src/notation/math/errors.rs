//! What the library says of a formula → a finding in two languages, with its place.

use math_core::LatexError;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Text;
use crate::diag::closest;
use crate::notation::math::commands::COMMANDS;
use crate::notation::math::expand::MACROS;
use crate::notation::math::meanings::MEANINGS;
use crate::notation::math::meanings::UNREADABLE;
use crate::text;

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
    let meaning = MEANINGS.iter().find(|meaning| meaning.label == error.label());
    let meaning = meaning.unwrap_or(&UNREADABLE);
    let both = |(fr, en): (&str, &str)| Text::new(fr, en);
    Diagnostic::new(Code::FIL4006, at, both(meaning.message)).hint(both(meaning.cure))
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

//! Findings that several checkers share, worded once; it decides nothing.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::diag::Text;
use crate::diag::closest;
use crate::formula::UnknownUnit;
use crate::model::is_slug;
use crate::source::Spanned;
use crate::text;

/// How many known names a hint lists at most.
const LISTED: usize = 8;

/// « vouliez-vous dire … » when one of `known` is near, otherwise what there is to choose from.
pub fn suggest<'a>(found: Diagnostic, word: &str, known: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let known: Vec<&str> = known.into_iter().collect();
    if let Some(meant) = closest(word, known.iter().copied()) {
        return found.hint(text! { fr: "vouliez-vous dire « {meant} »?", en: "did you mean « {meant} »?" });
    }
    let more = if known.len() > LISTED { ", …" } else { "" };
    let names: Vec<String> = known.iter().take(LISTED).map(|name| format!("« {name} »")).collect();
    match names.join(", ") {
        names if names.is_empty() => found.hint(text! {
            fr: "il n'y en a encore aucun : ajoutez-le, ou enlevez ce renvoi",
            en: "there is none yet: add it, or remove this reference",
        }),
        names => {
            found.hint(text! { fr: "noms possibles : {names}{more}", en: "possible names: {names}{more}" })
        }
    }
}

/// FIL2002: an id that was taken before.
pub fn repeated(id: &str, again: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        Code::FIL2002,
        again,
        text! { fr: "« {id} » est déjà pris", en: "« {id} » is already taken" },
    )
    .related(first, text! { fr: "pris ici d'abord", en: "taken here first" })
    .hint(text! { fr: "donnez un autre nom à l'un des deux", en: "give another name to one of the two" })
}

/// FIL1026: a text that must not be empty.
pub fn blank(at: Span, message: Text) -> Diagnostic {
    Diagnostic::new(Code::FIL1026, at, message).hint(
        text! { fr: "écrivez le texte, ou enlevez l'élément", en: "write the text, or remove the item" },
    )
}

/// FIL2001: not a slug.
pub fn malformed(id: &Spanned<String>) -> Diagnostic {
    let written = &id.value;
    let found = Diagnostic::new(
        Code::FIL2001,
        id.span,
        text! { fr: "« {written} » n'est pas un identifiant", en: "« {written} » is not an id" },
    );
    let cure = slugify(written);
    if is_slug(&cure) && cure != *written {
        return found.hint(text! { fr: "écrivez « {cure} »", en: "write « {cure} »" });
    }
    found.hint(text! {
        fr: "un identifiant est fait de minuscules sans accent, de chiffres et de traits d'union, et commence par une lettre; il a au plus 48 caractères",
        en: "an id is made of lower-case letters without accents, digits and hyphens, and starts with a letter; it has at most 48 characters",
    })
}

/// FIL2004: a reference to an id that does not exist.
pub fn unknown<'a>(
    word: &Spanned<String>,
    message: Text,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    suggest(Diagnostic::new(Code::FIL2004, word.span, message), &word.value, known)
}

/// FIL2107: a unit of which a part is not in the table.
pub fn unknown_unit(written: &str, unknown: &UnknownUnit, at: Span) -> Diagnostic {
    let part = written.get(unknown.at.clone()).filter(|p| !p.is_empty()).unwrap_or(written);
    let message = text! { fr: "l'unité « {part} » est inconnue", en: "the unit « {part} » is unknown" };
    let found = Diagnostic::new(Code::FIL2107, at, message);
    match &unknown.meant {
        Some(meant) => {
            found.hint(text! { fr: "vouliez-vous dire « {meant} »?", en: "did you mean « {meant} »?" })
        }
        None => found.hint(text! {
            fr: "les unités s'écrivent comme kWh/kg, N/mm², kN·m, mm^4",
            en: "units are written as kWh/kg, N/mm², kN·m, mm^4",
        }),
    }
}

/// The slug nearest to a text: accents dropped, other characters made hyphens.
pub fn slugify(text: &str) -> String {
    let plain = crate::check::safe::ascii(text);
    let parts = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty());
    let slug = parts.collect::<Vec<_>>().join("-");
    slug.chars().take(48).collect::<String>().trim_end_matches('-').to_owned()
}

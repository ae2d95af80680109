//! Words the findings about single words, numbers, dates and addresses; it decides on none.

use std::fmt::Display;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Span;
use crate::source::decode::scalar;
use crate::source::decode::slug;
use crate::text;

pub(super) fn out_of_range(text: &Fragment, low: &impl Display, high: &impl Display) -> Diagnostic {
    let value = text.text();
    let message = text! {
        fr: "« {value} » n'est pas entre {low} et {high}",
        en: "« {value} » is not between {low} and {high}",
    };
    Diagnostic::new(Code::FIL1013, text.all(), message)
}

pub(super) fn decimal_comma(written: &str, at: Span) -> Diagnostic {
    let cured =
        scalar::comma(written).filter(|_| !written.contains('%')).unwrap_or_else(|| scalar::point(written));
    let message = text! {
        fr: "« {written} » est écrit avec une virgule décimale",
        en: "« {written} » is written with a decimal comma",
    };
    Diagnostic::new(Code::FIL1011, at, message).hint(text! {
        fr: "écrivez « {cured} »; la virgule sera mise à l'affichage",
        en: "write « {cured} »; French readers will see a comma",
    })
}

pub(super) fn not_a_number(text: &Fragment) -> Diagnostic {
    wrong(text, ("un nombre, comme 4.2", "a number, as 4.2"))
}

pub(super) fn not_an_integer(text: &Fragment) -> Diagnostic {
    wrong(text, ("un nombre entier, comme 3", "a whole number, as 3"))
}

/// 0.7 where 70 is meant.
pub(super) fn share(found: Diagnostic, share: f64) -> Diagnostic {
    let percent = (share * 100.0).round();
    found.hint(text! { fr: "écrivez « {percent} », en pour cent", en: "write « {percent} », in per cent" })
}

pub(super) fn bad_language(text: &Fragment) -> Diagnostic {
    let finding = wrong(text, ("une langue, comme fr-CA", "a language, as fr-CA"));
    let dashed = text.text().replace('_', "-");
    if dashed == text.text() {
        return finding;
    }
    finding.hint(text! { fr: "écrivez « {dashed} »", en: "write « {dashed} »" })
}

pub(super) fn bad_iri(text: &Fragment) -> Diagnostic {
    wrong(text, ("une adresse qui commence par https://", "an address that starts with https://"))
}

pub(super) fn bad_base(text: &Fragment) -> Diagnostic {
    let address = "une adresse qui commence par https:// et finit par une barre oblique";
    wrong(text, (address, "an address that starts with https:// and ends with a slash"))
}

fn wrong(text: &Fragment, (fr, en): (&str, &str)) -> Diagnostic {
    let value = text.text();
    let message = text! {
        fr: "« {value} » n'est pas {fr}",
        en: "« {value} » is not {en}",
    };
    Diagnostic::new(Code::FIL1010, text.all(), message)
}

pub(super) fn not_a_boolean(text: &Fragment, folded: &str) -> Diagnostic {
    let finding = wrong(text, ("true (vrai) ni false (faux)", "true or false"));
    let word = match folded {
        "vrai" | "oui" | "yes" | "on" | "v" | "o" | "y" | "1" | "true" => "true",
        "faux" | "non" | "no" | "off" | "f" | "n" | "0" | "false" => "false",
        _ => {
            return finding
                .hint(text! { fr: "écrivez « true » ou « false »", en: "write « true » or « false »" });
        }
    };
    finding.hint(text! { fr: "écrivez « {word} »", en: "write « {word} »" })
}

pub(super) fn not_among(text: &Fragment, allowed: &[&str], meant: Option<&str>) -> Diagnostic {
    let value = text.text();
    let message = text! {
        fr: "« {value} » n'est pas une valeur possible",
        en: "« {value} » is not a possible value",
    };
    let finding = Diagnostic::new(Code::FIL1012, text.all(), message);
    if let Some(meant) = meant {
        return finding.hint(text! { fr: "vouliez-vous dire « {meant} »?", en: "did you mean « {meant} »?" });
    }
    let allowed = allowed.join(", ");
    finding.hint(text! { fr: "valeurs possibles : {allowed}", en: "possible values: {allowed}" })
}

pub(super) fn bad_slug(text: &Fragment) -> Diagnostic {
    let id = text.text();
    let message = text! {
        fr: "« {id} » n'est pas un identifiant",
        en: "« {id} » is not an id",
    };
    let finding = Diagnostic::new(Code::FIL2001, text.all(), message);
    let bare = ["yaml", "yml", "json", "md"].iter().find_map(|ending| id.strip_suffix(&format!(".{ending}")));
    match slug::propose(bare.unwrap_or(id)) {
        Some(slug) => finding.hint(text! { fr: "écrivez « {slug} »", en: "write « {slug} »" }),
        None => finding.hint(text! {
            fr: "minuscules sans accent, chiffres et traits d'union; une lettre d'abord; 48 caractères au plus",
            en: "lower case without accents, digits and hyphens; a letter first; at most 48 characters",
        }),
    }
}

pub(super) fn bad_date(text: &Fragment) -> Diagnostic {
    badly_written(text, ("une date, comme 2026-11-22", "a date, as 2026-11-22"))
}

pub(super) fn bad_version(text: &Fragment) -> Diagnostic {
    badly_written(text, ("une version, comme 1.0.0", "a version, as 1.0.0"))
}

pub(super) fn bad_duration(text: &Fragment) -> Diagnostic {
    badly_written(text, ("une durée, comme 45 min ou 1 h 30", "a duration, as 45 min or 1 h 30"))
}

fn badly_written(text: &Fragment, (fr, en): (&str, &str)) -> Diagnostic {
    let value = text.text();
    let message = text! {
        fr: "« {value} » n'est pas {fr}",
        en: "« {value} » is not {en}",
    };
    Diagnostic::new(Code::FIL1025, text.all(), message)
}

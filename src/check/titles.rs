//! Short texts that targets limit or mangle: titles, names, responses; prose is checked elsewhere.

use crate::check::findings;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::source::Spanned;
use crate::text;

/// A short text that must not be empty.
pub fn short(text: &Spanned<String>, sink: &mut Sink) -> Option<String> {
    let trimmed = text.value.trim();
    if trimmed.is_empty() {
        let message = text! { fr: "ce texte est vide", en: "this text is empty" };
        sink.push(findings::blank(text.span, message));
        return None;
    }
    Some(trimmed.to_owned())
}

/// The title of a module: at most `limit` characters, and nothing in it that Moodle would drop.
pub fn title(text: &Spanned<String>, limit: usize, sink: &mut Sink) -> Option<String> {
    let title = short(text, sink)?;
    let fits = within(&title, limit, text.span, sink);
    let dropped = dropped(&title);
    if let Some(part) = &dropped {
        sink.push(mangled(&title, part, text.span));
    }
    (fits && dropped.is_none()).then_some(title)
}

/// Whether `text` has at most `limit` characters; a longer one is reported.
pub fn within(text: &str, limit: usize, span: Span, sink: &mut Sink) -> bool {
    let length = text.chars().count();
    if length > limit {
        let message = text! {
            fr: "ce texte a {length} caractères; la cible en garde au plus {limit}",
            en: "this text has {length} characters; the target keeps at most {limit}",
        };
        sink.push(Diagnostic::new(Code::FIL5001, span, message).hint(text! {
            fr: "raccourcissez-le : Moodle refuse tout le paquet quand un texte dépasse",
            en: "shorten it: Moodle refuses the whole package when a text is too long",
        }));
    }
    length <= limit
}

fn mangled(title: &str, part: &str, span: Span) -> Diagnostic {
    let message = if part.trim().is_empty() {
        text! {
            fr: "Moodle perdrait une espace de « {title} »",
            en: "Moodle would lose a space of « {title} »",
        }
    } else {
        text! {
            fr: "Moodle perdrait le « 0 » de « {title} »",
            en: "Moodle would lose the « 0 » of « {title} »",
        }
    };
    Diagnostic::new(Code::FIL5002, span, message).hint(text! {
        fr: "récrivez le titre avec des mots, par exemple « et » au lieu de &, « inférieur à » au lieu de <",
        en: "write the title with words, for example « and » instead of &, « less than » instead of <",
    })
}

/// The first run of `title` that Moodle drops.
///
/// Moodle gathers a title from the runs that libxml delivers, and drops each run that is blank or
/// `0` once trimmed. A run ends at each entity (we write `&` and `<` so), and where the first
/// character outside ASCII of a run follows ASCII ones.
fn dropped(title: &str) -> Option<String> {
    let runs = title.split(['&', '<']).flat_map(|part| {
        let ascii = part.find(|c: char| !c.is_ascii()).unwrap_or(part.len());
        [&part[..ascii], &part[ascii..]]
    });
    runs.filter(|run| !run.is_empty())
        .find(|run| matches!(run.trim_matches([' ', '\t', '\n', '\r', '\0', '\u{b}']), "" | "0"))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_moodle_drops_are_found() {
        assert_eq!(dropped("0").as_deref(), Some("0"));
        assert_eq!(dropped("0é").as_deref(), Some("0"));
        assert_eq!(dropped("T < 0").as_deref(), Some(" 0"));
        assert_eq!(dropped("Al & < Mg").as_deref(), Some(" "));
        assert_eq!(dropped("Bain & électrolyse").as_deref(), Some(" "));
    }

    #[test]
    fn runs_that_moodle_keeps_are_not() {
        assert_eq!(dropped("De la bauxite au lingot"), None);
        assert_eq!(dropped("Al & Mg"), None);
        assert_eq!(dropped("pH > 0"), None);
        assert_eq!(dropped("Électrolyse à 0 °C"), None);
        assert_eq!(dropped("T < 10"), None);
    }
}

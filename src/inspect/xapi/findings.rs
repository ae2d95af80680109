//! Rules that both manifests share: unique identifiers, texts by language, what readers stumble on.

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::inspect::xml::Attribute;
use crate::inspect::xml::Element;
use crate::text;

/// FIL7004 for each identifier that stood before.
pub(super) fn unique<'a>(ids: impl Iterator<Item = &'a Attribute>, sink: &mut Sink) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for id in ids {
        let Some(first) = seen.insert(&id.value, id.at) else { continue };
        seen.insert(&id.value, first);
        let value = &id.value;
        let message = text! {
            fr: "l'identifiant « {value} » est donné deux fois",
            en: "the identifier « {value} » is given twice",
        };
        let found = Diagnostic::new(Code::FIL7004, id.at, message);
        let other = text! { fr: "la première fois ici", en: "the first time here" };
        let hint = text! { fr: "donnez à chacun le sien", en: "give each its own" };
        sink.push(found.related(first, other).hint(hint));
    }
}

/// FIL7003 for a language given twice among texts that stand for each other; FIL7006 for none.
pub(super) fn languages(texts: &[&Element], sink: &mut Sink) {
    let mut seen: Vec<String> = Vec::new();
    for text in texts {
        let Some(lang) = text.attribute("lang") else {
            let name = &text.name;
            let message = text! {
                fr: "« {name} » ne dit pas sa langue",
                en: "« {name} » does not say its language",
            };
            sink.push(misread(text.at, message).hint(text! {
                fr: "ajoutez lang, comme lang=\"fr-CA\" : certaines plateformes choisissent le texte par sa langue",
                en: "add lang, as lang=\"fr-CA\": some platforms choose the text by its language",
            }));
            continue;
        };
        let key = lang.value.to_lowercase();
        if seen.contains(&key) {
            let value = &lang.value;
            let message = text! {
                fr: "la langue « {value} » est donnée deux fois",
                en: "the language « {value} » is given twice",
            };
            let hint = text! { fr: "gardez un texte par langue", en: "keep one text a language" };
            sink.push(Diagnostic::new(Code::FIL7003, lang.at, message).hint(hint));
        }
        seen.push(key);
    }
}

/// FIL7006: identifiers with characters that not every store keeps.
pub(super) fn plain(id: &Attribute, sink: &mut Sink) {
    if !id.value.is_ascii() {
        let value = &id.value;
        let message = text! {
            fr: "l'identifiant « {value} » a des caractères hors de l'ASCII",
            en: "the identifier « {value} » has characters outside ASCII",
        };
        sink.push(misread(id.at, message).hint(text! {
            fr: "écrivez-le sans accents : les LRS comparent les identifiants signe à signe",
            en: "write it without accents: stores compare identifiers sign by sign",
        }));
    }
}

/// FIL7006.
pub(super) fn misread(at: Span, message: Text) -> Diagnostic {
    Diagnostic::new(Code::FIL7006, at, message)
}

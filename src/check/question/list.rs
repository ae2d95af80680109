//! What options, pairs and items have in common: how many there are, and that they differ.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::text;

/// FIL2104 and FIL2105: whether there are at least `least` places, at most `most`.
pub fn count(places: &[Span], least: usize, most: usize, whole: Span, sink: &mut Sink) -> bool {
    let count = places.len();
    if count < least {
        let message = text! {
            fr: "{count} élément ne fait pas une question; il en faut au moins {least}",
            en: "{count} item does not make a question; there must be at least {least}",
        };
        let at = places.first().copied().unwrap_or(whole);
        let hint = text! { fr: "ajoutez une ligne de même forme", en: "add a line of the same form" };
        sink.push(Diagnostic::new(Code::FIL2104, at, message).hint(hint));
    }
    if let Some(first) = places.get(most) {
        let message = text! {
            fr: "{count} éléments, alors que les plateformes en distinguent au plus {most}",
            en: "{count} items, while platforms tell at most {most} apart",
        };
        sink.push(Diagnostic::new(Code::FIL2105, *first, message).hint(text! {
            fr: "enlevez les éléments à partir d'ici, ou faites-en une autre question",
            en: "remove the items from here on, or make another question of them",
        }));
    }
    (least..=most).contains(&count)
}

/// FIL2103: texts that a learner cannot tell apart; blanks and final points do not count.
#[derive(Default)]
pub struct Distinct {
    seen: BTreeMap<String, Span>,
}

impl Distinct {
    /// Notes a text; one that was there before is reported.
    pub fn note(&mut self, text: &str, span: Span, sink: &mut Sink) -> bool {
        let key = normal(text);
        if let Some(first) = self.seen.get(&key) {
            let message = text! {
                fr: "« {key} » est écrit deux fois",
                en: "« {key} » is written twice",
            };
            let found = Diagnostic::new(Code::FIL2103, span, message);
            sink.push(
                found.related(*first, text! { fr: "la première fois ici", en: "the first time here" }).hint(
                    text! {
                        fr: "changez l'un des deux textes, ou supprimez-le",
                        en: "change one of the two texts, or delete it",
                    },
                ),
            );
            return false;
        }
        self.seen.insert(key, span);
        true
    }
}

/// A text as it is compared: NFC, blanks collapsed, no final point. Case stays: mW is not MW.
pub fn normal(text: &str) -> String {
    let text: String = text.nfc().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ';', ',']).to_owned()
}

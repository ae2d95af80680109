//! What a right number is worth in a wrong unit, in one of another dimension, or in wrong digits.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::model::Shares;
use crate::source::Object;
use crate::text;

/// The shares of an answer; a share of what cannot happen is reported.
pub fn shares(answer: &Object, sink: &mut Sink) -> Option<Shares> {
    if answer.is_broken("partial") {
        return None;
    }
    let Some(written) = answer.object("partial") else { return Some(Shares::USUAL) };
    let needs = [("unit", "unit"), ("dimension", "unit"), ("digits", "significant")];
    let mut whole = true;
    for (share, key) in needs {
        if written.key_span(share).is_some() && !answer.has(key) {
            sink.push(pointless(written, share, key));
            whole = false;
        }
    }
    let percent = |key: &str| written.integer(key).and_then(|n| u8::try_from(n.value).ok());
    whole.then(|| Shares {
        unit: percent("unit").unwrap_or(Shares::USUAL.unit),
        dimension: percent("dimension").unwrap_or(Shares::USUAL.dimension),
        digits: percent("digits").unwrap_or(Shares::USUAL.digits),
    })
}

fn pointless(written: &Object, share: &str, key: &str) -> Diagnostic {
    let at = written.key_span(share).unwrap_or(written.span());
    let message = text! {
        fr: "la part « {share} » ne sert que si la réponse a une clé « {key} »",
        en: "the share « {share} » is of use only if the answer has a key « {key} »",
    };
    Diagnostic::new(Code::FIL2117, at, message).hint(text! {
        fr: "ajoutez « {key} » à la réponse, ou enlevez cette part",
        en: "add « {key} » to the answer, or remove this share",
    })
}

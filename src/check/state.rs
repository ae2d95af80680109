//! Whether a learner's state fits in what the target keeps; the state itself is laid out elsewhere.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Limits;
use crate::text;

/// FIL5003 and FIL5004: `worst` is the longest state of the module, in characters.
pub fn state(module: &str, worst: usize, limits: &Limits, at: Option<Span>, sink: &mut Sink) {
    let limit = limits.state;
    let code = match worst {
        _ if worst > limit => Code::FIL5003,
        // An eighth is left to the next version of the module.
        _ if worst > limit - limit / 8 => Code::FIL5004,
        _ => return,
    };
    let message = text! {
        fr: "dans le pire des cas, l'état du module « {module} » compte {worst} caractères, sur {limit}",
        en: "at worst, the state of the module « {module} » has {worst} characters, of {limit}",
    };
    let found = match at {
        Some(span) => Diagnostic::new(code, span, message),
        None => Diagnostic::placeless(code, message),
    };
    sink.push(found.hint(text! {
        fr: "partagez le module en deux, ou réduisez les réponses à taper et le nombre de questions",
        en: "split the module in two, or reduce typed answers and the number of questions",
    }));
}

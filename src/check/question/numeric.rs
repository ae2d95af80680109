//! Numeric questions: a value, what is accepted around it, and mistakes that lie outside of that.

use crate::check::context::Context;
use crate::check::prose;
use crate::check::prose::Item;
use crate::check::question::shares;
use crate::check::question::tolerance;
use crate::check::question::tolerance::Tolerance;
use crate::check::question::units;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::formula;
use crate::formula::Scope;
use crate::formula::significant_digits;
use crate::formula::tidy;
use crate::model::Interaction;
use crate::model::LangTag;
use crate::model::Mistake;
use crate::model::Numeric;
use crate::notation;
use crate::source::Object;
use crate::text;

/// The answer of a numeric question and its guided mistakes.
pub fn numeric(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Interaction> {
    let answer = object.object("answer")?;
    if let Some(found) = unit_inside(answer) {
        sink.push(found);
        return None;
    }
    let units = units::units(answer, &context.names.language, sink);
    let shares = shares::shares(answer, sink);
    let value = answer.prose("value").and_then(|v| formula::evaluate(v, &Scope::default(), sink));
    let accepted = value.and_then(|value| {
        let tolerance = tolerance::tolerance(answer, value, sink)?;
        let (low, high) = tolerance.around(value);
        Some(Accepted { value, low, high, tolerance })
    });
    let mistakes = mistakes(object, accepted.as_ref(), context, sink);
    let (accepted, (units, measure)) = (accepted?, units?);
    shown_is_accepted(answer, &accepted, sink)?;
    let digits = |name: &str| answer.integer(name).and_then(|n| u8::try_from(n.value).ok());
    let unit = units.first().map(|u| u.symbol.clone());
    Some(Interaction::Numeric(Numeric {
        value: accepted.value,
        low: accepted.low,
        high: accepted.high,
        tolerance: accepted.words(unit.as_deref(), context),
        shown: accepted.shown(digits("digits"), unit.as_deref(), &context.names.language),
        unit,
        units,
        ask_unit: answer.boolean("ask_unit").is_some_and(|b| b.value),
        measure,
        shares: shares?,
        significant: digits("significant"),
        mistakes: mistakes?,
    }))
}

/// `20 kg`: the unit has its own key.
fn unit_inside(answer: &Object) -> Option<Diagnostic> {
    let value = answer.prose("value")?.trim();
    let (number, unit) = value.text().split_once(|c: char| c.is_whitespace())?;
    let unit = unit.trim();
    if !notation::is_number(number) || formula::unit(unit).is_err() {
        return None;
    }
    let start = value.text().len() - unit.len();
    let message = text! {
        fr: "l'unité « {unit} » ne s'écrit pas dans la valeur",
        en: "the unit « {unit} » is not written in the value",
    };
    let cure = text! {
        fr: "écrivez value: {number}, unit: {unit}",
        en: "write value: {number}, unit: {unit}",
    };
    Some(Diagnostic::new(Code::FIL2109, value.span(start..start + unit.len()), message).hint(cure))
}

/// A value and what is accepted around it.
struct Accepted {
    value: f64,
    low: f64,
    high: f64,
    tolerance: Tolerance,
}

impl Accepted {
    fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// The answer and its unit, as « 2 678 kg », with `digits` significant digits or all of them.
    fn shown(&self, digits: Option<u8>, unit: Option<&str>, language: &LangTag) -> String {
        let digits = digits.unwrap_or_else(|| significant_digits(self.value));
        notation::quantity(self.value, digits, unit.unwrap_or_default(), prose::rules(language))
    }

    /// « ± 1 % », « ± 0,1 kWh/kg », « de 2 600 à 2 700 kg »; nothing when only the value is accepted.
    fn words(&self, unit: Option<&str>, context: &Context<'_>) -> String {
        let language = &context.names.language;
        let number = |n: f64| written(n, language);
        let unit = unit.map(|u| format!("\u{a0}{u}")).unwrap_or_default();
        match self.tolerance {
            // The digits that are asked say it.
            Tolerance::Exact | Tolerance::Digits(_) => String::new(),
            Tolerance::Absolute(half) => format!("±\u{a0}{}{unit}", number(half)),
            Tolerance::Percent(percent) if language.is_french() => {
                format!("±\u{a0}{}\u{a0}%", number(percent))
            }
            Tolerance::Percent(percent) => format!("±\u{a0}{}%", number(percent)),
            Tolerance::Range(low, high) if language.is_french() => {
                format!("de {} à {}{unit}", number(low), number(high))
            }
            Tolerance::Range(low, high) => format!("from {} to {}{unit}", number(low), number(high)),
        }
    }
}

/// A number with all of its digits, as the language writes it.
fn written(value: f64, language: &LangTag) -> String {
    notation::number(value, significant_digits(value), prose::rules(language))
}

/// The answer, rounded as it is shown, must still be an answer.
fn shown_is_accepted(answer: &Object, accepted: &Accepted, sink: &mut Sink) -> Option<()> {
    let mut right = Some(());
    for key in ["digits", "significant"] {
        let Some(digits) = answer.integer(key) else { continue };
        let places = usize::try_from(digits.value - 1).ok()?;
        let shown: f64 = format!("{:.places$e}", accepted.value).parse().ok()?;
        let n = digits.value;
        // With as many digits as the value has, nothing is rounded but the last bits.
        if !accepted.holds(shown) && tidy(shown) != tidy(accepted.value) {
            let message = text! {
                fr: "arrondie à {n} chiffres, la réponse devient {shown}, hors de la tolérance",
                en: "rounded to {n} digits, the answer becomes {shown}, outside the tolerance",
            };
            sink.push(Diagnostic::new(Code::FIL2110, digits.span, message).hint(text! {
                fr: "demandez plus de chiffres, ou élargissez la tolérance",
                en: "ask for more digits, or widen the tolerance",
            }));
            right = None;
        }
    }
    right
}

/// The guided mistakes; `None` when one of them was reported.
fn mistakes(
    object: &Object,
    accepted: Option<&Accepted>,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Vec<Mistake>> {
    if object.is_broken("mistakes") {
        return None;
    }
    let Some(text) = object.prose("mistakes") else { return Some(Vec::new()) };
    let items = prose::list(text, sink)?;
    let mut known: Vec<(Mistake, Span)> = Vec::new();
    let mut whole = true;
    for item in &items {
        match mistake(item, accepted, &known, context, sink) {
            Some(mistake) => known.push((mistake, item.content.all())),
            None => whole = false,
        }
    }
    whole.then(|| known.into_iter().map(|(mistake, _)| mistake).collect())
}

fn mistake(
    item: &Item,
    accepted: Option<&Accepted>,
    known: &[(Mistake, Span)],
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Mistake> {
    let value = formula::evaluate(&item.content, &Scope::default(), sink);
    let feedback = match &item.feedback {
        Some(text) => prose::prose(text, &context.names, sink),
        None => {
            sink.push(unexplained(item.at));
            None
        }
    };
    let (value, accepted) = (value?, accepted?);
    if accepted.holds(value) {
        sink.push(passes(value, accepted, item.content.all()));
        return None;
    }
    if let Some((_, first)) = known.iter().find(|(m, _)| (m.low..=m.high).contains(&value)) {
        let message = text! {
            fr: "cette erreur donne {value}, comme une autre avant elle",
            en: "this mistake gives {value}, as another one before it",
        };
        let found = Diagnostic::new(Code::FIL2115, item.content.all(), message);
        sink.push(found.related(*first, text! { fr: "la première est ici", en: "the first is here" }).hint(
            text! {
                fr: "gardez-en une seule : seule la première rétroaction s'affiche",
                en: "keep one of them: only the first feedback is shown",
            },
        ));
    }
    let (low, high) = outside(accepted.tolerance.around_mistake(value, accepted.value), value, accepted);
    Some(Mistake { low, high, feedback: feedback? })
}

/// The part of an interval around a mistake that no right answer is in.
fn outside((low, high): (f64, f64), value: f64, accepted: &Accepted) -> (f64, f64) {
    if value > accepted.high {
        (low.max(accepted.high.next_up()), high)
    } else {
        (low, high.min(accepted.low.next_down()))
    }
}

fn unexplained(at: Span) -> Diagnostic {
    let message = text! {
        fr: "cette erreur guidée n'a pas de rétroaction",
        en: "this guided mistake has no feedback",
    };
    Diagnostic::new(Code::FIL1024, at, message).hint(text! {
        fr: "ajoutez dessous une ligne qui commence par > et dit d'où vient l'erreur",
        en: "add under it a line that starts with > and says where the mistake comes from",
    })
}

fn passes(value: f64, accepted: &Accepted, at: Span) -> Diagnostic {
    let Accepted { value: answer, low, high, .. } = accepted;
    let message = text! {
        fr: "l'erreur guidée donne {value}, que la tolérance accepte : la réponse est {answer}, de {low} à {high}",
        en: "the guided mistake gives {value}, which the tolerance accepts: the answer is {answer}, from {low} to {high}",
    };
    Diagnostic::new(Code::FIL2106, at, message).hint(text! {
        fr: "resserrez la tolérance, ou enlevez cette erreur",
        en: "tighten the tolerance, or remove this mistake",
    })
}

//! How far an answer may be: a tolerance, relative or absolute, or a range; always low ≤ value ≤ high.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::formula::significant_digits;
use crate::formula::tidy;
use crate::source::Object;
use crate::source::Spanned;
use crate::text;

/// What is accepted around a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tolerance {
    /// Only the value.
    Exact,
    /// In the answer's unit.
    Absolute(f64),
    /// In per cent of the value.
    Percent(f64),
    /// From, to.
    Range(f64, f64),
    /// What rounds to the same so many significant digits.
    Digits(usize),
}

impl Tolerance {
    /// Lowest and highest accepted around the answer.
    pub fn around(self, value: f64) -> (f64, f64) {
        let half = match self {
            Self::Exact => 0.0,
            Self::Absolute(half) => half,
            Self::Percent(percent) => value.abs() * percent / 100.0,
            Self::Range(low, high) => return (low, high),
            Self::Digits(digits) => return rounding(value, digits),
        };
        // A rounding of the last bit must not move a bound past the value.
        let finite = |bound: f64| bound.clamp(f64::MIN, f64::MAX);
        (finite(tidy(value - half)).min(value), finite(tidy(value + half)).max(value))
    }

    /// Lowest and highest that count as the mistake of that value: as wide as around the answer.
    pub fn around_mistake(self, mistake: f64, answer: f64) -> (f64, f64) {
        match self {
            Self::Range(low, high) => {
                let half = (high - low) / 2.0;
                let relative = if answer == 0.0 { half } else { half * (mistake / answer).abs() };
                Self::Absolute(half.min(relative)).around(mistake)
            }
            Self::Absolute(half) if answer != 0.0 => {
                Self::Absolute(half.min(half * (mistake / answer).abs())).around(mistake)
            }
            own => own.around(mistake),
        }
    }
}

/// Half a unit of the last digit on both sides of the rounded value, which holds `value` too.
fn rounding(value: f64, digits: usize) -> (f64, f64) {
    let written = format!("{:.*e}", digits - 1, value);
    let (mantissa, power) = written.split_once('e').expect("the form {:e} has an exponent");
    let power: i32 = power.parse().expect("the exponent of a float is whole");
    let rounded: f64 = format!("{mantissa}e{power}").parse().expect("what was printed can be read");
    let places = i32::try_from(digits).expect("a field has at most 15 digits");
    let half = 0.5 * 10f64.powi(power + 1 - places);
    (tidy(rounded - half).min(value), tidy(rounded + half).max(value))
}

/// The tolerance of an answer whose value is `value`.
pub fn tolerance(answer: &Object, value: f64, sink: &mut Sink) -> Option<Tolerance> {
    if answer.is_broken("tolerance") || answer.is_broken("range") {
        return None;
    }
    match (answer.text("tolerance"), answer.text("range")) {
        (Some(tolerance), Some(_)) => {
            let message = text! {
                fr: "« tolerance » et « range » ne vont pas ensemble",
                en: "« tolerance » and « range » do not go together",
            };
            let hint = text! { fr: "gardez l'une des deux clés", en: "keep one of the two keys" };
            sink.push(invalid(tolerance.span, message, hint));
            None
        }
        (Some(text), None) => deviation(text, value, sink),
        (None, Some(text)) => range(text, value, sink),
        (None, None) => match answer.integer("significant").and_then(|n| usize::try_from(n.value).ok()) {
            Some(digits) if value != 0.0 => Some(Tolerance::Digits(digits)),
            _ => exact(answer, value, sink),
        },
    }
}

fn invalid(span: Span, message: Text, hint: Text) -> Diagnostic {
    Diagnostic::new(Code::FIL2110, span, message).hint(hint)
}

fn deviation(text: &Spanned<String>, value: f64, sink: &mut Sink) -> Option<Tolerance> {
    let written = text.value.trim();
    let percent = written.strip_suffix('%').map(str::trim_end);
    let number = number(percent.unwrap_or(written), text.span, sink)?;
    if number < 0.0 {
        let message = text! {
            fr: "la tolérance « {written} » est négative",
            en: "the tolerance « {written} » is negative",
        };
        let hint = text! { fr: "enlevez le signe moins", en: "remove the minus sign" };
        sink.push(invalid(text.span, message, hint));
        return None;
    }
    match percent {
        Some(_) if value == 0.0 => {
            let message = text! {
                fr: "la réponse est 0 : une tolérance en pour cent n'accepterait rien d'autre",
                en: "the answer is 0: a tolerance in per cent would accept nothing else",
            };
            let hint = text! {
                fr: "écrivez la tolérance dans l'unité de la réponse, sans %",
                en: "write the tolerance in the unit of the answer, without %",
            };
            sink.push(invalid(text.span, message, hint));
            None
        }
        Some(_) => Some(Tolerance::Percent(number)),
        None if number == 0.0 => Some(Tolerance::Exact),
        None => Some(Tolerance::Absolute(number)),
    }
}

fn range(text: &Spanned<String>, value: f64, sink: &mut Sink) -> Option<Tolerance> {
    let written = text.value.trim();
    let Some((from, to)) = written.split_once("..") else {
        let message = text! {
            fr: "« {written} » n'est pas un intervalle",
            en: "« {written} » is not a range",
        };
        let hint = text! { fr: "écrivez par exemple 2600..2700", en: "write for example 2600..2700" };
        sink.push(invalid(text.span, message, hint));
        return None;
    };
    let (low, high) = (number(from.trim(), text.span, sink)?, number(to.trim(), text.span, sink)?);
    if low > high {
        let message = text! {
            fr: "l'intervalle « {written} » est à l'envers",
            en: "the range « {written} » is reversed",
        };
        let hint = text! { fr: "écrivez « {high}..{low} »", en: "write « {high}..{low} »" };
        sink.push(invalid(text.span, message, hint));
        return None;
    }
    if !(low..=high).contains(&value) {
        let message = text! {
            fr: "la réponse, {value}, est hors de l'intervalle « {written} »",
            en: "the answer, {value}, lies outside the range « {written} »",
        };
        let hint = text! { fr: "corrigez l'intervalle ou la valeur", en: "correct the range or the value" };
        sink.push(invalid(text.span, message, hint));
        return None;
    }
    Some(Tolerance::Range(low, high))
}

/// Without tolerance the answer must be one that can be typed in full.
fn exact(answer: &Object, value: f64, sink: &mut Sink) -> Option<Tolerance> {
    if significant_digits(value) <= 6 {
        return Some(Tolerance::Exact);
    }
    let message = text! {
        fr: "personne ne tapera {value} en entier : il faut une tolérance",
        en: "nobody will type {value} in full: there must be a tolerance",
    };
    let hint = text! { fr: "ajoutez par exemple tolerance: 1 %", en: "add for example tolerance: 1 %" };
    let at = answer.prose("value").map_or(answer.span(), |v| v.all());
    sink.push(invalid(at, message, hint));
    None
}

fn number(written: &str, span: Span, sink: &mut Sink) -> Option<f64> {
    let plain = !written.contains(|c: char| c.is_alphabetic() && !"eE".contains(c));
    if let Some(number) = written.parse::<f64>().ok().filter(|n| n.is_finite() && plain) {
        return Some(number);
    }
    let point = written.replacen(',', ".", 1);
    if point.parse::<f64>().is_ok() && written.contains(',') {
        let message = text! {
            fr: "« {written} » a une virgule décimale",
            en: "« {written} » has a decimal comma",
        };
        let hint = text! { fr: "écrivez « {point} »", en: "write « {point} »" };
        sink.push(Diagnostic::new(Code::FIL1011, span, message).hint(hint));
        return None;
    }
    let message = text! {
        fr: "« {written} » n'est pas une tolérance",
        en: "« {written} » is not a tolerance",
    };
    let hint = text! {
        fr: "écrivez un nombre, dans l'unité de la réponse, ou un pourcentage, comme 0.5 ou 1 %",
        en: "write a number, in the unit of the answer, or a percentage, as 0.5 or 1 %",
    };
    sink.push(invalid(span, message, hint));
    None
}

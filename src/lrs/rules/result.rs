//! Results and scores (xAPI 1.0.3 Data 2.4.5). Whether a result fits its verb is not judged here.

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::rules::fields::Fields;
use crate::lrs::rules::fields::Judged;
use crate::lrs::rules::fields::boolean;
use crate::lrs::rules::fields::extensions;
use crate::lrs::rules::fields::form;
use crate::lrs::rules::fields::text;
use crate::lrs::rules::scalar;

const RESULT: [&str; 6] = ["score", "success", "completion", "response", "duration", "extensions"];

/// A result.
pub fn result(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &RESULT)?;
    fields.check("score", score)?;
    fields.check("success", boolean)?;
    fields.check("completion", boolean)?;
    fields.check("response", text)?;
    fields.check("duration", form(scalar::duration))?;
    fields.check("extensions", extensions)
}

fn score(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &["scaled", "raw", "min", "max"])?;
    let number = |key: &str| {
        let wrong = || Refusal::bad(fields.at(key), "a number is wanted here");
        fields.get(key).map(|value| value.as_f64().ok_or_else(wrong)).transpose()
    };
    let ensure = |right: bool, key: &str, why: &str| {
        if right { Ok(()) } else { Err(Refusal::bad(fields.at(key), why)) }
    };
    let (scaled, raw, min, max) = (number("scaled")?, number("raw")?, number("min")?, number("max")?);
    let within = scaled.is_none_or(|scaled| (-1.0..=1.0).contains(&scaled));
    ensure(within, "scaled", "a scaled score is from -1 to 1")?;
    let ordered = min.zip(max).is_none_or(|(min, max)| min < max);
    ensure(ordered, "max", "the maximum is above the minimum")?;
    let above = raw.zip(min).is_none_or(|(raw, min)| raw >= min);
    ensure(above, "raw", "the raw score is below the minimum")?;
    let below = raw.zip(max).is_none_or(|(raw, max)| raw <= max);
    ensure(below, "raw", "the raw score is above the maximum")
}

//! Marks a number: its value, its unit, its significant digits (player/src/core/mark/numeric.ts).

use crate::contents::Numeric;
use crate::contents::Ui;
use crate::contents::Unit;
use crate::transcript::mark::number::Reading;
use crate::transcript::mark::number::is_space;
use crate::transcript::mark::number::read_number;
use crate::transcript::mark::number::trim;

/// A right value with the wrong unit, or in the wrong number of digits, is worth half.
const HALF: f64 = 0.5;
/// Relative room for what binary fractions round.
const EPSILON: f64 = 1e-9;

/// The score of a number and a unit, 0 to 1; `None`: blank.
pub fn score(key: &Numeric, texts: &[String], ui: Ui) -> Option<f64> {
    let text = |at: usize| texts.get(at).map_or("", |text| trim(text));
    if text(0).is_empty() {
        return None;
    }
    let Ok(reading) = read_number(text(0), ui) else { return Some(0.0) };
    // A unit typed with the number says more than one left chosen beside it.
    let unit = if reading.rest.is_empty() { text(1) } else { &reading.rest };
    let Some(value) = value(key, &reading, unit) else { return Some(other_unit(key, &reading)) };
    if within(value, key.low, key.high) {
        return Some(digits(key, &reading));
    }
    let known = key.mistakes.iter().any(|mistake| within(value, mistake.low, mistake.high));
    Some(if !known && within(reading.value, key.low, key.high) { other_unit(key, &reading) } else { 0.0 })
}

/// The value in the answer's unit; `None` when its unit is not known.
fn value(key: &Numeric, reading: &Reading, unit: &str) -> Option<f64> {
    let per_cent = || Unit { symbol: "%".to_owned(), factor: 0.01, offset: 0.0 };
    let found = match unit {
        "" if key.ask_unit => None,
        "" => key.units.first().cloned(),
        "%" if key.unit.is_none() => Some(per_cent()),
        _ => key.units.iter().find(|one| normal(&one.symbol) == normal(unit)).cloned(),
    };
    match found {
        Some(found) => Some(reading.value * found.factor + found.offset),
        None => (unit.is_empty() && !key.ask_unit).then_some(reading.value),
    }
}

/// The right number in an unknown or missing unit.
fn other_unit(key: &Numeric, reading: &Reading) -> f64 {
    if key.unit.is_some() && within(reading.value, key.low, key.high) { HALF } else { 0.0 }
}

fn digits(key: &Numeric, reading: &Reading) -> f64 {
    let (least, most) = reading.significant();
    if key.significant.is_none_or(|asked| (least..=most).contains(&asked)) { 1.0 } else { HALF }
}

fn within(value: f64, low: f64, high: f64) -> bool {
    let room = EPSILON * low.abs().max(high.abs()).max(value.abs());
    value >= low - room && value <= high + room
}

/// One spelling of a unit.
fn normal(text: &str) -> String {
    let one = |c: char| match c {
        '⁻' | '\u{2212}' => '-',
        '.' | '*' | '⋅' | '×' => '·',
        'µ' => 'μ',
        '\u{2126}' => 'Ω',
        'º' => '°',
        _ => {
            "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find(|(raised, _)| *raised == c).map_or(c, |(_, digit)| digit)
        }
    };
    text.chars().map(one).filter(|c| !is_space(*c) && *c != '^').collect()
}

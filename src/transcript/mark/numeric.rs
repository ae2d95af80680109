//! Marks a number: its value, its unit, its significant digits (player/src/core/mark/numeric.ts).

#[cfg(test)]
mod tests;

use crate::contents::Info;
use crate::contents::Numeric;
use crate::transcript::mark::number::Reading;
use crate::transcript::mark::number::read_number;
use crate::transcript::mark::number::trim;
use crate::transcript::mark::unit::factors;

/// Relative room for what binary fractions round.
const EPSILON: f64 = 1e-9;

/// The score of a number and a unit, 0 to 1; `None`: blank.
pub fn score(key: &Numeric, texts: &[String], module: &Info) -> Option<f64> {
    let text = |at: usize| texts.get(at).map_or("", |text| trim(text));
    if text(0).is_empty() {
        return None;
    }
    let Ok(reading) = read_number(text(0), module.ui) else { return Some(0.0) };
    // A unit typed with the number says more than one left chosen beside it.
    let unit = if reading.rest.is_empty() { text(1) } else { &reading.rest };
    let value = value(key, &reading, unit);
    if value.value.is_some_and(|value| within(value, key.low, key.high)) {
        return Some(if value.accepted { digits(key, &reading) } else { key.shares.unit });
    }
    let is_known = |value: f64| key.mistakes.iter().any(|mistake| within(value, mistake.low, mistake.high));
    let right = key.unit.is_some() && within(reading.value, key.low, key.high);
    if !right || value.value.is_some_and(is_known) {
        return Some(0.0);
    }
    let of_other = value.value.is_none() && measures_other(module, unit);
    Some(if of_other { key.shares.dimension } else { key.shares.unit })
}

/// What was given, in the answer's unit when that is known.
struct Given {
    value: Option<f64>,
    /// Whether its unit is one of those accepted.
    accepted: bool,
}

fn value(key: &Numeric, reading: &Reading, unit: &str) -> Given {
    let typed = reading.value;
    if unit.is_empty() {
        return Given { value: (!key.ask_unit).then_some(typed), accepted: true };
    }
    if unit == "%" && key.unit.is_none() {
        return Given { value: Some(typed * 0.01), accepted: true };
    }
    let of = |units: &[crate::contents::Unit]| {
        let found = units.iter().find(|one| factors(&one.symbol) == factors(unit))?;
        Some(typed * found.factor + found.offset)
    };
    match of(&key.units) {
        Some(value) => Given { value: Some(value), accepted: true },
        None => Given { value: of(&key.others), accepted: false },
    }
}

/// Whether a unit is of another quantity that has a name.
fn measures_other(module: &Info, unit: &str) -> bool {
    let wanted = factors(unit);
    let mut units = module.quantities.values().flat_map(|units| units.split(' '));
    !unit.is_empty() && units.any(|one| factors(one) == wanted)
}

fn digits(key: &Numeric, reading: &Reading) -> f64 {
    let (least, most) = reading.significant();
    if key.significant.is_none_or(|asked| (least..=most).contains(&asked)) { 1.0 } else { key.shares.digits }
}

fn within(value: f64, low: f64, high: f64) -> bool {
    let room = EPSILON * low.abs().max(high.abs()).max(value.abs());
    value >= low - room && value <= high + room
}

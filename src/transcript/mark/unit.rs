//! Spellings of a unit as a product of powers (player/src/core/units.ts); it knows no unit.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::transcript::mark::number::is_space;

/// Each factor of a unit with its power: `kg/m³` and `m^-3·kg` are one.
pub fn factors(text: &str) -> BTreeMap<String, i32> {
    let plain: String = text.replace('º', "°").nfkc().collect();
    let plain = plain.replace('^', "").replace('\u{2212}', "-");
    let mut powers = BTreeMap::new();
    let mut signs = vec![1];
    let mut next = 1;
    let mut rest = plain.as_str();
    while let Some(c) = rest.chars().next() {
        let around = signs.last().copied().unwrap_or(1);
        match c {
            '/' => next = -1,
            '(' => {
                signs.push(around * next);
                next = 1;
            }
            ')' => drop(signs.pop()),
            c if is_join(c) => {}
            _ => {
                let (name, power, after) = factor(rest);
                if name != "1" {
                    *powers.entry(name.to_owned()).or_insert(0) += around * next * power;
                }
                next = 1;
                rest = after;
                continue;
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    powers.retain(|_, power| *power != 0);
    powers
}

fn is_join(c: char) -> bool {
    is_space(c) || ".*·⋅×-".contains(c)
}

/// A name or digits, its power, and what follows.
fn factor(text: &str) -> (&str, i32, &str) {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_name = |c: char| !is_digit(c) && !is_join(c) && !"/()".contains(c);
    let first = text.chars().next().unwrap_or(' ');
    let end = if is_digit(first) { text.find(|c| !is_digit(c)) } else { text.find(|c| !is_name(c)) };
    let (name, rest) = text.split_at(end.unwrap_or(text.len()));
    let inner = rest.strip_prefix('(').unwrap_or(rest);
    let sign = usize::from(inner.starts_with('-'));
    let length = inner[sign..].chars().take(2).take_while(|c| is_digit(*c)).count();
    let Ok(power) = inner[..sign + length].parse() else { return (name, 1, rest) };
    let after = &inner[sign + length..];
    (name, power, after.strip_prefix(')').unwrap_or(after))
}

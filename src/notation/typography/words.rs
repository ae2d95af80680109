//! Words that stay with what follows, and the tables of units and months.

use crate::notation::typography::line::Line;
use crate::notation::typography::line::NO_BREAK;

/// Titles that stay with a name.
const TITLES: &[&str] = &["M.", "MM.", "Mme", "Mmes", "Mlle", "Dr", "Dre", "Me", "Pr", "Pre"];

/// Abbreviations that stay with a number.
const NUMBERED: &[&str] = &["p.", "pp.", "art.", "chap.", "fig.", "tabl.", "vol.", "no", "nos", "n°", "nᵒ"];

const MONTHS: &[&str] = &[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Symbols of units; a compound (`kWh/kg`) is known by its first symbol. `a` and `d` are left out:
/// sentences go on with them.
const UNITS: &[&str] = &[
    "A", "Ah", "C", "F", "GHz", "GJ", "GPa", "GW", "GWh", "Gt", "H", "Hz", "J", "K", "L", "MHz", "MJ", "MN",
    "MPa", "MV", "MW", "MWh", "Mt", "N", "Nm", "Pa", "T", "TWh", "V", "VA", "W", "Wb", "Wh", "bar", "cL",
    "cd", "cm", "dB", "dL", "dm", "eV", "g", "h", "hL", "ha", "j", "kA", "kC", "kHz", "kJ", "kN", "kPa",
    "kV", "kVA", "kW", "kWh", "kg", "kip", "kips", "km", "ksi", "kt", "lb", "lm", "lx", "m", "mA", "mL",
    "mV", "mW", "mbar", "mg", "min", "mm", "mmol", "mol", "ms", "nm", "pi", "po", "ppm", "psi", "rad", "s",
    "sr", "t", "tr", "µA", "µg", "µm", "µs", "Ω", "kΩ", "MΩ",
];

pub fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

pub fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// Ties titles to names and abbreviations to numbers.
pub fn words(line: &mut Line) {
    for at in 1..line.len() {
        if !line.is_french(at) || !line.is_space(at) {
            continue;
        }
        let start = (0..at)
            .rev()
            .take_while(|i| line.char(*i).is_some_and(|c| !c.is_whitespace() && c != '('))
            .last();
        let Some(start) = start.filter(|start| at - start <= 5) else { continue };
        let word = line.slice(start..at);
        let name = TITLES.contains(&word.as_str()) && line.char(at + 1).is_some_and(char::is_uppercase);
        let number = NUMBERED.contains(&word.to_lowercase().as_str())
            && line.char(at + 1).is_some_and(|c| c.is_ascii_digit());
        let first = word == "1er" && is_month(&line.slice(at + 1..line.end(at + 1, char::is_alphabetic)));
        if name || number || first {
            line.set(at, NO_BREAK);
        }
    }
}

//! The symbols of units and their prefixes; tables only.

use crate::formula::unit::Dimension;

/// A symbol that may stand alone or behind a prefix.
pub struct Atom {
    /// As written.
    pub symbol: &'static str,
    /// Powers of m, kg, s, A, K, mol, rad, $.
    pub dimension: Dimension,
    /// SI value of one.
    pub factor: f64,
    /// Prefixes that it takes.
    pub prefixes: &'static str,
}

const fn atom(symbol: &'static str, powers: [i8; 8], factor: f64, prefixes: &'static str) -> Atom {
    Atom { symbol, dimension: Dimension(powers), factor, prefixes }
}

const ALL: &str = "TGMkhdcmµnp";
const LARGE: &str = "TGMk";
const USUAL: &str = "TGMkmµnp";

/// Every symbol.
pub const ATOMS: &[Atom] = &[
    atom("m", [1, 0, 0, 0, 0, 0, 0, 0], 1.0, ALL),
    atom("g", [0, 1, 0, 0, 0, 0, 0, 0], 1e-3, ALL),
    atom("t", [0, 1, 0, 0, 0, 0, 0, 0], 1e3, LARGE),
    atom("s", [0, 0, 1, 0, 0, 0, 0, 0], 1.0, "mµnp"),
    atom("A", [0, 0, 0, 1, 0, 0, 0, 0], 1.0, USUAL),
    atom("K", [0, 0, 0, 0, 1, 0, 0, 0], 1.0, "mk"),
    atom("°C", [0, 0, 0, 0, 1, 0, 0, 0], 1.0, ""),
    atom("°F", [0, 0, 0, 0, 1, 0, 0, 0], 5.0 / 9.0, ""),
    atom("Δ°C", [0, 0, 0, 0, 1, 0, 0, 0], 1.0, ""),
    atom("Δ°F", [0, 0, 0, 0, 1, 0, 0, 0], 5.0 / 9.0, ""),
    atom("ΔK", [0, 0, 0, 0, 1, 0, 0, 0], 1.0, ""),
    atom("mol", [0, 0, 0, 0, 0, 1, 0, 0], 1.0, USUAL),
    atom("rad", [0, 0, 0, 0, 0, 0, 1, 0], 1.0, "mµ"),
    atom("°", [0, 0, 0, 0, 0, 0, 1, 0], std::f64::consts::PI / 180.0, ""),
    atom("tr", [0, 0, 0, 0, 0, 0, 1, 0], 2.0 * std::f64::consts::PI, ""),
    atom("$", [0, 0, 0, 0, 0, 0, 0, 1], 1.0, "GMk"),
    atom("¢", [0, 0, 0, 0, 0, 0, 0, 1], 1e-2, ""),
    atom("%", [0; 8], 1e-2, ""),
    atom("‰", [0; 8], 1e-3, ""),
    atom("ppm", [0; 8], 1e-6, ""),
    atom("min", [0, 0, 1, 0, 0, 0, 0, 0], 60.0, ""),
    atom("h", [0, 0, 1, 0, 0, 0, 0, 0], 3600.0, ""),
    atom("j", [0, 0, 1, 0, 0, 0, 0, 0], 86400.0, ""),
    atom("d", [0, 0, 1, 0, 0, 0, 0, 0], 86400.0, ""),
    atom("an", [0, 0, 1, 0, 0, 0, 0, 0], 31_557_600.0, ""),
    atom("Hz", [0, 0, -1, 0, 0, 0, 0, 0], 1.0, USUAL),
    atom("L", [3, 0, 0, 0, 0, 0, 0, 0], 1e-3, ALL),
    atom("l", [3, 0, 0, 0, 0, 0, 0, 0], 1e-3, ALL),
    atom("ha", [2, 0, 0, 0, 0, 0, 0, 0], 1e4, ""),
    atom("N", [1, 1, -2, 0, 0, 0, 0, 0], 1.0, ALL),
    atom("Pa", [-1, 1, -2, 0, 0, 0, 0, 0], 1.0, ALL),
    atom("bar", [-1, 1, -2, 0, 0, 0, 0, 0], 1e5, "m"),
    atom("atm", [-1, 1, -2, 0, 0, 0, 0, 0], 101_325.0, ""),
    atom("J", [2, 1, -2, 0, 0, 0, 0, 0], 1.0, USUAL),
    atom("Wh", [2, 1, -2, 0, 0, 0, 0, 0], 3600.0, "TGMkm"),
    atom("eV", [2, 1, -2, 0, 0, 0, 0, 0], 1.602_176_634e-19, "GMkm"),
    atom("cal", [2, 1, -2, 0, 0, 0, 0, 0], 4.184, "k"),
    atom("BTU", [2, 1, -2, 0, 0, 0, 0, 0], 1_055.055_852_62, ""),
    atom("W", [2, 1, -3, 0, 0, 0, 0, 0], 1.0, USUAL),
    atom("VA", [2, 1, -3, 0, 0, 0, 0, 0], 1.0, "Mk"),
    atom("HP", [2, 1, -3, 0, 0, 0, 0, 0], 745.699_871_582_27, ""),
    atom("V", [2, 1, -3, -1, 0, 0, 0, 0], 1.0, USUAL),
    atom("Ω", [2, 1, -3, -2, 0, 0, 0, 0], 1.0, USUAL),
    atom("S", [-2, -1, 3, 2, 0, 0, 0, 0], 1.0, USUAL),
    atom("F", [-2, -1, 4, 2, 0, 0, 0, 0], 1.0, "mµnp"),
    atom("H", [2, 1, -2, -2, 0, 0, 0, 0], 1.0, "mµn"),
    atom("T", [0, 1, -2, -1, 0, 0, 0, 0], 1.0, "mµ"),
    atom("C", [0, 0, 1, 1, 0, 0, 0, 0], 1.0, USUAL),
    atom("Ah", [0, 0, 1, 1, 0, 0, 0, 0], 3600.0, "Mkm"),
    atom("po", [1, 0, 0, 0, 0, 0, 0, 0], 0.0254, ""),
    atom("pi", [1, 0, 0, 0, 0, 0, 0, 0], 0.3048, ""),
    atom("lb", [0, 1, 0, 0, 0, 0, 0, 0], 0.453_592_37, ""),
    atom("lbf", [1, 1, -2, 0, 0, 0, 0, 0], 4.448_221_615_260_5, ""),
    atom("psi", [-1, 1, -2, 0, 0, 0, 0, 0], 6_894.757_293_168_4, ""),
    atom("ksi", [-1, 1, -2, 0, 0, 0, 0, 0], 6_894_757.293_168_4, ""),
];

/// Kelvins at the zero of a scale of temperature.
pub const ZEROS: &[(&str, f64)] = &[("°C", 273.15), ("°F", 459.67 * 5.0 / 9.0)];

/// The power of ten of a prefix.
pub fn prefix(c: char) -> Option<i32> {
    Some(match c {
        'T' => 12,
        'G' => 9,
        'M' => 6,
        'k' => 3,
        'h' => 2,
        'd' => -1,
        'c' => -2,
        'm' => -3,
        'µ' => -6,
        'n' => -9,
        'p' => -12,
        _ => return None,
    })
}

/// Units of every day, which a slip of the keyboard more likely means than `Gg`.
pub const COMMON: &[&str] = &[
    "kg", "mm", "cm", "km", "kN", "Pa", "kPa", "MPa", "GPa", "kA", "kW", "kWh", "kJ", "MJ", "min", "°C",
    "mol",
];

/// Words that people write, and the symbol that is meant.
pub const WORDS: &[(&str, &str)] = &[
    ("mètre", "m"),
    ("mètres", "m"),
    ("kilogramme", "kg"),
    ("kilogrammes", "kg"),
    ("kgs", "kg"),
    ("gramme", "g"),
    ("grammes", "g"),
    ("gr", "g"),
    ("tonne", "t"),
    ("tonnes", "t"),
    ("seconde", "s"),
    ("secondes", "s"),
    ("sec", "s"),
    ("minute", "min"),
    ("minutes", "min"),
    ("mn", "min"),
    ("heure", "h"),
    ("heures", "h"),
    ("hr", "h"),
    ("jour", "j"),
    ("jours", "j"),
    ("day", "d"),
    ("days", "d"),
    ("année", "an"),
    ("ans", "an"),
    ("newton", "N"),
    ("newtons", "N"),
    ("pascal", "Pa"),
    ("joule", "J"),
    ("joules", "J"),
    ("watt", "W"),
    ("watts", "W"),
    ("volt", "V"),
    ("volts", "V"),
    ("ampère", "A"),
    ("ampères", "A"),
    ("amp", "A"),
    ("coulomb", "C"),
    ("kelvin", "K"),
    ("degré", "°"),
    ("degrés", "°"),
    ("deg", "°"),
    ("°k", "K"),
    ("fahrenheit", "°F"),
    ("hp", "HP"),
    ("degc", "°C"),
    ("celsius", "°C"),
    ("degré celsius", "°C"),
    ("degrés celsius", "°C"),
    ("radian", "rad"),
    ("radians", "rad"),
    ("litre", "L"),
    ("litres", "L"),
    ("pourcent", "%"),
    ("dollar", "$"),
    ("dollars", "$"),
    ("cad", "$"),
    ("ohm", "Ω"),
    ("tour", "tr"),
    ("tours", "tr"),
    ("cc", "cm³"),
    ("nm", "N·m"),
    ("kph", "km/h"),
];

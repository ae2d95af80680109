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
    atom("W", [2, 1, -3, 0, 0, 0, 0, 0], 1.0, USUAL),
    atom("V", [2, 1, -3, -1, 0, 0, 0, 0], 1.0, USUAL),
    atom("Ω", [2, 1, -3, -2, 0, 0, 0, 0], 1.0, USUAL),
    atom("S", [-2, -1, 3, 2, 0, 0, 0, 0], 1.0, USUAL),
    atom("F", [-2, -1, 4, 2, 0, 0, 0, 0], 1.0, "mµnp"),
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

/// What a dimension is called, in French and in English, with its article.
pub const NAMES: &[([i8; 8], &str, &str)] = &[
    ([0; 8], "un nombre sans dimension", "a number without dimension"),
    ([1, 0, 0, 0, 0, 0, 0, 0], "une longueur", "a length"),
    ([2, 0, 0, 0, 0, 0, 0, 0], "une aire", "an area"),
    ([3, 0, 0, 0, 0, 0, 0, 0], "un volume", "a volume"),
    ([4, 0, 0, 0, 0, 0, 0, 0], "un moment d'inertie de section", "a second moment of area"),
    ([0, 1, 0, 0, 0, 0, 0, 0], "une masse", "a mass"),
    ([-1, 1, 0, 0, 0, 0, 0, 0], "une masse par longueur", "a mass per length"),
    ([-2, 1, 0, 0, 0, 0, 0, 0], "une masse par aire", "a mass per area"),
    ([-3, 1, 0, 0, 0, 0, 0, 0], "une masse volumique", "a density"),
    ([0, 1, -1, 0, 0, 0, 0, 0], "un débit de masse", "a mass flow"),
    ([0, 1, 0, 0, 0, -1, 0, 0], "une masse molaire", "a molar mass"),
    ([0, 0, 1, 0, 0, 0, 0, 0], "une durée", "a duration"),
    ([0, 0, -1, 0, 0, 0, 0, 0], "une fréquence", "a frequency"),
    ([0, 0, 0, 1, 0, 0, 0, 0], "un courant électrique", "an electric current"),
    ([0, 0, 1, 1, 0, 0, 0, 0], "une charge électrique", "an electric charge"),
    ([0, 0, 0, 0, 1, 0, 0, 0], "une température", "a temperature"),
    ([0, 0, 0, 0, -1, 0, 0, 0], "un coefficient de dilatation", "a coefficient of expansion"),
    ([0, 0, 0, 0, 0, 1, 0, 0], "une quantité de matière", "an amount of substance"),
    ([0, 0, 0, 0, 0, 0, 1, 0], "un angle", "an angle"),
    ([0, 0, 0, 0, 0, 0, 0, 1], "une somme d'argent", "an amount of money"),
    ([1, 0, -1, 0, 0, 0, 0, 0], "une vitesse", "a speed"),
    ([1, 0, -2, 0, 0, 0, 0, 0], "une accélération", "an acceleration"),
    ([3, 0, -1, 0, 0, 0, 0, 0], "un débit", "a flow"),
    ([1, 1, -2, 0, 0, 0, 0, 0], "une force", "a force"),
    ([0, 1, -2, 0, 0, 0, 0, 0], "une force par longueur", "a force per length"),
    ([-1, 1, -2, 0, 0, 0, 0, 0], "une contrainte ou une pression", "a stress or a pressure"),
    ([2, 1, -2, 0, 0, 0, 0, 0], "une énergie ou un moment", "an energy or a moment"),
    ([2, 0, -2, 0, 0, 0, 0, 0], "une énergie massique", "an energy per mass"),
    ([2, 1, -3, 0, 0, 0, 0, 0], "une puissance", "a power"),
    ([2, 1, -3, -1, 0, 0, 0, 0], "une tension électrique", "a voltage"),
    ([2, 1, -3, -2, 0, 0, 0, 0], "une résistance électrique", "an electric resistance"),
];

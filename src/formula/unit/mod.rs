//! Units over SI bases: a symbol becomes a dimension, a factor and an offset; no value is judged here.

mod quantities;
mod read;
mod table;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::diag::Text;
use crate::formula::tidy;
use crate::formula::unit::quantities::QUANTITIES;
use crate::formula::unit::quantities::Quantity;
use crate::text;

/// Powers of m, kg, s, A, K, mol, rad and $.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dimension(pub [i8; 8]);

/// A unit: `SI value = value × factor + offset`.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// As shown: `N/mm²`, `kN·m`.
    pub symbol: String,
    /// What it measures.
    pub dimension: Dimension,
    /// SI units in one of it.
    pub factor: f64,
    /// SI value of its zero: 273.15 for °C, 0 for units without an own zero.
    pub offset: f64,
    /// A difference of temperature, written `Δ°C`: its zero is that of no scale.
    pub difference: bool,
}

/// A part of a symbol that means nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownUnit {
    /// Its bytes in the symbol.
    pub at: Range<usize>,
    /// What was probably meant.
    pub meant: Option<String>,
}

/// The unit that `text` writes: `kWh/kg`, `N/mm²`, `mm^4`, `W/(m·K)`.
pub fn unit(text: &str) -> Result<Unit, UnknownUnit> {
    read::unit(text)
}

impl Unit {
    /// Factor and offset that turn a value in `self` into one in `other`; `None` for another dimension.
    pub fn to(&self, other: &Self) -> Option<(f64, f64)> {
        // A difference is no point of a scale, but « K » is written for both.
        let misses = self.dimension != other.dimension || (self.difference && other.offset != 0.0);
        let zeros = if other.difference { 0.0 } else { self.offset - other.offset };
        (!misses).then(|| (tidy(self.factor / other.factor), tidy(zeros / other.factor)))
    }

    /// What it measures: « une masse », or its powers of SI units.
    pub fn words(&self) -> Text {
        if self.difference {
            return text! { fr: "un écart de température", en: "a temperature difference" };
        }
        self.dimension.words()
    }

    /// Units that people write for the same quantity.
    pub fn alike(&self) -> impl Iterator<Item = Self> {
        let named = QUANTITIES.iter().filter(|quantity| quantity.dimension == self.dimension);
        named
            .flat_map(|quantity| quantity.units.split(' '))
            .map(|symbol| unit(symbol).expect("a test reads every unit of the table of quantities"))
    }
}

/// What has a name and is of another dimension, with the units that people write for it.
pub fn quantities(but: Dimension) -> impl Iterator<Item = (Text, &'static str)> {
    let others = QUANTITIES.iter().filter(move |quantity| quantity.dimension != but);
    others.map(|quantity| (quantity.words(), quantity.units))
}

impl Quantity {
    fn words(&self) -> Text {
        let (fr, en) = (self.fr, self.en);
        text! { fr: "{fr}", en: "{en}" }
    }
}

impl Dimension {
    /// What it is: « une masse », or its powers of SI units.
    pub fn words(self) -> Text {
        match QUANTITIES.iter().find(|quantity| quantity.dimension == self) {
            Some(quantity) => quantity.words(),
            None => {
                let powers = self.powers();
                text! { fr: "une grandeur en {powers}", en: "a quantity in {powers}" }
            }
        }
    }

    fn powers(self) -> String {
        let bases = ["m", "kg", "s", "A", "K", "mol", "rad", "$"].into_iter().zip(self.0);
        let parts = bases.filter(|(_, n)| *n != 0).map(|(base, n)| match n {
            1 => base.to_owned(),
            n => format!("{base}{}", read::superscript(n)),
        });
        parts.collect::<Vec<_>>().join("·")
    }
}

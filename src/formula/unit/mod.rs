//! Units over SI bases: a symbol becomes a dimension, a factor and an offset; no value is judged here.

mod read;
mod table;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::diag::Text;
use crate::formula::tidy;
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
        let offset = (self.offset - other.offset) / other.factor;
        (self.dimension == other.dimension).then(|| (tidy(self.factor / other.factor), tidy(offset)))
    }
}

impl Dimension {
    /// What it is: « une masse », or its powers of SI units.
    pub fn words(self) -> Text {
        match table::NAMES.iter().find(|(powers, _, _)| *powers == self.0) {
            Some((_, fr, en)) => text! { fr: "{fr}", en: "{en}" },
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

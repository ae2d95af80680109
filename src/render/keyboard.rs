//! Whether a phone may show digits alone for a numeric answer; what is right is not judged here.

use crate::model::Numeric;
use crate::model::Unit;

/// Whether digits and a decimal mark type every answer: no minus, no power of ten, no unit.
///
/// Guided mistakes count too: a keyboard that cannot type one would tell that it is wrong.
pub fn is_decimal(numeric: &Numeric) -> bool {
    let types_unit = numeric.ask_unit && numeric.units.len() < 2;
    let mistakes = numeric.mistakes.iter().flat_map(|mistake| [mistake.low, mistake.high]);
    let values: Vec<f64> = [numeric.low, numeric.value, numeric.high].into_iter().chain(mistakes).collect();
    let fits = |unit: &Unit| values.iter().all(|value| is_plain((value - unit.offset) / unit.factor));
    !types_unit && values.iter().copied().all(is_plain) && numeric.units.iter().all(fits)
}

/// Zero, or a positive number that is printed without a power of ten.
fn is_plain(value: f64) -> bool {
    value == 0.0 || (1e-4..1e9).contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Mistake;
    use crate::model::Prose;
    use crate::model::Shares;

    fn numeric(low: f64, value: f64, high: f64) -> Numeric {
        Numeric {
            value,
            low,
            high,
            unit: None,
            units: Vec::new(),
            ask_unit: false,
            measure: None,
            shares: Shares::USUAL,
            shown: String::new(),
            significant: None,
            mistakes: Vec::new(),
            tolerance: String::new(),
        }
    }

    fn unit(symbol: &str, factor: f64, offset: f64) -> Unit {
        Unit { symbol: symbol.to_owned(), factor, offset }
    }

    #[test]
    fn digits_are_enough_for_what_is_neither_negative_nor_tiny_nor_huge() {
        assert!(is_decimal(&numeric(26.0, 27.0, 28.0)));
        assert!(is_decimal(&numeric(0.0, 0.5, 1.0)));
        assert!(!is_decimal(&numeric(-0.5, 0.0, 0.5)));
        assert!(!is_decimal(&numeric(2e-6, 3e-6, 4e-6)));
        assert!(!is_decimal(&numeric(9e8, 1e9, 2e9)));
    }

    #[test]
    fn digits_are_enough_only_if_they_are_in_every_unit_that_is_offered() {
        let own = unit("°C", 1.0, 0.0);
        let warm = Numeric { units: vec![own.clone(), unit("K", 1.0, -273.15)], ..numeric(19.0, 20.0, 21.0) };
        assert!(is_decimal(&warm));
        let kelvins = vec![unit("K", 1.0, 0.0), unit("°C", 1.0, 273.15)];
        assert!(!is_decimal(&Numeric { units: kelvins, ..numeric(249.0, 250.0, 251.0) }));
        let small = vec![unit("mm", 1.0, 0.0), unit("km", 1e6, 0.0)];
        assert!(!is_decimal(&Numeric { units: small, ..numeric(3.0, 4.0, 5.0) }));
    }

    #[test]
    fn a_unit_to_type_or_a_mistake_below_zero_needs_the_whole_keyboard() {
        let typed = Numeric { units: vec![unit("kg", 1.0, 0.0)], ask_unit: true, ..numeric(1.0, 2.0, 3.0) };
        assert!(!is_decimal(&typed));
        let chosen = vec![unit("kg", 1.0, 0.0), unit("g", 0.001, 0.0)];
        assert!(is_decimal(&Numeric { units: chosen, ..typed.clone() }));
        let mistakes = vec![Mistake { low: -3.0, high: -1.0, feedback: Prose(Vec::new()) }];
        assert!(!is_decimal(&Numeric { mistakes, ..numeric(1.0, 2.0, 3.0) }));
    }
}

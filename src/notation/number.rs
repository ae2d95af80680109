//! Numbers as a language prints them: 2 678; 13,31; 1,2 × 10⁻⁵. It computes nothing.

use crate::notation::Lang;

const NO_BREAK: char = '\u{a0}';

/// `value` with `digits` significant digits.
pub fn number(value: f64, digits: u8, lang: Lang) -> String {
    let digits = usize::from(digits.clamp(1, 17));
    if value == 0.0 || !value.is_finite() {
        return localized(&format!("{value}"), lang);
    }
    let scientific = format!("{:.*e}", digits - 1, value);
    let (mantissa, exponent) = scientific.split_once('e').expect("the format `e` writes an exponent");
    let exponent: i32 = exponent.parse().expect("the format `e` writes a whole exponent");
    if !(-4..9).contains(&exponent) {
        return format!("{} × 10{}", localized(mantissa, lang), superscript(exponent)).replace(' ', "\u{a0}");
    }
    let after = i32::try_from(digits).expect("at most 17") - 1 - exponent;
    let rounded: f64 = scientific.parse().expect("what was printed can be read");
    localized(&format!("{:.*}", usize::try_from(after).unwrap_or(0), rounded), lang)
}

/// `value` with `count` decimals.
pub fn decimals(value: f64, count: u8, lang: Lang) -> String {
    let printed = format!("{:.*}", usize::from(count), value);
    let is_zero = printed.chars().all(|c| matches!(c, '-' | '0' | '.'));
    localized(if is_zero { printed.trim_start_matches('-') } else { &printed }, lang)
}

/// A number and its unit.
pub fn quantity(value: f64, digits: u8, unit: &str, lang: Lang) -> String {
    let number = number(value, digits, lang);
    match (unit, lang) {
        ("", _) => number,
        ("%", Lang::English) => format!("{number}%"),
        _ => format!("{number}{NO_BREAK}{unit}"),
    }
}

/// Whether `text` is a number as a program writes it: `-12`, `0.95`, `1e-3`.
pub fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '-' | '+'))
        && text.replacen('−', "-", 1).parse::<f64>().is_ok_and(f64::is_finite)
}

/// A number written with a point, with the same digits in the signs of `lang`.
pub fn localized(text: &str, lang: Lang) -> String {
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => ("−", rest),
        None => ("", text),
    };
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let (group, point) = match lang {
        Lang::French => (NO_BREAK, ','),
        Lang::English => (',', '.'),
    };
    let mut out = sign.to_owned();
    let plain = whole.bytes().all(|b| b.is_ascii_digit());
    for (index, digit) in whole.chars().enumerate() {
        if plain && index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

fn superscript(exponent: i32) -> String {
    let raised = |c| match c {
        '-' => '⁻',
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    };
    exponent.to_string().chars().map(raised).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_in_quebec() {
        let cases = [
            (2677.9, 4, "2\u{a0}678"),
            (13.307, 4, "13,31"),
            (1.8894, 4, "1,889"),
            (0.0, 3, "0"),
            (-0.7849, 2, "−0,78"),
            (35280.0, 4, "35\u{a0}280"),
            (1449.7, 2, "1\u{a0}400"),
            (111.58, 4, "111,6"),
            (25_920_000_000.0, 4, "2,592\u{a0}×\u{a0}10¹⁰"),
            (0.0000334, 3, "3,34\u{a0}×\u{a0}10⁻⁵"),
            (999.96, 4, "1\u{a0}000"),
        ];
        for (value, digits, printed) in cases {
            assert_eq!(number(value, digits, Lang::French), printed);
        }
    }

    #[test]
    fn decimals_are_kept_even_when_they_are_zeros() {
        assert_eq!(decimals(12.5, 2, Lang::French), "12,50");
        assert_eq!(decimals(-0.001, 2, Lang::French), "0,00");
        assert_eq!(decimals(12345.678, 1, Lang::English), "12,345.7");
    }

    #[test]
    fn a_quantity_keeps_its_unit_on_the_line() {
        assert_eq!(quantity(69.0, 2, "GPa", Lang::French), "69\u{a0}GPa");
        assert_eq!(quantity(25.0, 2, "%", Lang::French), "25\u{a0}%");
        assert_eq!(quantity(25.0, 2, "%", Lang::English), "25%");
        assert_eq!(quantity(1.5, 2, "", Lang::French), "1,5");
    }

    #[test]
    fn codes_and_dates_are_no_numbers() {
        for text in ["6061-T6", "2026-11-22", "", "e", "1e", "3,5", ".5", "5.", "inf", "NaN"] {
            assert!(!is_number(text), "{text}");
        }
        for text in ["0", "-12", "0.95", "1e-3", "−4.5"] {
            assert!(is_number(text), "{text}");
        }
    }
}

//! The words of single cells and numbers; tests/it/report compares whole dictionaries.

use super::pattern::plain_number;
use super::*;

#[test]
fn numbers_are_written_as_the_player_writes_them() {
    let written =
        [0.0, 2678.0, 13.31, -3.5, 0.000_012_5, 1e21, 0.1 + 0.2, 123_456_789.123_456_78].map(plain_number);
    let expected =
        ["0", "2678", "13.31", "-3.5", "0.0000125", "1000000000000000000000", "0.3", "123456789.123457"];
    assert_eq!(written, expected);
}

#[test]
fn cells_are_quoted_and_no_text_becomes_a_formula() {
    let cells = ["a", "a;b", "a,b", "a\"b", "=1+1", "+a", "-a", "@a", "-3.5", "-3.5;2", "\ta", "a\nb"];
    let expected = [
        "a",
        "\"a;b\"",
        "\"a,b\"",
        "\"a\"\"b\"",
        "'=1+1",
        "'+a",
        "'-a",
        "'@a",
        "-3.5",
        "\"'-3.5;2\"",
        "'\ta",
        "\"a\nb\"",
    ];
    assert_eq!(cells.map(csv::cell), expected);
}

fn is_decimal(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, decimals) = text.strip_prefix('-').unwrap_or(text).split_once('.').unwrap_or((text, "0"));
    digits(whole.trim_start_matches('-')) && digits(decimals)
}

proptest::proptest! {
    /// SCORM 1.2 RTE 3.4: CMIDecimal has a dot and no exponent; xAPI joins two of them by `[:]`.
    #[test]
    fn the_pattern_of_any_number_is_a_plain_decimal_of_that_value(
        mantissa in -1e15..1e15, power in -90..75_i32, half in 0.0..1.0
    ) {
        let value = mantissa * 10f64.powi(power);
        let numeric = sample(value, value - half * value.abs(), value + half * value.abs());
        let interaction = Interaction::Numeric(numeric);
        let [pattern]: [String; 1] = pattern::scorm12(&interaction).try_into().unwrap();
        proptest::prop_assert!(is_decimal(&pattern) && pattern.len() <= 255, "{pattern}");
        let back: f64 = pattern.parse().unwrap();
        proptest::prop_assert!((back - value).abs() <= 1e-14 * value.abs(), "{pattern} of {value}");
        let [range]: [String; 1] = pattern::xapi(&interaction).try_into().unwrap();
        let (low, high) = range.split_once("[:]").unwrap();
        proptest::prop_assert!(is_decimal(low) && is_decimal(high), "{range}");
        proptest::prop_assert!(low.parse::<f64>().unwrap() <= high.parse::<f64>().unwrap(), "{range}");
    }
}

fn sample(value: f64, low: f64, high: f64) -> crate::model::Numeric {
    crate::model::Numeric {
        value,
        low,
        high,
        unit: None,
        units: Vec::new(),
        ask_unit: false,
        measure: None,
        shares: crate::model::Shares::USUAL,
        shown: String::new(),
        significant: None,
        mistakes: Vec::new(),
        tolerance: String::new(),
    }
}

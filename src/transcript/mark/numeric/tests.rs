use proptest::prelude::*;
use serde_json::json;

use super::*;

fn module() -> Info {
    serde_json::from_value(json!({
        "id": "m", "iri": "https://exemple.ca/m", "title": "M", "version": "1.0.0", "date": "2026-11-23",
        "language": "fr-CA", "ui": "fr", "hash": "", "quantities": { "une longueur": "m mm µm" },
    }))
    .unwrap()
}

/// In kilograms, tonnes accepted, grams known.
fn key(value: f64, half: f64, ask_unit: bool) -> Numeric {
    serde_json::from_value(json!({
        "value": value, "low": value - half, "high": value + half, "unit": "kg",
        "units": [
            { "symbol": "kg", "factor": 1.0, "offset": 0.0 },
            { "symbol": "t", "factor": 1000.0, "offset": 0.0 },
        ],
        "askUnit": ask_unit, "significant": null, "shown": "", "mistakes": [], "measure": "une masse",
        "others": [{ "symbol": "g", "factor": 0.001, "offset": 0.0 }],
        "shares": { "unit": 0.5, "dimension": 0.25, "digits": 0.5 },
    }))
    .unwrap()
}

fn scored(key: &Numeric, number: &str, unit: &str) -> Option<f64> {
    score(key, &[number.to_owned(), unit.to_owned()], &module())
}

#[test]
fn each_way_to_miss_the_unit_has_its_share() {
    let key = key(2678.0, 26.0, true);
    let cases = [
        ("2678 kg", 1.0),
        ("2,678 t", 1.0),
        ("2,678e6 g", 0.5),
        ("2678", 0.5),
        ("2678 t", 0.5),
        ("2678 zorg", 0.5),
        ("2678 m", 0.25),
        ("12 m", 0.0),
        ("12 g", 0.0),
    ];
    for (typed, expected) in cases {
        assert_eq!(scored(&key, typed, ""), Some(expected), "{typed}");
    }
}

#[test]
fn packages_of_before_gave_half_for_any_unit() {
    let mut old = json!({
        "value": 5.0, "low": 5.0, "high": 5.0, "unit": "kg", "askUnit": false, "significant": null,
        "units": [{ "symbol": "kg", "factor": 1.0, "offset": 0.0 }], "shown": "5 kg", "mistakes": [],
    });
    let key: Numeric = serde_json::from_value(old.take()).unwrap();
    assert_eq!(scored(&key, "5 m", ""), Some(0.5));
}

proptest! {
    #[test]
    fn a_full_answer_gives_full_marks_in_every_unit_that_is_accepted(
        value in -1e12..1e12, part in 0.0..0.1, at in 0..2_usize, comma: bool
    ) {
        let key = key(value, part * value.abs(), true);
        let unit = &key.units[at];
        let typed = format!("{:e}", (value - unit.offset) / unit.factor);
        let typed = if comma { typed.replace('.', ",") } else { typed };
        prop_assert_eq!(scored(&key, &typed, &unit.symbol), Some(1.0));
        prop_assert_eq!(scored(&key, &format!("{typed} {}", unit.symbol), ""), Some(1.0));
    }

    #[test]
    fn a_score_is_from_nothing_to_everything(
        value in -1e6..1e6, number in "[-0-9., e×10^³]{0,8}", unit in "(kg|t|g|m|µm|zorg|%|k|)", ask: bool
    ) {
        let key = key(value, 1e3, ask);
        if let Some(score) = scored(&key, &number, &unit) {
            prop_assert!((0.0..=1.0).contains(&score), "{score}");
        }
    }
}

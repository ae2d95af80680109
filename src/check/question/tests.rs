use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::check::prose::Names;
use crate::diag::Sources;
use crate::model::LangTag;
use crate::model::Limits;
use crate::model::Numeric;
use crate::source;
use crate::source::ModuleDraft;
use crate::source::fields::QUESTION;

/// The question that `yaml` writes, and the codes of what is wrong with it.
fn check(yaml: &str) -> (Option<Question>, Vec<Code>) {
    let mut sources = Sources::default();
    let file = sources.add("q.yaml", yaml);
    let mut sink = Sink::default();
    let object = source::decode(&Fragment::whole(&sources, file), &QUESTION, &mut sink);
    let draft = ModuleDraft {
        folder: "m".to_owned(),
        root: PathBuf::new(),
        module: None,
        glossary: Vec::new(),
        references: Vec::new(),
        pages: Vec::new(),
        banks: Vec::new(),
        files: Vec::new(),
        unread: Default::default(),
    };
    let limits = Limits { state: 4000, title: 255, response: 255, options: 36 };
    let names = Names::new(LangTag::new("fr-CA").unwrap());
    let context = Context { draft: &draft, limits: &limits, names, clean: true, objectives: None };
    let question = object.and_then(|object| question(&object, Role::Graded, &context, &mut sink));
    (question, sink.iter().map(|f| f.code).collect())
}

fn numeric(answer: &str, mistakes: &[&str]) -> (Option<Numeric>, Vec<Code>) {
    let list: String = mistakes.iter().map(|m| format!("  - {m}\n    > Parce que.\n")).collect();
    let mistakes = if mistakes.is_empty() { String::new() } else { format!("mistakes: |\n{list}") };
    let yaml = format!("id: a\ntype: numeric\nprompt: |\n  Combien?\nanswer: {{ {answer} }}\n{mistakes}");
    let (question, codes) = check(&yaml);
    let numeric = question.map(|question| match question.interaction {
        Interaction::Numeric(numeric) => numeric,
        other => panic!("{other:?}"),
    });
    (numeric, codes)
}

fn accepted(answer: &str) -> (f64, f64, f64, String) {
    let (numeric, codes) = numeric(answer, &[]);
    let numeric = numeric.unwrap_or_else(|| panic!("{answer}: {codes:?}"));
    (numeric.low, numeric.value, numeric.high, numeric.tolerance.replace('\u{a0}', " "))
}

#[test]
fn a_tolerance_is_relative_absolute_or_a_range() {
    assert_eq!(accepted("value: 200, tolerance: 1 %"), (198.0, 200.0, 202.0, "± 1 %".to_owned()));
    assert_eq!(accepted("value: -200, tolerance: 1%"), (-202.0, -200.0, -198.0, "± 1 %".to_owned()));
    assert_eq!(
        accepted("value: 13.3, tolerance: 0.1, unit: kWh/kg"),
        (13.2, 13.3, 13.4, "± 0,1 kWh/kg".to_owned())
    );
    assert_eq!(
        accepted("value: 2650, range: 2600..2700, unit: kg"),
        (2600.0, 2650.0, 2700.0, "de 2 600 à 2 700 kg".to_owned())
    );
    assert_eq!(accepted("value: 3, range: 2..3"), (2.0, 3.0, 3.0, "de 2 à 3".to_owned()));
    assert_eq!(accepted("value: 12"), (12.0, 12.0, 12.0, String::new()));
}

#[test]
fn significant_digits_alone_accept_what_rounds_to_the_same() {
    let bounds = |answer: &str| {
        let (low, _, high, words) = accepted(answer);
        assert_eq!(words, "");
        (low, high)
    };
    assert_eq!(bounds("value: 2677.9, significant: 3"), (2675.0, 2685.0));
    assert_eq!(bounds("value: 2/3, significant: 3"), (0.6665, 0.6675));
    assert_eq!(bounds("value: -0.0123456789, significant: 2"), (-0.0125, -0.0115));
    assert_eq!(bounds("value: 999.6, significant: 3"), (995.0, 1005.0));
    assert_eq!(bounds("value: 1e-30/3, significant: 1"), (2.5e-31, 3.5e-31));
    assert_eq!(accepted("value: 2677.9, significant: 4, tolerance: 1").0, 2676.9);
}

#[test]
fn a_mistake_beside_significant_digits_is_as_wide_as_its_own_rounding() {
    let (numeric, codes) = numeric("value: 2677.9, significant: 3", &["2819"]);
    let mistakes: Vec<_> = numeric.unwrap().mistakes.iter().map(|m| (m.low, m.high)).collect();
    assert_eq!((mistakes, codes), (vec![(2815.0, 2825.0)], vec![]));
}

#[test]
fn bounds_stay_finite_whatever_the_tolerance() {
    let (low, _, high, _) = accepted("value: 1e308, tolerance: 1.7e308");
    assert!(low.is_finite() && high == f64::MAX);
}

#[test]
fn accepted_units_convert_to_the_unit_of_the_answer() {
    let (numeric, _) = numeric("value: 2678, tolerance: 1 %, unit: kg, units: [t, g, kg]", &[]);
    let units: Vec<_> = numeric.unwrap().units.into_iter().map(|u| (u.symbol, u.factor, u.offset)).collect();
    let expected = [("kg", 1.0, 0.0), ("t", 1000.0, 0.0), ("g", 0.001, 0.0)];
    assert_eq!(units, expected.map(|(symbol, factor, offset)| (symbol.to_owned(), factor, offset)));
}

#[test]
fn an_answer_says_what_it_measures_and_which_units_do_too() {
    let (numeric, _) = numeric("value: 2678, tolerance: 1 %, unit: kg, units: [t]", &[]);
    let measure = numeric.unwrap().measure.unwrap();
    assert_eq!(measure.name, "une masse");
    let others: Vec<_> = measure.others.iter().map(|unit| (unit.symbol.as_str(), unit.factor)).collect();
    let expected = [("g", 1e-3), ("mg", 1e-6), ("µg", 1e-9), ("kt", 1e6), ("Mt", 1e9), ("lb", 0.453_592_37)];
    assert_eq!(others, expected);
    let names: Vec<&str> = measure.quantities.iter().map(|(name, _)| name.as_str()).collect();
    assert!(names.contains(&"une longueur") && !names.contains(&"une masse"), "{names:?}");
}

#[test]
fn a_difference_of_temperature_converts_without_its_zero() {
    let units = |answer: &str| {
        let units = numeric(answer, &[]).0.unwrap().units;
        units.into_iter().map(|unit| (unit.symbol, unit.factor, unit.offset)).collect::<Vec<_>>()
    };
    let pair =
        |first: &str, second: &str, offset| [(first.to_owned(), 1.0, 0.0), (second.to_owned(), 1.0, offset)];
    assert_eq!(units("value: 20, unit: °C, units: [K]"), pair("°C", "K", -273.15));
    assert_eq!(units("value: 20, unit: Δ°C, units: [K]"), pair("°C", "K", 0.0));
    assert_eq!(numeric("value: 20, unit: °C, units: [ΔK]", &[]).1, [Code::FIL2108]);
}

#[test]
fn shares_are_the_usual_ones_or_those_written() {
    let shares = |answer: &str| numeric(answer, &[]).0.map(|numeric| numeric.shares);
    let of = |unit, dimension, digits| Some(crate::model::Shares { unit, dimension, digits });
    assert_eq!(shares("value: 20, unit: kg"), of(50, 25, 50));
    assert_eq!(shares("value: 20, unit: kg, partial: { unit: 80 %, dimension: 0 }"), of(80, 0, 50));
    assert_eq!(numeric("value: 20, partial: { unit: 80 }", &[]).1, [Code::FIL2117]);
    assert_eq!(numeric("value: 20, partial: { unit: 101 }", &[]).0, None);
}

#[test]
fn a_mistake_is_as_wide_as_the_answer_but_never_touches_it() {
    let (numeric, codes) = numeric("value: 100, tolerance: 10 %", &["50", "112"]);
    let mistakes: Vec<_> = numeric.unwrap().mistakes.into_iter().map(|m| (m.low, m.high)).collect();
    assert_eq!(mistakes, [(45.0, 55.0), (110.0_f64.next_up(), 123.2)]);
    assert_eq!(codes, []);
}

#[test]
fn a_mistake_of_another_size_is_narrower_in_proportion() {
    let around = |answer: &str| numeric(answer, &["10"]).0.map(|n| (n.mistakes[0].low, n.mistakes[0].high));
    assert_eq!(around("value: 100, tolerance: 10"), Some((9.0, 11.0)));
    assert_eq!(around("value: 100, range: 90..110"), Some((9.0, 11.0)));
}

#[test]
fn a_mistake_at_the_very_bound_is_one_that_passes() {
    assert_eq!(numeric("value: 100, tolerance: 10", &["110"]).1, [Code::FIL2106]);
    assert_eq!(numeric("value: 100, tolerance: 10", &["110.1"]).1, []);
}

#[test]
fn an_answer_of_more_than_six_digits_needs_a_tolerance() {
    assert_eq!(numeric("value: 0.123456", &[]).1, []);
    assert_eq!(numeric("value: 0.1234567", &[]).1, [Code::FIL2110]);
}

#[test]
fn an_answer_that_is_shown_rounded_must_still_be_accepted() {
    assert_eq!(numeric("value: 2678.05, tolerance: 0.1, digits: 2", &[]), (None, vec![Code::FIL2110]));
    assert_eq!(numeric("value: 2678.05, tolerance: 0.1, digits: 5", &[]).1, []);
}

#[test]
fn an_answer_is_shown_as_its_language_writes_it() {
    let shown = |answer: &str| numeric(answer, &[]).0.map(|n| n.shown.replace('\u{a0}', " "));
    let cases = [
        ("value: 2678.05, tolerance: 1 %, digits: 4, unit: kg", "2 678 kg"),
        ("value: 1449.7, tolerance: 10 %, digits: 2", "1 400"),
        ("value: 9.996, tolerance: 1 %, digits: 3", "10,0"),
        ("value: -0.105", "−0,105"),
    ];
    assert_eq!(cases.map(|(answer, _)| shown(answer)), cases.map(|(_, words)| Some(words.to_owned())));
}

#[test]
fn targets_are_shared_and_extra_ones_come_last() {
    let yaml = "id: a\ntype: matching\nprompt: |\n  Associez.\npairs: |\n  - a -> x\n  - b -> y\n  - c -> x\n  - -> z\n";
    let (question, codes) = check(yaml);
    let Interaction::Matching(matching) = question.unwrap().interaction else { panic!("not a matching") };
    assert_eq!(codes, []);
    assert_eq!(matching.pairs.iter().map(|p| p.target).collect::<Vec<_>>(), [0, 1, 0]);
    let letters: String = matching.targets.iter().map(|t| t.letter.as_char()).collect();
    assert_eq!(letters, "abc");
}

proptest! {
    /// What the player relies on when it marks a number.
    #[test]
    fn low_value_high_are_in_order_and_mistakes_lie_outside(
        value in -1e6..1e6f64, tolerance in 0.0..1e3f64, percent: bool, mistakes in prop::collection::vec(-1e6..1e6f64, 0..4),
    ) {
        let unit = if percent { " %" } else { "" };
        let mistakes: Vec<String> = mistakes.iter().map(|m| format!("({m})")).collect();
        let mistakes: Vec<&str> = mistakes.iter().map(String::as_str).collect();
        let (numeric, codes) = numeric(&format!("value: \"({value})\", tolerance: {tolerance}{unit}"), &mistakes);
        let errors = codes.iter().any(|c| c.severity() == crate::diag::Severity::Error);
        prop_assert_eq!(numeric.is_none(), errors);
        if let Some(n) = numeric {
            prop_assert!(n.low <= n.value && n.value <= n.high);
            for mistake in &n.mistakes {
                prop_assert!(mistake.low <= mistake.high);
                prop_assert!(mistake.high < n.low || mistake.low > n.high, "{:?}", mistake);
            }
        }
    }

    /// What reports and marking rely on in a choice.
    #[test]
    fn letters_are_unique_and_a_single_choice_has_one_right_option(
        rights in prop::collection::vec(any::<bool>(), 0..40), multiple: bool,
    ) {
        let option = |(n, right): (usize, &bool)| format!("  - [{}] option {n}\n", if *right { 'x' } else { ' ' });
        let options: String = rights.iter().enumerate().map(option).collect();
        let yaml = format!("id: a\ntype: choice\nmultiple: {multiple}\nprompt: |\n  Laquelle?\noptions: |\n{options}  \n");
        let (question, codes) = check(&yaml);
        prop_assert_eq!(question.is_none(), !codes.is_empty());
        if let Some(Interaction::Choice(choice)) = question.map(|q| q.interaction) {
            let letters: std::collections::BTreeSet<_> = choice.options.iter().map(|o| o.letter).collect();
            let right = choice.options.iter().filter(|o| o.right).count();
            prop_assert_eq!(letters.len(), choice.options.len());
            prop_assert!(right == 1 || (multiple && right > 1));
        }
    }
}

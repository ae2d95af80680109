use super::*;
use crate::diag::Code;
use crate::diag::Sources;
use crate::diag::Span;

fn number(text: &str) -> f64 {
    value(text, &Scope::default()).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

/// Code and bytes of the fault.
fn fault(text: &str) -> (Code, String, Option<String>) {
    let mut sources = Sources::default();
    let file = sources.add("x", text);
    let found = value(text, &Scope::default()).unwrap_err().diagnostic(&Fragment::whole(&sources, file));
    let Span { start, end, .. } = found.span.unwrap();
    let hint = found.hints.first().map(|h| h.en.replace('\u{a0}', " "));
    (found.code, text[start as usize..end as usize].to_owned(), hint)
}

fn hinted(text: &str, at: &str, hint: &str) {
    assert_eq!(fault(text), (Code::FIL2109, at.to_owned(), Some(hint.to_owned())));
}

#[test]
fn operators_bind_as_in_algebra() {
    assert_eq!(number("1 + 2*3"), 7.0);
    assert_eq!(number("(1 + 2)*3"), 9.0);
    assert_eq!(number("8/2/2"), 2.0);
    assert_eq!(number("7-2-1"), 4.0);
    assert_eq!(number("-2^2"), -4.0);
    assert_eq!(number("2^3^2"), 512.0);
    assert_eq!(number("2^-1"), 0.5);
    assert_eq!(number("--3"), 3.0);
    assert_eq!(number("1.5e3 + 2E-1"), 1500.2);
}

#[test]
fn functions_have_the_values_of_the_textbook() {
    assert_eq!(number("sqrt(16) + abs(-2)"), 6.0);
    assert_eq!(number("min(3, 1, 2) + max(1,5)"), 6.0);
    assert_eq!(number("round(2.5) + floor(2.9) + ceil(2.1)"), 8.0);
    assert_eq!(number("ln(exp(2)) + log10(1000)"), 5.0);
    assert_eq!(number("sin(pi/2) + cos(0)"), 2.0);
    assert_eq!(number("tan(pi/4)"), 1.0);
}

#[test]
fn the_answers_of_a_real_module_come_out_right() {
    assert_eq!(format!("{:.0}", number("26.982*350*1000*24*3600*0.95/(3*96485)/1000")), "2678");
    assert_eq!(format!("{:.2}", number("3*96485*4.20/(3600*26.982*0.94)")), "13.31");
    assert_eq!(number("0.1 + 0.2"), 0.3);
}

#[test]
fn names_of_the_scope_have_their_values() {
    let mut scope = Scope::default();
    scope.set("m", 4.0);
    scope.set("alliage.rho", 2.7);
    assert_eq!(value("m*alliage.rho", &scope), Ok(10.8));
}

#[test]
fn a_fault_has_its_exact_place() {
    let numbers = "check the numbers that go into it";
    hinted("1/(2-2)", "1/(2-2)", numbers);
    hinted("3 + sqrt(-1)", "sqrt(-1)", numbers);
    hinted("10^400 + 1", "10^400", numbers);
    hinted("", "", "write a number or a calculation");
    hinted("2 +", "+", "add the missing value");
    hinted("(1 + 2", "(", "add the closing parenthesis");
    hinted("1 + 2)", ")", "remove it, or open it earlier");
    hinted("2 * * 3", "*", "add the value, or remove the sign");
    hinted("1 + abs(1, 2)", "abs(1, 2)", "separate values by commas");
    hinted("12 mm", "mm", "multiplication is written « * », and numbers are written without spaces");
    hinted("70 000*2", "000", "multiplication is written « * », and numbers are written without spaces");
    hinted("2 × 3", "×", "write « * »");
    hinted("4²", "²", "write « ^2 »");
    hinted("sqrt 4", "sqrt", "write « sqrt(…) »");
    hinted("racine(4)", "racine", "did you mean « sqrt »?");
    hinted("rond(4)", "rond", "did you mean « round »?");
}

#[test]
fn a_decimal_comma_is_told_from_a_separator() {
    let (code, at, hint) = fault("2*0,95");
    assert_eq!((code, at.as_str(), hint.as_deref()), (Code::FIL1011, "0,95", Some("write « 0.95 »")));
    assert_eq!(fault("abs(1,5)").1, "1,5");
    assert_eq!(number("max(1,5)"), 5.0);
}

#[test]
fn a_deep_expression_is_a_fault_and_a_long_one_too() {
    let deep = format!("{}1{}", "(".repeat(70), ")".repeat(70));
    hinted(&deep, "(", "compute a part of it beforehand");
    assert_eq!(number(&format!("{}1", "1+".repeat(399))), 400.0);
    assert_eq!(value(&"1+".repeat(600), &Scope::default()).unwrap_err().at, 0..1200);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "[ 0-9a-z.,+*/^()²×-]{0,40}") {
        if let Ok(value) = value(&text, &Scope::default()) {
            proptest::prop_assert!(value.is_finite());
        }
    }

    #[test]
    fn sums_and_products_agree_with_the_machine(a in -1e6..1e6f64, b in 1.0..1e6f64) {
        let text = format!("({a}) * {b} + ({a}) / {b}");
        proptest::prop_assert_eq!(number(&text), tidy(a * b + a / b));
    }
}

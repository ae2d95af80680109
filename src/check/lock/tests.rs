use crate::check::lock::letters::assigned;
use crate::model::ReleasedPart;

fn list(parts: &[(&str, &str)]) -> Vec<ReleasedPart> {
    let part = |(name, print): &(&str, &str)| ReleasedPart {
        name: (*name).to_owned(),
        print: (*print).to_owned(),
        words: String::new(),
    };
    parts.iter().map(part).collect()
}

/// Letters of options with these texts, when `last` was released last and `ever` before.
fn letters(now: &str, last: &[(&str, &str)], ever: &[(&str, &str)]) -> String {
    let now: Vec<(&str, &str)> = now.split(' ').map(|print| ("?", print)).collect();
    let (last, ever) = (list(last), list(ever));
    assigned(&list(&now), &last, last.iter().chain(&ever)).iter().map(|letter| letter.as_char()).collect()
}

const THREE: [(&str, &str); 3] = [("a", "cuivre"), ("b", "fer"), ("c", "zinc")];

#[test]
fn a_letter_follows_its_text() {
    assert_eq!(letters("zinc cuivre fer", &THREE, &[]), "cab");
}

#[test]
fn a_mended_text_keeps_the_letter_of_its_place() {
    assert_eq!(letters("cuivre Fer zinc", &THREE, &[]), "abc");
    assert_eq!(letters("zinc Fer cuivre", &THREE, &[]), "cba");
}

#[test]
fn a_new_option_takes_the_next_letter_wherever_it_stands() {
    assert_eq!(letters("or cuivre fer zinc", &THREE, &[]), "dabc");
    assert_eq!(letters("or cuivre fer zinc", &THREE, &[("d", "étain")]), "eabc");
}

#[test]
fn a_text_that_is_mended_while_another_goes_is_a_new_one() {
    assert_eq!(letters("Fer zinc", &THREE, &[]), "dc");
}

#[test]
fn a_text_mended_and_moved_at_once_takes_no_letter_of_another() {
    assert_eq!(letters("zinc cuivre Fer", &THREE, &[]), "cad");
}

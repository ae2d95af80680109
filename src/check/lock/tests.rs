use crate::check::lock::letters::assigned;
use crate::check::lock::letters::wanted;
use crate::model::ReleasedPart;

/// A part as « text » or « text#name »; its fingerprint is its text here.
fn part(name: &str, written: &str) -> (ReleasedPart, ReleasedPart) {
    let (text, id) = written.split_once('#').map_or((written, None), |(text, id)| (text, Some(id)));
    let plain = ReleasedPart { name: name.to_owned(), print: text.to_owned(), words: text.to_owned() };
    let print = id.map_or_else(|| text.to_owned(), |id| format!("#{id}"));
    (ReleasedPart { print, ..plain.clone() }, plain)
}

fn list(parts: &[(&str, &str)]) -> Vec<ReleasedPart> {
    parts.iter().map(|(name, written)| part(name, written).0).collect()
}

/// Letters of options written so, when `last` was released last and `ever` before.
fn letters(now: &str, last: &[(&str, &str)], ever: &[(&str, &str)]) -> String {
    let (parts, plain) = now.split(' ').map(|written| part("?", written)).unzip();
    let (last, ever) = (list(last), list(ever));
    let letters = assigned(&wanted(parts, plain), &last, last.iter().chain(&ever));
    letters.iter().map(|letter| letter.as_char()).collect()
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

#[test]
fn another_text_in_the_place_of_one_that_went_is_not_that_one_mended() {
    assert_eq!(letters("cuivre manganèse zinc", &THREE, &[]), "adc");
    assert_eq!(letters("12 13", &[("a", "11"), ("b", "12")], &[]), "bc");
    assert_eq!(letters("cuivres fer zinc", &THREE, &[]), "abc");
    assert_eq!(letters("2xxx 5xxx", &[("a", "2xxx"), ("b", "3xxx")], &[]), "ac");
}

#[test]
fn a_letter_written_as_a_name_is_kept_whatever_became_of_the_text() {
    assert_eq!(letters("zinc manganèse#b cuivre", &THREE, &[]), "cba");
    assert_eq!(letters("manganèse#b cuivre", &THREE, &[]), "ba");
}

#[test]
fn a_name_that_is_given_changed_or_taken_away_leaves_each_letter_with_its_text() {
    assert_eq!(letters("zinc#z cuivre#cu fer#fe", &THREE, &[]), "cab");
    let named = [("a", "cuivre#cu"), ("b", "fer#fe"), ("c", "zinc#zn")];
    assert_eq!(letters("zinc cuivre fer", &named, &[]), "cab");
    assert_eq!(letters("zinc#x cuivre#y fer#z", &named, &[]), "cab");
    assert_eq!(letters("plomb#fe étain#zn", &named, &[]), "bc");
}

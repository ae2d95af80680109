//! What is offered and what is right in a question, in words that can be compared.

use std::collections::BTreeMap;

use crate::contents::Key;
use crate::contents::Numeric;
use crate::diag::Text;
use crate::text;

/// What a learner can choose, by its letter; empty where nothing is to choose.
pub fn offered(key: &Key) -> BTreeMap<String, String> {
    let named = |id: &str, text: &str| (id.to_owned(), text.to_owned());
    match key {
        Key::Choice { options, .. } => options.iter().map(|one| named(&one.id, &one.text)).collect(),
        Key::Sequencing { items } => items.iter().map(|one| named(&one.id, &one.text)).collect(),
        Key::Matching { sources, targets } => {
            let sources = sources.iter().map(|one| named(&one.id, &one.text));
            sources.chain(targets.iter().map(|one| named(&format!("→{}", one.id), &one.text))).collect()
        }
        Key::FillIn { blanks } => {
            let choices =
                |list: &Option<Vec<String>>| list.as_ref().map(|list| list.join(" | ")).unwrap_or_default();
            blanks.iter().map(|one| (one.name.clone(), choices(&one.choices))).collect()
        }
        Key::TrueFalse { .. } | Key::Numeric(_) => BTreeMap::new(),
    }
}

/// What is right, by letters where there are.
pub fn right(key: &Key) -> Text {
    let all = |parts: Vec<String>| {
        let parts = parts.join(", ");
        text! { fr: "{parts}", en: "{parts}" }
    };
    match key {
        Key::Choice { options, .. } => {
            let mut right: Vec<&String> = options.iter().filter(|one| one.right).map(|one| &one.id).collect();
            right.sort();
            all(right.into_iter().cloned().collect())
        }
        Key::TrueFalse { answer: true } => text! { fr: "vrai", en: "true" },
        Key::TrueFalse { answer: false } => text! { fr: "faux", en: "false" },
        Key::Numeric(numeric) => number(numeric),
        Key::FillIn { blanks } => {
            let blank = |one: &crate::contents::Blank| {
                let strict = match (one.ignore_case, one.ignore_accents) {
                    (true, true) => "",
                    (true, false) => " (é≠e)",
                    (false, true) => " (A≠a)",
                    (false, false) => " (A≠a, é≠e)",
                };
                format!("{} = {}{strict}", one.name, one.answers.join(" | "))
            };
            all(blanks.iter().map(blank).collect())
        }
        Key::Matching { sources, targets } => {
            let mut pairs: Vec<String> =
                sources.iter().map(|one| format!("{}→{}", one.id, targets[one.target].id)).collect();
            pairs.sort();
            all(pairs)
        }
        Key::Sequencing { items } => all(items.iter().map(|one| one.id.clone()).collect()),
    }
}

fn number(numeric: &Numeric) -> Text {
    let Numeric { shown, low, high, .. } = numeric;
    let [low_fr, high_fr] = [low, high].map(|bound| bound.to_string().replace('.', ","));
    let units: Vec<&str> = numeric.units.iter().map(|unit| unit.symbol.as_str()).collect();
    let units = if units.is_empty() { String::new() } else { format!(" [{}]", units.join(", ")) };
    let (asked_fr, asked_en) =
        if numeric.ask_unit { (", unité demandée", ", unit asked") } else { ("", "") };
    let digits = numeric.significant.map_or((String::new(), String::new()), |digits| {
        (format!(", {digits} chiffres significatifs"), format!(", {digits} significant digits"))
    });
    let (digits_fr, digits_en) = digits;
    text! {
        fr: "{shown} (de {low_fr} à {high_fr}){units}{asked_fr}{digits_fr}",
        en: "{shown} ({low} to {high}){units}{asked_en}{digits_en}",
    }
}

//! The dictionary as a table that a spreadsheet opens.
//!
//! RFC 4180, with a byte order mark, by which Excel knows UTF-8. Excel takes the separator from the
//! system's regional settings: a semicolon where the decimal sign is a comma, as in French; a first
//! line `sep=` would make it forget the byte order mark.

use crate::model::Interaction;
use crate::model::Module;
use crate::model::plain_text;
use crate::render::Words;
use crate::render::kind;
use crate::report::interactions::Choice;
use crate::report::interactions::Place;
use crate::report::interactions::Record;
use crate::report::interactions::Used;
use crate::report::interactions::choices;
use crate::report::interactions::targets;

const COLUMNS: [&str; 15] = [
    "csv.id",
    "csv.first",
    "csv.used",
    "csv.question",
    "csv.blank",
    "csv.type",
    "csv.objective",
    "csv.place",
    "csv.points",
    "csv.prompt",
    "csv.options",
    "csv.right",
    "csv.scorm12",
    "csv.xapi",
    "csv.iri",
];

/// A header, then a line an interaction.
pub fn csv(module: &Module, words: &Words, records: &[Record]) -> Vec<u8> {
    let separator = if module.language.is_french() { ";" } else { "," };
    let line = |cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        cells.join(separator) + "\r\n"
    };
    let mut text = String::from("\u{feff}");
    text += &line(COLUMNS.iter().map(|key| words.get(key).to_owned()).collect());
    records.iter().for_each(|one| text += &line(row(module, words, one)));
    text.into_bytes()
}

fn row(module: &Module, words: &Words, record: &Record) -> Vec<String> {
    let question = record.question;
    let used = match record.used {
        Used::Practice => "used.practice",
        Used::Graded => "used.graded",
    };
    let blank = record.blank.map(|blank| blank.name.clone());
    let objective = question.objective.as_ref().and_then(|id| {
        module.objectives.iter().find(|objective| objective.id == *id).map(|o| o.text.plain())
    });
    vec![
        record.stem.clone(),
        record.first(),
        words.get(used).to_owned(),
        question.id.to_string(),
        blank.unwrap_or_default(),
        kind(&question.interaction).to_owned(),
        objective.unwrap_or_default(),
        place(record.place),
        points(record.points, module.language.is_french()),
        question.prompt.plain(),
        options(question),
        right(words, record),
        record.scorm12.join(" | "),
        record.xapi.join(" | "),
        module.workspace.iri.question(&module.id, &question.id),
    ]
}

/// The title of a page, the name of a bank.
fn place(place: Place) -> String {
    match place {
        Place::Page(page) => plain_text(&page.title),
        Place::Bank(bank) => bank.to_string(),
    }
}

/// At most two decimals, with the sign of the language.
fn points(points: f64, french: bool) -> String {
    let text = format!("{points:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if french { text.replace('.', ",") } else { text.to_owned() }
}

/// « a) cuivre | b) fer », for a matching question also its targets.
fn options(question: &crate::model::Question) -> String {
    let named = |choices: Vec<Choice>| {
        choices.into_iter().map(|choice| format!("{}) {}", choice.id, choice.text)).collect::<Vec<_>>()
    };
    let mut all = named(choices(&question.interaction));
    all.extend(named(targets(&question.interaction)));
    all.join(" | ")
}

/// The right answer in words.
fn right(words: &Words, record: &Record) -> String {
    match &record.question.interaction {
        Interaction::Choice(choice) => {
            let right = choice.options.iter().filter(|option| option.right);
            right.map(|option| option.text.plain()).collect::<Vec<_>>().join(" | ")
        }
        Interaction::TrueFalse { answer } => words.get(&format!("answer.{answer}")).to_owned(),
        Interaction::Numeric(numeric) => {
            format!("{} {}", numeric.shown, numeric.tolerance).trim_end().to_owned()
        }
        Interaction::FillIn { .. } => record.scorm12.join(" | "),
        Interaction::Matching(matching) => {
            let pair = |pair: &crate::model::Pair| {
                let target = plain_text(&matching.targets[pair.target].text);
                format!("{} → {target}", plain_text(&pair.source.text))
            };
            matching.pairs.iter().map(pair).collect::<Vec<_>>().join(" | ")
        }
        Interaction::Sequencing { items } => {
            items.iter().map(|item| plain_text(&item.text)).collect::<Vec<_>>().join(" → ")
        }
    }
}

/// A cell as RFC 4180 quotes it. An apostrophe keeps a spreadsheet from taking a text for a formula;
/// a number may keep its sign, for it is no formula and must equal what the platform stored.
pub(super) fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ';', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

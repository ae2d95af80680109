//! The fields of each type of question → HTML; ids and orders are fixed by the question alone.

use sha2::Digest;
use sha2::Sha256;

use crate::model::Blank;
use crate::model::Choice;
use crate::model::Interaction;
use crate::model::Item;
use crate::model::Matching;
use crate::model::Numeric;
use crate::model::Question;
use crate::model::plain_text;
use crate::render::context::Context;
use crate::render::html::Html;
use crate::render::keyboard;
use crate::render::prose::Writer;
use crate::render::view;
use crate::render::view::Raw;

/// Fields under the prompt; empty when the blanks are in the prompt.
pub fn fields(context: &Context, writer: &Writer, at: &str, question: &Question) -> String {
    match &question.interaction {
        Interaction::Choice(choice) => context.templates.render("choice", &options(writer, at, choice)),
        Interaction::TrueFalse { .. } => context.templates.render("choice", &true_false(context, at)),
        Interaction::Numeric(numeric) => context.templates.render("numeric", &number(context, at, numeric)),
        Interaction::FillIn { blanks } => lone_blank(context, at, question, blanks),
        Interaction::Matching(matching) => {
            context.templates.render("matching", &pairs(context, writer, at, matching))
        }
        Interaction::Sequencing { items } => {
            context.templates.render("sequencing", &sequence(writer, question.id.as_str(), items))
        }
    }
}

fn options(writer: &Writer, at: &str, choice: &Choice) -> view::Choice {
    let option = |o: &crate::model::ChoiceOption| view::ChoiceOption {
        value: o.letter.as_char().to_string(),
        text: Raw::from(writer.phrasing(&o.text)),
    };
    view::Choice {
        at: at.to_owned(),
        input: if choice.multiple { "checkbox" } else { "radio" },
        options: choice.options.iter().map(option).collect(),
    }
}

fn true_false(context: &Context, at: &str) -> view::Choice {
    let option = |value: &str| view::ChoiceOption {
        value: value.to_owned(),
        text: Raw::from(context.words.get(&format!("answer.{value}")).to_owned()),
    };
    view::Choice { at: at.to_owned(), input: "radio", options: vec![option("true"), option("false")] }
}

fn number(context: &Context, at: &str, numeric: &Numeric) -> view::Numeric {
    let words = &context.words;
    let several = numeric.units.len() > 1;
    let symbols: Vec<String> = numeric.units.iter().map(|u| u.symbol.clone()).collect();
    let print = match several || numeric.ask_unit {
        true => words.fill("numeric.print", &[("units", &symbols.join(", "))]),
        false => String::new(),
    };
    view::Numeric {
        at: at.to_owned(),
        label: words.get("numeric.label").to_owned(),
        unit_label: words.get("numeric.unit").to_owned(),
        decimal: keyboard::is_decimal(numeric),
        has_units: several,
        choose: words.get("choose").to_owned(),
        ask_unit: numeric.ask_unit,
        has_fixed_unit: !several && !numeric.ask_unit && numeric.unit.is_some(),
        unit: numeric.unit.clone().unwrap_or_default(),
        units: symbols,
        print_units: print,
    }
}

/// Fields of the blanks, by name.
pub fn blanks(context: &Context, at: &str, blanks: &[Blank]) -> Vec<(String, String)> {
    let total = blanks.len().to_string();
    let field = |(number, blank): (usize, &Blank)| {
        let number = (number + 1).to_string();
        let label = match blanks.len() {
            1 => context.words.get("numeric.label").to_owned(),
            _ => context.words.fill("blank.label", &[("n", &number), ("total", &total)]),
        };
        (blank.name.clone(), blank_field(context, at, &label, blank))
    };
    blanks.iter().enumerate().map(field).collect()
}

fn blank_field(context: &Context, at: &str, label: &str, blank: &Blank) -> String {
    let mut out = Html::new();
    let id = format!("{at}/{}", blank.name);
    let common = [("id", id.as_str()), ("aria-label", label), ("data-blank", blank.name.as_str())];
    match &blank.choices {
        Some(choices) => {
            out.open("select", &[&common[..], &[("class", "fi-inp fi-blank")]].concat());
            out.leaf("option", &[("value", "")], context.words.get("choose"));
            choices.iter().for_each(|c| out.leaf("option", &[], c));
            out.close("select");
        }
        None => {
            let size = blank.answers.iter().map(|a| a.chars().count()).max().unwrap_or(8).clamp(6, 24) + 2;
            let size = size.to_string();
            let rest = [
                ("class", "fi-inp fi-blank"),
                ("type", "text"),
                ("size", size.as_str()),
                ("autocomplete", "off"),
                ("autocapitalize", "off"),
                ("spellcheck", "false"),
            ];
            out.open("input", &[&common[..], &rest[..]].concat());
        }
    }
    out.into_string()
}

/// The only blank of a prompt that does not say where it stands.
fn lone_blank(context: &Context, at: &str, question: &Question, blanks: &[Blank]) -> String {
    let prompt = Writer::aside(context, at);
    let placed = prompt.places_blank(&question.prompt);
    match blanks {
        [blank] if !placed => {
            let label = context.words.get("numeric.label");
            let view = view::FillIn {
                at: format!("{at}/{}", blank.name),
                label: label.to_owned(),
                field: Raw::from(blank_field(context, at, label, blank)),
            };
            context.templates.render("fill-in", &view)
        }
        _ => String::new(),
    }
}

/// Targets are listed by their words, so that their order says nothing.
fn pairs(context: &Context, writer: &Writer, at: &str, matching: &Matching) -> view::Matching {
    let choose = context.words.get("choose").to_owned();
    let mut targets: Vec<view::Target> = matching
        .targets
        .iter()
        .enumerate()
        .map(|(value, item)| view::Target { value, text: plain_text(&item.text) })
        .collect();
    targets.sort_by_key(|target| target.text.to_lowercase());
    let lettered =
        |(n, t): (usize, &view::Target)| format!("{}) {}", char::from(b'a' + (n % 26) as u8), t.text);
    let answers: Vec<String> = targets.iter().enumerate().map(lettered).collect();
    let source = |(n, pair): (usize, &crate::model::Pair)| view::Source {
        at: n,
        text: Raw::from(writer.inline(&pair.source.text)),
        field: format!("{at}/{n}"),
        choose: choose.clone(),
        targets: targets.clone(),
    };
    view::Matching {
        at: at.to_owned(),
        choose: choose.clone(),
        print_answers: context.words.fill("matching.print", &[("answers", &answers.join("; "))]),
        sources: matching.pairs.iter().enumerate().map(source).collect(),
    }
}

fn sequence(writer: &Writer, id: &str, items: &[Item]) -> view::Sequencing {
    let item = |at: usize| view::Item { value: at, text: Raw::from(writer.inline(&items[at].text)) };
    view::Sequencing { items: shuffled(id, items.len()).into_iter().map(item).collect() }
}

/// An order that depends only on the question's id and is never the right one.
fn shuffled(id: &str, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|at| Sha256::digest(format!("{id} {at}")).to_vec());
    if count > 1 && order.iter().enumerate().all(|(place, at)| place == *at) {
        order.rotate_left(1);
    }
    order
}

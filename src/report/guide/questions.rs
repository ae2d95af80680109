//! A question with everything that its learners must not read: what is right, why, and how to get there.

use crate::model::Blank;
use crate::model::Choice;
use crate::model::Interaction;
use crate::model::Matching;
use crate::model::Numeric;
use crate::model::Question;
use crate::model::Shares;
use crate::notation::Lang;
use crate::notation::quantity;
use crate::render::Raw;
use crate::report::guide::context::Context;
use crate::report::guide::view;

/// The question `name`, at the place `to` of the document.
pub fn question(context: &Context, to: String, name: String, question: &Question) -> view::Question {
    let interaction = &question.interaction;
    let table = table(context, interaction);
    let options = options(context, interaction);
    let answer = answer(context, interaction);
    let items = match interaction {
        Interaction::Sequencing { items } => items.iter().map(|i| context.writer.inline(&i.text)).collect(),
        _ => Vec::new(),
    };
    view::Question {
        to,
        name,
        id: question.id.to_string(),
        meta: meta(context, question),
        prompt: context.writer.prompt(&question.prompt, question.figure.as_ref()),
        options,
        has_answer: !answer.is_empty(),
        answer,
        items,
        table,
        notes: notes(context, question),
    }
}

fn meta(context: &Context, question: &Question) -> Vec<String> {
    let words = &context.words;
    let kind = match &question.interaction {
        Interaction::Choice(Choice { multiple: true, .. }) => "several",
        other => crate::render::kind(other),
    };
    let mut meta =
        vec![words.get(&format!("kind.{kind}")).to_owned(), words.count("points", question.points as usize)];
    meta.extend(question.difficulty.map(|d| words.fill("guide.difficulty", &[("n", &d.to_string())])));
    let objective = question.objective.as_ref().and_then(|id| context.objective_number(id));
    meta.extend(objective.map(|n| words.fill("guide.objective", &[("n", &n.to_string())])));
    if !question.tags.is_empty() {
        meta.push(question.tags.join(", "));
    }
    meta
}

fn options(context: &Context, interaction: &Interaction) -> Vec<view::ChoiceOption> {
    match interaction {
        Interaction::Choice(choice) => choice.options.iter().map(|o| option(context, o)).collect(),
        Interaction::TrueFalse { answer } => {
            let option = |value: bool| view::ChoiceOption {
                letter: String::new(),
                text: Raw::from(context.words.get(&format!("answer.{value}")).to_owned()),
                right: value == *answer,
                verdict: verdict(context, value == *answer),
                has_feedback: false,
                feedback: Raw::default(),
            };
            vec![option(true), option(false)]
        }
        _ => Vec::new(),
    }
}

fn option(context: &Context, option: &crate::model::ChoiceOption) -> view::ChoiceOption {
    view::ChoiceOption {
        letter: option.letter.as_char().to_string(),
        text: context.writer.line(&option.text),
        right: option.right,
        verdict: verdict(context, option.right),
        has_feedback: option.feedback.is_some(),
        feedback: option.feedback.as_ref().map(|text| context.writer.blocks(text)).unwrap_or_default(),
    }
}

fn verdict(context: &Context, right: bool) -> String {
    context.words.get(if right { "guide.right" } else { "guide.wrong" }).to_owned()
}

/// What a numeric question accepts, in a sentence.
fn answer(context: &Context, interaction: &Interaction) -> String {
    let Interaction::Numeric(numeric) = interaction else { return String::new() };
    let words = &context.words;
    let [low, high] = [numeric.low, numeric.high].map(|value| shown(context, numeric, value));
    let mut parts = vec![numeric.shown.clone()];
    if numeric.low < numeric.high {
        parts.push(words.fill("guide.accepted", &[("low", &low), ("high", &high)]));
    }
    if numeric.units.len() > 1 {
        let symbols: Vec<&str> = numeric.units.iter().map(|unit| unit.symbol.as_str()).collect();
        parts.push(words.fill("guide.units", &[("units", &symbols.join(", "))]));
    }
    if numeric.ask_unit {
        parts.push(words.get("guide.ask-unit").to_owned());
    }
    parts.extend(numeric.significant.map(|digits| words.count("guide.digits", usize::from(digits))));
    if numeric.shares != Shares::USUAL {
        parts.push(shares(context, numeric.shares));
    }
    parts.join(words.get("guide.semicolon"))
}

/// What a right number keeps, where the author chose it.
fn shares(context: &Context, shares: Shares) -> String {
    let [unit, dimension, digits] = [shares.unit, shares.dimension, shares.digits].map(|n| n.to_string());
    context.words.fill("guide.shares", &[("unit", &unit), ("dimension", &dimension), ("digits", &digits)])
}

/// A value in the answer's unit.
pub fn shown(context: &Context, numeric: &Numeric, value: f64) -> String {
    quantity(value, digits(value), numeric.unit.as_deref().unwrap_or_default(), context.lang())
}

/// At most four digits, and no zero that says nothing: 4 rather than 4,000.
fn digits(value: f64) -> u8 {
    let full = format!("{value:.3e}").parse::<f64>();
    let same = |digits: &usize| format!("{value:.*e}", digits - 1).parse::<f64>() == full;
    (1..4).find(same).map_or(4, |digits| digits as u8)
}

fn table(context: &Context, interaction: &Interaction) -> view::Table {
    match interaction {
        Interaction::Matching(matching) => pairs(context, matching),
        Interaction::FillIn { blanks } => self::blanks(context, blanks),
        Interaction::Numeric(numeric) => mistakes(context, numeric),
        _ => view::Table::default(),
    }
}

fn headed(context: &Context, key: &str, rows: Vec<view::Row>) -> view::Table {
    let words = |part: &str| context.words.get(&format!("guide.{key}.{part}")).to_owned();
    view::Table { caption: words("caption"), left: words("left"), right: words("right"), rows }
}

fn pairs(context: &Context, matching: &Matching) -> view::Table {
    let inline = |item: &crate::model::Item| context.writer.inline(&item.text);
    let pair = |pair: &crate::model::Pair| view::Row {
        left: inline(&pair.source),
        right: inline(&matching.targets[pair.target]),
    };
    let mut rows: Vec<view::Row> = matching.pairs.iter().map(pair).collect();
    let used: Vec<usize> = matching.pairs.iter().map(|pair| pair.target).collect();
    let extra = matching.targets.iter().enumerate().filter(|(at, _)| !used.contains(at));
    rows.extend(extra.map(|(_, target)| view::Row {
        left: Raw::from(context.words.get("guide.extra").to_owned()),
        right: inline(target),
    }));
    headed(context, "pairs", rows)
}

fn blanks(context: &Context, blanks: &[Blank]) -> view::Table {
    let row = |blank: &Blank| {
        let left = if blanks.len() == 1 { context.words.get("guide.only-blank") } else { &blank.name };
        view::Row { left: text(left), right: text(&accepted(context, blank)) }
    };
    headed(context, "blanks", blanks.iter().map(row).collect())
}

/// « Bayer ou bayer; majuscules et accents indifférents »
fn accepted(context: &Context, blank: &Blank) -> String {
    let words = &context.words;
    let quoted: Vec<String> =
        blank.answers.iter().map(|answer| words.fill("guide.quoted", &[("text", answer)])).collect();
    let mut parts = vec![quoted.join(words.get("guide.or"))];
    if let Some(choices) = &blank.choices {
        parts.push(words.fill("guide.among", &[("choices", &choices.join(", "))]));
    }
    match (blank.ignore_case, blank.ignore_accents) {
        (true, true) => parts.push(words.get("guide.ignore.both").to_owned()),
        (true, false) => parts.push(words.get("guide.ignore.case").to_owned()),
        (false, true) => parts.push(words.get("guide.ignore.accents").to_owned()),
        (false, false) => {}
    }
    parts.join(words.get("guide.semicolon"))
}

fn mistakes(context: &Context, numeric: &Numeric) -> view::Table {
    let row = |mistake: &crate::model::Mistake| view::Row {
        left: text(&shown(context, numeric, f64::midpoint(mistake.low, mistake.high))),
        right: context.writer.blocks(&mistake.feedback),
    };
    headed(context, "mistakes", numeric.mistakes.iter().map(row).collect())
}

fn text(words: &str) -> Raw {
    let mut html = crate::render::Html::new();
    html.text(words);
    Raw::from(html.into_string())
}

fn notes(context: &Context, question: &Question) -> Vec<view::Note> {
    let all =
        [("hint", &question.hint), ("guide.feedback", &question.feedback), ("solution", &question.solution)];
    let note = |(key, prose): (&str, &Option<crate::model::Prose>)| {
        let body = context.writer.blocks(prose.as_ref()?);
        Some(view::Note { label: context.words.get(key).to_owned(), body })
    };
    all.into_iter().filter_map(note).collect()
}

impl Context<'_> {
    /// Whose signs numbers are written in.
    pub fn lang(&self) -> Lang {
        if self.module.language.is_french() { Lang::French } else { Lang::English }
    }
}

//! What is right in each type of question, as the player's data says it.

use serde_json::Value;
use serde_json::json;

use crate::model::Blank;
use crate::model::Choice;
use crate::model::Interaction;
use crate::model::Item;
use crate::model::Matching;
use crate::model::Numeric;
use crate::model::plain_text;
use crate::render::prose::Writer;

/// The fields that belong to the question's type.
pub fn key(writer: &Writer, interaction: &Interaction) -> Value {
    match interaction {
        Interaction::Choice(choice) => self::choice(writer, choice),
        Interaction::TrueFalse { answer } => json!({ "answer": answer }),
        Interaction::Numeric(numeric) => self::numeric(writer, numeric),
        Interaction::FillIn { blanks } => json!({ "blanks": blanks.iter().map(blank).collect::<Vec<_>>() }),
        Interaction::Matching(matching) => self::matching(matching),
        Interaction::Sequencing { items } => json!({ "items": items.iter().map(item).collect::<Vec<_>>() }),
    }
}

fn choice(writer: &Writer, choice: &Choice) -> Value {
    let option = |o: &crate::model::ChoiceOption| {
        json!({
            "id": o.letter.as_char().to_string(),
            "right": o.right,
            "fixed": o.fixed,
            "text": o.text.plain(),
            "feedback": o.feedback.as_ref().map(|p| writer.phrasing(p)),
        })
    };
    json!({ "multiple": choice.multiple, "options": choice.options.iter().map(option).collect::<Vec<_>>() })
}

fn numeric(writer: &Writer, numeric: &Numeric) -> Value {
    let unit = |u: &crate::model::Unit| json!({ "symbol": u.symbol, "factor": u.factor, "offset": u.offset });
    let mistake = |m: &crate::model::Mistake| json!({ "low": m.low, "high": m.high, "feedback": writer.blocks(&m.feedback) });
    let mut key = json!({
        "value": numeric.value,
        "low": numeric.low,
        "high": numeric.high,
        "unit": numeric.unit,
        "units": numeric.units.iter().map(unit).collect::<Vec<_>>(),
        "askUnit": numeric.ask_unit,
        "significant": numeric.significant,
        "shown": numeric.shown,
        "mistakes": numeric.mistakes.iter().map(mistake).collect::<Vec<_>>(),
        "shares": shares(numeric.shares),
    });
    if let Some(measure) = &numeric.measure {
        key["measure"] = measure.name.as_str().into();
        key["others"] = measure.others.iter().map(unit).collect();
    }
    key
}

/// Parts of 1.
fn shares(shares: crate::model::Shares) -> Value {
    let part = |percent: u8| f64::from(percent) / 100.0;
    json!({
        "unit": part(shares.unit),
        "dimension": part(shares.dimension),
        "digits": part(shares.digits),
    })
}

fn blank(blank: &Blank) -> Value {
    json!({
        "name": blank.name,
        "answers": blank.answers,
        "choices": blank.choices,
        "ignoreCase": blank.ignore_case,
        "ignoreAccents": blank.ignore_accents,
    })
}

fn matching(matching: &Matching) -> Value {
    let source = |pair: &crate::model::Pair| {
        json!({
            "id": pair.source.letter.as_char().to_string(),
            "text": plain_text(&pair.source.text),
            "target": pair.target,
        })
    };
    let target =
        |item: &Item| json!({ "id": item.letter.number().to_string(), "text": plain_text(&item.text) });
    json!({
        "sources": matching.pairs.iter().map(source).collect::<Vec<_>>(),
        "targets": matching.targets.iter().map(target).collect::<Vec<_>>(),
    })
}

fn item(item: &Item) -> Value {
    json!({ "id": item.letter.as_char().to_string(), "text": plain_text(&item.text) })
}

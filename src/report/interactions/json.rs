//! The dictionary as JSON, for programs.

use serde_json::Value;
use serde_json::json;

use crate::model::Module;
use crate::render::kind;
use crate::report::interactions::Choice;
use crate::report::interactions::Place;
use crate::report::interactions::Record;
use crate::report::interactions::Used;
use crate::report::interactions::choices;
use crate::report::interactions::targets;

/// One object, indented, with a last line end.
pub fn json(module: &Module, records: &[Record]) -> Vec<u8> {
    let value = json!({
        "v": 1,
        "module": {
            "id": module.id.as_str(),
            "iri": module.workspace.iri.module(&module.id),
            "version": module.version,
            "date": module.date,
            "language": module.language.as_str(),
            "title": module.title,
        },
        "interactions": records.iter().map(|record| self::record(module, record)).collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&value).expect("the keys are strings");
    text.push('\n');
    text.into_bytes()
}

fn record(module: &Module, record: &Record) -> Value {
    let question = record.question;
    json!({
        "id": record.stem,
        "first": record.first(),
        "used": match record.used {
            Used::Practice => "practice",
            Used::Graded => "graded",
        },
        "question": question.id.as_str(),
        "blank": record.blank.map(|blank| blank.name.as_str()),
        "iri": module.workspace.iri.question(&module.id, &question.id),
        "type": kind(&question.interaction),
        "objective": question.objective.as_ref().map(|id| id.as_str()),
        "page": match record.place {
            Place::Page(page) => Some(page.id.as_str()),
            Place::Bank(_) => None,
        },
        "bank": match record.place {
            Place::Page(_) => None,
            Place::Bank(bank) => Some(bank.as_str()),
        },
        "points": number(record.points),
        "prompt": question.prompt.plain(),
        "options": named(&choices(&question.interaction)),
        "targets": named(&targets(&question.interaction)),
        "right": { "scorm12": record.scorm12, "xapi": record.xapi },
    })
}

/// A whole number without a decimal point.
fn number(points: f64) -> Value {
    if points.fract() == 0.0 { json!(points as u32) } else { json!(points) }
}

fn named(choices: &[Choice]) -> Vec<Value> {
    choices.iter().map(|choice| json!({ "id": choice.id, "text": choice.text })).collect()
}

//! What of a package says enough to read its states: questions without forms, feedback and solutions; it
//! reads no state.

use serde_json::Value;
use serde_json::json;

use crate::contents::Contents;
use crate::contents::Fault;
use crate::contents::data::Shares;
use crate::contents::read::block;
use crate::contents::read::graded;

/// Of a question, and of what is in it: nobody needs them to say what was answered.
const LEFT: [&str; 4] = ["feedback", "solution", "html", "fixed"];
/// What is said of the module.
const NAMES: [&str; 6] = ["id", "title", "version", "language", "ui", "quantities"];

impl Contents {
    /// The data that player/decoder/package.ts describes.
    pub fn bare(&self) -> Result<Value, Fault> {
        let mut data = block(&self.document)?;
        let graded: Vec<Value> = graded(data["graded"].as_str().unwrap_or_default()).ok_or(Fault::Data)?;
        let said = NAMES.into_iter().map(|name| (name.to_owned(), data["module"][name].take()));
        let module: serde_json::Map<String, Value> = said.filter(|(_, value)| !value.is_null()).collect();
        let mut questions = |name: &str| match data[name].take() {
            Value::Array(list) => list.into_iter().map(question).collect(),
            _ => Vec::new(),
        };
        let practice = questions("practice");
        Ok(json!({
            "module": module,
            "pages": data["pages"],
            "objectives": data["objectives"],
            "assessment": data["assessment"],
            "practice": practice,
            "graded": graded.into_iter().map(question).collect::<Vec<_>>(),
            "state": data["state"],
        }))
    }
}

/// A question with the shares that packages of before had without saying.
fn question(value: Value) -> Value {
    let mut question = stripped(value);
    if question["type"] == "numeric" && question.get("shares").is_none() {
        let Shares { unit, dimension, digits } = Shares::default();
        question["shares"] = json!({ "unit": unit, "dimension": dimension, "digits": digits });
    }
    question
}

fn stripped(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.into_iter().filter(|(key, _)| !LEFT.contains(&key.as_str()));
            kept.map(|(key, value)| (key, stripped(value))).collect()
        }
        Value::Array(list) => list.into_iter().map(stripped).collect(),
        other => other,
    }
}

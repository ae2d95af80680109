//! What a support desk pastes: `cmi.suspend_data`, alone or in a row of a report, or State documents of an
//! xAPI store; it decodes nothing.

use serde::Serialize;
use serde_json::Map;
use serde_json::Value;

use crate::transcript::frame::is_state;

/// States, and what the documents around them said.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pasted {
    pub state: String,
    /// Others to be joined to it, in order.
    pub more: Vec<Beside>,
    pub document: Option<Document>,
}

/// A state beside another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    pub state: String,
    pub began: Began,
}

/// What a state went on from.
#[derive(Debug, Clone, PartialEq)]
pub enum Began {
    /// The one that it stands beside.
    After,
    /// This one; empty: none.
    From(String),
    /// Nobody says.
    Unknown,
}

/// What State documents say beside the states.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Document {
    /// Statements of this registration.
    pub passed: bool,
    pub completed: bool,
    /// The best grade told, 0 to 1.
    pub best: Option<f64>,
    /// States that pages which were going left beside it.
    pub beside: usize,
}

/// What was pasted, without the quotes, spaces and names that came along.
pub fn pasted(text: &str) -> Pasted {
    let text = text.trim_start_matches('\u{feff}').trim();
    let mut found = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value {
            Ok(value) => documents(&value, &mut found),
            Err(_) => {
                found.clear();
                break;
            }
        }
    }
    if let Some(all) = found.into_iter().reduce(beside) {
        return all;
    }
    if let Ok(Value::Object(_)) = serde_json::from_str(text) {
        return Pasted { document: Some(Document::default()), ..Pasted::default() };
    }
    // Mail and tickets break lines; a state holds no white space.
    let around = |c: char| c.is_whitespace() || "\"'«»“”‘’`".contains(c);
    let bare: String = text.trim_matches(around).split_whitespace().collect();
    let within = || text.split(|c: char| around(c) || ",;|=<>&".contains(c)).find(|word| is_state(word));
    let state = if is_state(&bare) { bare } else { within().map_or(bare, str::to_owned) };
    Pasted { state, ..Pasted::default() }
}

/// Documents of ours, as deep as an export has them, also where it holds them as texts.
fn documents(value: &Value, found: &mut Vec<Pasted>) {
    match value {
        Value::Object(map) => match document(map) {
            Some(one) => found.push(one),
            None => map.values().for_each(|value| documents(value, found)),
        },
        Value::Array(list) => list.iter().for_each(|value| documents(value, found)),
        Value::String(text) => {
            if let Ok(value @ (Value::Object(_) | Value::Array(_))) = serde_json::from_str(text) {
                documents(&value, found);
            } else if is_state(text) {
                found.push(Pasted { state: text.clone(), ..Pasted::default() });
            }
        }
        _ => {}
    }
}

/// `None`: none of ours.
fn document(found: &Map<String, Value>) -> Option<Pasted> {
    let is = |key: &str| found.get(key) == Some(&Value::Bool(true));
    let by = found.get("by").and_then(Value::as_str).unwrap_or_default();
    let late = found.iter().filter_map(|(key, value)| match value.as_array().map(Vec::as_slice) {
        Some([Value::String(base), Value::String(state)]) => {
            let began = if key == by { Began::After } else { Began::From(base.clone()) };
            Some(Beside { state: state.clone(), began })
        }
        _ => None,
    });
    let mut more: Vec<Beside> = late.collect();
    let own = found.get("state").and_then(Value::as_str).map(str::to_owned);
    if own.is_none() && more.is_empty() {
        return None;
    }
    let document = Document {
        passed: is("passed"),
        completed: is("completed"),
        best: found.get("best").and_then(Value::as_f64),
        beside: more.len(),
    };
    let state = own.unwrap_or_else(|| more.remove(0).state);
    Some(Pasted { state, more, document: Some(document) })
}

/// One more document: its state went on from the others, or they from it.
fn beside(mut all: Pasted, next: Pasted) -> Pasted {
    let known = all.state == next.state || all.more.iter().any(|one| one.state == next.state);
    if !known {
        all.more.push(Beside { state: next.state, began: Began::Unknown });
    }
    let fresh = next.more.into_iter().filter(|one| !all.more.contains(one)).collect::<Vec<_>>();
    all.more.extend(fresh);
    all.document = match (all.document, next.document) {
        (Some(one), Some(two)) => Some(Document {
            passed: one.passed || two.passed,
            completed: one.completed || two.completed,
            best: one.best.into_iter().chain(two.best).reduce(f64::max),
            beside: one.beside + two.beside,
        }),
        (one, two) => one.or(two),
    };
    all
}

//! What a support desk pastes: `cmi.suspend_data`, or the State document of an xAPI store; it decodes nothing.

use serde::Serialize;
use serde_json::Map;
use serde_json::Value;

/// A state, and what the document around it said.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    pub state: String,
    pub document: Option<Document>,
}

/// What a State document says beside the state.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// Statements of this registration.
    pub passed: bool,
    pub completed: bool,
    /// The best grade told, 0 to 1.
    pub best: Option<f64>,
    /// States that pages which were going left beside it.
    pub beside: usize,
}

/// What was pasted, without the quotes and spaces that came along.
pub fn pasted(text: &str) -> Pasted {
    let text = text.trim_start_matches('\u{feff}').trim();
    if let Ok(Value::Object(found)) = serde_json::from_str(text) {
        return document(&found);
    }
    // Mail and tickets break lines; a state holds no white space.
    let bare = text.trim_matches(|c: char| c.is_whitespace() || "\"'«»“”‘’`".contains(c));
    let state = bare.split_whitespace().collect();
    Pasted { state, document: None }
}

fn document(found: &Map<String, Value>) -> Pasted {
    let is = |key: &str| found.get(key) == Some(&Value::Bool(true));
    let left = |value: &Value| match value.as_array().map(Vec::as_slice) {
        Some([_, Value::String(state)]) => Some(state.clone()),
        _ => None,
    };
    let beside: Vec<String> = found.values().filter_map(left).collect();
    let own = found.get("state").and_then(Value::as_str).map(str::to_owned);
    let document = Document {
        passed: is("passed"),
        completed: is("completed"),
        best: found.get("best").and_then(Value::as_f64),
        beside: beside.len(),
    };
    let state = own.or_else(|| beside.first().cloned()).unwrap_or_default();
    Pasted { state, document: Some(document) }
}

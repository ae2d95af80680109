//! JSON that can stand inside a `<script>` element; it decides nothing about its content.

use serde::Serialize;

/// JSON without any `<`, so that nothing in it can end or open an element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct SafeJson(String);

impl SafeJson {
    /// The JSON of `value`.
    pub fn new(value: &impl Serialize) -> Self {
        let json = serde_json::to_string(value).expect("player data has only string keys");
        Self(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

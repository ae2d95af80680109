//! How a statement is written in an answer: whole, with identifiers only, or in one language. It
//! chooses none.

use serde_json::Map;
use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::agents::IDENTIFIERS;
use crate::lrs::params::Params;

/// How a statement is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// As it was kept.
    Exact,
    /// With identifiers only.
    Ids,
    /// With one language of each text, the first of these that there is.
    Canonical(Vec<String>),
}

/// The format that a request asks for.
pub fn wanted(params: Params<'_>, languages: Option<&str>) -> Result<Format, Refusal> {
    match params.text("format") {
        None | Some("exact") => Ok(Format::Exact),
        Some("ids") => Ok(Format::Ids),
        Some("canonical") => Ok(Format::Canonical(preferred(languages.unwrap_or_default()))),
        Some(_) => Err(Refusal::bad("?format", "a format is ids, exact or canonical")),
    }
}

/// The languages of a header Accept-Language, the best first (RFC 9110 12.5.4).
fn preferred(header: &str) -> Vec<String> {
    let weighed = header.split(',').filter_map(|item| {
        let (tag, weight) = item.split_once(";q=").unwrap_or((item, "1"));
        let weight: f64 = weight.trim().parse().ok()?;
        Some((tag.trim().to_ascii_lowercase(), weight))
    });
    let mut weighed: Vec<(String, f64)> = weighed.filter(|(tag, _)| !tag.is_empty()).collect();
    weighed.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    weighed.into_iter().map(|(tag, _)| tag).collect()
}

/// A statement as a format writes it.
pub fn written(statement: &Value, format: &Format) -> Value {
    match format {
        Format::Exact => statement.clone(),
        Format::Ids => ids(statement),
        Format::Canonical(languages) => canonical(statement, languages),
    }
}

/// Keeps of actors, verbs and activities what identifies them.
fn ids(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, value)| (key.clone(), identified(key, value))).collect())
        }
        Value::Array(items) => items.iter().map(ids).collect(),
        value => value.clone(),
    }
}

fn identified(key: &str, value: &Value) -> Value {
    match key {
        "actor" | "authority" | "instructor" | "team" | "agent" | "group" => actor(value),
        "object" if matches!(value["objectType"].as_str(), Some("Agent" | "Group")) => actor(value),
        "object" if value["objectType"] == "SubStatement" => ids(value),
        "object" | "verb" => only(value, &["objectType", "id"]),
        "parent" | "grouping" | "category" | "other" => {
            let items = value.as_array().into_iter().flatten();
            items.map(|item| only(item, &["objectType", "id"])).collect()
        }
        "extensions" => value.clone(),
        _ => ids(value),
    }
}

fn actor(value: &Value) -> Value {
    let is_identified = IDENTIFIERS.iter().any(|name| value.get(name).is_some());
    let mut kept = only(value, &["objectType", "mbox", "mbox_sha1sum", "openid", "account"]);
    if let (false, Some(members)) = (is_identified, value["member"].as_array()) {
        kept["member"] = members.iter().map(actor).collect();
    }
    kept
}

fn only(value: &Value, keys: &[&str]) -> Value {
    let fields = value.as_object().into_iter().flatten();
    let kept = fields.filter(|(key, _)| keys.contains(&key.as_str()));
    Value::Object(kept.map(|(key, value)| (key.clone(), value.clone())).collect())
}

/// Keeps one language of each text.
fn canonical(value: &Value, languages: &[String]) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .map(|(key, value)| {
                    let kept = match (key.as_str(), value) {
                        ("display" | "name" | "description", Value::Object(words)) => one(words, languages),
                        ("extensions", value) => value.clone(),
                        (_, value) => canonical(value, languages),
                    };
                    (key.clone(), kept)
                })
                .collect(),
        ),
        Value::Array(items) => items.iter().map(|item| canonical(item, languages)).collect(),
        value => value.clone(),
    }
}

fn one(words: &Map<String, Value>, languages: &[String]) -> Value {
    let speaks = |tag: &str, wanted: &str| {
        let tag = tag.to_ascii_lowercase();
        wanted == "*" || tag == wanted || tag.split('-').next() == Some(wanted)
    };
    let best = languages.iter().find_map(|wanted| words.iter().find(|(tag, _)| speaks(tag, wanted)));
    let kept = best.or_else(|| words.iter().next());
    Value::Object(kept.into_iter().map(|(tag, text)| (tag.clone(), text.clone())).collect())
}

//! Writes the tables as JSON Schemas, so that editors complete and check while one types.
//!
//! A schema is looser than the decoder: it knows no other file.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::source::Field;
use crate::source::Kind;
use crate::source::Presence;
use crate::source::Shape;
use crate::source::fields;

/// The schemas of the format: file name, and what one file of that name holds.
pub static SCHEMAS: &[(&str, &Kind, Holds)] = &[
    ("filiere.schema.json", &fields::WORKSPACE, Holds::One),
    ("module.schema.json", &fields::MODULE, Holds::One),
    ("questions.schema.json", &fields::QUESTION, Holds::Many),
    ("glossary.schema.json", &fields::TERM, Holds::Many),
    ("references.schema.json", &fields::REFERENCE, Holds::Many),
];

/// Whether a file is one object or a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One object.
    One,
    /// A list.
    Many,
}

/// The whole schema of a file that holds one object of `kind`.
pub fn schema(kind: &'static Kind) -> Value {
    document(kind, object(kind))
}

/// The whole schema of a file, as the table [`SCHEMAS`] says.
pub fn file_schema(kind: &'static Kind, holds: Holds) -> Value {
    match holds {
        Holds::One => schema(kind),
        Holds::Many => document(kind, json!({ "type": "array", "items": object(kind) })),
    }
}

fn document(kind: &Kind, body: Value) -> Value {
    let mut out = Map::new();
    out.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    out.insert("$comment".to_owned(), json!("Generated from the tables of fields; do not edit."));
    out.insert("title".to_owned(), json!(capital(kind.fr)));
    if let Value::Object(body) = body {
        out.extend(body);
    }
    Value::Object(out)
}

/// One kind; a kind that a field decides on is one branch per kind decided.
fn object(kind: &'static Kind) -> Value {
    let Some(variants) = kind.variants else { return plain(kind) };
    let branches = variants.kinds.iter().map(|decided| {
        let mut then = plain(decided);
        then["properties"][variants.key] = json!({});
        json!({
            "if": { "properties": { variants.key: { "const": decided.name } }, "required": [variants.key] },
            "then": then,
        })
    });
    let deciding = kind.field(variants.key).expect("the table has its deciding field");
    json!({
        "type": "object",
        "required": [variants.key],
        "properties": { variants.key: property(deciding) },
        "allOf": branches.collect::<Vec<_>>(),
    })
}

fn plain(kind: &'static Kind) -> Value {
    let properties: Map<String, Value> =
        kind.fields().map(|field| (field.name.to_owned(), property(field))).collect();
    let required: Vec<_> =
        kind.fields().filter(|f| f.presence == Presence::Required).map(|f| f.name).collect();
    let mut out = json!({ "type": "object", "additionalProperties": false, "properties": properties });
    if !required.is_empty() {
        out["required"] = json!(required);
    }
    out
}

/// A field: French for whoever writes, English beside it.
fn property(field: &Field) -> Value {
    let Value::Object(mut out) = shape(&field.shape) else { return json!({}) };
    out.insert("description".to_owned(), json!(field.fr));
    out.insert("$comment".to_owned(), json!(field.en));
    if let Presence::Default(text) = field.presence {
        out.insert("default".to_owned(), default(text, &field.shape));
    }
    Value::Object(out)
}

fn default(text: &str, shape: &Shape) -> Value {
    match shape {
        Shape::Boolean => json!(text == "true"),
        Shape::Integer(..) | Shape::Percent => text.parse::<i64>().map_or(json!(text), |n| json!(n)),
        Shape::List(_) => {
            let words = text.trim_matches(['[', ']']).split(", ").filter(|w| !w.is_empty());
            json!(words.collect::<Vec<_>>())
        }
        _ => json!(text),
    }
}

fn shape(shape: &Shape) -> Value {
    match shape {
        // YAML readers of editors take 1.10 and 2024 for numbers: the format reads them as text.
        Shape::Text | Shape::Tolerance | Shape::Formula => json!({ "type": ["string", "number"] }),
        Shape::Empty => json!({ "type": ["string", "number", "null"] }),
        Shape::Prose | Shape::Items | Shape::Range | Shape::Path | Shape::Data => {
            json!({ "type": "string", "minLength": 1 })
        }
        Shape::Number(low, high) => json!({ "type": "number", "minimum": low, "maximum": high }),
        Shape::Integer(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Shape::Percent => json!({ "anyOf": [
            { "type": "integer", "minimum": 0, "maximum": 100 },
            { "type": "string", "pattern": "^[0-9]{1,3} ?%$" },
        ] }),
        Shape::IntegerOr(low, high, word) => json!({ "anyOf": [
            { "type": "integer", "minimum": low, "maximum": high },
            { "const": word },
        ] }),
        Shape::Date => pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        Shape::Duration => pattern("^([0-9]+ ?min|[0-9]+ ?h( ?[0-9]+( ?min)?)?)$"),
        Shape::Version => pattern("^[0-9]+\\.[0-9]+\\.[0-9]+$"),
        Shape::Slug => json!({
            "type": "string",
            "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
            "maxLength": 48,
        }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Word(words) => word(words),
        Shape::Language => pattern("^[a-z][A-Za-z]{1,7}(-[A-Za-z0-9]{1,8})*$"),
        Shape::Iri => pattern("^https?://[^\\s/]"),
        Shape::Base => pattern("^https?://[!-.0-~][!-~]*/$"),
        Shape::List(item) => json!({ "type": "array", "items": self::shape(item) }),
        Shape::Object(kind) => object(kind),
        Shape::Map(item) => json!({ "type": "object", "additionalProperties": self::shape(item) }),
    }
}

/// A word such as `1` is a number for an editor.
fn word(words: &[&str]) -> Value {
    let numbers = words.iter().filter_map(|w| w.parse::<i64>().ok()).map(Value::from);
    json!({ "enum": words.iter().map(|w| json!(w)).chain(numbers).collect::<Vec<_>>() })
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

#[cfg(test)]
mod tests;

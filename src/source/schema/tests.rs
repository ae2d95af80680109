//! The modules of this repository pass the schemas that editors check them with.

use std::path::Path;

use super::*;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::source::files;
use crate::source::yaml;
use crate::source::yaml::Content;
use crate::source::yaml::Node;
use crate::source::yaml::Style;

/// The file as an editor's YAML reader sees it: bare scalars have types.
fn typed(node: &Node) -> Value {
    match &node.content {
        Content::List(nodes) => nodes.iter().map(typed).collect(),
        Content::Map(pairs) => {
            let pairs =
                pairs.iter().map(|(key, value)| (key.scalar().unwrap().0.text().to_owned(), typed(value)));
            Value::Object(pairs.collect())
        }
        Content::Scalar(text, Style::Plain) => match text.text() {
            "true" => json!(true),
            "false" => json!(false),
            "" => Value::Null,
            word => word
                .parse::<i64>()
                .map(|n| json!(n))
                .or_else(|_| word.parse::<f64>().map(|n| json!(n)))
                .unwrap_or(json!(word)),
        },
        Content::Scalar(text, _) => json!(text.text()),
    }
}

/// What `value` breaks of `schema`, at the path of each fault; knows the words that we write.
fn faults(schema: &Value, value: &Value, path: &str, out: &mut Vec<String>) {
    let mut fault = |what: &str| out.push(format!("{path} {what}"));
    if schema.get("type").is_some_and(|t| !has_type(t, value)) {
        fault("type");
    }
    if schema.get("enum").is_some_and(|all| !all.as_array().unwrap().contains(value)) {
        fault("enum");
    }
    if schema.get("const").is_some_and(|only| only != value) {
        fault("const");
    }
    let number = value.as_f64();
    if number.is_some_and(|n| schema.get("minimum").is_some_and(|m| n < m.as_f64().unwrap())) {
        fault("minimum");
    }
    if let (Some(max), Some(text)) = (schema.get("maxLength"), value.as_str())
        && text.len() as u64 > max.as_u64().unwrap()
    {
        fault("maxLength");
    }
    if let Some(any) = schema.get("anyOf") {
        let passes = |s: &&Value| found(s, value).is_empty();
        if !any.as_array().unwrap().iter().any(|s| passes(&s)) {
            fault("anyOf");
        }
    }
    for branch in schema.get("allOf").and_then(Value::as_array).into_iter().flatten() {
        if found(&branch["if"], value).is_empty() {
            faults(&branch["then"], value, path, out);
        }
    }
    for (n, item) in value.as_array().into_iter().flatten().enumerate() {
        faults(schema.get("items").unwrap_or(&json!({})), item, &format!("{path}/{n}"), out);
    }
    members(schema, value, path, out);
}

fn members(schema: &Value, value: &Value, path: &str, out: &mut Vec<String>) {
    let Some(object) = value.as_object() else { return };
    for name in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
        if !object.contains_key(name.as_str().unwrap()) {
            out.push(format!("{path} required {name}"));
        }
    }
    for (name, member) in object {
        let path = format!("{path}/{name}");
        match (schema.get("properties").and_then(|p| p.get(name)), schema.get("additionalProperties")) {
            (Some(schema), _) => faults(schema, member, &path, out),
            (None, Some(Value::Bool(false))) => out.push(format!("{path} unknown")),
            (None, Some(schema)) => faults(schema, member, &path, out),
            (None, None) => {}
        }
    }
}

fn found(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    faults(schema, value, "", &mut out);
    out
}

fn has_type(name: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("unknown type {other}"),
    };
    name.as_str().is_some_and(is)
        || name.as_array().is_some_and(|all| all.iter().any(|n| is(n.as_str().unwrap())))
}

fn read(text: &str) -> Value {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text);
    typed(&yaml::read(&Fragment::whole(&sources, file), &mut Sink::default()).unwrap())
}

fn schema_of(path: &str) -> Option<Value> {
    let (_, stem) = path.rsplit_once('/').unwrap_or(("", path));
    let name = if path.contains("/questions/") { "questions" } else { stem.strip_suffix(".yaml")? };
    let (_, kind, holds) = SCHEMAS.iter().find(|(file, ..)| *file == format!("{name}.schema.json"))?;
    Some(file_schema(kind, *holds))
}

#[test]
fn every_yaml_file_of_this_repository_passes_its_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for found_file in files::files(&root.join("modules")).unwrap() {
        let path = format!("/{}", found_file.path);
        let Some(schema) = schema_of(&path) else { continue };
        let text = String::from_utf8(files::bytes(&found_file.disk).unwrap()).unwrap();
        assert_eq!(found(&schema, &read(&text)), Vec::<String>::new(), "{path}");
        seen += 1;
    }
    let text = String::from_utf8(files::bytes(&root.join("filiere.yaml")).unwrap()).unwrap();
    assert_eq!(found(&schema_of("filiere.yaml").unwrap(), &read(&text)), Vec::<String>::new());
    assert!(seen >= 6, "the module's own files and its banks were seen");
}

#[test]
fn a_schema_refuses_what_the_decoder_refuses() {
    let questions = schema_of("/m/questions/q.yaml").unwrap();
    let wrong = "- id: Été\n  type: choice\n  promt: x\n  points: deux\n- id: b\n  type: qcm\n- id: c\n  type: numeric\n  prompt: p\n  answer: { value: 3, digits: 0 }\n";
    assert_eq!(
        found(&questions, &read(wrong)),
        [
            "/0 required \"prompt\"",
            "/0 required \"options\"",
            "/0/promt unknown",
            "/0/points type",
            "/1/type enum",
            "/2/answer/digits minimum",
        ]
    );
}

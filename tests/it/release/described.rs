//! A record beside its JSON Schema: the part of draft 7 that schemas/release.schema.json uses.

use std::fs;

use filiere::diag::Text;
use filiere::release::Edition;
use filiere::release::EditionFile;
use filiere::release::EditionModule;
use filiere::release::EditionPackage;
use filiere::release::EditionPublisher;
use filiere::release::Gone;
use filiere::release::Kept;
use filiere::release::Replaced;
use filiere::release::Usage;
use serde_json::Value;
use serde_json::json;

use crate::tool;

#[test]
fn the_schema_describes_an_edition_and_an_edition_reads_back() {
    let edition = edition();
    let record: Value = serde_json::from_str(&edition.text()).unwrap();
    assert_eq!(faults(&record), Vec::<String>::new());
    assert_eq!(Edition::read(&edition.text()).unwrap(), edition);
}

#[test]
fn the_schema_refuses_what_an_edition_never_says() {
    let record: Value = serde_json::from_str(&edition().text()).unwrap();
    let with = |pointer: &str, value: Value| {
        let mut record = record.clone();
        *record.pointer_mut(pointer).unwrap() = value;
        faults(&record)
    };
    assert_eq!(with("/v", json!(2)), ["/v: const"]);
    assert_eq!(with("/modules/0/packages/0/sha256", json!("AB")), ["/modules/0/packages/0/sha256: pattern"]);
    assert_eq!(with("/modules/0/duration", json!("45")), ["/modules/0/duration: type"]);
    assert_eq!(
        with("/kept/0", json!({ "surprise": 1 })),
        [
            "/kept/0: bytes is missing",
            "/kept/0: file is missing",
            "/kept/0: language is missing",
            "/kept/0: module is missing",
            "/kept/0: sha256 is missing",
            "/kept/0: surprise is unknown",
            "/kept/0: target is missing",
            "/kept/0: version is missing",
        ]
    );
}

/// Everything of a record that schemas/release.schema.json refuses, sorted.
pub fn faults(record: &Value) -> Vec<String> {
    faults_by("release", record)
}

/// Everything that the schema of that name refuses, sorted.
pub fn faults_by(name: &str, record: &Value) -> Vec<String> {
    let schema = fs::read_to_string(tool::repository(&format!("schemas/{name}.schema.json"))).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let mut found = Vec::new();
    judge(&schema, &schema, record, "", &mut found);
    found.sort();
    found
}

fn judge(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let aimed = root.pointer(reference.strip_prefix('#').unwrap()).expect(reference);
        return judge(root, aimed, value, at, found);
    }
    if let Some(all) = schema["oneOf"].as_array() {
        let mut each: Vec<Vec<String>> = all.iter().map(|one| alone(root, one, value, at)).collect();
        each.sort_by_key(Vec::len);
        found.extend(each.swap_remove(0));
        if each.iter().any(Vec::is_empty) {
            found.push(format!("{at}: more than one"));
        }
        return;
    }
    let types = match &schema["type"] {
        Value::Array(several) => several.clone(),
        one => vec![one.clone()],
    };
    let has_type = types.iter().any(|one| match one.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64(),
        Some("number") => value.is_number(),
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        other => other.is_none(),
    });
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        found.push(format!("{at}: enum"));
    }
    if !has_type {
        return found.push(format!("{at}: type"));
    }
    if !schema["const"].is_null() && schema["const"] != *value {
        found.push(format!("{at}: const"));
    }
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str())
        && !matches(pattern, text)
    {
        found.push(format!("{at}: pattern"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        judge(root, &schema["items"], item, &format!("{at}/{index}"), found);
    }
    keys(root, schema, value, at, found);
}

fn alone(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    judge(root, schema, value, at, &mut found);
    found
}

fn keys(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Some(object) = value.as_object() else { return };
    for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !object.contains_key(key) {
            found.push(format!("{at}: {key} is missing"));
        }
    }
    for (key, item) in object {
        let (known, others) = (&schema["properties"][key], &schema["additionalProperties"]);
        match (known.is_null(), others.is_object()) {
            (false, _) => judge(root, known, item, &format!("{at}/{key}"), found),
            (true, true) => judge(root, others, item, &format!("{at}/{key}"), found),
            (true, false) => found.push(format!("{at}: {key} is unknown")),
        }
    }
}

/// The four patterns of the schema; another one fails here.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let numbers = |sign: char| text.split(sign).map(|part| digits(part).then_some(part.len()));
    match pattern {
        "^[0-9a-f]{64}$" => text.len() == 64 && text.bytes().all(|b| b"0123456789abcdef".contains(&b)),
        r"^[0-9]+\.[0-9]+\.[0-9]+$" => numbers('.').all(|n| n.is_some()) && numbers('.').count() == 3,
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => numbers('-').eq([Some(4), Some(2), Some(2)]),
        "^latest/" => text.starts_with("latest/"),
        other => panic!("unknown pattern {other}"),
    }
}

fn edition() -> Edition {
    let text = |fr: &str, en: &str| Text { fr: fr.to_owned(), en: en.to_owned() };
    let publisher = EditionPublisher {
        name: "Exemple".to_owned(),
        organization: "Exemple".to_owned(),
        url: "https://exemple.org".to_owned(),
        support: String::new(),
    };
    let earlier = Replaced {
        version: "0.9.0".to_owned(),
        lossless: false,
        losses: vec![text("la page est perdue", "the page is lost")],
    };
    let mut edition = Edition::new("0.1.0", publisher, vec![module(vec![earlier])]);
    edition.kept = vec![Kept {
        module: "base".to_owned(),
        version: "0.9.0".to_owned(),
        language: "fr-CA".to_owned(),
        target: "scorm12".to_owned(),
        file: "base-0.9.0-fr-CA-scorm12.zip".to_owned(),
        bytes: 1,
        sha256: "0".repeat(64),
    }];
    edition.gone = vec![Gone {
        module: "four".to_owned(),
        language: "fr-CA".to_owned(),
        versions: vec!["1.0.0".to_owned(), "1.1.0".to_owned()],
        losses: vec![text("le module n'est plus publié", "the module is released no more")],
    }];
    edition
}

fn module(earlier: Vec<Replaced>) -> EditionModule {
    let file = |file: &str| EditionFile { file: file.to_owned(), bytes: 2, sha256: "a".repeat(64) };
    let words = |word: &str| vec![word.to_owned()];
    let package = EditionPackage {
        file: "base-1.0.0-fr-CA-scorm12.zip".to_owned(),
        latest: "latest/base-fr-CA-scorm12.zip".to_owned(),
        target: "scorm12".to_owned(),
        bytes: 3,
        sha256: "b".repeat(64),
        identifiers: [("manifest".to_owned(), "filiere.base".to_owned())].into(),
        state: Usage { worst: 120, limit: 4000 },
    };
    EditionModule {
        id: "base".to_owned(),
        version: "1.0.0".to_owned(),
        date: "2026-11-22".to_owned(),
        language: "fr-CA".to_owned(),
        title: "Module de base".to_owned(),
        description: "Le plus petit module.".to_owned(),
        kind: "theory".to_owned(),
        disciplines: words("metallurgy"),
        levels: words("college"),
        programmes: words("270.A0"),
        keywords: words("aluminium"),
        duration: 15,
        licence: "CC-BY-NC-SA-4.0".to_owned(),
        requires: Vec::new(),
        iri: "https://exemple.org/modules/base".to_owned(),
        questions: words("t5"),
        packages: vec![package],
        source: file("base-1.0.0-fr-CA-source.zip"),
        documents: vec![file("base-1.0.0-fr-CA-enseignant.html")],
        earlier,
    }
}

//! The dictionary of interactions says of each question what the player reads of it.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::json;

use crate::golden::clear;
use crate::release::described::faults_by;
use crate::report::document;
use crate::report::every_module;
use crate::report::page;

#[test]
fn the_dictionary_says_what_the_data_of_the_player_say() {
    let mut compared = 0;
    for module in every_module() {
        let data: Value = serde_json::from_str(&clear::data(&page(&module))).unwrap();
        let said: Value = serde_json::from_str(&document(&module, "-interactions.json")).unwrap();
        let expected = expected(&data);
        compared += expected.len();
        let said: BTreeMap<(String, String), Value> = said["interactions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| ((text(&one["first"]), text(&one["used"])), comparable(one)))
            .collect();
        assert_eq!(said, expected, "{}", module.title);
    }
    assert!(compared > 40, "{compared} interactions are too few to say anything");
}

#[test]
fn the_schema_describes_every_dictionary_and_refuses_what_none_says() {
    for module in every_module() {
        let mut said: Value = serde_json::from_str(&document(&module, "-interactions.json")).unwrap();
        assert_eq!(faults_by("interactions", &said), Vec::<String>::new(), "{}", module.title);
        let Some(first) = said["interactions"].get_mut(0) else { continue };
        first["used"] = json!("sometimes");
        first["bank"] = json!(1);
        first.as_object_mut().unwrap().remove("prompt");
        first["surprise"] = json!(true);
        let wrong = ["/interactions/0/bank: type", "/interactions/0/used: enum"];
        let shape = ["/interactions/0: prompt is missing", "/interactions/0: surprise is unknown"];
        assert_eq!(faults_by("interactions", &said), [wrong[0], wrong[1], shape[0], shape[1]]);
    }
}

#[test]
fn the_table_has_a_line_for_each_interaction_and_opens_in_excel() {
    for module in every_module() {
        let table = document(&module, "-interactions.csv");
        let said: Value = serde_json::from_str(&document(&module, "-interactions.json")).unwrap();
        assert!(table.starts_with("\u{feff}Début de l’identifiant;Premier identifiant;"), "{table}");
        let rows = read(&table, ';');
        assert!(rows.iter().all(|row| row.len() == 15), "{rows:?}");
        let ids: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        let stems: Vec<&str> =
            said["interactions"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(ids, stems);
        let mut sorted = ids.clone();
        sorted.sort_unstable();
        assert_eq!(ids, sorted);
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// What the data of the player say too.
fn comparable(said: &Value) -> Value {
    let keys =
        ["question", "blank", "iri", "type", "objective", "points", "prompt", "options", "targets", "right"];
    keys.iter().map(|key| ((*key).to_owned(), said[key].clone())).collect::<serde_json::Map<_, _>>().into()
}

/// The interactions that the player would report, by first identifier and use: player/src/core/records.ts.
fn expected(data: &Value) -> BTreeMap<(String, String), Value> {
    let mut out = BTreeMap::new();
    for (list, used, attempt) in [("practice", "practice", "p1"), ("graded", "graded", "1")] {
        for question in data[list].as_array().into_iter().flatten() {
            for (blank, value) in interactions(data, question) {
                let name = blank.map_or(String::new(), |name| format!("_{name}"));
                let id = format!("{}{name}_0_{attempt}", text(&question["id"]));
                out.insert((id, used.to_owned()), value);
            }
        }
    }
    out
}

fn interactions(data: &Value, question: &Value) -> Vec<(Option<String>, Value)> {
    let blanks: Vec<&Value> = question["blanks"].as_array().into_iter().flatten().collect();
    if blanks.len() < 2 {
        return vec![(None, interaction(data, question, None, 1))];
    }
    let one =
        |blank: &&Value| (Some(text(&blank["name"])), interaction(data, question, Some(blank), blanks.len()));
    blanks.iter().map(one).collect()
}

fn interaction(data: &Value, question: &Value, blank: Option<&Value>, share: usize) -> Value {
    let points = question["points"].as_f64().unwrap() / share as f64;
    let options = ["options", "sources", "items"].iter().find_map(|key| question[key].as_array());
    json!({
        "question": question["id"],
        "blank": blank.map(|blank| &blank["name"]),
        "iri": format!("{}/q/{}", text(&data["module"]["iri"]), text(&question["id"])),
        "type": question["type"],
        "objective": question["objective"],
        "points": if points.fract() == 0.0 { json!(points as u32) } else { json!(points) },
        "prompt": question["label"],
        "options": named(options),
        "targets": named(question["targets"].as_array()),
        "right": { "scorm12": scorm12(question, blank), "xapi": xapi(question) },
    })
}

fn named(parts: Option<&Vec<Value>>) -> Vec<Value> {
    parts.into_iter().flatten().map(|part| json!({ "id": part["id"], "text": part["text"] })).collect()
}

fn right(question: &Value) -> Vec<String> {
    let mut ids: Vec<String> = question["options"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|option| option["right"] == true)
        .map(|option| text(&option["id"]))
        .collect();
    ids.sort();
    ids
}

fn pairs(question: &Value, joint: &str, comma: &str) -> String {
    let pair = |source: &Value| {
        let target = &question["targets"][usize::try_from(source["target"].as_u64().unwrap()).unwrap()];
        format!("{}{joint}{}", text(&source["id"]), text(&target["id"]))
    };
    question["sources"].as_array().unwrap().iter().map(pair).collect::<Vec<_>>().join(comma)
}

fn order(question: &Value, comma: &str) -> String {
    question["items"].as_array().unwrap().iter().map(|item| text(&item["id"])).collect::<Vec<_>>().join(comma)
}

/// Lists of the values of the cases and modules need no more digits than Rust writes.
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn scorm12(question: &Value, blank: Option<&Value>) -> Vec<String> {
    match question["type"].as_str().unwrap() {
        "true-false" => vec![if question["answer"] == true { "t" } else { "f" }.to_owned()],
        "choice" if right(question).len() > 1 => vec![format!("{{{}}}", right(question).join(","))],
        "choice" => right(question),
        "matching" => vec![format!("{{{}}}", pairs(question, ".", ","))],
        "sequencing" => vec![order(question, ",")],
        "numeric" => vec![short(number(&question["value"]))],
        _ => {
            let blank = blank.unwrap_or(&question["blanks"][0]);
            blank["answers"].as_array().unwrap().iter().map(text).collect()
        }
    }
}

fn xapi(question: &Value) -> Vec<String> {
    match question["type"].as_str().unwrap() {
        "true-false" => vec![question["answer"].to_string()],
        "choice" => vec![right(question).join("[,]")],
        "matching" => vec![pairs(question, "[.]", "[,]")],
        "sequencing" => vec![order(question, "[,]")],
        "numeric" => {
            vec![format!("{}[:]{}", short(number(&question["low"])), short(number(&question["high"])))]
        }
        _ => {
            let blanks = question["blanks"].as_array().unwrap();
            if blanks.iter().any(|blank| blank["ignoreAccents"] == true) {
                return Vec::new();
            }
            assert_eq!(
                blanks.len(),
                1,
                "a case with several blanks that keep accents: say here what xAPI gets"
            );
            let rule = format!("{{case_matters={}}}", blanks[0]["ignoreCase"] == false);
            blanks[0]["answers"]
                .as_array()
                .unwrap()
                .iter()
                .map(|answer| rule.clone() + &text(answer))
                .collect()
        }
    }
}

/// Fifteen significant digits, by another way than the program's.
fn short(value: f64) -> String {
    let exponent = value.abs().log10().floor() as i32;
    let decimals = usize::try_from(14 - exponent).unwrap();
    let text = format!("{value:.decimals$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Cells of a table as RFC 4180 quotes them.
fn read(table: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = table.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            sign if sign == separator && !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "the table ends with its last line");
    rows
}

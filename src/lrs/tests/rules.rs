//! What a strict LRS refuses of statements, each with its place.

use super::malformed::MALFORMED;
use super::malformed::QUESTIONS;
use super::malformed::RIGHT;
use super::*;

/// `value` with something else at a JSON pointer, or without what stands there.
fn changed(mut value: Value, pointer: &str, new: &str) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = value.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}"));
    let fields = parent.as_object_mut().unwrap();
    if new.is_empty() {
        fields.shift_remove(key).unwrap_or_else(|| panic!("nothing at {pointer}"));
    } else {
        fields.insert(key.to_owned(), serde_json::from_str(new).unwrap());
    }
    value
}

fn right() -> Value {
    serde_json::from_str(RIGHT).unwrap()
}

fn judged(request: &Request) -> (u16, String) {
    verdict(&send(&mut desk(), request))
}

fn post(statement: &Value) -> Request {
    ask("POST", "statements").body(statement.to_string())
}

#[test]
fn a_full_right_statement_is_taken_in_both_versions() {
    assert_eq!(judged(&post(&right())), (200, String::new()));
    assert_eq!(judged(&ask_two("POST", "statements").body(RIGHT)), (200, String::new()));
}

#[test]
fn what_the_testers_of_the_standard_send_as_right_is_taken() {
    let authority = json!({ "objectType": "Group", "member": [{ "mbox": "mailto:a@example.org" }, { "mbox": "mailto:b@example.org" }] });
    for more in [
        json!({ "version": "1.0" }),
        json!({ "version": "1.0.9" }),
        json!({ "authority": authority }),
        json!({ "context": { "contextActivities": { "parent": { "id": "https://example.org/a" } } } }),
        json!({ "actor": { "objectType": "Group", "mbox": "mailto:g@example.org", "member": [] } }),
    ] {
        assert_eq!(judged(&post(&with(statement(1), more.clone()))), (200, String::new()), "{more}");
    }
}

#[test]
fn every_malformed_statement_is_refused_where_its_fault_is() {
    for (pointer, new, at) in MALFORMED {
        let judged = judged(&post(&changed(right(), pointer, new)));
        assert_eq!(judged, (400, (*at).to_owned()), "{pointer}: {new}");
    }
}

#[test]
fn answers_and_right_answers_have_the_form_of_their_type() {
    for question in QUESTIONS {
        let mut definition: Value = serde_json::from_str(question.lists).unwrap();
        definition["interactionType"] = json!(question.kind);
        let object = |definition: &Value| json!({ "id": "https://example.org/q", "definition": definition });
        for (texts, expected) in question.patterns.iter().zip([200, 400]) {
            for text in *texts {
                let definition = with(definition.clone(), json!({ "correctResponsesPattern": [text] }));
                let statement = with(statement(1), json!({ "object": object(&definition) }));
                assert_eq!(judged(&post(&statement)).0, expected, "{}: {text}", question.kind);
            }
        }
        for (texts, expected) in question.answers.iter().zip([200, 400]) {
            for text in *texts {
                let more = json!({ "object": object(&definition), "result": { "response": text } });
                assert_eq!(judged(&post(&with(statement(1), more))).0, expected, "{}: {text}", question.kind);
            }
        }
    }
}

#[test]
fn a_statement_inside_a_statement_is_judged_too() {
    let mut inner = right();
    inner.as_object_mut().unwrap().shift_remove("id");
    let inner = with(inner, json!({ "objectType": "SubStatement" }));
    let outer = |inner: Value| post(&with(statement(1), json!({ "object": inner })));
    assert_eq!(judged(&outer(inner.clone())), (200, String::new()));
    for (pointer, new, at) in [
        ("/id", r#""00000000-0000-4000-8000-000000000001""#, "$.object.id"),
        ("/version", r#""1.0.0""#, "$.object.version"),
        ("/actor/mbox", r#""mailto:a@example.org""#, "$.object.actor"),
        ("/result/score/scaled", "2", "$.object.result.score.scaled"),
        ("/result/success", "null", "$.object.result.success"),
        ("/object", r#"{"objectType":"SubStatement"}"#, "$.object.object.objectType"),
    ] {
        assert_eq!(judged(&outer(changed(inner.clone(), pointer, new))), (400, at.to_owned()), "{pointer}");
    }
}

#[test]
fn what_version_two_adds_is_taken_there_and_judged() {
    let agents = |item: Value| {
        let context = json!({ "context": { "contextAgents": [item] } });
        ask_two("POST", "statements").body(with(statement(1), context).to_string())
    };
    let agent = json!({ "mbox": "mailto:a@example.org" });
    let right =
        json!({ "objectType": "contextAgent", "agent": agent, "relevantTypes": ["https://example.org/t"] });
    assert_eq!(judged(&agents(right.clone())), (200, String::new()));
    let wrong = with(right.clone(), json!({ "relevantTypes": ["t"] }));
    let at = "$.context.contextAgents[0].relevantTypes[0]";
    assert_eq!(judged(&agents(wrong)), (400, at.to_owned()));
    let wrong = with(right.clone(), json!({ "relevantTypes": [] }));
    assert_eq!(judged(&agents(wrong)), (400, "$.context.contextAgents[0].relevantTypes".to_owned()));
    let wrong = with(right, json!({ "objectType": "Agent" }));
    assert_eq!(judged(&agents(wrong)), (400, "$.context.contextAgents[0].objectType".to_owned()));
    let newer = with(statement(1), json!({ "version": "2.0.0" }));
    assert_eq!(judged(&ask_two("POST", "statements").body(newer.to_string())), (200, String::new()));
}

#[test]
fn languages_and_durations_of_every_form_are_taken() {
    for tag in ["fr", "fr-CA", "zh-Hant-TW", "es-419", "de-CH-1996", "sl-rozaj-biske", "en-a-bb-x-y", "x-lab"]
    {
        let statement = with(statement(1), json!({ "context": { "language": tag } }));
        assert_eq!(judged(&post(&statement)), (200, String::new()), "{tag}");
    }
    for duration in ["PT0S", "PT0.01S", "P1DT2H", "P1Y2M3D", "P2W", "PT90M", "PT1,5S"] {
        let statement = with(statement(1), json!({ "result": { "duration": duration } }));
        assert_eq!(judged(&post(&statement)), (200, String::new()), "{duration}");
    }
}

/// Pointers to everything in a value, but for what extensions hold.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
        }
        _ => Vec::new(),
    };
    for (key, child) in children.into_iter().filter(|(key, _)| !key.starts_with("http")) {
        let at = format!("{at}/{key}");
        places(child, &at, out);
        out.push(at);
    }
}

#[test]
fn no_value_anywhere_in_a_statement_is_a_fault_of_the_program() {
    let mut all = Vec::new();
    places(&right(), "", &mut all);
    assert_eq!(all.len(), 71);
    let odd = [
        json!(null),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("é\u{0}%:[,]{}"),
        json!("P"),
        json!([]),
        json!([[{}]]),
        json!({}),
        json!({ "": null }),
        json!({ "objectType": "SubStatement", "member": 3, "id": {} }),
    ];
    for pointer in all {
        let taken = odd.iter().map(|value| {
            let mut statement = right();
            *statement.pointer_mut(&pointer).unwrap() = value.clone();
            judged(&post(&statement)).0
        });
        let statuses: Vec<u16> = taken.collect();
        assert_eq!(statuses[0], 400, "null at {pointer}");
        assert!(statuses.iter().all(|status| [200, 400].contains(status)), "{pointer}: {statuses:?}");
    }
}

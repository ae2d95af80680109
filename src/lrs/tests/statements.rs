//! Statements coming in: ids, batches, repetitions, voiding.

use super::*;

#[test]
fn what_was_put_is_read_back_with_what_an_lrs_adds() {
    let mut desk = desk();
    let put = ask("PUT", &format!("statements?statementId={}", uuid(1)));
    let lone = json!({ "contextActivities": { "category": { "id": "https://example.org/c" } } });
    let sent = with(statement(1), json!({ "context": lone }));
    assert_eq!(send(&mut desk, &put.body(sent.to_string())).status, 204);

    let answer = send(&mut desk, &ask("GET", &format!("statements?statementId={}", uuid(1))));
    let added = json!({
        "context": { "contextActivities": { "category": [{ "id": "https://example.org/c" }] } },
        "timestamp": "2026-11-23T12:00:00.000Z",
        "version": "1.0.0",
        "stored": "2026-11-23T12:00:00.000Z",
        "authority": {
            "objectType": "Agent",
            "account": { "homePage": "http://127.0.0.1:8080", "name": "filiere-lrs" },
        },
    });
    assert_eq!(body(&answer), with(statement(1), added));
    assert_eq!(answer.get("last-modified"), Some("Mon, 23 Nov 2026 12:00:00 GMT"));
    assert_eq!(answer.get("x-experience-api-version"), Some("1.0.3"));
    assert_eq!(answer.get("x-experience-api-consistent-through"), Some("2026-11-23T12:00:00.000Z"));
}

#[test]
fn a_batch_with_one_fault_leaves_nothing() {
    let mut desk = desk();
    let batch = json!([statement(1), with(statement(2), json!({ "result": { "duration": "1 min" } }))]);
    let answer = send(&mut desk, &ask("POST", "statements").body(batch.to_string()));
    assert_eq!(verdict(&answer), (400, "$[1].result.duration".to_owned()));
    let again = json!([statement(1), statement(3), statement(1)]);
    let answer = send(&mut desk, &ask("POST", "statements").body(again.to_string()));
    assert_eq!(verdict(&answer), (400, "$[2].id".to_owned()));
    assert_eq!(found(&mut desk, "statements"), Vec::<u32>::new());
}

#[test]
fn a_batch_answers_the_ids_in_its_order_and_gives_those_that_lack() {
    let mut desk = desk();
    let mut nameless = statement(0);
    nameless.as_object_mut().unwrap().shift_remove("id");
    let batch = json!([statement(2), nameless, statement(1)]);
    let answer = send(&mut desk, &ask("POST", "statements").body(batch.to_string()));
    let ids: Vec<String> = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!((&ids[0], &ids[2]), (&uuid(2), &uuid(1)));
    let given = send(&mut desk, &ask("GET", &format!("statements?statementId={}", ids[1])));
    assert_eq!((given.status, body(&given)["id"].as_str()), (200, Some(ids[1].as_str())));
    let none = send(&mut desk, &ask("POST", "statements").body("[]"));
    assert_eq!((none.status, body(&none)), (200, json!([])));
}

#[test]
fn the_same_statement_again_is_taken_and_another_under_its_id_is_a_conflict() {
    let mut desk = desk();
    let put =
        |value: &Value| ask("PUT", &format!("statements?statementId={}", uuid(1))).body(value.to_string());
    assert_eq!(send(&mut desk, &put(&statement(1))).status, 204);
    assert_eq!(send(&mut desk, &put(&statement(1))).status, 204);
    let upper = json!({ "id": uuid(1).to_uppercase(), "version": "1.0.3" });
    assert_eq!(send(&mut desk, &put(&with(statement(1), upper))).status, 204);
    let other = with(statement(1), json!({ "result": { "success": true } }));
    assert_eq!(verdict(&send(&mut desk, &put(&other))), (409, "$.id".to_owned()));
    let later = with(statement(1), json!({ "timestamp": "2026-11-23T11:00:00Z" }));
    assert_eq!(verdict(&send(&mut desk, &put(&later))), (409, "$.id".to_owned()));
    let batch = json!([statement(2), other]);
    let answer = send(&mut desk, &ask("POST", "statements").body(batch.to_string()));
    assert_eq!(verdict(&answer), (409, "$[1].id".to_owned()));
    let batch = json!([statement(1), statement(3)]);
    let answer = send(&mut desk, &ask("POST", "statements").body(batch.to_string()));
    assert_eq!((answer.status, body(&answer)), (200, json!([uuid(1), uuid(3)])));
    assert_eq!(found(&mut desk, "statements?ascending=true"), [1, 3]);
}

fn voiding(number: u32, target: u32) -> Value {
    let more = json!({
        "verb": { "id": "http://adlnet.gov/expapi/verbs/voided" },
        "object": { "objectType": "StatementRef", "id": uuid(target) },
    });
    with(statement(number), more)
}

#[test]
fn a_voided_statement_is_read_only_as_such() {
    let mut desk = desk();
    // The order of arrival makes no difference.
    store(&mut desk, &json!([statement(1), voiding(2, 1), voiding(4, 3)]));
    store(&mut desk, &statement(3));
    for number in [1, 3] {
        let get = |name: &str| ask("GET", &format!("statements?{name}={}", uuid(number)));
        assert_eq!(send(&mut desk, &get("statementId")).status, 404);
        assert_eq!(send(&mut desk, &get("voidedStatementId")).status, 200);
    }
    assert_eq!(found(&mut desk, "statements?ascending=true"), [2, 4]);
    let stands = ask("GET", &format!("statements?voidedStatementId={}", uuid(2)));
    assert_eq!(send(&mut desk, &stands).status, 404);
}

#[test]
fn what_voids_cannot_be_voided() {
    let mut desk = desk();
    store(&mut desk, &json!([statement(1), voiding(2, 1)]));
    let answer = send(&mut desk, &ask("POST", "statements").body(voiding(3, 2).to_string()));
    assert_eq!(verdict(&answer), (400, "$.object.id".to_owned()));
    assert_eq!(found(&mut desk, "statements"), [2]);
}

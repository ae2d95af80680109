//! The tests' own entrance: launches, faults, the log, a reset.

use super::*;

fn admin(desk: &mut Desk, method: &str, name: &str, body: &Value) -> Answer {
    let request = Request::new(method, &format!("/admin/{name}")).unwrap();
    send(desk, &request.body(body.to_string()))
}

fn faulty(fault: Value) -> Desk {
    let mut desk = desk();
    assert_eq!(admin(&mut desk, "POST", "faults", &json!([fault])).status, 204);
    desk
}

fn post(number: u32) -> Request {
    ask("POST", "statements").body(statement(number).to_string())
}

#[test]
fn a_fault_is_met_as_often_as_it_says_by_the_requests_that_it_names() {
    let fault = json!({ "method": "POST", "path": "statements", "status": 429, "retryAfter": 2, "times": 2 });
    let mut desk = faulty(fault);
    assert_eq!(send(&mut desk, &ask("GET", "statements")).status, 200);
    for _ in 0..2 {
        let answer = send(&mut desk, &post(1));
        assert_eq!((answer.status, answer.get("retry-after")), (429, Some("2")));
    }
    assert_eq!(found(&mut desk, "statements"), Vec::<u32>::new());
    assert_eq!(send(&mut desk, &post(1)).status, 200);
}

#[test]
fn an_answer_can_be_lost_after_the_request_was_carried_out() {
    let mut desk =
        faulty(json!({ "path": "statements", "drop": true, "handled": true, "delayMs": 5, "times": 1 }));
    let outcome = desk.answer(&post(1));
    assert_eq!((outcome.cut, outcome.delay), (true, 5));
    assert_eq!(found(&mut desk, "statements"), [1]);
}

#[test]
fn an_origin_can_be_refused_and_a_tag_hidden() {
    let mut desk = faulty(json!({ "path": "statements", "cors": true }));
    let preflight = Request::new("OPTIONS", "/xapi/statements").unwrap();
    for request in [preflight, post(1)] {
        let answer = send(&mut desk, &request);
        assert_eq!((answer.status, answer.get("access-control-allow-origin")), (403, None));
    }
    let mut desk = faulty(json!({ "hideEtag": true }));
    let target = "activities/profile?activityId=https://example.org/a&profileId=p";
    assert_eq!(send(&mut desk, &ask("PUT", target).body("{}")).status, 204);
    assert_eq!(send(&mut desk, &ask("GET", target)).get("etag"), None);
    assert_eq!(admin(&mut desk, "DELETE", "faults", &Value::Null).status, 204);
    assert!(send(&mut desk, &ask("GET", target)).get("etag").is_some());
}

#[test]
fn a_fault_with_an_unknown_word_is_refused() {
    let answer = admin(&mut desk(), "POST", "faults", &json!([{ "statut": 500 }]));
    assert_eq!(verdict(&answer), (400, "$".to_owned()));
}

#[test]
fn the_log_tells_every_request_and_why_it_was_refused() {
    let mut desk = faulty(json!({ "status": 500, "times": 1 }));
    send(&mut desk, &post(1));
    send(&mut desk, &ask("GET", "statements?limit=x"));
    send(&mut desk, &post(1));
    let line = |number: u32, method: &str, query: Value, status: u16| {
        json!({
            "number": number, "method": method, "path": "/xapi/statements", "query": query,
            "version": "1.0.3", "status": status,
        })
    };
    let refused = |at: &str, message: &str| json!({ "at": at, "message": message, "requirement": null });
    let fault = with(refused("fault", "a fault that the test asked for"), json!({ "fault": "injected" }));
    let expected = json!([
        with(line(1, "POST", json!({}), 500), fault),
        with(
            line(2, "GET", json!({ "limit": "x" }), 400),
            refused("?limit", "a limit is a whole number from 0")
        ),
        line(3, "POST", json!({}), 200),
    ]);
    assert_eq!(body(&admin(&mut desk, "GET", "log", &Value::Null)), expected);
    assert_eq!(admin(&mut desk, "POST", "reset", &Value::Null).status, 204);
    assert_eq!(body(&admin(&mut desk, "GET", "log", &Value::Null)), json!([]));
    assert_eq!(body(&admin(&mut desk, "GET", "statements", &Value::Null)), json!([]));
}

#[test]
fn a_launch_by_tin_can_says_all_that_an_lms_would_write() {
    let wanted = json!({
        "mode": "tincan",
        "actor": { "name": ["Zoé"], "mbox": ["mailto:zoe@example.org"] },
        "registration": uuid(1),
        "activityId": "https://example.org/a",
    });
    let launched = body(&admin(&mut desk(), "POST", "launch", &wanted));
    let query = "endpoint=http%3A%2F%2F127.0.0.1%3A8080%2Fxapi%2F&auth=Basic%20b3duZXI%3D\
        &actor=%7B%22name%22%3A%5B%22Zo%C3%A9%22%5D%2C%22mbox%22%3A%5B%22mailto%3Azoe%40example.org%22%5D%7D\
        &registration=00000000-0000-4000-8000-000000000001&activity_id=https%3A%2F%2Fexample.org%2Fa";
    let expected = json!({
        "endpoint": "http://127.0.0.1:8080/xapi/",
        "auth": OWNER,
        "registration": uuid(1),
        "activityId": "https://example.org/a",
        "actor": wanted["actor"],
        "query": query,
    });
    assert_eq!(launched, expected);
    let answer = admin(&mut desk(), "POST", "launch", &json!({ "mode": "scorm" }));
    assert_eq!(verdict(&answer), (400, "$.mode".to_owned()));
}

#[test]
fn a_launch_by_cmi5_opens_a_session_that_its_address_reaches() {
    let mut desk = desk();
    let wanted = json!({ "mode": "cmi5", "activityId": "https://example.org/au", "launchMode": "Normal" });
    let launched = body(&admin(&mut desk, "POST", "launch", &wanted));
    let fetch = launched["fetch"].as_str().unwrap().strip_prefix("http://127.0.0.1:8080").unwrap();
    let token = body(&send(&mut desk, &Request::new("POST", fetch).unwrap()));
    let auth = format!("Basic {}", token["auth-token"].as_str().unwrap());
    let query: Vec<(&str, String)> = vec![
        ("stateId", "LMS.LaunchData".to_owned()),
        ("activityId", launched["activityId"].as_str().unwrap().to_owned()),
        ("agent", launched["actor"].to_string()),
        ("registration", launched["registration"].as_str().unwrap().to_owned()),
    ];
    let pairs: Vec<(&str, &str)> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let target = format!("/xapi/activities/state?{}", crate::lrs::encoding::query(&pairs));
    let get = Request::new("GET", &target).unwrap().header("authorization", &auth);
    let answer = send(&mut desk, &get.header("x-experience-api-version", "1.0.3"));
    assert_eq!((answer.status, body(&answer)["launchMode"].as_str()), (200, Some("Normal")));
}

//! Requests that no resource takes: who asks, in which version, with which parameters and body.

use super::*;

/// Method, target, status and place of the refusal.
const WRONG: &[(&str, &str, u16, &str)] = &[
    ("GET", "courses", 404, "address"),
    ("DELETE", "statements", 405, "method"),
    ("POST", "about", 405, "method"),
    ("POST", "statements/more", 405, "method"),
    ("POST", "activities?activityId=https://example.org/a", 405, "method"),
    ("GET", "activities", 400, "?activityId"),
    ("GET", "activities?activityId=cuve", 400, "?activityId"),
    ("GET", "agents", 400, "?agent"),
    ("GET", "agents?agent={}", 400, "?agent"),
    ("GET", "agents?agent=camille", 400, "?agent"),
    ("GET", "agents?agent={\"name\":\"a\",\"name\":\"b\"}", 400, "?agent.name"),
    ("POST", "statements?method=PUT", 400, "?method"),
    ("PUT", "statements", 400, "?statementId"),
    ("PUT", "statements?statementId=1", 400, "?statementId"),
    ("GET", "statements?colour=blue", 400, "?colour"),
    ("GET", "statements?limit=-1", 400, "?limit"),
    ("GET", "statements?limit=ten", 400, "?limit"),
    ("GET", "statements?limit=1&limit=2", 400, "?limit"),
    ("GET", "statements?ascending=1", 400, "?ascending"),
    ("GET", "statements?since=hier", 400, "?since"),
    ("GET", "statements?until=2026-11-23", 400, "?until"),
    ("GET", "statements?verb=passed", 400, "?verb"),
    ("GET", "statements?activity=cuve", 400, "?activity"),
    ("GET", "statements?registration=r1", 400, "?registration"),
    ("GET", "statements?format=short", 400, "?format"),
    ("GET", "statements?attachments=true", 400, "?attachments"),
    ("GET", "statements?after=3", 400, "?after"),
    (
        "GET",
        "statements?agent={\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@example.org\"}]}",
        400,
        "?agent",
    ),
    ("GET", "statements?statementId=x", 400, "?statementId"),
    ("GET", "statements?statementId=00000000-0000-4000-8000-000000000009", 404, "address"),
    ("GET", "statements?statementId=00000000-0000-4000-8000-000000000009&limit=1", 400, "?limit"),
    ("GET", "activities/state", 400, "?activityId"),
    ("GET", "activities/state?activityId=https://example.org/a", 400, "?agent"),
    ("GET", "activities/profile", 400, "?activityId"),
    ("PUT", "activities/profile?activityId=https://example.org/a", 400, "?profileId"),
    ("DELETE", "activities/profile?activityId=https://example.org/a", 400, "?profileId"),
    ("GET", "activities/profile?activityId=https://example.org/a&profileId=", 400, "?profileId"),
    ("GET", "activities/profile?activityId=https://example.org/a&profileId=p&since=hier", 400, "?since"),
    (
        "PUT",
        "activities/profile?activityId=https://example.org/a&profileId=p&since=2026-11-23T00:00:00Z",
        400,
        "?since",
    ),
    ("GET", "agents/profile?agent={\"mbox\":\"mailto:a@example.org\"}&stateId=x", 400, "?stateId"),
];

#[test]
fn every_wrong_request_is_refused_where_its_fault_is() {
    for (method, target, status, at) in WRONG {
        let answer = send(&mut desk(), &ask(method, target).body("{}"));
        assert_eq!(verdict(&answer), (*status, (*at).to_owned()), "{method} {target}");
    }
}

fn bare(headers: &[(&str, &str)]) -> Request {
    let request = Request::new("GET", "/xapi/statements").unwrap();
    headers.iter().fold(request, |request, (name, value)| request.header(name, value))
}

#[test]
fn credentials_come_before_the_version() {
    for wrong in
        [None, Some("b3duZXI="), Some("Bearer b3duZXI="), Some("Basic Basic b3duZXI="), Some("Basic x")]
    {
        let headers: Vec<(&str, &str)> = wrong.map(|value| ("Authorization", value)).into_iter().collect();
        assert_eq!(
            verdict(&send(&mut desk(), &bare(&headers))),
            (401, "Authorization".to_owned()),
            "{wrong:?}"
        );
    }
}

#[test]
fn versions_are_those_that_were_chosen() {
    let version = |desk: &mut Desk, version: &str| {
        let answer = send(desk, &bare(&[("Authorization", OWNER), ("X-Experience-API-Version", version)]));
        (answer.status, answer.get("x-experience-api-version").unwrap().to_owned())
    };
    let both = &mut desk();
    for (asked, status, spoken) in [
        ("1.0", 200, "1.0.3"),
        ("1.0.0", 200, "1.0.3"),
        ("1.0.3", 200, "1.0.3"),
        // The standard's own testers send patches that there are not yet.
        ("1.0.9", 200, "1.0.3"),
        ("2.0.0", 200, "2.0.0"),
        ("2.0", 200, "2.0.0"),
        ("2.0.1", 200, "2.0.0"),
        ("1.1.0", 400, "2.0.0"),
        ("2.1.0", 400, "2.0.0"),
        ("1.0.", 400, "2.0.0"),
        ("1.0.x", 400, "2.0.0"),
        ("1.03", 400, "2.0.0"),
        ("1", 400, "2.0.0"),
        ("0.9.9", 400, "2.0.0"),
        ("0.95", 400, "2.0.0"),
        ("", 400, "2.0.0"),
    ] {
        assert_eq!(version(both, asked), (status, spoken.to_owned()), "{asked}");
    }
    let one = &mut Desk::new(lrs(&[Version::One]));
    assert_eq!(version(one, "2.0.0"), (400, "1.0.3".to_owned()));
    let two = &mut Desk::new(lrs(&[Version::Two]));
    assert_eq!(version(two, "1.0.3"), (400, "2.0.0".to_owned()));
    let missing = send(two, &bare(&[("Authorization", OWNER)]));
    assert_eq!(verdict(&missing), (400, "X-Experience-API-Version".to_owned()));
    let about = send(two, &Request::new("GET", "/xapi/about").unwrap());
    assert_eq!((about.status, body(&about)), (200, json!({ "version": ["2.0.0"] })));
}

#[test]
fn statements_are_json_without_a_key_twice() {
    let post = |media: &str, body: &str| {
        let mut request = ask("POST", "statements").body(body);
        request.headers[2].1 = media.to_owned();
        verdict(&send(&mut desk(), &request))
    };
    let right = statement(1).to_string();
    assert_eq!(post("application/json; charset=utf-8", &right), (200, String::new()));
    for media in ["", "text/plain", "multipart/mixed; boundary=x", "application/x-www-form-urlencoded"] {
        assert_eq!(post(media, &right), (400, "Content-Type".to_owned()), "{media}");
    }
    let twice = right.replacen("\"verb\":", "\"actor\":{},\"verb\":", 1);
    assert_eq!(post("application/json", &twice), (400, "$.actor".to_owned()));
    let twice = format!("[{}]", right.replacen("\"mbox\":", "\"mbox\":\"x\",\"mbox\":", 1));
    assert_eq!(post("application/json", &twice), (400, "$[0].actor.mbox".to_owned()));
    for wrong in ["", "null", "3", "\"x\"", "{", "[1]", "[[]]"] {
        assert_eq!(post("application/json", wrong).0, 400, "{wrong}");
    }
}

#[test]
fn a_page_of_another_origin_may_ask_and_read() {
    let mut desk = desk();
    let preflight =
        Request::new("OPTIONS", "/xapi/activities/state").unwrap().header("origin", "http://a.example");
    let answer = send(&mut desk, &preflight);
    let allowed = "Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version";
    assert_eq!((answer.status, answer.get("access-control-allow-headers")), (204, Some(allowed)));
    assert_eq!(answer.get("access-control-allow-origin"), Some("*"));
    let refused = send(&mut desk, &ask("GET", "courses"));
    let exposed = "ETag, Retry-After, X-Experience-API-Consistent-Through";
    assert_eq!(refused.get("access-control-expose-headers"), Some(exposed));
}

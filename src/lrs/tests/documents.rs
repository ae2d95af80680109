//! State and profiles: what is written, merged, listed, removed, and who may overwrite what.

use super::*;

const AGENT: &str = "{\"mbox\":\"mailto:camille@example.org\"}";

fn state(rest: &str) -> String {
    format!("activities/state?activityId=https://example.org/a&agent={AGENT}{rest}")
}

/// One document of each resource.
fn places() -> [String; 3] {
    [
        state("&stateId=suspendData"),
        "activities/profile?activityId=https://example.org/a&profileId=p".to_owned(),
        format!("agents/profile?agent={AGENT}&profileId=p"),
    ]
}

/// The tag of what is there.
fn tag(desk: &mut Desk, target: &str) -> String {
    send(desk, &ask("GET", target)).get("etag").unwrap().to_owned()
}

#[test]
fn a_document_is_read_back_byte_for_byte_with_its_type_and_tag() {
    for target in places() {
        let mut desk = desk();
        assert_eq!(send(&mut desk, &ask("GET", &target)).status, 404);
        let mut put = ask("PUT", &target).body([0, 255, 10]);
        put.headers[2].1 = "application/octet-stream".to_owned();
        assert_eq!(send(&mut desk, &put).status, 204);
        let answer = send(&mut desk, &ask("GET", &target));
        assert_eq!((answer.status, answer.body.as_slice()), (200, &[0, 255, 10][..]));
        assert_eq!(answer.get("content-type"), Some("application/octet-stream"));
        assert_eq!(answer.get("last-modified"), Some("Mon, 23 Nov 2026 12:00:00 GMT"));
        assert_eq!(answer.get("etag").map(str::len), Some(42));
        assert_eq!(send(&mut desk, &ask("DELETE", &target)).status, 204);
        assert_eq!(send(&mut desk, &ask("GET", &target)).status, 404);
    }
}

/// Statuses of writings over a document that exists, in the order that they are tried: without a
/// tag, with a stale one, with « there is none », with the right one.
fn overwritings(method: &str, target: &str, two: bool) -> [u16; 4] {
    let mut desk = desk();
    let asking = if two { ask_two } else { ask };
    let first = asking("PUT", target).header("if-none-match", "*").body("{\"a\":1}");
    assert_eq!(send(&mut desk, &first).status, 204);
    let stale = format!("\"{}\"", "0".repeat(40));
    let mut statuses = [0; 4];
    for (index, status) in statuses.iter_mut().enumerate() {
        let right = if index == 3 { tag(&mut desk, target) } else { String::new() };
        let request = asking(method, target).body("{\"b\":2}");
        let request = match index {
            0 => request,
            1 => request.header("if-match", &stale),
            2 => request.header("if-none-match", "*"),
            _ => request.header("if-match", &format!("{stale}, {right}")),
        };
        // What is let through changes the document, but for the last.
        let mut fresh = Desk::new(copy(&mut desk, target));
        *status = send(&mut fresh, &request).status;
    }
    statuses
}

/// An LRS that holds the same document.
fn copy(desk: &mut Desk, target: &str) -> Lrs {
    let there = send(desk, &ask("GET", target));
    let mut lrs = lrs(BOTH);
    let put = ask("PUT", target).body(there.body);
    assert_eq!(lrs.answer(&put).0.status, 204);
    lrs
}

#[test]
fn a_document_is_overwritten_only_by_who_knows_it() {
    let [state, activity, agent] = places();
    for target in [&activity, &agent] {
        assert_eq!(overwritings("PUT", target, false), [409, 412, 412, 204], "{target}");
        assert_eq!(overwritings("PUT", target, true), [409, 412, 412, 204], "{target}");
    }
    // xAPI 1.0.3 lets State be written blindly, 2.0 does not.
    assert_eq!(overwritings("PUT", &state, false), [204, 412, 412, 204]);
    assert_eq!(overwritings("PUT", &state, true), [409, 412, 412, 204]);
    for target in [&state, &activity, &agent] {
        assert_eq!(overwritings("POST", target, true), [204, 412, 412, 204], "{target}");
        assert_eq!(overwritings("DELETE", target, true), [204, 412, 412, 204], "{target}");
    }
}

#[test]
fn a_tag_of_what_is_not_there_is_stale() {
    for target in places() {
        let mut desk = desk();
        let put = ask_two("PUT", &target).body("{}");
        for tag in ["*", "\"abc\"", "1234"] {
            let stale = put.clone().header("if-match", tag);
            assert_eq!(verdict(&send(&mut desk, &stale)), (412, "If-Match".to_owned()), "{tag}");
        }
        let wrong = put.clone().header("if-none-match", "1234");
        assert_eq!(verdict(&send(&mut desk, &wrong)), (400, "If-None-Match".to_owned()));
        assert_eq!(send(&mut desk, &put).status, 204);
    }
}

#[test]
fn posting_merges_the_first_level_of_two_objects() {
    for target in places() {
        let mut desk = desk();
        for text in [r#"{"a":{"x":1},"b":2}"#, r#"{"a":{"y":1},"c":null}"#] {
            assert_eq!(send(&mut desk, &ask("POST", &target).body(text)).status, 204);
        }
        let merged = send(&mut desk, &ask("GET", &target));
        assert_eq!(body(&merged), json!({ "a": { "y": 1 }, "b": 2, "c": null }));
        for wrong in ["[]", "3", "{", "{\"a\":1,\"a\":2}"] {
            assert_eq!(send(&mut desk, &ask("POST", &target).body(wrong)).status, 400, "{wrong}");
        }
        let mut text = ask("POST", &target).body("{}");
        text.headers[2].1 = "text/plain".to_owned();
        assert_eq!(send(&mut desk, &text).status, 400);
        assert_eq!(send(&mut desk, &ask("GET", &target)).body, merged.body);
    }
}

#[test]
fn what_is_too_long_or_no_json_is_refused() {
    let mut desk = desk();
    let target = state("&stateId=s");
    let long = ask("PUT", &target).body(format!("\"{}\"", "x".repeat(64 * 1024)));
    assert_eq!(verdict(&send(&mut desk, &long)), (413, "body".to_owned()));
    assert_eq!(send(&mut desk, &ask("PUT", &target).body("{\"a\":")).status, 400);
    assert_eq!(send(&mut desk, &ask("GET", &target)).status, 404);
}

#[test]
fn a_document_stands_apart_for_each_registration_agent_and_activity() {
    let mut desk = desk();
    let registration = |number| format!("&registration={}", uuid(number));
    let other = state("&stateId=s").replace("camille", "zoe");
    let targets = [
        state("&stateId=s"),
        state(&format!("&stateId=s{}", registration(1))),
        state(&format!("&stateId=s{}", registration(2))),
        other,
        state("&stateId=s").replace("/a&", "/b&"),
    ];
    for (index, target) in targets.iter().enumerate() {
        assert_eq!(send(&mut desk, &ask("PUT", target).body(index.to_string())).status, 204);
    }
    for (index, target) in targets.iter().enumerate() {
        assert_eq!(body(&send(&mut desk, &ask("GET", target))), json!(index), "{target}");
    }
}

#[test]
fn a_date_beside_an_id_changes_nothing_of_what_is_read() {
    for target in places() {
        let mut desk = desk();
        assert_eq!(send(&mut desk, &ask("PUT", &target).body("3")).status, 204);
        for since in ["2026-11-23T11:00:00Z", "2026-11-23T13:00:00Z"] {
            let answer = send(&mut desk, &ask("GET", &format!("{target}&since={since}")));
            assert_eq!((answer.status, body(&answer)), (200, json!(3)), "{target} {since}");
        }
        let removed = ask("DELETE", &format!("{target}&since=2026-11-23T11:00:00Z"));
        assert_eq!(send(&mut desk, &removed).status, 204);
        assert_eq!(send(&mut desk, &ask("GET", &target)).status, 404);
    }
}

#[test]
fn documents_are_listed_and_removed_by_registration_or_all() {
    let mut desk = desk();
    let one = format!("&registration={}", uuid(1));
    for rest in ["&stateId=b", &format!("&stateId=a{one}"), &format!("&stateId=c{one}")] {
        assert_eq!(send(&mut desk, &ask("PUT", &state(rest)).body("1")).status, 204);
    }
    let list = |desk: &mut Desk, rest: &str| body(&send(desk, &ask("GET", &state(rest))));
    assert_eq!(list(&mut desk, ""), json!(["a", "b", "c"]));
    assert_eq!(list(&mut desk, &one), json!(["a", "c"]));
    // The first was written at noon, the others each a millisecond later.
    assert_eq!(list(&mut desk, "&since=2026-11-23T12:00:00.000Z"), json!(["a", "c"]));
    assert_eq!(list(&mut desk, "&since=2026-11-23T12:00:00.002Z"), json!([]));
    assert_eq!(send(&mut desk, &ask("DELETE", &state(&one))).status, 204);
    assert_eq!(list(&mut desk, ""), json!(["b"]));
    assert_eq!(send(&mut desk, &ask("DELETE", &state(""))).status, 204);
    assert_eq!(list(&mut desk, ""), json!([]));
}

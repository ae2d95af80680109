//! The whole LRS, asked as clients ask it, without a socket.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Ledger;
use crate::lrs::Lrs;
use crate::lrs::Means;
use crate::lrs::Request;
use crate::lrs::access::Version;
use crate::lrs::desk::Desk;
use crate::lrs::moment;
use crate::lrs::moment::Moment;
use crate::lrs::store::Memory;
use crate::lrs::store::Store;

mod admin;
mod documents;
mod malformed;
mod query;
mod requests;
mod rules;
mod statements;
mod stores;

const OWNER: &str = "Basic b3duZXI=";

/// Every test happens at the same instant; `stored` grows by itself.
fn clock() -> Moment {
    moment::parse("2026-11-23T12:00:00Z").unwrap()
}

fn random() -> [u8; 16] {
    use std::sync::atomic::AtomicU64;
    use std::sync::atomic::Ordering;
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    bytes
}

/// An LRS of these versions in front of `store`.
fn lrs_on(store: Box<dyn Store>, versions: &[Version]) -> Lrs {
    let ledger = Ledger::new(store, Means { clock, random }, "http://127.0.0.1:8080");
    Lrs::new(ledger, versions.to_vec(), OWNER.to_owned())
}

/// An empty one.
fn lrs(versions: &[Version]) -> Lrs {
    lrs_on(Box::new(Memory::default()), versions)
}

const BOTH: &[Version] = &[Version::One, Version::Two];

fn desk() -> Desk {
    Desk::new(lrs(BOTH))
}

/// A request of the owner, in version 1.0.3.
fn ask(method: &str, target: &str) -> Request {
    Request::new(method, &format!("/xapi/{target}"))
        .unwrap()
        .header("authorization", OWNER)
        .header("x-experience-api-version", "1.0.3")
        .header("content-type", "application/json")
}

/// The same in version 2.0.0.
fn ask_two(method: &str, target: &str) -> Request {
    let mut request = ask(method, target);
    request.headers[1].1 = "2.0.0".to_owned();
    request
}

fn send(desk: &mut Desk, request: &Request) -> Answer {
    desk.answer(request).answer
}

fn body(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_else(|_| panic!("no JSON in {answer:?}"))
}

/// Status and, when it was refused, place.
fn verdict(answer: &Answer) -> (u16, String) {
    let at = serde_json::from_slice::<Value>(&answer.body).ok();
    let at = at.and_then(|body| body.get("at")?.as_str().map(str::to_owned));
    (answer.status, at.unwrap_or_default())
}

/// A UUID that ends with a number.
fn uuid(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

/// The smallest statement.
fn statement(number: u32) -> Value {
    json!({
        "id": uuid(number),
        "actor": { "mbox": "mailto:camille@example.org" },
        "verb": { "id": "http://adlnet.gov/expapi/verbs/experienced" },
        "object": { "id": "https://example.org/modules/cuve" },
    })
}

/// The statement with more properties at its root.
fn with(mut statement: Value, more: Value) -> Value {
    let Value::Object(more) = more else { panic!("an object of properties") };
    statement.as_object_mut().unwrap().extend(more);
    statement
}

/// Stores a statement or a batch.
fn store(desk: &mut Desk, statements: &Value) {
    let answer = send(desk, &ask("POST", "statements").body(statements.to_string()));
    assert_eq!(verdict(&answer), (200, String::new()));
}

/// Ids of the statements that a `GET` finds, by their numbers.
fn found(desk: &mut Desk, target: &str) -> Vec<u32> {
    let answer = send(desk, &ask("GET", target));
    assert_eq!(verdict(&answer), (200, String::new()), "{target}");
    numbers(&body(&answer)["statements"])
}

fn numbers(statements: &Value) -> Vec<u32> {
    let ids = statements.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap());
    ids.map(|id| id[24..].parse().unwrap()).collect()
}

//! What every store does, tried on each of them by the same suite.

use std::ops::ControlFlow;

use super::*;
use crate::lrs::store::Document;
use crate::lrs::store::Entry;
use crate::lrs::store::Key;
use crate::lrs::store::Order;
use crate::lrs::store::Resource;
use crate::lrs::store::Shelf;
use crate::lrs::store::Sqlite;

fn entry(number: u32, voids: Option<u32>) -> Entry {
    let value = json!({ "id": uuid(number), "n": [0.1, 0.833_333_333_333_333_4, 1, "é\u{0}"] });
    Entry { id: uuid(number), stored: i64::from(number), voids: voids.map(uuid), value }
}

fn seen(store: &dyn Store, order: Order, most: usize) -> Vec<Entry> {
    let mut seen = Vec::new();
    let mut visitor = |entry: &Entry| {
        seen.push(entry.clone());
        if seen.len() == most { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    store.visit(order, &mut visitor).unwrap();
    seen
}

fn statements(mut store: Box<dyn Store>) {
    store.append(vec![entry(1, None), entry(2, Some(1))]).unwrap();
    store.append(vec![entry(3, Some(9))]).unwrap();
    let [one, two, three] = [entry(1, None), entry(2, Some(1)), entry(3, Some(9))];
    assert_eq!(store.statement(&uuid(1)), Ok(Some(one.clone())));
    assert_eq!(store.statement(&uuid(9)), Ok(None));
    assert_eq!([1, 2, 9].map(|number| store.is_voided(&uuid(number)).unwrap()), [true, false, true]);
    assert_eq!(seen(store.as_ref(), Order::Ascending, 9), [one.clone(), two.clone(), three.clone()]);
    assert_eq!(seen(store.as_ref(), Order::Descending, 2), [three, two]);
    store.reset().unwrap();
    assert_eq!(seen(store.as_ref(), Order::Ascending, 9), []);
    assert_eq!(store.is_voided(&uuid(1)), Ok(false));
}

fn documents(mut store: Box<dyn Store>) {
    let shelf = |resource, registration: &str| Shelf {
        resource,
        activity: "https://example.org/a".to_owned(),
        agent: "mbox mailto:a@example.org".to_owned(),
        registration: registration.to_owned(),
    };
    let key = |shelf: &Shelf, id: &str| Key { shelf: shelf.clone(), id: id.to_owned() };
    let document = |updated| Document { media: "text/plain".to_owned(), body: vec![0, 255], updated };
    let (bare, one) = (shelf(Resource::State, ""), shelf(Resource::State, "r1"));
    let other = shelf(Resource::AgentProfile, "");
    for (shelf, id, updated) in
        [(&one, "b", 1), (&one, "a", 2), (&bare, "a", 3), (&other, "a", 4), (&one, "b", 5)]
    {
        store.put(&key(shelf, id), document(updated)).unwrap();
    }
    assert_eq!(store.document(&key(&one, "b")), Ok(Some(document(5))));
    assert_eq!(store.document(&key(&bare, "b")), Ok(None));
    assert_eq!(store.ids(&one), Ok(vec![("a".to_owned(), 2), ("b".to_owned(), 5)]));
    assert_eq!(store.shelves(&bare), Ok(vec![bare.clone(), one.clone()]));
    store.delete(&key(&one, "a")).unwrap();
    store.delete(&key(&one, "z")).unwrap();
    assert_eq!(store.ids(&one), Ok(vec![("b".to_owned(), 5)]));
    assert_eq!(store.ids(&other), Ok(vec![("a".to_owned(), 4)]));
    store.reset().unwrap();
    assert_eq!(store.shelves(&bare), Ok(vec![]));
}

#[test]
fn memory_keeps_what_it_is_given() {
    statements(Box::new(Memory::default()));
    documents(Box::new(Memory::default()));
}

#[test]
fn a_file_keeps_what_it_is_given() {
    let folder = tempfile::tempdir().unwrap();
    statements(Box::new(Sqlite::open(&folder.path().join("a.db")).unwrap()));
    documents(Box::new(Sqlite::open(&folder.path().join("b.db")).unwrap()));
}

#[test]
fn a_batch_that_a_file_cannot_take_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Sqlite::open(&folder.path().join("a.db")).unwrap();
    assert!(store.append(vec![entry(1, None), entry(1, None)]).is_err());
    assert_eq!(seen(&store, Order::Ascending, 9), []);
}

#[test]
fn what_a_file_holds_is_there_for_the_next_process() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lrs.db");
    let open = || Desk::new(lrs_on(Box::new(Sqlite::open(&path).unwrap()), BOTH));
    let scored = with(statement(1), json!({ "result": { "score": { "scaled": 0.833_333_333_333_333_4 } } }));
    store(&mut open(), &scored);
    let mut again = open();
    // The same instant once more: what comes later is stored later all the same.
    store(&mut again, &json!([scored, statement(2)]));
    assert_eq!(found(&mut again, "statements"), [2, 1]);
}

#[test]
fn a_file_that_is_no_database_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lrs.db");
    std::fs::write(&path, "x".repeat(4096)).unwrap();
    assert!(Sqlite::open(&path).is_err());
}

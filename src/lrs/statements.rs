//! `statements`: what comes in, all or nothing, and which method asks for what. What goes out is chosen
//! in `query`.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Refusal;
use crate::lrs::Statement;
use crate::lrs::access::Holder;
use crate::lrs::json as strict;
use crate::lrs::ledger;
use crate::lrs::moment;
use crate::lrs::moment::Moment;
use crate::lrs::params::Params;
use crate::lrs::query;
use crate::lrs::service::Call;
use crate::lrs::service::Lrs;
use crate::lrs::service::not_allowed;
use crate::lrs::store::Entry;

/// How far ahead of ours a client's clock may be, in milliseconds.
const AHEAD: Moment = 120_000;

/// What an LRS adds to a statement, or may: it makes no difference between two sendings.
const OURS: [&str; 4] = ["stored", "authority", "version", "timestamp"];

/// The answer to a request for statements.
pub fn answer(lrs: &mut Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    match call.request.method.as_str() {
        "GET" | "HEAD" => query::answer(lrs, call),
        "POST" => post(lrs, call),
        "PUT" => put(lrs, call),
        method => Err(not_allowed(method)),
    }
}

fn post(lrs: &mut Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    Params::read(call.request, &[])?;
    let mut sent = match body(call)? {
        Value::Array(values) => {
            let places = (0..values.len()).map(|index| format!("$[{index}]"));
            places.zip(values).collect()
        }
        value => vec![("$".to_owned(), value)],
    };
    let mut statements = Vec::with_capacity(sent.len());
    for (at, value) in sent.drain(..) {
        statements.push((Statement::read(value, &at, call.version)?, at));
    }
    let ids = take(lrs, call, statements)?;
    Ok(Answer::json(&json!(ids)))
}

fn put(lrs: &mut Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    let params = Params::read(call.request, &["statementId"])?;
    params.wanted("statementId")?;
    let asked = params.uuid("statementId")?.unwrap_or_default();
    let mut value = body(call)?;
    if let Some(fields) = value.as_object_mut() {
        let id = fields.entry("id").or_insert_with(|| json!(asked));
        if id.as_str().is_some_and(|id| id.to_lowercase() != asked) {
            return Err(Refusal::bad("$.id", "the id is not that of the address"));
        }
    }
    let statement = Statement::read(value, "$", call.version)?;
    take(lrs, call, vec![(statement, "$".to_owned())])?;
    Ok(Answer::empty(204))
}

fn body(call: &Call<'_>) -> Result<Value, Refusal> {
    match call.request.media().as_str() {
        "application/json" => strict::read(&call.request.body, "$"),
        "multipart/mixed" => Err(Refusal::bad("Content-Type", "this LRS takes no attachments")),
        media => {
            Err(Refusal::bad("Content-Type", format!("statements are application/json, not « {media} »")))
        }
    }
}

/// Judges and keeps statements, all or none; returns their ids, those of new ones and of old ones.
fn take(lrs: &mut Lrs, call: &Call<'_>, sent: Vec<(Statement, String)>) -> Result<Vec<String>, Refusal> {
    let mut ids = Vec::with_capacity(sent.len());
    let (mut statements, mut places) = (Vec::new(), Vec::new());
    for (statement, at) in sent {
        on_time(&statement, &at, lrs.ledger.now())?;
        let id = statement.id();
        if id.as_ref().is_some_and(|id| ids.contains(id)) {
            return Err(Refusal::bad(format!("{at}.id"), "another statement of the batch has this id"));
        }
        let known = id.as_ref().map(|id| lrs.ledger.store.statement(id)).transpose()?.flatten();
        // Without an id one is given here, so that the answer can name it.
        let id = id.unwrap_or_else(|| lrs.ledger.uuid());
        ids.push(id.clone());
        match known {
            Some(entry) => same(&entry, &statement, &at)?,
            None => {
                voidable(lrs, &statement, &at)?;
                statements.push(statement);
                places.push((at, id));
            }
        }
    }
    keep(lrs, call, statements, &places)?;
    Ok(ids)
}

/// Judges new statements as cmi5 does when a session sends them, and keeps them.
fn keep(
    lrs: &mut Lrs,
    call: &Call<'_>,
    statements: Vec<Statement>,
    places: &[(String, String)],
) -> Result<(), Refusal> {
    let version = call.version.of_statements();
    let Holder::Session(session) = &call.holder else {
        return Ok(lrs.ledger.enter(named(statements, places), version)?);
    };
    let at: Vec<String> = places.iter().map(|(at, _)| at.clone()).collect();
    let after = lrs.sessions.judge_statements(session, &statements, &at)?;
    lrs.ledger.enter(named(statements, places), version)?;
    lrs.sessions.advance(session, after, &mut lrs.ledger)
}

/// Every statement with the id that it is kept under.
fn named(statements: Vec<Statement>, places: &[(String, String)]) -> Vec<(String, Statement)> {
    places.iter().map(|(_, id)| id.clone()).zip(statements).collect()
}

/// Refuses what has not happened yet (xAPI 1.0.3 Data 2.4.7).
fn on_time(statement: &Statement, at: &str, now: Moment) -> Result<(), Refusal> {
    match statement.text("/timestamp").map(moment::parse) {
        Some(Ok(said)) if said > now + AHEAD => {
            Err(Refusal::bad(format!("{at}.timestamp"), "the timestamp is in the future"))
        }
        _ => Ok(()),
    }
}

/// Refuses another statement under an id that is taken (xAPI 1.0.3 Communication 2.1.1).
fn same(entry: &Entry, statement: &Statement, at: &str) -> Result<(), Refusal> {
    let bare = |value: &Value| {
        let mut value = value.clone();
        ledger::listed(&mut value);
        let timestamp = value.get("timestamp").cloned();
        let fields = value.as_object_mut().expect("a statement is an object");
        OURS.iter().for_each(|key| drop(fields.shift_remove(*key)));
        fields.insert("id".to_owned(), json!(entry.id));
        (value, timestamp)
    };
    let ((kept, then), (sent, now)) = (bare(&entry.value), bare(statement.value()));
    if kept == sent && (now.is_none() || now == then) {
        return Ok(());
    }
    Err(Refusal::new(409, format!("{at}.id"), "another statement is kept under this id"))
}

/// Refuses to take back what takes back (xAPI 1.0.3 Data 2.3.2).
fn voidable(lrs: &Lrs, statement: &Statement, at: &str) -> Result<(), Refusal> {
    let Some(id) = statement.voids() else { return Ok(()) };
    let target = lrs.ledger.store.statement(&id)?;
    if target.is_some_and(|target| target.voids.is_some()) {
        return Err(Refusal::bad(format!("{at}.object.id"), "what voids a statement cannot be voided"));
    }
    Ok(())
}

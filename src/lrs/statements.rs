//! `statements`: what comes in, all or nothing, and which method asks for what.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Refusal;
use crate::lrs::Statement;
use crate::lrs::access::Holder;
use crate::lrs::json as strict;
use crate::lrs::params::Params;
use crate::lrs::service::Call;
use crate::lrs::service::Lrs;
use crate::lrs::service::not_allowed;

/// The answer to a request for statements.
pub fn answer(lrs: &mut Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    match call.request.method.as_str() {
        "POST" => post(lrs, call),
        "PUT" => put(lrs, call),
        method => Err(not_allowed(method)),
    }
}

fn post(lrs: &mut Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    Params::read(call.request, &[])?;
    let (values, places) = match body(call)? {
        Value::Array(values) => {
            let places = (0..values.len()).map(|index| format!("$[{index}]")).collect();
            (values, places)
        }
        value => (vec![value], vec!["$".to_owned()]),
    };
    let ids = take(lrs, call, values, &places)?;
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
    take(lrs, call, vec![value], &["$".to_owned()])?;
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

/// Reads, judges and keeps statements, all or none; returns their ids.
fn take(
    lrs: &mut Lrs,
    call: &Call<'_>,
    values: Vec<Value>,
    places: &[String],
) -> Result<Vec<String>, Refusal> {
    let statements: Vec<Statement> = values
        .into_iter()
        .zip(places)
        .map(|(value, at)| Statement::read(value, at))
        .collect::<Result<_, _>>()?;
    let after = match &call.holder {
        Holder::Owner => None,
        Holder::Session(session) => {
            let after = lrs.sessions.judge_statements(session, &statements, places)?;
            Some((session, after))
        }
    };
    let ids = lrs.ledger.record(statements, call.version.of_statements())?;
    if let Some((session, after)) = after {
        lrs.sessions.advance(session, after, &mut lrs.ledger)?;
    }
    Ok(ids)
}

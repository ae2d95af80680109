//! `activities` and `agents`: what the LRS knows of one of them. It learns it from statements only.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Refusal;
use crate::lrs::agents;
use crate::lrs::params::Params;
use crate::lrs::service::Call;
use crate::lrs::service::Lrs;
use crate::lrs::service::read_only;
use crate::lrs::store::Order;

/// `GET activities`: the activity with the newest of each part of its definition.
pub fn activity(lrs: &Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    read_only(call)?;
    let params = Params::read(call.request, &["activityId"])?;
    params.wanted("activityId")?;
    let id = params.iri("activityId")?.unwrap_or_default();
    let mut definition = Map::new();
    lrs.ledger.store.visit(Order::Ascending, &mut |entry| {
        each(&entry.value, &mut |value| {
            if value["id"] == id.as_str() {
                let new = value["definition"].as_object().into_iter().flatten();
                definition.extend(new.map(|(key, value)| (key.clone(), value.clone())));
            }
        });
        ControlFlow::Continue(())
    })?;
    let mut activity = json!({ "objectType": "Activity", "id": id });
    if !definition.is_empty() {
        activity["definition"] = Value::Object(definition);
    }
    Ok(Answer::json(&activity))
}

/// `GET agents`: the person, with every name seen.
pub fn agent(lrs: &Lrs, call: &Call<'_>) -> Result<Answer, Refusal> {
    read_only(call)?;
    let params = Params::read(call.request, &["agent"])?;
    params.wanted("agent")?;
    let agent = params.agent("agent")?.unwrap_or_default();
    let identity = agents::identity(&agent);
    let mut names = BTreeSet::new();
    let mut meet = |value: &Value| {
        if agents::identity(value) == identity {
            names.extend(value["name"].as_str().map(str::to_owned));
        }
    };
    meet(&agent);
    lrs.ledger.store.visit(Order::Ascending, &mut |entry| {
        each(&entry.value, &mut meet);
        ControlFlow::Continue(())
    })?;
    let mut person = json!({ "objectType": "Person" });
    if !names.is_empty() {
        person["name"] = json!(names);
    }
    for name in agents::IDENTIFIERS {
        if let Some(value) = agent.get(name) {
            person[name] = json!([value]);
        }
    }
    Ok(Answer::json(&person))
}

/// Shows every object of a statement, but for what extensions hold.
fn each(value: &Value, visitor: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(fields) => {
            visitor(value);
            fields.iter().filter(|(key, _)| *key != "extensions").for_each(|(_, value)| each(value, visitor));
        }
        Value::Array(items) => items.iter().for_each(|item| each(item, visitor)),
        _ => {}
    }
}

//! `POST admin/launch`: the address that an LMS would open. What a cmi5 session is, `cmi5` says.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Refusal;
use crate::lrs::encoding;
use crate::lrs::service::Lrs;
use crate::lrs::service::ROOT;

/// Opens a launch as `wanted` says it.
pub fn launch(lrs: &mut Lrs, wanted: &Value) -> Result<Value, Refusal> {
    match wanted["mode"].as_str() {
        Some("cmi5") => cmi5(lrs, wanted),
        Some("tincan") => Ok(tincan(lrs, wanted)),
        _ => Err(Refusal::bad("$.mode", "a launch is cmi5 or tincan")),
    }
}

fn cmi5(lrs: &mut Lrs, wanted: &Value) -> Result<Value, Refusal> {
    let launched = lrs.sessions.launch(wanted, &mut lrs.ledger)?;
    let base = lrs.ledger.base();
    let (fetch, endpoint) = (format!("{base}/fetch/{}", launched.key), format!("{base}{ROOT}"));
    let query = encoding::query(&[
        ("endpoint", &endpoint),
        ("fetch", &fetch),
        ("actor", &launched.actor.to_string()),
        ("registration", &launched.registration),
        ("activityId", &launched.activity_id),
    ]);
    Ok(json!({
        "fetch": fetch,
        "endpoint": endpoint,
        "registration": launched.registration,
        "activityId": launched.activity_id,
        "actor": launched.actor,
        "query": query,
    }))
}

/// A launch by Tin Can: the owner's credentials travel in the address. `actor` is taken as it is
/// written, for LMSs write it in several ways.
fn tincan(lrs: &Lrs, wanted: &Value) -> Value {
    let endpoint = format!("{}{ROOT}", lrs.ledger.base());
    let actor = wanted.get("actor").cloned().unwrap_or_else(|| learner(lrs.ledger.base()));
    let registration = match &wanted["registration"] {
        Value::Null => Some(lrs.ledger.uuid()),
        other => other.as_str().map(str::to_owned),
    };
    let actor_text = actor.to_string();
    let mut pairs = vec![("endpoint", endpoint.as_str()), ("auth", lrs.owner()), ("actor", &actor_text)];
    pairs.extend(registration.as_deref().map(|registration| ("registration", registration)));
    let optional = [
        ("activityId", "activity_id"),
        ("platform", "activity_platform"),
        ("language", "Accept-Language"),
        ("grouping", "grouping"),
    ];
    pairs.extend(optional.iter().filter_map(|(key, name)| Some((*name, wanted[*key].as_str()?))));
    json!({
        "endpoint": endpoint,
        "auth": lrs.owner(),
        "registration": registration,
        "activityId": wanted["activityId"],
        "actor": actor,
        "query": encoding::query(&pairs),
    })
}

/// A learner whom nobody chose.
pub fn learner(base: &str) -> Value {
    json!({ "objectType": "Agent", "name": "Camille Tremblay", "account": { "homePage": base, "name": "2034567" } })
}

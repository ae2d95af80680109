//! State and both profiles: documents, lists of them, their tags. It knows no statement.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Refusal;
use crate::lrs::access::Version;
use crate::lrs::agents;
use crate::lrs::json as strict;
use crate::lrs::moment;
use crate::lrs::params::Params;
use crate::lrs::preconditions;
use crate::lrs::service::Call;
use crate::lrs::service::Lrs;
use crate::lrs::service::not_allowed;
use crate::lrs::store::Document;
use crate::lrs::store::Key;
use crate::lrs::store::Resource;
use crate::lrs::store::Shelf;

/// Largest document, in bytes; what real LRSs refuse starts above it.
const LIMIT: usize = 64 * 1024;

/// What one resource asks of an address.
struct Kind {
    resource: Resource,
    id: &'static str,
    known: &'static [&'static str],
}

const STATE: Kind = Kind {
    resource: Resource::State,
    id: "stateId",
    known: &["activityId", "agent", "registration", "stateId", "since"],
};
const ACTIVITY: Kind = Kind {
    resource: Resource::ActivityProfile,
    id: "profileId",
    known: &["activityId", "profileId", "since"],
};
const AGENT: Kind =
    Kind { resource: Resource::AgentProfile, id: "profileId", known: &["agent", "profileId", "since"] };

/// The answer to a request for the documents of `resource`.
pub fn answer(lrs: &mut Lrs, call: &Call<'_>, resource: Resource) -> Result<Answer, Refusal> {
    let kind = match resource {
        Resource::State => STATE,
        Resource::ActivityProfile => ACTIVITY,
        Resource::AgentProfile => AGENT,
    };
    let params = Params::read(call.request, kind.known)?;
    let shelf = shelf(&kind, params)?;
    let Some(id) = params.text(kind.id) else { return several(lrs, call, &kind, params, &shelf) };
    if id.is_empty() {
        return Err(Refusal::bad(format!("?{}", kind.id), "the parameter is empty"));
    }
    // What reads or removes one document may say it too, as the standard's own testers do.
    if params.moment("since")?.is_some() && ["PUT", "POST"].contains(&call.request.method.as_str()) {
        return Err(Refusal::bad("?since", "the parameter is not for requests that write"));
    }
    let key = Key { shelf, id: id.to_owned() };
    let found = lrs.ledger.store.document(&key)?;
    match call.request.method.as_str() {
        "GET" | "HEAD" => {
            Ok(show(&found.ok_or_else(|| Refusal::new(404, "address", "there is no such document"))?))
        }
        "PUT" => put(lrs, call, &key, found.as_ref()),
        "POST" => post(lrs, call, &key, found.as_ref()),
        "DELETE" => {
            preconditions::judge(call.request, found.as_ref())?;
            lrs.ledger.store.delete(&key)?;
            Ok(Answer::empty(204))
        }
        method => Err(not_allowed(method)),
    }
}

fn shelf(kind: &Kind, params: Params<'_>) -> Result<Shelf, Refusal> {
    let mut shelf = Shelf {
        resource: kind.resource,
        activity: String::new(),
        agent: String::new(),
        registration: String::new(),
    };
    if kind.known.contains(&"activityId") {
        params.wanted("activityId")?;
        shelf.activity = params.iri("activityId")?.unwrap_or_default();
    }
    if kind.known.contains(&"agent") {
        params.wanted("agent")?;
        let agent = params.agent("agent")?.unwrap_or_default();
        shelf.agent = agents::identity(&agent).unwrap_or_default();
    }
    if kind.known.contains(&"registration") {
        shelf.registration = params.uuid("registration")?.unwrap_or_default();
    }
    Ok(shelf)
}

fn show(document: &Document) -> Answer {
    Answer::empty(200)
        .with("content-type", &document.media)
        .with("etag", &preconditions::tag(&document.body))
        .with("last-modified", &moment::http_date(document.updated))
        .holding(document.body.clone())
}

fn put(lrs: &mut Lrs, call: &Call<'_>, key: &Key, found: Option<&Document>) -> Result<Answer, Refusal> {
    preconditions::judge(call.request, found)?;
    // xAPI 1.0.3 Communication 3.1: State may be written blindly; 2.0 asks for a tag there too.
    let blind = key.shelf.resource == Resource::State && call.version == Version::One;
    if found.is_some() && !blind && !preconditions::given(call.request) {
        let why =
            "the document exists: say which one with If-Match, or that there is none with If-None-Match: *";
        return Err(Refusal::new(409, "If-Match", why));
    }
    let (media, _) = sent(call)?;
    lrs.ledger.keep(key, &media, call.request.body.clone())?;
    Ok(Answer::empty(204))
}

fn post(lrs: &mut Lrs, call: &Call<'_>, key: &Key, found: Option<&Document>) -> Result<Answer, Refusal> {
    preconditions::judge(call.request, found)?;
    let (media, new) = sent(call)?;
    let body = match found {
        None => call.request.body.clone(),
        Some(old) => merged(old, new)?.to_string().into_bytes(),
    };
    limited(&body)?;
    lrs.ledger.keep(key, &media, body)?;
    Ok(Answer::empty(204))
}

/// Media type and, when it is JSON, value of the body.
fn sent(call: &Call<'_>) -> Result<(String, Option<Value>), Refusal> {
    limited(&call.request.body)?;
    let Some(media) = call.request.get("content-type").filter(|media| !media.is_empty()) else {
        return Err(Refusal::bad("Content-Type", "the header is missing"));
    };
    let is_json = call.request.media() == "application/json";
    let value = is_json.then(|| strict::read(&call.request.body, "$")).transpose()?;
    Ok((media.to_owned(), value))
}

fn limited(body: &[u8]) -> Result<(), Refusal> {
    if body.len() <= LIMIT {
        return Ok(());
    }
    Err(Refusal::new(413, "body", format!("the document has {} bytes, above {LIMIT}", body.len())))
}

/// The old document with the keys of the new one (xAPI 1.0.3 Communication 2.2).
fn merged(old: &Document, new: Option<Value>) -> Result<Value, Refusal> {
    let media = old.media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let old = if media == "application/json" { strict::read(&old.body, "$").ok() } else { None };
    let Some(Value::Object(mut fields)) = old else {
        return Err(Refusal::bad(
            "address",
            "the document that exists is no JSON object: it cannot be merged",
        ));
    };
    let Some(Value::Object(new)) = new else {
        return Err(Refusal::bad("$", "what is merged into a document is a JSON object"));
    };
    fields.extend(new);
    Ok(Value::Object(fields))
}

/// Without an id: the list of ids, or, for State, all of them removed.
fn several(
    lrs: &mut Lrs,
    call: &Call<'_>,
    kind: &Kind,
    params: Params<'_>,
    shelf: &Shelf,
) -> Result<Answer, Refusal> {
    let since = params.moment("since")?;
    // Without a registration, those of every registration are meant.
    let shelves =
        if shelf.registration.is_empty() { lrs.ledger.store.shelves(shelf)? } else { vec![shelf.clone()] };
    match (call.request.method.as_str(), kind.resource) {
        ("GET" | "HEAD", _) => {
            let mut ids = Vec::new();
            for shelf in &shelves {
                let found = lrs.ledger.store.ids(shelf)?;
                let recent =
                    found.into_iter().filter(|(_, updated)| since.is_none_or(|since| *updated > since));
                ids.extend(recent.map(|(id, _)| id));
            }
            ids.sort();
            ids.dedup();
            Ok(Answer::json(&json!(ids)))
        }
        ("DELETE", Resource::State) => {
            for shelf in shelves {
                for (id, _) in lrs.ledger.store.ids(&shelf)? {
                    lrs.ledger.store.delete(&Key { shelf: shelf.clone(), id })?;
                }
            }
            Ok(Answer::empty(204))
        }
        ("PUT" | "POST" | "DELETE", _) => {
            Err(Refusal::bad(format!("?{}", kind.id), "the parameter is missing"))
        }
        (method, _) => Err(not_allowed(method)),
    }
}

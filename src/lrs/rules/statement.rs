//! The whole statement, and its object when that is another one (xAPI 1.0.3 Data 2.4). It looks at no
//! other statement.

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::access::Version;
use crate::lrs::moment;
use crate::lrs::rules::activity::activity;
use crate::lrs::rules::actor;
use crate::lrs::rules::context;
use crate::lrs::rules::context::About;
use crate::lrs::rules::fields::Fields;
use crate::lrs::rules::fields::Judged;
use crate::lrs::rules::fields::form;
use crate::lrs::rules::fields::language_map;
use crate::lrs::rules::fields::no_null;
use crate::lrs::rules::fields::one_of;
use crate::lrs::rules::interaction;
use crate::lrs::rules::result::result;
use crate::lrs::rules::scalar;

/// The verb that takes a statement back.
pub const VOIDED: &str = "http://adlnet.gov/expapi/verbs/voided";

const STATEMENT: [&str; 11] = [
    "id",
    "actor",
    "verb",
    "object",
    "result",
    "context",
    "timestamp",
    "stored",
    "authority",
    "version",
    "attachments",
];
const SUB_STATEMENT: [&str; 8] =
    ["objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments"];
const OBJECTS: &[&str] = &["Activity", "Agent", "Group", "StatementRef", "SubStatement"];
const IN_SUB_STATEMENTS: &[&str] = &["Activity", "Agent", "Group", "StatementRef"];

/// A statement.
pub fn statement(value: &Value, at: &str, version: Version) -> Judged {
    let fields = Fields::read(value, at, &STATEMENT)?;
    no_null(value, at)?;
    fields.check("id", form(scalar::uuid))?;
    common(fields, OBJECTS, version)?;
    fields.check("stored", form(|text| moment::parse(text).map(drop)))?;
    fields.check("authority", authority)?;
    fields.check("version", form(|text| written_in(text, version)))?;
    let voids = fields.get("verb").and_then(|verb| verb.get("id")?.as_str()) == Some(VOIDED);
    if voids && kind(fields.get("object")) != "StatementRef" {
        return Err(Refusal::bad(fields.at("object"), "what voids a statement refers to it: StatementRef"));
    }
    Ok(())
}

/// What a statement and a SubStatement share.
fn common(fields: Fields<'_>, objects: &'static [&'static str], version: Version) -> Judged {
    fields.never("attachments", "this LRS takes no attachments")?;
    fields.wanted("actor", actor::actor)?;
    fields.wanted("verb", verb)?;
    fields.wanted("object", |value, at| object(value, at, objects, version))?;
    fields.check("result", result)?;
    let about = if kind(fields.get("object")) == "Activity" { About::Activity } else { About::Other };
    fields.check("context", |value, at| context::context(value, at, version, about))?;
    fields.check("timestamp", form(|text| moment::parse(text).map(drop)))?;
    let answer = fields.get("result").and_then(|result| result.get("response")?.as_str());
    let definition = fields.get("object").and_then(|object| object.get("definition"));
    match answer.zip(definition) {
        Some((answer, definition)) => {
            interaction::answer(answer, definition, &format!("{}.response", fields.at("result")))
        }
        None => Ok(()),
    }
}

fn verb(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &["id", "display"])?;
    fields.wanted("id", form(scalar::iri))?;
    fields.check("display", language_map)
}

fn kind(object: Option<&Value>) -> &str {
    object
        .and_then(|object| object.get("objectType"))
        .map_or("Activity", |kind| kind.as_str().unwrap_or_default())
}

fn object(value: &Value, at: &str, known: &'static [&'static str], version: Version) -> Judged {
    if let Some(kind) = value.get("objectType") {
        one_of(known)(kind, &format!("{at}.objectType"))?;
    }
    match kind(Some(value)) {
        "Agent" => actor::agent(value, at),
        "Group" => actor::group(value, at),
        "StatementRef" => reference(value, at),
        "SubStatement" => common(Fields::read(value, at, &SUB_STATEMENT)?, IN_SUB_STATEMENTS, version),
        _ => activity(value, at),
    }
}

/// A reference to another statement.
pub fn reference(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &["objectType", "id"])?;
    fields.wanted("objectType", one_of(&["StatementRef"]))?;
    fields.wanted("id", form(scalar::uuid))
}

/// An agent, or the anonymous group of two that OAuth makes (xAPI 1.0.3 Data 2.4.9).
fn authority(value: &Value, at: &str) -> Judged {
    actor::actor(value, at)?;
    let members = value.get("member").and_then(Value::as_array).map_or(0, Vec::len);
    if actor::is_group(value) && (members != 2 || actor::identified(value, at).is_ok()) {
        return Err(Refusal::bad(at, "an authority that is a group has two members and no identifier"));
    }
    Ok(())
}

fn written_in(text: &str, version: Version) -> scalar::Verdict {
    match Version::find(text) {
        Some(known) if known <= version => Ok(()),
        _ => Err("the version of the statement is not one of the request"),
    }
}

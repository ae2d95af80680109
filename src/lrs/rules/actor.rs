//! Agents and groups (xAPI 1.0.3 Data 2.4.2). It compares none.

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::agents::IDENTIFIERS;
use crate::lrs::rules::fields::Fields;
use crate::lrs::rules::fields::Judged;
use crate::lrs::rules::fields::array;
use crate::lrs::rules::fields::form;
use crate::lrs::rules::fields::one_of;
use crate::lrs::rules::fields::text;
use crate::lrs::rules::scalar;

const AGENT: [&str; 6] = ["objectType", "name", "mbox", "mbox_sha1sum", "openid", "account"];
const GROUP: [&str; 7] = ["objectType", "name", "mbox", "mbox_sha1sum", "openid", "account", "member"];

/// An agent or a group.
pub fn actor(value: &Value, at: &str) -> Judged {
    if is_group(value) { group(value, at) } else { agent(value, at) }
}

/// Whether a value says that it is a group.
pub fn is_group(value: &Value) -> bool {
    value.get("objectType").and_then(Value::as_str) == Some("Group")
}

/// An agent: exactly one identifier.
pub fn agent(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &AGENT)?;
    fields.check("objectType", one_of(&["Agent"]))?;
    if identifiers(fields, at)? == 0 {
        return Err(Refusal::bad(at, format!("an agent has one of {}", IDENTIFIERS.join(", "))));
    }
    Ok(())
}

/// A group: one identifier, or members.
pub fn group(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &GROUP)?;
    fields.wanted("objectType", one_of(&["Group"]))?;
    fields.check("member", |members, at| {
        array(members, at)?.into_iter().try_for_each(|(member, at)| agent(member, &at))
    })?;
    let members = fields.get("member").and_then(Value::as_array).map_or(0, Vec::len);
    if identifiers(fields, at)? == 0 && members == 0 {
        return Err(Refusal::bad(fields.at("member"), "a group without identifier has members"));
    }
    Ok(())
}

/// A group that has an identifier, or an agent: what a parameter may name.
pub fn identified(value: &Value, at: &str) -> Judged {
    actor(value, at)?;
    if IDENTIFIERS.iter().any(|name| value.get(name).is_some()) {
        return Ok(());
    }
    Err(Refusal::bad(at, "the group has no identifier"))
}

/// Judges name and identifiers; how many there are, at most one.
fn identifiers(fields: Fields<'_>, at: &str) -> Result<usize, Refusal> {
    fields.check("name", text)?;
    fields.check("mbox", form(scalar::mailto))?;
    fields.check("mbox_sha1sum", form(scalar::sha1))?;
    fields.check("openid", form(scalar::iri))?;
    fields.check("account", account)?;
    let count = IDENTIFIERS.iter().filter(|name| fields.get(name).is_some()).count();
    if count > 1 {
        return Err(Refusal::bad(at, format!("only one of {} may stand here", IDENTIFIERS.join(", "))));
    }
    Ok(count)
}

fn account(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &["homePage", "name"])?;
    fields.wanted("homePage", form(scalar::iri))?;
    fields.wanted("name", form(|name| if name.is_empty() { Err("the name is empty") } else { Ok(()) }))
}

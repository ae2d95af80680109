//! Contexts (xAPI 1.0.3 Data 2.4.6, with what 2.0 adds). Which context a verb needs is not judged.

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::access::Version;
use crate::lrs::rules::activity::activity;
use crate::lrs::rules::actor;
use crate::lrs::rules::fields::Fields;
use crate::lrs::rules::fields::Judged;
use crate::lrs::rules::fields::array;
use crate::lrs::rules::fields::extensions;
use crate::lrs::rules::fields::form;
use crate::lrs::rules::fields::one_of;
use crate::lrs::rules::fields::text;
use crate::lrs::rules::scalar;
use crate::lrs::rules::statement::reference;

const CONTEXT: [&str; 11] = [
    "registration",
    "instructor",
    "team",
    "contextActivities",
    "revision",
    "platform",
    "language",
    "statement",
    "extensions",
    "contextAgents",
    "contextGroups",
];

/// What the object of a statement is, as far as its context cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An activity.
    Activity,
    /// Something else.
    Other,
}

/// A context.
pub fn context(value: &Value, at: &str, version: Version, about: About) -> Judged {
    let known = if version == Version::One { &CONTEXT[..9] } else { &CONTEXT[..] };
    let fields = Fields::read(value, at, known)?;
    fields.check("registration", form(scalar::uuid))?;
    fields.check("instructor", actor::actor)?;
    fields.check("team", actor::group)?;
    fields.check("contextActivities", activities)?;
    for key in ["revision", "platform"] {
        if about == About::Other {
            fields.never(key, "the property is only for statements about an activity")?;
        }
        fields.check(key, text)?;
    }
    fields.check("language", form(scalar::language))?;
    fields.check("statement", reference)?;
    fields.check("extensions", extensions)?;
    fields.check("contextAgents", |value, at| each(value, at, &AGENTS))?;
    fields.check("contextGroups", |value, at| each(value, at, &GROUPS))
}

fn activities(value: &Value, at: &str) -> Judged {
    const KEYS: [&str; 4] = ["parent", "grouping", "category", "other"];
    let fields = Fields::read(value, at, &KEYS)?;
    if KEYS.iter().all(|key| fields.get(key).is_none()) {
        return Err(Refusal::bad(at, format!("one of {} is wanted here", KEYS.join(", "))));
    }
    KEYS.iter().try_for_each(|key| {
        fields.check(key, |value, at| {
            // A lone activity is an old writing that an LRS must still take.
            if value.is_object() {
                return activity(value, at);
            }
            array(value, at)?.into_iter().try_for_each(|(item, at)| activity(item, &at))
        })
    })
}

/// A kind of related actor (IEEE 9274.1.1, contextAgents and contextGroups).
struct Related {
    kind: &'static [&'static str],
    key: &'static str,
    rule: fn(&Value, &str) -> Judged,
}

const AGENTS: Related = Related { kind: &["contextAgent"], key: "agent", rule: actor::agent };
const GROUPS: Related = Related { kind: &["contextGroup"], key: "group", rule: actor::group };

fn each(value: &Value, at: &str, related: &Related) -> Judged {
    array(value, at)?.into_iter().try_for_each(|(item, at)| {
        let fields = Fields::read(item, &at, &["objectType", related.key, "relevantTypes"])?;
        fields.wanted("objectType", one_of(related.kind))?;
        fields.wanted(related.key, related.rule)?;
        fields.check("relevantTypes", |types, at| {
            let types = array(types, at)?;
            if types.is_empty() {
                return Err(Refusal::bad(at, "the list is empty: leave it out"));
            }
            types.into_iter().try_for_each(|(one, at)| form(scalar::iri)(one, &at))
        })
    })
}

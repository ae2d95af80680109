//! Activities and their definitions (xAPI 1.0.3 Data 2.4.4.1). What questions ask stands in
//! `interaction`.

use serde_json::Value;

use crate::lrs::rules::fields::Fields;
use crate::lrs::rules::fields::Judged;
use crate::lrs::rules::fields::extensions;
use crate::lrs::rules::fields::form;
use crate::lrs::rules::fields::language_map;
use crate::lrs::rules::fields::one_of;
use crate::lrs::rules::interaction;
use crate::lrs::rules::scalar;

const DEFINITION: [&str; 12] = [
    "name",
    "description",
    "type",
    "moreInfo",
    "extensions",
    "interactionType",
    "correctResponsesPattern",
    "choices",
    "scale",
    "source",
    "target",
    "steps",
];

/// An activity.
pub fn activity(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &["objectType", "id", "definition"])?;
    fields.check("objectType", one_of(&["Activity"]))?;
    fields.wanted("id", form(scalar::iri))?;
    fields.check("definition", definition)
}

fn definition(value: &Value, at: &str) -> Judged {
    let fields = Fields::read(value, at, &DEFINITION)?;
    fields.check("name", language_map)?;
    fields.check("description", language_map)?;
    fields.check("type", form(scalar::iri))?;
    fields.check("moreInfo", form(scalar::iri))?;
    fields.check("extensions", extensions)?;
    interaction::definition(fields)
}

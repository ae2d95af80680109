//! Questions in definitions: which lists of components belong to a type, and what they hold. Texts of
//! answers are judged in `response`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::rules::fields::Fields;
use crate::lrs::rules::fields::Judged;
use crate::lrs::rules::fields::array;
use crate::lrs::rules::fields::form;
use crate::lrs::rules::fields::language_map;
use crate::lrs::rules::fields::one_of;
use crate::lrs::rules::response;
use crate::lrs::rules::response::Form;
use crate::lrs::rules::response::Lists;

const TYPES: &[&str] = &[
    "true-false",
    "choice",
    "fill-in",
    "long-fill-in",
    "matching",
    "performance",
    "sequencing",
    "likert",
    "numeric",
    "other",
];
const LISTS: [&str; 5] = ["choices", "scale", "source", "target", "steps"];

/// The lists of components that a type has (xAPI 1.0.3 Data 2.4.4.1, table of interaction types).
fn lists(kind: &str) -> &'static [&'static str] {
    match kind {
        "choice" | "sequencing" => &["choices"],
        "likert" => &["scale"],
        "matching" => &["source", "target"],
        "performance" => &["steps"],
        _ => &[],
    }
}

/// The part of a definition that describes a question.
pub fn definition(fields: Fields<'_>) -> Judged {
    fields.check("interactionType", one_of(TYPES))?;
    let Some(kind) = fields.text("interactionType") else {
        let why = "the property asks for an interactionType beside it";
        return LISTS.iter().chain(&["correctResponsesPattern"]).try_for_each(|key| fields.never(key, why));
    };
    for list in LISTS.into_iter().filter(|list| !lists(kind).contains(list)) {
        fields.never(list, &format!("a question of type {kind} has no such list"))?;
    }
    LISTS.iter().try_for_each(|list| fields.check(list, components))?;
    fields.check("correctResponsesPattern", |patterns, at| {
        let known = known(|list| fields.get(list), kind);
        array(patterns, at)?.into_iter().try_for_each(|(pattern, at)| {
            form(|text| response::judge(text, kind, Form::Pattern, known.clone()))(pattern, &at)
        })
    })
}

/// The answer of a learner to the question of `definition`, at `at`.
pub fn answer(text: &str, definition: &Value, at: &str) -> Judged {
    let Some(kind) = definition.get("interactionType").and_then(Value::as_str) else { return Ok(()) };
    let known = known(|list| definition.get(list), kind);
    response::judge(text, kind, Form::Answer, known)
        .map_err(|why| Refusal::bad(at, format!("« {text} »: {why}")))
}

/// Ids of the components that answers may name, when the definition lists them.
fn known<'a>(get: impl Fn(&str) -> Option<&'a Value>, kind: &str) -> Lists<'a> {
    let ids = |list: &str| {
        let items = get(list)?.as_array()?;
        Some(items.iter().filter_map(|item| item.get("id")?.as_str()).collect::<BTreeSet<_>>())
    };
    let mut lists = lists(kind).iter();
    Lists { first: lists.next().and_then(|list| ids(list)), second: lists.next().and_then(|list| ids(list)) }
}

fn components(value: &Value, at: &str) -> Judged {
    let mut seen: Vec<&Value> = Vec::new();
    for (component, at) in array(value, at)? {
        let fields = Fields::read(component, &at, &["id", "description"])?;
        fields.wanted("id", form(component_id))?;
        fields.check("description", language_map)?;
        let id = &component["id"];
        if seen.contains(&id) {
            return Err(Refusal::bad(fields.at("id"), "another component of the list has this id"));
        }
        seen.push(id);
    }
    Ok(())
}

fn component_id(id: &str) -> Result<(), &'static str> {
    if id.is_empty() {
        return Err("the id is empty");
    }
    if id.contains(char::is_whitespace) {
        return Err("the id of a component has no whitespace");
    }
    if ["[,]", "[.]", "[:]"].iter().any(|mark| id.contains(mark)) {
        return Err("the id of a component has none of [,] [.] [:]");
    }
    Ok(())
}

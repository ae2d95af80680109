//! Holds a context against the template of LMS.LaunchData: all of it is there, in its place, as it was
//! given. What the AU adds is judged elsewhere.

use serde_json::Map;
use serde_json::Value;

use crate::lrs::Refusal;

use super::Case;
use crate::lrs::cmi5::requirement;
use crate::lrs::cmi5::terms::elements;
use crate::lrs::cmi5::vocabulary;

pub fn judge(case: &Case<'_>) -> Result<(), Refusal> {
    let given = fields(case.statement.get("/context"));
    for (name, expected) in fields(Some(&case.terms.template)) {
        let at = format!(".context.{name}");
        let found = given.get(name);
        match name.as_str() {
            "contextActivities" => activities(case, expected, found)?,
            "extensions" => {
                for (key, expected) in fields(Some(expected)) {
                    let found = found.and_then(|found| found.get(key));
                    value(case, &format!("{at}['{key}']"), key, expected, found)?;
                }
            }
            _ => value(case, &at, name, expected, found)?,
        }
    }
    Ok(())
}

fn fields(value: Option<&Value>) -> &Map<String, Value> {
    static NONE: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
    value.and_then(Value::as_object).unwrap_or(&NONE)
}

fn value(
    case: &Case<'_>,
    at: &str,
    name: &str,
    expected: &Value,
    found: Option<&Value>,
) -> Result<(), Refusal> {
    let (requirement, message) = match found {
        Some(found) if found == expected => return Ok(()),
        _ if name == vocabulary::SESSION_ID => (requirement::SESSION_ID, "the session id is"),
        Some(_) => (requirement::TEMPLATE_OVERWRITTEN, "the template gives"),
        None => (requirement::TEMPLATE, "the template has here"),
    };
    Err(case.refuse(requirement, at, format!("{message} {expected}")))
}

fn activities(case: &Case<'_>, expected: &Value, found: Option<&Value>) -> Result<(), Refusal> {
    for (kind, expected) in fields(Some(expected)) {
        let at = format!(".context.contextActivities.{kind}");
        let found = elements(found.and_then(|found| found.get(kind)).unwrap_or(&Value::Null));
        for (index, activity) in elements(expected).iter().enumerate() {
            in_place(case, &at, index, activity, found)?;
        }
    }
    Ok(())
}

/// cmi5 asks that the activities be there; players compare them place by place, so that an AU adds
/// its own after them.
fn in_place(
    case: &Case<'_>,
    at: &str,
    index: usize,
    activity: &Value,
    found: &[Value],
) -> Result<(), Refusal> {
    let id = &activity["id"];
    let place = found.iter().position(|given| given["id"] == *id);
    let (requirement, message) = match place {
        Some(place) if found[place] != *activity => {
            (requirement::TEMPLATE_OVERWRITTEN, format!("the template gives {activity}"))
        }
        Some(place) if place == index => return Ok(()),
        Some(_) => (requirement::TEMPLATE, format!("{id} stands first, as in the template")),
        None if case.defined() => (requirement::CONTEXT_ACTIVITIES, format!("the template has {id} here")),
        None => (requirement::TEMPLATE, format!("the template has {id} here")),
    };
    Err(case.refuse(requirement, at, message))
}

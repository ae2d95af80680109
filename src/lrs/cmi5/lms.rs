//! The statements that an LMS writes itself around a session. When it writes them is decided
//! elsewhere.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Ledger;
use crate::lrs::Statement;
use crate::lrs::moment;
use crate::lrs::moment::Moment;

use super::session::Session;
use super::terms::elements;
use super::vocabulary;
use super::wanted::Wanted;

/// « launched », before the AU starts.
pub fn launched(session: &Session, wanted: &Wanted, ledger: &Ledger) -> Statement {
    let mut extensions = vec![
        (vocabulary::LAUNCH_MODE, json!(session.terms.mode)),
        (vocabulary::LAUNCH_MOVE_ON, json!(session.terms.move_on)),
    ];
    let url = wanted.launch_url.clone().unwrap_or_else(|| format!("{}/content/index.html", ledger.base()));
    extensions.push((vocabulary::LAUNCH_URL, json!(url)));
    if let Some(score) = session.terms.mastery {
        extensions.push((vocabulary::MASTERY_SCORE, json!(score)));
    }
    if let Some(parameters) = &wanted.launch_parameters {
        extensions.push((vocabulary::LAUNCH_PARAMETERS, json!(parameters)));
    }
    let mut value = written(session, ledger, vocabulary::LAUNCHED, json!({ "id": session.terms.activity }));
    for (key, extension) in extensions {
        value["context"]["extensions"][key] = extension;
    }
    Statement::ours(value)
}

/// « abandoned », when a session will never say « terminated ».
pub fn abandoned(session: &Session, ledger: &Ledger) -> Statement {
    let object = json!({ "id": session.terms.activity });
    let mut value = written(session, ledger, vocabulary::ABANDONED, object);
    let spent = session.last.unwrap_or(session.launched) - session.launched;
    value["result"] = json!({ "duration": duration(spent) });
    Statement::ours(value)
}

/// « satisfied », when the one AU of the course is.
pub fn satisfied(session: &Session, ledger: &Ledger) -> Statement {
    let course = format!("{}/courses/{}", ledger.base(), session.terms.registration);
    let object = json!({ "id": course, "definition": { "type": vocabulary::COURSE } });
    Statement::ours(written(session, ledger, vocabulary::SATISFIED, object))
}

fn written(session: &Session, ledger: &Ledger, verb: &str, object: Value) -> Value {
    let mut context = listed(&session.terms.template);
    context["registration"] = json!(session.terms.registration);
    let category = &mut context["contextActivities"]["category"];
    let mut categories = elements(category).to_vec();
    categories.push(json!({ "id": vocabulary::CMI5 }));
    *category = json!(categories);
    context["extensions"][vocabulary::SESSION_ID] = json!(session.id);
    json!({
        "id": ledger.uuid(),
        "actor": session.terms.actor,
        "verb": { "id": verb, "display": { "en": vocabulary::name(verb) } },
        "object": object,
        "context": context,
        "timestamp": moment::format(ledger.now()),
    })
}

/// The template with lists wherever an LMS wrote one activity instead.
pub fn listed(template: &Value) -> Value {
    let mut template = template.clone();
    if let Some(kinds) = template.get_mut("contextActivities").and_then(Value::as_object_mut) {
        for (_, activities) in kinds.iter_mut() {
            *activities = json!(elements(activities));
        }
    }
    template
}

/// Milliseconds as ISO 8601 wants them, to the hundredth of a second.
fn duration(milliseconds: Moment) -> String {
    let hundredths = milliseconds.max(0) / 10;
    format!("PT{}.{:02}S", hundredths / 100, hundredths % 100)
}

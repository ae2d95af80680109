//! The rules of a session's requests: agents, registrations, LMS.LaunchData and what learners prefer.
//! Statements in a request are judged elsewhere.

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::service::ROOT;

use super::requirement;
use super::terms::Terms;
use super::vocabulary;

/// What a request reads that a session must have read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    LaunchData,
    Preferences,
    Other,
}

/// Whether a session launched so may make this request, and what it reads.
pub fn judge(terms: &Terms, request: &Request) -> Result<Reading, Refusal> {
    match resource(request) {
        "statements" => {
            agent(terms, request, requirement::ACTOR)?;
            registration(terms, request, request.param("registration").is_some())?;
            Ok(Reading::Other)
        }
        "agents" => agent(terms, request, requirement::ACTOR).map(|()| Reading::Other),
        "activities/state" => state(terms, request),
        "agents/profile" => profile(terms, request),
        _ => Ok(Reading::Other),
    }
}

/// Whether a request stores statements.
pub fn sends_statements(request: &Request) -> bool {
    resource(request) == "statements" && !request.reads()
}

/// Whether a request is one of State.
pub fn is_state(request: &Request) -> bool {
    resource(request) == "activities/state"
}

fn resource(request: &Request) -> &str {
    request.path.strip_prefix(ROOT).unwrap_or_default()
}

/// The parameter `agent`, when there is one, is the actor of the launch; a resource that needs it
/// says so itself.
fn agent(terms: &Terms, request: &Request, requirement: &'static str) -> Result<(), Refusal> {
    let given = request.param("agent").and_then(|text| serde_json::from_str::<Value>(text).ok());
    if given.is_none_or(|given| given == terms.actor) {
        return Ok(());
    }
    Err(Refusal::cmi5(requirement, "?agent", "the agent is the actor of the launch address, unchanged"))
}

fn registration(terms: &Terms, request: &Request, wanted: bool) -> Result<(), Refusal> {
    let given = request.param("registration");
    if !wanted || given.is_some_and(|given| given.eq_ignore_ascii_case(&terms.registration)) {
        return Ok(());
    }
    let message = format!("the registration is {}", terms.registration);
    Err(Refusal::cmi5(requirement::REQUEST_REGISTRATION, "?registration", message))
}

fn state(terms: &Terms, request: &Request) -> Result<Reading, Refusal> {
    agent(terms, request, requirement::ACTOR)?;
    registration(terms, request, true)?;
    let id = request.param("stateId");
    let ours = request.param("activityId") == Some(terms.activity.as_str());
    // A deletion without stateId takes every document of the activity, this one too.
    let launch_data = id == Some(vocabulary::LAUNCH_DATA) || (id.is_none() && request.method == "DELETE");
    match (launch_data, request.reads()) {
        (true, false) => {
            let message = "an AU reads LMS.LaunchData, and leaves it";
            Err(Refusal::cmi5(requirement::LAUNCH_DATA_WRITTEN, "?stateId", message))
        }
        (true, true) if ours => Ok(Reading::LaunchData),
        _ => Ok(Reading::Other),
    }
}

fn profile(terms: &Terms, request: &Request) -> Result<Reading, Refusal> {
    agent(terms, request, requirement::PROFILE_AGENT)?;
    if request.param("profileId") != Some(vocabulary::PREFERENCES) {
        return Ok(Reading::Other);
    }
    if request.reads() {
        return Ok(Reading::Preferences);
    }
    preferences(request).map(|()| Reading::Other)
}

fn preferences(request: &Request) -> Result<(), Refusal> {
    let written = serde_json::from_slice(&request.body).unwrap_or(Value::Null);
    let text = |name| written.get(name).and_then(Value::as_str);
    let audio = text("audioPreference").is_some_and(|audio| ["on", "off"].contains(&audio));
    let Some(languages) = text("languagePreference").filter(|_| audio) else {
        let message =
            "what a learner prefers is an object with languagePreference and audioPreference (on, off)";
        return Err(Refusal::cmi5(requirement::PREFERENCES, "$", message));
    };
    if languages.split(',').all(is_language) {
        return Ok(());
    }
    let message = format!("« {languages} » is not a list of language tags separated by commas");
    Err(Refusal::cmi5(requirement::LANGUAGE_PREFERENCE, "$.languagePreference", message))
}

/// The shape of RFC 5646: a language of 2 to 8 letters, then parts of at most 8 letters and digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let sized = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    language.len() >= 2
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && sized(language)
        && parts.all(sized)
}

//! What can be said of a registration once its sessions are over: satisfied or not, and every rule that
//! was broken, by a refusal or by an omission. It refuses nothing.

use serde_json::Value;
use serde_json::json;

use super::progress::Standing;
use super::requirement;
use super::session::Session;
use super::vocabulary;
use super::vocabulary::INITIALIZED;
use super::vocabulary::TERMINATED;

/// The answer to `GET admin/verdict`.
pub fn verdict<'a>(standing: &Standing, sessions: impl Iterator<Item = &'a Session>) -> Value {
    let (mut told, mut problems) = (Vec::new(), Vec::new());
    for session in sessions {
        told.push(summary(session));
        problems.extend(faults(session).into_iter().map(|(requirement, message)| {
            json!({ "session": session.id, "requirement": requirement, "message": message })
        }));
    }
    json!({
        "satisfied": standing.satisfied,
        "completed": standing.completed,
        "passed": standing.passed,
        "moveOn": standing.move_on,
        "sessions": told,
        "problems": problems,
    })
}

fn summary(session: &Session) -> Value {
    let defined = session.progress.sent.iter().filter(|sent| sent.defined);
    let verbs: Vec<&str> = defined.map(|sent| vocabulary::name(&sent.verb)).collect();
    let end = session.progress.end.map(|end| format!("{end:?}").to_lowercase());
    json!({ "session": session.id, "mode": session.terms.mode, "end": end, "verbs": verbs })
}

type Problem = (Option<&'static str>, String);

fn faults(session: &Session) -> Vec<Problem> {
    let refused = session.refused.iter().map(|refusal| (refusal.requirement, refusal.to_string()));
    refused.chain(omissions(session)).chain(times(session)).collect()
}

/// What a session never did.
fn omissions(session: &Session) -> Vec<Problem> {
    let progress = &session.progress;
    let done = [
        (session.fetched > 0, requirement::TOKEN_NOT_FETCHED, "the token was never fetched"),
        (session.fetched < 2, requirement::FETCHED_AGAIN, "the token was fetched more than once"),
        (progress.launch_data_read, requirement::LAUNCH_DATA_NOT_READ, "LMS.LaunchData was never read"),
        (
            progress.preferences_read,
            requirement::PREFERENCES_NOT_READ,
            "cmi5LearnerPreferences was never read",
        ),
        (progress.has(INITIALIZED), requirement::INITIALIZED_MISSING, "« initialized » was never sent"),
        (progress.has(TERMINATED), requirement::TERMINATED_MISSING, "« terminated » was never sent"),
    ];
    let missing = done.into_iter().filter(|(done, ..)| !done);
    missing.map(|(_, requirement, message)| (Some(requirement), message.to_owned())).collect()
}

/// Statements that say that they happened before « initialized » or after « terminated », whatever the
/// order in which they came.
fn times(session: &Session) -> Vec<Problem> {
    let sent = &session.progress.sent;
    let moment = |verb| sent.iter().find(|sent| sent.defined && sent.verb == verb)?.happened;
    let (start, end) = (moment(INITIALIZED), moment(TERMINATED));
    let mut problems = Vec::new();
    for statement in sent {
        let name = vocabulary::name(&statement.verb);
        if statement.happened < start {
            let message = format!("« {name} » says that it happened before « initialized »");
            problems.push((Some(requirement::BEFORE_INITIALIZED), message));
        }
        if end.is_some() && statement.happened > end {
            let message = format!("« {name} » says that it happened after « terminated »");
            problems.push((Some(requirement::AFTER_TERMINATED), message));
        }
    }
    problems
}

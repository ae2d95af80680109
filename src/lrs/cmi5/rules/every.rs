//! Rules of every statement that an AU sends, defined by cmi5 or not. The order of statements is
//! judged elsewhere.

use crate::lrs::Refusal;

use super::Case;
use super::template;
use crate::lrs::cmi5::requirement;
use crate::lrs::cmi5::vocabulary;

pub fn judge(case: &Case<'_>) -> Result<(), Refusal> {
    identity(case)?;
    time(case)?;
    context(case)?;
    template::judge(case)?;
    if case.speaks_for_the_au() && !case.defined() {
        let message = format!("« {} » of the AU carries the cmi5 category", case.verb_name());
        return Err(case.refuse(requirement::CMI5_CATEGORY, ".context.contextActivities.category", message));
    }
    Ok(())
}

fn identity(case: &Case<'_>) -> Result<(), Refusal> {
    if case.statement.id().is_none() {
        return Err(case.refuse(requirement::STATEMENT_ID, ".id", "an AU gives each statement its id"));
    }
    if case.statement.verb() == vocabulary::VOIDED {
        return Err(case.refuse(requirement::VOIDING, ".verb.id", "an AU may not void statements"));
    }
    if case.statement.get("/actor") != Some(&case.terms.actor) {
        let message = "the actor is the one of the launch address, unchanged";
        return Err(case.refuse(requirement::ACTOR, ".actor", message));
    }
    Ok(())
}

fn time(case: &Case<'_>) -> Result<(), Refusal> {
    let Some(timestamp) = case.statement.text("/timestamp") else {
        let message = "every statement of a session says when it happened";
        return Err(case.refuse(requirement::TIMESTAMP, ".timestamp", message));
    };
    let utc = ["Z", "z", "+00:00"].iter().any(|zone| timestamp.ends_with(zone));
    if !utc {
        let message = format!("« {timestamp} » is not in UTC");
        return Err(case.refuse(requirement::TIMESTAMP_UTC, ".timestamp", message));
    }
    Ok(())
}

fn context(case: &Case<'_>) -> Result<(), Refusal> {
    if case.statement.get("/context").is_none() {
        let requirement = if case.speaks_for_the_au() { requirement::CONTEXT } else { requirement::TEMPLATE };
        return Err(case.refuse(requirement, ".context", "there is no context"));
    }
    let registration = case.statement.text("/context/registration");
    if registration.is_none_or(|given| !given.eq_ignore_ascii_case(&case.terms.registration)) {
        let message = format!("the registration is {}", case.terms.registration);
        return Err(case.refuse(requirement::REGISTRATION, ".context.registration", message));
    }
    Ok(())
}

/// The moveOn category stands exactly where moveOn looks.
pub fn move_on_category(case: &Case<'_>) -> Result<(), Refusal> {
    const AT: &str = ".context.contextActivities.category";
    let judged = case.result("success").is_some() || case.result("completion").is_some();
    let wanted = case.defined() && judged;
    match (wanted, case.has_category(vocabulary::MOVE_ON)) {
        (true, false) => {
            let message = "a result with success or completion carries the moveOn category";
            Err(case.refuse(requirement::MOVE_ON_CATEGORY_MISSING, AT, message))
        }
        (false, true) => {
            let message = "only what cmi5 defines, with success or completion, carries the moveOn category";
            Err(case.refuse(requirement::MOVE_ON_CATEGORY_ELSEWHERE, AT, message))
        }
        _ => Ok(()),
    }
}

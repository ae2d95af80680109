//! Rules of the order of statements: in a session, and in a registration across its sessions.

use crate::lrs::Refusal;

use super::Case;
use crate::lrs::cmi5::progress::End;
use crate::lrs::cmi5::progress::Progress;
use crate::lrs::cmi5::progress::Standing;
use crate::lrs::cmi5::requirement;
use crate::lrs::cmi5::vocabulary::COMPLETED;
use crate::lrs::cmi5::vocabulary::FAILED;
use crate::lrs::cmi5::vocabulary::INITIALIZED;
use crate::lrs::cmi5::vocabulary::PASSED;

pub fn judge(case: &Case<'_>, progress: &Progress, standing: &Standing) -> Result<(), Refusal> {
    not_over(case, progress)?;
    started(case, progress)?;
    if case.defined() {
        once_a_session(case, progress)?;
        once_a_registration(case, standing)?;
    }
    Ok(())
}

fn not_over(case: &Case<'_>, progress: &Progress) -> Result<(), Refusal> {
    let (requirement, message) = match progress.end {
        None => return Ok(()),
        Some(End::Terminated) => (requirement::AFTER_TERMINATED, "the session was terminated"),
        Some(End::Abandoned) => (requirement::AFTER_ABANDONED, "the session was abandoned"),
    };
    Err(case.refuse(requirement, "", message))
}

fn started(case: &Case<'_>, progress: &Progress) -> Result<(), Refusal> {
    let initializes = case.defined() && case.statement.verb() == INITIALIZED;
    let (requirement, message) = if !progress.launch_data_read {
        (requirement::LAUNCH_DATA_NOT_READ, "LMS.LaunchData is read before any statement")
    } else if !progress.preferences_read {
        (requirement::PREFERENCES_NOT_READ, "cmi5LearnerPreferences is read before any statement")
    } else if !(initializes || progress.has(INITIALIZED)) {
        (requirement::BEFORE_INITIALIZED, "« initialized » comes first")
    } else {
        return Ok(());
    };
    Err(case.refuse(requirement, "", message))
}

fn once_a_session(case: &Case<'_>, progress: &Progress) -> Result<(), Refusal> {
    let verb = case.statement.verb();
    if progress.has(verb) {
        let message = format!("« {} » was sent in this session", case.verb_name());
        return Err(case.refuse(requirement::VERB_TWICE, ".verb.id", message));
    }
    let other = match verb {
        PASSED => FAILED,
        FAILED => PASSED,
        _ => return Ok(()),
    };
    if progress.has(other) {
        let message = "a session says « passed » or « failed », once";
        return Err(case.refuse(requirement::PASSED_AND_FAILED, ".verb.id", message));
    }
    Ok(())
}

fn once_a_registration(case: &Case<'_>, standing: &Standing) -> Result<(), Refusal> {
    let (requirement, broken) = match case.statement.verb() {
        COMPLETED => (requirement::COMPLETED_AGAIN, standing.completed),
        PASSED => (requirement::PASSED_AGAIN, standing.passed),
        FAILED => (requirement::FAILED_AFTER_PASSED, standing.passed),
        _ => return Ok(()),
    };
    if broken {
        let message = "an earlier session of this registration settled it";
        return Err(case.refuse(requirement, ".verb.id", message));
    }
    Ok(())
}

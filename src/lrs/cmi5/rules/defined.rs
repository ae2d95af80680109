//! Rules of the statements that cmi5 defines, but for their results.

use crate::lrs::Refusal;

use super::Case;
use crate::lrs::cmi5::requirement;
use crate::lrs::cmi5::terms::Mode;
use crate::lrs::cmi5::vocabulary;

pub fn judge(case: &Case<'_>) -> Result<(), Refusal> {
    verb(case)?;
    object(case)?;
    mode(case)
}

fn verb(case: &Case<'_>) -> Result<(), Refusal> {
    if vocabulary::SENT_BY_AU.contains(&case.statement.verb()) {
        return Ok(());
    }
    let message = format!("cmi5 gives an AU no verb « {} »", case.verb_name());
    Err(case.refuse(requirement::VERB, ".verb.id", message))
}

fn object(case: &Case<'_>) -> Result<(), Refusal> {
    let kind = case.statement.text("/object/objectType").unwrap_or("Activity");
    let Some(id) = case.statement.object_id().filter(|_| kind == "Activity") else {
        return Err(case.refuse(requirement::OBJECT, ".object", "the object is the AU"));
    };
    if id != case.terms.activity {
        let message = format!("the object is {}", case.terms.activity);
        return Err(case.refuse(requirement::OBJECT_ID, ".object.id", message));
    }
    Ok(())
}

fn mode(case: &Case<'_>) -> Result<(), Refusal> {
    let requirement = match case.terms.mode {
        Mode::Normal => return Ok(()),
        Mode::Browse => requirement::BROWSE,
        Mode::Review => requirement::REVIEW,
    };
    if [vocabulary::INITIALIZED, vocabulary::TERMINATED].contains(&case.statement.verb()) {
        return Ok(());
    }
    let message = format!("a session in mode {:?} records no « {} »", case.terms.mode, case.verb_name());
    Err(case.refuse(requirement, ".verb.id", message))
}

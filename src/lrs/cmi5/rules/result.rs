//! Rules of the results of statements that cmi5 defines: success, completion, durations, scores and
//! mastery.

use serde_json::Value;

use crate::lrs::Refusal;

use super::Case;
use crate::lrs::cmi5::requirement;
use crate::lrs::cmi5::vocabulary;
use crate::lrs::cmi5::vocabulary::COMPLETED;
use crate::lrs::cmi5::vocabulary::FAILED;
use crate::lrs::cmi5::vocabulary::PASSED;
use crate::lrs::cmi5::vocabulary::TERMINATED;

pub fn judge(case: &Case<'_>) -> Result<(), Refusal> {
    completion(case)?;
    success(case)?;
    duration(case)?;
    score(case)?;
    mastery_extension(case)?;
    mastery(case)
}

fn completion(case: &Case<'_>) -> Result<(), Refusal> {
    const AT: &str = ".result.completion";
    let found = case.result("completion");
    if case.statement.verb() == COMPLETED {
        if found == Some(&Value::Bool(true)) {
            return Ok(());
        }
        let message = "« completed » says completion true";
        return Err(case.refuse(requirement::COMPLETION_OF_COMPLETED, AT, message));
    }
    absent(case, found, requirement::COMPLETION_ELSEWHERE, AT)
}

fn success(case: &Case<'_>) -> Result<(), Refusal> {
    const AT: &str = ".result.success";
    let found = case.result("success");
    let (requirement, expected) = match case.statement.verb() {
        PASSED => (requirement::SUCCESS_OF_PASSED, true),
        FAILED => (requirement::SUCCESS_OF_FAILED, false),
        _ => return absent(case, found, requirement::SUCCESS_ELSEWHERE, AT),
    };
    if found == Some(&Value::Bool(expected)) {
        return Ok(());
    }
    Err(case.refuse(requirement, AT, format!("« {} » says success {expected}", case.verb_name())))
}

fn absent(
    case: &Case<'_>,
    found: Option<&Value>,
    requirement: &'static str,
    at: &str,
) -> Result<(), Refusal> {
    if found.is_none() {
        return Ok(());
    }
    Err(case.refuse(requirement, at, format!("« {} » does not say this", case.verb_name())))
}

fn duration(case: &Case<'_>) -> Result<(), Refusal> {
    let requirement = match case.statement.verb() {
        TERMINATED => requirement::DURATION_OF_TERMINATED,
        COMPLETED => requirement::DURATION_OF_COMPLETED,
        PASSED => requirement::DURATION_OF_PASSED,
        FAILED => requirement::DURATION_OF_FAILED,
        _ => return Ok(()),
    };
    if case.result("duration").is_some() {
        return Ok(());
    }
    let message = format!("« {} » says how long it took", case.verb_name());
    Err(case.refuse(requirement, ".result.duration", message))
}

fn judged(case: &Case<'_>) -> bool {
    [PASSED, FAILED].contains(&case.statement.verb())
}

fn number(case: &Case<'_>, field: &str) -> Option<f64> {
    case.result("score")?.get(field)?.as_f64()
}

fn score(case: &Case<'_>) -> Result<(), Refusal> {
    if !judged(case) {
        return absent(case, case.result("score"), requirement::SCORE_ELSEWHERE, ".result.score");
    }
    let bound = |name| number(case, name).is_none();
    if number(case, "raw").is_some() && (bound("min") || bound("max")) {
        let message = "a raw score comes with its min and max";
        return Err(case.refuse(requirement::RAW_WITHOUT_BOUNDS, ".result.score", message));
    }
    if number(case, "scaled").is_some_and(|scaled| !(0.0..=1.0).contains(&scaled)) {
        let message = "masteryScore goes from 0 to 1, and the score that it judges too";
        return Err(case.refuse(requirement::SCORE_AND_MASTERY, ".result.score.scaled", message));
    }
    Ok(())
}

/// The extension says the mastery score of the LMS, and nothing else, wherever a score was judged.
fn mastery_extension(case: &Case<'_>) -> Result<(), Refusal> {
    let pointer = case.statement.get("/context/extensions");
    let found = pointer.and_then(|extensions| extensions.get(vocabulary::MASTERY_SCORE));
    let wanted = judged(case) && case.result("score").is_some();
    let right = match (found, case.terms.mastery) {
        (Some(found), Some(mastery)) => found.as_f64() == Some(mastery),
        (Some(_), None) => false,
        (None, mastery) => !wanted || mastery.is_none(),
    };
    if right {
        return Ok(());
    }
    let message = match case.terms.mastery {
        Some(mastery) => format!("the mastery score of the LMS is {mastery}"),
        None => "the LMS gives no mastery score".to_owned(),
    };
    let at = format!(".context.extensions['{}']", vocabulary::MASTERY_SCORE);
    Err(case.refuse(requirement::MASTERY_EXTENSION, &at, message))
}

fn mastery(case: &Case<'_>) -> Result<(), Refusal> {
    let Some(mastery) = case.terms.mastery.filter(|_| judged(case)) else { return Ok(()) };
    let passed = case.statement.verb() == PASSED;
    let (value, requirement) = match number(case, "scaled") {
        Some(scaled) if passed => (scaled, requirement::PASSED_BELOW_MASTERY),
        Some(scaled) => (scaled, requirement::FAILED_AT_MASTERY),
        None => match from_raw(case) {
            Some(scaled) => (scaled, requirement::SCORE_AND_MASTERY),
            None => return Ok(()),
        },
    };
    if passed == (value >= mastery) {
        return Ok(());
    }
    let message = format!("« {} » with {value}, where the mastery score is {mastery}", case.verb_name());
    Err(case.refuse(requirement, ".result.score", message))
}

/// The scaled score that raw, min and max mean.
fn from_raw(case: &Case<'_>) -> Option<f64> {
    let (raw, min, max) = (number(case, "raw")?, number(case, "min")?, number(case, "max")?);
    (max > min).then(|| (raw - min) / (max - min))
}

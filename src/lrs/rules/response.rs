//! Texts of answers and of right answers, by type of question (xAPI 1.0.3 Data, appendix C). It
//! compares no answer with a right one.

use std::collections::BTreeSet;

use crate::lrs::rules::scalar;
use crate::lrs::rules::scalar::Verdict;

/// Which of the two writings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// What a learner answered.
    Answer,
    /// What is right.
    Pattern,
}

/// Ids that an answer may name; `None` where the definition has no list.
#[derive(Debug, Clone, Default)]
pub struct Lists<'a> {
    /// Choices, scale, sources or steps.
    pub first: Option<BTreeSet<&'a str>>,
    /// Targets.
    pub second: Option<BTreeSet<&'a str>>,
}

const UNKNOWN: &str = "it names a component that is not in the list";

/// Judges an answer or a pattern to a question of type `kind`.
pub fn judge(text: &str, kind: &str, form: Form, known: Lists<'_>) -> Verdict {
    // A learner may leave any question without an answer.
    if text.is_empty() && form == Form::Answer {
        return Ok(());
    }
    match kind {
        "true-false" => ensure(["true", "false"].contains(&text), "it is true or false"),
        "choice" | "sequencing" => items(text, &known),
        "likert" => ensure(listed(known.first.as_ref(), text), UNKNOWN),
        "matching" => pairs(text, |source, target| {
            ensure(listed(known.first.as_ref(), source) && listed(known.second.as_ref(), target), UNKNOWN)
        }),
        "performance" => performance(text, form, &known),
        "numeric" => numeric(text, form),
        "fill-in" | "long-fill-in" => fill_in(text, form),
        _ => Ok(()),
    }
}

fn ensure(right: bool, why: &'static str) -> Verdict {
    if right { Ok(()) } else { Err(why) }
}

fn listed(list: Option<&BTreeSet<&str>>, id: &str) -> bool {
    !id.is_empty() && list.is_none_or(|list| list.contains(id))
}

fn items(text: &str, known: &Lists<'_>) -> Verdict {
    let mut seen = BTreeSet::new();
    for id in text.split("[,]") {
        ensure(listed(known.first.as_ref(), id), UNKNOWN)?;
        ensure(seen.insert(id), "it names the same component twice")?;
    }
    Ok(())
}

fn pairs(text: &str, rule: impl Fn(&str, &str) -> Verdict) -> Verdict {
    for pair in text.split("[,]") {
        let (left, right) = pair.split_once("[.]").ok_or("it reads like a[.]b[,]c[.]d")?;
        rule(left, right)?;
    }
    Ok(())
}

fn performance(text: &str, form: Form, known: &Lists<'_>) -> Verdict {
    let text = if form == Form::Pattern { settings(text, &["order_matters"])? } else { text };
    pairs(text, |step, value| {
        ensure(listed(known.first.as_ref(), step), UNKNOWN)?;
        if form == Form::Pattern && value.contains("[:]") { numeric(value, form) } else { Ok(()) }
    })
}

/// A number, or in a pattern a range that may be open at one end.
fn numeric(text: &str, form: Form) -> Verdict {
    const FORM: &str = "it is a number with a point";
    let Some((low, high)) = text.split_once("[:]").filter(|_| form == Form::Pattern) else {
        return number(text).map(drop).ok_or(FORM);
    };
    let end = |text: &str| if text.is_empty() { Ok(None) } else { number(text).map(Some).ok_or(FORM) };
    let (low, high) = (end(low)?, end(high)?);
    ensure(low.is_some() || high.is_some(), "the range has no end")?;
    ensure(low.zip(high).is_none_or(|(low, high)| low <= high), "the range ends before it starts")
}

fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    text.parse().ok().filter(|_| plain)
}

fn fill_in(text: &str, form: Form) -> Verdict {
    let text = if form == Form::Pattern { settings(text, &["case_matters", "order_matters"])? } else { text };
    for item in text.split("[,]") {
        let Some((tag, _)) = item.strip_prefix("{lang=").and_then(|rest| rest.split_once('}')) else {
            continue;
        };
        scalar::language(tag)?;
    }
    Ok(())
}

/// What follows the settings `{name=true}` at the start of a pattern.
fn settings<'a>(mut text: &'a str, names: &[&str]) -> Result<&'a str, &'static str> {
    for name in names.iter().chain(names) {
        let setting = text.strip_prefix('{').and_then(|rest| rest.strip_prefix(name)?.strip_prefix('='));
        let Some((value, rest)) = setting.and_then(|setting| setting.split_once('}')) else { continue };
        ensure(["true", "false"].contains(&value), "a setting of a pattern is true or false")?;
        text = rest;
    }
    Ok(text)
}

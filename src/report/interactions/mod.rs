//! The dictionary of interactions: what each identifier that a platform stores stands for.
//!
//! The player names and reports interactions (player/src/core/records.ts, lms/formats.ts and
//! lms/xapi/activities.ts); a test holds this against the data that it reads.

mod csv;
mod json;
mod pattern;

#[cfg(test)]
mod tests;

use crate::model::BankId;
use crate::model::Blank;
use crate::model::Interaction;
use crate::model::Module;
use crate::model::Page;
use crate::model::Question;
use crate::model::QuestionId;
use crate::model::plain_text;

pub use csv::csv;
pub use json::json;

/// Where a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Used {
    /// On a page: each try is recorded as `p1`, `p2`…
    Practice,
    /// In the assessment: each attempt is recorded as `1`, `2`…
    Graded,
}

/// The page that a question stands on, or the bank that it is drawn from.
#[derive(Debug, Clone, Copy)]
pub enum Place<'a> {
    Page(&'a Page),
    Bank(&'a BankId),
}

/// One interaction, which a platform stores once for each try.
#[derive(Debug, Clone)]
pub struct Record<'a> {
    /// The identifier without its last part, `production-cuve_0`.
    pub stem: String,
    pub used: Used,
    pub question: &'a Question,
    /// The blank, where a question has several, each recorded apart.
    pub blank: Option<&'a Blank>,
    pub place: Place<'a>,
    /// Its share of the question's points.
    pub points: f64,
    /// What SCORM 1.2 records as right, each of them alone enough.
    pub scorm12: Vec<String>,
    /// The same in xAPI; empty when the standard cannot say all that is accepted.
    pub xapi: Vec<String>,
}

/// What the learner can choose, order or match, as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub id: String,
    pub text: String,
}

impl Record<'_> {
    /// The identifier of the first try or attempt.
    pub fn first(&self) -> String {
        let attempt = match self.used {
            Used::Practice => "p1",
            Used::Graded => "1",
        };
        format!("{}_{attempt}", self.stem)
    }
}

/// Every interaction that a platform may store, sorted by identifier.
pub fn records(module: &Module) -> Vec<Record<'_>> {
    let mut records: Vec<Record> = practice(module).into_iter().chain(graded(module)).collect();
    records.sort_by(|a, b| (&a.stem, a.used).cmp(&(&b.stem, b.used)));
    records
}

fn practice(module: &Module) -> Vec<Record<'_>> {
    let mut seen: Vec<&QuestionId> = Vec::new();
    let mut out = Vec::new();
    for page in &module.pages {
        for id in &page.questions {
            if !seen.contains(&id) {
                seen.push(id);
                out.extend(of(module, id, Used::Practice, Place::Page(page)));
            }
        }
    }
    out
}

fn graded(module: &Module) -> Vec<Record<'_>> {
    let mut seen: Vec<&QuestionId> = Vec::new();
    let mut out = Vec::new();
    for draw in module.assessment.iter().flat_map(|assessment| &assessment.draws) {
        for id in &draw.pool {
            if !seen.contains(&id) {
                seen.push(id);
                out.extend(of(module, id, Used::Graded, Place::Bank(&draw.bank)));
            }
        }
    }
    out
}

fn of<'a>(module: &'a Module, id: &QuestionId, used: Used, place: Place<'a>) -> Vec<Record<'a>> {
    let question = module.questions.get(id).expect("the checker resolves every question");
    let record = |stem: String, blank: Option<&'a Blank>, share: usize, scorm12: Vec<String>| Record {
        stem,
        used,
        question,
        blank,
        place,
        points: f64::from(question.points) / share as f64,
        scorm12,
        xapi: pattern::xapi(&question.interaction),
    };
    match &question.interaction {
        // Variant 0: questions without variables have one.
        Interaction::FillIn { blanks } if blanks.len() > 1 => {
            let one = |blank: &'a Blank| {
                let stem = format!("{id}_{}_0", blank.name);
                record(stem, Some(blank), blanks.len(), blank.answers.clone())
            };
            blanks.iter().map(one).collect()
        }
        other => vec![record(format!("{id}_0"), None, 1, pattern::scorm12(other))],
    }
}

/// What can be chosen, ordered or matched; sources of a matching question.
pub fn choices(interaction: &Interaction) -> Vec<Choice> {
    match interaction {
        Interaction::Choice(choice) => {
            let option = |o: &crate::model::ChoiceOption| Choice {
                id: o.letter.as_char().to_string(),
                text: o.text.plain(),
            };
            choice.options.iter().map(option).collect()
        }
        Interaction::Matching(matching) => matching.pairs.iter().map(|pair| item(&pair.source)).collect(),
        Interaction::Sequencing { items } => items.iter().map(item).collect(),
        _ => Vec::new(),
    }
}

/// Targets of a matching question.
pub fn targets(interaction: &Interaction) -> Vec<Choice> {
    let target = |item: &crate::model::Item| Choice {
        id: item.letter.number().to_string(),
        text: plain_text(&item.text),
    };
    match interaction {
        Interaction::Matching(matching) => matching.targets.iter().map(target).collect(),
        _ => Vec::new(),
    }
}

fn item(item: &crate::model::Item) -> Choice {
    Choice { id: item.letter.as_char().to_string(), text: plain_text(&item.text) }
}

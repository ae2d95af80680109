//! The rules of a statement in a session, in the order in which they are told. It stores nothing: what
//! a right statement changes is written into the progress that it is given.

mod defined;
mod every;
mod order;
mod result;
mod template;

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::Statement;
use crate::lrs::moment;

use super::progress::End;
use super::progress::Progress;
use super::progress::Sent;
use super::progress::Standing;
use super::terms::Terms;
use super::terms::elements;
use super::vocabulary;

/// A statement where it stands in what was sent.
pub struct Case<'a> {
    terms: &'a Terms,
    statement: &'a Statement,
    place: &'a str,
}

impl<'a> Case<'a> {
    /// A statement sent in a session.
    pub fn new(terms: &'a Terms, statement: &'a Statement, place: &'a str) -> Self {
        Self { terms, statement, place }
    }

    /// Judges it and, if it is right, notes it.
    pub fn judge(&self, progress: &mut Progress, standing: &mut Standing) -> Result<(), Refusal> {
        // A retry keeps its id: the store compares it with what it holds and answers.
        if self.statement.id().is_some_and(|id| progress.ids.contains(&id)) {
            return Ok(());
        }
        every::judge(self)?;
        if self.defined() {
            defined::judge(self)?;
            result::judge(self)?;
        }
        every::move_on_category(self)?;
        order::judge(self, progress, standing)?;
        self.note(progress, standing);
        Ok(())
    }

    fn note(&self, progress: &mut Progress, standing: &mut Standing) {
        let (verb, defined) = (self.statement.verb(), self.defined());
        let happened = self.statement.text("/timestamp").and_then(|text| moment::parse(text).ok());
        progress.ids.extend(self.statement.id());
        progress.sent.push(Sent { verb: verb.to_owned(), defined, happened });
        if defined {
            standing.completed |= verb == vocabulary::COMPLETED;
            standing.passed |= verb == vocabulary::PASSED;
            if verb == vocabulary::TERMINATED {
                progress.end = Some(End::Terminated);
            }
        }
    }

    /// Whether cmi5 defines it: its category says so.
    fn defined(&self) -> bool {
        self.has_category(vocabulary::CMI5)
    }

    /// Whether it is about the AU, with a verb of which cmi5 says how to use it.
    fn speaks_for_the_au(&self) -> bool {
        vocabulary::SENT_BY_AU.contains(&self.statement.verb())
            && self.statement.object_id() == Some(self.terms.activity.as_str())
    }

    fn has_category(&self, id: &str) -> bool {
        let listed = self.statement.get("/context/contextActivities/category");
        listed.is_some_and(|list| elements(list).iter().any(|activity| activity["id"] == id))
    }

    fn verb_name(&self) -> &str {
        vocabulary::name(self.statement.verb())
    }

    fn result(&self, field: &str) -> Option<&Value> {
        self.statement.get("/result")?.get(field)
    }

    /// A refusal at a place of this statement.
    fn refuse(&self, requirement: &'static str, at: &str, message: impl Into<String>) -> Refusal {
        Refusal::cmi5(requirement, format!("{}{at}", self.place), message)
    }
}

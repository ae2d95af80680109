//! What a version takes away from learners who began with an earlier one; it knows no draft and no place.

use std::collections::BTreeSet;

use crate::diag::Code;
use crate::diag::closest;
use crate::lock::words;
use crate::lock::words::Said;
use crate::lock::words::Side;
use crate::model::PageId;
use crate::model::QuestionId;
use crate::model::Release;
use crate::model::ReleasedPart;
use crate::model::ReleasedQuestion;

/// Something of the learners' that a new version would not take up.
#[derive(Debug, Clone)]
pub struct Loss {
    /// FIL2013, FIL2014 or FIL2015.
    pub code: Code,
    /// What was released, as its line of filiere.lock begins.
    pub line: String,
    /// What of the new version it is about.
    pub about: About,
    /// What would be lost, and how to keep it.
    pub said: Said,
}

/// What of a new version a loss is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// This page, which probably was called otherwise.
    Page(String),
    /// This objective, likewise.
    Objective(String),
    /// This question.
    Question(String),
    /// Nothing that the new version has.
    Nothing,
}

/// What `now` lost since `old`; empty: it can take its place.
pub fn losses(now: &Release, old: &Release) -> Vec<Loss> {
    let mut losses = Losses { now, old, found: Vec::new() };
    losses.pages();
    losses.objectives();
    losses.questions();
    losses.found
}

struct Losses<'a> {
    now: &'a Release,
    old: &'a Release,
    found: Vec<Loss>,
}

impl Losses<'_> {
    fn push(&mut self, code: Code, about: About, line: String, said: Said) {
        self.found.push(Loss { code, line, about, said });
    }

    fn pages(&mut self) {
        let gone: Vec<_> = self.old.pages.iter().filter(|id| !self.now.pages.contains(id)).collect();
        let new = self.now.pages.iter().filter(|id| !self.old.pages.contains(id));
        let new: Vec<&str> = new.map(PageId::as_str).collect();
        for id in &gone {
            let near = successor(id.as_str(), gone.len(), &new);
            let about = near.map_or(About::Nothing, |near| About::Page(near.to_owned()));
            self.push(Code::FIL2013, about, format!("page {id}"), words::page(id.as_str(), near));
        }
    }

    fn objectives(&mut self) {
        let gone: Vec<_> =
            self.old.objectives.iter().filter(|id| !self.now.objectives.contains(id)).collect();
        let new = self.now.objectives.iter().filter(|id| !self.old.objectives.contains(id));
        let new: Vec<&str> = new.map(|id| id.as_str()).collect();
        for id in &gone {
            let near = successor(id.as_str(), gone.len(), &new);
            let about = near.map_or(About::Nothing, |near| About::Objective(near.to_owned()));
            self.push(Code::FIL2013, about, format!("objective {id}"), words::objective(id.as_str(), near));
        }
        if self.old.rated && !self.now.rated && !self.now.objectives.is_empty() {
            self.push(Code::FIL2013, About::Nothing, "rated".to_owned(), words::unrated());
        }
    }

    fn questions(&mut self) {
        for (id, old) in &self.old.questions {
            let line = format!("question {id}");
            match self.now.questions.get(id) {
                None => {
                    let near = self.renamed(old).or_else(|| closest(id.as_str(), self.new_questions()));
                    let about = near.map_or(About::Nothing, |near| About::Question(near.to_owned()));
                    let said = words::question(id.as_str(), near, self.is_practice(id));
                    self.push(Code::FIL2013, about, line, said);
                }
                Some(now) if now.kind != old.kind => {
                    let about = About::Question(id.to_string());
                    self.push(Code::FIL2015, about, line, words::kind(id.as_str(), &old.kind, &now.kind));
                }
                Some(now) => {
                    self.moved(id);
                    self.parts(id, now, old);
                }
            }
        }
    }

    fn is_practice(&self, id: &QuestionId) -> bool {
        self.old.practice.contains(id)
    }

    fn new_questions(&self) -> impl Iterator<Item = &str> {
        let new = self.now.questions.keys().filter(|id| !self.old.questions.contains_key(id));
        new.map(QuestionId::as_str)
    }

    /// The new question that asks the same thing.
    fn renamed(&self, old: &ReleasedQuestion) -> Option<&str> {
        let same = |id: &&QuestionId| {
            let now = &self.now.questions[*id];
            now.kind == old.kind && now.prompt == old.prompt && !self.old.questions.contains_key(id)
        };
        self.now.questions.keys().find(same).map(QuestionId::as_str)
    }

    /// A question that left the pages or the assessment, but not the module.
    fn moved(&mut self, id: &QuestionId) {
        let drawn = |release: &Release| release.draws.iter().any(|draw| draw.pool.contains(id));
        let left_pages = self.is_practice(id) && !self.now.practice.contains(id);
        let left_draws = drawn(self.old) && !drawn(self.now);
        if left_pages || left_draws {
            let about = About::Question(id.to_string());
            self.push(Code::FIL2013, about, format!("question {id}"), words::moved(id.as_str(), left_pages));
        }
    }

    fn parts(&mut self, id: &QuestionId, now: &ReleasedQuestion, old: &ReleasedQuestion) {
        let gone = missing(&old.parts, &now.parts).map(|part| (Side::Part, part));
        let gone: Vec<_> =
            gone.chain(missing(&old.targets, &now.targets).map(|t| (Side::Target, t))).collect();
        for (side, part) in &gone {
            let about = About::Question(id.to_string());
            let line = format!("{} {id} {}", side.word(), part.name);
            self.push(Code::FIL2014, about, line, words::part(id.as_str(), &old.kind, *side, part));
        }
        if let Some(said) = words::asked_otherwise(id.as_str(), old.layout, now.layout) {
            let about = About::Question(id.to_string());
            self.push(Code::FIL2015, about, format!("question {id}"), said);
        }
        // An order of fewer items says nothing of more.
        if gone.is_empty() && old.kind == "sequencing" && now.parts.len() > old.parts.len() {
            let about = About::Question(id.to_string());
            self.push(Code::FIL2014, about, format!("question {id}"), words::longer(id.as_str()));
        }
    }
}

/// Parts of `old` whose letter or name `now` lacks.
fn missing<'a>(
    old: &'a [ReleasedPart],
    now: &'a [ReleasedPart],
) -> impl Iterator<Item = &'a ReleasedPart> + 'a {
    let names: BTreeSet<&str> = now.iter().map(|part| part.name.as_str()).collect();
    old.iter().filter(move |part| !names.contains(part.name.as_str()))
}

/// What a lost id probably became: the one that is written like it, or the only new one when it is
/// the only one lost.
fn successor<'a>(id: &str, gone: usize, new: &[&'a str]) -> Option<&'a str> {
    let only = || if let ([one], 1) = (new, gone) { Some(*one) } else { None };
    closest(id, new.iter().copied()).or_else(only)
}

//! What a new version takes away from learners who began with the last released one.

use std::collections::BTreeSet;

use crate::check::lock::places;
use crate::check::lock::words;
use crate::check::lock::words::Side;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::closest;
use crate::lock::Entry;
use crate::model::PageId;
use crate::model::QuestionId;
use crate::model::Release;
use crate::model::ReleasedPart;
use crate::model::ReleasedQuestion;
use crate::source::ModuleDraft;
use crate::text;

/// What becomes of a version that loses released identifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IdChange {
    /// It is refused.
    #[default]
    Refused,
    /// It is told, and goes on (`--allow-id-change`).
    Allowed,
}

/// FIL2013 to FIL2015, or FIL2017 when changes are allowed: what `now` lost since `last`.
pub fn lost(now: &Release, last: &Entry, draft: &ModuleDraft, ids: IdChange, sink: &mut Sink) {
    let mut losses = Losses { now, old: &last.release, last, draft, ids, sink };
    losses.pages();
    losses.objectives();
    losses.questions();
}

/// FIL2016: `now` is the version of `last`, but not as it was released.
pub fn same_version(now: &Release, last: &Entry, draft: &ModuleDraft, sink: &mut Sink) {
    let mut promised = last.release.clone();
    if promised.iri.is_empty() {
        promised.iri.clone_from(&now.iri);
    }
    if now.version != promised.version || *now == promised {
        return;
    }
    let version = &now.version;
    let message = text! {
        fr: "la version {version} est déjà publiée, avec d'autres identifiants, options ou questions",
        en: "version {version} is already released, with other identifiers, options or questions",
    };
    let at = places::version(draft).unwrap_or(last.head);
    let found = Diagnostic::new(Code::FIL2016, at, message);
    sink.push(found.related(last.head, words::released(version)).hint(text! {
        fr: "donnez un numéro plus grand à version, et sa date à date",
        en: "give version a higher number, and date its date",
    }));
}

struct Losses<'a> {
    now: &'a Release,
    old: &'a Release,
    last: &'a Entry,
    draft: &'a ModuleDraft,
    ids: IdChange,
    sink: &'a mut Sink,
}

impl Losses<'_> {
    fn push(&mut self, code: Code, at: Option<Span>, line: &str, said: words::Said) {
        let code = match self.ids {
            IdChange::Refused => code,
            IdChange::Allowed => Code::FIL2017,
        };
        let released = self.last.place(line);
        let words::Said { message, hints } = said;
        let mut found = Diagnostic::new(code, at.unwrap_or(released), message);
        if at.is_some() {
            found = found.related(released, words::released(&self.old.version));
        }
        self.sink.push(hints.into_iter().fold(found, Diagnostic::hint));
    }

    fn pages(&mut self) {
        let gone: Vec<_> = self.old.pages.iter().filter(|id| !self.now.pages.contains(id)).collect();
        let new = self.now.pages.iter().filter(|id| !self.old.pages.contains(id));
        let new: Vec<&str> = new.map(PageId::as_str).collect();
        for id in &gone {
            let near = successor(id.as_str(), gone.len(), &new);
            let at = near.and_then(|near| places::page(self.draft, near));
            self.push(Code::FIL2013, at, &format!("page {id}"), words::page(id.as_str(), near));
        }
    }

    fn objectives(&mut self) {
        let gone: Vec<_> =
            self.old.objectives.iter().filter(|id| !self.now.objectives.contains(id)).collect();
        let new = self.now.objectives.iter().filter(|id| !self.old.objectives.contains(id));
        let new: Vec<&str> = new.map(|id| id.as_str()).collect();
        for id in &gone {
            let near = successor(id.as_str(), gone.len(), &new);
            let at = near.and_then(|near| places::objective(self.draft, near));
            self.push(Code::FIL2013, at, &format!("objective {id}"), words::objective(id.as_str(), near));
        }
        if self.old.rated && !self.now.rated && !self.now.objectives.is_empty() {
            self.push(Code::FIL2013, None, "rated", words::unrated());
        }
    }

    fn questions(&mut self) {
        for (id, old) in &self.old.questions {
            let line = format!("question {id}");
            match self.now.questions.get(id) {
                None => {
                    let near = self.renamed(old).or_else(|| closest(id.as_str(), self.new_questions()));
                    let at = near.and_then(|near| places::question(self.draft, near));
                    let said = words::question(id.as_str(), near, self.is_practice(id));
                    self.push(Code::FIL2013, at, &line, said);
                }
                Some(now) if now.kind != old.kind => {
                    let at = places::question(self.draft, id.as_str());
                    self.push(Code::FIL2015, at, &line, words::kind(id.as_str(), &old.kind, &now.kind));
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
            let at = places::question(self.draft, id.as_str());
            self.push(Code::FIL2013, at, &format!("question {id}"), words::moved(id.as_str(), left_pages));
        }
    }

    fn parts(&mut self, id: &QuestionId, now: &ReleasedQuestion, old: &ReleasedQuestion) {
        let gone = missing(&old.parts, &now.parts).map(|part| (Side::Part, part));
        let gone: Vec<_> =
            gone.chain(missing(&old.targets, &now.targets).map(|t| (Side::Target, t))).collect();
        for (side, part) in &gone {
            let at = places::question(self.draft, id.as_str());
            let line = format!("{} {id} {}", side.word(), part.name);
            self.push(Code::FIL2014, at, &line, words::part(id.as_str(), &old.kind, *side, part));
        }
        if let Some(said) = words::asked_otherwise(id.as_str(), old.layout, now.layout) {
            let at = places::question(self.draft, id.as_str());
            self.push(Code::FIL2015, at, &format!("question {id}"), said);
        }
        // An order of fewer items says nothing of more.
        if gone.is_empty() && old.kind == "sequencing" && now.parts.len() > old.parts.len() {
            let at = places::question(self.draft, id.as_str());
            self.push(Code::FIL2014, at, &format!("question {id}"), words::longer(id.as_str()));
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

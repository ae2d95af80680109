//! What every part of the guide needs to know about the whole module: words, writer, numbers.

use std::collections::BTreeMap;

use crate::model::Module;
use crate::model::ObjectiveId;
use crate::model::Question;
use crate::model::QuestionId;
use crate::render::Words;
use crate::report::guide::prose::Writer;
use crate::report::guide::questions;
use crate::report::guide::view;

/// The module with its numbers and words.
pub struct Context<'a> {
    pub module: &'a Module,
    pub words: &'a Words,
    pub writer: Writer<'a>,
    /// Number from 1 and page from 0 of each question on a page.
    pub practice: BTreeMap<&'a QuestionId, (usize, usize)>,
    /// Number from 1 of each question that can be drawn.
    pub graded: BTreeMap<&'a QuestionId, usize>,
}

impl<'a> Context<'a> {
    /// Numbers the questions in the order in which the guide shows them.
    pub fn new(module: &'a Module, words: &'a Words) -> Self {
        let mut practice = BTreeMap::new();
        for (at, page) in module.pages.iter().enumerate() {
            for id in &page.questions {
                let next = practice.len() + 1;
                practice.entry(id).or_insert((next, at));
            }
        }
        let mut graded = BTreeMap::new();
        let draws = module.assessment.iter().flat_map(|assessment| &assessment.draws);
        for id in draws.flat_map(|draw| &draw.pool) {
            let next = graded.len() + 1;
            graded.entry(id).or_insert(next);
        }
        Self { module, words, writer: Writer::new(module, words), practice, graded }
    }

    /// The question `id`.
    pub fn question(&self, id: &QuestionId) -> &'a Question {
        self.module.questions.get(id).expect("the checker resolves every question")
    }

    /// The objective's place in the list, from 1.
    pub fn objective_number(&self, id: &ObjectiveId) -> Option<usize> {
        self.module.objectives.iter().position(|objective| objective.id == *id).map(|at| at + 1)
    }

    /// « Exercice 3 », which leads to it.
    pub fn practice_link(&self, id: &QuestionId) -> view::Link {
        let number = self.practice.get(id).map_or(0, |(number, _)| *number).to_string();
        view::Link { to: format!("p-{id}"), text: self.words.fill("guide.practice", &[("n", &number)]) }
    }

    /// « Question 12 », which leads to it.
    pub fn graded_link(&self, id: &QuestionId) -> view::Link {
        let number = self.graded.get(id).copied().unwrap_or(0).to_string();
        view::Link { to: format!("e-{id}"), text: self.words.fill("question.n", &[("n", &number)]) }
    }

    /// A question on a page.
    pub fn practice_question(&self, id: &QuestionId) -> view::Question {
        let view::Link { to, text } = self.practice_link(id);
        questions::question(self, to, text, self.question(id))
    }

    /// A question that can be drawn.
    pub fn graded_question(&self, id: &QuestionId) -> view::Question {
        let view::Link { to, text } = self.graded_link(id);
        questions::question(self, to, text, self.question(id))
    }
}

//! What every part of a page needs to know about the whole module; it writes nothing.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::model::Asset;
use crate::model::AssetContent;
use crate::model::Interaction;
use crate::model::Module;
use crate::model::Question;
use crate::model::QuestionId;
use crate::model::ReferenceId;
use crate::render::templates;
use crate::render::templates::Templates;
use crate::render::words::Words;

/// The module with its numbers and words.
pub struct Context<'a> {
    pub module: &'a Module,
    pub words: Words,
    pub templates: Templates,
    /// Figures and captioned tables numbered so far, over the whole module.
    figures: Cell<usize>,
    tables: Cell<usize>,
    questions: BTreeMap<&'a QuestionId, usize>,
    references: BTreeMap<&'a ReferenceId, usize>,
    assets: BTreeMap<&'a str, &'a Asset>,
}

impl<'a> Context<'a> {
    /// Numbers the questions of pages and the references in their order.
    pub fn new(module: &'a Module) -> Self {
        let placed = module.pages.iter().flat_map(|page| &page.questions);
        Self {
            module,
            words: Words::new(module.language.is_french()),
            templates: Templates::new(templates::PAGES),
            figures: Cell::new(0),
            tables: Cell::new(0),
            questions: placed.enumerate().map(|(at, id)| (id, at + 1)).collect(),
            references: module.references.iter().enumerate().map(|(at, r)| (&r.id, at + 1)).collect(),
            assets: module.assets.iter().map(|a| (a.source.as_str(), a)).collect(),
        }
    }

    /// How the questions that can be asked, on pages or in the assessment, are answered.
    pub fn asked(&self) -> Vec<&'a Interaction> {
        let placed = self.module.pages.iter().flat_map(|page| &page.questions);
        let drawn = self.module.assessment.iter().flat_map(|a| &a.draws).flat_map(|d| &d.pool);
        placed.chain(drawn).map(|id| &self.question(id).interaction).collect()
    }

    /// Number of the next figure.
    pub fn next_figure(&self) -> usize {
        self.figures.set(self.figures.get() + 1);
        self.figures.get()
    }

    /// Number of the next captioned table.
    pub fn next_table(&self) -> usize {
        self.tables.set(self.tables.get() + 1);
        self.tables.get()
    }

    /// Number of a practice question in the module, from 1.
    pub fn question_number(&self, id: &QuestionId) -> usize {
        self.questions.get(id).copied().unwrap_or(0)
    }

    /// Number of a reference in the list, from 1.
    pub fn reference_number(&self, id: &ReferenceId) -> usize {
        *self.references.get(id).expect("the checker resolves every citation")
    }

    /// The question `id`.
    pub fn question(&self, id: &QuestionId) -> &'a Question {
        self.module.questions.get(id).expect("the checker resolves every question")
    }

    /// Path in the package of the asset that the author calls `source`.
    pub fn asset(&self, source: &str) -> &'a Asset {
        self.assets.get(source).expect("the checker resolves every file")
    }

    /// Words of the objective's place in the list, from 1.
    pub fn objective_number(&self, id: &crate::model::ObjectiveId) -> Option<usize> {
        self.module.objectives.iter().position(|o| o.id == *id).map(|at| at + 1)
    }
}

/// Bytes of an asset.
pub fn length(asset: &Asset) -> u64 {
    match &asset.content {
        AssetContent::Bytes(bytes) => bytes.len() as u64,
        AssetContent::File { length, .. } => *length,
    }
}

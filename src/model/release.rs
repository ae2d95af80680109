//! What a released version promised to learners: identifiers, letters of options, how states are packed.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::model::BankId;
use crate::model::LangTag;
use crate::model::ModuleId;
use crate::model::ObjectiveId;
use crate::model::PageId;
use crate::model::QuestionId;

/// A version of a module in one language, as it was released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub module: ModuleId,
    /// `1.0.0`
    pub version: String,
    pub language: LangTag,
    /// What the addresses of modules begin with; empty in a section that was written before it was kept.
    pub iri: String,
    /// SHA-256 of its packages by target; none in a section that `filiere lock` alone wrote.
    pub packages: BTreeMap<String, String>,
    /// Hash of its state schema, 6 characters.
    pub state: String,
    /// In their order.
    pub pages: Vec<PageId>,
    pub objectives: Vec<ObjectiveId>,
    /// Whether a page asks for a self-assessment of the objectives.
    pub rated: bool,
    /// Questions on pages, in their order.
    pub practice: Vec<QuestionId>,
    /// Whether each attempt had its own order of questions.
    pub shuffled: bool,
    pub draws: Vec<ReleasedDraw>,
    pub questions: BTreeMap<QuestionId, ReleasedQuestion>,
}

/// A draw of a released assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedDraw {
    pub bank: BankId,
    pub take: usize,
    pub pool: Vec<QuestionId>,
}

/// A question as it was released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedQuestion {
    /// `choice`, `true-false`…
    pub kind: String,
    pub layout: Layout,
    /// Fingerprint of the prompt.
    pub prompt: String,
    /// Options, sources, items or blanks, in the order written.
    pub parts: Vec<ReleasedPart>,
    /// Targets of a matching question.
    pub targets: Vec<ReleasedPart>,
}

/// An option, a source, a target, an item or a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedPart {
    /// Its letter, or the name of a blank.
    pub name: String,
    /// Fingerprint of its text.
    pub print: String,
    /// How its text begins, for people.
    pub words: String,
}

/// How one answer is packed; serialises as `Layout` of player/src/data.ts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Layout {
    /// n bits.
    Set { set: usize },
    /// One of n.
    Pick { pick: usize },
    /// Several picks of one of n, or none.
    Picks { picks: usize, of: usize },
    /// A permutation of n.
    Order { order: usize },
    /// Texts of at most `bytes` UTF-8 bytes.
    Text { text: usize, bytes: usize },
}

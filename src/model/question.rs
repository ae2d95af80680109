//! Questions, valid: there is a right answer, options differ, mistakes lie outside the tolerance.

use crate::model::Inline;
use crate::model::Letter;
use crate::model::ObjectiveId;
use crate::model::PartId;
use crate::model::Prose;
use crate::model::QuestionId;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub id: QuestionId,
    pub objective: Option<ObjectiveId>,
    /// At least 1, at most 100.
    pub points: u32,
    /// 1 to 3.
    pub difficulty: Option<u8>,
    pub tags: Vec<String>,
    pub prompt: Prose,
    pub figure: Option<crate::model::Figure>,
    pub hint: Option<Prose>,
    /// General feedback, shown after an answer.
    pub feedback: Option<Prose>,
    pub solution: Option<Prose>,
    pub interaction: Interaction,
}

/// What the learner does, in SCORM's and xAPI's words.
#[derive(Debug, Clone, PartialEq)]
pub enum Interaction {
    Choice(Choice),
    TrueFalse {
        answer: bool,
    },
    Numeric(Numeric),
    FillIn {
        blanks: Vec<Blank>,
    },
    Matching(Matching),
    /// Items in the right order.
    Sequencing {
        items: Vec<Item>,
    },
}

/// Single or several answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Whether several options may be chosen.
    pub multiple: bool,
    /// At least two, in the order written; exactly one is right unless `multiple`.
    pub options: Vec<ChoiceOption>,
}

/// An option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceOption {
    pub letter: Letter,
    /// Its name for good, `{#id}`: with it the text can change freely between versions.
    pub name: Option<PartId>,
    pub text: Prose,
    pub right: bool,
    /// Keeps its place when options are shuffled.
    pub fixed: bool,
    pub feedback: Option<Prose>,
}

/// A number, with a unit or without.
#[derive(Debug, Clone, PartialEq)]
pub struct Numeric {
    /// The nominal answer, in `unit`.
    pub value: f64,
    /// Lowest accepted, in `unit`, included.
    pub low: f64,
    /// Highest accepted, in `unit`, included.
    pub high: f64,
    /// The unit as shown, as `kWh/kg`; `None`: a pure number.
    pub unit: Option<String>,
    /// Units the learner may choose or type, the first is `unit`; empty without unit.
    pub units: Vec<Unit>,
    /// Whether the learner must give the unit.
    pub ask_unit: bool,
    /// What is measured, as « une masse », with other units for it; `None`: a pure number.
    pub measure: Option<Measure>,
    /// What a right number is worth that is not given as it should be.
    pub shares: Shares,
    /// The answer as it is shown, in the language of the module, as « 2 678 kg ».
    pub shown: String,
    /// Significant digits asked of the learner.
    pub significant: Option<u8>,
    pub mistakes: Vec<Mistake>,
    /// What the tolerance is, in words, as « ± 1 % ».
    pub tolerance: String,
}

/// What the answer of a numeric question measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// In the language of the module, with its article.
    pub name: String,
    /// Units that convert to the answer's without being accepted.
    pub others: Vec<Unit>,
    /// Other quantities and their units, between spaces.
    pub quantities: Vec<(String, &'static str)>,
}

/// Per cent of the points that a right number keeps, from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares {
    /// Without its unit, in one that is not accepted, or with a wrong one of the same dimension.
    pub unit: u8,
    /// With a unit of another dimension.
    pub dimension: u8,
    /// In another number of significant digits.
    pub digits: u8,
}

impl Shares {
    /// What is kept when the author says nothing.
    pub const USUAL: Self = Self { unit: 50, dimension: 25, digits: 50 };
}

/// An accepted unit: `value in the answer's unit = typed × factor + offset`.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// As the author writes it and the learner reads it, as `N/mm²`.
    pub symbol: String,
    /// Units of the answer in one of this.
    pub factor: f64,
    /// Answer for a typed 0, in the answer's unit: 0 but for temperatures.
    pub offset: f64,
}

/// A value that a known mistake gives, with its feedback.
#[derive(Debug, Clone, PartialEq)]
pub struct Mistake {
    /// Lowest that counts as this mistake, in the answer's unit, included.
    pub low: f64,
    /// Highest that does, included; no accepted answer lies between.
    pub high: f64,
    pub feedback: Prose,
}

/// A blank of a fill-in question.
#[derive(Debug, Clone, PartialEq)]
pub struct Blank {
    /// Its name in the prompt; the only blank of a question without `[name]` is called `answer`.
    pub name: String,
    /// Accepted answers, the first is the one shown.
    pub answers: Vec<String>,
    /// `Some`: chosen from a list, in this order.
    pub choices: Option<Vec<String>>,
    /// Whether `Cuve` answers `cuve`.
    pub ignore_case: bool,
    /// Whether `electrolyse` answers `électrolyse`.
    pub ignore_accents: bool,
}

/// Sources matched to targets.
#[derive(Debug, Clone, PartialEq)]
pub struct Matching {
    /// Sources in the order written, each with its target.
    pub pairs: Vec<Pair>,
    /// Targets in the order written, extra ones included.
    pub targets: Vec<Item>,
}

/// A source and its right target.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub source: Item,
    /// Index into `Matching::targets`.
    pub target: usize,
}

/// A short text that is ordered or matched.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// `a`, `b`… in the order written, or the one that it had when it was released.
    pub letter: Letter,
    /// Its name for good, `{#id}`.
    pub name: Option<PartId>,
    pub text: Vec<Inline>,
}

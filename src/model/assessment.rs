//! The graded part of a module.

use crate::model::BankId;
use crate::model::PassMark;
use crate::model::QuestionId;

/// The assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Lowest score that passes.
    pub pass_mark: PassMark,
    /// `None`: unlimited.
    pub attempts: Option<u32>,
    /// Which attempt gives the score that is reported.
    pub grading: Grading,
    /// When feedback is shown.
    pub feedback: FeedbackPolicy,
    /// How much of it.
    pub corrections: Corrections,
    /// Whether each attempt has its own order of questions.
    pub shuffle_questions: bool,
    /// Whether each attempt has its own order of options; fixed ones keep their place.
    pub shuffle_options: bool,
    /// Only once all pages are done.
    pub after_pages: bool,
    /// In the order asked; no two share a candidate.
    pub draws: Vec<Draw>,
}

/// Which attempt counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grading {
    Best,
    Last,
    First,
    Average,
}

/// When feedback is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedbackPolicy {
    Immediate,
    AfterAttempt,
    AfterPass,
    Never,
}

/// How much is shown then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corrections {
    None,
    /// Whether the own answer was right.
    Own,
    /// The right answer too.
    Correct,
    /// The worked solution too.
    Worked,
}

/// Questions drawn from a bank.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    pub bank: BankId,
    /// Candidates, in the bank's order; never fewer than `take`.
    pub pool: Vec<QuestionId>,
    /// How many are drawn; equal to the pool's length when all are, in order.
    pub take: usize,
}

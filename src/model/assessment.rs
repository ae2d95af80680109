//! The graded part of a module.

use crate::model::BankId;
use crate::model::PassMark;
use crate::model::QuestionId;

/// The assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    pub pass_mark: PassMark,
    /// `None`: unlimited.
    pub attempts: Option<u32>,
    pub grading: Grading,
    pub feedback: FeedbackPolicy,
    pub corrections: Corrections,
    pub shuffle_questions: bool,
    pub shuffle_options: bool,
    /// Only once all pages are done.
    pub after_pages: bool,
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

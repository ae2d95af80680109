//! The player's data as a package carries it (player/src/data.ts); keys that it does not name are let be.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::Layout;

/// What the block of index.html says.
#[derive(Debug, Clone, Deserialize)]
pub struct Data {
    pub module: Info,
    pub pages: Vec<Page>,
    pub objectives: Vec<Objective>,
    pub completion: String,
    pub assessment: Option<Assessment>,
    /// In the order of the pages.
    pub practice: Vec<Question>,
    /// Base64 of the JSON of the graded questions.
    pub graded: String,
    pub state: Schema,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Info {
    pub id: String,
    pub iri: String,
    pub title: String,
    pub version: String,
    pub date: String,
    pub language: String,
    pub ui: Ui,
    /// Names of quantities, with their units between spaces.
    #[serde(default)]
    pub quantities: BTreeMap<String, String>,
    pub hash: String,
}

/// Language of the interface, which decides how a number is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ui {
    Fr,
    En,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Page {
    pub id: String,
    pub title: String,
    /// Practice questions on it.
    pub questions: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Objective {
    pub id: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// Per cent.
    pub pass: f64,
    /// `None`: unlimited.
    pub attempts: Option<u32>,
    pub grading: Grading,
    pub feedback: String,
    pub corrections: String,
    pub shuffle_questions: bool,
    pub shuffle_options: bool,
    pub after_pages: bool,
    pub draws: Vec<Draw>,
}

/// Which attempt counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grading {
    Best,
    Last,
    First,
    Average,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Draw {
    pub bank: String,
    pub pool: Vec<String>,
    pub take: usize,
}

/// A practice or a graded question.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Question {
    pub id: String,
    pub objective: Option<String>,
    pub points: f64,
    /// Plain words of the prompt.
    pub label: String,
    pub feedback: Option<String>,
    pub solution: Option<String>,
    /// Form of a graded question.
    pub html: Option<String>,
    #[serde(flatten)]
    pub key: Key,
}

/// What is right, by type.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Key {
    Choice { multiple: bool, options: Vec<Choice> },
    TrueFalse { answer: bool },
    Numeric(Numeric),
    FillIn { blanks: Vec<Blank> },
    Matching { sources: Vec<Source>, targets: Vec<Item> },
    Sequencing { items: Vec<Item> },
}

impl Key {
    /// The word of the format for the type.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Choice { .. } => "choice",
            Self::TrueFalse { .. } => "true-false",
            Self::Numeric(_) => "numeric",
            Self::FillIn { .. } => "fill-in",
            Self::Matching { .. } => "matching",
            Self::Sequencing { .. } => "sequencing",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Choice {
    /// Its letter.
    pub id: String,
    pub right: bool,
    pub text: String,
    pub feedback: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Numeric {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub unit: Option<String>,
    pub units: Vec<Unit>,
    pub ask_unit: bool,
    pub significant: Option<usize>,
    /// What it measures; `None` in a pure number and in packages of before.
    #[serde(default)]
    pub measure: Option<String>,
    /// Units that convert without being accepted.
    #[serde(default)]
    pub others: Vec<Unit>,
    #[serde(default)]
    pub shares: Shares,
    /// The answer as shown.
    pub shown: String,
    pub mistakes: Vec<Mistake>,
}

/// What a right number is worth that is not given as it should be, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Shares {
    pub unit: f64,
    pub dimension: f64,
    pub digits: f64,
}

impl Default for Shares {
    /// Of packages that do not say.
    fn default() -> Self {
        Self { unit: 0.5, dimension: 0.5, digits: 0.5 }
    }
}

/// value in the answer's unit = typed × factor + offset
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Unit {
    pub symbol: String,
    pub factor: f64,
    pub offset: f64,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Mistake {
    pub low: f64,
    pub high: f64,
    pub feedback: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Blank {
    pub name: String,
    pub answers: Vec<String>,
    pub choices: Option<Vec<String>>,
    pub ignore_case: bool,
    pub ignore_accents: bool,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Source {
    pub id: String,
    pub text: String,
    /// Place among the targets.
    pub target: usize,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Item {
    pub id: String,
    pub text: String,
}

/// How states are packed.
#[derive(Debug, Clone, Deserialize)]
pub struct Schema {
    pub hash: String,
    pub pages: usize,
    pub practice: Vec<Slot>,
    pub draws: Vec<Pool<Slot>>,
    /// Objectives with a self-assessment.
    pub objectives: usize,
    #[serde(default)]
    pub earlier: Vec<Earlier>,
}

/// What an attempt draws from.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Pool<T> {
    pub take: usize,
    pub pool: Vec<T>,
}

/// A question's place in the state.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Slot {
    pub q: String,
    pub layout: Layout,
    /// Letters, unless they are a, b, c…; names of blanks between spaces.
    pub parts: Option<String>,
    /// Letters of targets, likewise.
    pub targets: Option<String>,
}

/// A released version that packed its states otherwise; what is `None` is as in this package.
#[derive(Debug, Clone, Deserialize)]
pub struct Earlier {
    pub hash: String,
    pub pages: Option<Vec<String>>,
    pub practice: Option<Vec<String>>,
    pub draws: Option<Vec<Pool<String>>>,
    pub objectives: Option<Vec<String>>,
    pub shuffle: Option<bool>,
    #[serde(default)]
    pub slots: Vec<Slot>,
}

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789";

impl Slot {
    /// What the places of an answer are called: letters, names of blanks, or numbers from 0.
    pub fn part_names(&self) -> Vec<String> {
        let count = match self.layout {
            Layout::Text { text, .. } => {
                let numbers = || (0..text).map(|at| at.to_string()).collect();
                return self
                    .parts
                    .as_ref()
                    .map_or_else(numbers, |names| names.split(' ').map(str::to_owned).collect());
            }
            Layout::Set { set: count }
            | Layout::Pick { pick: count }
            | Layout::Picks { picks: count, .. }
            | Layout::Order { order: count } => count,
        };
        letters(self.parts.as_deref(), count)
    }

    /// Letters of the targets of a matching question.
    pub fn target_names(&self) -> Vec<String> {
        match self.layout {
            Layout::Picks { of, .. } => letters(self.targets.as_deref(), of),
            _ => Vec::new(),
        }
    }
}

fn letters(own: Option<&str>, count: usize) -> Vec<String> {
    match own {
        Some(own) => own.chars().map(String::from).collect(),
        None => LETTERS.chars().take(count).map(String::from).collect(),
    }
}

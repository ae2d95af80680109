//! What the guide's templates print: flat, complete structs without any option.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::render::Raw;

/// The whole guide.
#[derive(Debug, Serialize)]
pub struct Guide {
    pub language: String,
    pub title: String,
    pub description: String,
    pub publisher: String,
    /// « version 1.0.0, 22 novembre 2026 »
    pub edition: String,
    pub words: BTreeMap<String, String>,
    pub style: Raw,
    pub facts: Vec<Fact>,
    pub has_notice: bool,
    pub notice: Raw,
    pub objectives: Vec<Objective>,
    /// Questions that serve no objective.
    pub loose: Vec<Link>,
    /// How the module is completed and graded, in sentences.
    pub rules: Vec<String>,
    pub draws: Vec<Draw>,
    pub practice: Vec<Group>,
    pub graded: Vec<Group>,
    pub reviews: Vec<Review>,
    pub suggestions: Vec<Suggestion>,
    pub identifiers: Vec<Identifier>,
    pub identifiers_intro: String,
    pub identifiers_address: String,
    pub published: String,
    pub references: Vec<Reference>,
    pub contributors: Vec<String>,
    pub licence: String,
    pub has_deed: bool,
    pub deed: String,
}

/// A name and its value.
#[derive(Debug, Serialize)]
pub struct Fact {
    pub name: String,
    pub value: String,
}

/// A place of the guide and the words that lead to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// An id of the document.
    pub to: String,
    pub text: String,
}

/// An objective with what serves it.
#[derive(Debug, Serialize)]
pub struct Objective {
    pub number: usize,
    pub text: Raw,
    pub has_bloom: bool,
    pub bloom: String,
    pub pages: Vec<String>,
    pub practice: Vec<Link>,
    pub graded: Vec<Link>,
}

/// What an attempt takes from a bank.
#[derive(Debug, Serialize)]
pub struct Draw {
    pub to: String,
    /// « 1, filiere »
    pub name: String,
    pub asked: usize,
    pub pool: usize,
    pub objectives: String,
    pub points: String,
}

/// Questions of a page or of a draw.
#[derive(Debug, Serialize)]
pub struct Group {
    pub to: String,
    pub title: String,
    pub has_note: bool,
    pub note: String,
    pub questions: Vec<Question>,
}

/// A question with all that is right.
#[derive(Debug, Serialize)]
pub struct Question {
    /// Its id in the document.
    pub to: String,
    /// « Exercice 3 », « Question 12 »
    pub name: String,
    pub id: String,
    /// Its type, points, difficulty, objective, tags.
    pub meta: Vec<String>,
    pub prompt: Raw,
    pub options: Vec<ChoiceOption>,
    pub has_answer: bool,
    pub answer: String,
    pub items: Vec<Raw>,
    pub table: Table,
    /// Hint, feedback, solution.
    pub notes: Vec<Note>,
}

/// An option of a choice.
#[derive(Debug, Serialize)]
pub struct ChoiceOption {
    pub letter: String,
    pub text: Raw,
    pub right: bool,
    pub verdict: String,
    pub has_feedback: bool,
    pub feedback: Raw,
}

/// Pairs, blanks or foreseen mistakes.
#[derive(Debug, Default, Serialize)]
pub struct Table {
    pub caption: String,
    pub left: String,
    pub right: String,
    pub rows: Vec<Row>,
}

/// A line of it.
#[derive(Debug, Serialize)]
pub struct Row {
    pub left: Raw,
    pub right: Raw,
}

/// A text with its label.
#[derive(Debug, Serialize)]
pub struct Note {
    pub label: String,
    pub body: Raw,
}

/// A fact to confirm and where it stands.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    pub place: String,
    pub text: String,
}

/// What a teacher may do with the module.
#[derive(Debug, Serialize)]
pub struct Suggestion {
    pub title: String,
    pub text: String,
    pub links: Vec<Link>,
}

/// A source that the module cites.
#[derive(Debug, Serialize)]
pub struct Reference {
    pub text: String,
    pub has_url: bool,
    pub url: String,
}

/// What platforms call a question.
#[derive(Debug, Serialize)]
pub struct Identifier {
    /// Where the guide shows it, and as what.
    pub to: String,
    pub name: String,
    pub id: String,
    pub first: String,
}

//! What the templates print: flat, complete structs without any option.

use serde::Serialize;

/// HTML made by the compiler; templates print its field raw.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Raw {
    pub html: String,
}

impl From<String> for Raw {
    fn from(html: String) -> Self {
        Self { html }
    }
}

/// The document.
#[derive(Debug, Serialize)]
pub struct Document {
    pub language: String,
    pub title: String,
    pub description: String,
    pub version: String,
    pub date: String,
    pub publisher: String,
    pub url: String,
    pub licence: String,
    pub words: std::collections::BTreeMap<String, String>,
    /// What the module holds, on its cover.
    pub facts: Vec<Fact>,
    pub pages: Vec<Page>,
    pub has_assessment: bool,
    pub has_glossary: bool,
    pub terms: Vec<Term>,
    pub has_references: bool,
    pub references: Vec<Reference>,
    pub data: crate::render::SafeJson,
    /// The words that the player says.
    pub said: crate::render::SafeJson,
}

/// A name and its value, as « Objectifs 5 ».
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    pub name: String,
    pub value: String,
    pub has_more: bool,
    pub more: String,
}

/// A page and its place in the list.
#[derive(Debug, Serialize)]
pub struct Page {
    pub id: String,
    pub number: usize,
    pub title: Raw,
    pub meta: Vec<String>,
    pub lead: Raw,
    pub body: Raw,
    pub has_notice: bool,
    pub notice: Raw,
    /// Words of the print cartouche: « 5 sur 12 ».
    pub place: String,
    pub turn: Turn,
}

/// Previous and next page.
#[derive(Debug, Default, Serialize)]
pub struct Turn {
    pub has_previous: bool,
    pub previous: String,
    pub previous_title: String,
    pub has_next: bool,
    pub next: String,
    pub next_title: String,
}

/// An entry of the glossary.
#[derive(Debug, Serialize)]
pub struct Term {
    pub id: String,
    pub term: String,
    pub text: Raw,
}

/// An entry of the list of references.
#[derive(Debug, Serialize)]
pub struct Reference {
    pub id: String,
    pub number: usize,
    pub head: String,
    pub has_head: bool,
    pub title: String,
    pub tail: String,
    pub has_tail: bool,
    pub url: String,
    pub has_url: bool,
}

/// A question's form.
#[derive(Debug, Serialize)]
pub struct Question {
    /// Where its ids begin, unique in the document.
    pub at: String,
    pub id: String,
    pub kind: &'static str,
    pub practice: bool,
    pub head: String,
    pub kind_words: String,
    pub points: String,
    /// First paragraph of the prompt.
    pub prompt: Raw,
    pub has_more: bool,
    /// The rest of the prompt, and the figure.
    pub more: Raw,
    pub how: String,
    pub how_print: String,
    pub fields: Raw,
    pub has_hint: bool,
    pub hint: Raw,
    pub has_solution: bool,
    pub solution: Raw,
    pub words: std::collections::BTreeMap<String, String>,
}

/// Options of a choice or of a true-false question.
#[derive(Debug, Serialize)]
pub struct Choice {
    pub at: String,
    pub input: &'static str,
    pub options: Vec<ChoiceOption>,
}

/// One of them.
#[derive(Debug, Serialize)]
pub struct ChoiceOption {
    pub value: String,
    pub text: Raw,
}

/// The field of a numeric question.
#[derive(Debug, Serialize)]
pub struct Numeric {
    pub at: String,
    pub label: String,
    pub unit_label: String,
    /// Phones show digits and a decimal mark alone.
    pub decimal: bool,
    /// A list of units.
    pub has_units: bool,
    pub choose: String,
    pub ask_unit: bool,
    pub units: Vec<String>,
    pub has_fixed_unit: bool,
    pub unit: String,
    pub print_units: String,
}

/// The field of a fill-in question whose prompt has no blank.
#[derive(Debug, Serialize)]
pub struct FillIn {
    pub at: String,
    pub label: String,
    pub field: Raw,
}

/// Sources, each with a list of targets.
#[derive(Debug, Serialize)]
pub struct Matching {
    pub at: String,
    pub choose: String,
    pub print_answers: String,
    pub sources: Vec<Source>,
}

/// A source with its own copy of the list, as templates cannot look outwards.
#[derive(Debug, Serialize)]
pub struct Source {
    pub at: usize,
    pub text: Raw,
    pub field: String,
    pub choose: String,
    pub targets: Vec<Target>,
}

/// A target.
#[derive(Debug, Clone, Serialize)]
pub struct Target {
    pub value: usize,
    pub text: String,
}

/// Items in the order first shown.
#[derive(Debug, Serialize)]
pub struct Sequencing {
    pub items: Vec<Item>,
}

/// An item; `value` is its right place, from 0.
#[derive(Debug, Serialize)]
pub struct Item {
    pub value: usize,
    pub text: Raw,
}

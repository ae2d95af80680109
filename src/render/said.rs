//! The words that the player of one module says: none of those that only other questions need.

use std::collections::BTreeMap;

use crate::model::Interaction;
use crate::render::context::Context;

/// How the keys begin of words that one type of question needs.
const OF_TYPES: [&str; 3] = [NUMERIC, SEQUENCING, CHOICE];
const NUMERIC: &str = "mark.";
const SEQUENCING: &str = "seq.";
const CHOICE: &str = "choice.";

/// The words, by key.
pub fn said(context: &Context) -> BTreeMap<String, String> {
    let needed: Vec<&str> = context.asked().into_iter().filter_map(of_type).collect();
    let without = |key: &str| OF_TYPES.iter().any(|start| key.starts_with(start) && !needed.contains(start));
    let mut words = context.words.said();
    words.retain(|key, _| !without(key));
    words
}

fn of_type(interaction: &Interaction) -> Option<&'static str> {
    match interaction {
        Interaction::Numeric(_) => Some(NUMERIC),
        Interaction::Sequencing { .. } => Some(SEQUENCING),
        Interaction::Choice(_) | Interaction::TrueFalse { .. } => Some(CHOICE),
        Interaction::FillIn { .. } | Interaction::Matching(_) => None,
    }
}

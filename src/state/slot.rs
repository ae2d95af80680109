//! One question's place in the state: how its answer is packed, and what its parts are called.

use serde::Deserialize;
use serde::Serialize;

use crate::model::Interaction;
use crate::model::Layout;
use crate::model::Letter;
use crate::model::Numeric;
use crate::model::QuestionId;
use crate::model::ReleasedPart;
use crate::model::ReleasedQuestion;
use crate::state::width;

/// Serialises as `Slot` of player/src/data.ts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub q: String,
    pub layout: Layout,
    /// Letters of options, sources or items, unless they are a, b, c…; names of blanks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parts: Option<String>,
    /// Letters of targets, unless they are a, b, c….
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets: Option<String>,
}

impl Slot {
    pub fn new(id: &QuestionId, question: &ReleasedQuestion) -> Self {
        let parts = match question.kind.as_str() {
            // True and false are no options a and b: the same question may become a choice.
            "true-false" => Some("tf".to_owned()),
            "fill-in" => Some(names(&question.parts).join(" ")),
            "numeric" => None,
            _ => letters(&question.parts),
        };
        Self {
            q: id.as_str().to_owned(),
            layout: question.layout,
            parts,
            targets: letters(&question.targets),
        }
    }

    /// Bits of the longest answer: whether there is one, then the answer.
    pub fn bits(&self) -> usize {
        1 + match self.layout {
            Layout::Set { set } => set,
            Layout::Pick { pick } => width(pick),
            Layout::Picks { picks, of } => picks * width(of + 1),
            Layout::Order { order } => (1..=order).map(width).sum(),
            Layout::Text { text, bytes } => text * (width(bytes + 1) + 8 * bytes),
        }
    }
}

fn names(parts: &[ReleasedPart]) -> Vec<&str> {
    parts.iter().map(|part| part.name.as_str()).collect()
}

fn letters(parts: &[ReleasedPart]) -> Option<String> {
    let usual: String = (0..parts.len()).map_while(Letter::nth).map(Letter::as_char).collect();
    let own = names(parts).concat();
    (own != usual).then_some(own)
}

/// How the answer to a question is packed.
pub fn layout(interaction: &Interaction) -> Layout {
    match interaction {
        Interaction::Choice(choice) if choice.multiple => Layout::Set { set: choice.options.len() },
        Interaction::Choice(choice) => Layout::Pick { pick: choice.options.len() },
        Interaction::TrueFalse { .. } => Layout::Pick { pick: 2 },
        Interaction::Numeric(numeric) => Layout::Text {
            text: numeric_texts(numeric),
            bytes: cap(numeric.units.iter().map(|unit| unit.symbol.len())),
        },
        Interaction::FillIn { blanks } => Layout::Text {
            text: blanks.len(),
            bytes: cap(blanks.iter().flat_map(|blank| {
                blank.answers.iter().chain(blank.choices.iter().flatten()).map(String::len)
            })),
        },
        Interaction::Matching(matching) => {
            Layout::Picks { picks: matching.pairs.len(), of: matching.targets.len() }
        }
        Interaction::Sequencing { items } => Layout::Order { order: items.len() },
    }
}

/// A number alone, or a number and a unit that is asked for or chosen.
fn numeric_texts(numeric: &Numeric) -> usize {
    if numeric.ask_unit || numeric.units.len() > 1 { 2 } else { 1 }
}

/// Bytes a text may have: at least 24, with room for a slip, in steps of 8 so that a small edit of
/// the accepted answers does not make states unreadable.
pub fn cap(lengths: impl Iterator<Item = usize>) -> usize {
    (lengths.max().unwrap_or(0) + 6).next_multiple_of(8).max(24)
}

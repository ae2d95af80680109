//! One answer as a learner gave it, read along the layout of its question; it is judged elsewhere.

use serde::Deserialize;
use serde::Serialize;

use crate::model::Layout;
use crate::transcript::bits::Bits;
use crate::transcript::bits::Unreadable;

/// What was given to one question, in places of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Answer {
    /// Options ticked.
    Set { on: Vec<usize> },
    /// One option, or 0 = true and 1 = false.
    Pick { at: Option<usize> },
    /// For each source its target.
    Picks { at: Vec<Option<usize>> },
    /// Items in the learner's order.
    Order { at: Option<Vec<usize>> },
    /// Numbers and units, or what was written in blanks.
    Text { text: Vec<String> },
}

impl Answer {
    /// The empty answer of a layout.
    pub fn empty(layout: Layout) -> Self {
        match layout {
            Layout::Set { .. } => Self::Set { on: Vec::new() },
            Layout::Pick { .. } => Self::Pick { at: None },
            Layout::Picks { picks, .. } => Self::Picks { at: vec![None; picks] },
            Layout::Order { .. } => Self::Order { at: None },
            Layout::Text { text, .. } => Self::Text { text: vec![String::new(); text] },
        }
    }

    /// Whether anything was given.
    pub fn is_given(&self) -> bool {
        match self {
            Self::Set { on } => !on.is_empty(),
            Self::Pick { at } => at.is_some(),
            Self::Picks { at } => at.iter().any(Option::is_some),
            Self::Order { at } => at.is_some(),
            Self::Text { text } => text.iter().any(|one| !one.trim().is_empty()),
        }
    }

    /// The next answer of a state.
    pub fn take(bits: &mut Bits, layout: Layout) -> Result<Self, Unreadable> {
        if !bits.flag()? {
            return Ok(Self::empty(layout));
        }
        Ok(match layout {
            Layout::Set { set } => {
                let ticked: Vec<bool> = (0..set).map(|_| bits.flag()).collect::<Result<_, _>>()?;
                Self::Set { on: (0..set).filter(|at| ticked[*at]).collect() }
            }
            Layout::Pick { pick } => Self::Pick { at: Some(bits.below(pick)?) },
            Layout::Picks { picks, of } => {
                let pick = |_| Ok(bits.below(of + 1)?.checked_sub(1));
                Self::Picks { at: (0..picks).map(pick).collect::<Result<_, _>>()? }
            }
            Layout::Order { order } => Self::Order { at: Some(take_order(bits, order)?) },
            Layout::Text { text, bytes } => {
                Self::Text { text: (0..text).map(|_| take_text(bits, bytes)).collect::<Result<_, _>>()? }
            }
        })
    }
}

/// Each item by its place among those that are left.
fn take_order(bits: &mut Bits, length: usize) -> Result<Vec<usize>, Unreadable> {
    let mut left: Vec<usize> = (0..length).collect();
    (0..length).map(|_| Ok(left.remove(bits.below(left.len())?))).collect()
}

fn take_text(bits: &mut Bits, most: usize) -> Result<String, Unreadable> {
    let length = bits.below(most + 1)?;
    let bytes: Vec<u8> = (0..length)
        .map(|_| Ok(u8::try_from(bits.take(8)?).expect("eight bits")))
        .collect::<Result<_, _>>()?;
    String::from_utf8(bytes).map_err(|_| Unreadable)
}

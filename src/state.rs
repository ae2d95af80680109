//! Lays out what a learner's state holds and proves how long it can get.
//!
//! Writes and reads no state: the player does (player/src/core/codec), from the same schema; shared
//! vectors in player/test/vectors keep both sides equal.

use serde::Deserialize;
use serde::Serialize;
use sha2::Digest;
use sha2::Sha256;

use crate::model::Block;
use crate::model::Draw;
use crate::model::Interaction;
use crate::model::Module;
use crate::model::Numeric;
use crate::model::Prose;
use crate::model::Question;
use crate::model::QuestionId;

/// How answers are packed; serialises as `StateSchema` of player/src/data.ts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schema {
    hash: String,
    pages: usize,
    practice: Vec<Slot>,
    draws: Vec<DrawSlots>,
    objectives: usize,
}

/// One question's place in the state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    q: String,
    layout: Layout,
}

/// The candidates of one draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawSlots {
    take: usize,
    pool: Vec<Slot>,
}

/// How one answer is packed.
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

/// Characters around the payload: `1.<hash 6>.<sequence, at most 6>.….<check 4>`.
const FRAME: usize = 21;
/// Bits of the counter of interactions and of the status that was reported.
const REPORTED: usize = 14 + 2;
/// Bits of a practice question beside its answer: tries, checked.
const PRACTICE: usize = 4 + 1;
/// Bits of a self-assessment: before, after.
const RATING: usize = 3 + 3;
/// Bits of what was graded: count, first, best, last, sum, then the phase and seed of an attempt,
/// and whether an earlier version drew it, with its hash.
const GRADED: usize = 7 + 14 + 14 + 14 + 21 + 2 + 32 + 1 + 36;
/// Bits of a drawn question beside its answer: flag, checked.
const DRAWN: usize = 1 + 1;

/// The schema of a module's state.
pub fn schema(module: &Module) -> Schema {
    let mut placed: Vec<&QuestionId> = Vec::new();
    for id in module.pages.iter().flat_map(|page| &page.questions) {
        if !placed.contains(&id) {
            placed.push(id);
        }
    }
    let asks = module.pages.iter().any(|page| asks_objectives(&page.body));
    let draws = module.assessment.iter().flat_map(|assessment| &assessment.draws);
    let mut schema = Schema {
        hash: String::new(),
        pages: module.pages.len(),
        practice: slots(module, placed),
        draws: draws.map(|draw| draw_slots(module, draw)).collect(),
        objectives: if asks { module.objectives.len() } else { 0 },
    };
    schema.hash = hash(module, &schema);
    schema
}

impl Schema {
    /// Characters of the longest state, header and check included.
    pub fn worst_case(&self) -> usize {
        FRAME + self.bits().div_ceil(6)
    }

    fn bits(&self) -> usize {
        let practice: usize = self.practice.iter().map(|slot| PRACTICE + slot.bits()).sum();
        let fixed = width(self.pages + 1) + self.pages + REPORTED + self.objectives * RATING;
        fixed + practice + self.graded_bits()
    }

    fn graded_bits(&self) -> usize {
        if self.draws.is_empty() {
            return 0;
        }
        let taken: usize = self.draws.iter().map(|draw| draw.take).sum();
        GRADED + width(taken) + self.draws.iter().map(DrawSlots::bits).sum::<usize>()
    }
}

impl DrawSlots {
    /// Bits of the longest draw: its `take` longest candidates.
    fn bits(&self) -> usize {
        let mut each: Vec<usize> = self.pool.iter().map(|slot| DRAWN + slot.bits()).collect();
        each.sort_unstable_by(|a, b| b.cmp(a));
        each.iter().take(self.take).sum()
    }
}

impl Slot {
    fn new(question: &Question) -> Self {
        Self { q: question.id.as_str().to_owned(), layout: layout(&question.interaction) }
    }

    /// Bits of the longest answer: whether there is one, then the answer.
    fn bits(&self) -> usize {
        1 + match self.layout {
            Layout::Set { set } => set,
            Layout::Pick { pick } => width(pick),
            Layout::Picks { picks, of } => picks * width(of + 1),
            Layout::Order { order } => (1..=order).map(width).sum(),
            Layout::Text { text, bytes } => text * (width(bytes + 1) + 8 * bytes),
        }
    }
}

fn slots<'a>(module: &Module, ids: impl IntoIterator<Item = &'a QuestionId>) -> Vec<Slot> {
    let questions = ids.into_iter().filter_map(|id| module.questions.get(id));
    questions.map(Slot::new).collect()
}

fn draw_slots(module: &Module, draw: &Draw) -> DrawSlots {
    DrawSlots { take: draw.take, pool: slots(module, &draw.pool) }
}

fn layout(interaction: &Interaction) -> Layout {
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
fn cap(lengths: impl Iterator<Item = usize>) -> usize {
    (lengths.max().unwrap_or(0) + 6).next_multiple_of(8).max(24)
}

/// Bits that tell `values` values apart.
fn width(values: usize) -> usize {
    values.next_power_of_two().trailing_zeros() as usize
}

fn asks_objectives(prose: &Prose) -> bool {
    prose.0.iter().any(|block| match block {
        Block::Objectives => true,
        Block::List { items, .. } => items.iter().any(asks_objectives),
        Block::Quote(inner) | Block::Callout { content: inner, .. } | Block::Reveal { body: inner, .. } => {
            asks_objectives(inner)
        }
        _ => false,
    })
}

/// Hash of the layout and of the ids it stands for: pages, questions and objectives in their order.
fn hash(module: &Module, schema: &Schema) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut sha = Sha256::new();
    sha.update(serde_json::to_vec(schema).expect("a schema holds only strings and numbers"));
    for page in &module.pages {
        sha.update(page.id.as_str());
        sha.update([0]);
    }
    sha.update([1]);
    for objective in module.objectives.iter().take(schema.objectives) {
        sha.update(objective.id.as_str());
        sha.update([0]);
    }
    let digest = sha.finalize();
    digest.iter().take(6).map(|byte| char::from(ALPHABET[usize::from(byte & 63)])).collect()
}

#[cfg(test)]
mod tests;

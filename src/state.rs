//! Lays out what a learner's state holds and proves how long it can get.
//!
//! Writes and reads no state: the player does (player/src/core/codec), from the same schema; shared
//! vectors in player/test/vectors keep both sides equal.

mod earlier;
mod slot;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;
use sha2::Digest;
use sha2::Sha256;

use crate::lock;
use crate::model::Block;
use crate::model::Module;
use crate::model::Prose;
use crate::model::Question;
use crate::model::QuestionId;
use crate::model::Release;
use crate::model::ReleasedDraw;
use crate::model::ReleasedQuestion;
use crate::state::earlier::Earlier;
use crate::state::slot::Slot;

/// How answers are packed; serialises as `StateSchema` of player/src/data.ts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schema {
    hash: String,
    pages: usize,
    practice: Vec<Slot>,
    draws: Vec<DrawSlots>,
    objectives: usize,
    /// Released versions whose states are packed otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<Earlier>,
}

/// The candidates of one draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawSlots {
    take: usize,
    pool: Vec<Slot>,
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

/// The schema of a module's state, with the table of its released versions.
pub fn schema(module: &Module) -> Schema {
    let now = release(module);
    let mut schema = unsigned(&now);
    schema.earlier = earlier::earlier(&now, &now.state, &module.earlier);
    schema.hash = now.state;
    schema
}

/// What a module promises to learners who begin with it.
pub fn release(module: &Module) -> Release {
    let mut practice: Vec<QuestionId> = Vec::new();
    for id in module.pages.iter().flat_map(|page| &page.questions) {
        if !practice.contains(id) {
            practice.push(id.clone());
        }
    }
    let draws = module.assessment.iter().flat_map(|assessment| &assessment.draws);
    let draw = |draw: &crate::model::Draw| ReleasedDraw {
        bank: draw.bank.clone(),
        take: draw.take,
        pool: draw.pool.clone(),
    };
    let mut release = Release {
        module: module.id.clone(),
        version: module.version.clone(),
        language: module.language.clone(),
        iri: module.workspace.iri.as_str().to_owned(),
        packages: BTreeMap::new(),
        state: String::new(),
        pages: module.pages.iter().map(|page| page.id.clone()).collect(),
        objectives: module.objectives.iter().map(|objective| objective.id.clone()).collect(),
        rated: module.pages.iter().any(|page| asks_objectives(&page.body)),
        practice,
        shuffled: module.assessment.as_ref().is_some_and(|assessment| assessment.shuffle_questions),
        draws: draws.map(draw).collect(),
        questions: BTreeMap::new(),
    };
    let shown = release.practice.iter().chain(release.draws.iter().flat_map(|draw| &draw.pool));
    let question = |id: &QuestionId| Some((id.clone(), promised(module.questions.get(id)?)));
    release.questions = shown.filter_map(question).collect();
    release.state = hash(&release);
    release
}

fn promised(question: &Question) -> ReleasedQuestion {
    let interaction = &question.interaction;
    ReleasedQuestion {
        kind: lock::kind(interaction).to_owned(),
        layout: slot::layout(interaction),
        prompt: lock::prompt(&question.prompt),
        parts: lock::parts(interaction),
        targets: lock::targets(interaction),
    }
}

/// The schema without its hash and table.
fn unsigned(release: &Release) -> Schema {
    let slots = |ids: &[QuestionId]| {
        let slot = |id: &QuestionId| Some(Slot::new(id, release.questions.get(id)?));
        ids.iter().filter_map(slot).collect::<Vec<_>>()
    };
    let draw = |draw: &ReleasedDraw| DrawSlots { take: draw.take, pool: slots(&draw.pool) };
    Schema {
        hash: String::new(),
        pages: release.pages.len(),
        practice: slots(&release.practice),
        draws: release.draws.iter().map(draw).collect(),
        objectives: if release.rated { release.objectives.len() } else { 0 },
        earlier: Vec::new(),
    }
}

impl Schema {
    /// Characters of the longest state, header and check included.
    pub fn worst_case(&self) -> usize {
        FRAME + self.bits().div_ceil(6)
    }

    /// How many released ways of packing the package reads besides its own.
    pub fn earlier_versions(&self) -> usize {
        self.earlier.len()
    }

    /// Bytes that they take in the package.
    pub fn earlier_bytes(&self) -> usize {
        let table = serde_json::to_vec(&self.earlier).expect("a schema holds only strings and numbers");
        if self.earlier.is_empty() { 0 } else { table.len() }
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

/// Hash of the layout and of the ids it stands for: pages, questions with their parts, objectives,
/// and whether attempts are shuffled, all in their order.
fn hash(release: &Release) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut sha = Sha256::new();
    let schema = unsigned(release);
    sha.update(serde_json::to_vec(&schema).expect("a schema holds only strings and numbers"));
    for page in &release.pages {
        sha.update(page.as_str());
        sha.update([0]);
    }
    sha.update([1, u8::from(release.shuffled)]);
    for objective in release.objectives.iter().take(schema.objectives) {
        sha.update(objective.as_str());
        sha.update([0]);
    }
    let digest = sha.finalize();
    digest.iter().take(6).map(|byte| char::from(ALPHABET[usize::from(byte & 63)])).collect()
}

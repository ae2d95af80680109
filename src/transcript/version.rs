//! How a package and released versions before it pack a state, each with the ids that its places stand
//! for (player/src/core/codec/versions.ts).

use std::collections::BTreeMap;

use crate::contents::Data;
use crate::contents::Earlier;
use crate::contents::Pool;
use crate::contents::Slot;
use crate::transcript::draw::drawn;

/// One way of packing.
#[derive(Debug, Clone)]
pub struct Version {
    pub hash: String,
    pub pages: Vec<String>,
    pub practice: Vec<Slot>,
    pub draws: Vec<Pool<Slot>>,
    /// Objectives with a self-assessment.
    pub ratings: Vec<String>,
    pub shuffle: bool,
}

impl Version {
    /// That of the package itself.
    pub fn own(data: &Data) -> Self {
        let schema = &data.state;
        let rated = data.objectives.iter().take(schema.objectives);
        Self {
            hash: schema.hash.clone(),
            pages: data.pages.iter().map(|page| page.id.clone()).collect(),
            practice: schema.practice.clone(),
            draws: schema.draws.clone(),
            ratings: rated.map(|objective| objective.id.clone()).collect(),
            shuffle: data.assessment.as_ref().is_some_and(|one| one.shuffle_questions),
        }
    }

    /// The one that packed states with this hash; `None` when the package does not know it.
    pub fn of(data: &Data, hash: &str) -> Option<Self> {
        let own = Self::own(data);
        if hash == own.hash {
            return Some(own);
        }
        data.state.earlier.iter().find(|one| one.hash == hash).map(|one| whole(&own, one))
    }

    /// Of what `drew` drew with this seed, the questions that this version has.
    pub fn drawn_by(&self, drew: &Self, seed: u32) -> Vec<&Slot> {
        let pool: Vec<&Slot> = self.draws.iter().flat_map(|draw| &draw.pool).collect();
        let drawn = drawn(&drew.draws, drew.shuffle, seed);
        drawn.iter().filter_map(|slot| pool.iter().copied().find(|one| one.q == slot.q)).collect()
    }
}

/// Fills in what an earlier version had in common with this one.
fn whole(now: &Version, earlier: &Earlier) -> Version {
    let shown = now.practice.iter().chain(now.draws.iter().flat_map(|draw| &draw.pool));
    let known: BTreeMap<&str, &Slot> =
        shown.chain(&earlier.slots).map(|slot| (slot.q.as_str(), slot)).collect();
    let slots = |ids: &[String]| -> Vec<Slot> {
        ids.iter().filter_map(|id| known.get(id.as_str()).map(|slot| (*slot).clone())).collect()
    };
    let ids = |list: &[Slot]| -> Vec<String> { list.iter().map(|slot| slot.q.clone()).collect() };
    let draws = earlier.draws.clone().unwrap_or_else(|| {
        now.draws.iter().map(|draw| Pool { take: draw.take, pool: ids(&draw.pool) }).collect()
    });
    let practice = earlier.practice.clone().unwrap_or_else(|| ids(&now.practice));
    Version {
        hash: earlier.hash.clone(),
        pages: earlier.pages.clone().unwrap_or_else(|| now.pages.clone()),
        practice: slots(&practice),
        draws: draws.iter().map(|draw| Pool { take: draw.take, pool: slots(&draw.pool) }).collect(),
        ratings: earlier.objectives.clone().unwrap_or_else(|| now.ratings.clone()),
        shuffle: earlier.shuffle.unwrap_or(now.shuffle),
    }
}

//! The table of released versions whose states a package reads: what each had that this one has not.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::model::ObjectiveId;
use crate::model::PageId;
use crate::model::QuestionId;
use crate::model::Release;
use crate::state::slot::Slot;

/// Serialises as `EarlierSchema` of player/src/data.ts; what is `None` is as in this package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pages: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    practice: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    draws: Option<Vec<Pool>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    objectives: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    shuffle: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Pool {
    take: usize,
    pool: Vec<String>,
}

/// One row for each way of packing that is not that of `now`, whose hash is `hash`.
pub fn earlier(now: &Release, hash: &str, released: &[Release]) -> Vec<Earlier> {
    let mut rows: Vec<Earlier> = Vec::new();
    for old in released {
        if old.state != hash && !rows.iter().any(|row| row.hash == old.state) {
            rows.push(row(old, now));
        }
    }
    rows
}

fn row(old: &Release, now: &Release) -> Earlier {
    let shown = slots(now);
    Earlier {
        hash: old.state.clone(),
        pages: changed(old, now, |one| ids(&one.pages, PageId::as_str)),
        practice: changed(old, now, |one| ids(&one.practice, QuestionId::as_str)),
        draws: changed(old, now, pools),
        objectives: changed(old, now, |one| ids(rated(one), ObjectiveId::as_str)),
        shuffle: changed(old, now, |one| one.shuffled),
        slots: slots(old)
            .into_iter()
            .filter(|(id, slot)| shown.get(id) != Some(slot))
            .map(|(_, slot)| slot)
            .collect(),
    }
}

fn changed<T: PartialEq>(old: &Release, now: &Release, of: impl Fn(&Release) -> T) -> Option<T> {
    let was = of(old);
    (was != of(now)).then_some(was)
}

fn ids<T>(list: &[T], text: impl Fn(&T) -> &str) -> Vec<String> {
    list.iter().map(|id| text(id).to_owned()).collect()
}

/// Objectives with a self-assessment.
fn rated(release: &Release) -> &[ObjectiveId] {
    if release.rated { &release.objectives } else { &[] }
}

fn pools(release: &Release) -> Vec<Pool> {
    let pool = |draw: &crate::model::ReleasedDraw| Pool {
        take: draw.take,
        pool: ids(&draw.pool, QuestionId::as_str),
    };
    release.draws.iter().map(pool).collect()
}

/// Slots of the questions that a state has a place for.
fn slots(release: &Release) -> BTreeMap<&QuestionId, Slot> {
    let placed = release.practice.iter().chain(release.draws.iter().flat_map(|draw| &draw.pool));
    placed.filter_map(|id| Some((id, Slot::new(id, release.questions.get(id)?)))).collect()
}

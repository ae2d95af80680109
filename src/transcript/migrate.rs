//! Takes a memory of an earlier version over into that of the package, question by question, as the
//! player does when it opens it (player/src/core/codec/migrate.ts).

use crate::contents::Data;
use crate::contents::Slot;
use crate::transcript::answer::Answer;
use crate::transcript::carried::carried;
use crate::transcript::memory::Attempt;
use crate::transcript::memory::Drawn;
use crate::transcript::memory::Grades;
use crate::transcript::memory::Memory;
use crate::transcript::memory::Practice;
use crate::transcript::memory::Rating;
use crate::transcript::version::Version;

/// The memory in the places of the package, and the questions whose answers could not be taken over whole.
pub fn migrated(data: &Data, from: &Version, memory: &Memory) -> (Memory, Vec<String>) {
    let now = Version::own(data);
    let mut lost: Vec<String> = Vec::new();
    let is_gone = |slot: &Slot| !now.practice.iter().any(|one| one.q == slot.q);
    let removed = from.practice.iter().zip(&memory.practice);
    lost.extend(
        removed.filter(|(slot, kept)| is_work(kept) && is_gone(slot)).map(|(slot, _)| slot.q.clone()),
    );
    let practice = now.practice.iter().map(|slot| practised(from, slot, memory, &mut lost)).collect();
    let attempt = memory.attempt.as_ref().and_then(|attempt| attempted(data, from, &now, attempt, &mut lost));
    let ratings = now.ratings.iter().map(|id| {
        let at = from.ratings.iter().position(|other| other == id);
        at.map_or(Rating { before: 0, after: 0 }, |at| memory.ratings[at])
    });
    let (here, opened) = read(data, from, &now, memory);
    let ratings = ratings.collect();
    let grades = if now.draws.is_empty() { Grades::default() } else { memory.grades };
    let (recorded, latch) = (memory.recorded, memory.latch);
    (Memory { here, opened, practice, ratings, recorded, latch, grades, attempt }, lost)
}

/// Pages by id; a learner whose page is gone stands on the nearest one before it.
fn read(data: &Data, from: &Version, now: &Version, memory: &Memory) -> (usize, Vec<bool>) {
    let place = |id: &String| now.pages.iter().position(|other| other == id);
    let before = from.pages.iter().take(memory.here + 1).filter_map(place).next_back();
    let assessment = memory.here >= from.pages.len() && data.assessment.is_some();
    let here = if assessment { now.pages.len() } else { before.unwrap_or(0) };
    let was = |id: &String| from.pages.iter().position(|other| other == id).map(|at| memory.opened[at]);
    let opened = now.pages.iter().enumerate().map(|(at, id)| at == here || was(id).unwrap_or(false));
    (here, opened.collect())
}

fn practised(from: &Version, slot: &Slot, memory: &Memory, lost: &mut Vec<String>) -> Practice {
    let fresh = Practice { tries: 0, checked: false, answer: Answer::empty(slot.layout) };
    let Some(at) = from.practice.iter().position(|one| one.q == slot.q) else { return fresh };
    let kept = &memory.practice[at];
    let said = carried(&from.practice[at], slot, &kept.answer);
    if is_work(kept) && !said.as_ref().is_some_and(|said| said.whole) {
        lost.push(slot.q.clone());
    }
    // What is left of an answer was never checked as such; that it was tried stays.
    said.map_or(fresh, |said| Practice {
        tries: kept.tries,
        checked: kept.checked && said.whole,
        answer: said.answer,
    })
}

fn is_work(kept: &Practice) -> bool {
    kept.tries > 0 || kept.answer.is_given()
}

/// An attempt stays, running or submitted, with those of its questions that exist.
fn attempted(
    data: &Data,
    from: &Version,
    now: &Version,
    attempt: &Attempt,
    lost: &mut Vec<String>,
) -> Option<Attempt> {
    let drew = match &attempt.from {
        None => from.clone(),
        Some(hash) => Version::of(data, hash)?,
    };
    let seed = attempt.seed;
    let (before, after) = (from.drawn_by(&drew, seed), now.drawn_by(&drew, seed));
    let is_gone = |slot: &&&Slot| !after.iter().any(|one| one.q == slot.q);
    lost.extend(before.iter().filter(is_gone).map(|slot| slot.q.clone()));
    let last = after.len().checked_sub(1)?;
    let slots = after.iter().map(|slot| answered(&before, slot, attempt, lost)).collect();
    let front = before.get(attempt.at).and_then(|old| after.iter().position(|slot| slot.q == old.q));
    let names =
        |by: &Version| -> Vec<String> { now.drawn_by(by, seed).iter().map(|slot| slot.q.clone()).collect() };
    let alike = drew.hash == now.hash || names(now) == names(&drew);
    Some(Attempt {
        phase: attempt.phase,
        seed,
        from: (!alike).then(|| drew.hash.clone()),
        at: front.unwrap_or(attempt.at.min(last)),
        slots,
    })
}

fn answered(before: &[&Slot], slot: &Slot, attempt: &Attempt, lost: &mut Vec<String>) -> Drawn {
    let fresh = Drawn { flagged: false, checked: false, answer: Answer::empty(slot.layout) };
    let Some(at) = before.iter().position(|one| one.q == slot.q) else { return fresh };
    let kept = &attempt.slots[at];
    let said = carried(before[at], slot, &kept.answer);
    if kept.answer.is_given() && !said.as_ref().is_some_and(|said| said.whole) {
        lost.push(slot.q.clone());
    }
    match said {
        None => Drawn { flagged: kept.flagged, ..fresh },
        Some(said) => {
            Drawn { flagged: kept.flagged, checked: kept.checked && said.whole, answer: said.answer }
        }
    }
}

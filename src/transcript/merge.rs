//! Joins the work of two pages that began from the same memory, as the player does
//! (player/src/core/merge.ts): nothing that either of them did is lost.

use crate::transcript::memory::Attempt;
use crate::transcript::memory::Grades;
use crate::transcript::memory::Memory;
use crate::transcript::memory::Phase;
use crate::transcript::memory::Practice;

/// As far as the player counts.
const TRIES: usize = 15;
const RECORDED: usize = 16_383;
const ATTEMPTS: usize = 127;

/// Progress is the union, grades add up, and of two answers to one question `mine` is the later.
pub fn merged(graded: bool, base: &Memory, mine: &Memory, theirs: &Memory) -> Memory {
    let one = twice(base, mine, theirs);
    let practice = mine.practice.iter().enumerate().map(|(at, kept)| {
        let (start, other) = (&base.practice[at], &theirs.practice[at]);
        let tries = grown(start.tries, kept.tries, other.tries).min(TRIES);
        Practice { tries, ..pick(start, kept, other).clone() }
    });
    let ratings = mine.ratings.iter().enumerate();
    let attempt = one
        .and_then(|one| one.attempt.clone())
        .or_else(|| same_attempt(base.attempt.as_ref()?, mine.attempt.as_ref()?, theirs.attempt.as_ref()?))
        .or_else(|| pick(&base.attempt, &mine.attempt, &theirs.attempt).clone());
    let best = mine.grades.best.max(theirs.grades.best);
    Memory {
        here: mine.here,
        opened: mine.opened.iter().zip(&theirs.opened).map(|(mine, theirs)| *mine || *theirs).collect(),
        practice: practice.collect(),
        ratings: ratings.map(|(at, rating)| *pick(&base.ratings[at], rating, &theirs.ratings[at])).collect(),
        recorded: grown(base.recorded, mine.recorded, theirs.recorded).min(RECORDED),
        latch: mine.latch.max(theirs.latch),
        grades: one.map_or_else(
            || grades(base.grades, mine.grades, theirs.grades),
            |one| Grades { best, ..one.grades },
        ),
        attempt: attempt.filter(|_| graded),
    }
}

/// Ours when we changed it, else theirs.
fn pick<'a, T: PartialEq>(start: &T, ours: &'a T, other: &'a T) -> &'a T {
    if start == ours { other } else { ours }
}

/// A count to which both added.
fn grown(base: usize, mine: usize, theirs: usize) -> usize {
    mine.max(theirs).max((mine + theirs).saturating_sub(base))
}

/// Each question keeps its answer, and who submitted it ended it for both; `None`: nothing of one
/// attempt is to be joined.
fn same_attempt(base: &Attempt, mine: &Attempt, theirs: &Attempt) -> Option<Attempt> {
    let draw = |one: &Attempt| (one.seed, one.from.clone());
    // Where one did nothing there is nothing to join.
    if draw(base) != draw(mine) || draw(theirs) != draw(mine) || base == mine || base == theirs {
        return None;
    }
    if let Some(over) = [mine, theirs].into_iter().find(|one| one.phase == Phase::Submitted) {
        return Some(over.clone());
    }
    let slots = mine.slots.iter().enumerate().map(|(at, kept)| {
        pick(base.slots.get(at).unwrap_or(kept), kept, theirs.slots.get(at).unwrap_or(kept)).clone()
    });
    Some(Attempt { slots: slots.collect(), ..mine.clone() })
}

/// Theirs were stored first; an attempt of each page is an attempt.
fn grades(base: Grades, mine: Grades, theirs: Grades) -> Grades {
    if mine.count == base.count {
        return theirs;
    }
    if theirs.count == base.count {
        return mine;
    }
    Grades {
        count: grown(base.count, mine.count, theirs.count).min(ATTEMPTS),
        first: theirs.first,
        best: mine.best.max(theirs.best),
        last: mine.last,
        sum: grown(base.sum, mine.sum, theirs.sum),
    }
}

/// Both submitted one attempt, which counts once: as who has more since has it, else who did better.
fn twice<'a>(base: &Memory, mine: &'a Memory, theirs: &'a Memory) -> Option<&'a Memory> {
    let count = base.grades.count;
    let running = base.attempt.as_ref().is_some_and(|one| one.phase != Phase::Submitted);
    if !running || mine.grades.count == count || theirs.grades.count == count {
        return None;
    }
    let rank = |memory: &Memory| (memory.grades.count, memory.grades.last);
    Some(if rank(mine) < rank(theirs) { theirs } else { mine })
}

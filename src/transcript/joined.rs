//! The states that were pasted, as one: what a page left beside a State document, several documents of an
//! export; it reads no text but states.

use crate::contents::Data;
use crate::transcript::answer::Answer;
use crate::transcript::frame::Refusal;
use crate::transcript::frame::State;
use crate::transcript::frame::read;
use crate::transcript::memory::Grades;
use crate::transcript::memory::Memory;
use crate::transcript::memory::Practice;
use crate::transcript::memory::Rating;
use crate::transcript::memory::Status;
use crate::transcript::merge::merged;
use crate::transcript::pasted::Began;
use crate::transcript::pasted::Pasted;
use crate::transcript::version::Version;

/// What everything that was pasted says along the data of a package; what cannot be read gives way.
pub fn joined(data: &Data, pasted: &Pasted) -> Result<State, Refusal> {
    let mut whole = read(data, &pasted.state);
    for one in &pasted.more {
        let Ok(mine) = read(data, &one.state) else { continue };
        whole = Ok(match whole {
            Ok(theirs) => together(data, &one.began, mine, theirs),
            Err(_) => mine,
        });
    }
    whole
}

fn together(data: &Data, began: &Began, mine: State, theirs: State) -> State {
    let (base, mine, theirs) = match began {
        Began::After => return State { joined: theirs.joined, ..mine },
        Began::From(text) => {
            (read(data, text).map_or_else(|_| fresh(data), |state| state.memory), mine, theirs)
        }
        // Nobody knows from where: the later one went on from the other.
        Began::Unknown if mine.sequence >= theirs.sequence => (theirs.memory.clone(), mine, theirs),
        Began::Unknown => (mine.memory.clone(), theirs, mine),
    };
    let graded = data.assessment.is_some();
    let mut lost = theirs.lost.clone();
    for id in mine.lost.iter().flatten() {
        let lost = lost.get_or_insert_default();
        if !lost.contains(id) {
            lost.push(id.clone());
        }
    }
    State {
        memory: merged(graded, &base, &mine.memory, &theirs.memory),
        sequence: mine.sequence.max(theirs.sequence),
        joined: mine.joined + theirs.joined,
        lost: lost.or(mine.lost),
        hash: mine.hash,
    }
}

/// Of a learner who opens the module for the first time.
fn fresh(data: &Data) -> Memory {
    let now = Version::own(data);
    let practice = now.practice.iter();
    Memory {
        here: 0,
        opened: (0..now.pages.len()).map(|at| at == 0).collect(),
        practice: practice
            .map(|slot| Practice { tries: 0, checked: false, answer: Answer::empty(slot.layout) })
            .collect(),
        ratings: now.ratings.iter().map(|_| Rating { before: 0, after: 0 }).collect(),
        recorded: 0,
        latch: Status::Incomplete,
        grades: Grades::default(),
        attempt: None,
    }
}

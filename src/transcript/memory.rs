//! What a state remembers, bit by bit (player/src/core/codec/memory.ts says the order).

use serde::Serialize;

use crate::contents::Data;
use crate::transcript::answer::Answer;
use crate::transcript::bits::Bits;
use crate::transcript::bits::Unreadable;
use crate::transcript::version::Version;

/// Hundredths of a per cent.
const WHOLE: usize = 10_000;
/// Submitted attempts that are counted.
const ATTEMPTS: usize = 127;
/// Values of a self-assessment: none, 1 to 4.
const RATINGS: usize = 5;

/// What is remembered of a learner between launches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Memory {
    /// The page in front; their number is the assessment.
    pub here: usize,
    pub opened: Vec<bool>,
    pub practice: Vec<Practice>,
    pub ratings: Vec<Rating>,
    pub recorded: usize,
    pub latch: Status,
    pub grades: Grades,
    pub attempt: Option<Attempt>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Practice {
    /// Up to 15.
    pub tries: usize,
    pub checked: bool,
    pub answer: Answer,
}

/// 0: not given, 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rating {
    pub before: usize,
    pub after: usize,
}

/// The best status reported so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Incomplete,
    Failed,
    Completed,
    Passed,
}

/// Of the submitted attempts, in hundredths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Grades {
    pub count: usize,
    pub first: usize,
    pub best: usize,
    pub last: usize,
    pub sum: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attempt {
    pub phase: Phase,
    pub seed: u32,
    /// Schema of the earlier version that drew the questions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The question in front.
    pub at: usize,
    pub slots: Vec<Drawn>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    Running,
    Summary,
    Submitted,
}

/// A question of an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Drawn {
    pub flagged: bool,
    pub checked: bool,
    pub answer: Answer,
}

/// What `version` packed, in its own places.
pub fn unpack(data: &Data, version: &Version, payload: &str) -> Result<Memory, Unreadable> {
    let mut bits = Bits::new(payload);
    let here = bits.below(version.pages.len() + 1)?;
    let opened = version.pages.iter().map(|_| bits.flag()).collect::<Result<_, _>>()?;
    let practice = version.practice.iter().map(|slot| {
        let (tries, checked) = (bits.take(4)?, bits.flag()?);
        Ok(Practice { tries, checked, answer: Answer::take(&mut bits, slot.layout)? })
    });
    let practice = practice.collect::<Result<_, _>>()?;
    let rating = |_| Ok(Rating { before: bits.below(RATINGS)?, after: bits.below(RATINGS)? });
    let ratings = version.ratings.iter().map(rating).collect::<Result<_, _>>()?;
    let recorded = bits.take(14)?;
    let latch = [Status::Incomplete, Status::Failed, Status::Completed, Status::Passed][bits.take(2)?];
    let mut memory =
        Memory { here, opened, practice, ratings, recorded, latch, grades: Grades::default(), attempt: None };
    if !version.draws.is_empty() {
        memory.grades = grades(&mut bits)?;
        match attempt(&mut bits, data, version)? {
            Kept::Unknown => return Ok(memory),
            Kept::Known(attempt) => memory.attempt = attempt,
        }
    }
    bits.end()?;
    Ok(memory)
}

fn grades(bits: &mut Bits) -> Result<Grades, Unreadable> {
    let grades = Grades {
        count: bits.take(7)?,
        first: bits.take(14)?,
        best: bits.take(14)?,
        last: bits.take(14)?,
        sum: bits.take(21)?,
    };
    let most = grades.first.max(grades.best).max(grades.last);
    if most > WHOLE || grades.sum > ATTEMPTS * WHOLE { Err(Unreadable) } else { Ok(grades) }
}

/// An attempt, or one that a version drew which the package does not know: its answers can't be told apart.
enum Kept {
    Known(Option<Attempt>),
    Unknown,
}

fn attempt(bits: &mut Bits, data: &Data, version: &Version) -> Result<Kept, Unreadable> {
    let phase = match bits.take(2)? {
        0 => return Ok(Kept::Known(None)),
        1 => Phase::Running,
        2 => Phase::Summary,
        _ => Phase::Submitted,
    };
    let seed = u32::try_from(bits.take(32)?).expect("32 bits");
    let from = if bits.flag()? { Some(bits.word(6)?) } else { None };
    let drew = match &from {
        None => Some(version.clone()),
        Some(hash) => Version::of(data, hash),
    };
    let Some(drew) = drew else { return Ok(Kept::Unknown) };
    let drawn = version.drawn_by(&drew, seed);
    let at = bits.below(drawn.len())?;
    let slots = drawn.iter().map(|slot| {
        let (flagged, checked) = (bits.flag()?, bits.flag()?);
        Ok(Drawn { flagged, checked, answer: Answer::take(bits, slot.layout)? })
    });
    let slots = slots.collect::<Result<_, _>>()?;
    Ok(Kept::Known(Some(Attempt { phase, seed, from, at, slots })))
}

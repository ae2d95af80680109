//! Says one answer again in the places of another version of its question: by letter or name, never by
//! place (player/src/core/codec/carried.ts).

use crate::contents::Slot;
use crate::model::Layout;
use crate::transcript::answer::Answer;

/// An answer in its new places.
pub struct Carried {
    pub answer: Answer,
    /// Whether nothing of it was lost and nothing more is asked.
    pub whole: bool,
}

/// `None`: the question is another one, or asks in another way; it starts empty.
pub fn carried(from: &Slot, to: &Slot, answer: &Answer) -> Option<Carried> {
    match (answer, to.layout) {
        (Answer::Set { on }, Layout::Set { .. }) => {
            let (kept, whole) = set(from, to, on)?;
            Some(Carried { answer: Answer::Set { on: kept }, whole })
        }
        // Of several choices where one is left to make: that one, if it was alone.
        (Answer::Set { on }, Layout::Pick { .. }) => {
            let (kept, whole) = set(from, to, on)?;
            let at = if let [only] = kept[..] { Some(only) } else { None };
            Some(Carried { answer: Answer::Pick { at }, whole: whole && kept.is_empty() })
        }
        (Answer::Pick { at }, Layout::Pick { .. }) => {
            let (at, whole) = pick(from, to, *at)?;
            Some(Carried { answer: Answer::Pick { at }, whole })
        }
        // One choice where more can be made now: it stays, to be checked again.
        (Answer::Pick { at }, Layout::Set { .. }) => {
            let (at, whole) = pick(from, to, *at)?;
            let whole = whole && at.is_none();
            Some(Carried { answer: Answer::Set { on: at.into_iter().collect() }, whole })
        }
        (Answer::Picks { at }, Layout::Picks { .. }) => picks(from, to, at),
        (Answer::Order { at }, Layout::Order { .. }) => order(from, to, at.as_deref()),
        (Answer::Text { text }, Layout::Text { bytes, .. }) => texts(from, to, text, bytes),
        _ => None,
    }
}

/// Place in `to` of each name of `from`; `None` when they name nothing in common.
fn places(from: &[String], to: &[String]) -> Option<Vec<Option<usize>>> {
    let found: Vec<Option<usize>> =
        from.iter().map(|name| to.iter().position(|other| other == name)).collect();
    found.iter().any(Option::is_some).then_some(found)
}

fn set(from: &Slot, to: &Slot, on: &[usize]) -> Option<(Vec<usize>, bool)> {
    let moved = places(&from.part_names(), &to.part_names())?;
    let mut kept: Vec<usize> = on.iter().filter_map(|at| moved[*at]).collect();
    kept.sort_unstable();
    let whole = kept.len() == on.len();
    Some((kept, whole))
}

fn pick(from: &Slot, to: &Slot, at: Option<usize>) -> Option<(Option<usize>, bool)> {
    let moved = places(&from.part_names(), &to.part_names())?;
    let kept = at.and_then(|at| moved[at]);
    Some((kept, at.is_none() || kept.is_some()))
}

fn picks(from: &Slot, to: &Slot, at: &[Option<usize>]) -> Option<Carried> {
    let back = places(&to.part_names(), &from.part_names())?;
    let targets = places(&from.target_names(), &to.target_names())?;
    let kept: Vec<Option<usize>> = back.iter().map(|source| targets[at[(*source)?]?]).collect();
    let given = |list: &[Option<usize>]| list.iter().flatten().count();
    let whole = given(at) == given(&kept) && back.iter().all(Option::is_some);
    Some(Carried { answer: Answer::Picks { at: kept }, whole })
}

/// An order of other items says nothing of these.
fn order(from: &Slot, to: &Slot, at: Option<&[usize]>) -> Option<Carried> {
    let (before, after) = (from.part_names(), to.part_names());
    if before.len() != after.len() {
        return None;
    }
    let moved: Vec<usize> =
        before.iter().map(|name| after.iter().position(|other| other == name)).collect::<Option<_>>()?;
    let at = at.map(|at| at.iter().map(|item| moved[*item]).collect());
    Some(Carried { answer: Answer::Order { at }, whole: true })
}

fn texts(from: &Slot, to: &Slot, text: &[String], bytes: usize) -> Option<Carried> {
    let (before, after) = (from.part_names(), to.part_names());
    let named = from.parts.is_some() && to.parts.is_some();
    let back = places(&after, &before)?;
    // A number without its unit, or with another one, is another number.
    if !named && (from.parts != to.parts || before.len() != after.len()) {
        return None;
    }
    let fits = |at: &usize| Some(text[*at].clone()).filter(|one| one.len() <= bytes);
    let kept: Vec<String> = back.iter().map(|at| at.as_ref().and_then(fits).unwrap_or_default()).collect();
    let given = |list: &[String]| list.iter().filter(|one| !one.is_empty()).count();
    let empty = !Answer::Text { text: text.to_vec() }.is_given();
    let whole = given(&kept) == given(text) && (empty || back.iter().all(Option::is_some));
    Some(Carried { answer: Answer::Text { text: kept }, whole })
}

//! Whether data hold together, so that whoever reads a state along them meets no place that is not
//! there; a package of ours always does.

use crate::contents::Data;
use crate::contents::Key;
use crate::contents::Question;
use crate::contents::Slot;
use crate::model::Layout;

/// More parts or bytes than any question has.
const MOST: usize = 4096;

/// Whether every place of the state schema has its page, question, part and objective.
pub fn is_sound(data: &Data, graded: &[Question]) -> bool {
    let schema = &data.state;
    let practice = schema.practice.iter().enumerate();
    let is_drawn = |slot: &Slot| graded.iter().any(|one| one.id == slot.q && fits(one, slot.layout));
    let earlier = schema.earlier.iter().flat_map(|one| &one.slots);
    let slots = schema.practice.iter().chain(schema.draws.iter().flat_map(|draw| &draw.pool));
    schema.pages == data.pages.len()
        && schema.objectives <= data.objectives.len()
        && schema.practice.len() == data.practice.len()
        && practice
            .into_iter()
            .all(|(at, slot)| data.practice[at].id == slot.q && fits(&data.practice[at], slot.layout))
        && schema.draws.iter().flat_map(|draw| &draw.pool).all(is_drawn)
        && (schema.draws.is_empty() || data.assessment.is_some())
        && slots.chain(earlier).all(is_possible)
        && data.practice.iter().chain(graded).all(is_whole)
}

/// Whether answers of this layout are answers to this question.
fn fits(question: &Question, layout: Layout) -> bool {
    match (&question.key, layout) {
        (Key::Choice { multiple: true, options }, Layout::Set { set }) => set == options.len(),
        (Key::Choice { multiple: false, options }, Layout::Pick { pick }) => pick == options.len(),
        (Key::TrueFalse { .. }, Layout::Pick { pick }) => pick == 2,
        (Key::Numeric(_), Layout::Text { text, .. }) => text == 1 || text == 2,
        (Key::FillIn { blanks }, Layout::Text { text, .. }) => text == blanks.len(),
        (Key::Matching { sources, targets }, Layout::Picks { picks, of }) => {
            picks == sources.len() && of == targets.len()
        }
        (Key::Sequencing { items }, Layout::Order { order }) => order == items.len(),
        _ => false,
    }
}

/// Whether a slot has a name for each of its places, and no more places than a question can have.
fn is_possible(slot: &Slot) -> bool {
    let possible = 1..=MOST;
    let (count, targets) = match slot.layout {
        Layout::Set { set: count } | Layout::Pick { pick: count } | Layout::Order { order: count } => {
            (count, 0)
        }
        Layout::Picks { picks, of } if possible.contains(&of) => (picks, of),
        Layout::Text { text, bytes } if possible.contains(&bytes) => (text, 0),
        Layout::Picks { .. } | Layout::Text { .. } => return false,
    };
    possible.contains(&count) && slot.part_names().len() == count && slot.target_names().len() == targets
}

fn is_whole(question: &Question) -> bool {
    match &question.key {
        Key::Matching { sources, targets } => sources.iter().all(|source| source.target < targets.len()),
        _ => true,
    }
}

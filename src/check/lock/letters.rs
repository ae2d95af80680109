//! Options, sources, targets and items get the letters that they had when they were released.

use crate::lock;
use crate::lock::Entry;
use crate::model::Interaction;
use crate::model::Letter;
use crate::model::Module;
use crate::model::Question;
use crate::model::ReleasedPart;
use crate::model::ReleasedQuestion;

/// Gives the questions of a module the letters of its released versions, the last one last.
pub fn letters(module: &mut Module, released: &[&Entry]) {
    for question in module.questions.values_mut() {
        let known: Vec<&ReleasedQuestion> =
            released.iter().filter_map(|entry| entry.release.questions.get(&question.id)).collect();
        adopt(question, &known);
    }
}

fn adopt(question: &mut Question, known: &[&ReleasedQuestion]) {
    let alike = |one: &&&ReleasedQuestion| one.kind == lock::kind(&question.interaction);
    let Some(last) = known.iter().rfind(alike) else { return };
    let parts =
        assigned(&lock::parts(&question.interaction), &last.parts, known.iter().flat_map(|one| &one.parts));
    let targets = assigned(
        &lock::targets(&question.interaction),
        &last.targets,
        known.iter().flat_map(|one| &one.targets),
    );
    match &mut question.interaction {
        Interaction::Choice(choice) => {
            choice.options.iter_mut().zip(parts).for_each(|(option, letter)| option.letter = letter);
        }
        Interaction::Sequencing { items } => {
            items.iter_mut().zip(parts).for_each(|(item, letter)| item.letter = letter);
        }
        Interaction::Matching(matching) => {
            matching.pairs.iter_mut().zip(parts).for_each(|(pair, letter)| pair.source.letter = letter);
            matching.targets.iter_mut().zip(targets).for_each(|(target, letter)| target.letter = letter);
        }
        Interaction::TrueFalse { .. } | Interaction::Numeric(_) | Interaction::FillIn { .. } => {}
    }
}

/// A letter for each of `now`: that of the same text in `last`, else, when there are as many, that
/// of the same place (its text was mended); else the next one that was never used.
pub(super) fn assigned<'a>(
    now: &[ReleasedPart],
    last: &[ReleasedPart],
    ever: impl Iterator<Item = &'a ReleasedPart>,
) -> Vec<Letter> {
    let mut names: Vec<Option<&str>> = vec![None; now.len()];
    for old in last {
        let same = now.iter().zip(&names).position(|(new, name)| name.is_none() && new.print == old.print);
        if let Some(at) = same {
            names[at] = Some(&old.name);
        }
    }
    if now.len() == last.len() {
        for (at, old) in last.iter().enumerate() {
            if names[at].is_none() && !names.contains(&Some(&old.name)) {
                names[at] = Some(&old.name);
            }
        }
    }
    let mut used: Vec<char> = ever.filter_map(|old| old.name.chars().next()).collect();
    let kept: Vec<Option<char>> = names.into_iter().map(|name| name?.chars().next()).collect();
    kept.iter().map(|letter| letter.and_then(find).unwrap_or_else(|| fresh(&mut used, &kept))).collect()
}

fn find(letter: char) -> Option<Letter> {
    all().find(|one| one.as_char() == letter)
}

fn all() -> impl Iterator<Item = Letter> {
    (0..36).map_while(Letter::nth)
}

/// The next letter that was never used; when all were, one that no option has now.
fn fresh(used: &mut Vec<char>, kept: &[Option<char>]) -> Letter {
    let free = |one: &Letter| !kept.contains(&Some(one.as_char()));
    let unused = all().find(|one| free(one) && !used.contains(&one.as_char()));
    let letter = unused.or_else(|| all().filter(free).last());
    let letter = letter.expect("a question has at most 36 options");
    used.push(letter.as_char());
    letter
}

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
    let parts = assigned(
        &wanted(lock::parts(&question.interaction), lock::plain_parts(&question.interaction)),
        &last.parts,
        known.iter().flat_map(|one| &one.parts),
    );
    let targets = assigned(
        &wanted(lock::targets(&question.interaction), lock::plain_targets(&question.interaction)),
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

/// An option, source, target or item that has to get its letter.
pub(super) struct Wanted {
    /// By name where it has one.
    part: ReleasedPart,
    /// Fingerprint of its text all the same.
    text: String,
}

pub(super) fn wanted(parts: Vec<ReleasedPart>, plain: Vec<ReleasedPart>) -> Vec<Wanted> {
    let wanted = |(part, plain): (ReleasedPart, ReleasedPart)| Wanted { part, text: plain.print };
    parts.into_iter().zip(plain).map(wanted).collect()
}

/// Ways to tell a released part again, the surest first.
const SIGNS: [fn(&Wanted, &ReleasedPart) -> bool; 3] = [
    |new, old| new.part.print == old.print,
    // `{#b}` says « this is what had the letter b », whatever became of its text.
    |new, old| new.part.print.strip_prefix('#') == Some(&old.name),
    // A name that was given, taken away or changed since.
    |new, old| new.text == old.print || (is_named(old) && new.part.words == old.words),
];

fn is_named(part: &ReleasedPart) -> bool {
    part.print.starts_with('#')
}

/// A letter for each of `now`: that of the same name or text in `last`, else, when there are as
/// many, that of a text much like it in the same place (it was mended); else the next one that was
/// never used.
pub(super) fn assigned<'a>(
    now: &[Wanted],
    last: &[ReleasedPart],
    ever: impl Iterator<Item = &'a ReleasedPart>,
) -> Vec<Letter> {
    let mut names: Vec<Option<&str>> = vec![None; now.len()];
    for sign in SIGNS {
        for old in last {
            let is_free = |name: &str| !names.contains(&Some(name));
            let free = |at: &usize| names[*at].is_none() && sign(&now[*at], old);
            if let Some(at) = (0..now.len()).find(free).filter(|_| is_free(&old.name)) {
                names[at] = Some(&old.name);
            }
        }
    }
    if now.len() == last.len() {
        for (at, old) in last.iter().enumerate() {
            let is_free = names[at].is_none() && !names.contains(&Some(&old.name));
            if is_free && is_mended(&now[at].part.words, &old.words) {
                names[at] = Some(&old.name);
            }
        }
    }
    let mut used: Vec<char> = ever.filter_map(|old| old.name.chars().next()).collect();
    let kept: Vec<Option<char>> = names.into_iter().map(|name| name?.chars().next()).collect();
    kept.iter().map(|letter| letter.and_then(find).unwrap_or_else(|| fresh(&mut used, &kept))).collect()
}

/// Whether one text is the other with a mistake less, and not another text: of the pairs of
/// neighbouring characters, seven in ten are the same.
fn is_mended(new: &str, old: &str) -> bool {
    let (new, mut old) = (neighbours(new), neighbours(old));
    let all = new.len() + old.len();
    let same = new.iter().filter(|pair| {
        let found = old.iter().position(|one| one == *pair);
        found.map(|at| old.swap_remove(at)).is_some()
    });
    20 * same.count() >= 7 * all
}

fn neighbours(text: &str) -> Vec<(char, char)> {
    let padded: Vec<char> = format!(" {} ", text.to_lowercase()).chars().collect();
    padded.windows(2).map(|pair| (pair[0], pair[1])).collect()
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

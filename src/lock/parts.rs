//! What the answers to a question name, with fingerprints of their texts; it compares nothing.

use sha2::Digest;
use sha2::Sha256;

use crate::model::Interaction;
use crate::model::Item;
use crate::model::Letter;
use crate::model::PartId;
use crate::model::Prose;
use crate::model::ReleasedPart;
use crate::model::plain_text;

/// Characters of a text that people read in filiere.lock.
const WORDS: usize = 48;

/// Options, sources, items or blanks, in the order written; one that has a name is known by it,
/// whatever its text.
pub fn parts(interaction: &Interaction) -> Vec<ReleasedPart> {
    answers(interaction).into_iter().map(known).collect()
}

/// Targets of a matching question, in the order written.
pub fn targets(interaction: &Interaction) -> Vec<ReleasedPart> {
    aims(interaction).into_iter().map(known).collect()
}

/// The same as [`parts`], as if none had a name.
pub fn plain_parts(interaction: &Interaction) -> Vec<ReleasedPart> {
    answers(interaction).into_iter().map(|(part, _)| part).collect()
}

/// The same as [`targets`], as if none had a name.
pub fn plain_targets(interaction: &Interaction) -> Vec<ReleasedPart> {
    aims(interaction).into_iter().map(|(part, _)| part).collect()
}

type Named<'a> = (ReleasedPart, Option<&'a PartId>);

fn answers(interaction: &Interaction) -> Vec<Named<'_>> {
    match interaction {
        Interaction::Choice(choice) => {
            choice.options.iter().map(|o| (part(o.letter, &o.text.plain()), o.name.as_ref())).collect()
        }
        Interaction::Matching(matching) => matching.pairs.iter().map(|pair| item(&pair.source)).collect(),
        Interaction::Sequencing { items } => items.iter().map(item).collect(),
        Interaction::FillIn { blanks } => blanks.iter().map(|one| (blank(&one.name), None)).collect(),
        Interaction::TrueFalse { .. } | Interaction::Numeric(_) => Vec::new(),
    }
}

fn aims(interaction: &Interaction) -> Vec<Named<'_>> {
    match interaction {
        Interaction::Matching(matching) => matching.targets.iter().map(item).collect(),
        _ => Vec::new(),
    }
}

/// The word of the format for a type of question.
pub fn kind(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Choice(_) => "choice",
        Interaction::TrueFalse { .. } => "true-false",
        Interaction::Numeric(_) => "numeric",
        Interaction::FillIn { .. } => "fill-in",
        Interaction::Matching(_) => "matching",
        Interaction::Sequencing { .. } => "sequencing",
    }
}

/// Fingerprint of a prompt.
pub fn prompt(prompt: &Prose) -> String {
    prompt_words(&prompt.plain())
}

/// Fingerprint of the plain words of a prompt.
pub fn prompt_words(words: &str) -> String {
    fingerprint(&normal(words))
}

/// What is called `name` and reads so.
pub fn released_part(name: &str, text: &str) -> ReleasedPart {
    let text = normal(text);
    let words: String = text.chars().take(WORDS).collect();
    ReleasedPart { name: name.to_owned(), print: fingerprint(&text), words: words.trim_end().to_owned() }
}

/// With a name for good, its fingerprint is that name.
fn known((part, name): Named<'_>) -> ReleasedPart {
    match name {
        Some(name) => ReleasedPart { print: format!("#{name}"), ..part },
        None => part,
    }
}

fn blank(name: &str) -> ReleasedPart {
    ReleasedPart { name: name.to_owned(), print: fingerprint(name), words: String::new() }
}

fn item(item: &Item) -> Named<'_> {
    (part(item.letter, &plain_text(&item.text)), item.name.as_ref())
}

fn part(letter: Letter, text: &str) -> ReleasedPart {
    released_part(&letter.as_char().to_string(), text)
}

/// Spaces and marks of the end say nothing of an option.
fn normal(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ';', ',']).to_owned()
}

/// The first 12 hexadecimal digits of the SHA-256.
pub fn fingerprint(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

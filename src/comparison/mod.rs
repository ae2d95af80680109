//! Two finished packages side by side: what changed for learners, in files and identifiers, and whether
//! one can take the place of the other; it judges neither of them (`inspect` does).

mod answers;
mod blocks;
mod identifiers;
mod learner;
mod losses;
mod passages;
mod questions;
mod told;

pub use told::told;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::contents::Contents;
use crate::contents::Fault;
use crate::contents::File;
use crate::diag::Text;

/// The JSON Schema of what programs read: its file name and its text.
pub const SCHEMA: (&str, &str) = ("diff.schema.json", include_str!("../../schemas/diff.schema.json"));

/// What changed from one package to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// Version of this shape.
    pub v: u32,
    pub from: Side,
    pub to: Side,
    pub verdict: Verdict,
    /// What learners of the first would lose, a sentence each.
    pub losses: Vec<Text>,
    /// What learners see.
    pub changes: Vec<Change>,
    pub identifiers: Vec<Renamed>,
    pub state: Reading,
    pub files: Vec<FileChange>,
}

/// One of the packages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    pub module: String,
    pub version: String,
    pub language: String,
}

/// The best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The same files.
    Same,
    /// The second can replace the first without loss.
    Lossless,
    /// It would take something from learners.
    Lossy,
}

/// Something that learners see otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    pub about: About,
    pub id: String,
    pub text: Text,
}

/// What a change is about, in the order told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    Module,
    Page,
    Objective,
    Assessment,
    Question,
}

/// What a platform knows the module by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Renamed {
    pub what: String,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// Who reads states of the first package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    pub from: String,
    pub to: String,
    /// Whether the second package reads states of the first.
    pub read: bool,
}

/// A file that is not the same; `None`: it is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileChange {
    pub path: String,
    /// Bytes.
    pub from: Option<u64>,
    pub to: Option<u64>,
}

/// Compares two packages; the first may be in use.
pub fn compare(old: &Contents, new: &Contents) -> Result<Comparison, Fault> {
    let files = files(&old.files, &new.files);
    let state = reading(old, new);
    let identifiers = identifiers::renamed(old, new);
    let losses = losses::losses(old, new, &state, &identifiers)?;
    let verdict = match (files.is_empty(), losses.is_empty()) {
        (true, _) => Verdict::Same,
        (false, true) => Verdict::Lossless,
        (false, false) => Verdict::Lossy,
    };
    let changes = learner::changes(old, new);
    Ok(Comparison {
        v: 1,
        from: side(old),
        to: side(new),
        verdict,
        losses,
        changes,
        identifiers,
        state,
        files,
    })
}

fn side(contents: &Contents) -> Side {
    let info = &contents.data.module;
    Side { module: info.id.clone(), version: info.version.clone(), language: info.language.clone() }
}

fn reading(old: &Contents, new: &Contents) -> Reading {
    let (from, to) = (&old.data.state.hash, &new.data.state.hash);
    let read = from == to || new.data.state.earlier.iter().any(|one| one.hash == *from);
    Reading { from: from.clone(), to: to.clone(), read }
}

fn files(old: &BTreeMap<String, File>, new: &BTreeMap<String, File>) -> Vec<FileChange> {
    let mut paths: Vec<&String> = old.keys().chain(new.keys()).collect();
    paths.sort();
    paths.dedup();
    let changed = paths.into_iter().filter(|path| old.get(*path) != new.get(*path));
    let size = |files: &BTreeMap<String, File>, path: &String| files.get(path).map(|file| file.size);
    changed
        .map(|path| FileChange { path: path.clone(), from: size(old, path), to: size(new, path) })
        .collect()
}

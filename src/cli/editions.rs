//! Two editions side by side, package by package; how packages are compared is in `comparison`.

use std::fs;
use std::path::Path;

use serde::Serialize;

use crate::cli::context::Failure;
use crate::cli::decode;
use crate::comparison;
use crate::comparison::Comparison;
use crate::comparison::Verdict;
use crate::diag::Diagnostic;
use crate::diag::Text;
use crate::pipeline;
use crate::release;
use crate::release::Edition;
use crate::text;

/// What changed from one edition to another.
#[derive(Debug, Serialize)]
pub struct Editions {
    /// Version of this shape.
    v: u32,
    /// The worst of the packages'; a package that nothing replaces is a loss.
    pub verdict: Verdict,
    packages: Vec<Pair>,
    /// Packages that the other edition has no counterpart of.
    added: Vec<String>,
    removed: Vec<String>,
}

/// A package and what takes its place: the same module, language and standard.
#[derive(Debug, Serialize)]
struct Pair {
    from: String,
    to: String,
    comparison: Comparison,
}

/// Whether a path is the folder of an edition.
pub fn is_edition(path: &Path) -> bool {
    path.join(release::RECORD).is_file()
}

/// Compares the editions in two folders.
pub fn compare(from: &Path, to: &Path) -> Result<Result<Editions, Diagnostic>, Failure> {
    let (old, new) = (packages(from)?, packages(to)?);
    let counterpart = |all: &[Named], one: &Named| all.iter().find(|other| other.key == one.key).cloned();
    let alone = |list: &[Named], other: &[Named]| -> Vec<String> {
        let alone = list.iter().filter(|one| counterpart(other, one).is_none());
        alone.map(|one| one.file.clone()).collect()
    };
    let mut pairs = Vec::new();
    for (was, now) in old.iter().filter_map(|one| Some((one, counterpart(&new, one)?))) {
        let (was_at, now_at) = (from.join(&was.file), to.join(&now.file));
        let (first, second) = match (decode::open(&was_at)?, decode::open(&now_at)?) {
            (Ok(first), Ok(second)) => (first, second),
            (Err(finding), _) | (_, Err(finding)) => return Ok(Err(finding)),
        };
        match comparison::compare(&first, &second) {
            Ok(comparison) => pairs.push(Pair { from: was.file.clone(), to: now.file, comparison }),
            Err(fault) => return Ok(Err(fault.finding(&now_at.display().to_string()))),
        }
    }
    let (added, removed) = (alone(&new, &old), alone(&old, &new));
    let worst = pairs.iter().map(|pair| pair.comparison.verdict).max().unwrap_or(Verdict::Same);
    let verdict = if removed.is_empty() { worst } else { Verdict::Lossy };
    Ok(Ok(Editions { v: 1, verdict, packages: pairs, added, removed }))
}

/// A package of an edition; its key says what it can replace.
#[derive(Debug, Clone)]
struct Named {
    key: (String, String, String),
    file: String,
}

fn packages(folder: &Path) -> Result<Vec<Named>, Failure> {
    let path = folder.join(release::RECORD);
    let text =
        fs::read_to_string(&path).map_err(|cause| pipeline::Error::Read { path: path.clone(), cause })?;
    let edition = Edition::read(&text).map_err(|cause| {
        let path = path.display();
        Failure::Said(text! {
            fr: "{path} n'est pas le registre d'une édition : {cause}",
            en: "{path} is no record of an edition: {cause}",
        })
    })?;
    let named = |module: &release::EditionModule| -> Vec<Named> {
        let package = |package: &release::EditionPackage| Named {
            key: (module.id.clone(), module.language.clone(), package.target.clone()),
            file: package.file.clone(),
        };
        module.packages.iter().map(package).collect()
    };
    Ok(edition.modules.iter().flat_map(named).collect())
}

/// The whole of it, line by line.
pub fn told(found: &Editions) -> Vec<Text> {
    let mut out = Vec::new();
    for Pair { from, to, comparison } in &found.packages {
        out.push(text! { fr: "{from} → {to}", en: "{from} → {to}" });
        // The names of the files say what the first line would.
        out.extend(comparison::told(comparison).into_iter().skip(1));
        out.push(text! { fr: "", en: "" });
    }
    let added = found.added.iter().map(|file| text! { fr: "{file} : nouveau", en: "{file}: new" });
    let removed = found.removed.iter().map(|file| {
        text! { fr: "{file} : rien ne le remplace", en: "{file}: nothing replaces it" }
    });
    out.extend(added.chain(removed));
    let lossy = found.packages.iter().filter(|pair| pair.comparison.verdict == Verdict::Lossy).count();
    let (all, alone) = (found.packages.len(), found.removed.len());
    out.push(text! {
        fr: "Paquets comparés : {all}; à ne pas remplacer sans perte : {lossy}; sans remplaçant : {alone}",
        en: "Packages compared: {all}; not to be replaced without loss: {lossy}; without successor: {alone}",
    });
    out
}

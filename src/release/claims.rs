//! What release.json claims, beside what its packages say of themselves; it believes the packages.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::io::Read;
use std::ops::Range;
use std::path::Path;

use zip::ZipArchive;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::inspect;
use crate::inspect::Standard;
use crate::release::Edition;
use crate::release::EditionModule;
use crate::text;

/// Standards that a package of a target announces, one of them at least.
const STANDARDS: [(&str, &[Standard]); 2] =
    [("scorm12", &[Standard::Scorm12]), ("xapi", &[Standard::Cmi5, Standard::TinCan])];

/// Manifests that name what platforms know a module by.
const MANIFESTS: [&str; 3] = ["imsmanifest.xml", "tincan.xml", "cmi5.xml"];

/// Bytes of a manifest that are read: more is none of ours.
const LONGEST: u64 = 8 << 20;

/// That a file is so long and has that sum.
pub(super) struct Claim {
    pub file: String,
    pub bytes: u64,
    pub sha256: String,
}

/// Every claim of an edition about a file.
pub(super) fn claims(edition: &Edition) -> Vec<Claim> {
    let claim =
        |file: &str, bytes, sha256: &str| Claim { file: file.to_owned(), bytes, sha256: sha256.to_owned() };
    let mut out = Vec::new();
    for module in &edition.modules {
        for one in &module.packages {
            out.push(claim(&one.file, one.bytes, &one.sha256));
            out.push(claim(&one.latest, one.bytes, &one.sha256));
        }
        let others = module.documents.iter().chain([&module.source]);
        out.extend(others.map(|one| claim(&one.file, one.bytes, &one.sha256)));
    }
    out.extend(edition.kept.iter().map(|one| claim(&one.file, one.bytes, &one.sha256)));
    out.extend(edition.trials.iter().map(|one| claim(&one.file, one.bytes, &one.sha256)));
    out
}

/// Where the record names a file.
pub(super) fn place(record: &str, file: &str) -> Range<usize> {
    let quoted = serde_json::Value::from(file).to_string();
    record.find(&quoted).map_or(0..0, |at| at + 1..at + quoted.len() - 1)
}

/// A package that an edition names.
pub(super) struct Package<'a> {
    pub file: &'a str,
    target: &'a str,
    /// Of the present version: what is claimed of it.
    claimed: Option<(&'a EditionModule, &'a BTreeMap<String, String>)>,
}

/// Every package of an edition, those of earlier versions and the trials of platforms too.
pub(super) fn packages(edition: &Edition) -> Vec<Package<'_>> {
    let mut out = Vec::new();
    for module in &edition.modules {
        out.extend(module.packages.iter().map(|one| Package {
            file: &one.file,
            target: &one.target,
            claimed: Some((module, &one.identifiers)),
        }));
    }
    let kept = edition.kept.iter();
    out.extend(kept.map(|one| Package { file: &one.file, target: &one.target, claimed: None }));
    let trials = edition.trials.iter();
    out.extend(trials.map(|one| Package { file: &one.file, target: &one.target, claimed: None }));
    out
}

/// FIL8006: what the record says of itself must agree.
pub(super) fn coherent(edition: &Edition, file: FileId, record: &str, sink: &mut Sink) {
    let mut push = |at: Range<usize>, message| {
        sink.push(Diagnostic::new(Code::FIL8006, Span::new(file, at), message).hint(text! {
            fr: "refaites la publication",
            en: "make the release anew",
        }));
    };
    if edition.modules.iter().map(|module| &module.date).max() != Some(&edition.name) {
        push(
            place(record, &edition.name),
            text! {
                fr: "la publication ne porte pas la date de son module le plus récent",
                en: "the release does not bear the date of its newest module",
            },
        );
    }
    for module in &edition.modules {
        for old in module.earlier.iter().filter(|old| old.lossless != old.losses.is_empty()) {
            let (id, version) = (&module.id, &old.version);
            push(
                place(record, &module.id),
                text! {
                    fr: "du module « {id} », il est dit à la fois que {version} se remplace sans perte et ce qui se perdrait",
                    en: "of the module « {id} » it is said both that {version} can be replaced without loss and what would be lost",
                },
            );
        }
    }
}

/// Judges a package, and reports with FIL8006 what it does not say of itself.
pub(super) fn package(
    path: &Path,
    package: &Package,
    place: Span,
    sources: &mut Sources,
    sink: &mut Sink,
) -> io::Result<()> {
    let before = sink.error_count();
    let about = inspect::zip_into(path, sources, sink)?;
    if sink.error_count() > before {
        return Ok(());
    }
    let standards = STANDARDS.iter().find(|(target, _)| *target == package.target).map(|(_, all)| *all);
    let mut wrong = Vec::new();
    if !standards.is_some_and(|known| about.standards.iter().any(|one| known.contains(one))) {
        wrong.push(package.target);
    }
    if let Some((module, identifiers)) = package.claimed {
        let manifests = manifests(path)?;
        let titled = about.title.as_deref() == Some(&module.title);
        wrong.extend((!titled).then_some(module.title.as_str()));
        let named = |id: &&String| manifests.contains(&format!("\"{id}\""));
        wrong.extend(identifiers.values().filter(|id| !named(id)).map(String::as_str));
    }
    let file = package.file;
    for claim in wrong {
        let message = text! {
            fr: "release.json dit « {claim} » de « {file} », et le paquet ne le dit pas",
            en: "release.json says « {claim} » of « {file} », and the package does not",
        };
        sink.push(Diagnostic::new(Code::FIL8006, place, message).hint(text! {
            fr: "refaites la publication",
            en: "make the release anew",
        }));
    }
    Ok(())
}

/// The texts of the manifests of a package that can be read, one after the other.
fn manifests(path: &Path) -> io::Result<String> {
    let mut zip = ZipArchive::new(File::open(path)?)?;
    let mut out = Vec::new();
    for name in MANIFESTS {
        if let Ok(entry) = zip.by_name(name) {
            entry.take(LONGEST).read_to_end(&mut out)?;
        }
    }
    Ok(String::from_utf8_lossy(&out).into_owned())
}

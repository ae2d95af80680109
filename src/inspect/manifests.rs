//! Finds the manifests of a package, reads them and hands each to its judge.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::inspect::AT_ROOT;
use crate::inspect::about::About;
use crate::inspect::encoding;
use crate::inspect::files::Files;
use crate::inspect::pages;
use crate::inspect::scorm12;
use crate::inspect::scorm12::Manifest;
use crate::inspect::xapi;
use crate::inspect::xml;
use crate::inspect::xml::Element;
use crate::inspect::xml::Written;
use crate::text;

const SCORM: &str = "imsmanifest.xml";

/// Judges the manifests of a package, whose paths start with `prefix` in findings; what has no
/// manifest to stand in stands in `listing`.
pub(super) fn judge(
    files: &Files,
    prefix: &str,
    listing: Option<FileId>,
    sources: &mut Sources,
    sink: &mut Sink,
) -> About {
    let mut about = About { files: files.paths().count(), unpacked: files.length(), ..About::default() };
    let holds = |path: &str| files.holds(path);
    if let Some((file, root)) = read(files, SCORM, prefix, sources, sink) {
        scorm12::judge(&Manifest { root: &root, text: sources.text(file), files }, &mut about, sink);
    }
    for (name, standard, judge) in xapi::MANIFESTS {
        if let Some((_, root)) = read(files, name, prefix, sources, sink) {
            about.standards.push(*standard);
            judge(&root, &holds, sink);
            xapi::about(&root, &mut about);
        }
    }
    pages::elsewhere(files, prefix, sources, sink);
    if !AT_ROOT.iter().any(|name| holds(name)) {
        misplaced(files, prefix, listing, sources, sink);
    }
    about
}

/// The root of a manifest, or `None` after a finding or when there is no such manifest.
fn read(
    files: &Files,
    name: &str,
    prefix: &str,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<(FileId, Element)> {
    let bytes = files.bytes(name)?;
    let path = format!("{prefix}{name}");
    let (text, written) = match encoding::decoded(bytes) {
        Ok(read) => read,
        Err(at) => {
            let file = sources.add(path, &String::from_utf8_lossy(bytes));
            sink.push(not_utf8(Span::new(file, at..at + char::REPLACEMENT_CHARACTER.len_utf8())));
            return None;
        }
    };
    let file = sources.add(path, &text);
    if written == Written::Otherwise {
        sink.push(other_encoding(Span::new(file, 0..0)));
    }
    Some((file, xml::read(sources.text(file), file, written, sink)?))
}

/// Launching content, and cmi5, 14.1.0.0-2: platforms look for a manifest at the root alone.
fn misplaced(files: &Files, prefix: &str, listing: Option<FileId>, sources: &mut Sources, sink: &mut Sink) {
    let mut found = false;
    for path in files.paths() {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        if !AT_ROOT.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            continue;
        }
        found = true;
        let file = sources.add(format!("{prefix}{path}"), "");
        sink.push(in_the_wrong_place(Span::new(file, 0..0), folder, name));
    }
    if let Some(listing) = listing.filter(|_| !found) {
        let message = text! { fr: "le zip n'a pas de manifeste", en: "the zip has no manifest" };
        sink.push(Diagnostic::new(Code::FIL7005, Span::new(listing, 0..0), message).hint(text! {
            fr: "mettez imsmanifest.xml, cmi5.xml ou tincan.xml à la racine",
            en: "put imsmanifest.xml, cmi5.xml or tincan.xml at the root",
        }));
    }
}

fn in_the_wrong_place(at: Span, folder: &str, name: &str) -> Diagnostic {
    if folder.is_empty() {
        let message = text! { fr: "« {name} » a des majuscules", en: "« {name} » has capital letters" };
        return Diagnostic::new(Code::FIL7005, at, message).hint(text! {
            fr: "écrivez le nom en minuscules : Moodle ne le trouve pas autrement",
            en: "write the name in small letters: Moodle does not find it otherwise",
        });
    }
    let message = text! {
        fr: "« {name} » est dans le dossier « {folder} »",
        en: "« {name} » is in the folder « {folder} »",
    };
    Diagnostic::new(Code::FIL7005, at, message).hint(text! {
        fr: "refaites le zip sans ce dossier : le manifeste doit être à la racine",
        en: "make the zip anew without this folder: the manifest must be at the root",
    })
}

fn not_utf8(at: Span) -> Diagnostic {
    let message = text! { fr: "le fichier n'est pas en UTF-8", en: "the file is not in UTF-8" };
    Diagnostic::new(Code::FIL7001, at, message)
        .hint(text! { fr: "enregistrez-le en UTF-8", en: "save it in UTF-8" })
}

fn other_encoding(at: Span) -> Diagnostic {
    let message = text! {
        fr: "le manifeste est dans un autre encodage que UTF-8",
        en: "the manifest is in another encoding than UTF-8",
    };
    Diagnostic::new(Code::FIL7006, at, message)
        .hint(text! { fr: "enregistrez-le en UTF-8, que toutes les plateformes lisent", en: "save it in UTF-8, which all platforms read" })
}

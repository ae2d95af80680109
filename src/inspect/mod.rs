//! Judges packages as platforms will read them, whoever made them; it shares no code with `target`.
//!
//! So far it reads the manifests of xAPI; SCORM's has the official schemas as its judge, in tests.

mod schema;
mod values;
mod xapi;
mod xml;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::package::Entry;
use crate::package::Package;
use crate::text;

/// Manifests, of which a package has one at least, at its root.
const AT_ROOT: [&str; 3] = ["cmi5.xml", "imsmanifest.xml", "tincan.xml"];

/// What was found in a package, and the texts that findings refer to.
pub struct Judged {
    /// Its manifests.
    pub sources: Sources,
    /// Everything found, sorted.
    pub findings: Vec<Diagnostic>,
}

/// Judges every manifest of a package that it knows.
pub fn inspect(package: &Package) -> Judged {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let holds = |path: &str| package.get(path).is_some();
    for (name, judge) in xapi::MANIFESTS {
        let Some(Entry::Bytes(bytes)) = package.get(name) else { continue };
        let text = String::from_utf8_lossy(bytes);
        let file = sources.add(*name, &text);
        if let Err(error) = std::str::from_utf8(bytes) {
            let at = error.valid_up_to();
            sink.push(not_utf8(Span::new(file, at..at + char::REPLACEMENT_CHARACTER.len_utf8())));
            continue;
        }
        if let Some(root) = xml::read(&text, file, &mut sink) {
            judge(&root, &holds, &mut sink);
        }
    }
    if !AT_ROOT.iter().any(|name| holds(name)) {
        misplaced(package, &mut sources, &mut sink);
    }
    let findings = sink.into_sorted(&sources);
    Judged { sources, findings }
}

/// Launching content, and cmi5, 14.1.0.0-2: platforms look for a manifest at the root alone.
fn misplaced(package: &Package, sources: &mut Sources, sink: &mut Sink) {
    for (path, _) in package.entries() {
        let Some((folder, name)) = path.as_str().rsplit_once('/') else { continue };
        if AT_ROOT.contains(&name) {
            let file = sources.add(path.as_str(), "");
            let message = text! {
                fr: "« {name} » est dans le dossier « {folder} »",
                en: "« {name} » is in the folder « {folder} »",
            };
            let found = Diagnostic::new(Code::FIL7005, Span::new(file, 0..0), message);
            sink.push(found.hint(text! {
                fr: "refaites le zip sans ce dossier : le manifeste doit être à la racine",
                en: "make the zip anew without this folder: the manifest must be at the root",
            }));
        }
    }
}

fn not_utf8(at: Span) -> Diagnostic {
    let message = text! { fr: "le fichier n'est pas en UTF-8", en: "the file is not in UTF-8" };
    Diagnostic::new(Code::FIL7001, at, message)
        .hint(text! { fr: "enregistrez-le en UTF-8", en: "save it in UTF-8" })
}

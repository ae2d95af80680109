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
    let findings = sink.into_sorted(&sources);
    Judged { sources, findings }
}

fn not_utf8(at: Span) -> Diagnostic {
    let message = text! { fr: "le fichier n'est pas en UTF-8", en: "the file is not in UTF-8" };
    Diagnostic::new(Code::FIL7001, at, message)
        .hint(text! { fr: "enregistrez-le en UTF-8", en: "save it in UTF-8" })
}

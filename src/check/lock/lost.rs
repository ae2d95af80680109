//! What a new version takes away from learners who began with the last released one.

use crate::check::lock::places;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::lock;
use crate::lock::About;
use crate::lock::Entry;
use crate::lock::Said;
use crate::lock::words;
use crate::model::Release;
use crate::source::ModuleDraft;
use crate::text;

/// What becomes of a version that loses released identifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IdChange {
    /// It is refused.
    #[default]
    Refused,
    /// It is told, and goes on (`--allow-id-change`).
    Allowed,
}

/// FIL2013 to FIL2015, or FIL2017 when changes are allowed: what `now` lost since `last`.
pub fn lost(now: &Release, last: &Entry, draft: &ModuleDraft, ids: IdChange, sink: &mut Sink) {
    for loss in lock::losses(now, &last.release) {
        let at = place(draft, &loss.about);
        let code = match ids {
            IdChange::Refused => loss.code,
            IdChange::Allowed => Code::FIL2017,
        };
        let released = last.place(&loss.line);
        let Said { message, hints } = loss.said;
        let mut found = Diagnostic::new(code, at.unwrap_or(released), message);
        if at.is_some() {
            found = found.related(released, words::released(&last.release.version));
        }
        sink.push(hints.into_iter().fold(found, Diagnostic::hint));
    }
}

fn place(draft: &ModuleDraft, about: &About) -> Option<Span> {
    match about {
        About::Page(id) => places::page(draft, id),
        About::Objective(id) => places::objective(draft, id),
        About::Question(id) => places::question(draft, id),
        About::Nothing => None,
    }
}

/// FIL2016: `now` is the version of `last`, but not as it was released.
pub fn same_version(now: &Release, last: &Entry, draft: &ModuleDraft, sink: &mut Sink) {
    let mut promised = last.release.clone();
    if promised.iri.is_empty() {
        promised.iri.clone_from(&now.iri);
    }
    promised.packages.clone_from(&now.packages);
    if now.version != promised.version || *now == promised {
        return;
    }
    let version = &now.version;
    let message = text! {
        fr: "la version {version} est déjà publiée, avec d'autres identifiants, options ou questions",
        en: "version {version} is already released, with other identifiers, options or questions",
    };
    let at = places::version(draft).unwrap_or(last.head);
    let found = Diagnostic::new(Code::FIL2016, at, message);
    sink.push(found.related(last.head, words::released(version)).hint(text! {
        fr: "donnez un numéro plus grand à version, et sa date à date",
        en: "give version a higher number, and date its date",
    }));
}

//! What names modules to platforms and stores, and may change no more once released: ids and the IRI.

use crate::check::lock::IdChange;
use crate::check::lock::places;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::lock::Entry;
use crate::lock::Lock;
use crate::lock::Said;
use crate::lock::is_alike;
use crate::lock::words;
use crate::model::Release;
use crate::source::WorkspaceDraft;

/// FIL2013, or FIL2017 when changes are allowed: modules that were released under another name.
pub fn moved(now: &[Release], lock: &Lock, draft: &WorkspaceDraft, ids: IdChange, sink: &mut Sink) {
    for last in lock.last_ones() {
        let id = last.release.module.as_str();
        if draft.folders.iter().any(|folder| folder == id) {
            continue;
        }
        let new = now.iter().filter(|one| lock.of(&one.module, &one.language).is_empty());
        let mut alike = new.filter(|one| is_alike(&last.release, one));
        if let Some(found) = alike.next() {
            let at = places::module(draft, found.module.as_str());
            let said = words::module(id, found.module.as_str());
            sink.push(finding(ids, at, last, last.head, said));
        }
    }
    let is_elsewhere = |old: &&Entry, new: &Release| {
        let Release { module, language, iri, .. } = &old.release;
        (module, language) == (&new.module, &new.language) && !iri.is_empty() && *iri != new.iri
    };
    let lasts = lock.last_ones();
    let found = now.iter().find_map(|new| Some((new, lasts.iter().find(|old| is_elsewhere(old, new))?)));
    if let Some((new, last)) = found {
        let at = places::iri(draft);
        let said = words::iri(&last.release.iri, &new.iri);
        sink.push(finding(ids, at, last, last.place("iri"), said));
    }
}

fn finding(
    ids: IdChange,
    at: Option<Span>,
    last: &Entry,
    released: Span,
    Said { message, hints }: Said,
) -> Diagnostic {
    let code = match ids {
        IdChange::Refused => Code::FIL2013,
        IdChange::Allowed => Code::FIL2017,
    };
    let mut found = Diagnostic::new(code, at.unwrap_or(released), message);
    if at.is_some() {
        found = found.related(released, words::released(&last.release.version));
    }
    hints.into_iter().fold(found, Diagnostic::hint)
}

//! `filiere lock`: what the modules promise from now on, as the text of filiere.lock; nothing is written here.

use std::path::Path;

use crate::check;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::lock;
use crate::lock::Lock;
use crate::model::Module;
use crate::model::Release;
use crate::pipeline::Error;
use crate::pipeline::Terms;
use crate::pipeline::modules;
use crate::source;
use crate::source::ModuleDraft;
use crate::source::WorkspaceDraft;
use crate::state;

/// What `filiere lock` found.
pub struct Locked {
    /// The new text of filiere.lock.
    pub text: String,
    /// Whether it says anything new.
    pub changed: bool,
    /// Versions that it did not know: module and version.
    pub added: Vec<(String, String)>,
}

/// Checks the modules and adds their versions to filiere.lock; `None` when a finding forbids it.
pub fn lock(
    terms: Terms,
    root: &Path,
    selection: &[String],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<Option<Locked>, Error> {
    let draft = source::load_only(root, selection, sources, sink)?;
    let known = read(&draft, sink);
    let modules = modules(terms, &draft, &known, selection, sources, sink);
    for module in &modules {
        let found = draft.modules.iter().find(|one| one.folder == module.id.as_str());
        let Some(found) = found else { continue };
        unchanged(module, found, &known, sink);
    }
    if sink.has_errors() {
        return Ok(None);
    }
    let releases: Vec<Release> = modules.iter().map(state::release).collect();
    let text = known.text_with(&releases);
    let changed = draft.lock.as_ref().is_none_or(|file| file.text() != text);
    let is_new = |one: &&Release| {
        known.of(&one.module, &one.language).iter().all(|e| e.release.version != one.version)
    };
    let named = |one: &Release| (one.module.to_string(), one.version.clone());
    let added = releases.iter().filter(is_new).map(named).collect();
    Ok(Some(Locked { text, changed, added }))
}

/// The lock of a workspace; an empty one when there is none or when it was reported.
pub(super) fn read(draft: &WorkspaceDraft, sink: &mut Sink) -> Lock {
    draft.lock.as_ref().and_then(|file| lock::read(file, sink)).unwrap_or_default()
}

/// Gives a module the letters and the past that the lock knows, and reports what it lost.
pub(super) fn promise(terms: Terms, module: &mut Module, draft: &ModuleDraft, lock: &Lock, sink: &mut Sink) {
    let released = lock.of(&module.id, &module.language);
    check::letters(module, &released);
    module.earlier = released.iter().map(|entry| entry.release.clone()).collect();
    if let Some(last) = released.last() {
        check::lost(&state::release(module), last, draft, terms.ids, sink);
    }
}

/// Reports modules that were released under another name.
pub(super) fn moved(terms: Terms, modules: &[Module], draft: &WorkspaceDraft, lock: &Lock, sink: &mut Sink) {
    let now: Vec<Release> = modules.iter().map(state::release).collect();
    check::moved(&now, lock, draft, terms.ids, sink);
}

/// A version that was released stays as it was.
pub(super) fn unchanged(module: &Module, draft: &ModuleDraft, lock: &Lock, sink: &mut Sink) {
    let now = state::release(module);
    for entry in lock.of(&module.id, &module.language) {
        check::same_version(&now, entry, draft, sink);
    }
}

//! Where an author wrote an identifier; it judges nothing.

use crate::diag::Span;
use crate::source::ModuleDraft;
use crate::source::Value;
use crate::source::WorkspaceDraft;

/// Place of a question: its `id` in a bank, or its block in a page.
pub fn question(draft: &ModuleDraft, id: &str) -> Option<Span> {
    let mut banked = draft.banks.iter().flat_map(|bank| &bank.questions).filter_map(|q| q.text("id"));
    if let Some(found) = banked.find(|written| written.value == id) {
        return Some(found.span);
    }
    draft.pages.iter().find_map(|page| {
        let text = page.text.text();
        let block = format!("{{question}} {id}\n");
        text.find(&block).map(|at| page.text.span(at + "{question} ".len()..at + block.len() - 1))
    })
}

/// Place of a page: its first line.
pub fn page(draft: &ModuleDraft, id: &str) -> Option<Span> {
    let page = draft.pages.iter().find(|page| without_number(&page.name) == id)?;
    let first = page.text.text().lines().next().unwrap_or_default();
    Some(page.text.span(0..first.len()))
}

fn without_number(name: &str) -> &str {
    name.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-')
}

/// Place of an objective: its `id` in module.yaml.
pub fn objective(draft: &ModuleDraft, id: &str) -> Option<Span> {
    let objectives = draft.module.as_ref()?.list("objectives").iter().filter_map(Value::as_object);
    objectives.filter_map(|one| one.text("id")).find(|written| written.value == id).map(|id| id.span)
}

/// Place of the module's version.
pub fn version(draft: &ModuleDraft) -> Option<Span> {
    draft.module.as_ref()?.text("version").map(|version| version.span)
}

/// Place of a module's id.
pub fn module(draft: &WorkspaceDraft, id: &str) -> Option<Span> {
    let found = draft.modules.iter().find(|module| module.folder == id)?;
    found.module.as_ref()?.text("id").map(|id| id.span)
}

/// Place of the workspace's IRI.
pub fn iri(draft: &WorkspaceDraft) -> Option<Span> {
    draft.object.as_ref()?.text("iri").map(|iri| iri.span)
}

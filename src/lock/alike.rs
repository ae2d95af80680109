//! Whether a module is an earlier one under another id; it says nothing of what that costs.

use std::collections::BTreeSet;

use crate::model::Release;

/// Whether the new module has the language and at least half of the pages and questions of the old one.
pub fn is_alike(old: &Release, new: &Release) -> bool {
    let same_language = old.language == new.language;
    let (old, new) = (names(old), names(new));
    same_language && !old.is_empty() && 2 * old.intersection(&new).count() >= old.len()
}

fn names(release: &Release) -> BTreeSet<(bool, &str)> {
    let pages = release.pages.iter().map(|id| (true, id.as_str()));
    pages.chain(release.questions.keys().map(|id| (false, id.as_str()))).collect()
}

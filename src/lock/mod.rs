//! filiere.lock, what was released: read and judged here, put into words, and compared by others;
//! only `filiere lock` writes the file.

mod alike;
mod losses;
mod parts;
mod read;
pub(crate) mod words;
mod write;

#[cfg(test)]
mod tests;

pub use alike::is_alike;
pub use losses::About;
pub use losses::Loss;
pub use losses::losses;
pub use parts::kind;
pub use parts::parts;
pub use parts::plain_parts;
pub use parts::plain_targets;
pub use parts::prompt;
pub use parts::prompt_words;
pub use parts::released_part;
pub use parts::targets;
pub use read::read;
pub use words::Said;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::diag::Span;
use crate::model::LangTag;
use crate::model::ModuleId;
use crate::model::Release;

/// Every released version, each once.
#[derive(Debug, Default)]
pub struct Lock {
    entries: Vec<Entry>,
}

/// A released version and the places of its lines.
#[derive(Debug)]
pub struct Entry {
    /// What was released.
    pub release: Release,
    /// Its first line.
    pub head: Span,
    places: BTreeMap<String, Span>,
}

impl Entry {
    /// Where a line stands, as `page cuve`, `question t5` or `part t5 a`; its section's head else.
    pub fn place(&self, line: &str) -> Span {
        self.places.get(line).copied().unwrap_or(self.head)
    }
}

impl Lock {
    /// Released versions of a module in one language, the last one last.
    pub fn of(&self, module: &ModuleId, language: &LangTag) -> Vec<&Entry> {
        let mut found: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| entry.release.module == *module && entry.release.language == *language)
            .collect();
        found.sort_by_key(|entry| write::numbers(&entry.release.version));
        found
    }

    /// The last released version of each module in each language.
    pub fn last_ones(&self) -> Vec<&Entry> {
        let names: BTreeSet<_> =
            self.entries.iter().map(|entry| (&entry.release.module, &entry.release.language)).collect();
        names.into_iter().filter_map(|(module, language)| self.of(module, language).pop()).collect()
    }

    /// The text of the file with `more` in it; sums of packages that it knew stay.
    pub fn text_with(&self, more: &[Release]) -> String {
        write::text(&self.merged(more).iter().collect::<Vec<_>>())
    }

    fn merged(&self, more: &[Release]) -> Vec<Release> {
        let known = || self.entries.iter().map(|entry| &entry.release);
        let mut more = more.to_vec();
        for new in &mut more {
            let old = known().find(|old| is_same(old, new));
            for (target, sum) in old.into_iter().flat_map(|old| &old.packages) {
                new.packages.entry(target.clone()).or_insert_with(|| sum.clone());
            }
        }
        let kept = known().filter(|one| !more.iter().any(|new| is_same(one, new))).cloned();
        kept.collect::<Vec<_>>().into_iter().chain(more).collect()
    }

    /// The text of the file with `more` in it, of one module in one language alone.
    pub fn text_of(&self, module: &ModuleId, language: &LangTag, more: &[Release]) -> String {
        let all = self.merged(more);
        let own = all.iter().filter(|one| (&one.module, &one.language) == (module, language));
        write::text(&own.collect::<Vec<_>>())
    }
}

/// Whether both are the same version of the same module in the same language.
fn is_same(a: &Release, b: &Release) -> bool {
    (&a.module, &a.version, &a.language) == (&b.module, &b.version, &b.language)
}

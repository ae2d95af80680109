//! Packages that were built, beside those that were released under the same numbers; it writes none.

use std::collections::BTreeMap;

use crate::check;
use crate::check::Fate;
use crate::diag::Sink;
use crate::model::Module;
use crate::pipeline::Candidate;
use crate::pipeline::Error;
use crate::pipeline::Packed;
use crate::release;
use crate::release::Edition;
use crate::state;

/// Where packages are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where releases stand.
    Dist,
    /// In a folder that was named for them.
    Apart,
}

/// Reports the packages that bear the number of a released version and have other bytes: errors
/// where a release stands or would stand, warnings elsewhere.
pub fn released(candidate: &Candidate, packed: &Packed, place: Place, sink: &mut Sink) -> Result<(), Error> {
    let edition = release::standing(packed.out())?;
    let fate = if place == Place::Apart && edition.is_none() { Fate::Tried } else { Fate::Built };
    for module in candidate.modules() {
        let mut now = state::release(module);
        now.packages = packed.sums(&module.id);
        let last = candidate.entry(module);
        if let Some(draft) = candidate.draft(module) {
            check::same_bytes(&now, last, &given(edition.as_ref(), module), fate, draft, sink);
        }
    }
    Ok(())
}

/// Sums that the edition gives packages of this very version, by target.
fn given(edition: Option<&Edition>, module: &Module) -> BTreeMap<String, String> {
    edition.map(|edition| edition.sums(module)).unwrap_or_default()
}

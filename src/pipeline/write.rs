//! Writes the packages of one run, all or none; it never deletes what it did not write.

use std::path::Path;
use std::path::PathBuf;

use crate::archive;
use crate::archive::Pending;
use crate::archive::Written;
use crate::pipeline::Compiled;
use crate::pipeline::Error;

/// A package that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Where it stands.
    pub path: PathBuf,
    /// What stands in it.
    pub written: Written,
    /// Characters of the learner's state in the worst case.
    pub state: usize,
    /// Characters that the target allows for it.
    pub state_limit: usize,
    /// Released ways of packing states that it reads besides its own.
    pub earlier: usize,
    /// Bytes that they take in it.
    pub earlier_bytes: usize,
}

/// Writes every package into the folder `out`, or none: each goes under a temporary name first,
/// and they get their names only when all of them are whole.
pub fn write(compiled: &[Compiled], out: &Path, progress: &dyn Fn(u64)) -> Result<Vec<Built>, Error> {
    let options = archive::Options { progress, ..archive::Options::default() };
    let pending = compiled
        .iter()
        .map(|one| Ok(archive::write(&one.package, one.first, out, &options)?))
        .collect::<Result<Vec<Pending>, Error>>()?;
    compiled.iter().zip(pending).map(|(one, pending)| commit(one, pending, out)).collect()
}

fn commit(one: &Compiled, pending: Pending, out: &Path) -> Result<Built, Error> {
    let path = out.join(&one.name);
    let written = pending.commit(&path)?;
    let Compiled { state, state_limit, earlier, earlier_bytes, .. } = *one;
    Ok(Built { path, written, state, state_limit, earlier, earlier_bytes })
}

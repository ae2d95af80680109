//! Writes the packages of one run, all or none; it never deletes what it did not write.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use crate::archive;
use crate::archive::Pending;
use crate::archive::Written;
use crate::model::ModuleId;
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

/// Packages that stand whole under temporary names, which go when it is dropped.
pub struct Packed<'a> {
    pending: Vec<(&'a Compiled, Pending)>,
    out: PathBuf,
}

/// Writes every package into the folder `out`, or none: each goes under a temporary name first,
/// and they get their names only when all of them are whole.
pub fn write(compiled: &[Compiled], out: &Path, progress: &dyn Fn(u64)) -> Result<Vec<Built>, Error> {
    pack(compiled, out, progress)?.commit()
}

/// Writes every package under a temporary name.
pub fn pack<'a>(compiled: &'a [Compiled], out: &Path, progress: &dyn Fn(u64)) -> Result<Packed<'a>, Error> {
    let options = archive::Options { progress, ..archive::Options::default() };
    let pending = compiled
        .iter()
        .map(|one| Ok((one, archive::write(&one.package, one.first, out, &options)?)))
        .collect::<Result<_, Error>>()?;
    Ok(Packed { pending, out: out.to_owned() })
}

impl Packed<'_> {
    /// Gives each its name.
    pub fn commit(self) -> Result<Vec<Built>, Error> {
        self.pending.into_iter().map(|(one, pending)| commit(one, pending, &self.out)).collect()
    }

    /// The folder that they stand in.
    pub(super) fn out(&self) -> &Path {
        &self.out
    }

    /// Sums of the packages of a module, by target.
    pub(super) fn sums(&self, module: &ModuleId) -> BTreeMap<String, String> {
        let own = self.pending.iter().filter(|(one, _)| one.module == *module);
        own.map(|(one, pending)| (one.target.to_owned(), pending.written().sha256.to_string())).collect()
    }
}

fn commit(one: &Compiled, pending: Pending, out: &Path) -> Result<Built, Error> {
    let path = out.join(&one.name);
    let written = pending.commit(&path)?;
    let Compiled { state, state_limit, earlier, earlier_bytes, .. } = *one;
    Ok(Built { path, written, state, state_limit, earlier, earlier_bytes })
}

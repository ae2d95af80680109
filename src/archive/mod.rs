//! Writes a package as a zip, always the same bytes, in flat memory; it decides no content and reads no zip.
//!
//! Workers read, hash and compress ahead; one writer puts the entries in order. The zip crate's own
//! parallel functions write entries as they end, so that a folder gives another archive every time.

mod again;
mod compression;
mod error;
mod hash;
mod output;
mod prepare;
mod single;
mod stored;
mod window;
mod writer;

use std::fs;
use std::io;
use std::path::Path;
use std::thread;

use tempfile::NamedTempFile;

use crate::archive::prepare::Prepared;
use crate::archive::window::Window;
use crate::archive::writer::Writer;
use crate::package::Entry;
use crate::package::Package;
use crate::package::PackagePath;

pub use crate::archive::error::Error;
pub use crate::archive::hash::Hash;

/// How to write; no choice here changes a byte of the zip.
pub struct Options<'a> {
    /// Threads that read and compress, beside the one that writes.
    pub workers: usize,
    /// Told the length of each entry once it is in the zip.
    pub progress: &'a dyn Fn(u64),
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { workers: 2, progress: &|_| {} }
    }
}

/// What stands in a zip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Length of the zip.
    pub bytes: u64,
    /// SHA-256 of the zip.
    pub sha256: Hash,
    /// In the order of the zip.
    pub files: Vec<WrittenFile>,
}

/// One entry of a zip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    pub path: PackagePath,
    /// Length of the content.
    pub bytes: u64,
    /// SHA-256 of the content.
    pub sha256: Hash,
}

/// A whole zip under a temporary name: dropped unless it is committed.
#[derive(Debug)]
pub struct Pending {
    file: NamedTempFile,
    written: Written,
}

impl Pending {
    /// What it holds.
    pub fn written(&self) -> &Written {
        &self.written
    }

    /// Gives it its name in one step; `out` stands in the folder that [`write`] was told.
    pub fn commit(self, out: &Path) -> Result<Written, Error> {
        match self.file.persist(out) {
            Ok(_) => Ok(self.written),
            Err(error) => Err(Error::Write { path: out.to_owned(), cause: error.error }),
        }
    }
}

/// Writes `package` into a temporary file of `folder`: `first` in their order, then the others by path.
pub fn write(package: &Package, first: &[&str], folder: &Path, options: &Options) -> Result<Pending, Error> {
    let fail = |cause: io::Error| Error::Write { path: folder.to_owned(), cause };
    fs::create_dir_all(folder).map_err(fail)?;
    let file = temporary().tempfile_in(folder).map_err(fail)?;
    let mut writer = Writer::new(file.reopen().map_err(fail)?, folder);
    entries(&in_order(package, first), &mut writer, options)?;
    Ok(Pending { written: writer.finish()?, file })
}

fn temporary() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".filiere-").suffix(".part");
    // Without it the zip would be readable by its owner only.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

fn in_order<'a>(package: &'a Package, first: &[&str]) -> Vec<(&'a PackagePath, &'a Entry)> {
    let mut entries: Vec<_> = package.entries().collect();
    let rank =
        |path: &PackagePath| first.iter().position(|name| *name == path.as_str()).unwrap_or(first.len());
    entries.sort_by_key(|(path, _)| rank(path));
    entries
}

fn entries(list: &[(&PackagePath, &Entry)], writer: &mut Writer, options: &Options) -> Result<(), Error> {
    let window = Window::new(list.iter().map(|(_, entry)| prepare::memory(entry)).collect());
    thread::scope(|scope| {
        for _ in 0..options.workers.max(1) {
            scope.spawn(|| work(list, &window));
        }
        let _stop = window.stop_when_dropped();
        for (path, _) in list {
            // Nothing comes any more when a worker has panicked: the scope passes its panic on.
            let Some(prepared) = window.take() else { break };
            (options.progress)(writer.add(path, prepared?)?);
        }
        Ok(())
    })
}

fn work<'a>(list: &[(&'a PackagePath, &'a Entry)], window: &Window<Result<Prepared<'a>, Error>>) {
    let _stop = window.stop_on_panic();
    let mut compressor = compression::Compressor::new();
    while let Some(index) = window.claim() {
        let (path, entry) = list[index];
        window.put(index, prepare::prepare(path, entry, &mut compressor));
    }
}

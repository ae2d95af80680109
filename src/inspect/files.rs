//! The files of a package as a judge sees them: every path, and the bytes of those that it reads.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::package::Entry;
use crate::package::Package;

/// The files by their paths.
#[derive(Debug, Default)]
pub(super) struct Files<'a> {
    files: BTreeMap<Cow<'a, str>, One<'a>>,
}

#[derive(Debug)]
struct One<'a> {
    length: u64,
    bytes: Option<Cow<'a, [u8]>>,
}

impl<'a> Files<'a> {
    /// The files of a package that is not written yet.
    pub fn of(package: &'a Package) -> Self {
        let one = |entry: &'a Entry| match entry {
            Entry::Bytes(bytes) => One { length: entry.length(), bytes: Some(Cow::Borrowed(bytes)) },
            Entry::File { length, .. } => One { length: *length, bytes: None },
        };
        let files = package.entries().map(|(path, entry)| (Cow::Borrowed(path.as_str()), one(entry)));
        Self { files: files.collect() }
    }

    /// Puts a file; the first one at a path stays, as in Moodle.
    pub fn insert(&mut self, path: String, length: u64, bytes: Option<Vec<u8>>) {
        self.files.entry(Cow::Owned(path)).or_insert(One { length, bytes: bytes.map(Cow::Owned) });
    }

    pub fn holds(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The content of a file that judges read.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path)?.bytes.as_deref()
    }

    /// Every path, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(AsRef::as_ref)
    }

    /// Bytes of all files together.
    pub fn length(&self) -> u64 {
        self.files.values().fold(0, |sum, one| sum.saturating_add(one.length))
    }
}

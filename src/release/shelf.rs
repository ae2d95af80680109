//! The files of a new edition while it is made, each with its sum; it decides no content.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::archive::Hash;
use crate::release::EditionFile;
use crate::release::Error;
use crate::release::RECORD;
use crate::release::SUMS;
use crate::release::folder;
use crate::release::sums;

/// What was put into the folder of a new edition so far.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    sums: BTreeMap<String, String>,
}

/// What became of a file that was to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It is on the shelf.
    Done,
    /// It is no longer in the last edition.
    Gone,
    /// It is not what was released.
    Altered,
}

impl Shelf {
    /// The shelf of an empty folder.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), sums: BTreeMap::new() }
    }

    /// Whether a file of that name is there.
    pub fn holds(&self, name: &str) -> bool {
        self.sums.contains_key(name)
    }

    /// Takes note of a file that was written there.
    pub fn note(&mut self, name: &str, bytes: u64, sum: &str) -> EditionFile {
        self.sums.insert(name.to_owned(), sum.to_owned());
        EditionFile { file: name.to_owned(), bytes, sha256: sum.to_owned() }
    }

    /// Writes a file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<EditionFile, Error> {
        let path = self.place(name)?;
        fs::write(&path, bytes).map_err(Error::write(&path))?;
        Ok(self.note(name, bytes.len() as u64, &Hash::of(bytes).to_string()))
    }

    /// Gives a file that is there a second name.
    pub fn alias(&mut self, name: &str, alias: &str) -> Result<(), Error> {
        let Some(sum) = self.sums.get(name).cloned() else { return Ok(()) };
        let from = self.folder.join(name);
        self.same(&from, alias)?;
        self.sums.insert(alias.to_owned(), sum);
        Ok(())
    }

    /// Takes a file over from the last edition, as long as its sum is still `sum`.
    pub fn keep(&mut self, last: &Path, name: &str, sum: &str) -> Result<Keeping, Error> {
        let from = last.join(name);
        if !from.is_file() {
            return Ok(Keeping::Gone);
        }
        let (_, found) = sums::of_file(&from).map_err(Error::read(&from))?;
        if found != sum {
            return Ok(Keeping::Altered);
        }
        self.same(&from, name)?;
        self.sums.insert(name.to_owned(), found);
        Ok(Keeping::Done)
    }

    /// Writes the record and the sums of everything, and waits until the disk holds them.
    pub fn close(mut self, record: &str) -> Result<usize, Error> {
        self.add(RECORD, record.as_bytes())?;
        let sums: Vec<_> = self.sums.iter().map(|(name, sum)| (name.as_str(), sum.as_str())).collect();
        let text = sums::text(&sums);
        let path = self.place(SUMS)?;
        fs::write(&path, text).map_err(Error::write(&path))?;
        for name in self.sums.keys().map(String::as_str).chain([SUMS, ""]) {
            let path = self.folder.join(name);
            folder::settle(&path).map_err(Error::write(&path))?;
        }
        Ok(self.sums.len() + 1)
    }

    /// The same bytes at `name`: a second name of the file where the disk knows that, else a copy.
    fn same(&self, from: &Path, name: &str) -> Result<(), Error> {
        let to = self.place(name)?;
        if fs::hard_link(from, &to).is_err() {
            fs::copy(from, &to).map_err(Error::write(&to))?;
        }
        Ok(())
    }

    fn place(&self, name: &str) -> Result<PathBuf, Error> {
        let path = self.folder.join(name);
        let above = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(above).map_err(Error::write(above))?;
        Ok(path)
    }
}

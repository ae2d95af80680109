//! What the folder holds before it is replaced: the last edition, and nothing that is not ours.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::release::Edition;
use crate::release::Error;
use crate::release::RECORD;
use crate::release::SUMS;
use crate::release::sums;

/// What systems leave in folders.
const LEFT: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The last edition, if any.
#[derive(Debug, Default)]
pub struct Held {
    /// What it says of itself; `None` in a folder of builds.
    pub edition: Option<Edition>,
    /// Sums of its files, by path.
    pub sums: BTreeMap<String, String>,
}

/// What stands at `dist`; a file that `is_build` does not know and no edition lists is refused.
pub fn held(dist: &Path, is_build: &dyn Fn(&str) -> bool) -> Result<Held, Error> {
    if !dist.exists() {
        return Ok(Held::default());
    }
    let edition = standing(dist)?;
    // Without a record of ours, the list may be of somebody else's files.
    let listed = if edition.is_some() { read(&dist.join(SUMS))? } else { String::new() };
    let sums = listed.lines().filter_map(sums::line);
    let sums: BTreeMap<_, _> = sums.map(|(path, sum)| (path.to_owned(), sum.to_owned())).collect();
    let ours = |file: &str| {
        (file == SUMS && edition.is_some()) || sums.contains_key(file) || is_build(file) || is_left(file)
    };
    if let Some(file) = files(dist)?.into_iter().find(|file| !ours(file)) {
        return Err(Error::Foreign { folder: dist.to_owned(), file });
    }
    Ok(Held { edition, sums })
}

/// The edition that stands at `dist`, if any.
pub fn standing(dist: &Path) -> Result<Option<Edition>, Error> {
    Ok(Edition::read(&read(&dist.join(RECORD))?).ok())
}

/// Whether a file is what systems leave in folders.
pub(super) fn is_left(file: &str) -> bool {
    LEFT.contains(&file.rsplit('/').next().unwrap_or(file))
}

/// The text of a file; empty when it is not there.
fn read(path: &Path) -> Result<String, Error> {
    match fs::read_to_string(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        other => other.map_err(Error::read(path)),
    }
}

/// Paths of every file below a folder, with `/`, sorted.
pub(super) fn files(folder: &Path) -> Result<Vec<String>, Error> {
    let mut out = Vec::new();
    walk(folder, "", &mut out)?;
    out.sort();
    Ok(out)
}

#[expect(clippy::disallowed_methods, reason = "the list is sorted before it is used")]
fn walk(folder: &Path, prefix: &str, out: &mut Vec<String>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::read(folder))? {
        let entry = entry.map_err(Error::read(folder))?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(Error::read(&entry.path()))?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), out)?;
        } else {
            out.push(path);
        }
    }
    Ok(())
}

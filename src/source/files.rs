//! Lists a folder, sorted, and reads texts; the only place that asks the disk what is there.
//!
//! It never reads media: of those it takes the length alone.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use unicode_normalization::UnicodeNormalization;

use crate::source::LoadError;

/// Texts above this are not read.
pub(super) const TEXT_LIMIT: u64 = 8 * 1024 * 1024;

/// Folders inside folders that are followed.
pub(super) const DEPTH: usize = 16;

/// A file on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Path below the folder that was listed, NFC, with `/`.
    pub(super) path: String,
    pub(super) disk: PathBuf,
    pub(super) length: u64,
    pub(super) place: Place,
}

/// Where what was found stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A file below the folder.
    Inside,
    /// A symbolic link that leaves the folder, or leads nowhere.
    Outside,
    /// A folder below too many others: it is not followed.
    TooDeep,
}

/// The folders in `folder`, by NFC name; none when it does not exist.
pub(super) fn folders(folder: &Path) -> Result<Vec<(String, PathBuf)>, LoadError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = entries(folder)?;
    Ok(entries.into_iter().filter(|(_, path)| path.is_dir()).collect())
}

/// Every file below `folder`, by path.
pub(super) fn files(folder: &Path) -> Result<Vec<Found>, LoadError> {
    let real = folder.canonicalize().map_err(|cause| error(folder, cause))?;
    let mut out = Vec::new();
    walk(folder, "", &real, DEPTH, &mut out)?;
    out.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(out)
}

/// The bytes of a text file.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Whether a file stands at `path`.
pub(super) fn exists(path: &Path) -> bool {
    path.is_file()
}

fn walk(
    folder: &Path,
    prefix: &str,
    real: &Path,
    depth: usize,
    out: &mut Vec<Found>,
) -> Result<(), LoadError> {
    for (name, disk) in entries(folder)? {
        let path = format!("{prefix}{name}");
        let link = fs::symlink_metadata(&disk).map_err(|cause| error(&disk, cause))?.is_symlink();
        if link && !disk.canonicalize().is_ok_and(|target| target.starts_with(real)) {
            out.push(Found { path, disk, length: 0, place: Place::Outside });
            continue;
        }
        let metadata = fs::metadata(&disk).map_err(|cause| error(&disk, cause))?;
        if metadata.is_file() {
            out.push(Found { path, disk, length: metadata.len(), place: Place::Inside });
        } else if metadata.is_dir() && !link && depth > 0 {
            walk(&disk, &format!("{path}/"), real, depth - 1, out)?;
        } else if metadata.is_dir() && !link {
            out.push(Found { path, disk, length: 0, place: Place::TooDeep });
        }
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "this is the place that sorts what read_dir gives")]
fn entries(folder: &Path) -> Result<Vec<(String, PathBuf)>, LoadError> {
    let read = fs::read_dir(folder).map_err(|cause| error(folder, cause))?;
    let mut out = Vec::new();
    for entry in read {
        let entry = entry.map_err(|cause| error(folder, cause))?;
        let name: String = entry.file_name().to_string_lossy().nfc().collect();
        if !is_ignored(&name) {
            out.push((name, entry.path()));
        }
    }
    out.sort();
    Ok(out)
}

/// What systems and editors leave behind.
fn is_ignored(name: &str) -> bool {
    let left = ["Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX"];
    name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') || left.contains(&name)
}

fn error(path: &Path, cause: io::Error) -> LoadError {
    LoadError { path: path.to_owned(), cause }
}

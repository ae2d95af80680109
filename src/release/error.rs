//! What the machine refused while an edition was read or written, and what is no edition of ours.

use std::io;
use std::path::Path;
use std::path::PathBuf;

/// Why a folder could not be read or replaced.
#[derive(Debug)]
pub enum Error {
    /// A file or folder cannot be read.
    Read { path: PathBuf, cause: io::Error },
    /// A file or folder cannot be written.
    Write { path: PathBuf, cause: io::Error },
    /// The folder holds a file that no edition or build of ours put there.
    Foreign { folder: PathBuf, file: String },
    /// The folder is a disk of its own, or stands on another one: no other can take its name.
    Mounted { folder: PathBuf },
    /// Another release of the same folder is under way.
    Busy { folder: PathBuf },
}

impl Error {
    /// A failure to read `path`.
    pub(super) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |cause| Self::Read { path: path.to_owned(), cause }
    }

    /// A failure to write `path`.
    pub(super) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        move |cause| Self::Write { path: path.to_owned(), cause }
    }
}

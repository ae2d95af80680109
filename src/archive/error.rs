//! What the machine can refuse while a zip is written; nothing here is about content.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// A failure of the machine, with the path it concerns.
#[derive(Debug)]
pub enum Error {
    /// A file of the package cannot be read.
    Read { path: PathBuf, cause: io::Error },
    /// A file of the package has another length than when it was checked.
    Changed { path: PathBuf },
    /// The zip, or its folder, cannot be written.
    Write { path: PathBuf, cause: io::Error },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { path, cause } => write!(f, "cannot read {}: {cause}", path.display()),
            Self::Changed { path } => write!(f, "{} changed while it was read", path.display()),
            Self::Write { path, cause } => write!(f, "cannot write in {}: {cause}", path.display()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Read { cause, .. } | Self::Write { cause, .. } => Some(cause),
            Self::Changed { .. } => None,
        }
    }
}

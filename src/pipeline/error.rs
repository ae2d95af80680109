//! What the machine refused: a path and what the system said; never a fault of content.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::archive;
use crate::diag::Text;
use crate::source;
use crate::text;

/// A failure of the machine.
#[derive(Debug)]
pub enum Error {
    /// A file or folder of the workspace cannot be read.
    Read { path: PathBuf, cause: io::Error },
    /// A file of a module has another length than when it was checked.
    Changed { path: PathBuf },
    /// A file or folder of the output cannot be written.
    Write { path: PathBuf, cause: io::Error },
}

impl Error {
    /// What happened, where, and what the system said.
    pub fn text(&self) -> Text {
        match self {
            Self::Read { path, cause } => {
                let path = path.display();
                text! { fr: "{path} ne peut être lu\u{a0}: {cause}", en: "{path} cannot be read: {cause}" }
            }
            Self::Changed { path } => {
                let path = path.display();
                text! {
                    fr: "{path} a changé pendant la lecture; relancez la commande",
                    en: "{path} changed while it was read; run the command again",
                }
            }
            Self::Write { path, cause } => {
                let path = path.display();
                text! { fr: "{path} ne peut être écrit\u{a0}: {cause}", en: "{path} cannot be written: {cause}" }
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text().en)
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

impl From<source::LoadError> for Error {
    fn from(error: source::LoadError) -> Self {
        Self::Read { path: error.path, cause: error.cause }
    }
}

impl From<archive::Error> for Error {
    fn from(error: archive::Error) -> Self {
        match error {
            archive::Error::Read { path, cause } => Self::Read { path, cause },
            archive::Error::Changed { path } => Self::Changed { path },
            archive::Error::Write { path, cause } => Self::Write { path, cause },
        }
    }
}

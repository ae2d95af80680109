//! What the machine refused: a path and what the system said; never a fault of content.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::archive;
use crate::diag::Text;
use crate::release;
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
    /// The folder of an edition holds a file that is not ours: it would be deleted.
    Foreign { folder: PathBuf, file: String },
    /// The folder of an edition is where a disk is mounted: no other can take its name.
    Mounted { folder: PathBuf },
    /// Another release of the same folder is under way.
    Busy { folder: PathBuf },
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
            Self::Foreign { folder, file } => {
                let folder = folder.display();
                text! {
                    fr: "{folder} contient « {file} », que ni une publication ni une compilation n'y a mis; déplacez-le, ou choisissez un autre dossier par --out",
                    en: "{folder} holds « {file} », which neither a release nor a build put there; move it, or choose another folder with --out",
                }
            }
            Self::Mounted { folder } => {
                let folder = folder.display();
                text! {
                    fr: "{folder} est un point de montage : le système ne laisse aucun dossier prendre sa place, et rien n'a changé; nommez par --out un dossier qui s'y trouve, comme {folder}/edition",
                    en: "{folder} is a mount point: the system lets no folder take its place, and nothing has changed; name with --out a folder inside it, as {folder}/edition",
                }
            }
            Self::Busy { folder } => {
                let folder = folder.display();
                text! {
                    fr: "une autre publication vers {folder} est en cours; attendez qu'elle finisse",
                    en: "another release into {folder} is under way; wait until it ends",
                }
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
            Self::Changed { .. } | Self::Foreign { .. } | Self::Mounted { .. } | Self::Busy { .. } => None,
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

impl From<release::Error> for Error {
    fn from(error: release::Error) -> Self {
        match error {
            release::Error::Read { path, cause } => Self::Read { path, cause },
            release::Error::Write { path, cause } => Self::Write { path, cause },
            release::Error::Foreign { folder, file } => Self::Foreign { folder, file },
            release::Error::Mounted { folder } => Self::Mounted { folder },
            release::Error::Busy { folder } => Self::Busy { folder },
        }
    }
}

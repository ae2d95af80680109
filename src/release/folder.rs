//! The folder of an edition and the two that stand beside it while it is replaced; it knows no file of it.
//!
//! The new edition is made whole in `.dist.filiere-new`, then takes the place of `dist` in one
//! exchange. Where the system has none, `dist` steps aside as `.dist.filiere-old` first: a run that
//! ends there leaves no `dist`, and the next one puts the old edition back. At any moment one whole
//! edition stands under one of the three names.

use std::fs;
use std::fs::File;
use std::fs::TryLockError;
use std::io;
use std::io::ErrorKind;
use std::path::Path;
use std::path::PathBuf;

use crate::release::Error;
use crate::release::swap;

/// A folder that a new edition will take the place of.
#[derive(Debug)]
pub struct Folder {
    dist: PathBuf,
    new: PathBuf,
    old: PathBuf,
    /// Held as long as this run lasts, where the system can lock a folder.
    _alone: Option<File>,
}

impl Folder {
    /// The folder at `dist`, which need not exist yet; what an interrupted run left is mended first.
    pub fn open(dist: &Path) -> Result<Self, Error> {
        // A link is followed: what it points at is replaced, not the link.
        let dist = dist.canonicalize().unwrap_or_else(|_| dist.to_owned());
        let named = dist.file_name().and_then(|name| name.to_str());
        let Some(name) = named else {
            return Err(Error::write(&dist)(ErrorKind::InvalidInput.into()));
        };
        let above = dist.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(above).map_err(Error::write(above))?;
        let beside = |word: &str| above.join(format!(".{name}.filiere-{word}"));
        let folder = Self { new: beside("new"), old: beside("old"), _alone: alone(above, &dist)?, dist };
        folder.recover()?;
        Ok(folder)
    }

    /// Where the edition stands.
    pub fn dist(&self) -> &Path {
        &self.dist
    }

    /// Where the new edition is made.
    pub fn staging(&self) -> &Path {
        &self.new
    }

    /// Puts the new edition in the place of the old one, whole.
    pub fn replace(&self) -> Result<(), Error> {
        if !self.dist.exists() {
            return fs::rename(&self.new, &self.dist).map_err(|cause| self.refused(cause));
        }
        match swap::swap(&self.new, &self.dist) {
            Ok(()) => Ok(()),
            Err(cause) if swap::is_missing(&cause) => self.replace_in_two_steps(),
            Err(cause) => Err(self.refused(cause)),
        }
    }

    /// The same with two renames, where nothing exchanges two folders at once.
    pub fn replace_in_two_steps(&self) -> Result<(), Error> {
        fs::rename(&self.dist, &self.old).map_err(|cause| self.refused(cause))?;
        fs::rename(&self.new, &self.dist).map_err(|cause| {
            // The old edition comes back now, or with the next run.
            let _ = fs::rename(&self.old, &self.dist);
            self.refused(cause)
        })
    }

    /// Why the edition could not get its name: the old one stands as it was.
    fn refused(&self, cause: io::Error) -> Error {
        match cause.kind() {
            ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => {
                Error::Mounted { folder: self.dist.clone() }
            }
            _ => Error::Write { path: self.dist.clone(), cause },
        }
    }

    /// Removes what stands beside the edition.
    pub fn clean(&self) -> Result<(), Error> {
        [&self.new, &self.old].into_iter().try_for_each(|path| remove(path))
    }

    /// Removes the edition that could not get its name.
    pub fn clean_new(&self) -> Result<(), Error> {
        remove(&self.new)
    }

    fn recover(&self) -> Result<(), Error> {
        if !self.dist.exists() && self.old.exists() {
            fs::rename(&self.old, &self.dist).map_err(Error::write(&self.dist))?;
        }
        self.clean()
    }
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(path) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => Err(Error::write(path)(cause)),
        _ => Ok(()),
    }
}

/// A lock on the folder above, that the system drops with the process.
fn alone(above: &Path, dist: &Path) -> Result<Option<File>, Error> {
    // Some systems open no folder, some disks know no lock: two runs at once are then not told apart.
    let Ok(file) = File::open(above) else { return Ok(None) };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(Error::Busy { folder: dist.to_owned() }),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Asks the disk to hold what was written before it takes a name that people read.
pub(super) fn settle(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

//! Writes text files whole: the old content stays until the new one is complete.

use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use tempfile::NamedTempFile;

use crate::pipeline::Error;

/// Writes a file and the folders above it; what a link points at is replaced, not the link.
pub fn write(path: &Path, text: &str) -> Result<(), Error> {
    ready(path, text)?.name()
}

/// A file whose new content is on disk, and lacks only its name.
pub struct Ready {
    file: NamedTempFile,
    path: PathBuf,
}

/// Does all of [`write`] that may find no room.
pub fn ready(path: &Path, text: &str) -> Result<Ready, Error> {
    make(path, text).map_err(|cause| Error::Write { path: path.to_owned(), cause })
}

impl Ready {
    /// Gives it its name.
    pub fn name(self) -> Result<(), Error> {
        let Self { file, path } = self;
        file.persist(&path).map_err(|error| Error::Write { path, cause: error.error })?;
        Ok(())
    }
}

fn make(path: &Path, text: &str) -> io::Result<Ready> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let Ok(existing) = path.canonicalize() else { return temporary(path.to_owned(), text) };
    let permissions = fs::metadata(&existing)?.permissions();
    let ready = temporary(existing, text)?;
    fs::set_permissions(ready.file.path(), permissions)?;
    Ok(ready)
}

fn temporary(path: PathBuf, text: &str) -> io::Result<Ready> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".filiere-").suffix(".part");
    // Without it the file would be readable by its owner only.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    Ok(Ready { file, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_written_stays_as_it_was_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        write(&path, "un").unwrap();
        write(&path, "deux").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "deux");
        let blocked = folder.path().join("a.yaml").join("b.yaml");
        assert!(write(&blocked, "trois").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "deux");
        assert_eq!(fs::canonicalize(folder.path()).unwrap().read_dir().unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_permissions_survive() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("vrai.md"), folder.path().join("lien.md"));
        write(&target, "un").unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        write(&link, "deux").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&target).unwrap(), "deux");
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o640);
    }
}

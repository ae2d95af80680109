//! What a worker does with one entry: read, hash, deflate or not; long files are left to the writer.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use crate::archive::Error;
use crate::archive::Hash;
use crate::archive::compression::Compressor;
use crate::archive::compression::Method;
use crate::package::Entry;
use crate::package::PackagePath;

/// Longest file that is read whole.
const WHOLE: u64 = 8 * 1024 * 1024;

/// An entry, ready for the writer.
pub(super) enum Prepared<'a> {
    Whole(Whole<'a>),
    /// Too long for memory: the writer reads it.
    Long {
        path: &'a Path,
        length: u64,
    },
}

/// An entry in the form it takes in the zip.
pub(super) struct Whole<'a> {
    pub(super) length: u64,
    pub(super) crc32: u32,
    pub(super) sha256: Hash,
    pub(super) method: Method,
    pub(super) body: Cow<'a, [u8]>,
}

/// Bytes that an entry takes in memory beside the package itself.
pub(super) fn memory(entry: &Entry) -> u64 {
    match entry {
        Entry::File { length, .. } if *length > WHOLE => 0,
        Entry::File { length, .. } => *length,
        Entry::Bytes(bytes) => bytes.len() as u64,
    }
}

/// Reads and compresses one entry.
pub(super) fn prepare<'a>(
    name: &PackagePath,
    entry: &'a Entry,
    compressor: &mut Compressor,
) -> Result<Prepared<'a>, Error> {
    let content = match entry {
        Entry::Bytes(bytes) => Cow::Borrowed(bytes.as_slice()),
        Entry::File { path, length } if *length > WHOLE => {
            return Ok(Prepared::Long { path, length: *length });
        }
        Entry::File { path, length } => Cow::Owned(read(path, *length)?),
    };
    let (length, crc32) = (content.len() as u64, crc32fast::hash(&content));
    let sha256 = Hash::of(&content);
    let (method, body) = match compressor.deflate(name.as_str(), &content) {
        Some(deflated) => (Method::Deflate, Cow::Owned(deflated)),
        None => (Method::Store, content),
    };
    Ok(Prepared::Whole(Whole { length, crc32, sha256, method, body }))
}

fn read(path: &Path, length: u64) -> Result<Vec<u8>, Error> {
    let content = fs::read(path).map_err(|cause| Error::Read { path: path.to_owned(), cause })?;
    if content.len() as u64 == length { Ok(content) } else { Err(Error::Changed { path: path.to_owned() }) }
}

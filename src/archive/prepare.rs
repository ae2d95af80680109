//! What a worker does with one entry: read, hash, deflate or not; the writer copies or deflates long files.

use std::borrow::Cow;
use std::fs;
use std::fs::File;
use std::io;
use std::io::Read;
use std::io::Seek;
use std::path::Path;

use sha2::Digest;
use sha2::Sha256;

use crate::archive::Error;
use crate::archive::Hash;
use crate::archive::compression::Compressor;
use crate::archive::compression::Method;
use crate::archive::output::BUFFER;
use crate::package::Entry;
use crate::package::PackagePath;

/// Longest file that is read whole.
const WHOLE: u64 = 8 * 1024 * 1024;

/// Longest file whose header the zip crate takes from another archive without fields for longer ones.
const SHORT: u64 = u32::MAX as u64 - (1 << 20);

/// An entry, ready for the writer.
pub(super) enum Prepared<'a> {
    Whole(Whole<'a>),
    /// Too long for memory: the writer copies it.
    Long(Long<'a>),
    /// Of a length or a form that is known only afterwards: the writer reads, hashes and deflates it.
    Streamed(Streamed<'a>),
}

/// An entry in the form it takes in the zip.
pub(super) struct Whole<'a> {
    pub(super) facts: Facts,
    pub(super) sha256: Hash,
    pub(super) body: Cow<'a, [u8]>,
}

/// What the headers of an entry say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    /// Length of the content.
    pub(super) length: u64,
    /// Length of what stands in the zip.
    pub(super) packed: u64,
    pub(super) crc32: u32,
    pub(super) method: Method,
}

/// A file that is stored as it is, read once already.
pub(super) struct Long<'a> {
    pub(super) path: &'a Path,
    pub(super) file: File,
    pub(super) facts: Facts,
    pub(super) sha256: Hash,
}

/// A file that nobody has read yet.
pub(super) struct Streamed<'a> {
    pub(super) path: &'a Path,
    pub(super) file: File,
    pub(super) length: u64,
    pub(super) method: Method,
}

/// Bytes that an entry takes in memory beside the package itself.
pub(super) fn memory(entry: &Entry) -> u64 {
    match entry {
        Entry::File { length, .. } if *length > WHOLE => 0,
        Entry::File { .. } | Entry::Bytes(_) => entry.length(),
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
            return long(name, path, *length, compressor);
        }
        Entry::File { path, length } => Cow::Owned(read(path, *length)?),
    };
    let (length, crc32) = (content.len() as u64, crc32fast::hash(&content));
    let sha256 = Hash::of(&content);
    let (method, body) = match compressor.deflate(name.as_str(), &content) {
        Some(deflated) => (Method::Deflate, Cow::Owned(deflated)),
        None => (Method::Store, content),
    };
    let facts = Facts { length, packed: body.len() as u64, crc32, method };
    Ok(Prepared::Whole(Whole { facts, sha256, body }))
}

/// Hashes a long file here rather than where it is copied, so that both go on at the same time; and its
/// header is right at once: a header that is written over afterwards means hashing the whole zip again.
fn long<'a>(
    name: &PackagePath,
    path: &'a Path,
    length: u64,
    compressor: &mut Compressor,
) -> Result<Prepared<'a>, Error> {
    let unreadable = |cause| Error::Read { path: path.to_owned(), cause };
    let mut file = File::open(path).map_err(unreadable)?;
    let method = compressor.method(name.as_str(), &mut file, length).map_err(unreadable)?;
    if method == Method::Deflate || length > SHORT {
        return Ok(Prepared::Streamed(Streamed { path, file, length, method }));
    }
    let (read, crc32, sha256) = digests(&mut file).map_err(unreadable)?;
    if read != length {
        return Err(Error::Changed { path: path.to_owned() });
    }
    let facts = Facts { length, packed: length, crc32, method };
    Ok(Prepared::Long(Long { path, file, facts, sha256 }))
}

/// Length, checksum and hash of a file, which is left at its start.
fn digests(file: &mut File) -> io::Result<(u64, u32, Hash)> {
    let (mut length, mut crc32, mut sha256) = (0, crc32fast::Hasher::new(), Sha256::new());
    let mut buffer = vec![0; BUFFER];
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            file.rewind()?;
            return Ok((length, crc32.finalize(), sha256.finalize().into()));
        }
        length += count as u64;
        crc32.update(&buffer[..count]);
        sha256.update(&buffer[..count]);
    }
}

fn read(path: &Path, length: u64) -> Result<Vec<u8>, Error> {
    let content = fs::read(path).map_err(|cause| Error::Read { path: path.to_owned(), cause })?;
    if content.len() as u64 == length { Ok(content) } else { Err(Error::Changed { path: path.to_owned() }) }
}

//! Puts entries into the zip, one after the other; it neither orders them nor compresses what fits in memory.

use std::fs::File;
use std::io;
use std::io::Cursor;
use std::io::Read;
use std::io::Seek;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use sha2::Digest;
use sha2::Sha256;
use zip::CompressionMethod;
use zip::DateTime;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::archive::Error;
use crate::archive::Hash;
use crate::archive::Written;
use crate::archive::WrittenFile;
use crate::archive::again::Again;
use crate::archive::compression::Method;
use crate::archive::output::BUFFER;
use crate::archive::output::Output;
use crate::archive::prepare::Facts;
use crate::archive::prepare::Long;
use crate::archive::prepare::Prepared;
use crate::archive::prepare::Streamed;
use crate::archive::single::Frame;
use crate::package::PackagePath;

/// A zip being written.
pub(super) struct Writer {
    zip: ZipWriter<Output>,
    files: Vec<WrittenFile>,
    folder: PathBuf,
}

impl Writer {
    /// A zip in `file`; `folder` is what errors name.
    pub(super) fn new(file: File, folder: &Path) -> Self {
        Self { zip: ZipWriter::new(Output::new(file)), files: Vec::new(), folder: folder.to_owned() }
    }

    /// Adds an entry and returns the length of its content.
    pub(super) fn add(&mut self, path: &PackagePath, entry: Prepared) -> Result<u64, Error> {
        let (bytes, sha256) = match entry {
            Prepared::Whole(whole) => {
                let body = Cursor::new(&whole.body[..]);
                self.copy(path.as_str(), whole.facts, body).map_err(|cause| self.failure(cause))?;
                (whole.facts.length, whole.sha256)
            }
            Prepared::Long(long) => (long.facts.length, self.long(path.as_str(), long)?),
            Prepared::Streamed(streamed) => (streamed.length, self.stream(path.as_str(), streamed)?),
        };
        self.files.push(WrittenFile { path: path.clone(), bytes, sha256 });
        Ok(bytes)
    }

    /// Writes the central directory.
    pub(super) fn finish(self) -> Result<Written, Error> {
        let end = self.zip.finish().map_err(io::Error::from).and_then(Output::finish);
        match end {
            Ok((bytes, sha256)) => Ok(Written { bytes, sha256, files: self.files }),
            Err(cause) => Err(Error::Write { path: self.folder, cause }),
        }
    }

    fn copy(&mut self, name: &str, facts: Facts, body: impl Read + Seek) -> io::Result<()> {
        let frame = Frame::new(name, facts);
        let mut single = ZipArchive::new(frame.around(body))?;
        Ok(self.zip.raw_copy_file(single.by_index_raw(0)?)?)
    }

    fn long(&mut self, name: &str, long: Long) -> Result<Hash, Error> {
        let mut again = Again::new(long.file);
        // Whether reading or writing fails, the cause says it; the reader is the one that remembers.
        let copied = self.copy(name, long.facts, &mut again);
        match (again.fault(), copied) {
            (Some(cause), _) => Err(Error::Read { path: long.path.to_owned(), cause }),
            (None, Err(cause)) => Err(self.failure(cause)),
            (None, Ok(())) if again.crc32() != long.facts.crc32 => {
                Err(Error::Changed { path: long.path.to_owned() })
            }
            (None, Ok(())) => Ok(long.sha256),
        }
    }

    fn stream(&mut self, name: &str, streamed: Streamed) -> Result<Hash, Error> {
        let Streamed { path: source, mut file, length, method } = streamed;
        let unreadable = |cause| Error::Read { path: source.to_owned(), cause };
        self.zip.start_file(name, options(method, length)).map_err(|cause| self.failure(cause.into()))?;
        let mut digest = Sha256::new();
        let mut buffer = vec![0; BUFFER];
        let mut left = length;
        loop {
            let count = file.read(&mut buffer).map_err(unreadable)?;
            if count as u64 > left || (count == 0 && left > 0) {
                return Err(Error::Changed { path: source.to_owned() });
            }
            if count == 0 {
                return Ok(digest.finalize().into());
            }
            left -= count as u64;
            digest.update(&buffer[..count]);
            self.zip.write_all(&buffer[..count]).map_err(|cause| self.failure(cause))?;
        }
    }

    fn failure(&self, cause: io::Error) -> Error {
        Error::Write { path: self.folder.clone(), cause }
    }
}

fn options(method: Method, length: u64) -> SimpleFileOptions {
    let (method, level) = match method {
        Method::Store => (CompressionMethod::Stored, None),
        Method::Deflate => (CompressionMethod::Deflated, Some(6)),
    };
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level(level)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .large_file(length > u64::from(u32::MAX) - (1 << 20))
}

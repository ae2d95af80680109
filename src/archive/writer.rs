//! Puts entries into the zip, one after the other; it neither orders them nor compresses what fits in memory.

use std::fs::File;
use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
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
use crate::archive::compression;
use crate::archive::compression::Compressor;
use crate::archive::output::BUFFER;
use crate::archive::output::Output;
use crate::archive::prepare::Prepared;
use crate::archive::prepare::Whole;
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
                self.copy(path.as_str(), &whole).map_err(|cause| self.failure(cause))?;
                (whole.length, whole.sha256)
            }
            Prepared::Long { path: source, length } => (length, self.stream(path.as_str(), source, length)?),
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

    fn copy(&mut self, name: &str, whole: &Whole) -> io::Result<()> {
        let frame = Frame::new(name, whole);
        let mut single = ZipArchive::new(frame.around(&whole.body))?;
        Ok(self.zip.raw_copy_file(single.by_index_raw(0)?)?)
    }

    fn stream(&mut self, name: &str, source: &Path, length: u64) -> Result<Hash, Error> {
        let unreadable = |cause| Error::Read { path: source.to_owned(), cause };
        let mut file = File::open(source).map_err(unreadable)?;
        let method = method(name, &mut file, length).map_err(unreadable)?;
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

fn method(name: &str, file: &mut File, length: u64) -> io::Result<CompressionMethod> {
    if compression::is_compressed(name) {
        return Ok(CompressionMethod::Stored);
    }
    let mut sample = vec![0; compression::SAMPLE];
    file.seek(SeekFrom::Start((length - sample.len() as u64) / 2))?;
    file.read_exact(&mut sample)?;
    file.rewind()?;
    let pays = Compressor::new().pays(&sample);
    Ok(if pays { CompressionMethod::Deflated } else { CompressionMethod::Stored })
}

fn options(method: CompressionMethod, length: u64) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .compression_level(method.eq(&CompressionMethod::Deflated).then_some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .large_file(length > u64::from(u32::MAX) - (1 << 20))
}

//! The file that a zip is written into, hashed on the way; it knows nothing of zips.

use std::fs::File;
use std::io;
use std::io::BufWriter;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;

use sha2::Digest;
use sha2::Sha256;

use crate::archive::Hash;

/// Length of the buffers: fewer system calls, still nothing beside the window of entries.
pub(super) const BUFFER: usize = 256 * 1024;

/// A file, its length, and the hash of what was written in sequence.
pub(super) struct Output {
    file: BufWriter<File>,
    digest: Sha256,
    at: u64,
    length: u64,
    /// Whether bytes were written over others, so that the hash must be made anew.
    patched: bool,
}

impl Output {
    pub(super) fn new(file: File) -> Self {
        let file = BufWriter::with_capacity(BUFFER, file);
        Self { file, digest: Sha256::new(), at: 0, length: 0, patched: false }
    }

    /// Length and hash of the whole file.
    pub(super) fn finish(self) -> io::Result<(u64, Hash)> {
        let mut file = self.file.into_inner()?;
        if !self.patched {
            return Ok((self.length, self.digest.finalize().into()));
        }
        file.rewind()?;
        let mut digest = Sha256::new();
        let mut buffer = vec![0; BUFFER];
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok((self.length, digest.finalize().into())),
                count => digest.update(&buffer[..count]),
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        if self.at == self.length {
            self.digest.update(&bytes[..count]);
        } else {
            self.patched = true;
        }
        self.at += count as u64;
        self.length = self.length.max(self.at);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Output {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.file.seek(to)?;
        Ok(self.at)
    }

    // Asked for at every entry: without it each answer would flush the buffer.
    fn stream_position(&mut self) -> io::Result<u64> {
        Ok(self.at)
    }
}

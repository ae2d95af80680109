//! A file that is read for the second time: it says whether it is what it was; it compares nothing itself.

use std::fs::File;
use std::io;
use std::io::BufReader;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;

use crate::archive::output::BUFFER;

/// A file, with the checksum of what was read in sequence since it was last at its start.
pub(super) struct Again {
    file: BufReader<File>,
    crc32: crc32fast::Hasher,
    fault: Option<io::Error>,
}

impl Again {
    pub(super) fn new(file: File) -> Self {
        let file = BufReader::with_capacity(BUFFER, file);
        Self { file, crc32: crc32fast::Hasher::new(), fault: None }
    }

    /// The checksum.
    pub(super) fn crc32(&self) -> u32 {
        self.crc32.clone().finalize()
    }

    /// Why the file could not be read.
    pub(super) fn fault(&mut self) -> Option<io::Error> {
        self.fault.take()
    }

    /// Keeps the cause of a failure, of which others get the kind.
    fn keep<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|cause| {
            let kind = cause.kind();
            self.fault = Some(cause);
            kind.into()
        })
    }
}

impl Read for Again {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer);
        let count = self.keep(read)?;
        self.crc32.update(&buffer[..count]);
        Ok(count)
    }
}

impl Seek for Again {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.crc32.reset();
        let at = self.file.seek(to);
        self.keep(at)
    }
}

//! One entry dressed as an archive of its own, in memory; it compresses and copies nothing.
//!
//! The zip crate takes bytes that are deflated already from another archive only: here is one.

use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;

use crate::archive::compression::Method;
use crate::archive::prepare::Whole;

/// 1980-01-01 as a zip writes it: years since 1980, month, day.
const DATE: u16 = (1 << 5) | 1;
/// Made on Unix (3), after version 2.0 of the format.
const MADE_BY: u16 = (3 << 8) | 20;
/// A regular file that everyone may read, `-rw-r--r--`.
const MODE: u32 = 0o100_644;

/// Local header, body, central directory, one after the other.
pub(super) struct Single<'a> {
    parts: [&'a [u8]; 3],
    at: u64,
}

/// The bytes before and after the body.
pub(super) struct Frame {
    head: Vec<u8>,
    tail: Vec<u8>,
}

impl Frame {
    /// The frame of an entry that has at most 4 GB.
    pub(super) fn new(name: &str, entry: &Whole) -> Self {
        let mut head = b"PK\x03\x04".to_vec();
        common(&mut head, name, entry);
        head.extend(name.as_bytes());
        let mut tail = b"PK\x01\x02".to_vec();
        tail.extend(MADE_BY.to_le_bytes());
        common(&mut tail, name, entry);
        tail.extend([0; 2 + 2 + 2]); // comment, disk, internal attributes
        tail.extend((MODE << 16).to_le_bytes());
        tail.extend([0; 4]); // offset of the local header
        tail.extend(name.as_bytes());
        end(&mut tail, head.len() + entry.body.len());
        Self { head, tail }
    }

    /// The archive.
    pub(super) fn around<'a>(&'a self, body: &'a [u8]) -> Single<'a> {
        Single { parts: [&self.head, body, &self.tail], at: 0 }
    }
}

/// What local and central header say alike.
fn common(out: &mut Vec<u8>, name: &str, entry: &Whole) {
    let method: u16 = match entry.method {
        Method::Store => 0,
        Method::Deflate => 8,
    };
    for field in [20, 0, method, 0, DATE] {
        out.extend(u16::to_le_bytes(field));
    }
    for field in [entry.crc32, short(entry.body.len()), short(entry.length as usize)] {
        out.extend(field.to_le_bytes());
    }
    out.extend((name.len() as u16).to_le_bytes());
    out.extend([0; 2]); // extra field
}

fn end(tail: &mut Vec<u8>, offset: usize) {
    let directory = short(tail.len());
    tail.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    tail.extend(directory.to_le_bytes());
    tail.extend(short(offset).to_le_bytes());
    tail.extend([0; 2]);
}

fn short(length: usize) -> u32 {
    u32::try_from(length).expect("an entry that is held in memory has less than 4 GB")
}

impl Single<'_> {
    fn length(&self) -> u64 {
        self.parts.iter().map(|part| part.len() as u64).sum()
    }
}

impl Read for Single<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut start = self.at as usize;
        for part in self.parts {
            if start < part.len() {
                let count = (part.len() - start).min(buffer.len());
                buffer[..count].copy_from_slice(&part[start..start + count]);
                self.at += count as u64;
                return Ok(count);
            }
            start -= part.len();
        }
        Ok(0)
    }
}

impl Seek for Single<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length().checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

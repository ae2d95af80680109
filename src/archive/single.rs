//! One entry dressed as an archive of its own; it compresses and copies nothing.
//!
//! The zip crate takes bytes that are deflated already from another archive only: here is one.

use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;

use crate::archive::compression::Method;
use crate::archive::prepare::Facts;

/// 1980-01-01 as a zip writes it: years since 1980, month, day.
const DATE: u16 = (1 << 5) | 1;
/// Made on Unix (3), after version 2.0 of the format.
const MADE_BY: u16 = (3 << 8) | 20;
/// A regular file that everyone may read, `-rw-r--r--`.
const MODE: u32 = 0o100_644;

/// Local header, body, central directory, one after the other.
pub(super) struct Single<'a, B> {
    frame: &'a Frame,
    body: B,
    /// Where the body is.
    body_at: u64,
    at: u64,
}

/// The bytes before and after the body.
pub(super) struct Frame {
    head: Vec<u8>,
    /// Length of the body.
    packed: u64,
    tail: Vec<u8>,
}

impl Frame {
    /// The frame of an entry that has less than 4 GB.
    pub(super) fn new(name: &str, entry: Facts) -> Self {
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
        end(&mut tail, head.len() as u64 + entry.packed);
        Self { head, packed: entry.packed, tail }
    }

    /// The archive; `body` is at its start.
    pub(super) fn around<B>(&self, body: B) -> Single<'_, B> {
        Single { frame: self, body, body_at: 0, at: 0 }
    }

    fn length(&self) -> u64 {
        self.head.len() as u64 + self.packed + self.tail.len() as u64
    }
}

/// What local and central header say alike.
fn common(out: &mut Vec<u8>, name: &str, entry: Facts) {
    let method: u16 = match entry.method {
        Method::Store => 0,
        Method::Deflate => 8,
    };
    // APPNOTE 4.4.4: bit 11 says that the name is UTF-8; a name in ASCII needs no such word.
    let flags = if name.is_ascii() { 0 } else { 1 << 11 };
    for field in [20, flags, method, 0, DATE] {
        out.extend(u16::to_le_bytes(field));
    }
    for field in [entry.crc32, short(entry.packed), short(entry.length)] {
        out.extend(field.to_le_bytes());
    }
    out.extend((name.len() as u16).to_le_bytes());
    out.extend([0; 2]); // extra field
}

fn end(tail: &mut Vec<u8>, offset: u64) {
    let directory = short(tail.len() as u64);
    tail.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    tail.extend(directory.to_le_bytes());
    tail.extend(short(offset).to_le_bytes());
    tail.extend([0; 2]);
}

fn short(length: u64) -> u32 {
    u32::try_from(length).expect("longer entries are written otherwise")
}

impl<B: Read + Seek> Single<'_, B> {
    fn read_body(&mut self, start: u64, buffer: &mut [u8]) -> io::Result<usize> {
        if start != self.body_at {
            self.body_at = self.body.seek(SeekFrom::Start(start))?;
        }
        let count = buffer.len().min(usize::try_from(self.frame.packed - start).unwrap_or(usize::MAX));
        let count = self.body.read(&mut buffer[..count])?;
        self.body_at += count as u64;
        Ok(count)
    }
}

impl<B: Read + Seek> Read for Single<'_, B> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let start = self.frame.head.len() as u64;
        let end = start + self.frame.packed;
        let count = match self.at {
            at if at < start => part(&self.frame.head, at, buffer),
            at if at < end => self.read_body(at - start, buffer)?,
            at => part(&self.frame.tail, at - end, buffer),
        };
        self.at += count as u64;
        Ok(count)
    }
}

/// Copies what `bytes` holds from `at` on.
fn part(bytes: &[u8], at: u64, buffer: &mut [u8]) -> usize {
    let rest = usize::try_from(at).ok().and_then(|at| bytes.get(at..)).unwrap_or_default();
    let count = rest.len().min(buffer.len());
    buffer[..count].copy_from_slice(&rest[..count]);
    count
}

impl<B> Seek for Single<'_, B> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.frame.length().checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

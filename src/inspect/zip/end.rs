//! The end record of a zip, and its zip64 form: where the directory stands (APPNOTE 4.3.14 to 4.3.16).

use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;

use crate::inspect::zip::fields::LONG_ELSEWHERE;
use crate::inspect::zip::fields::SHORT_ELSEWHERE;
use crate::inspect::zip::fields::double;
use crate::inspect::zip::fields::long;
use crate::inspect::zip::fields::short;

const SIGNATURE: &[u8] = b"PK\x05\x06";
const LOCATOR: &[u8] = b"PK\x06\x07";
const ZIP64: &[u8] = b"PK\x06\x06";
/// Length of the end record without its comment, and the longest comment.
const LENGTH: usize = 22;
const COMMENT: usize = 0xffff;
const LOCATOR_LENGTH: usize = 20;
const ZIP64_LENGTH: u64 = 56;

/// What the end record says.
#[derive(Debug)]
pub(super) struct End {
    /// How many entries the directory has.
    pub rows: u64,
    /// Bytes of the directory.
    pub length: u64,
    /// Where the directory is said to start.
    pub start: u64,
    /// Where the end records start, which the directory touches.
    pub at: u64,
    /// Bytes after the end record and its comment.
    pub after: u64,
    pub zip64: bool,
    /// Whether the zip is one of several volumes.
    pub volumes: bool,
}

/// The end record of a file of `size` bytes; `None` when it has none that can be read.
pub(super) fn find(file: &mut (impl Read + Seek), size: u64) -> io::Result<Option<End>> {
    let wanted = size.min((LENGTH + COMMENT + LOCATOR_LENGTH) as u64);
    let tail = bytes(file, size - wanted, wanted)?;
    let Some(at) = last(&tail) else { return Ok(None) };
    let Some(end) = plain(&tail, at, size - wanted) else { return Ok(None) };
    let located = at.checked_sub(LOCATOR_LENGTH).filter(|from| tail[*from..].starts_with(LOCATOR));
    let elsewhere =
        end.rows == SHORT_ELSEWHERE || end.start == LONG_ELSEWHERE || end.length == LONG_ELSEWHERE;
    match located {
        Some(from) => zip64(file, size, double(&tail, from + 8), end),
        None if elsewhere => Ok(None),
        None => Ok(Some(end)),
    }
}

/// `length` bytes of a file, from `start`.
pub(super) fn bytes(file: &mut (impl Read + Seek), start: u64, length: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(start))?;
    let mut out = Vec::new();
    file.take(length).read_to_end(&mut out)?;
    Ok(out)
}

/// The last end record whose comment fits; readers search from the end too.
fn last(tail: &[u8]) -> Option<usize> {
    let fits = |at: &usize| {
        let comment = short(tail, at + 20).map(usize::from);
        tail[*at..].starts_with(SIGNATURE)
            && comment.is_some_and(|comment| at + LENGTH + comment <= tail.len())
    };
    (0..tail.len()).rev().find(fits)
}

fn plain(tail: &[u8], at: usize, offset: u64) -> Option<End> {
    let comment = usize::from(short(tail, at + 20)?);
    Some(End {
        rows: u64::from(short(tail, at + 10)?),
        length: u64::from(long(tail, at + 12)?),
        start: u64::from(long(tail, at + 16)?),
        at: offset + at as u64,
        after: (tail.len() - at - LENGTH - comment) as u64,
        zip64: false,
        volumes: short(tail, at + 4)? != 0 || short(tail, at + 8)? != short(tail, at + 10)?,
    })
}

fn zip64(file: &mut (impl Read + Seek), size: u64, at: Option<u64>, end: End) -> io::Result<Option<End>> {
    let Some(at) = at.filter(|at| *at < size) else { return Ok(None) };
    let record = bytes(file, at, ZIP64_LENGTH)?;
    let read = || {
        let start = double(&record, 48)?;
        record.starts_with(ZIP64).then_some(End {
            rows: double(&record, 32)?,
            length: double(&record, 40)?,
            start,
            at,
            zip64: true,
            volumes: false,
            ..end
        })
    };
    Ok(read())
}

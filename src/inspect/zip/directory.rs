//! The directory of a zip, entry by entry, as it stands; it judges nothing (APPNOTE 4.3.12).

use crate::inspect::zip::fields::LONG_ELSEWHERE;
use crate::inspect::zip::fields::double;
use crate::inspect::zip::fields::long;
use crate::inspect::zip::fields::short;

const SIGNATURE: &[u8] = b"PK\x01\x02";
/// Length of an entry without its name, extra fields and comment.
const LENGTH: usize = 46;
/// Extra field of long numbers.
const ZIP64: u16 = 1;
/// Flag: the name is in UTF-8.
const UTF8: u16 = 1 << 11;
/// Flag: lengths and sum stand after the data.
const DESCRIPTOR: u16 = 1 << 3;
/// Flags: the data are encrypted, one way or another.
const ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;

/// One entry, as the directory says it.
#[derive(Debug)]
pub(super) struct Row {
    /// The bytes of its name.
    pub raw: Vec<u8>,
    /// Its name, read as UTF-8.
    pub name: String,
    pub flags: u16,
    pub method: u16,
    pub sum: u32,
    /// Bytes in the zip.
    pub packed: u64,
    /// Bytes once unpacked.
    pub length: u64,
    /// Where its local header is said to be.
    pub offset: u64,
    pub zip64: bool,
    /// Type and rights of the file on Unix, if made there.
    pub mode: u32,
}

impl Row {
    pub fn has_utf8_flag(&self) -> bool {
        self.flags & UTF8 != 0
    }

    pub fn has_descriptor(&self) -> bool {
        self.flags & DESCRIPTOR != 0
    }

    pub fn is_encrypted(&self) -> bool {
        self.flags & ENCRYPTED != 0
    }

    pub fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }

    pub fn is_link(&self) -> bool {
        self.mode & 0o170_000 == 0o120_000
    }
}

/// The entries of a directory, and how many of its bytes they take.
pub(super) fn rows(directory: &[u8]) -> (Vec<Row>, usize) {
    let (mut rows, mut at) = (Vec::new(), 0);
    while let Some((row, length)) = row(&directory[at..]) {
        rows.push(row);
        at += length;
    }
    (rows, at)
}

fn row(bytes: &[u8]) -> Option<(Row, usize)> {
    if !bytes.starts_with(SIGNATURE) {
        return None;
    }
    let part = |at: usize| short(bytes, at).map(usize::from);
    let (name, extra, comment) = (part(28)?, part(30)?, part(32)?);
    let raw = bytes.get(LENGTH..LENGTH + name)?.to_vec();
    let extra = bytes.get(LENGTH + name..LENGTH + name + extra)?;
    let length = LENGTH + name + extra.len() + comment;
    bytes.get(..length)?;
    let mut long_numbers = field(extra).unwrap_or_default();
    let zip64 = !long_numbers.is_empty();
    let mut number = |at: usize| {
        let short = u64::from(long(bytes, at)?);
        if short != LONG_ELSEWHERE || long_numbers.is_empty() {
            return Some(short);
        }
        let long = double(long_numbers, 0)?;
        long_numbers = &long_numbers[8..];
        Some(long)
    };
    // The zip64 field holds them in this order (4.5.3).
    let (unpacked, packed, offset) = (number(24)?, number(20)?, number(42)?);
    let made_on_unix = bytes.get(5) == Some(&3);
    let row = Row {
        name: String::from_utf8_lossy(&raw).into_owned(),
        raw,
        flags: short(bytes, 8)?,
        method: short(bytes, 10)?,
        sum: long(bytes, 16)?,
        packed,
        length: unpacked,
        offset,
        zip64,
        mode: if made_on_unix { long(bytes, 38)? >> 16 } else { 0 },
    };
    Some((row, length))
}

/// The content of the zip64 field among the extra fields.
pub(super) fn field(mut extra: &[u8]) -> Option<&[u8]> {
    loop {
        let (id, length) = (short(extra, 0)?, usize::from(short(extra, 2)?));
        let content = extra.get(4..4 + length)?;
        if id == ZIP64 {
            return Some(content);
        }
        extra = &extra[4 + length..];
    }
}

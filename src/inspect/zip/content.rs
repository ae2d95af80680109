//! Contents against their sums and lengths, in a stream; only texts that a judge reads are kept.

use std::fs::File;
use std::io;
use std::io::BufReader;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;

use flate2::bufread::DeflateDecoder;

use crate::inspect::zip::directory::Row;
use crate::inspect::zip::faults::Fault;
use crate::inspect::zip::table;

/// Ways of keeping bytes.
pub(super) const STORED: u16 = 0;
pub(super) const DEFLATED: u16 = 8;
/// Bytes read at once.
const PIECE: usize = 64 * 1024;
/// Longest text that is kept.
const TEXT: u64 = 16 * 1024 * 1024;
/// Extensions of texts that a judge reads.
const TEXTS: [&str; 7] = ["css", "htm", "html", "js", "mjs", "xhtml", "xml"];

/// What was seen of an entry.
pub(super) enum Seen {
    /// Its content is what was announced; the bytes if it is a text to be read.
    Right(Option<Vec<u8>>),
    Wrong(&'static Fault),
}

/// Whether a judge reads a file of this name.
fn is_read(row: &Row) -> bool {
    let extension = row.name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    row.length <= TEXT && extension.is_some_and(|extension| TEXTS.contains(&extension.as_str()))
}

/// Reads one entry whose data start at `start`.
pub(super) fn see(file: &mut File, start: u64, row: &Row) -> io::Result<Seen> {
    file.seek(SeekFrom::Start(start))?;
    let mut packed = BufReader::with_capacity(PIECE, file.take(row.packed));
    if row.method == STORED {
        return streamed(&mut packed, row);
    }
    let mut unpacked = DeflateDecoder::new(packed);
    let seen = streamed(&mut unpacked, row)?;
    let whole = unpacked.total_in() == row.packed;
    Ok(if matches!(seen, Seen::Right(_)) && !whole { Seen::Wrong(&table::DEFLATED) } else { seen })
}

fn streamed(from: &mut impl Read, row: &Row) -> io::Result<Seen> {
    let (mut sum, mut length) = (crc32fast::Hasher::new(), 0);
    let mut kept = is_read(row).then(Vec::new);
    let mut piece = vec![0; PIECE];
    loop {
        let read = match from.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => &piece[..read],
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) if is_of_the_data(&error) => return Ok(Seen::Wrong(&table::DEFLATED)),
            Err(error) => return Err(error),
        };
        sum.update(read);
        length += read.len() as u64;
        // More than was announced may be without end.
        if length > row.length {
            return Ok(Seen::Wrong(&table::LENGTH));
        }
        if let Some(kept) = &mut kept {
            kept.extend_from_slice(read);
        }
    }
    Ok(match (length == row.length, sum.finalize() == row.sum) {
        (false, _) => Seen::Wrong(&table::LENGTH),
        (true, false) => Seen::Wrong(&table::SUM),
        (true, true) => Seen::Right(kept),
    })
}

fn is_of_the_data(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::InvalidData | ErrorKind::UnexpectedEof)
}

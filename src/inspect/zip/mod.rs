//! Reads a zip from its bytes and judges how it is made; what its files say is judged elsewhere.

mod content;
mod directory;
mod end;
mod faults;
mod fields;
mod local;
mod names;
mod table;

use std::fs::File;
use std::io;
use std::path::Path;

use crate::diag::FileId;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::inspect::files::Files;
use crate::inspect::zip::content::Seen;
use crate::inspect::zip::directory::Row;
use crate::inspect::zip::end::End;
use crate::inspect::zip::faults::Faults;

/// Longest directory that is read: 65 535 entries of long names take less.
const DIRECTORY: u64 = 64 * 1024 * 1024;
/// What a zip may unfold to, and when that is judged: beyond this length and this ratio.
const UNFOLDED: u64 = 4 * 1024 * 1024 * 1024;
const SUSPECT: u64 = 256 * 1024 * 1024;
const RATIO: u64 = 100;

/// What a zip holds, as far as it can be read.
pub(super) struct Zip {
    pub files: Files<'static>,
    /// Its names, one a line, in the order of its directory; `None` when that could not be read.
    pub listing: Option<FileId>,
    /// Bytes of the zip.
    pub size: u64,
}

/// Reads the zip at `path`, which findings call `name`.
pub(super) fn read(path: &Path, name: &str, sources: &mut Sources, sink: &mut Sink) -> io::Result<Zip> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let mut faults = Faults::default();
    let opened = opened(&mut file, size, &mut faults)?;
    let readable = opened.is_some();
    let (rows, places) = opened.unwrap_or_default();
    names::judge(&rows, &mut faults);
    order(&rows, &mut faults);
    let files = contents(&mut file, size, &rows, &places, &mut faults)?;
    let shown = |row: &Row| row.name.replace(char::is_control, "\u{fffd}");
    let listing = sources.add(name, &rows.iter().map(shown).collect::<Vec<_>>().join("\n"));
    faults.tell(listing, sources, sink);
    Ok(Zip { files, listing: readable.then_some(listing), size })
}

/// Entries, and where the data of each stand.
type Opened = (Vec<Row>, Vec<Option<u64>>);

/// The entries of the directory, and where the data of each stand.
fn opened(file: &mut File, size: u64, faults: &mut Faults) -> io::Result<Option<Opened>> {
    let Some(end) = end::find(file, size)? else {
        faults.whole(&table::NO_END);
        return Ok(None);
    };
    if end.volumes {
        faults.whole(&table::VOLUMES);
    }
    // What stands before the zip shifts everything in it.
    let start = end.at.checked_sub(end.length).filter(|_| end.length <= DIRECTORY);
    let Some((start, shift)) = start.and_then(|start| Some((start, start.checked_sub(end.start)?))) else {
        faults.whole(&table::DIRECTORY);
        return Ok(None);
    };
    let (rows, read) = directory::rows(&end::bytes(file, start, end.length)?);
    if read as u64 != end.length {
        faults.whole(&table::DIRECTORY);
        if rows.is_empty() {
            return Ok(None);
        }
    } else if rows.len() as u64 != end.rows {
        faults.whole(&table::COUNT);
    }
    around(&end, shift, &rows, faults);
    let places = local::places(file, &rows, shift, start, faults)?;
    Ok(Some((rows, places)))
}

/// What stands around the zip, and zip64 where short numbers were enough.
fn around(end: &End, shift: u64, rows: &[Row], faults: &mut Faults) {
    if shift > 0 {
        faults.whole(&table::BEFORE);
    }
    if end.after > 0 {
        faults.whole(&table::AFTER);
    }
    let long = |number: u64| number >= fields::LONG_ELSEWHERE;
    let needed = |row: &Row| long(row.length) || long(row.packed) || long(row.offset);
    let whole = end.zip64 && !long(end.at) && end.rows < fields::SHORT_ELSEWHERE;
    if whole || rows.iter().any(|row| row.zip64 && !needed(row)) {
        faults.whole(&table::NEEDLESS_ZIP64);
    }
}

/// A manifest at the root opens the zip.
fn order(rows: &[Row], faults: &mut Faults) {
    let is_manifest = |row: &Row| super::AT_ROOT.contains(&row.name.as_str());
    if let Some(at) = rows.iter().position(is_manifest).filter(|at| *at > 0) {
        faults.of(&table::NOT_FIRST, at);
    }
}

/// The files, their contents compared with what was announced.
fn contents(
    file: &mut File,
    size: u64,
    rows: &[Row],
    places: &[Option<u64>],
    faults: &mut Faults,
) -> io::Result<Files<'static>> {
    let unfolded = rows.iter().fold(0_u64, |sum, row| sum.saturating_add(row.length));
    let bomb = unfolded > UNFOLDED || (unfolded > SUSPECT && unfolded / RATIO > size);
    if bomb {
        faults.whole(&table::BOMB);
    }
    let mut files = Files::default();
    for (index, (row, place)) in rows.iter().zip(places).enumerate() {
        if names::is_dropping(&row.name) {
            continue;
        }
        let refused = refused(row);
        refused.into_iter().for_each(|fault| faults.of(fault, index));
        let mut bytes = None;
        let readable = !row.is_encrypted() && [content::STORED, content::DEFLATED].contains(&row.method);
        if let Some(start) = place.filter(|_| readable && !bomb) {
            match content::see(file, start, row)? {
                Seen::Right(kept) => bytes = kept,
                Seen::Wrong(fault) => faults.of(fault, index),
            }
        }
        if !row.is_folder() {
            files.insert(row.name.clone(), row.length, bytes);
        }
    }
    Ok(files)
}

/// Why platforms refuse an entry, or what they would do without.
fn refused(row: &Row) -> Option<&'static faults::Fault> {
    let known = [content::STORED, content::DEFLATED].contains(&row.method);
    match () {
        () if row.is_encrypted() => Some(&table::ENCRYPTED),
        () if !known => Some(&table::METHOD),
        () if row.is_link() => Some(&table::LINK),
        () if row.has_descriptor() && row.method == content::STORED && row.length > 0 => {
            Some(&table::STORED_DESCRIPTOR)
        }
        () if row.has_descriptor() => Some(&table::DESCRIPTOR),
        () => None,
    }
}

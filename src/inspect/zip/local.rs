//! Local headers against the directory, and how entries share the file; it reads no content.

use std::fs::File;
use std::io;

use crate::inspect::zip::directory;
use crate::inspect::zip::directory::Row;
use crate::inspect::zip::end;
use crate::inspect::zip::faults::Faults;
use crate::inspect::zip::fields::LONG_ELSEWHERE;
use crate::inspect::zip::fields::double;
use crate::inspect::zip::fields::long;
use crate::inspect::zip::fields::short;
use crate::inspect::zip::table;

const SIGNATURE: &[u8] = b"PK\x03\x04";
/// Length of a header without its name and extra fields.
const LENGTH: u64 = 30;
/// Lengths that what follows the data may have: with or without signature, in 32 or 64 bits.
const DESCRIPTORS: [u64; 4] = [12, 16, 20, 24];

/// Where the data of each row stand; `None` where they cannot be read.
pub(super) fn places(
    file: &mut File,
    rows: &[Row],
    shift: u64,
    directory: u64,
    faults: &mut Faults,
) -> io::Result<Vec<Option<u64>>> {
    let mut places = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        places.push(place(file, index, row, shift, directory, faults)?);
    }
    shared(rows, &places, shift, directory, faults);
    Ok(places)
}

fn place(
    file: &mut File,
    index: usize,
    row: &Row,
    shift: u64,
    directory: u64,
    faults: &mut Faults,
) -> io::Result<Option<u64>> {
    let at = row.offset.saturating_add(shift);
    let header = if at < directory { end::bytes(file, at, LENGTH)? } else { Vec::new() };
    let part = |at: usize| short(&header, at).map(u64::from);
    let (Some(name), Some(extra)) = (part(26), part(28)) else {
        faults.of(&table::LOCAL, index);
        return Ok(None);
    };
    if !header.starts_with(SIGNATURE) {
        faults.of(&table::LOCAL, index);
        return Ok(None);
    }
    let rest = end::bytes(file, at + LENGTH, name + extra)?;
    let (name, extra) = rest.split_at(rest.len().min(usize::try_from(name).unwrap_or(usize::MAX)));
    if name != row.raw || !says_the_same(&header, extra, row) {
        faults.of(&table::DISAGREE, index);
    }
    let start = at + LENGTH + rest.len() as u64;
    if start.checked_add(row.packed).is_none_or(|end| end > directory) {
        faults.of(&table::CUT, index);
        return Ok(None);
    }
    Ok(Some(start))
}

/// Whether method, sum and lengths are those of the directory; a descriptor leaves the numbers to it.
fn says_the_same(header: &[u8], extra: &[u8], row: &Row) -> bool {
    let long_numbers = directory::field(extra).unwrap_or_default();
    let number = |at: usize, elsewhere: usize| match long(header, at).map(u64::from) {
        Some(LONG_ELSEWHERE) => double(long_numbers, elsewhere).or(Some(LONG_ELSEWHERE)),
        number => number,
    };
    let numbers = [long(header, 14).map(u64::from), number(18, 8), number(22, 0)];
    let wanted = [u64::from(row.sum), row.packed, row.length];
    let left_open = |found: u64| row.has_descriptor() && found == 0;
    let same = |(found, wanted): (&Option<u64>, &u64)| found.is_some_and(|n| n == *wanted || left_open(n));
    short(header, 6) == Some(row.flags)
        && short(header, 8) == Some(row.method)
        && numbers.iter().zip(&wanted).all(same)
}

/// Entries that cover one another, and bytes between them that belong to none.
fn shared(rows: &[Row], places: &[Option<u64>], shift: u64, directory: u64, faults: &mut Faults) {
    let mut spans: Vec<(u64, u64, usize)> = Vec::new();
    for (index, (row, place)) in rows.iter().zip(places).enumerate() {
        let Some(start) = place else { return };
        spans.push((row.offset + shift, start + row.packed, index));
    }
    spans.sort_unstable();
    let mut end: Option<(u64, bool)> = None;
    for (start, stop, index) in spans {
        match end {
            None if start > shift => faults.whole(&table::BEFORE),
            Some((end, _)) if start < end => faults.of(&table::OVERLAP, index),
            Some((end, described)) if !follows(start - end, described) => faults.of(&table::GAP, index),
            _ => {}
        }
        if end.is_none_or(|(before, _)| stop >= before) {
            end = Some((stop, rows[index].has_descriptor()));
        }
    }
    if let Some((end, described)) = end
        && !follows(directory.saturating_sub(end), described)
    {
        faults.whole(&table::GAP_AT_END);
    }
}

fn follows(gap: u64, described: bool) -> bool {
    if described { DESCRIPTORS.contains(&gap) } else { gap == 0 }
}

//! A reader of zips by hand, after APPNOTE 4.3: it accepts only what our packages may hold.

/// One entry.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    pub method: u16,
}

/// Date 1980-01-01, at 00:00.
const DATE: u16 = 0x21;

/// Every entry in the order of the directory; panics at anything but plain entries without gap.
pub fn rows(zip: &[u8]) -> Vec<Row> {
    let end = zip.len() - 22;
    assert_eq!(zip[end..end + 8], *b"PK\x05\x06\0\0\0\0", "the end record stands last, without comment");
    let (count, length, start) = (short(zip, end + 10), long(zip, end + 12), long(zip, end + 16));
    assert_eq!(start + length, end, "nothing stands between directory and end record");
    let (mut at, mut expected, mut rows) = (start, 0, Vec::new());
    for _ in 0..count {
        let (row, next, offset, size) = central(zip, at);
        assert_eq!(offset, expected, "{}: entries follow each other", row.name);
        expected = offset + local(zip, offset, at, &row) + size;
        rows.push(row);
        at = next;
    }
    assert_eq!((at, expected), (end, start));
    rows
}

fn central(zip: &[u8], at: usize) -> (Row, usize, usize, usize) {
    assert_eq!(zip[at..at + 4], *b"PK\x01\x02");
    let name = &zip[at + 46..at + 46 + short(zip, at + 28) as usize];
    let row = Row { name: String::from_utf8(name.to_vec()).unwrap(), method: short(zip, at + 10) };
    assert!(name.is_ascii(), "{}: an ASCII name", row.name);
    assert_eq!(zip[at + 5], 3, "{}: made on Unix, so that the mode is read", row.name);
    assert_eq!(short(zip, at + 8), 0, "{}: no flag, so no data descriptor", row.name);
    assert_eq!((short(zip, at + 12), short(zip, at + 14)), (0, DATE), "{}", row.name);
    assert_eq!(
        (short(zip, at + 30), short(zip, at + 32)),
        (0, 0),
        "{}: no extra field, no comment",
        row.name
    );
    assert_eq!((short(zip, at + 34), short(zip, at + 36)), (0, 0), "{}: one disk", row.name);
    assert_eq!(long(zip, at + 38), 0o100_644 << 16, "{}: the mode", row.name);
    assert!(short(zip, at + 6) <= 20, "{}: version 2.0 of the format is enough", row.name);
    (row, at + 46 + name.len(), long(zip, at + 42), long(zip, at + 20))
}

/// Length of the local header, that says what the directory says.
fn local(zip: &[u8], at: usize, directory: usize, row: &Row) -> usize {
    assert_eq!(zip[at..at + 4], *b"PK\x03\x04");
    assert_eq!(zip[at + 4..at + 28], zip[directory + 6..directory + 30], "{}: both headers alike", row.name);
    assert_eq!(short(zip, at + 28), 0, "{}: no extra field", row.name);
    assert_eq!(zip[at + 30..at + 30 + row.name.len()], *row.name.as_bytes());
    30 + row.name.len()
}

fn short(zip: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(zip[at..at + 2].try_into().unwrap())
}

fn long(zip: &[u8], at: usize) -> usize {
    u32::from_le_bytes(zip[at..at + 4].try_into().unwrap()) as usize
}

//! Names of entries: what platforms change, refuse or confuse; it reads no content.

use std::collections::BTreeMap;

use crate::inspect::zip::directory::Row;
use crate::inspect::zip::faults::Fault;
use crate::inspect::zip::faults::Faults;
use crate::inspect::zip::table;

/// What filters of platforms refuse, as a server might run it.
const REFUSED: [&str; 21] = [
    "asp", "aspx", "bat", "cgi", "cmd", "com", "exe", "htaccess", "jsp", "msi", "php", "php3", "phps",
    "phtml", "pl", "ps1", "py", "rb", "sh", "shtml", "vbs",
];
/// What systems leave in folders.
const DROPPINGS: [&str; 3] = [".ds_store", "desktop.ini", "thumbs.db"];
/// Signs that Moodle removes from names.
const REMOVED: &str = "'\"&<>|:`\t";
/// Longest path that passes everywhere, and longest name that Moodle stores.
const PATH: usize = 100;
const PART: usize = 255;

type Test = (&'static Fault, fn(&Row) -> bool);

/// Tests that a name fails alone; the first that fails is told, except that a warning leaves place to the next.
const TESTS: [Test; 14] = [
    (&table::NOT_UTF8, |row| row.has_utf8_flag() && std::str::from_utf8(&row.raw).is_err()),
    (&table::UNFLAGGED, |row| !row.has_utf8_flag() && !row.raw.is_ascii()),
    (&table::BACKSLASH, |row| row.name.contains('\\')),
    (&table::ABSOLUTE, |row| row.name.starts_with('/') || row.name.as_bytes().get(1) == Some(&b':')),
    (&table::CLIMBS, |row| row.name.split('/').any(|part| part == "." || part == "..")),
    (&table::EMPTY, |row| row.name.trim_end_matches('/').is_empty() || row.name.contains("//")),
    (&table::REMOVED, |row| row.name.contains(|c| REMOVED.contains(c))),
    (&table::CONTROL, |row| row.name.contains(char::is_control)),
    (&table::LONG_PART, |row| row.name.split('/').any(|part| part.chars().count() > PART)),
    (&table::NOT_ASCII, |row| !row.name.is_ascii()),
    (&table::BLANK, |row| row.name.contains(|c: char| c.is_ascii() && !plain(c))),
    (&table::TILDE, |row| row.name.contains('~')),
    (&table::LONG_PATH, |row| row.name.chars().count() > PATH),
    (&table::EXTENSION, refused),
];

/// How many of the tests end the judgement of a name.
const FATAL: usize = 9;

/// Judges every name.
pub(super) fn judge(rows: &[Row], faults: &mut Faults) {
    for (index, row) in rows.iter().enumerate() {
        if is_dropping(&row.name) {
            faults.of(&table::DROPPINGS, index);
            continue;
        }
        if row.is_folder() {
            faults.of(&table::FOLDERS, index);
        }
        for (at, (fault, fails)) in TESTS.iter().enumerate() {
            if fails(row) {
                faults.of(fault, index);
                if at < FATAL {
                    break;
                }
            }
        }
    }
    alike(rows, faults);
}

/// A folder and its name with and without `/` are one thing.
fn alike(rows: &[Row], faults: &mut Faults) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let name = row.name.trim_end_matches('/');
        match seen.get(&name.to_lowercase()) {
            Some(first) if *first == name => faults.of(&table::TWICE, index),
            Some(_) => faults.of(&table::TWINS, index),
            None => {
                seen.insert(name.to_lowercase(), name);
            }
        }
    }
}

/// Signs that no address has to encode; upper case passes too, unless two names differ by it alone.
fn plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._-/~".contains(c) || c.is_control() || REMOVED.contains(c) || c == '\\'
}

fn refused(row: &Row) -> bool {
    let name = row.name.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    name.rsplit_once('.').is_some_and(|(_, extension)| REFUSED.contains(&extension))
}

/// Whether Moodle and others skip this entry.
pub(super) fn is_dropping(name: &str) -> bool {
    let name = name.to_lowercase();
    let last = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__macosx/") || DROPPINGS.contains(&last)
}

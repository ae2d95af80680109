//! What a finished package of ours holds: the player's data, and its files; it judges no package
//! (`inspect` does) and changes none.

mod bare;
mod base64;
mod data;
mod fault;
mod read;
mod release;
mod sound;

pub use data::Assessment;
pub use data::Blank;
pub use data::Choice;
pub use data::Data;
pub use data::Earlier;
pub use data::Grading;
pub use data::Info;
pub use data::Item;
pub use data::Key;
pub use data::Numeric;
pub use data::Objective;
pub use data::Page;
pub use data::Pool;
pub use data::Question;
pub use data::Schema;
pub use data::Slot;
pub use data::Source;
pub use data::Ui;
pub use data::Unit;
pub use fault::Fault;
pub use read::data_of;
pub use read::read;

use std::collections::BTreeMap;

/// A finished package.
#[derive(Debug)]
pub struct Contents {
    /// What its player knows.
    pub data: Data,
    /// The questions of its assessment, decoded.
    pub graded: Vec<Question>,
    /// Its page, whole.
    pub document: String,
    /// The text of its manifests, by name.
    pub manifests: BTreeMap<String, String>,
    /// Every file, by its name in the zip.
    pub files: BTreeMap<String, File>,
}

/// A file of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// Bytes.
    pub size: u64,
    /// Checksum, as the zip says.
    pub crc32: u32,
}

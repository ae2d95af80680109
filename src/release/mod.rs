//! What leaves for institutions: the folder of an edition and what it says of itself; it compiles nothing.

mod catalogue;
mod claims;
mod decoder;
mod describe;
mod edition;
mod error;
mod folder;
mod held;
mod sheets;
mod shelf;
mod source;
mod sums;
mod swap;
mod verify;
mod words;

pub use catalogue::catalogue;
pub use decoder::DECODER;
pub use decoder::decoder;
pub use describe::Made;
pub use describe::gone;
pub use describe::module;
pub use describe::publisher;
pub use edition::Edition;
pub use edition::EditionFile;
pub use edition::EditionModule;
pub use edition::EditionPackage;
pub use edition::EditionPublisher;
pub use edition::EditionTrial;
pub use edition::Gone;
pub use edition::Kept;
pub use edition::Replaced;
pub use edition::Usage;
pub use error::Error;
pub use folder::Folder;
pub use held::Held;
pub use held::held;
pub use held::standing;
pub use sheets::Sheet;
pub use sheets::sheets;
pub use shelf::Keeping;
pub use shelf::Shelf;
pub use source::source;
pub use sums::SUMS;
pub use verify::Verified;
pub use verify::verify;

/// Name of the catalogue, in the folder of an edition.
pub const CATALOGUE: &str = "index.html";

/// Name of the record of an edition, in its folder.
pub const RECORD: &str = "release.json";

/// The JSON Schema of the record: its file name and its text.
pub const SCHEMA: (&str, &str) = ("release.schema.json", include_str!("../../schemas/release.schema.json"));

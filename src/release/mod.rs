//! What leaves for institutions: the folder of an edition and what it says of itself; it compiles nothing.

mod catalogue;
mod edition;
mod sheets;
mod words;

pub use catalogue::catalogue;
pub use edition::Edition;
pub use edition::EditionFile;
pub use edition::EditionModule;
pub use edition::EditionPackage;
pub use edition::EditionPublisher;
pub use edition::Kept;
pub use edition::Replaced;
pub use edition::Usage;
pub use sheets::Sheet;
pub use sheets::sheets;

/// Name of the record of an edition, in its folder.
pub const RECORD: &str = "release.json";

/// The JSON Schema of the record: its file name and its text.
pub const SCHEMA: (&str, &str) = ("release.schema.json", include_str!("../../schemas/release.schema.json"));

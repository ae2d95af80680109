//! What can be said about content, where, in which words and formats; it judges nothing itself.

mod catalogue;
mod codes;
mod diagnostic;
mod excerpt;
mod format;
mod fragment;
mod github;
mod human;
mod json;
mod sarif;
mod short;
mod sources;
mod suggest;
mod text;

pub use catalogue::catalogue;
pub use codes::Code;
pub use codes::Severity;
pub use diagnostic::Diagnostic;
pub use diagnostic::Sink;
pub use format::Colour;
pub use format::Count;
pub use format::Format;
pub use format::Style;
pub use format::render;
pub use fragment::Fragment;
pub use sources::FileId;
pub use sources::Place;
pub use sources::Sources;
pub use sources::Span;
pub use suggest::closest;
pub use text::Language;
pub use text::Text;

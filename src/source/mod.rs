//! Files become drafts: YAML and Markdown as written, each value with its place; it judges no
//! content, only whether a value has the form that its field asks for.

mod decode;
mod draft;
pub mod fields;
mod files;
mod format;
mod kind;
mod listing;
mod load;
pub mod markdown;
mod object;
mod reference;
mod schema;
mod texts;
mod yaml;

pub use decode::decode;
pub use decode::decode_list;
pub use decode::decode_placed;
pub use draft::BankDraft;
pub use draft::LoadError;
pub use draft::ModuleDraft;
pub use draft::ModuleFile;
pub use draft::PageSource;
pub use draft::WorkspaceDraft;
pub use format::format;
pub use format::format_page;
pub use kind::Field;
pub use kind::Kind;
pub use kind::Presence;
pub use kind::Shape;
pub use kind::Variants;
pub use listing::Listed;
pub use listing::Written;
pub use listing::listing;
pub use load::load;
pub use load::load_only;
pub use object::Object;
pub use object::Spanned;
pub use object::Value;
pub use reference::reference;
pub use schema::Holds;
pub use schema::SCHEMAS;
pub use schema::file_schema;
pub use schema::schema;

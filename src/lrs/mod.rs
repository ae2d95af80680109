//! A small, strict Learning Record Store for the preview and for tests: statements, State, profiles
//! and cmi5 sessions. It is no LRS for learners' data: it serves the loopback interface only.

mod access;
pub mod cmi5;
mod documents;
pub mod encoding;
mod exchange;
pub mod json;
mod ledger;
pub mod moment;
pub mod params;
mod refusal;
mod service;
mod statement;
mod statements;
pub mod store;

pub use access::Version;
pub use exchange::Answer;
pub use exchange::Request;
pub use ledger::Ledger;
pub use ledger::Means;
pub use refusal::Refusal;
pub use service::Lrs;
pub use statement::Statement;

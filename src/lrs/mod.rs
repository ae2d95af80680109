//! A small, strict Learning Record Store for the preview and for tests: statements, State, profiles
//! and cmi5 sessions. It is no LRS for learners' data: it serves the loopback interface only.

mod access;
mod agents;
pub mod cmi5;
mod connection;
mod desk;
mod documents;
mod encoding;
mod exchange;
mod faults;
mod filter;
mod formats;
mod json;
mod launch;
mod ledger;
mod log;
mod moment;
mod params;
mod persons;
mod preconditions;
mod query;
mod refusal;
mod rules;
mod server;
mod service;
mod statement;
mod statements;
pub mod store;

#[cfg(test)]
mod tests;

pub use access::Version;
pub use agents::identity;
pub use exchange::Answer;
pub use exchange::Request;
pub use ledger::Ledger;
pub use ledger::Means;
pub use moment::Moment;
pub use refusal::Refusal;
pub use server::Addresses;
pub use server::Error;
pub use server::Settings;
pub use server::run;
pub use service::Lrs;
pub use statement::Statement;

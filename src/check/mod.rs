//! The only door from draft to model: everything that is wrong is reported at once; it writes nothing.

mod assessment;
mod assets;
mod banks;
mod context;
mod findings;
mod glossary;
mod identity;
mod ids;
mod licence;
mod lock;
mod module;
mod objectives;
mod pages;
pub mod prose;
mod question;
mod references;
mod release;
mod safe;
mod sessions;
mod state;
mod titles;
mod unused;
mod workspace;

pub use lock::Fate;
pub use lock::IdChange;
pub use lock::letters;
pub use lock::lost;
pub use lock::moved;
pub use lock::same_bytes;
pub use lock::same_version;
pub use module::check;
pub use release::release;
pub use state::state;
pub use workspace::workspace;

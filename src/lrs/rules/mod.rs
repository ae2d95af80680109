//! Whether a value is what xAPI says, found at its first fault, with its path. Rules look at one value:
//! what was stored before, and cmi5, are others' concern.

mod activity;
mod actor;
mod context;
mod fields;
mod interaction;
mod response;
mod result;
mod scalar;
mod statement;

pub use actor::identified;
pub use scalar::iri;
pub use scalar::uuid;
pub use statement::VOIDED;
pub use statement::statement;

//! Types of a *valid* module, and the limits of targets as data.
//!
//! Only `check` builds these; after it no content error can exist. Nothing here reads or judges.

pub mod assessment;
mod licence;
pub mod limits;
pub mod module;
pub mod names;
mod programme;
pub mod prose;
pub mod question;
pub mod release;

pub use assessment::*;
pub use licence::Licence;
pub use limits::Limits;
pub use module::*;
pub use names::*;
pub use programme::Programme;
pub use prose::*;
pub use question::*;
pub use release::*;

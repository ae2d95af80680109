//! The only door from draft to model: everything that is wrong is reported at once; it writes nothing.

mod files;
mod names;
pub mod prose;

pub use files::Files;
pub use files::Use;
pub use names::Names;
pub use names::fold;

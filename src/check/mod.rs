//! The only door from draft to model: everything that is wrong is reported at once; it writes nothing.

pub mod prose;

//! Filière compiles module definitions into packages that learning management systems import.
//!
//! The crate is a pipeline; each stage is a pure function between two types:
//!
//! - [`source`] reads files and decodes them into drafts, each value with its place;
//! - [`lock`] says what released versions promised to learners;
//! - [`check`] turns drafts into a valid [`model`], or reports everything that is wrong ([`diag`]);
//! - [`state`] lays out what a learner's state holds and proves its worst case;
//! - [`render`] turns the model into pages and player data;
//! - [`target`] adds what one standard wants (a manifest);
//! - [`inspect`] judges the result as platforms will read it;
//! - [`report`] writes what teachers, platforms' staff and repositories read beside a package;
//! - [`trial`] makes the packages that try a platform before any module comes;
//! - [`archive`] writes the tree as a zip, always the same bytes;
//! - [`release`] is the folder that leaves for institutions, and the record of what is in it.
//!
//! The other way round, [`contents`] reads what a finished zip of ours holds, [`transcript`] what a
//! learner's state says along it, and [`comparison`] what changed between two of them.
//!
//! [`pipeline`] puts them in order; [`cli`] is the only part that knows the terminal, the
//! environment, the clock and the current directory. [`lrs`] stands beside it: a Learning Record
//! Store that judges what a package sends.

pub mod archive;
pub mod assets;
pub mod check;
pub mod cli;
pub mod comparison;
pub mod contents;
pub mod diag;
pub mod formula;
pub mod inspect;
pub mod lock;
pub mod lom;
pub mod lrs;
pub mod model;
pub mod notation;
pub mod package;
pub mod pipeline;
pub mod preview;
pub mod release;
pub mod render;
pub mod report;
pub mod source;
pub mod state;
pub mod target;
pub mod transcript;
pub mod trial;
pub mod xml;

//! The one test binary: what a stage promises to the outside, judged by tools that are not ours.

#![allow(clippy::disallowed_methods, reason = "tests look at the disk and the environment themselves")]

mod archive;
mod arrows;
mod bless;
mod cases;
mod cli;
mod codes;
mod comparison;
mod consumers;
mod determinism;
mod docs;
mod golden;
mod inspect;
mod limits;
mod lock;
mod lrs;
mod manifest;
mod preview;
mod release;
mod report;
mod run;
mod sample;
mod schema;
mod settings;
mod sheets;
mod tool;
mod transcript;

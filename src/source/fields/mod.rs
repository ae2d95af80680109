//! The tables of the source format, one per kind of object; they decide nothing themselves.

mod answer;
mod block;
mod module;
mod question;
mod shared;
mod workspace;

pub use answer::ANSWER;
pub use answer::BLANK;
pub use answer::PARTIAL;
pub use block::BLOCKS;
pub use block::DOWNLOAD;
pub use block::FIGURE;
pub use block::LATER_BLOCKS;
pub use block::OBJECTIVES;
pub use block::REVEAL;
pub use block::TABLE;
pub use module::ASSESSMENT;
pub use module::CONTRIBUTOR;
pub use module::DRAW;
pub use module::MODULE;
pub use module::OBJECTIVE;
pub use question::CHOICE;
pub use question::FILL_IN;
pub use question::MATCHING;
pub use question::NUMERIC;
pub use question::QUESTION;
pub use question::SEQUENCING;
pub use question::TRUE_FALSE;
pub use shared::REFERENCE;
pub use shared::TERM;
pub use workspace::PUBLISHER;
pub use workspace::WORKSPACE;

use crate::source::Field;
use crate::source::Kind;
use crate::source::Presence;
use crate::source::Shape;

/// Every kind, files first, each before the kinds it holds.
pub static ALL: &[&Kind] = &[
    &WORKSPACE,
    &PUBLISHER,
    &MODULE,
    &OBJECTIVE,
    &CONTRIBUTOR,
    &ASSESSMENT,
    &DRAW,
    &TERM,
    &REFERENCE,
    &QUESTION,
    &CHOICE,
    &TRUE_FALSE,
    &NUMERIC,
    &ANSWER,
    &PARTIAL,
    &FILL_IN,
    &BLANK,
    &MATCHING,
    &SEQUENCING,
    &FIGURE,
    &DOWNLOAD,
    &REVEAL,
    &TABLE,
    &OBJECTIVES,
];

type Words = &'static [&'static str];

/// A field that must be there.
const fn required(
    name: &'static str,
    shape: Shape,
    fr: &'static str,
    en: &'static str,
    synonyms: Words,
) -> Field {
    Field { name, shape, presence: Presence::Required, fr, en, synonyms }
}

/// A field that may be left out.
const fn optional(
    name: &'static str,
    shape: Shape,
    fr: &'static str,
    en: &'static str,
    synonyms: Words,
) -> Field {
    Field { name, shape, presence: Presence::Optional, fr, en, synonyms }
}

impl Field {
    /// The same field, which means `value` when it is left out.
    const fn or(self, value: &'static str) -> Self {
        Self { presence: Presence::Default(value), ..self }
    }
}

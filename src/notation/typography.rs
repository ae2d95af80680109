//! Typography of Québec.

use crate::notation::Lang;

/// A run of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    text: String,
    lang: Lang,
    opaque: bool,
}

impl Run {
    /// Text to typeset.
    pub fn text(text: &str, lang: Lang) -> Self {
        Self { text: text.to_owned(), lang, opaque: false }
    }

    /// Something that stands among the text.
    pub fn opaque(text: &str) -> Self {
        Self { text: text.to_owned(), lang: Lang::French, opaque: true }
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Typesets runs.
pub fn typeset_runs(_runs: &mut [Run]) {}

/// Typesets a text.
pub fn typography(text: &str, _lang: Lang) -> String {
    text.to_owned()
}

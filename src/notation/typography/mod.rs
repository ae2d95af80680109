//! Typography of running text: quotes, apostrophes, no-break spaces; it never touches code, math,
//! addresses.
//!
//! The rules for French are those of the Office québécois de la langue française: a no-break
//! space before a colon and inside guillemets, none before `;`, `!` and `?`.

mod french;
mod line;
mod numbers;
mod opaque;
mod quotes;
mod words;

#[cfg(test)]
mod tests;

use crate::notation::Lang;
use crate::notation::typography::line::Line;

/// A run of text that is typeset with its neighbours, as `*69*` and ` GPa`.
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

    /// What stands among the text and is left as it is: `\u{fffc}` for a formula, `\n` for a break.
    pub fn opaque(text: &str) -> Self {
        Self { text: text.to_owned(), lang: Lang::French, opaque: true }
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Typesets runs as one text; each keeps what it gained.
pub fn typeset_runs(runs: &mut [Run]) {
    let mut line = Line::new(runs);
    opaque::addresses(&mut line);
    quotes::quotes(&mut line);
    french::punctuation(&mut line);
    numbers::numbers(&mut line);
    words::words(&mut line);
    for (number, run) in runs.iter_mut().enumerate() {
        run.text = line.text(number);
    }
}

/// Typesets a plain text, in which `` `code` `` and `$math$` are left as they are.
pub fn typography(text: &str, lang: Lang) -> String {
    let mut runs = Vec::new();
    for (part, is_opaque) in opaque::split(text) {
        runs.push(if is_opaque { Run::opaque(part) } else { Run::text(part, lang) });
    }
    typeset_runs(&mut runs);
    runs.into_iter().map(Run::into_text).collect()
}

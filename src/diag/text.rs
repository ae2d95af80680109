//! A sentence in the two languages of the tool.

use serde::Deserialize;
use serde::Serialize;

/// Language of the tool's own messages (`--ui`); not the language of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// French of Québec, the default.
    #[default]
    French,
    /// English.
    English,
}

/// One message in both languages: lower case, no final period, values in « ».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// French of Québec.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A message; its plain spaces inside « », and before `:` and `%` in French, become no-break.
    pub fn new(fr: &str, en: &str) -> Self {
        let quoted = |text: &str| text.replace("« ", "«\u{a0}").replace(" »", "\u{a0}»");
        Self { fr: quoted(fr).replace(" : ", "\u{a0}: ").replace(" %", "\u{a0}%"), en: quoted(en) }
    }

    /// The wording in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}

/// Builds a [`Text`] from two format strings: `text! { fr: "…{n}…", en: "…{n}…" }`.
#[macro_export]
macro_rules! text {
    (fr: $fr:literal, en: $en:literal $(,)?) => {
        $crate::diag::Text::new(&format!($fr), &format!($en))
    };
}

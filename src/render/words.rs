//! The words of the interface that stand in the page itself, from the same tables as the player's.

use std::collections::BTreeMap;

use crate::assets;

const FRENCH: &str = include_str!("../../player/src/strings/fr.json");
const ENGLISH: &str = include_str!("../../player/src/strings/en.json");

/// The words in one language.
#[derive(Debug, Clone)]
pub struct Words {
    french: bool,
    table: BTreeMap<String, String>,
}

impl Words {
    /// The words in French or in English.
    pub fn new(french: bool) -> Self {
        Self { french, table: read(if french { FRENCH } else { ENGLISH }) }
    }

    /// These words and those of `extra`, by key.
    pub fn and<'a>(mut self, extra: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        self.table.extend(extra.into_iter().map(|(key, words)| (key.to_owned(), words.to_owned())));
        self
    }

    /// `fr` or `en`.
    pub fn ui(&self) -> &'static str {
        if self.french { "fr" } else { "en" }
    }

    /// The words of `key`.
    pub fn get(&self, key: &str) -> &str {
        match self.table.get(key) {
            Some(words) => words,
            None => panic!("no words for {key}: a test renders every template"),
        }
    }

    /// The words of `key` with `{name}` replaced.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let words = self.get(key).to_owned();
        values.iter().fold(words, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// The words of `<key>.one` or `<key>.other` with `{n}` replaced; zero is singular in French.
    pub fn count(&self, key: &str, n: usize) -> String {
        let one = n == 1 || (self.french && n == 0);
        let key = format!("{key}.{}", if one { "one" } else { "other" });
        self.fill(&key, &[("n", &n.to_string())])
    }

    /// The words that the player can say.
    pub fn said(&self) -> BTreeMap<String, String> {
        read(assets::PLAYER_WORDS[usize::from(!self.french)])
    }

    /// Every key, for templates.
    pub fn table(&self) -> &BTreeMap<String, String> {
        &self.table
    }
}

fn read(table: &str) -> BTreeMap<String, String> {
    serde_json::from_str(table).expect("a test reads every table of words")
}

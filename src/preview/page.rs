//! The page around the module, in the language of messages; what it shows comes from `/state`.

use handlebars::Handlebars;
use serde_json::Value;

use crate::assets;
use crate::diag::Language;

const FRENCH: &str = include_str!("words.fr.json");
const ENGLISH: &str = include_str!("words.en.json");

/// The page.
pub fn page(language: Language) -> String {
    let words = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let words: Value = serde_json::from_str(words).expect("a test reads the words");
    let template = assets::template("preview.hbs").expect("the template is part of the program");
    let mut handlebars = Handlebars::new();
    handlebars.set_strict_mode(true);
    handlebars.render_template(template, &words).expect("a test renders the page in both languages")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_rendered_in_both_languages() {
        assert!(page(Language::French).starts_with("<!doctype html>\n<html lang=\"fr-CA\">"));
        assert!(page(Language::English).starts_with("<!doctype html>\n<html lang=\"en-CA\">"));
    }

    #[test]
    fn both_languages_have_the_same_words() {
        let keys = |text| {
            let words: Value = serde_json::from_str(text).unwrap();
            words.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(keys(FRENCH), keys(ENGLISH));
    }
}

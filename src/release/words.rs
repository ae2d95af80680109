//! What the catalogue calls the words of the format, targets and documents, in both languages; it writes no page.

use crate::diag::Text;
use crate::lom;

/// A word of the format and what people say.
type Row = (&'static str, &'static str, &'static str);

const KINDS: &[Row] = &[
    ("theory", "théorie", "theory"),
    ("technical-project", "projet technique", "technical project"),
    ("digital-project", "projet numérique", "digital project"),
    ("workshop", "atelier", "workshop"),
    ("video", "vidéo", "video"),
];

const LEVELS: &[Row] = &[("college", "collégial", "college"), ("university", "universitaire", "university")];

const LANGUAGES: &[Row] = &[("fr", "français", "French"), ("en", "anglais", "English")];

const TARGETS: &[Row] = &[("scorm12", "SCORM 1.2", "SCORM 1.2"), ("xapi", "xAPI et cmi5", "xAPI and cmi5")];

/// By the end of a file's name.
const DOCUMENTS: &[Row] = &[
    ("-enseignant.html", "Guide de l’enseignant (réponses)", "Teacher guide (answers)"),
    ("-interactions.csv", "Dictionnaire des réponses, CSV", "Dictionary of answers, CSV"),
    ("-interactions.json", "Dictionnaire des réponses, JSON", "Dictionary of answers, JSON"),
    ("-scorm12.lom.xml", "Notice LOM du paquet SCORM 1.2", "LOM record of the SCORM 1.2 package"),
    ("-xapi.lom.xml", "Notice LOM du paquet xAPI", "LOM record of the xAPI package"),
    ("-source.zip", "Source, pour adapter ce module", "Source, to adapt this module"),
];

/// How long a module takes: the word of the filter, and what people say.
pub(super) const SPANS: &[Row] = &[
    ("short", "30 minutes ou moins", "30 minutes or less"),
    ("hour", "de 31 à 60 minutes", "31 to 60 minutes"),
    ("long", "plus de 60 minutes", "more than 60 minutes"),
];

pub(super) fn kind(word: &str) -> Text {
    find(KINDS, word)
}

pub(super) fn discipline(word: &str) -> Text {
    said(lom::discipline(word, true), lom::discipline(word, false))
}

pub(super) fn level(word: &str) -> Text {
    find(LEVELS, word)
}

pub(super) fn span(word: &str) -> Text {
    find(SPANS, word)
}

pub(super) fn target(word: &str) -> Text {
    find(TARGETS, word)
}

/// A language by its tag, as `fr-CA`.
pub(super) fn language(tag: &str) -> Text {
    find(LANGUAGES, tag.split('-').next().unwrap_or(tag))
}

/// What a file beside the packages is.
pub(super) fn document(file: &str) -> Text {
    let row = DOCUMENTS.iter().find(|(end, ..)| file.ends_with(end));
    row.map_or_else(|| same(file), |(_, fr, en)| said(fr, en))
}

fn find(table: &[Row], word: &str) -> Text {
    let row = table.iter().find(|(known, ..)| *known == word);
    row.map_or_else(|| same(word), |(_, fr, en)| said(fr, en))
}

fn same(word: &str) -> Text {
    said(word, word)
}

fn said(fr: &str, en: &str) -> Text {
    Text { fr: fr.to_owned(), en: en.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// The words that schemas/module.schema.json allows for a key.
    fn allowed(key: &str) -> Vec<String> {
        let schema: Value = serde_json::from_str(include_str!("../../schemas/module.schema.json")).unwrap();
        let field = &schema["properties"][key];
        let words = field.get("enum").or_else(|| field["items"].get("enum")).unwrap();
        words.as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn every_word_of_the_format_has_its_words() {
        for (key, table) in [("kind", KINDS), ("levels", LEVELS)] {
            let known: Vec<&str> = table.iter().map(|(word, ..)| *word).collect();
            assert_eq!(allowed(key), known, "{key}");
        }
        let unsaid = |word: &String| word.contains('-') && discipline(word).en == *word;
        assert_eq!(
            allowed("disciplines").into_iter().filter(unsaid).collect::<Vec<_>>(),
            Vec::<String>::new()
        );
        assert_eq!(discipline("metallurgy"), said("métallurgie", "metallurgy"));
        assert_eq!(target("tomorrow"), same("tomorrow"));
    }
}

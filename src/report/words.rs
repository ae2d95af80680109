//! The words of the documents, beside those of the player; it writes no sentence of a module.

use crate::model::Kind;
use crate::model::Module;
use crate::render::Words;
use crate::report::words::table::TABLE;

mod table;

/// The words in the language of a module.
pub fn words(module: &Module) -> Words {
    let french = module.language.is_french();
    let own = TABLE.iter().map(|[key, fr, en]| (*key, if french { *fr } else { *en }));
    Words::new(french).and(own)
}

/// Key of the words of a kind of module.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Theory => "module.theory",
        Kind::TechnicalProject => "module.technical-project",
        Kind::DigitalProject => "module.digital-project",
        Kind::Workshop => "module.workshop",
        Kind::Video => "module.video",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Words that are the same in both languages.
    const SAME: [&str; 12] = [
        "csv.points",
        "csv.question",
        "csv.type",
        "guide.col.pages",
        "guide.col.question",
        "guide.edition",
        "guide.fact.disciplines",
        "guide.fact.programmes",
        "guide.place.page",
        "guide.place.question",
        "guide.semicolon",
        "lom.disciplines",
    ];

    #[test]
    fn every_text_has_both_languages_and_the_same_blanks_to_fill() {
        let keys: BTreeSet<&str> = TABLE.iter().map(|[key, ..]| *key).collect();
        assert_eq!(keys.len(), TABLE.len(), "a key stands twice");
        let names = |text: &str| -> BTreeSet<String> {
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
        };
        for [key, fr, en] in TABLE {
            assert_eq!(fr == en, SAME.contains(key), "{key}: {fr}");
            assert_eq!(names(fr), names(en), "{key}");
        }
    }

    #[test]
    fn french_words_keep_the_typography_of_quebec() {
        for [key, fr, _] in TABLE {
            let wrong = [" :", " %", " ;", " !", " ?", "« ", " »", "'", "..."];
            let found: Vec<_> = wrong.iter().filter(|sign| fr.contains(*sign)).collect();
            assert_eq!(found, Vec::<&&str>::new(), "{key}: {fr}");
        }
    }

    #[test]
    fn every_text_is_used() {
        let sources = [
            include_str!("mod.rs"),
            include_str!("guide/mod.rs"),
            include_str!("guide/assessment.rs"),
            include_str!("guide/context.rs"),
            include_str!("guide/facts.rs"),
            include_str!("guide/objectives.rs"),
            include_str!("guide/prose.rs"),
            include_str!("guide/questions.rs"),
            include_str!("guide/review.rs"),
            include_str!("guide/suggestions.rs"),
            include_str!("interactions/csv.rs"),
            include_str!("lom/mod.rs"),
            include_str!("lom/classification.rs"),
            include_str!("words.rs"),
            include_str!("../../templates/teacher.hbs"),
            include_str!("../../templates/teacher-question.hbs"),
        ]
        .concat();
        // Keys that are put together: their last word is a word of the format, or a number's form.
        let made = |key: &str| {
            let begin = [
                "level.",
                "bloom.",
                "role.",
                "lom.install.",
                "guide.pairs.",
                "guide.blanks.",
                "guide.mistakes.",
                "use.",
            ];
            begin.iter().any(|begin| key.starts_with(begin))
                || key.ends_with(".one")
                || key.ends_with(".other")
        };
        let unused = TABLE.iter().map(|[key, ..]| *key).filter(|key| !made(key) && !sources.contains(*key));
        assert_eq!(unused.collect::<Vec<_>>(), Vec::<&str>::new());
    }
}

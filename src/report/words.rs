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

//! Documents that stand beside a package: for teachers, platforms' staff and repositories.
//!
//! They are made from a valid module alone, and hold every answer: nothing here may enter a package.

mod interactions;
mod words;

use crate::model::Module;
use crate::report::words::words;

/// A package that was made, as far as a document speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packaged {
    /// `hall-heroult-1.0.0-fr-CA-scorm12.zip`
    pub name: String,
    /// The target it was made for, as `scorm12`.
    pub target: String,
    /// Length of the zip.
    pub bytes: u64,
}

/// A file to publish beside the packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// File name in dist/.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Every document of a module and of its packages, sorted by name.
pub fn documents(module: &Module, _packages: &[Packaged]) -> Vec<Document> {
    let words = words(module);
    let edition = format!("{}-{}-{}", module.id, module.version, module.language.as_str());
    let records = interactions::records(module);
    let mut documents = vec![
        Document {
            name: format!("{edition}-interactions.csv"),
            bytes: interactions::csv(module, &words, &records),
        },
        Document {
            name: format!("{edition}-interactions.json"),
            bytes: interactions::json(module, &records),
        },
    ];
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    documents
}

//! Documents that stand beside a package: for teachers, platforms' staff and repositories.
//!
//! They are made from a valid module alone, and hold every answer: nothing here may enter a package.

mod guide;
mod interactions;
mod lom;
mod words;

use crate::model::Module;
use crate::package::Package;
use crate::report::words::words;

/// The JSON Schema of the dictionary of interactions: its file name and its text.
pub const SCHEMA: (&str, &str) =
    ("interactions.schema.json", include_str!("../../schemas/interactions.schema.json"));

/// A package that was made, as far as a document speaks of it; [`Packaged::new`] measures one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packaged {
    /// `hall-heroult-1.0.0-fr-CA-scorm12.zip`
    pub name: String,
    /// The target it was made for, as `scorm12`.
    pub target: String,
    /// Bytes of its files, as long as they are (LOM 4.2: what is compressed counts uncompressed).
    pub bytes: u64,
    /// Media types of its files, sorted.
    pub formats: Vec<String>,
}

impl Packaged {
    /// What documents say of `package`, which was written as `name` for `target`.
    pub fn new(name: &str, target: &str, package: &Package) -> Self {
        let mut formats: Vec<String> =
            package.entries().map(|(path, _)| path.media_type().to_owned()).collect();
        formats.sort_unstable();
        formats.dedup();
        Self {
            name: name.to_owned(),
            target: target.to_owned(),
            bytes: package.entries().map(|(_, entry)| entry.length()).sum(),
            formats,
        }
    }
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
pub fn documents(module: &Module, packages: &[Packaged]) -> Vec<Document> {
    let words = words(module);
    let edition = format!("{}-{}-{}", module.id, module.version, module.language.as_str());
    let records = interactions::records(module);
    let named = |end: &str, bytes: Vec<u8>| Document { name: format!("{edition}-{end}"), bytes };
    let table = format!("{edition}-interactions.csv");
    let mut documents = vec![
        named("enseignant.html", guide::guide(module, &words, &records, &table)),
        named("interactions.csv", interactions::csv(module, &words, &records)),
        named("interactions.json", interactions::json(module, &records)),
    ];
    documents.extend(packages.iter().map(|package| Document {
        name: format!("{}.lom.xml", package.name.trim_end_matches(".zip")),
        bytes: lom::record(module, &words, package, packages),
    }));
    documents.sort_by(|a, b| a.name.cmp(&b.name));
    documents
}

//! The schemas and reference pages that are committed are those that the tables give.

use std::path::Path;

use filiere::diag::Language;
use filiere::source;

use crate::bless::same_file;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_committed_schemas_are_current() {
    for (name, kind, holds) in source::SCHEMAS {
        let schema = source::file_schema(kind, *holds);
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        same_file(&root().join("schemas").join(name), &text);
    }
}

#[test]
fn the_reference_pages_are_current() {
    same_file(&root().join("docs/fr/reference/format.md"), &source::reference(Language::French));
    same_file(&root().join("docs/en/reference/format.md"), &source::reference(Language::English));
}

//! What both manifests say alike: the page that opens, the type of a module; it writes no element.

use crate::model::Module;

/// The page that a platform opens, relative to the manifest.
pub(super) const LAUNCH: &str = "index.html";

/// What a module is in the vocabulary of ADL.
pub(super) const COURSE: &str = "http://adlnet.gov/expapi/activities/course";

/// The description of a module, which both schemas want; its title when it is no words.
pub(super) fn description(module: &Module) -> &str {
    or(&module.description, &module.title)
}

/// The text, or the other one when it is blank, as that of a picture alone may be.
pub(super) fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.trim().is_empty() { other } else { text }
}

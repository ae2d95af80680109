//! What both manifests say alike: the page that opens, the type of a module; it writes no element.

/// The page that a platform opens, relative to the manifest.
pub(super) const LAUNCH: &str = "index.html";

/// What a module is in the vocabulary of ADL.
pub(super) const COURSE: &str = "http://adlnet.gov/expapi/activities/course";

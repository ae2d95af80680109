//! The two manifests of xAPI: what their schemas, their specifications and their readers ask.

mod cmi5;
mod findings;
mod launch;
mod table_cmi5;
mod table_tincan;
mod tincan;

use crate::diag::Sink;
use crate::inspect::about::About;
use crate::inspect::about::Standard;
use crate::inspect::xml::Element;

/// Judges a manifest, given whether the package holds a path.
pub(super) type Judge = fn(&Element, &dyn Fn(&str) -> bool, &mut Sink);

/// The manifests by their names at the root of a package.
pub(super) const MANIFESTS: &[(&str, Standard, Judge)] =
    &[("cmi5.xml", Standard::Cmi5, cmi5::judge), ("tincan.xml", Standard::TinCan, tincan::judge)];

/// Adds what a manifest says of the package: its first title and its first launch.
pub(super) fn about(root: &Element, about: &mut About) {
    let said = |names: &[&str]| first(root, names).map(|found| found.text.trim().to_owned());
    about.title = about.title.take().or_else(|| said(&["langstring", "name"]));
    about.launch = about.launch.take().or_else(|| said(&["launch", "url"]));
}

/// The first element of one of these names, in the order of the document.
fn first<'a>(element: &'a Element, names: &[&str]) -> Option<&'a Element> {
    if names.contains(&element.name.as_str()) {
        return Some(element);
    }
    element.children.iter().find_map(|child| first(child, names))
}

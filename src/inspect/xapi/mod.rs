//! The two manifests of xAPI: what their schemas, their specifications and their readers ask.

mod cmi5;
mod findings;
mod launch;
mod table_cmi5;
mod table_tincan;
mod tincan;

use crate::diag::Sink;
use crate::inspect::xml::Element;

/// Judges a manifest, given whether the package holds a path.
pub(super) type Judge = fn(&Element, &dyn Fn(&str) -> bool, &mut Sink);

/// The manifests by their names at the root of a package.
pub(super) const MANIFESTS: &[(&str, Judge)] = &[("cmi5.xml", cmi5::judge), ("tincan.xml", tincan::judge)];

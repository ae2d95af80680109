//! Judges packages as platforms will read them, whoever made them; it shares no code with `target`.
//!
//! A tree that is not written yet is judged by its manifests and pages; a zip, by its bytes too.

mod about;
mod address;
mod encoding;
mod files;
mod manifests;
mod pages;
mod schema;
mod scorm12;
mod values;
mod xapi;
mod xml;
mod zip;

use std::io;
use std::path::Path;

use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::inspect::files::Files;
use crate::package::Package;

pub use about::About;
pub use about::Standard;

/// Manifests, of which a package has one at least, at its root.
const AT_ROOT: [&str; 3] = ["cmi5.xml", "imsmanifest.xml", "tincan.xml"];

/// What was found in a package, and the texts that findings refer to.
pub struct Judged {
    /// Its manifests and, for a zip, the list of its names, whose lines are its entries.
    pub sources: Sources,
    /// Everything found, sorted.
    pub findings: Vec<Diagnostic>,
    /// What it is.
    pub about: About,
}

/// Judges every manifest of a package that it knows, and the pages that they launch.
pub fn inspect(package: &Package) -> Judged {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let about = manifests::judge(&Files::of(package), "", None, &mut sources, &mut sink);
    let findings = sink.into_sorted(&sources);
    Judged { sources, findings, about }
}

/// Judges a finished zip from its bytes alone; findings call it by its path.
pub fn zip(path: &Path) -> io::Result<Judged> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let about = zip_into(path, &mut sources, &mut sink)?;
    let findings = sink.into_sorted(&sources);
    Ok(Judged { sources, findings, about })
}

/// Like [`zip()`], for several zips of one run.
pub fn zip_into(path: &Path, sources: &mut Sources, sink: &mut Sink) -> io::Result<About> {
    let name = path.to_string_lossy().replace('\\', "/");
    let zip = zip::read(path, &name, sources, sink)?;
    let about = manifests::judge(&zip.files, &format!("{name}/"), zip.listing, sources, sink);
    Ok(About { size: zip.size, ..about })
}

//! SCORM 1.2: a manifest beside the pages, and the limits of the standard; the run time is the player's.

mod manifest;
mod metadata;
mod words;

use crate::assets;
use crate::model::Limits;
use crate::model::Module;
use crate::package::Entry;
use crate::package::Package;
use crate::package::PackagePath;
use crate::target::Target;

/// Name of the manifest: at the root, in lower case, else an LMS does not see it.
const MANIFEST: &str = "imsmanifest.xml";

/// SCORM 1.2 as LMSs read it.
pub(super) struct Scorm12;

impl Target for Scorm12 {
    fn name(&self) -> &'static str {
        "scorm12"
    }

    fn limits(&self) -> Limits {
        // SCORM 1.2 RTE 3.4.4: cmi.suspend_data holds 4 096 characters, of which 96 are kept in hand;
        // CMIFeedback 255; option ids are single characters. A title of 256 stops Moodle's import.
        Limits { state: 4000, title: 255, response: 255, options: 36 }
    }

    fn player(&self) -> &'static str {
        assets::SCORM12_JS
    }

    fn finish(&self, module: &Module, package: &mut Package) {
        let path = PackagePath::new(MANIFEST).expect("the name is in lower case");
        let manifest = manifest::manifest(module, package);
        package.insert(path, Entry::Bytes(manifest));
    }

    fn identifiers(&self, module: &Module) -> Vec<(&'static str, String)> {
        manifest::identifiers(module).into()
    }

    fn first(&self) -> &'static [&'static str] {
        &[MANIFEST]
    }
}

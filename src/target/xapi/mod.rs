//! xAPI: tincan.xml and cmi5.xml beside the same pages, and the limits; the run time is the player's.

mod cmi5;
mod tincan;
mod words;

use crate::assets;
use crate::model::Limits;
use crate::model::Module;
use crate::package::Entry;
use crate::package::Package;
use crate::package::PackagePath;
use crate::target::Target;

/// The manifest that cmi5 platforms read.
const CMI5: &str = "cmi5.xml";
/// The manifest that Tin Can platforms read.
const TINCAN: &str = "tincan.xml";

/// xAPI as platforms launch it: cmi5, Tin Can, or both from one package.
pub(super) struct Xapi;

impl Target for Xapi {
    fn name(&self) -> &'static str {
        "xapi"
    }

    fn limits(&self) -> Limits {
        // Fetch, 4.6: what a page sends while it closes (keepalive) holds 64 KiB in all; half is left
        // to the statements that leave with the state. A response of fill-in: 250 characters, the
        // least that SCORM 2004 promises, which xAPI-Data appendix C takes over. Titles stand in the
        // columns of platforms, of 255. Options are named by 36 letters and digits.
        Limits { state: 32_000, title: 255, response: 250, options: 36 }
    }

    fn player(&self) -> &'static str {
        assets::XAPI_JS
    }

    fn finish(&self, module: &Module, package: &mut Package) {
        let manifests = module.workspace.manifests;
        let mut add = |name: &str, manifest: Vec<u8>| {
            let path = PackagePath::new(name).expect("the name is in lower case");
            package.insert(path, Entry::Bytes(manifest));
        };
        if manifests.has_cmi5() {
            add(CMI5, cmi5::manifest(module));
        }
        if manifests.has_tincan() {
            add(TINCAN, tincan::manifest(module));
        }
    }

    fn identifiers(&self, module: &Module) -> Vec<(&'static str, String)> {
        let iri = &module.workspace.iri;
        let mut identifiers = vec![("activity", iri.module(&module.id))];
        if module.workspace.manifests.has_cmi5() {
            identifiers.push(("unit", iri.unit(&module.id)));
        }
        identifiers
    }

    fn first(&self) -> &'static [&'static str] {
        &[CMI5, TINCAN]
    }
}

//! tincan.xml: the module as one activity, which is launched; its pages and questions are not listed.
//!
//! The player's statements define those, with names and answers as far as they may be shown: a list
//! here would give the keys of graded questions away in clear.

use crate::model::Module;
use crate::target::xapi::words;
use crate::xml::Xml;

const TINCAN: &str = "http://projecttincan.com/tincan.xsd";

/// The manifest; of launches and activities platforms take the first or the last, so there is one.
pub(super) fn manifest(module: &Module) -> Vec<u8> {
    let mut xml = Xml::new();
    let iri = module.workspace.iri.module(&module.id);
    let lang = [("lang", module.language.as_str())];
    // mod_tincanlaunch compares whole tag names: no element bears a prefix.
    xml.element("tincan", &[("xmlns", TINCAN)], |xml| {
        xml.element("activities", &[], |xml| {
            xml.element("activity", &[("id", &iri), ("type", words::COURSE)], |xml| {
                xml.text("name", &lang, &module.title);
                xml.text("description", &lang, words::description(module));
                xml.text("launch", &lang, words::LAUNCH);
            });
        });
    });
    xml.finish()
}

//! imsmanifest.xml: one organization, one item, one resource with every file; metadata stand apart.
//!
//! Identifiers come from the module's id alone (`filiere.x`, `org-x`, `item-x`, `res-x`): LMSs key
//! a learner's attempts by them, and a new version must find those again.

use crate::model::Module;
use crate::package::Package;
use crate::target::scorm12::metadata;
use crate::xml::Xml;

/// The page that an LMS opens.
const LAUNCH: &str = "index.html";

const IMSCP: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
const ADLCP: &str = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
const IMSMD: &str = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
const SCHEMAS: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd \
    http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd \
    http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd";

/// The manifest of a package that holds every other file already.
pub(super) fn manifest(module: &Module, package: &Package) -> Vec<u8> {
    let mut xml = Xml::new();
    let [(_, identifier), ..] = identifiers(module);
    // Moodle matches names as plain strings: IMS elements bear no prefix, those of ADL bear `adlcp`.
    let attributes = [
        ("identifier", identifier.as_str()),
        ("version", &module.version),
        ("xmlns", IMSCP),
        ("xmlns:adlcp", ADLCP),
        ("xmlns:imsmd", IMSMD),
        ("xmlns:xsi", XSI),
        ("xsi:schemaLocation", SCHEMAS),
    ];
    xml.element("manifest", &attributes, |xml| {
        xml.element("metadata", &[], |xml| {
            xml.text("schema", &[], "ADL SCORM");
            xml.text("schemaversion", &[], "1.2");
            metadata::lom(xml, module, package);
        });
        organizations(xml, module);
        resources(xml, module, package);
    });
    xml.finish()
}

/// What LMSs key a module and its attempts by.
pub(super) fn identifiers(module: &Module) -> [(&'static str, String); 3] {
    let id = &module.id;
    [
        ("manifest", format!("filiere.{id}")),
        ("organization", format!("org-{id}")),
        ("item", format!("item-{id}")),
    ]
}

fn organizations(xml: &mut Xml, module: &Module) {
    let [_, (_, identifier), _] = identifiers(module);
    xml.element("organizations", &[("default", &identifier)], |xml| {
        xml.element("organization", &[("identifier", &identifier)], |xml| {
            xml.text("title", &[], &module.title);
            item(xml, module);
        });
    });
}

// No adlcp:masteryscore: RTE 3.4.4.1 lets it win over the status that the player sets.
fn item(xml: &mut Xml, module: &Module) {
    let ([.., (_, identifier)], resource) = (identifiers(module), resource(module));
    // Open edX shows an item only when `isvisible` is written.
    let attributes =
        [("identifier", identifier.as_str()), ("identifierref", &resource), ("isvisible", "true")];
    xml.element("item", &attributes, |xml| xml.text("title", &[], &module.title));
}

fn resources(xml: &mut Xml, module: &Module, package: &Package) {
    let identifier = resource(module);
    let attributes = [
        ("identifier", identifier.as_str()),
        ("type", "webcontent"),
        ("adlcp:scormtype", "sco"),
        ("href", LAUNCH),
    ];
    xml.element("resources", &[], |xml| {
        xml.element("resource", &attributes, |xml| {
            let paths = package.entries().map(|(path, _)| path.as_str()).filter(|path| *path != LAUNCH);
            [LAUNCH].into_iter().chain(paths).for_each(|path| xml.empty("file", &[("href", path)]));
        });
    });
}

fn resource(module: &Module) -> String {
    format!("res-{}", module.id)
}

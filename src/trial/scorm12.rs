//! imsmanifest.xml of a trial: one item, with a pass mark and launch data that the page reads back.

use crate::package::Package;
use crate::trial::LAUNCH;
use crate::trial::Manifest;
use crate::trial::words::Words;
use crate::xml::Xml;

const IMSCP: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
const ADLCP: &str = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
const SCHEMAS: &str = "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd \
    http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd";

/// What the page expects to read: player/trial/scorm12/samples.ts names both.
const LAUNCH_DATA: &str = "filiere-essai";
const MASTERY: &str = "60";

/// The manifest of a package that holds every other file already.
pub(super) fn manifests(words: &Words, package: &Package, _iri: &str) -> Vec<Manifest> {
    let mut xml = Xml::new();
    let identifier = format!("filiere.essai-ena-{}", words.tag);
    let attributes = [
        ("identifier", identifier.as_str()),
        ("version", "1"),
        ("xmlns", IMSCP),
        ("xmlns:adlcp", ADLCP),
        ("xmlns:xsi", XSI),
        ("xsi:schemaLocation", SCHEMAS),
    ];
    xml.element("manifest", &attributes, |xml| {
        xml.element("metadata", &[], |xml| {
            xml.text("schema", &[], "ADL SCORM");
            xml.text("schemaversion", &[], "1.2");
        });
        organization(xml, words);
        resource(xml, words, package);
    });
    vec![("imsmanifest.xml", xml.finish())]
}

fn organization(xml: &mut Xml, words: &Words) {
    let names = ["org", "item", "res"].map(|kind| format!("{kind}-essai-ena-{}", words.tag));
    let [org, item, res] = names.each_ref().map(String::as_str);
    xml.element("organizations", &[("default", org)], |xml| {
        xml.element("organization", &[("identifier", org)], |xml| {
            xml.text("title", &[], words.title);
            let attributes = [("identifier", item), ("identifierref", res), ("isvisible", "true")];
            xml.element("item", &attributes, |xml| {
                xml.text("title", &[], words.title);
                xml.text("adlcp:datafromlms", &[], LAUNCH_DATA);
                xml.text("adlcp:masteryscore", &[], MASTERY);
            });
        });
    });
}

fn resource(xml: &mut Xml, words: &Words, package: &Package) {
    let identifier = format!("res-essai-ena-{}", words.tag);
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

//! tincan.xml and cmi5.xml of a trial: one activity and one unit, which asks for 60 % and for both results.

use crate::package::Package;
use crate::trial::LAUNCH;
use crate::trial::Manifest;
use crate::trial::words::Words;
use crate::xml::Xml;

const CMI5: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";
const TINCAN: &str = "http://projecttincan.com/tincan.xsd";
const COURSE: &str = "http://adlnet.gov/expapi/activities/course";

/// Both manifests.
pub(super) fn manifests(words: &Words, _package: &Package, iri: &str) -> Vec<Manifest> {
    let activity = activity(words, iri);
    vec![("cmi5.xml", cmi5(words, &activity)), ("tincan.xml", tincan(words, &activity))]
}

/// The IRI of the trial in one language.
pub(super) fn activity(words: &Words, iri: &str) -> String {
    format!("{iri}essai-ena/{}", words.tag)
}

fn tincan(words: &Words, activity: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    let lang = [("lang", words.language)];
    xml.element("tincan", &[("xmlns", TINCAN)], |xml| {
        xml.element("activities", &[], |xml| {
            xml.element("activity", &[("id", activity), ("type", COURSE)], |xml| {
                xml.text("name", &lang, words.title);
                xml.text("description", &lang, words.description);
                xml.text("launch", &lang, LAUNCH);
            });
        });
    });
    xml.finish()
}

fn cmi5(words: &Words, activity: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("courseStructure", &[("xmlns", CMI5)], |xml| {
        xml.element("course", &[("id", activity)], |xml| labels(xml, words));
        let unit = format!("{activity}/au");
        let attributes = [
            ("id", unit.as_str()),
            ("moveOn", "CompletedAndPassed"),
            ("masteryScore", "0.6"),
            ("launchMethod", "AnyWindow"),
            ("activityType", COURSE),
        ];
        xml.element("au", &attributes, |xml| {
            labels(xml, words);
            xml.text("url", &[], LAUNCH);
        });
    });
    xml.finish()
}

fn labels(xml: &mut Xml, words: &Words) {
    for (name, text) in [("title", words.title), ("description", words.description)] {
        xml.element(name, &[], |xml| xml.text("langstring", &[("lang", words.language)], text));
    }
}

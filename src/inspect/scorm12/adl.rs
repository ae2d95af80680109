//! ADL's additions to a manifest: their prefix, places and values.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::inspect::schema;
use crate::inspect::scorm12::findings;
use crate::inspect::scorm12::table_imscp::ADL;
use crate::inspect::scorm12::table_imscp::LOCATION;
use crate::inspect::scorm12::table_imscp::OF_ITEMS;
use crate::inspect::scorm12::table_imscp::SCORMTYPE;
use crate::inspect::scorm12::table_imscp::SCORMTYPES;
use crate::inspect::xml::Attribute;
use crate::inspect::xml::Element;
use crate::text;

/// The prefix that Moodle compares letter by letter.
const PREFIX: &str = "adlcp";

/// What a resource says that it is, whatever the case of the name: that is told once.
pub(super) fn scormtype(resource: &Element) -> Option<&Attribute> {
    resource.attributes.iter().find(|one| one.space == ADL && one.name.eq_ignore_ascii_case(SCORMTYPE))
}

pub(super) fn is_sco(resource: &Element) -> bool {
    scormtype(resource).is_some_and(|kind| kind.value == SCORMTYPES[0])
}

pub(super) fn is_asset(resource: &Element) -> bool {
    scormtype(resource).is_some_and(|kind| kind.value == SCORMTYPES[1])
}

/// Judges every element and attribute of ADL.
pub(super) fn judge(root: &Element, sink: &mut Sink) {
    let mut prefixes = Vec::new();
    walk(root, &mut prefixes, sink);
    // One prefix stands for all; the first place is enough.
    if let Some((at, prefix)) = prefixes.iter().find(|(_, prefix)| prefix != PREFIX) {
        let message = text! {
            fr: "le préfixe des éléments d'ADL est « {prefix} »",
            en: "the prefix of ADL's elements is « {prefix} »",
        };
        sink.push(findings::misread(*at, message).hint(text! {
            fr: "écrivez « adlcp » : Moodle compare le préfixe lettre à lettre, et ne suivrait pas le module",
            en: "write « adlcp »: Moodle compares the prefix letter by letter, and would not track the module",
        }));
    }
}

fn walk(element: &Element, prefixes: &mut Vec<(crate::diag::Span, String)>, sink: &mut Sink) {
    for attribute in element.attributes.iter().filter(|one| one.space == ADL) {
        let prefix = attribute.written.split(':').next().unwrap_or_default();
        prefixes.push((attribute.at, prefix.to_owned()));
        self::attribute(element, attribute, sink);
    }
    for child in &element.children {
        if child.space == ADL {
            prefixes.push((child.at, child.prefix.clone().unwrap_or_default()));
            inner(element, child, sink);
        } else {
            walk(child, prefixes, sink);
        }
    }
}

fn attribute(element: &Element, attribute: &Attribute, sink: &mut Sink) {
    let (name, parent, value) = (&attribute.name, &element.name, &attribute.value);
    let message = if parent != "resource" || name != SCORMTYPE {
        text! {
            fr: "« {name} » n'a pas sa place dans « {parent} »",
            en: "« {name} » has no place in « {parent} »",
        }
    } else if !SCORMTYPES.contains(&value.as_str()) {
        text! { fr: "« {value} » ne convient pas ici", en: "« {value} » does not fit here" }
    } else {
        return;
    };
    sink.push(Diagnostic::new(Code::FIL7003, attribute.at, message).hint(text! {
        fr: "écrivez adlcp:scormtype=\"sco\" ou \"asset\", en minuscules, dans une ressource",
        en: "write adlcp:scormtype=\"sco\" or \"asset\", in small letters, in a resource",
    }));
}

fn inner(parent: &Element, child: &Element, sink: &mut Sink) {
    let rules: &[&schema::Rule] = match parent.name.as_str() {
        "item" => &OF_ITEMS,
        "metadata" => &[&LOCATION],
        _ => &[],
    };
    if let Some(rule) = rules.iter().find(|rule| rule.name == child.name) {
        schema::judge(child, rule, ADL, sink);
        return zero(child, sink);
    }
    let (name, parent) = (&child.name, &parent.name);
    let message = text! {
        fr: "« {name} » n'a pas sa place dans « {parent} »",
        en: "« {name} » has no place in « {parent} »",
    };
    sink.push(Diagnostic::new(Code::FIL7002, child.at, message).hint(text! {
        fr: "les éléments d'ADL se mettent dans « item », et « location » dans « metadata »",
        en: "ADL's elements go into « item », and « location » into « metadata »",
    }));
}

/// Moodle drops a text that is « 0 ».
fn zero(element: &Element, sink: &mut Sink) {
    if element.name == "masteryscore" && element.text.trim() == "0" {
        let message = text! { fr: "la note de passage est 0", en: "the pass mark is 0" };
        sink.push(findings::misread(element.at, message).hint(text! {
            fr: "retirez « masteryscore » : Moodle lit « 0 » comme s'il n'y avait rien",
            en: "remove « masteryscore »: Moodle reads « 0 » as if there were nothing",
        }));
    }
}

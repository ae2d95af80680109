//! Identifiers: each its own, not too long, and every reference leads to one; their letters are the schema's.

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::inspect::scorm12::Manifest;
use crate::inspect::scorm12::findings;
use crate::inspect::xml::Attribute;
use crate::text;

/// Characters that Moodle stores.
const LONGEST: usize = 255;

pub(super) fn judge(manifest: &Manifest, sink: &mut Sink) {
    let mut elements = Vec::new();
    findings::all(manifest.root, &mut elements);
    elements.retain(|element| element.space == manifest.root.space);
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for id in elements.iter().filter_map(|element| element.attribute("identifier")) {
        match seen.get(id.value.as_str()) {
            Some(first) => sink.push(twice(id, *first)),
            None => {
                seen.insert(&id.value, id.at);
            }
        }
        let length = id.value.chars().count();
        if length > LONGEST {
            let message = text! {
                fr: "l'identifiant a {length} caractères, plus que {LONGEST}",
                en: "the identifier has {length} characters, more than {LONGEST}",
            };
            let hint = text! { fr: "abrégez-le : Moodle ne crée pas l'activité", en: "shorten it: Moodle does not create the activity" };
            sink.push(Diagnostic::new(Code::FIL7004, id.at, message).hint(hint));
        }
    }
    default(manifest, sink);
    for dependency in manifest.resources().flat_map(|one| one.named("dependency")) {
        let Some(wanted) = dependency.attribute("identifierref") else { continue };
        if manifest.resource(&wanted.value).is_none() {
            sink.push(unknown(
                wanted,
                text! { fr: "nommez une ressource du manifeste", en: "name a resource of the manifest" },
            ));
        }
    }
}

fn default(manifest: &Manifest, sink: &mut Sink) {
    let Some(all) = manifest.root.named("organizations").next() else { return };
    let ids: Vec<&str> = manifest
        .organizations()
        .filter_map(|one| one.attribute("identifier"))
        .map(|id| id.value.as_str())
        .collect();
    match all.attribute("default") {
        Some(default) if !ids.contains(&default.value.as_str()) => {
            let known = ids.join(", ");
            let hint = if ids.is_empty() {
                text! { fr: "ajoutez l'organisation, ou retirez « default »", en: "add the organization, or remove « default »" }
            } else {
                text! { fr: "nommez une organisation : {known}", en: "name an organization: {known}" }
            };
            sink.push(unknown(default, hint));
        }
        None if !ids.is_empty() => {
            let message = text! {
                fr: "« organizations » ne dit pas laquelle s'ouvre",
                en: "« organizations » does not say which one opens",
            };
            let first = ids[0];
            sink.push(findings::misread(all.at, message).hint(text! {
                fr: "ajoutez default=\"{first}\"",
                en: "add default=\"{first}\"",
            }));
        }
        _ => {}
    }
}

fn twice(id: &Attribute, first: Span) -> Diagnostic {
    let value = &id.value;
    let message = text! {
        fr: "l'identifiant « {value} » est donné deux fois",
        en: "the identifier « {value} » is given twice",
    };
    let other = text! { fr: "la première fois ici", en: "the first time here" };
    Diagnostic::new(Code::FIL7004, id.at, message).related(first, other).hint(text! {
        fr: "donnez à chacun le sien : de deux éléments, Moodle n'en garde qu'un",
        en: "give each its own: of two items, Moodle keeps only one",
    })
}

/// A reference that leads nowhere.
pub(super) fn unknown(reference: &Attribute, hint: Text) -> Diagnostic {
    let value = &reference.value;
    let message = text! { fr: "rien ne s'appelle « {value} »", en: "nothing is called « {value} »" };
    Diagnostic::new(Code::FIL7004, reference.at, message).hint(hint)
}

//! Addresses that a platform opens: present in the package, and free of what the platform adds.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Text;
use crate::inspect::values;
use crate::inspect::xml::Element;
use crate::text;

/// cmi5, 8.1.0.0-6: names that the platform adds to the address.
const RESERVED: [&str; 5] = ["endpoint", "fetch", "actor", "registration", "activityId"];

/// Judges the address that `element` holds.
pub(super) fn address(element: &Element, holds: &dyn Fn(&str) -> bool, sink: &mut Sink) {
    let address = element.text.trim();
    // A word that is missing was told by the schema.
    if address.is_empty() || !element.children.is_empty() {
        return;
    }
    let place = address.split_once('#').map_or(address, |(place, _)| place);
    let (path, query) = place.split_once('?').unwrap_or((place, ""));
    for name in query.split('&').filter_map(|pair| pair.split('=').next()) {
        if RESERVED.contains(&name) {
            sink.push(reserved(element, name));
        }
    }
    let leads = values::is_iri(address) || (inside(path) && holds(path));
    if !leads {
        let message = text! {
            fr: "« {path} » ne mène à aucun fichier du paquet",
            en: "« {path} » leads to no file of the package",
        };
        sink.push(wrong(element, message).hint(text! {
            fr: "écrivez le chemin depuis la racine du paquet, sans barre oblique au début",
            en: "write the path from the root of the package, without a slash at the start",
        }));
    }
}

/// Whether a path starts in the package and stays in it.
fn inside(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}

fn reserved(element: &Element, name: &str) -> Diagnostic {
    let message = text! {
        fr: "l'adresse contient déjà « {name} », que la plateforme ajoute",
        en: "the address holds « {name} » already, which the platform adds",
    };
    wrong(element, message).hint(text! {
        fr: "donnez un autre nom à ce paramètre",
        en: "give this parameter another name",
    })
}

fn wrong(element: &Element, message: Text) -> Diagnostic {
    Diagnostic::new(Code::FIL7005, element.at, message)
}

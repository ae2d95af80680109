//! Resources and files both ways: what is listed is there, and what is there is listed.

use std::collections::BTreeSet;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Text;
use crate::inspect::AT_ROOT;
use crate::inspect::address;
use crate::inspect::address::Address;
use crate::inspect::scorm12::Manifest;
use crate::inspect::scorm12::findings;
use crate::inspect::scorm12::items::Launched;
use crate::inspect::scorm12::table_imscp::ADL;
use crate::inspect::scorm12::table_imscp::LOCATION;
use crate::inspect::xml::Attribute;
use crate::inspect::xml::Element;
use crate::text;

/// Schemas that packages carry beside their manifest; no resource needs to list them.
const SCHEMAS: [&str; 2] = [".dtd", ".xsd"];

/// Where an address of a resource leads, whatever bases stand around it.
pub(super) fn address(manifest: &Manifest, resource: &Element, written: &str) -> Address {
    let around = [Some(manifest.root), manifest.root.named("resources").next(), Some(resource)];
    let base = |element: &Element| {
        element.attributes.iter().find(|one| one.written == "xml:base").map(|one| one.value.clone())
    };
    let bases: String = around.into_iter().flatten().filter_map(base).collect();
    address::resolve(&bases, written)
}

/// A path that differs from `written` by case alone.
pub(super) fn alike<'a>(manifest: &Manifest<'a>, written: &str) -> Option<&'a str> {
    let Address::Inside(path) = address::resolve("", written) else { return None };
    manifest.files.paths().find(|known| known.eq_ignore_ascii_case(&path))
}

/// Judges every file that is listed, and every one that is not.
pub(super) fn judge(manifest: &Manifest, launched: &[Launched], sink: &mut Sink) {
    let mut listed: BTreeSet<String> = launched.iter().filter_map(Launched::page).collect();
    for resource in manifest.resources() {
        let mut own = BTreeSet::new();
        for href in resource.named("file").filter_map(|file| file.attribute("href")) {
            match address(manifest, resource, &href.value) {
                Address::Inside(path) if manifest.files.holds(&path) => {
                    own.insert(path);
                }
                Address::Elsewhere => {}
                _ => sink.push(absent(href, manifest)),
            }
        }
        page(resource, &own, manifest, sink);
        listed.append(&mut own);
    }
    listed.extend(located(manifest, sink));
    unlisted(manifest, &listed, sink);
}

/// The page of a resource is one of its files (CAM 1.2, 2.3.5.1).
fn page(resource: &Element, own: &BTreeSet<String>, manifest: &Manifest, sink: &mut Sink) {
    let Some(href) = resource.attribute("href") else { return };
    let Address::Inside(path) = address(manifest, resource, &href.value) else { return };
    if manifest.files.holds(&path) && !own.contains(&path) {
        let message = text! {
            fr: "la page « {path} » n'est pas parmi les fichiers de sa ressource",
            en: "the page « {path} » is not among the files of its resource",
        };
        sink.push(Diagnostic::new(Code::FIL7016, href.at, message).hint(text! {
            fr: "ajoutez <file href=\"{path}\"/> à la ressource",
            en: "add <file href=\"{path}\"/> to the resource",
        }));
    }
}

fn absent(href: &Attribute, manifest: &Manifest) -> Diagnostic {
    let value = &href.value;
    let message = text! {
        fr: "le fichier « {value} » n'est pas dans le paquet",
        en: "the file « {value} » is not in the package",
    };
    let found = Diagnostic::new(Code::FIL7015, href.at, message);
    match alike(manifest, value) {
        Some(near) => found.hint(text! { fr: "vouliez-vous dire « {near} »?", en: "did you mean « {near} »?" }),
        None => found.hint(text! { fr: "ajoutez le fichier au zip, ou retirez cette ligne", en: "add the file to the zip, or remove this line" }),
    }
}

/// Files of metadata that `adlcp:location` names.
fn located(manifest: &Manifest, sink: &mut Sink) -> Vec<String> {
    let mut elements = Vec::new();
    findings::all(manifest.root, &mut elements);
    let locations = elements.into_iter().filter(|one| one.space == ADL && one.name == LOCATION.name);
    let mut out = Vec::new();
    for location in locations {
        match address::resolve("", &location.text) {
            Address::Inside(path) if manifest.files.holds(&path) => out.push(path),
            Address::Inside(path) => {
                let message = text! {
                    fr: "le fichier « {path} » n'est pas dans le paquet",
                    en: "the file « {path} » is not in the package",
                };
                sink.push(Diagnostic::new(Code::FIL7014, location.at, message).hint(text! {
                    fr: "ajoutez ces métadonnées au zip, ou retirez « location »",
                    en: "add these metadata to the zip, or remove « location »",
                }));
            }
            _ => {}
        }
    }
    out
}

/// What no resource lists: told once, where the list is.
fn unlisted(manifest: &Manifest, listed: &BTreeSet<String>, sink: &mut Sink) {
    let control = |path: &str| AT_ROOT.contains(&path) || SCHEMAS.iter().any(|end| path.ends_with(end));
    let mut rest = manifest.files.paths().filter(|path| !control(path) && !listed.contains(*path));
    let Some(first) = rest.next() else { return };
    let message = others(first, rest.count());
    let at = manifest.root.named("resources").next().map_or(manifest.root.at, |all| all.at);
    sink.push(Diagnostic::new(Code::FIL7016, at, message).hint(text! {
        fr: "ajoutez un « file » pour chaque fichier : certaines plateformes ne copient que ceux-là",
        en: "add a « file » for each file: some platforms copy these alone",
    }));
}

fn others(first: &str, others: usize) -> Text {
    let first = first.replace(char::is_control, "\u{fffd}");
    match others {
        0 => text! {
            fr: "aucune ressource ne nomme le fichier « {first} »",
            en: "no resource names the file « {first} »",
        },
        _ => text! {
            fr: "aucune ressource ne nomme le fichier « {first} » (et {others} de plus)",
            en: "no resource names the file « {first} » (and {others} more)",
        },
    }
}

//! What platforms know a package by, read from its manifests; titles and files are not looked at.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

use crate::comparison::Renamed;
use crate::contents::Contents;

/// Manifest, element and attribute of each identifier.
const PLACES: &[(&str, &str, &str)] = &[
    ("imsmanifest.xml", "manifest", "identifier"),
    ("imsmanifest.xml", "organization", "identifier"),
    ("imsmanifest.xml", "item", "identifier"),
    ("imsmanifest.xml", "resource", "identifier"),
    ("tincan.xml", "activity", "id"),
    ("cmi5.xml", "course", "id"),
    ("cmi5.xml", "au", "id"),
];

/// Identifiers that are not the same; a standard that only one of them speaks is not told here.
pub fn renamed(old: &Contents, new: &Contents) -> Vec<Renamed> {
    let mut out = Vec::new();
    for (manifest, element, attribute) in PLACES {
        let (Some(from), Some(to)) = (old.manifests.get(*manifest), new.manifests.get(*manifest)) else {
            continue;
        };
        let (from, to) = (first(from, element, attribute), first(to, element, attribute));
        if from != to {
            out.push(Renamed { what: format!("{manifest} {element}@{attribute}"), from, to });
        }
    }
    out
}

/// The manifests of a package that the other has not.
pub fn missing<'a>(
    old: &'a BTreeMap<String, String>,
    new: &'a BTreeMap<String, String>,
) -> impl Iterator<Item = &'a str> {
    old.keys().filter(|name| !new.contains_key(*name)).map(String::as_str)
}

/// The first attribute so called; `None` where there is none, or no XML.
fn first(text: &str, element: &str, attribute: &str) -> Option<String> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == element => {
                if let Some(value) = value(&start, attribute) {
                    return Some(value);
                }
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn value(start: &BytesStart, attribute: &str) -> Option<String> {
    let found = start.try_get_attribute(attribute).ok()??;
    Some(found.value.into_owned())
}

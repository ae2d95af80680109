//! Attributes of an SVG element: kept, moved out of `style`, dropped or refused.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;
use quick_xml::events::attributes::Attribute;

use crate::notation::svg::Refusal;
use crate::notation::svg::allow::ATTRIBUTES;
use crate::notation::svg::allow::IGNORED;
use crate::notation::svg::allow::PROPERTIES;
use crate::notation::svg::malformed;
use crate::notation::svg::refused;

/// The attributes that are kept, in the order written, values unescaped; others go to `faults`.
pub fn attributes(
    source: &str,
    tag: &BytesStart,
    whole: &std::ops::Range<usize>,
    faults: &mut Vec<Refusal>,
) -> Result<Vec<(String, String)>, Box<Refusal>> {
    let mut kept: Vec<(String, String)> = Vec::new();
    let mut styled: BTreeMap<String, String> = BTreeMap::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| malformed(whole.clone()))?;
        let at = place(source, &attribute, whole);
        let value = value(&attribute, &at)?;
        let name = attribute.key.as_ref();
        let runs = name.len() > 2 && name[..2].eq_ignore_ascii_case("on");
        if runs || (is_reference(name) && !stays(tag.name().as_ref(), &value)) {
            faults.push(refused(at, name));
        } else if leaves(&value) {
            faults.push(refused(at, "url(…)"));
        } else if name == "style" {
            styled.extend(properties(&value, &at, faults));
        } else if is_kept(name) {
            let name = if name == "xlink:href" { "href" } else { name };
            kept.push((name.to_owned(), value));
        }
    }
    // CSS: a declaration of `style` wins over the attribute of the same name.
    kept.retain(|(name, _)| !styled.contains_key(name));
    kept.extend(styled);
    let mut names: Vec<&str> = kept.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    if names.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(malformed(whole.clone()));
    }
    Ok(kept)
}

fn is_kept(name: &str) -> bool {
    let described = name.starts_with("aria-") || name.starts_with("data-");
    described || ATTRIBUTES.contains(&name) || PROPERTIES.contains(&name)
}

fn is_reference(name: &str) -> bool {
    name == "href" || name.ends_with(":href") || name == "src"
}

/// Whether a reference is `#id`, or for an image the picture itself.
fn stays(element: &str, value: &str) -> bool {
    let pictures = [
        "data:image/png;base64,",
        "data:image/jpeg;base64,",
        "data:image/webp;base64,",
        "data:image/gif;base64,",
    ];
    let embedded = element == "image" && pictures.iter().any(|kind| value.trim().starts_with(kind));
    value.trim().starts_with('#') || embedded
}

/// Whether a value loads something: `url(…)` of anything but `#id`.
fn leaves(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let calls = lower.match_indices("url(").any(|(at, _)| {
        let inside =
            lower[at + 4..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        !inside.starts_with('#')
    });
    // An escape of CSS could hide the name of the function.
    calls
        || lower.contains('\\')
        || lower.contains("javascript:")
        || lower.contains("@import")
        || lower.contains("image-set(")
}

/// The declarations of a `style` attribute.
fn properties(
    style: &str,
    at: &std::ops::Range<usize>,
    faults: &mut Vec<Refusal>,
) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for declaration in style.split(';').map(str::trim).filter(|declaration| !declaration.is_empty()) {
        let Some((name, value)) = declaration.split_once(':') else {
            faults.push(refused(at.clone(), declaration));
            continue;
        };
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        if name.starts_with('-') || IGNORED.contains(&name.as_str()) {
            continue;
        }
        if !PROPERTIES.contains(&name.as_str()) {
            faults.push(refused(at.clone(), &name));
            continue;
        }
        let value = value.strip_suffix("!important").unwrap_or(value).trim();
        out.insert(name, value.to_owned());
    }
    out
}

/// The value without entities; only those of XML are known.
fn value(attribute: &Attribute, at: &std::ops::Range<usize>) -> Result<String, Box<Refusal>> {
    let written: &str = &attribute.value;
    if written.contains('<') {
        return Err(malformed(at.clone()));
    }
    let value = quick_xml::escape::unescape(written).map_err(|_| malformed(at.clone()))?;
    if value.chars().all(super::clean::is_xml) { Ok(value.into_owned()) } else { Err(malformed(at.clone())) }
}

/// Where an attribute stands: its name is a part of the source.
fn place(source: &str, attribute: &Attribute, whole: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let name = attribute.key.as_ref();
    let tag = source.get(whole.clone()).unwrap_or_default();
    let written = tag.match_indices(name).find(|(at, _)| {
        let before = tag[..*at].chars().next_back();
        let after = tag[at + name.len()..].trim_start().chars().next();
        before.is_some_and(char::is_whitespace) && after == Some('=')
    });
    written.map_or(whole.clone(), |(at, _)| whole.start + at..whole.start + at + name.len())
}

//! Addresses that a browser fetches for a page or a style sheet, as written, with their places.
//!
//! A reader of tags, no parser: it knows comments, quotes, and what stands in scripts and styles.

/// Elements and the attributes by which they fetch.
const FETCHES: [(&str, &str); 15] = [
    ("audio", "src"),
    ("embed", "src"),
    ("iframe", "src"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("img", "src"),
    ("input", "src"),
    ("object", "data"),
    ("script", "src"),
    ("source", "src"),
    ("track", "src"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("video", "poster"),
    ("video", "src"),
];
/// Relations by which `link` fetches.
const RELATIONS: [&str; 6] = ["stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"];

type Found = Vec<(usize, String)>;

struct Tag<'a> {
    name: String,
    /// Name, value and place of the value.
    attributes: Vec<(String, &'a str, usize)>,
    /// After its `>`.
    end: usize,
}

/// What a page fetches.
pub(super) fn fetched(page: &str) -> Found {
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(open) = page[at..].find('<').map(|found| at + found) {
        if page[open..].starts_with("<!--") {
            at = after(page, open, "-->");
            continue;
        }
        let Some(tag) = tag(page, open) else {
            at = open + 1;
            continue;
        };
        take(&tag, &mut out);
        at = tag.end;
        if let "script" | "style" = tag.name.as_str() {
            let end = closing(page, tag.end, &tag.name);
            if tag.name == "style" {
                out.extend(styled(&page[tag.end..end], tag.end));
            }
            at = end;
        }
    }
    out
}

/// What a style sheet fetches, its places counted from `start`.
pub(super) fn styled(sheet: &str, start: usize) -> Found {
    let mut out = Vec::new();
    for (at, _) in sheet.match_indices("url(") {
        let from = at + "url(".len();
        let inside = sheet[from..].split(')').next().unwrap_or_default();
        out.push((start + from, bare(inside).to_owned()));
    }
    for (at, _) in sheet.match_indices("@import") {
        let from = at + "@import".len();
        let inside = sheet[from..].split(';').next().unwrap_or_default().trim();
        if let Some(quote) = inside.chars().next().filter(|c| "\"'".contains(*c)) {
            let written = inside[1..].split(quote).next().unwrap_or_default();
            out.push((start + from, written.to_owned()));
        }
    }
    out
}

fn bare(written: &str) -> &str {
    written.trim().trim_matches(['"', '\''])
}

fn after(page: &str, from: usize, end: &str) -> usize {
    page[from..].find(end).map_or(page.len(), |at| from + at + end.len())
}

/// Where the content of a script or a style ends.
fn closing(page: &str, from: usize, name: &str) -> usize {
    let close = format!("</{name}");
    page.as_bytes()[from..]
        .windows(close.len())
        .position(|window| window.eq_ignore_ascii_case(close.as_bytes()))
        .map_or(page.len(), |at| from + at)
}

fn take(tag: &Tag, out: &mut Found) {
    let value = |name: &str| tag.attributes.iter().find(|(known, ..)| known == name);
    for (_, attribute) in FETCHES.iter().filter(|(name, _)| *name == tag.name) {
        out.extend(value(attribute).map(|(_, value, at)| (*at, (*value).to_owned())));
    }
    let related = |rel: &str| {
        rel.split_ascii_whitespace().any(|one| RELATIONS.contains(&one.to_ascii_lowercase().as_str()))
    };
    if tag.name == "link" && value("rel").is_some_and(|(_, rel, _)| related(rel)) {
        out.extend(value("href").map(|(_, value, at)| (*at, (*value).to_owned())));
    }
    if let Some((_, style, at)) = value("style") {
        out.extend(styled(style, *at));
    }
}

/// The start tag at `open`, if there is one.
fn tag(page: &str, open: usize) -> Option<Tag<'_>> {
    let rest = &page[open + 1..];
    let length =
        rest.find(|c: char| !c.is_ascii_alphanumeric() && c != ':' && c != '-').unwrap_or(rest.len());
    let name = rest[..length].to_ascii_lowercase();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (mut attributes, mut at) = (Vec::new(), open + 1 + length);
    loop {
        at += blanks(&page[at..], true);
        match page[at..].chars().next() {
            None => return Some(Tag { name, attributes, end: page.len() }),
            Some('>') => return Some(Tag { name, attributes, end: at + 1 }),
            Some(_) => {
                let (attribute, end) = attribute(page, at);
                attributes.push(attribute);
                at = end;
            }
        }
    }
}

/// The attribute at `at`, and where it ends.
fn attribute(page: &str, at: usize) -> ((String, &str, usize), usize) {
    let ends = |c: char| c.is_whitespace() || "=>/".contains(c);
    // A sign out of place is a name of its own, so that reading goes on.
    let first = page[at..].chars().next().map_or(0, char::len_utf8);
    let length = page[at + first..].find(ends).map_or(page.len() - at, |found| found + first);
    let name = page[at..at + length].to_ascii_lowercase();
    let equal = at + length + blanks(&page[at + length..], false);
    if !page[equal..].starts_with('=') {
        return ((name, "", at + length), at + length);
    }
    let start = equal + 1 + blanks(&page[equal + 1..], false);
    match page[start..].chars().next().filter(|c| "\"'".contains(*c)) {
        Some(quote) => {
            let end = page[start + 1..].find(quote).map_or(page.len(), |found| start + 1 + found);
            ((name, &page[start + 1..end], start + 1), (end + 1).min(page.len()))
        }
        None => {
            let end = page[start..].find(|c: char| c.is_whitespace() || c == '>');
            let end = end.map_or(page.len(), |found| start + found);
            ((name, &page[start..end], start), end)
        }
    }
}

/// Length of the blanks at the start, and of slashes between attributes.
fn blanks(text: &str, slashes: bool) -> usize {
    let blank = |c: char| c.is_whitespace() || (slashes && c == '/');
    text.find(|c| !blank(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(page: &str) -> Vec<String> {
        fetched(page).into_iter().map(|(_, written)| written).collect()
    }

    #[test]
    fn what_elements_attributes_and_styles_fetch_is_found() {
        let page = r#"<!DOCTYPE html><HTML><link rel="icon stylesheet" href=a.css><link rel=canonical href=no>
            <script src='b.js'>document.write("<img src=no>")</SCRIPT><style>@import "c.css"; a { b: url( 'd.png' ) }</style>
            <img alt="<x src=no>" src = "e.png"/><p style="background:url(f.png)"><!-- <img src=no> --><a href=no>1 < 2</a>
            <video src=g.mp4 poster="h.jpg">"#;
        assert_eq!(addresses(page), ["a.css", "b.js", "d.png", "c.css", "e.png", "f.png", "h.jpg", "g.mp4"]);
    }

    #[test]
    fn a_page_that_is_cut_anywhere_is_read_without_a_panic() {
        let page = "<a é='1' b=c><script src=\"é\"></script><style>url(é</style><img src='x";
        for end in (0..=page.len()).filter(|end| page.is_char_boundary(*end)) {
            fetched(&page[..end]);
        }
        assert_eq!(addresses(page), ["é", "é", "x"]);
    }

    #[test]
    fn the_place_of_an_address_is_that_of_its_first_sign() {
        let page = "<p><img src=\"x.png\">";
        assert_eq!(fetched(page), [(page.find("x.png").unwrap(), "x.png".to_owned())]);
    }
}

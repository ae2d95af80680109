//! Addresses as browsers read them, against the paths of a package; it opens none.

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Address {
    /// A path of the package; empty for the page itself.
    Inside(String),
    /// Another site.
    Elsewhere,
    /// Bytes in the address itself, a script, mail: nothing that is fetched.
    Nowhere,
    /// Out of the package by its root.
    Outside,
}

/// Where `written` leads from a file in `folder`, which is empty or ends with `/`.
pub(super) fn resolve(folder: &str, written: &str) -> Address {
    let written = written.trim();
    if written.starts_with("//") {
        return Address::Elsewhere;
    }
    if let Some((scheme, _)) = written.split_once(':')
        && is_scheme(scheme)
    {
        let fetched = ["http", "https", "ws", "wss", "ftp"].contains(&scheme.to_ascii_lowercase().as_str());
        return if fetched { Address::Elsewhere } else { Address::Nowhere };
    }
    let path = written.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() {
        return Address::Inside(String::new());
    }
    if path.starts_with('/') {
        return Address::Outside;
    }
    let whole = format!("{folder}{}", decoded(path));
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "." => {}
            ".." if parts.pop().is_none() => return Address::Outside,
            ".." => {}
            part => parts.push(part),
        }
    }
    Address::Inside(parts.join("/"))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

/// The folder of a path, with its `/`.
pub(super) fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..=at])
}

/// The text with `%41` as `A`; what is no escape stays.
fn decoded(text: &str) -> String {
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let byte = digits.filter(|_| *first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok());
        out.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_into_the_package_elsewhere_nowhere_or_outside() {
        let inside = |path: &str| Address::Inside(path.to_owned());
        for (folder, written, expected) in [
            ("", "index.html?a=1#b", inside("index.html")),
            ("a/", "../b/./c.js", inside("b/c.js")),
            ("a/", "été%20%C3%A9.png", inside("a/été é.png")),
            ("a/", "100%.png", inside("a/100%.png")),
            ("a/", "#top", inside("")),
            ("", "https://a.ca/x.js", Address::Elsewhere),
            ("", "//a.ca/x.js", Address::Elsewhere),
            ("", "data:image/png;base64,AA==", Address::Nowhere),
            ("", "mailto:a@b.ca", Address::Nowhere),
            ("", "../x", Address::Outside),
            ("", "/x", Address::Outside),
        ] {
            assert_eq!(resolve(folder, written), expected, "{folder} {written}");
        }
    }
}

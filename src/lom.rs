//! Values that both forms of a LOM record write alike; it writes no element.

/// A vCard 3.0 (RFC 2426) of a person or an organization, without an address.
pub(crate) fn card(name: &str, organization: Option<&str>) -> String {
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:3.0".to_owned(), "N:;;;;".to_owned()];
    lines.push(format!("FN:{}", card_text(name)));
    lines.extend(organization.filter(|name| !name.is_empty()).map(|name| format!("ORG:{}", card_text(name))));
    lines.push("END:VCARD".to_owned());
    lines.join("\n")
}

fn card_text(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A length of time as ISO 8601 writes it.
pub(crate) fn period(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("PT{rest}M"),
        (hours, 0) => format!("PT{hours}H"),
        (hours, rest) => format!("PT{hours}H{rest}M"),
    }
}

/// A discipline of `disciplines:` in the words of the module's language.
pub(crate) fn discipline(word: &str, french: bool) -> &str {
    let names = match word {
        "industrial-design" => ["design industriel", "industrial design"],
        "architecture" => ["architecture", "architecture"],
        "metallurgy" => ["métallurgie", "metallurgy"],
        "civil-engineering" => ["génie civil", "civil engineering"],
        "mechanical-engineering" => ["génie mécanique", "mechanical engineering"],
        "aerospace-engineering" => ["génie aérospatial", "aerospace engineering"],
        other => return other,
    };
    if french { names[0] } else { names[1] }
}

/// The taxonomy of programme codes, and what the classification says.
pub(crate) fn programmes(french: bool) -> [&'static str; 2] {
    if french {
        ["Programmes d’études collégiales du Québec (DEC)", "Programmes et disciplines visés"]
    } else {
        ["College programmes of Québec (DEC)", "Programmes and disciplines"]
    }
}

/// What the list of objectives is called.
pub(crate) fn objectives(french: bool) -> &'static str {
    if french { "Objectifs d’apprentissage" } else { "Learning objectives" }
}

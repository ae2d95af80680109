//! What single values of manifests must look like; each answers whether a text is one.

/// An absolute IRI (RFC 3987): a scheme, then characters that need no escape.
pub(super) fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let clean = !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c));
    let escapes = rest
        .split('%')
        .skip(1)
        .all(|after| after.len() >= 2 && after.bytes().take(2).all(|b| b.is_ascii_hexdigit()));
    let whole = if matches!(scheme, "http" | "https") {
        rest.strip_prefix("//")
            .is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric() || c == '['))
    } else {
        !rest.is_empty()
    };
    named && clean && escapes && whole
}

/// A language as XML Schema writes it: `fr`, `fr-CA`.
pub(super) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let fits = |part: &str| (1..=8).contains(&part.len());
    let first = parts.next().is_some_and(|part| fits(part) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    first && parts.all(|part| fits(part) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A number from 0 to 1 with at most four decimals.
pub(super) fn is_mastery_score(text: &str) -> bool {
    let text = text.strip_prefix('+').unwrap_or(text);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let number = text.parse::<f64>().is_ok_and(|number| (0.0..=1.0).contains(&number));
    number && digits(whole) && digits(decimals) && decimals.len() <= 4
}

/// A name of XML without a colon (Namespaces in XML, NCName).
pub(super) fn is_name(text: &str) -> bool {
    let start = |c: char| c.is_alphabetic() || c == '_';
    text.starts_with(start) && text.chars().all(|c| start(c) || c.is_numeric() || "-.·".contains(c))
}

/// A decimal number from 0 to 100.
pub(super) fn is_percent(text: &str) -> bool {
    let decimal = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    decimal && text.parse::<f64>().is_ok_and(|number| (0.0..=100.0).contains(&number))
}

/// Hours, minutes and seconds (SCORM 1.2 RTE, CMITimespan).
pub(super) fn is_timespan(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let [hours, minutes, seconds] = parts[..] else { return false };
    let (seconds, hundredths) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let digits = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    digits(hours, 2..=4) && digits(minutes, 2..=2) && digits(seconds, 2..=2) && digits(hundredths, 1..=2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iri_is_absolute_and_needs_no_escape() {
        for text in ["https://a.ca/x", "http://a.ca", "urn:uuid:1", "https://é.ca/%C3%A9", "mailto:a@b.ca"] {
            assert!(is_iri(text), "{text}");
        }
        for text in ["", "a", "/a", "a/b", "https:", "https:///a", "https://a b", "x:", " x:y", "x:%2", "é:a"]
        {
            assert!(!is_iri(text), "{text}");
        }
    }

    #[test]
    fn a_language_has_parts_of_one_to_eight_letters() {
        for text in ["fr", "fr-CA", "FR", "zh-Hans-CN", "und", "sl-rozaj-1994"] {
            assert!(is_language(text), "{text}");
        }
        for text in ["", "fr_CA", "fr-", "-fr", "français", "quebecois", "f1"] {
            assert!(!is_language(text), "{text}");
        }
    }

    #[test]
    fn a_mastery_score_lies_between_0_and_1_in_at_most_four_decimals() {
        for text in ["0", "1", "0.7", "0.1234", "1.0", "1.0000", ".5", "0.", "+1"] {
            assert!(is_mastery_score(text), "{text}");
        }
        for text in ["", "70", "-0.5", "0.12345", "0,7", "1.1", "7e-1", "NaN", " 1", "++1", "."] {
            assert!(!is_mastery_score(text), "{text}");
        }
    }

    #[test]
    fn a_name_starts_with_a_letter_and_holds_no_space_and_no_colon() {
        for text in ["a", "_a", "item-1", "é.b", "A1B2"] {
            assert!(is_name(text), "{text}");
        }
        for text in ["", "1a", "-a", "a b", "a:b", "a|b", "{A}"] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn a_mark_of_scorm_lies_between_0_and_100() {
        for text in ["0", "60", "100", "66.5"] {
            assert!(is_percent(text), "{text}");
        }
        for text in ["", "66,5", "60%", "101", "-1", "1e2", "."] {
            assert!(!is_percent(text), "{text}");
        }
    }

    #[test]
    fn a_timespan_has_hours_minutes_and_seconds() {
        for text in ["00:00:00", "0001:30:00.5", "100:00:00.25"] {
            assert!(is_timespan(text), "{text}");
        }
        for text in ["", "1:30:00", "PT1H", "00:00", "00:00:00.123", "00000:00:00"] {
            assert!(!is_timespan(text), "{text}");
        }
    }
}

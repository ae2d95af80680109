//! Newtypes that carry proof: whoever holds one knows that it is well formed.

use std::fmt;

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// `[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 48 characters.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The id, or `None` when `text` is not a slug.
            pub fn new(text: &str) -> Option<Self> {
                is_slug(text).then(|| Self(text.to_owned()))
            }

            /// The id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug!(
    /// Id of a module: its folder's name.
    ModuleId
);
slug!(
    /// Id of a page: its file name without the leading number.
    PageId
);
slug!(
    /// Id of a question, unique in the module.
    QuestionId
);
slug!(
    /// Id of an objective.
    ObjectiveId
);
slug!(
    /// Id of a question bank: its file name.
    BankId
);
slug!(
    /// Id of a bibliographic reference.
    ReferenceId
);
slug!(
    /// Id of a block, a blank or another part of a module.
    PartId
);

/// Whether `text` is a slug: `[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 48 characters.
pub fn is_slug(text: &str) -> bool {
    text.len() <= 48
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// A pass mark, in per cent, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassMark(u8);

impl PassMark {
    /// The mark, or `None` above 100.
    pub fn new(percent: u8) -> Option<Self> {
        (percent <= 100).then_some(Self(percent))
    }

    /// 0 to 100, for SCORM 1.2 (`cmi.core.score.raw`).
    pub fn percent(self) -> u8 {
        self.0
    }

    /// 0 to 1, for xAPI and cmi5 (`masteryScore`).
    pub fn scaled(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// A letter that names an option in reports: `a`–`z`, then `0`–`9` (SCORM 1.2 RTE 3.4.7: CMIFeedback
/// of `choice` is single characters 0-9 or a-z).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letter(u8);

impl Letter {
    /// The letter of the option number `index`, from 0; `None` from 36 on.
    pub fn nth(index: usize) -> Option<Self> {
        b"abcdefghijklmnopqrstuvwxyz0123456789".get(index).copied().map(Self)
    }

    /// Its number, from 1: what names a target in reports.
    pub fn number(self) -> usize {
        let place = (0..).map_while(Self::nth).position(|one| one == self);
        place.expect("every letter is the nth for some n") + 1
    }

    /// The character.
    pub fn as_char(self) -> char {
        char::from(self.0)
    }
}

/// A BCP 47 language tag of content, as `fr-CA`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LangTag(String);

impl LangTag {
    /// The tag, or `None` when it is not made of alphanumeric subtags of 1 to 8 characters, the first
    /// of letters.
    pub fn new(text: &str) -> Option<Self> {
        let well_formed = text
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        let first = text.split('-').next().unwrap_or_default();
        let starts = first.len() >= 2
            && first.starts_with(|c: char| c.is_ascii_lowercase())
            && first.bytes().all(|b| b.is_ascii_alphabetic());
        (well_formed && starts).then(|| Self(text.to_owned()))
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the content is French.
    pub fn is_french(&self) -> bool {
        self.0 == "fr" || self.0.starts_with("fr-")
    }
}

/// An absolute IRI that ends with `/`: base of activity and module identifiers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseIri(String);

impl BaseIri {
    /// The base, or `None` when it is not `https://host/…/` or `http://…/`, in ASCII, without query or
    /// fragment: learning record stores compare IRIs sign by sign, and not all of them keep accents.
    pub fn new(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let clean = text.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"{}|\\^`?#".contains(&b));
        let escape = |after: &str| after.len() >= 2 && after.bytes().take(2).all(|b| b.is_ascii_hexdigit());
        let host = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
        (clean && host && rest.ends_with('/') && text.split('%').skip(1).all(escape))
            .then(|| Self(text.to_owned()))
    }

    /// The base as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// IRI of a module.
    pub fn module(&self, id: &ModuleId) -> String {
        format!("{}modules/{id}", self.0)
    }

    /// IRI of the one assignable unit of a module, which cmi5 wants to differ from the course's.
    pub fn unit(&self, id: &ModuleId) -> String {
        format!("{}/au", self.module(id))
    }

    /// IRI of an objective of a module.
    pub fn objective(&self, module: &ModuleId, id: &ObjectiveId) -> String {
        format!("{}/o/{id}", self.module(module))
    }

    /// IRI of a question of a module, as the player's statements name it.
    pub fn question(&self, module: &ModuleId, id: &QuestionId) -> String {
        format!("{}/q/{id}", self.module(module))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_lower_case_words_joined_by_hyphens() {
        let long = "a".repeat(48);
        for text in ["a", "a1", "hall-heroult", "a-1", &long] {
            assert!(is_slug(text), "{text}");
        }
        let longer = "a".repeat(49);
        for text in ["", "1a", "-a", "a-", "a--b", "A", "é", "a b", "a_b", &longer] {
            assert!(!is_slug(text), "{text}");
        }
    }

    #[test]
    fn a_pass_mark_lies_between_0_and_100() {
        let marks =
            [0, 60, 100, 101].map(|percent| PassMark::new(percent).map(|m| (m.percent(), m.scaled())));
        assert_eq!(marks, [Some((0, 0.0)), Some((60, 0.6)), Some((100, 1.0)), None]);
    }

    #[test]
    fn there_are_thirty_six_letters_and_digits_come_last() {
        let letters = [0, 25, 26, 35, 36].map(|index| Letter::nth(index).map(Letter::as_char));
        assert_eq!(letters, [Some('a'), Some('z'), Some('0'), Some('9'), None]);
        let numbers = [0, 8, 26, 35].map(|index| Letter::nth(index).map(Letter::number));
        assert_eq!(numbers, [Some(1), Some(9), Some(27), Some(36)]);
    }

    #[test]
    fn a_language_tag_starts_in_lower_case_and_has_short_parts() {
        let french = ["fr", "fr-CA", "fra", "en-CA"].map(|tag| LangTag::new(tag).map(|t| t.is_french()));
        assert_eq!(french, [Some(true), Some(true), Some(false), Some(false)]);
        for text in ["", "f", "f-CA", "f1", "FR", "fr_CA", "fr-", "fr-quebecois"] {
            assert_eq!(LangTag::new(text), None, "{text}");
        }
    }

    #[test]
    fn a_base_iri_is_absolute_and_ends_with_a_slash() {
        let base = BaseIri::new("https://a.ca/x/").unwrap();
        assert_eq!(
            base.module(&ModuleId::new("hall-heroult").unwrap()),
            "https://a.ca/x/modules/hall-heroult"
        );
        assert_eq!(base.unit(&ModuleId::new("m").unwrap()), "https://a.ca/x/modules/m/au");
        let objective = base.objective(&ModuleId::new("m").unwrap(), &ObjectiveId::new("lire").unwrap());
        assert_eq!(objective, "https://a.ca/x/modules/m/o/lire");
        for text in [
            "https://é.ca/",
            "https://a.ca",
            "https:///",
            "https://",
            "a.ca/",
            "ftp://a.ca/",
            "https://a b.ca/",
            "https://a.ca/%2/",
            "https://a.ca/?x/",
        ] {
            assert_eq!(BaseIri::new(text), None, "{text}");
        }
    }
}

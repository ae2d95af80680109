//! Why a request is refused: status, place and words for the developer who reads them. It decides
//! nothing, and its words are those of the wire, in English.

use std::fmt;

/// Why a request is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// The cmi5 requirement that was broken, when it was one.
    pub requirement: Option<&'static str>,
    /// Where: a JSON path (`$.actor.mbox`, `$[1].verb.id`), a parameter (`?since`) or a header.
    pub at: String,
    /// What is wrong there.
    pub message: String,
}

impl Refusal {
    /// A refusal of `status` at a place.
    pub fn new(status: u16, at: impl Into<String>, message: impl Into<String>) -> Self {
        Self { status, requirement: None, at: at.into(), message: message.into() }
    }

    /// What was sent is not xAPI: 400.
    pub fn bad(at: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(400, at, message)
    }

    /// A rule of cmi5 was broken: 403 with its number.
    pub fn cmi5(requirement: &'static str, at: impl Into<String>, message: impl Into<String>) -> Self {
        Self { requirement: Some(requirement), ..Self::new(403, at, message) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(requirement) = self.requirement {
            write!(out, "cmi5 {requirement}, ")?;
        }
        write!(out, "{}: {}", self.at, self.message)
    }
}

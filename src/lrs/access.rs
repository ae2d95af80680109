//! Who asks, and in which version of xAPI; it decides nothing about statements.

use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::cmi5::Sessions;

/// Header of the version, in both directions.
pub const VERSION: &str = "x-experience-api-version";

/// Which xAPI a request is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 1.0.0 to 1.0.3
    One,
    /// 2.0.0 (IEEE 9274.1.1)
    Two,
}

impl Version {
    /// Every version, by the name that `--versions` takes.
    pub const ALL: [(&'static str, Self); 2] = [("1.0.3", Self::One), ("2.0.0", Self::Two)];

    /// What answers say.
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "1.0.3",
            Self::Two => "2.0.0",
        }
    }

    /// The `version` of a statement that has none.
    pub fn of_statements(self) -> &'static str {
        match self {
            Self::One => "1.0.0",
            Self::Two => "2.0.0",
        }
    }

    /// The version that a header or a statement names.
    pub fn find(text: &str) -> Option<Self> {
        let (version, patch) = [("1.0", Self::One), ("2.0", Self::Two)]
            .into_iter()
            .find_map(|(name, version)| Some((version, text.strip_prefix(name)?)))?;
        // xAPI 1.0.3 Communication 3.3: 1.0 reads as 1.0.0, and all patches, later ones too, are one.
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        (patch.is_empty() || patch.strip_prefix('.').is_some_and(digits)).then_some(version)
    }
}

/// The version of a request, among those that are accepted.
pub fn version(request: &Request, accepted: &[Version]) -> Result<Version, Refusal> {
    const AT: &str = "X-Experience-API-Version";
    let names: Vec<&str> = accepted.iter().map(|version| version.name()).collect();
    let names = names.join(", ");
    let Some(text) = request.get(VERSION) else {
        return Err(Refusal::bad(AT, format!("the header is missing; this LRS speaks {names}")));
    };
    Version::find(text)
        .filter(|version| accepted.contains(version))
        .ok_or_else(|| Refusal::bad(AT, format!("« {text} » is not spoken here, but {names}")))
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// Whoever started the server, or a module launched by Tin Can: may do everything.
    Owner,
    /// A cmi5 session: what `cmi5` allows.
    Session(String),
}

/// Who asks, by the header Authorization; `owner` is the whole header that owns everything.
pub fn holder(request: &Request, owner: &str, sessions: &Sessions) -> Result<Holder, Refusal> {
    const AT: &str = "Authorization";
    let Some(given) = request.get("authorization") else {
        return Err(Refusal::new(401, AT, "the header is missing"));
    };
    if given == owner {
        return Ok(Holder::Owner);
    }
    let Some(token) = given.strip_prefix("Basic ") else {
        return Err(Refusal::new(401, AT, "the header does not start with « Basic  »"));
    };
    let session = sessions.holder(token).map(Holder::Session);
    session.ok_or_else(|| Refusal::new(401, AT, "the credentials are not those of the owner or of a session"))
}

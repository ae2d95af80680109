//! One session: how it was opened, where it stands, what was refused in it. It judges nothing.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Refusal;
use crate::lrs::moment::Moment;

use super::progress::End;
use super::progress::Progress;
use super::terms::Terms;

/// One session.
#[derive(Debug)]
pub struct Session {
    /// Session id.
    pub id: String,
    /// What it was launched with.
    pub terms: Terms,
    /// Last part of the fetch URL.
    pub key: String,
    /// What `fetch` gives.
    pub token: String,
    /// How many times it was asked for.
    pub fetched: u32,
    /// Whether State is served once it is over.
    pub state_stays: bool,
    /// When it was launched.
    pub launched: Moment,
    /// When the AU last sent a statement.
    pub last: Option<Moment>,
    /// Where it stands.
    pub progress: Progress,
    /// What was refused.
    pub refused: Vec<Refusal>,
}

impl Session {
    /// The answer to a request of the token, given once.
    pub fn fetch(&mut self) -> Value {
        self.fetched += 1;
        if self.progress.end.is_some() {
            return fault("2", "the session is over");
        }
        if self.fetched > 1 {
            return fault("1", "the token was given already");
        }
        json!({ "auth-token": self.token })
    }

    /// Whether the AU may still say something.
    pub fn is_open(&self) -> bool {
        self.progress.end.is_none()
    }

    /// The LMS gives it up.
    pub fn abandon(&mut self) {
        self.progress.end = Some(End::Abandoned);
    }
}

/// An answer of `fetch` that gives no token (cmi5 8.2.3).
pub fn fault(code: &str, text: &str) -> Value {
    json!({ "error-code": code, "error-text": text })
}

//! A request and its answer, free of any server: what the rules of xAPI look at, and no more.

use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::encoding;

/// What was asked.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// In capitals.
    pub method: String,
    /// Decoded path, from its first slash.
    pub path: String,
    /// Parameters, decoded, in the order of the address.
    pub query: Vec<(String, String)>,
    /// Headers; names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// A request for `target`, a path with its query.
    pub fn new(method: &str, target: &str) -> Result<Self, Refusal> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let query = pairs
            .map(|(name, value)| Ok((encoding::decode(name)?, encoding::decode(value)?)))
            .collect::<Result<_, Refusal>>()?;
        Ok(Self { method: method.to_owned(), path: encoding::decode(path)?, query, ..Self::default() })
    }

    /// The same request with one more header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_ascii_lowercase(), value.to_owned()));
        self
    }

    /// The same request with a body.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Whether it only reads.
    pub fn reads(&self) -> bool {
        ["GET", "HEAD"].contains(&self.method.as_str())
    }

    /// The value of a header.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The value of a parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The media type of the body, without its parameters.
    pub fn media(&self) -> String {
        let media = self.get("content-type").unwrap_or_default();
        media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }
}

/// What is answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers, in the order of the answer.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// An answer without body.
    pub fn empty(status: u16) -> Self {
        Self { status, ..Self::default() }
    }

    /// 200 with JSON.
    pub fn json(value: &Value) -> Self {
        Self::empty(200).with("content-type", "application/json").holding(value.to_string())
    }

    /// The same answer with one more header.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same answer with a body.
    pub fn holding(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// The value of a header.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl From<&Refusal> for Answer {
    fn from(refusal: &Refusal) -> Self {
        let body = serde_json::json!({
            "status": refusal.status,
            "requirement": refusal.requirement,
            "at": refusal.at,
            "message": refusal.message,
        });
        Self { status: refusal.status, ..Self::json(&body) }
    }
}

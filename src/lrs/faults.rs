//! Faults that a test asks for: what a request meets instead of its answer. It sends nothing itself.

use serde::Deserialize;
use serde_json::Value;

use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::service::ROOT;

/// What some requests meet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Fault {
    /// Only requests of this method.
    method: Option<String>,
    /// Only requests whose path, after `/xapi/` or `/`, starts so.
    path: Option<String>,
    /// Answered in place of ours.
    pub status: Option<u16>,
    /// Value of Retry-After, in seconds.
    pub retry_after: Option<u32>,
    /// How long the answer waits.
    pub delay_ms: u64,
    /// The connection is cut instead of an answer.
    pub drop: bool,
    /// The origin is refused: no CORS header.
    pub cors: bool,
    /// The answer has no ETag.
    pub hide_etag: bool,
    /// The request is carried out all the same: only its answer is lost.
    pub handled: bool,
    /// How many requests meet it; all of them when it is not said.
    times: Option<u32>,
}

impl Fault {
    /// Whether the request is carried out.
    pub fn lets_through(&self) -> bool {
        self.handled || (self.status.is_none() && !self.drop && !self.cors)
    }
}

/// The faults in force.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Adds those that `POST admin/faults` lists, or the one that it says.
    pub fn add(&mut self, wanted: Value) -> Result<(), Refusal> {
        let wanted = if wanted.is_array() { wanted } else { Value::Array(vec![wanted]) };
        let new: Vec<Fault> =
            serde_json::from_value(wanted).map_err(|error| Refusal::bad("$", error.to_string()))?;
        self.0.extend(new);
        Ok(())
    }

    /// Removes all.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// What a request meets; a preflight meets only the refusal of its origin.
    pub fn meet(&mut self, request: &Request) -> Fault {
        let preflight = request.method == "OPTIONS";
        let method = match request.get("access-control-request-method") {
            Some(method) if preflight => method,
            _ => &request.method,
        };
        let path = request.path.strip_prefix(ROOT).unwrap_or(request.path.trim_start_matches('/'));
        let found = self.0.iter_mut().find(|fault| {
            fault.times != Some(0)
                && (fault.cors || !preflight)
                && fault.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method))
                && fault.path.as_deref().is_none_or(|wanted| path.starts_with(wanted))
        });
        let Some(fault) = found else { return Fault::default() };
        fault.times = fault.times.map(|times| times - 1);
        fault.clone()
    }
}

//! What a cmi5 session may do: launch, fetch, and the rules of every request and statement sent with
//! a session's token. It keeps nothing in the store but what an LMS writes there itself.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Ledger;
use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::Statement;

/// Every session since the start, or since a reset.
#[derive(Debug, Default)]
pub struct Sessions {}

/// What a launch gives; the address of the launch is made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Launched {
    /// Last part of the fetch URL, `<base>/fetch/<key>`.
    pub key: String,
    /// Registration.
    pub registration: String,
    /// The LMS's id for the AU, in this registration.
    pub activity_id: String,
    /// Who learns.
    pub actor: Value,
}

/// A session as it would be after a batch that was found right.
#[derive(Debug, Clone)]
pub struct Advanced {}

impl Sessions {
    /// Opens a session as the body of `POST admin/launch` wants it, and writes LMS.LaunchData and
    /// the `launched` statement into the ledger.
    pub fn launch(&mut self, _wanted: &Value, ledger: &mut Ledger) -> Result<Launched, Refusal> {
        let key = ledger.uuid();
        Ok(Launched {
            key,
            registration: ledger.uuid(),
            activity_id: format!("{}/au", ledger.base()),
            actor: json!({ "objectType": "Agent", "mbox": "mailto:a@example.org" }),
        })
    }

    /// The answer to `POST <base>/fetch/<key>`, always sent with 200.
    pub fn fetch(&mut self, _key: &str, _ledger: &Ledger) -> Value {
        json!({ "error-code": "3", "error-text": "no session has this address" })
    }

    /// The session whose token this is (what follows `Basic ` in Authorization).
    pub fn holder(&self, _token: &str) -> Option<String> {
        None
    }

    /// Whether a session may make this request at all; statements in it are judged apart.
    pub fn judge_request(&mut self, _session: &str, _request: &Request) -> Result<(), Refusal> {
        Ok(())
    }

    /// Whether a session may send these statements, in this order, all or none. `at` of a refusal
    /// is `$` for a single statement and `$[n]` in a batch, as in `places`.
    pub fn judge_statements(
        &self,
        _session: &str,
        _statements: &[Statement],
        _places: &[String],
    ) -> Result<Advanced, Refusal> {
        Ok(Advanced {})
    }

    /// The statements were stored: the session stands where the verdict said. What the LMS writes
    /// in turn (`satisfied`) goes into the ledger.
    pub fn advance(&mut self, _session: &str, _after: Advanced, _ledger: &mut Ledger) {}
}

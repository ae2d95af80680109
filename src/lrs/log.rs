//! What was asked and answered, for tests that compare it with what they expect. It keeps no body.

use serde_json::Map;
use serde_json::Value;
use serde_json::json;

use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::access;
use crate::lrs::faults::Fault;

/// Every request since the start, or since a reset.
#[derive(Debug, Default)]
pub struct Log(Vec<Value>);

impl Log {
    /// Adds a request with the status of its answer, why it was refused, and the fault that it met.
    pub fn add(&mut self, request: &Request, status: u16, refusal: Option<&Refusal>, fault: &Fault) {
        let query: Map<String, Value> =
            request.query.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        let mut line = json!({
            "number": self.0.len() + 1,
            "method": request.method,
            "path": request.path,
            "query": query,
            "version": request.get(access::VERSION),
            "status": status,
        });
        if let Some(refusal) = refusal {
            line["at"] = json!(refusal.at);
            line["message"] = json!(refusal.message);
            line["requirement"] = json!(refusal.requirement);
        }
        if *fault != Fault::default() {
            line["fault"] = json!(if fault.drop { "dropped" } else { "injected" });
        }
        self.0.push(line);
    }

    /// All of it.
    pub fn value(&self) -> Value {
        Value::Array(self.0.clone())
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

//! Everything that the server answers: the LRS with its log and faults, fetch URLs, preflights, and the
//! tests' own entrance. It knows no socket.

use std::ops::ControlFlow;

use serde_json::Value;
use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::faults::Fault;
use crate::lrs::faults::Faults;
use crate::lrs::json as strict;
use crate::lrs::launch;
use crate::lrs::log::Log;
use crate::lrs::params;
use crate::lrs::params::Params;
use crate::lrs::service::Lrs;
use crate::lrs::service::ROOT;
use crate::lrs::service::not_allowed;
use crate::lrs::store::Order;

/// What a page of another origin may send and read: what the guides have colleges allow, and no more.
const CORS: [(&str, &str); 4] = [
    ("access-control-allow-origin", "*"),
    ("access-control-allow-methods", "GET, PUT, POST"),
    (
        "access-control-allow-headers",
        "Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version",
    ),
    ("access-control-expose-headers", "ETag, Retry-After, X-Experience-API-Consistent-Through"),
];

/// Everything that the server answers.
pub struct Desk {
    lrs: Lrs,
    faults: Faults,
    log: Log,
}

/// What the server does with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The answer.
    pub answer: Answer,
    /// How long it waits, in milliseconds.
    pub delay: u64,
    /// Whether the connection is cut instead.
    pub cut: bool,
}

impl From<Answer> for Outcome {
    fn from(answer: Answer) -> Self {
        Self { answer, delay: 0, cut: false }
    }
}

impl Desk {
    /// A desk before an LRS.
    pub fn new(lrs: Lrs) -> Self {
        Self { lrs, faults: Faults::default(), log: Log::default() }
    }

    /// What happens to a request.
    pub fn answer(&mut self, request: &Request) -> Outcome {
        if let Some(name) = request.path.strip_prefix("/admin/") {
            let answered = self.admin(name, request);
            return answered.unwrap_or_else(|refusal| Answer::from(&refusal)).into();
        }
        let fault = self.faults.meet(request);
        let (answer, refusal) = if fault.lets_through() { self.serve(request) } else { refused(&fault) };
        let answer = spoiled(answer, &fault);
        self.log.add(request, answer.status, refusal.as_ref(), &fault);
        Outcome { answer, delay: fault.delay_ms, cut: fault.drop }
    }

    fn serve(&mut self, request: &Request) -> (Answer, Option<Refusal>) {
        if request.method == "OPTIONS" {
            return (Answer::empty(204), None);
        }
        if request.path.starts_with(ROOT) {
            return self.lrs.answer(request);
        }
        let refusal = match request.path.strip_prefix("/fetch/") {
            Some(key) if request.method == "POST" => {
                return (Answer::json(&self.lrs.sessions.fetch(key, &self.lrs.ledger)), None);
            }
            Some(_) => not_allowed(&request.method),
            None => Refusal::new(404, "address", "there is nothing here"),
        };
        (Answer::from(&refusal), Some(refusal))
    }

    fn admin(&mut self, name: &str, request: &Request) -> Result<Answer, Refusal> {
        match (request.method.as_str(), name) {
            ("POST", "launch") => {
                let wanted = strict::read(&request.body, "$")?;
                launch::launch(&mut self.lrs, &wanted).map(|launched| Answer::json(&launched))
            }
            ("GET", "log") => Ok(Answer::json(&self.log.value())),
            ("GET", "statements") => self.statements(),
            ("GET", "verdict") => {
                let params = Params::read(request, &["registration"])?;
                let registration = params.wanted("registration")?;
                let unknown = || Refusal::new(404, params::at("registration"), "no session has it");
                self.lrs
                    .sessions
                    .verdict(registration)
                    .map(|verdict| Answer::json(&verdict))
                    .ok_or_else(unknown)
            }
            ("POST", "faults") => {
                self.faults.add(strict::read(&request.body, "$")?)?;
                Ok(Answer::empty(204))
            }
            ("DELETE", "faults") => {
                self.faults.clear();
                Ok(Answer::empty(204))
            }
            ("POST", "reset") => {
                self.lrs.reset()?;
                self.faults.clear();
                self.log.clear();
                Ok(Answer::empty(204))
            }
            (method, _) => Err(Refusal::new(404, "address", format!("there is no {method} admin/{name}"))),
        }
    }

    /// Every statement, the oldest first, voided or not.
    fn statements(&self) -> Result<Answer, Refusal> {
        let mut all = Vec::new();
        self.lrs.ledger.store.visit(Order::Ascending, &mut |entry| {
            all.push(entry.value.clone());
            ControlFlow::Continue(())
        })?;
        Ok(Answer::json(&Value::Array(all)))
    }
}

/// What stands in place of the answer of a request that is not carried out.
fn refused(fault: &Fault) -> (Answer, Option<Refusal>) {
    let refusal = Refusal::new(fault.status.unwrap_or(403), "fault", "a fault that the test asked for");
    (Answer::from(&refusal), Some(refusal))
}

/// The answer with what the fault takes from it, and what a page of another origin needs.
fn spoiled(mut answer: Answer, fault: &Fault) -> Answer {
    if let Some(status) = fault.status.filter(|_| fault.handled) {
        answer = Answer::json(&json!({ "status": status, "message": "a fault that the test asked for" }));
        answer.status = status;
    }
    if let Some(seconds) = fault.retry_after {
        answer = answer.with("retry-after", &seconds.to_string());
    }
    if fault.hide_etag {
        answer.headers.retain(|(name, _)| name != "etag");
    }
    if !fault.cors {
        answer.headers.extend(CORS.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
    answer
}

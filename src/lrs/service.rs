//! The LRS as a function from a request to its answer; it knows no socket.

use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Ledger;
use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::access;
use crate::lrs::access::Holder;
use crate::lrs::access::Version;
use crate::lrs::cmi5::Sessions;
use crate::lrs::documents;
use crate::lrs::moment;
use crate::lrs::persons;
use crate::lrs::query;
use crate::lrs::statements;
use crate::lrs::store::Fault;
use crate::lrs::store::Resource;

/// Where the resources of xAPI stand.
pub const ROOT: &str = "/xapi/";

/// The LRS.
pub struct Lrs {
    /// What is kept.
    pub ledger: Ledger,
    /// The cmi5 sessions.
    pub sessions: Sessions,
    accepted: Vec<Version>,
    owner: String,
}

/// What a resource is told of a request.
pub struct Call<'a> {
    /// The request.
    pub request: &'a Request,
    /// Its version.
    pub version: Version,
    /// Who asks.
    pub holder: Holder,
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::new(500, "store", fault.0)
    }
}

impl Lrs {
    /// An LRS that speaks the versions of `accepted`, opened by the header `owner`.
    pub fn new(ledger: Ledger, accepted: Vec<Version>, owner: String) -> Self {
        Self { ledger, sessions: Sessions::default(), accepted, owner }
    }

    /// The whole header Authorization that opens everything.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// Forgets all but who may enter.
    pub fn reset(&mut self) -> Result<(), Fault> {
        self.sessions = Sessions::default();
        self.ledger.store.reset()
    }

    /// The answer to a request below [`ROOT`], and why it was refused.
    pub fn answer(&mut self, request: &Request) -> (Answer, Option<Refusal>) {
        let version = access::version(request, &self.accepted);
        let spoken = version.as_ref().ok().or(self.accepted.last()).map_or("", |version| version.name());
        let (answer, refusal) = match self.resource(request, &version) {
            Ok(answer) => (answer, None),
            Err(refusal) => (Answer::from(&refusal), Some(refusal)),
        };
        let through = moment::format(self.ledger.now());
        let answer =
            answer.with(access::VERSION, spoken).with("x-experience-api-consistent-through", &through);
        (answer, refusal)
    }

    fn resource(&mut self, request: &Request, version: &Result<Version, Refusal>) -> Result<Answer, Refusal> {
        let name = request.path.strip_prefix(ROOT).unwrap_or_default();
        if name == "about" {
            return about(request, &self.accepted);
        }
        let call = self.call(request, version)?;
        match name {
            "statements" => statements::answer(self, &call),
            "statements/more" => query::answer(self, &call),
            "activities/state" => documents::answer(self, &call, Resource::State),
            "activities/profile" => documents::answer(self, &call, Resource::ActivityProfile),
            "agents/profile" => documents::answer(self, &call, Resource::AgentProfile),
            "activities" => persons::activity(self, &call),
            "agents" => persons::agent(self, &call),
            _ => Err(Refusal::new(404, "address", format!("there is no resource « {name} »"))),
        }
    }

    fn call<'a>(
        &mut self,
        request: &'a Request,
        version: &Result<Version, Refusal>,
    ) -> Result<Call<'a>, Refusal> {
        let holder = access::holder(request, &self.owner, &self.sessions)?;
        let version = version.clone()?;
        if let Holder::Session(session) = &holder {
            self.sessions.judge_request(session, request)?;
        }
        Ok(Call { request, version, holder })
    }
}

/// `GET about`, which asks for no version and no credentials.
fn about(request: &Request, accepted: &[Version]) -> Result<Answer, Refusal> {
    match request.method.as_str() {
        "GET" | "HEAD" => {
            let versions: Vec<&str> = accepted.iter().map(|version| version.name()).collect();
            Ok(Answer::json(&json!({ "version": versions })))
        }
        method => Err(not_allowed(method)),
    }
}

/// Refuses methods that write.
pub fn read_only(call: &Call<'_>) -> Result<(), Refusal> {
    if call.request.reads() { Ok(()) } else { Err(not_allowed(&call.request.method)) }
}

/// The refusal of a method that a resource does not have.
pub fn not_allowed(method: &str) -> Refusal {
    Refusal::new(405, "method", format!("{method} is not a method of this resource"))
}

//! Which statements an agent, a verb, an activity and a registration choose (xAPI 1.0.3 Communication
//! 2.1.3). Dates and pages are the concern of `query`.

use serde_json::Value;

use crate::lrs::Ledger;
use crate::lrs::agents;
use crate::lrs::store::Entry;
use crate::lrs::store::Fault;

/// How many references to statements are followed, one after the other.
const DEPTH: usize = 8;

/// What statements are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Identity of the agent.
    pub agent: Option<String>,
    /// IRI of the verb.
    pub verb: Option<String>,
    /// IRI of the activity.
    pub activity: Option<String>,
    /// The registration, in lower case.
    pub registration: Option<String>,
    /// Whether agents are looked for everywhere.
    pub related_agents: bool,
    /// Whether activities are looked for everywhere.
    pub related_activities: bool,
}

impl Filter {
    /// Whether a statement is wanted, or refers to one that is.
    pub fn takes(&self, entry: &Entry, ledger: &Ledger) -> Result<bool, Fault> {
        let mut value = entry.value.clone();
        for _ in 0..DEPTH {
            if self.fits(&value) {
                return Ok(true);
            }
            let target = value.get("object").filter(|object| object["objectType"] == "StatementRef");
            let Some(id) = target.and_then(|target| target["id"].as_str()) else { return Ok(false) };
            let Some(next) = ledger.store.statement(&id.to_lowercase())? else { return Ok(false) };
            value = next.value;
        }
        Ok(false)
    }

    fn fits(&self, statement: &Value) -> bool {
        let text = |pointer: &str| statement.pointer(pointer).and_then(Value::as_str);
        let verb = self.verb.as_deref().is_none_or(|verb| text("/verb/id") == Some(verb));
        let registration = self.registration.as_deref().is_none_or(|registration| {
            text("/context/registration").is_some_and(|known| known.eq_ignore_ascii_case(registration))
        });
        let agent = self.agent.as_ref().is_none_or(|agent| self.agents(statement).contains(agent));
        let activity =
            self.activity.as_deref().is_none_or(|activity| self.activities(statement).contains(&activity));
        verb && registration && agent && activity
    }

    /// Identities of the agents that count.
    fn agents(&self, statement: &Value) -> Vec<String> {
        let near = ["/actor", "/object"];
        let far = ["/authority", "/context/instructor", "/context/team"];
        let mut pointers = near.to_vec();
        if self.related_agents {
            pointers.extend(far);
        }
        let values = pointers.into_iter().filter_map(|pointer| statement.pointer(pointer));
        let mut found: Vec<String> = values.flat_map(agents::identities).collect();
        if self.related_agents {
            let related = [("/context/contextAgents", "agent"), ("/context/contextGroups", "group")];
            for (pointer, key) in related {
                let items = statement.pointer(pointer).and_then(Value::as_array);
                found.extend(items.into_iter().flatten().flat_map(|item| agents::identities(&item[key])));
            }
            found.extend(inner(statement).map(|inner| self.agents(inner)).unwrap_or_default());
        }
        found
    }

    /// IRIs of the activities that count.
    fn activities<'a>(&self, statement: &'a Value) -> Vec<&'a str> {
        let object = &statement["object"];
        let is_activity = object.get("objectType").is_none_or(|kind| kind == "Activity");
        let mut found: Vec<&str> = object["id"].as_str().filter(|_| is_activity).into_iter().collect();
        if self.related_activities {
            let kinds = statement.pointer("/context/contextActivities").and_then(Value::as_object);
            let items =
                kinds.into_iter().flat_map(|kinds| kinds.values()).filter_map(Value::as_array).flatten();
            found.extend(items.filter_map(|item| item["id"].as_str()));
            found.extend(inner(statement).map(|inner| self.activities(inner)).unwrap_or_default());
        }
        found
    }
}

/// The SubStatement of a statement.
fn inner(statement: &Value) -> Option<&Value> {
    statement.get("object").filter(|object| object["objectType"] == "SubStatement")
}

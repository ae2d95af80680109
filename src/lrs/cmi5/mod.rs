//! What a cmi5 session may do: launch, fetch, and the rules of every request and statement sent with
//! a session's token. It keeps nothing in the store but what an LMS writes there itself.

mod lms;
mod progress;
mod request;
mod requirement;
mod rules;
mod session;
mod terms;
#[cfg(test)]
mod tests;
mod verdict;
mod vocabulary;
mod wanted;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::lrs::Ledger;
use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::Statement;
use crate::lrs::agents;
use crate::lrs::store::Fault;
use crate::lrs::store::Key;
use crate::lrs::store::Resource;
use crate::lrs::store::Shelf;

use progress::Progress;
use progress::Standing;
use request::Reading;
use rules::Case;
use session::Session;
use terms::MoveOn;
use terms::Terms;
use wanted::Wanted;

/// Every session since the start, or since a reset.
#[derive(Debug, Default)]
pub struct Sessions {
    /// In the order of their launches.
    sessions: Vec<Session>,
    /// By registration.
    standings: BTreeMap<String, Standing>,
}

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
pub struct Advanced {
    progress: Progress,
    standing: Standing,
}

impl Sessions {
    /// Opens a session as the body of `POST admin/launch` wants it, and writes LMS.LaunchData and
    /// the `launched` statement into the ledger.
    pub fn launch(&mut self, wanted: &Value, ledger: &mut Ledger) -> Result<Launched, Refusal> {
        let wanted = Wanted::read(wanted)?;
        let session = self.open(&wanted, ledger)?;
        if !wanted.keep_open {
            self.abandon(&session.terms, ledger)?;
        }
        let data = wanted.launch_data(wanted.template(&session.id), session.terms.move_on);
        write(&session.terms, Resource::State, vocabulary::LAUNCH_DATA, &data, ledger)?;
        if let Some(preferences) = &wanted.preferences {
            write(&session.terms, Resource::AgentProfile, vocabulary::PREFERENCES, preferences, ledger)?;
        }
        ledger.record(vec![lms::launched(&session, &wanted, ledger)], "1.0.0")?;
        let launched = Launched {
            key: session.key.clone(),
            registration: session.terms.registration.clone(),
            activity_id: session.terms.activity.clone(),
            actor: session.terms.actor.clone(),
        };
        let id = session.id.clone();
        self.sessions.push(session);
        self.satisfy(&id, ledger)?;
        Ok(launched)
    }

    /// A session that is not yet known.
    fn open(&mut self, wanted: &Wanted, ledger: &Ledger) -> Result<Session, Refusal> {
        let registration = wanted.registration.as_ref().map_or_else(|| ledger.uuid(), |id| id.to_lowercase());
        let activity = wanted.activity_id.clone();
        let made = || format!("{}/activities/{registration}", ledger.base());
        let standing = self.standings.entry(registration.clone()).or_insert_with(|| Standing {
            activity: activity.clone().unwrap_or_else(made),
            move_on: MoveOn::default(),
            completed: false,
            passed: false,
            satisfied: false,
        });
        if activity.is_some_and(|activity| activity != standing.activity) {
            let message = format!("in this registration the AU is {}", standing.activity);
            return Err(Refusal::cmi5(requirement::ACTIVITY_STAYS, "$.activityId", message));
        }
        standing.move_on = wanted.move_on.unwrap_or(standing.move_on);
        let id = ledger.uuid();
        let terms = Terms {
            actor: wanted.actor(ledger.base()),
            registration,
            activity: standing.activity.clone(),
            template: lms::listed(&wanted.template(&id)),
            mode: wanted.launch_mode,
            move_on: standing.move_on,
            mastery: wanted.mastery_score,
        };
        Ok(Session {
            id,
            terms,
            key: ledger.uuid(),
            token: ledger.secret(),
            fetched: 0,
            state_stays: wanted.state_stays,
            launched: ledger.now(),
            last: None,
            progress: Progress::default(),
            refused: Vec::new(),
        })
    }

    /// cmi5 9.3.6: sessions that a new one replaces will never be terminated.
    fn abandon(&mut self, terms: &Terms, ledger: &mut Ledger) -> Result<(), Fault> {
        let same = |session: &&mut Session| session.terms.registration == terms.registration;
        for session in self.sessions.iter_mut().filter(same).filter(|session| session.is_open()) {
            ledger.record(vec![lms::abandoned(session, ledger)], "1.0.0")?;
            session.abandon();
        }
        Ok(())
    }

    /// The answer to `POST <base>/fetch/<key>`, always sent with 200.
    pub fn fetch(&mut self, key: &str, _ledger: &Ledger) -> Value {
        match self.sessions.iter_mut().find(|session| session.key == key) {
            Some(session) => session.fetch(),
            None => session::fault("2", "no session has this address"),
        }
    }

    /// The session whose token this is (what follows `Basic ` in Authorization).
    pub fn holder(&self, token: &str) -> Option<String> {
        let held = |session: &&Session| session.fetched > 0 && session.token == token;
        self.sessions.iter().find(held).map(|session| session.id.clone())
    }

    /// Whether a session may make this request at all; statements in it are judged apart.
    pub fn judge_request(&mut self, session: &str, request: &Request) -> Result<(), Refusal> {
        let session = self.session(session)?;
        let served = request::sends_statements(request) || session.state_stays && request::is_state(request);
        let over = !session.is_open() && !served;
        let reading = if over {
            let message = "the session is over, and its token with it";
            Err(Refusal::cmi5(requirement::TOKEN_OVER, "Authorization", message))
        } else {
            request::judge(&session.terms, request)
        };
        match reading {
            Ok(Reading::LaunchData) => session.progress.launch_data_read = true,
            Ok(Reading::Preferences) => session.progress.preferences_read = true,
            Ok(Reading::Other) => {}
            Err(refusal) => {
                session.refused.push(refusal.clone());
                return Err(refusal);
            }
        }
        Ok(())
    }

    /// Whether a session may send these statements, in this order, all or none. `at` of a refusal
    /// is `$` for a single statement and `$[n]` in a batch, as in `places`.
    pub fn judge_statements(
        &mut self,
        session: &str,
        statements: &[Statement],
        places: &[String],
    ) -> Result<Advanced, Refusal> {
        let known = self.session(session)?;
        let (terms, mut progress) = (known.terms.clone(), known.progress.clone());
        let mut standing = self.standings[&terms.registration].clone();
        for (statement, place) in statements.iter().zip(places) {
            if let Err(refusal) = Case::new(&terms, statement, place).judge(&mut progress, &mut standing) {
                self.session(session)?.refused.push(refusal.clone());
                return Err(refusal);
            }
        }
        Ok(Advanced { progress, standing })
    }

    /// The statements were stored: the session stands where the verdict said. What the LMS writes
    /// in turn (`satisfied`) goes into the ledger.
    pub fn advance(&mut self, session: &str, after: Advanced, ledger: &mut Ledger) -> Result<(), Refusal> {
        let known = self.session(session)?;
        known.progress = after.progress;
        known.last = Some(ledger.now());
        let registration = known.terms.registration.clone();
        self.standings.insert(registration, after.standing);
        self.satisfy(session, ledger)
    }

    /// cmi5 9.3.9: the LMS says once that what moveOn asks was done, in the session that did it.
    fn satisfy(&mut self, session: &str, ledger: &mut Ledger) -> Result<(), Refusal> {
        let Some(session) = self.sessions.iter().find(|known| known.id == session) else { return Ok(()) };
        let Some(standing) = self.standings.get_mut(&session.terms.registration) else { return Ok(()) };
        if !standing.satisfied && standing.move_on.met(standing.completed, standing.passed) {
            standing.satisfied = true;
            ledger.record(vec![lms::satisfied(session, ledger)], "1.0.0")?;
        }
        Ok(())
    }

    /// Whether a registration is satisfied, and every rule that its sessions broke.
    pub fn verdict(&self, registration: &str) -> Option<Value> {
        let registration = registration.to_lowercase();
        let of = |session: &&Session| session.terms.registration == registration;
        let standing = self.standings.get(&registration)?;
        Some(verdict::verdict(standing, self.sessions.iter().filter(of)))
    }

    fn session(&mut self, id: &str) -> Result<&mut Session, Refusal> {
        let found = self.sessions.iter_mut().find(|session| session.id == id);
        found.ok_or_else(|| Refusal::new(401, "Authorization", "the session is not known any more"))
    }
}

/// Where documents of the LMS about the learner stand.
fn shelf(terms: &Terms, resource: Resource) -> Shelf {
    let state = resource == Resource::State;
    Shelf {
        resource,
        activity: if state { terms.activity.clone() } else { String::new() },
        agent: agents::identity(&terms.actor).unwrap_or_default(),
        registration: if state { terms.registration.clone() } else { String::new() },
    }
}

/// Writes a document of the LMS about the learner.
fn write(
    terms: &Terms,
    resource: Resource,
    id: &str,
    body: &Value,
    ledger: &mut Ledger,
) -> Result<(), Fault> {
    let key = Key { shelf: shelf(terms, resource), id: id.to_owned() };
    ledger.keep(&key, "application/json", body.to_string().into_bytes())
}

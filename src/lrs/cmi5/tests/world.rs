//! An LMS, one learner and an AU that does everything right unless it is told otherwise.

use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;

use serde_json::Value;
use serde_json::json;

use crate::lrs::Ledger;
use crate::lrs::Means;
use crate::lrs::Refusal;
use crate::lrs::Request;
use crate::lrs::Statement;
use crate::lrs::access::Version;
use crate::lrs::cmi5::Launched;
use crate::lrs::cmi5::Sessions;
use crate::lrs::cmi5::shelf;
use crate::lrs::cmi5::vocabulary;
use crate::lrs::cmi5::vocabulary::*;
use crate::lrs::encoding;
use crate::lrs::store::Key;
use crate::lrs::store::Memory;
use crate::lrs::store::Order;
use crate::lrs::store::Resource;

pub const ANSWERED: &str = "http://adlnet.gov/expapi/verbs/answered";
pub const NOON: &str = "2026-11-23T12:00:00.000Z";

pub struct World {
    pub sessions: Sessions,
    pub ledger: Ledger,
    pub launched: Launched,
    pub session: String,
    /// LMS.LaunchData of the last launch.
    pub data: Value,
}

pub fn random() -> [u8; 16] {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&COUNT.fetch_add(1, Ordering::Relaxed).to_be_bytes());
    bytes
}

/// A UUID that no other statement of the tests has.
pub fn fresh() -> String {
    encoding::uuid(random())
}

impl World {
    /// An AU that was launched, and did nothing yet.
    pub fn launched(wanted: Value) -> Self {
        let means = Means { clock: || 1_795_438_800_000, random };
        let mut ledger = Ledger::new(Box::new(Memory::default()), means, "http://lms.test");
        let mut sessions = Sessions::default();
        let launched = sessions.launch(&wanted, &mut ledger).unwrap();
        let mut world = Self { sessions, ledger, launched, session: String::new(), data: Value::Null };
        world.look();
        world
    }

    /// An AU that fetched its token and read both documents.
    pub fn started(wanted: Value) -> Self {
        let mut world = Self::launched(wanted);
        world.start();
        world
    }

    /// An AU that sent « initialized » too.
    pub fn initialized(wanted: Value) -> Self {
        let mut world = Self::started(wanted);
        world.accept(world.sample(INITIALIZED));
        world
    }

    /// An AU with a mastery score of 0.8 that sent « initialized ».
    pub fn usual() -> Self {
        Self::initialized(json!({ "masteryScore": 0.8, "moveOn": "CompletedAndPassed" }))
    }

    /// One more session of the same registration, up to « initialized ».
    pub fn again(&mut self, mut wanted: Value) {
        wanted["registration"] = json!(self.launched.registration);
        self.launched = self.sessions.launch(&wanted, &mut self.ledger).unwrap();
        self.look();
        self.start();
        self.accept(self.sample(INITIALIZED));
    }

    fn look(&mut self) {
        let session = self.sessions.sessions.last().unwrap();
        self.session = session.id.clone();
        let key = Key { shelf: shelf(&session.terms, Resource::State), id: LAUNCH_DATA.to_owned() };
        let document = self.ledger.store.document(&key).unwrap().unwrap();
        self.data = serde_json::from_slice(&document.body).unwrap();
    }

    pub fn start(&mut self) {
        self.fetch();
        self.read_launch_data();
        self.read_preferences();
    }

    pub fn fetch(&mut self) -> Value {
        self.sessions.fetch(&self.launched.key, &self.ledger)
    }

    pub fn read_launch_data(&mut self) {
        let address = self.state(LAUNCH_DATA);
        assert_eq!(self.ask("GET", &address, ""), None);
    }

    pub fn read_preferences(&mut self) {
        let address = self.profile();
        assert_eq!(self.ask("GET", &address, ""), None);
    }

    /// The address of a State document of this session.
    pub fn state(&self, id: &str) -> String {
        let actor = self.launched.actor.to_string();
        let pairs = [
            ("activityId", self.launched.activity_id.as_str()),
            ("agent", &actor),
            ("registration", &self.launched.registration),
            ("stateId", id),
        ];
        format!("/xapi/activities/state?{}", encoding::query(&pairs))
    }

    /// The address of what the learner prefers.
    pub fn profile(&self) -> String {
        let actor = self.launched.actor.to_string();
        let pairs = [("agent", actor.as_str()), ("profileId", PREFERENCES)];
        format!("/xapi/agents/profile?{}", encoding::query(&pairs))
    }

    /// Asks something in the session; the requirement that was broken, if one was.
    pub fn ask(&mut self, method: &str, address: &str, body: &str) -> Option<&'static str> {
        let request = Request::new(method, address).unwrap().body(body);
        let judged = self.sessions.judge_request(&self.session, &request);
        judged.err().map(|refusal| refusal.requirement.unwrap())
    }

    /// A right statement with this verb, about the AU when cmi5 defines it.
    pub fn sample(&self, verb: &str) -> Value {
        let result = match verb {
            COMPLETED => json!({ "completion": true, "duration": "PT60S" }),
            PASSED => json!({ "success": true, "score": { "scaled": 0.9 }, "duration": "PT60S" }),
            FAILED => json!({ "success": false, "score": { "scaled": 0.5 }, "duration": "PT60S" }),
            TERMINATED => json!({ "duration": "PT60S" }),
            _ => Value::Null,
        };
        let mut statement = json!({
            "id": fresh(),
            "actor": self.launched.actor,
            "verb": { "id": verb, "display": { "en": vocabulary::name(verb) } },
            "object": { "id": self.launched.activity_id },
            "context": self.context(verb),
            "timestamp": NOON,
        });
        if SENT_BY_AU.contains(&verb) {
            if !result.is_null() {
                statement["result"] = result;
            }
        } else {
            statement["object"]["id"] = json!("https://publisher.example.org/module/q/one");
        }
        statement
    }

    fn context(&self, verb: &str) -> Value {
        let mut context = crate::lrs::cmi5::lms::listed(&self.data["contextTemplate"]);
        context["registration"] = json!(self.launched.registration);
        if !SENT_BY_AU.contains(&verb) {
            return context;
        }
        let mut categories = context["contextActivities"]["category"].as_array().cloned().unwrap_or_default();
        categories.push(json!({ "id": CMI5 }));
        if [COMPLETED, PASSED, FAILED].contains(&verb) {
            categories.push(json!({ "id": MOVE_ON }));
        }
        context["contextActivities"]["category"] = json!(categories);
        if [PASSED, FAILED].contains(&verb) && self.data["masteryScore"].is_number() {
            context["extensions"][MASTERY_SCORE] = self.data["masteryScore"].clone();
        }
        context
    }

    /// Sends statements together.
    pub fn batch(&mut self, statements: Vec<Value>) -> Result<(), Refusal> {
        let places: Vec<String> = (0..statements.len()).map(|index| format!("$[{index}]")).collect();
        let statements: Vec<Statement> = statements.into_iter().map(Statement::ours).collect();
        let after = self.sessions.judge_statements(&self.session, &statements, &places)?;
        self.ledger.record(statements, "1.0.0").unwrap();
        self.sessions.advance(&self.session, after, &mut self.ledger)
    }

    /// Sends one statement; the requirement that it broke, if it did.
    pub fn send(&mut self, statement: Value) -> Option<&'static str> {
        self.batch(vec![statement]).err().map(|refusal| refusal.requirement.unwrap())
    }

    /// Sends statements that are right.
    pub fn accept(&mut self, statement: Value) {
        for version in [Version::One, Version::Two] {
            assert_eq!(Statement::read(statement.clone(), "$", version).map(|_| ()), Ok(()));
        }
        assert_eq!(self.batch(vec![statement]), Ok(()));
    }

    /// Sends right statements with these verbs.
    pub fn say(&mut self, verbs: &[&str]) {
        for verb in verbs {
            self.accept(self.sample(verb));
        }
    }

    /// Breaks a right statement and sends it; then the right one passes, so that nothing else was
    /// wrong.
    pub fn broken(&mut self, verb: &str, alter: impl FnOnce(&mut Value)) -> Option<&'static str> {
        let right = self.sample(verb);
        let mut wrong = right.clone();
        alter(&mut wrong);
        assert_ne!(right, wrong);
        let refused = self.send(wrong);
        self.accept(right);
        refused
    }

    /// The same, where one value is replaced.
    pub fn with(&mut self, verb: &str, at: &str, value: Value) -> Option<&'static str> {
        self.broken(verb, |statement| set(statement, at, value))
    }

    /// The same, where one value is taken away.
    pub fn without(&mut self, verb: &str, at: &str) -> Option<&'static str> {
        self.broken(verb, |statement| remove(statement, at))
    }

    /// Verbs of what is stored, the oldest first.
    pub fn stored(&self) -> Vec<String> {
        let mut verbs = Vec::new();
        let visited = self.ledger.store.visit(Order::Ascending, &mut |entry| {
            verbs.push(vocabulary::name(entry.value["verb"]["id"].as_str().unwrap()).to_owned());
            std::ops::ControlFlow::Continue(())
        });
        assert_eq!(visited, Ok(()));
        verbs
    }

    /// The last statement stored with this verb.
    pub fn last(&self, verb: &str) -> Value {
        let mut found = Value::Null;
        let visited = self.ledger.store.visit(Order::Ascending, &mut |entry| {
            if entry.value["verb"]["id"] == verb {
                found = entry.value.clone();
            }
            std::ops::ControlFlow::Continue(())
        });
        assert_eq!(visited, Ok(()));
        found
    }

    pub fn verdict(&self) -> Value {
        self.sessions.verdict(&self.launched.registration).unwrap()
    }
}

/// Puts a value at a path of keys separated by ` / `.
pub fn set(statement: &mut Value, at: &str, value: Value) {
    let mut place = statement;
    for key in at.split(" / ") {
        place = match key.parse::<usize>() {
            Ok(index) => &mut place[index],
            Err(_) => &mut place[key],
        };
    }
    *place = value;
}

/// Takes away what stands at a path of keys separated by ` / `.
pub fn remove(statement: &mut Value, at: &str) {
    let (above, key) = at.rsplit_once(" / ").unwrap_or(("", at));
    let place =
        above.split(" / ").filter(|key| !key.is_empty()).fold(statement, |place, key| &mut place[key]);
    match place {
        Value::Array(list) => drop(list.remove(key.parse().unwrap())),
        place => drop(place.as_object_mut().unwrap().shift_remove(key).unwrap()),
    }
}

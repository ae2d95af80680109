//! A session through everything that the server does with it, from the launch to the verdict.

use serde_json::Value;
use serde_json::json;

use crate::lrs::Answer;
use crate::lrs::Ledger;
use crate::lrs::Lrs;
use crate::lrs::Means;
use crate::lrs::Request;
use crate::lrs::Statement;
use crate::lrs::access::Version;
use crate::lrs::cmi5::tests::world;
use crate::lrs::cmi5::vocabulary::*;
use crate::lrs::desk::Desk;
use crate::lrs::encoding;
use crate::lrs::store::Memory;

/// A client that does what the launch address says.
struct Client {
    desk: Desk,
    launched: Value,
    token: String,
    template: Value,
}

fn json_of(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.body).unwrap_or_default()
}

impl Client {
    fn launched(wanted: &Value) -> Self {
        let means = Means { clock: || 1_795_438_800_000, random: world::random };
        let ledger = Ledger::new(Box::new(Memory::default()), means, "http://127.0.0.1:8080");
        let lrs = Lrs::new(ledger, vec![Version::One, Version::Two], "Basic b3duZXI=".to_owned());
        let mut desk = Desk::new(lrs);
        let request = Request::new("POST", "/admin/launch").unwrap().body(wanted.to_string());
        let launched = json_of(&desk.answer(&request).answer);
        Self { desk, launched, token: String::new(), template: Value::Null }
    }

    fn text(&self, name: &str) -> &str {
        self.launched[name].as_str().unwrap()
    }

    fn fetch(&mut self) -> Value {
        let path = self.text("fetch").replace("http://127.0.0.1:8080", "");
        json_of(&self.desk.answer(&Request::new("POST", &path).unwrap()).answer)
    }

    fn ask(&mut self, method: &str, resource: &str, pairs: &[(&str, &str)], body: &str) -> Answer {
        let request = Request::new(method, &format!("/xapi/{resource}?{}", encoding::query(pairs)))
            .unwrap()
            .header("authorization", &format!("Basic {}", self.token))
            .header("x-experience-api-version", "1.0.3")
            .header("content-type", "application/json")
            .body(body);
        self.desk.answer(&request).answer
    }

    fn state(&mut self, method: &str, id: &str, body: &str) -> Answer {
        let (activity, registration) =
            (self.text("activityId").to_owned(), self.text("registration").to_owned());
        let actor = self.launched["actor"].to_string();
        let pairs = [
            ("activityId", activity.as_str()),
            ("agent", &actor),
            ("registration", &registration),
            ("stateId", id),
        ];
        self.ask(method, "activities/state", &pairs, body)
    }

    fn preferences(&mut self) -> Answer {
        let actor = self.launched["actor"].to_string();
        self.ask("GET", "agents/profile", &[("agent", &actor), ("profileId", PREFERENCES)], "")
    }

    /// Fetches the token and reads both documents.
    fn start(&mut self) -> Answer {
        self.token = self.fetch()["auth-token"].as_str().unwrap().to_owned();
        self.template = json_of(&self.state("GET", LAUNCH_DATA, ""))["contextTemplate"].clone();
        self.preferences()
    }

    /// Sends a statement that cmi5 defines; status and requirement of the answer.
    fn say(&mut self, verb: &str, result: Value) -> (u16, Value) {
        let mut context = self.template.clone();
        context["registration"] = self.launched["registration"].clone();
        let mut categories = vec![json!({ "id": CMI5 })];
        if result.get("success").or(result.get("completion")).is_some() {
            categories.push(json!({ "id": MOVE_ON }));
        }
        context["contextActivities"]["category"] = json!(categories);
        let id = world::fresh();
        let statement = json!({
            "id": id,
            "actor": self.launched["actor"],
            "verb": { "id": verb, "display": { "en": name(verb) } },
            "object": { "id": self.launched["activityId"] },
            "result": result,
            "context": context,
            "timestamp": world::NOON,
        });
        let answer = self.ask("PUT", "statements", &[("statementId", &id)], &statement.to_string());
        (answer.status, json_of(&answer)["requirement"].clone())
    }

    fn admin(&mut self, target: &str) -> Value {
        json_of(&self.desk.answer(&Request::new("GET", &format!("/admin/{target}")).unwrap()).answer)
    }

    fn verdict(&mut self) -> Value {
        let registration = self.text("registration").to_owned();
        self.admin(&format!("verdict?registration={registration}"))
    }
}

const STORED: (u16, Value) = (204, Value::Null);

#[test]
fn a_right_session_is_served_from_launch_to_verdict() {
    let mut client = Client::launched(&json!({ "mode": "cmi5", "moveOn": "Completed" }));
    assert_eq!(client.start().status, 404);
    assert_eq!(client.state("PUT", "suspendData", "{}").status, 204);
    let duration = json!("PT1S");
    assert_eq!(client.say(INITIALIZED, json!({})), STORED);
    assert_eq!(client.say(COMPLETED, json!({ "completion": true, "duration": duration })), STORED);
    assert_eq!(client.say(TERMINATED, json!({ "duration": duration })), STORED);
    let verdict = client.verdict();
    assert_eq!((&verdict["satisfied"], &verdict["problems"]), (&json!(true), &json!([])));
}

#[test]
fn what_the_lms_writes_itself_is_right_in_both_versions() {
    let wanted = json!({
        "mode": "cmi5", "moveOn": "NotApplicable", "masteryScore": 0.6, "launchParameters": "x",
        "contextTemplate": { "contextActivities": { "grouping": { "id": "https://a.ca/au" } } },
    });
    let mut client = Client::launched(&wanted);
    let mut again = wanted;
    again["registration"] = client.launched["registration"].clone();
    let request = Request::new("POST", "/admin/launch").unwrap().body(again.to_string());
    assert_eq!(client.desk.answer(&request).answer.status, 200);
    let written = client.admin("statements");
    let mut verbs = Vec::new();
    for mut statement in written.as_array().unwrap().clone() {
        verbs.push(name(statement["verb"]["id"].as_str().unwrap()).to_owned());
        statement.as_object_mut().unwrap().shift_remove("version");
        for version in [Version::One, Version::Two] {
            assert_eq!(Statement::read(statement.clone(), "$", version).map(|_| ()), Ok(()));
        }
    }
    assert_eq!(verbs, ["launched", "satisfied", "abandoned", "launched"]);
}

#[test]
fn a_refusal_is_answered_403_with_its_requirement_and_logged() {
    let mut client = Client::launched(&json!({ "mode": "cmi5" }));
    client.start();
    let refused = (403, json!("9.3.0.0-4"));
    assert_eq!(client.say(TERMINATED, json!({ "duration": "PT1S" })), refused);
    let log = client.admin("log");
    let line = log.as_array().unwrap().last().unwrap();
    assert_eq!((&line["status"], &line["requirement"]), (&json!(403), &json!("9.3.0.0-4")));
    assert_eq!(client.verdict()["problems"][0]["requirement"], json!("9.3.0.0-4"));
}

#[test]
fn the_token_of_a_session_that_is_over_opens_nothing() {
    let mut client = Client::launched(&json!({ "mode": "cmi5" }));
    client.start();
    assert_eq!(client.say(INITIALIZED, json!({})), STORED);
    assert_eq!(client.say(TERMINATED, json!({ "duration": "PT1S" })), STORED);
    let answer = client.state("GET", LAUNCH_DATA, "");
    assert_eq!((answer.status, &json_of(&answer)["requirement"]), (403, &json!("8.1.2.0-2")));
    assert_eq!(client.fetch()["error-code"], json!("2"));
}

#[test]
fn a_token_that_was_not_fetched_opens_nothing() {
    let mut client = Client::launched(&json!({ "mode": "cmi5" }));
    client.token = "x".to_owned();
    assert_eq!(client.preferences().status, 401);
}

#[test]
fn preferences_are_those_of_the_launch_right_or_not() {
    let right = json!({ "languagePreference": "fr-CA,en", "audioPreference": "off" });
    for preferences in [right, json!({ "success": true })] {
        let mut client = Client::launched(&json!({ "mode": "cmi5", "preferences": preferences }));
        let answer = client.start();
        assert_eq!((answer.status, json_of(&answer)), (200, preferences));
    }
}

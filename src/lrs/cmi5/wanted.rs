//! The body of `POST admin/launch`: what a test wants of an LMS, sound or not. It opens no session.

use serde::Deserialize;
use serde_json::Value;
use serde_json::json;

use crate::lrs::Refusal;
use crate::lrs::launch::learner;

use super::requirement;
use super::terms::Mode;
use super::terms::MoveOn;

/// What a test wants of an LMS; everything has a default.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Wanted {
    /// `cmi5`.
    pub mode: String,
    /// The LMS's id for the AU; by default, one for each registration.
    pub activity_id: Option<String>,
    /// The AU's id in cmi5.xml.
    pub publisher_id: Option<String>,
    pub registration: Option<String>,
    pub actor: Option<Value>,
    pub launch_mode: Mode,
    pub mastery_score: Option<f64>,
    /// By default what the registration has, or that nothing is asked.
    pub move_on: Option<MoveOn>,
    #[serde(rename = "returnURL")]
    pub return_url: Option<String>,
    pub launch_parameters: Option<String>,
    pub launch_url: Option<String>,
    pub entitlement_key: Option<String>,
    /// False: the template holds no session id, as in Open edX.
    pub sessionid: Option<bool>,
    /// What the template holds besides what an LMS must put there.
    pub context_template: Option<Value>,
    /// Fields that LMS.LaunchData lacks, against the rules.
    pub omit: Vec<String>,
    /// What stands in the learner's preferences, right or not; nothing by default.
    pub preferences: Option<Value>,
    /// True: earlier sessions of the registration stay open instead of being abandoned.
    pub keep_open: bool,
    /// True: State is served after « terminated » too, as CATAPULT's player does, against 8.1.2.0-2.
    pub state_stays: bool,
}

impl Wanted {
    /// Reads the body, and refuses what even an odd LMS could not do.
    pub fn read(body: &Value) -> Result<Self, Refusal> {
        let wanted = Self::deserialize(body).map_err(|error| Refusal::bad("$", error.to_string()))?;
        if wanted.mastery_score.is_some_and(|score| !(0.0..=1.0).contains(&score)) {
            return Err(Refusal::bad("$.masteryScore", "the mastery score goes from 0 to 1"));
        }
        if wanted.activity_id.is_some() && wanted.activity_id == wanted.publisher_id {
            let message = "the LMS's id for the AU is not the one of cmi5.xml";
            return Err(Refusal::cmi5(requirement::ACTIVITY_IS_NOT_PUBLISHERS, "$.activityId", message));
        }
        actor(wanted.actor.as_ref())?;
        template(wanted.context_template.as_ref())?;
        Ok(wanted)
    }

    /// Who learns.
    pub fn actor(&self, base: &str) -> Value {
        self.actor.clone().unwrap_or_else(|| learner(base))
    }

    /// The AU's id in cmi5.xml.
    pub fn publisher(&self) -> &str {
        self.publisher_id.as_deref().unwrap_or("https://publisher.example.org/module/au")
    }

    /// `contextTemplate` of LMS.LaunchData.
    pub fn template(&self, session: &str) -> Value {
        let mut template = self.context_template.clone().unwrap_or_else(|| json!({}));
        let grouping = &mut template["contextActivities"]["grouping"];
        if grouping.is_null() {
            *grouping = json!([{ "objectType": "Activity", "id": self.publisher() }]);
        }
        if self.sessionid != Some(false) {
            template["extensions"][super::vocabulary::SESSION_ID] = json!(session);
        }
        template
    }

    /// LMS.LaunchData around that template.
    pub fn launch_data(&self, template: Value, move_on: MoveOn) -> Value {
        let mut data = json!({
            "contextTemplate": template,
            "launchMode": self.launch_mode,
            "launchMethod": "AnyWindow",
            "moveOn": move_on,
        });
        let optional = [
            ("masteryScore", self.mastery_score.map(Value::from)),
            ("returnURL", self.return_url.clone().map(Value::from)),
            ("launchParameters", self.launch_parameters.clone().map(Value::from)),
            ("entitlementKey", self.entitlement_key.as_ref().map(|key| json!({ "courseStructure": key }))),
        ];
        let fields = data.as_object_mut().expect("written as an object above");
        fields.extend(optional.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
        fields.retain(|name, _| !self.omit.contains(name));
        data
    }
}

fn actor(actor: Option<&Value>) -> Result<(), Refusal> {
    let Some(actor) = actor else { return Ok(()) };
    if actor.get("objectType").is_some_and(|kind| kind != "Agent") {
        return Err(Refusal::cmi5(
            requirement::ACTOR_IS_AGENT,
            "$.actor.objectType",
            "the actor is an Agent",
        ));
    }
    if actor.pointer("/account/homePage").is_none() || actor.pointer("/account/name").is_none() {
        let message = "the actor is known by an account";
        return Err(Refusal::cmi5(requirement::ACTOR_ACCOUNT, "$.actor.account", message));
    }
    Ok(())
}

fn template(template: Option<&Value>) -> Result<(), Refusal> {
    let Some(template) = template else { return Ok(()) };
    let object = |value: Option<&Value>| value.is_none_or(Value::is_object);
    let parts = [Some(template), template.get("contextActivities"), template.get("extensions")];
    if parts.into_iter().all(object) {
        return Ok(());
    }
    let message = "the template, its contextActivities and its extensions are objects";
    Err(Refusal::bad("$.contextTemplate", message))
}

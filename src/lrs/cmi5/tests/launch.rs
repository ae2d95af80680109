//! What a launch writes, what `fetch` answers, and launches that no LMS may do.

use serde_json::Value;
use serde_json::json;

use super::world::World;
use crate::lrs::cmi5::vocabulary::*;

fn refused(wanted: Value) -> Option<&'static str> {
    let mut world = World::launched(json!({ "activityId": "https://lms.test/au/1" }));
    let mut wanted = wanted;
    if wanted.get("registration") == Some(&Value::Null) {
        wanted["registration"] = json!(world.launched.registration);
    }
    let launched = world.sessions.launch(&wanted, &mut world.ledger);
    launched.err().map(|refusal| refusal.requirement.unwrap())
}

refused! {
    a_learner_known_by_mail_only => ACTOR_ACCOUNT: refused(json!({ "actor": { "mbox": "mailto:a@b.ca" } }));
    a_group_that_learns => ACTOR_IS_AGENT:
        refused(json!({ "actor": { "objectType": "Group", "account": {} } }));
    the_id_of_cmi5_xml_as_that_of_the_launch => ACTIVITY_IS_NOT_PUBLISHERS:
        refused(json!({ "activityId": "https://a.ca/au", "publisherId": "https://a.ca/au" }));
    another_activity_in_the_same_registration => ACTIVITY_STAYS:
        refused(json!({ "activityId": "https://lms.test/au/2", "registration": null }));
}

#[test]
fn the_token_is_given_once_and_opens_the_session() {
    let mut world = World::launched(json!({}));
    let token = world.sessions.sessions[0].token.clone();
    assert_eq!(world.sessions.holder(&token), None);
    assert_eq!(world.fetch(), json!({ "auth-token": token }));
    assert_eq!(world.sessions.holder(&token), Some(world.session.clone()));
    assert_eq!(world.fetch(), json!({ "error-code": "1", "error-text": "the token was given already" }));
    assert_eq!(world.sessions.holder("x"), None);
}

#[test]
fn an_address_that_no_launch_gave_is_a_security_error() {
    let mut world = World::launched(json!({}));
    let answer = world.sessions.fetch("x", &world.ledger);
    assert_eq!(answer, json!({ "error-code": "2", "error-text": "no session has this address" }));
}

#[test]
fn a_session_that_was_abandoned_gives_no_token() {
    let mut world = World::launched(json!({}));
    let key = world.launched.key.clone();
    world.again(json!({}));
    let answer = world.sessions.fetch(&key, &world.ledger);
    assert_eq!(answer, json!({ "error-code": "2", "error-text": "the session is over" }));
}

#[test]
fn launch_data_says_what_was_wanted() {
    let world = World::launched(json!({
        "publisherId": "https://a.ca/au", "launchMode": "Review", "masteryScore": 0.6, "moveOn": "Passed",
        "returnURL": "https://lms.test/back", "launchParameters": "x=1", "entitlementKey": "k",
    }));
    assert_eq!(
        world.data,
        json!({
            "contextTemplate": {
                "contextActivities": { "grouping": [{ "objectType": "Activity", "id": "https://a.ca/au" }] },
                "extensions": { SESSION_ID: world.session },
            },
            "launchMode": "Review",
            "launchMethod": "AnyWindow",
            "moveOn": "Passed",
            "masteryScore": 0.6,
            "returnURL": "https://lms.test/back",
            "launchParameters": "x=1",
            "entitlementKey": { "courseStructure": "k" },
        })
    );
}

#[test]
fn launch_data_can_lack_what_some_platforms_leave_out() {
    let world = World::launched(json!({
        "sessionid": false, "omit": ["moveOn"],
        "contextTemplate": { "contextActivities": { "grouping": { "id": "https://a.ca/au" } } },
    }));
    let template = json!({ "contextActivities": { "grouping": { "id": "https://a.ca/au" } } });
    let data = json!({ "contextTemplate": template, "launchMode": "Normal", "launchMethod": "AnyWindow" });
    assert_eq!(world.data, data);
}

#[test]
fn launched_is_written_with_what_the_au_will_be_told() {
    let world = World::launched(json!({
        "masteryScore": 0.6, "moveOn": "Passed", "launchParameters": "x=1",
        "launchUrl": "https://lms.test/i.html",
    }));
    let launched = world.last(LAUNCHED);
    assert_eq!(launched["object"], json!({ "id": world.launched.activity_id }));
    assert_eq!(
        launched["context"],
        json!({
            "registration": world.launched.registration,
            "contextActivities": {
                "grouping": [{ "objectType": "Activity", "id": "https://publisher.example.org/module/au" }],
                "category": [{ "id": CMI5 }],
            },
            "extensions": {
                SESSION_ID: world.session, LAUNCH_MODE: "Normal", LAUNCH_MOVE_ON: "Passed",
                LAUNCH_URL: "https://lms.test/i.html", MASTERY_SCORE: 0.6, LAUNCH_PARAMETERS: "x=1",
            },
        })
    );
}

#[test]
fn a_new_launch_abandons_the_session_before_it() {
    let mut world = World::usual();
    world.again(json!({}));
    assert_eq!(world.stored(), ["launched", "initialized", "abandoned", "launched", "initialized"]);
    assert_eq!(world.last(ABANDONED)["result"], json!({ "duration": "PT0.00S" }));
}

#[test]
fn a_session_that_was_terminated_is_not_abandoned() {
    let mut world = World::usual();
    world.say(&[TERMINATED]);
    world.again(json!({}));
    assert_eq!(world.stored(), ["launched", "initialized", "terminated", "launched", "initialized"]);
}

#[test]
fn two_sessions_stay_open_when_the_test_asks_for_it() {
    let mut world = World::usual();
    let first = world.session.clone();
    let answer = world.sample(super::world::ANSWERED);
    world.again(json!({ "keepOpen": true }));
    world.session = first;
    world.accept(answer);
}

#[test]
fn a_field_that_no_launch_has_is_refused() {
    let mut world = World::launched(json!({}));
    let launched = world.sessions.launch(&json!({ "masteryscore": 0.6 }), &mut world.ledger);
    assert_eq!(launched.map_err(|refusal| refusal.status), Err(400));
}

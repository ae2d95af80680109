//! Right sessions pass, and the LMS says once that the module is satisfied.

use serde_json::json;

use super::world::ANSWERED;
use super::world::World;
use super::world::fresh;
use super::world::set;
use crate::lrs::cmi5::vocabulary::*;

/// What a session of these verbs leaves, for a moveOn.
fn satisfied(move_on: &str, verbs: &[&str]) -> bool {
    let mut world = World::initialized(json!({ "moveOn": move_on }));
    world.say(verbs);
    world.say(&[TERMINATED]);
    let stored = world.stored().iter().filter(|verb| *verb == "satisfied").count();
    assert_eq!(world.verdict()["satisfied"], json!(stored == 1));
    stored == 1
}

#[test]
fn a_whole_session_passes() {
    let mut world = World::usual();
    world.say(&[ANSWERED, PASSED, COMPLETED, ANSWERED, TERMINATED]);
    let verbs =
        ["launched", "initialized", "answered", "passed", "completed", "satisfied", "answered", "terminated"];
    assert_eq!(world.stored(), verbs);
    assert_eq!(world.verdict()["problems"], json!([]));
}

#[test]
fn a_whole_session_passes_in_one_batch() {
    let mut world = World::started(json!({ "masteryScore": 0.8 }));
    let verbs = [INITIALIZED, ANSWERED, FAILED, COMPLETED, TERMINATED];
    let batch = verbs.map(|verb| world.sample(verb)).to_vec();
    assert_eq!(world.batch(batch), Ok(()));
}

#[test]
fn a_batch_is_refused_whole_and_its_wrong_statement_is_named() {
    let mut world = World::started(json!({}));
    let batch = [INITIALIZED, TERMINATED, ANSWERED].map(|verb| world.sample(verb)).to_vec();
    let refusal = world.batch(batch.clone()).unwrap_err();
    assert_eq!((refusal.status, refusal.at.as_str()), (403, "$[2]"));
    assert_eq!(world.batch(batch[..2].to_vec()), Ok(()));
}

#[test]
fn a_session_fails_and_the_next_one_passes() {
    let mut world = World::usual();
    world.say(&[FAILED, COMPLETED, TERMINATED]);
    assert_eq!(world.verdict()["satisfied"], json!(false));
    world.again(json!({ "masteryScore": 0.8 }));
    world.say(&[PASSED, TERMINATED]);
    assert_eq!(world.verdict()["satisfied"], json!(true));
}

#[test]
fn each_session_may_fail() {
    let mut world = World::usual();
    world.say(&[FAILED, TERMINATED]);
    world.again(json!({ "masteryScore": 0.8 }));
    world.say(&[FAILED, TERMINATED]);
    assert_eq!(world.verdict()["problems"], json!([]));
}

#[test]
fn a_statement_sent_again_after_a_lost_answer_passes_even_when_the_session_is_over() {
    let mut world = World::usual();
    let terminated = world.sample(TERMINATED);
    world.accept(terminated.clone());
    let known = crate::lrs::Statement::ours(terminated);
    let judged = world.sessions.judge_statements(&world.session, &[known], &["$".to_owned()]);
    assert_eq!(judged.map(|_| ()), Ok(()));
    let request = crate::lrs::Request::new("PUT", "/xapi/statements").unwrap();
    assert_eq!(world.sessions.judge_request(&world.session, &request), Ok(()));
}

#[test]
fn browse_and_review_let_learners_answer() {
    for mode in ["Browse", "Review"] {
        let mut world = World::initialized(json!({ "launchMode": mode }));
        world.say(&[ANSWERED, TERMINATED]);
        assert_eq!(world.verdict()["problems"], json!([]));
    }
}

#[test]
fn initialized_and_passed_of_something_else_in_the_session_are_free() {
    let mut world = World::usual();
    for verb in [INITIALIZED, PASSED, PASSED, TERMINATED] {
        let mut statement = world.sample(ANSWERED);
        set(&mut statement, "verb / id", json!(verb));
        world.accept(statement);
    }
    world.say(&[PASSED, TERMINATED]);
}

#[test]
fn the_context_may_hold_more_than_the_template() {
    let mut world = World::usual();
    let mut statement = world.sample(ANSWERED);
    set(&mut statement, "context / language", json!("fr-CA"));
    set(&mut statement, "context / extensions / https://a.ca/x", json!(1));
    set(&mut statement, "context / contextActivities / parent", json!([{ "id": "https://a.ca/m" }]));
    let grouping = &mut statement["context"]["contextActivities"]["grouping"];
    grouping.as_array_mut().unwrap().push(json!({ "id": "https://a.ca/m" }));
    world.accept(statement);
}

#[test]
fn a_grouping_that_the_lms_gave_as_an_object_is_sent_as_a_list() {
    let template = json!({ "contextActivities": { "grouping": { "id": "https://a.ca/au" } } });
    let mut world = World::initialized(json!({ "contextTemplate": template }));
    let refused = world.broken(ANSWERED, |statement| {
        set(statement, "context / contextActivities / grouping", json!([{ "id": "https://a.ca/other" }]));
    });
    assert_eq!(refused, Some("10.2.1.0-6"));
}

#[test]
fn a_session_without_a_session_id_passes() {
    let mut world = World::initialized(json!({ "sessionid": false }));
    assert_eq!(world.sample(ANSWERED)["context"].get("extensions"), None);
    world.say(&[ANSWERED, COMPLETED, TERMINATED]);
}

#[test]
fn without_a_mastery_score_the_au_judges_by_its_own() {
    let mut world = World::initialized(json!({}));
    let mut passed = world.sample(PASSED);
    set(&mut passed, "result / score / scaled", json!(0.1));
    world.accept(passed);
}

#[test]
fn passed_at_the_mastery_score_and_without_a_score_are_right() {
    let mut world = World::usual();
    let mut passed = world.sample(PASSED);
    set(&mut passed, "result / score / scaled", json!(0.8));
    world.accept(passed);
    let mut other = World::usual();
    let mut passed = other.sample(PASSED);
    set(&mut passed, "result", json!({ "success": true, "duration": "PT1S" }));
    other.accept(passed);
}

#[test]
fn a_registration_is_read_in_either_case() {
    let mut world = World::launched(json!({ "registration": fresh().to_uppercase() }));
    world.start();
    world.say(&[INITIALIZED, TERMINATED]);
    let known = world.launched.registration.to_uppercase();
    assert!(world.sessions.verdict(&known).is_some());
}

#[test]
fn move_on_says_what_satisfies() {
    let cases = [
        ("NotApplicable", [true, true, true, true]),
        ("Completed", [false, true, false, true]),
        ("Passed", [false, false, true, true]),
        ("CompletedOrPassed", [false, true, true, true]),
        ("CompletedAndPassed", [false, false, false, true]),
    ];
    for (move_on, expected) in cases {
        let verbs: [&[&str]; 4] = [&[], &[COMPLETED], &[PASSED], &[COMPLETED, PASSED]];
        assert_eq!(verbs.map(|verbs| satisfied(move_on, verbs)), expected, "{move_on}");
    }
    assert!(!satisfied("CompletedAndPassed", &[COMPLETED, FAILED]));
}

#[test]
fn satisfied_is_about_the_course_in_the_session_that_did_it() {
    let mut world = World::initialized(json!({ "moveOn": "Completed" }));
    world.say(&[COMPLETED, TERMINATED]);
    let satisfied = world.last(SATISFIED);
    let course = format!("http://lms.test/courses/{}", world.launched.registration);
    assert_eq!(satisfied["object"], json!({ "id": course, "definition": { "type": COURSE } }));
    assert_eq!(satisfied["context"]["extensions"], json!({ SESSION_ID: world.session }));
}

#[test]
fn state_is_served_after_terminated_when_the_test_asks_for_it() {
    let mut world = World::initialized(json!({ "stateStays": true }));
    world.say(&[TERMINATED]);
    let (state, profile) = (world.state("suspendData"), world.profile());
    assert_eq!(world.ask("PUT", &state, "{}"), None);
    assert_eq!(world.ask("GET", &profile, ""), Some("8.1.2.0-2"));
}

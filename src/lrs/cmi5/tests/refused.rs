//! Statements that break one rule.

use serde_json::json;

use super::world::ANSWERED;
use super::world::World;
use super::world::fresh;
use super::world::remove;
use super::world::set;
use crate::lrs::cmi5::vocabulary::*;

const CATEGORY: &str = "context / contextActivities / category";
const GROUPING: &str = "context / contextActivities / grouping";

fn mode(mode: &str) -> World {
    World::initialized(json!({ "launchMode": mode }))
}

/// An AU whose template holds more than an LMS must give.
fn rich() -> World {
    World::initialized(json!({ "contextTemplate": {
        "platform": "Collège",
        "extensions": { "https://college.example.org/x/group": { "code": "0001" } },
        "contextActivities": {
            "grouping": [
                { "id": "https://college.example.org/programme" },
                { "id": "https://college.example.org/c", "definition": { "name": { "fr-CA": "Cours" } } },
            ],
            "category": [{ "id": "https://college.example.org/profile" }],
        },
    } }))
}

refused! {
    a_statement_without_an_id => STATEMENT_ID: World::usual().without(ANSWERED, "id");
    a_statement_that_takes_another_back => VOIDING:
        World::usual().with(ANSWERED, "verb / id", json!(VOIDED));
    an_actor_with_another_name => ACTOR: World::usual().with(ANSWERED, "actor / name", json!("Zoé"));
    an_actor_without_its_name => ACTOR: World::usual().without(ANSWERED, "actor / name");
    an_actor_known_by_mail_instead => ACTOR:
        World::usual().with(ANSWERED, "actor", json!({ "mbox": "mailto:zoe@example.org" }));
    a_statement_without_a_timestamp => TIMESTAMP: World::usual().without(ANSWERED, "timestamp");
    a_timestamp_in_the_zone_of_the_learner => TIMESTAMP_UTC:
        World::usual().with(ANSWERED, "timestamp", json!("2026-11-23T07:00:00.000-05:00"));

    a_verb_of_ours_in_the_category_of_cmi5 => VERB:
        World::usual().broken(ANSWERED, |statement| {
            set(statement, CATEGORY, json!([{ "id": CMI5 }]));
        });
    an_au_that_says_launched => VERB: World::usual().with(TERMINATED, "verb / id", json!(LAUNCHED));
    another_activity_than_that_of_the_launch => OBJECT_ID:
        World::usual().with(TERMINATED, "object / id", json!("https://publisher.example.org/module/au"));
    a_defined_statement_about_a_person => OBJECT:
        World::usual().with(TERMINATED, "object", json!({ "objectType": "Agent", "mbox": "mailto:a@b.ca" }));

    completed_in_browse_mode => BROWSE: {
        let mut world = mode("Browse");
        world.send(world.sample(COMPLETED))
    };
    passed_in_browse_mode => BROWSE: {
        let mut world = mode("Browse");
        world.send(world.sample(PASSED))
    };
    completed_in_review_mode => REVIEW: {
        let mut world = mode("Review");
        world.send(world.sample(COMPLETED))
    };
    failed_in_review_mode => REVIEW: {
        let mut world = mode("Review");
        world.send(world.sample(FAILED))
    };

    a_statement_before_launch_data_is_read => LAUNCH_DATA_NOT_READ: {
        let mut world = World::launched(json!({}));
        world.fetch();
        world.read_preferences();
        let refused = world.send(world.sample(INITIALIZED));
        world.read_launch_data();
        world.say(&[INITIALIZED]);
        refused
    };
    a_statement_before_preferences_are_read => PREFERENCES_NOT_READ: {
        let mut world = World::launched(json!({}));
        world.fetch();
        world.read_launch_data();
        let refused = world.send(world.sample(INITIALIZED));
        world.read_preferences();
        world.say(&[INITIALIZED]);
        refused
    };
    an_answer_before_initialized => BEFORE_INITIALIZED: {
        let mut world = World::started(json!({}));
        let refused = world.send(world.sample(ANSWERED));
        world.say(&[INITIALIZED, ANSWERED]);
        refused
    };
    terminated_before_initialized => BEFORE_INITIALIZED: {
        let mut world = World::started(json!({}));
        world.send(world.sample(TERMINATED))
    };
    an_answer_after_terminated => AFTER_TERMINATED: {
        let mut world = World::usual();
        world.say(&[TERMINATED]);
        world.send(world.sample(ANSWERED))
    };
    terminated_after_terminated => AFTER_TERMINATED: {
        let mut world = World::usual();
        world.say(&[TERMINATED]);
        world.send(world.sample(TERMINATED))
    };
    a_statement_of_a_session_that_was_abandoned => AFTER_ABANDONED: {
        let mut world = World::usual();
        let (first, answer) = (world.session.clone(), world.sample(ANSWERED));
        world.again(json!({}));
        let second = std::mem::replace(&mut world.session, first);
        let refused = world.send(answer);
        world.session = second;
        world.say(&[ANSWERED]);
        refused
    };
    initialized_twice => VERB_TWICE: {
        let mut world = World::usual();
        world.send(world.sample(INITIALIZED))
    };
    completed_twice_in_a_session => VERB_TWICE: {
        let mut world = World::usual();
        world.say(&[COMPLETED]);
        world.send(world.sample(COMPLETED))
    };
    failed_twice_in_a_session => VERB_TWICE: {
        let mut world = World::usual();
        world.say(&[FAILED]);
        world.send(world.sample(FAILED))
    };
    passed_after_failed_in_a_session => PASSED_AND_FAILED: {
        let mut world = World::usual();
        world.say(&[FAILED]);
        world.send(world.sample(PASSED))
    };
    failed_after_passed_in_a_session => PASSED_AND_FAILED: {
        let mut world = World::usual();
        world.say(&[PASSED]);
        world.send(world.sample(FAILED))
    };
    completed_in_two_sessions_of_a_registration => COMPLETED_AGAIN: {
        let mut world = World::usual();
        world.say(&[COMPLETED, TERMINATED]);
        world.again(json!({}));
        world.send(world.sample(COMPLETED))
    };
    passed_in_two_sessions_of_a_registration => PASSED_AGAIN: {
        let mut world = World::usual();
        world.say(&[PASSED, TERMINATED]);
        world.again(json!({}));
        world.send(world.sample(PASSED))
    };
    failed_in_a_session_after_the_one_that_passed => FAILED_AFTER_PASSED: {
        let mut world = World::usual();
        world.say(&[PASSED, TERMINATED]);
        world.again(json!({}));
        world.send(world.sample(FAILED))
    };

    passed_below_the_mastery_score => PASSED_BELOW_MASTERY:
        World::usual().with(PASSED, "result / score / scaled", json!(0.799));
    failed_at_the_mastery_score => FAILED_AT_MASTERY:
        World::usual().with(FAILED, "result / score / scaled", json!(0.8));
    failed_with_a_raw_score_above_the_mastery_score => SCORE_AND_MASTERY:
        World::usual().with(FAILED, "result / score", json!({ "raw": 9, "min": 0, "max": 10 }));
    a_scaled_score_below_zero => SCORE_AND_MASTERY:
        World::usual().with(FAILED, "result / score / scaled", json!(-0.1));
    a_score_on_completed => SCORE_ELSEWHERE:
        World::usual().with(COMPLETED, "result / score", json!({ "scaled": 1 }));
    a_score_on_terminated => SCORE_ELSEWHERE:
        World::usual().with(TERMINATED, "result / score", json!({ "scaled": 1 }));
    a_raw_score_without_its_maximum => RAW_WITHOUT_BOUNDS:
        World::usual().with(PASSED, "result / score", json!({ "scaled": 0.9, "raw": 9, "min": 0 }));
    a_raw_score_without_its_minimum => RAW_WITHOUT_BOUNDS:
        World::usual().with(PASSED, "result / score", json!({ "scaled": 0.9, "raw": 9, "max": 10 }));
    passed_without_success => SUCCESS_OF_PASSED: World::usual().without(PASSED, "result / success");
    passed_with_success_false => SUCCESS_OF_PASSED:
        World::usual().with(PASSED, "result / success", json!(false));
    failed_with_success_true => SUCCESS_OF_FAILED:
        World::usual().with(FAILED, "result / success", json!(true));
    failed_without_a_result => SUCCESS_OF_FAILED: World::usual().without(FAILED, "result");
    completed_with_success => SUCCESS_ELSEWHERE:
        World::usual().with(COMPLETED, "result / success", json!(true));
    terminated_with_success => SUCCESS_ELSEWHERE:
        World::usual().with(TERMINATED, "result / success", json!(false));
    completed_without_completion => COMPLETION_OF_COMPLETED:
        World::usual().without(COMPLETED, "result / completion");
    completed_with_completion_false => COMPLETION_OF_COMPLETED:
        World::usual().with(COMPLETED, "result / completion", json!(false));
    passed_with_completion => COMPLETION_ELSEWHERE:
        World::usual().with(PASSED, "result / completion", json!(true));
    terminated_without_a_duration => DURATION_OF_TERMINATED:
        World::usual().without(TERMINATED, "result / duration");
    terminated_without_a_result => DURATION_OF_TERMINATED: World::usual().without(TERMINATED, "result");
    completed_without_a_duration => DURATION_OF_COMPLETED:
        World::usual().without(COMPLETED, "result / duration");
    passed_without_a_duration => DURATION_OF_PASSED: World::usual().without(PASSED, "result / duration");
    failed_without_a_duration => DURATION_OF_FAILED: World::usual().without(FAILED, "result / duration");

    terminated_without_a_context => CONTEXT: World::usual().without(TERMINATED, "context");
    an_answer_without_a_context => TEMPLATE: World::usual().without(ANSWERED, "context");
    a_statement_without_a_registration => REGISTRATION:
        World::usual().without(ANSWERED, "context / registration");
    a_statement_of_another_registration => REGISTRATION:
        World::usual().with(TERMINATED, "context / registration", json!(fresh()));
    terminated_without_the_grouping_of_the_template => CONTEXT_ACTIVITIES:
        World::usual().without(TERMINATED, GROUPING);
    an_answer_without_the_grouping_of_the_template => TEMPLATE: World::usual().without(ANSWERED, GROUPING);
    an_answer_without_one_activity_of_the_template => TEMPLATE:
        rich().broken(ANSWERED, |statement| remove(statement, &format!("{GROUPING} / 1")));
    activities_put_before_those_of_the_template => TEMPLATE:
        rich().broken(ANSWERED, |statement| {
            let grouping = &mut statement["context"]["contextActivities"]["grouping"];
            grouping.as_array_mut().unwrap().insert(0, json!({ "id": "https://a.ca/module" }));
        });
    a_context_without_the_platform_of_the_template => TEMPLATE:
        rich().without(ANSWERED, "context / platform");
    a_context_without_an_extension_of_the_template => TEMPLATE:
        rich().without(ANSWERED, "context / extensions / https://college.example.org/x/group");
    another_platform_than_that_of_the_template => TEMPLATE_OVERWRITTEN:
        rich().with(ANSWERED, "context / platform", json!("Filière"));
    another_value_of_an_extension_of_the_template => TEMPLATE_OVERWRITTEN:
        rich().with(ANSWERED, "context / extensions / https://college.example.org/x/group", json!({}));
    an_activity_of_the_template_without_its_definition => TEMPLATE_OVERWRITTEN:
        rich().with(ANSWERED, &format!("{GROUPING} / 1"), json!({ "id": "https://college.example.org/c" }));
    initialized_without_the_category_of_cmi5 => CMI5_CATEGORY: {
        let mut world = World::started(json!({}));
        world.without(INITIALIZED, CATEGORY)
    };
    passed_without_the_category_of_cmi5 => CMI5_CATEGORY:
        World::usual().with(PASSED, CATEGORY, json!([{ "id": MOVE_ON }]));
    passed_without_the_category_moveon => MOVE_ON_CATEGORY_MISSING:
        World::usual().with(PASSED, CATEGORY, json!([{ "id": CMI5 }]));
    completed_without_the_category_moveon => MOVE_ON_CATEGORY_MISSING:
        World::usual().with(COMPLETED, CATEGORY, json!([{ "id": CMI5 }]));
    terminated_with_the_category_moveon => MOVE_ON_CATEGORY_ELSEWHERE:
        World::usual().with(TERMINATED, CATEGORY, json!([{ "id": CMI5 }, { "id": MOVE_ON }]));
    an_answer_with_the_category_moveon => MOVE_ON_CATEGORY_ELSEWHERE:
        World::usual().broken(ANSWERED, |statement| {
            set(statement, "result", json!({ "success": true }));
            set(statement, CATEGORY, json!([{ "id": MOVE_ON }]));
        });
    an_answer_without_the_session_id => SESSION_ID:
        World::usual().without(ANSWERED, &format!("context / extensions / {SESSION_ID}"));
    the_session_id_of_another_session => SESSION_ID:
        World::usual().with(TERMINATED, &format!("context / extensions / {SESSION_ID}"), json!(fresh()));
    passed_without_the_mastery_score => MASTERY_EXTENSION:
        World::usual().without(PASSED, &format!("context / extensions / {MASTERY_SCORE}"));
    failed_with_another_mastery_score => MASTERY_EXTENSION:
        World::usual().with(FAILED, &format!("context / extensions / {MASTERY_SCORE}"), json!(0.6));
    a_mastery_score_that_the_lms_did_not_give => MASTERY_EXTENSION: {
        let mut world = World::initialized(json!({}));
        world.with(PASSED, &format!("context / extensions / {MASTERY_SCORE}"), json!(0.6))
    };
}

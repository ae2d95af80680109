//! What is said of a registration at the end.

use serde_json::Value;
use serde_json::json;

use super::requirement;
use super::world::ANSWERED;
use super::world::World;
use super::world::set;
use crate::lrs::cmi5::vocabulary::*;

/// What the tests below tell that no refusal tells.
pub const TOLD: &[&str] = &[
    requirement::TOKEN_NOT_FETCHED,
    requirement::FETCHED_AGAIN,
    requirement::INITIALIZED_MISSING,
    requirement::TERMINATED_MISSING,
];

fn problems(world: &World) -> Vec<String> {
    let verdict = world.verdict();
    let problems = verdict["problems"].as_array().unwrap();
    problems.iter().map(|problem| problem["requirement"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_right_registration_is_told_whole() {
    let mut world = World::usual();
    world.say(&[ANSWERED, COMPLETED, PASSED, TERMINATED]);
    assert_eq!(
        world.verdict(),
        json!({
            "satisfied": true, "completed": true, "passed": true, "moveOn": "CompletedAndPassed",
            "sessions": [{
                "session": world.session, "mode": "Normal", "end": "terminated",
                "verbs": ["initialized", "completed", "passed", "terminated"],
            }],
            "problems": [],
        })
    );
}

#[test]
fn a_launch_of_which_nothing_came_misses_everything() {
    let world = World::launched(json!({}));
    assert_eq!(problems(&world), ["8.1.2.0-4", "10.2.1.0-4", "11.0.0.0-3", "7.1.1.0-1", "7.1.2.0-1"]);
}

#[test]
fn a_session_left_open_misses_terminated() {
    let world = World::usual();
    let message = "« terminated » was never sent";
    let problem = json!({ "session": world.session, "requirement": "7.1.2.0-1", "message": message });
    assert_eq!(world.verdict()["problems"], json!([problem]));
}

#[test]
fn a_token_that_was_asked_for_twice_is_told() {
    let mut world = World::usual();
    world.fetch();
    world.say(&[TERMINATED]);
    assert_eq!(problems(&world), ["8.2.3.0-1"]);
}

#[test]
fn what_was_refused_is_told() {
    let mut world = World::usual();
    assert_eq!(world.without(TERMINATED, "result"), Some("9.5.4.1-1"));
    let address = world.state("suspendData");
    assert_eq!(world.ask("GET", &address, ""), Some("8.1.2.0-2"));
    assert_eq!(problems(&world), ["9.5.4.1-1", "8.1.2.0-2"]);
}

#[test]
fn times_out_of_order_are_told() {
    let mut world = World::usual();
    for (at, verb) in [("11:59", ANSWERED), ("12:02", COMPLETED), ("12:01", TERMINATED)] {
        let mut statement = world.sample(verb);
        set(&mut statement, "timestamp", json!(format!("2026-11-23T{at}:00.000Z")));
        world.accept(statement);
    }
    assert_eq!(problems(&world), ["9.3.0.0-4", "9.3.0.0-5"]);
}

#[test]
fn a_registration_that_was_never_launched_has_no_verdict() {
    let world = World::usual();
    assert_eq!(world.sessions.verdict("x"), None::<Value>);
}

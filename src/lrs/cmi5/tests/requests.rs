//! Requests that break one rule.

use serde_json::json;

use super::world::World;
use super::world::fresh;
use crate::lrs::cmi5::vocabulary::*;
use crate::lrs::encoding;

/// Writes what the learner prefers; right preferences are taken after it.
fn prefer(body: &str) -> Option<&'static str> {
    let mut world = World::usual();
    let address = world.profile();
    let refused = world.ask("PUT", &address, body);
    let right = json!({ "languagePreference": "fr-CA,en", "audioPreference": "off" }).to_string();
    assert_eq!(world.ask("PUT", &address, &right), None);
    refused
}

refused! {
    state_of_another_actor => ACTOR: {
        let mut world = World::usual();
        let mut other = world.launched.clone();
        other.actor["name"] = json!("Zoé");
        let right = std::mem::replace(&mut world.launched, other);
        let address = world.state("suspendData");
        world.launched = right;
        let good = world.state("suspendData");
        assert_eq!(world.ask("GET", &good, ""), None);
        world.ask("GET", &address, "")
    };
    state_of_another_registration => REQUEST_REGISTRATION: {
        let mut world = World::usual();
        let address = world.state("suspendData").replace(&world.launched.registration, &fresh());
        world.ask("PUT", &address, "{}")
    };
    state_without_a_registration => REQUEST_REGISTRATION: {
        let mut world = World::usual();
        let registration = format!("&registration={}", world.launched.registration);
        let address = world.state("suspendData").replace(&registration, "");
        world.ask("GET", &address, "")
    };
    launch_data_that_is_written => LAUNCH_DATA_WRITTEN: {
        let mut world = World::usual();
        let address = world.state(LAUNCH_DATA);
        world.ask("PUT", &address, "{}")
    };
    launch_data_that_is_removed_with_all_the_rest => LAUNCH_DATA_WRITTEN: {
        let mut world = World::usual();
        let address = world.state("x").replace("&stateId=x", "");
        world.ask("DELETE", &address, "")
    };
    statements_of_another_learner => ACTOR: {
        let mut world = World::usual();
        let agent = encoding::query(&[("agent", "{\"mbox\":\"mailto:a@b.ca\"}")]);
        world.ask("GET", &format!("/xapi/statements?{agent}"), "")
    };
    preferences_of_another_learner => PROFILE_AGENT: {
        let mut world = World::usual();
        let pairs = [("agent", "{\"mbox\":\"mailto:a@b.ca\"}"), ("profileId", PREFERENCES)];
        world.ask("GET", &format!("/xapi/agents/profile?{}", encoding::query(&pairs)), "")
    };
    preferences_that_are_no_json => PREFERENCES: prefer("fr");
    preferences_without_audio => PREFERENCES: prefer("{\"languagePreference\":\"fr-CA\"}");
    preferences_with_another_word_for_audio => PREFERENCES:
        prefer("{\"languagePreference\":\"fr-CA\",\"audioPreference\":\"mute\"}");
    languages_that_are_no_tags => LANGUAGE_PREFERENCE:
        prefer("{\"languagePreference\":\"fr_CA\",\"audioPreference\":\"on\"}");
    languages_separated_by_spaces => LANGUAGE_PREFERENCE:
        prefer("{\"languagePreference\":\"fr-CA, en\",\"audioPreference\":\"on\"}");
    state_after_terminated => TOKEN_OVER: {
        let mut world = World::usual();
        let address = world.state("suspendData");
        assert_eq!(world.ask("PUT", &address, "{}"), None);
        world.say(&[TERMINATED]);
        world.ask("PUT", &address, "{}")
    };
}

use super::*;
use crate::state::slot::cap;

/// The vectors that the player's codec is tested on too.
fn vectors() -> Vec<serde_json::Value> {
    let text = include_str!("../../player/test/vectors/state.json");
    serde_json::from_str(text).expect("state.json is a list")
}

#[test]
fn the_worst_case_is_the_one_that_the_player_reaches() {
    for vector in vectors() {
        let schema: Schema = serde_json::from_value(vector["schema"].clone()).unwrap();
        assert_eq!(schema.worst_case() as u64, vector["worst"], "{}", vector["name"]);
    }
}

#[test]
fn a_schema_is_written_as_the_player_reads_it() {
    for vector in vectors() {
        let schema: Schema = serde_json::from_value(vector["schema"].clone()).unwrap();
        assert_eq!(serde_json::to_value(&schema).unwrap(), vector["schema"], "{}", vector["name"]);
    }
}

#[test]
fn a_width_tells_its_values_apart() {
    let widths: Vec<usize> = [0, 1, 2, 3, 4, 5, 8, 9, 256, 257].into_iter().map(width).collect();
    assert_eq!(widths, [0, 0, 1, 2, 2, 3, 3, 4, 8, 9]);
}

#[test]
fn a_text_has_room_for_a_slip_and_grows_by_steps() {
    let caps: Vec<usize> = [0, 18, 19, 26, 27].into_iter().map(|length| cap([length].into_iter())).collect();
    assert_eq!(caps, [24, 24, 32, 32, 40]);
}

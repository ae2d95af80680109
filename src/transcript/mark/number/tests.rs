use serde_json::Value;
use serde_json::json;

use super::*;

/// What was read, in the words of the corpus.
fn read(text: &str, ui: Ui) -> Value {
    match read_number(text, ui) {
        Ok(reading) => json!({
            "value": reading.value + 0.0,
            "digits": reading.digits,
            "exponent": reading.exponent,
            "unit": reading.rest,
            "figures": [reading.significant().0, reading.significant().1],
        }),
        Err(Unread::Unreadable) => json!("unreadable"),
        Err(Unread::Several) => json!("several"),
        Err(Unread::Grouping) => json!("grouping"),
    }
}

/// Whole numbers of JSON are as good as those with a point.
fn with_float(mut entry: Value) -> Value {
    if let Some(value) = entry["value"].as_f64() {
        entry["value"] = json!(value);
    }
    entry
}

#[test]
fn the_corpus_is_read_as_the_player_reads_it() {
    let text = include_str!("../../../../player/test/vectors/numbers.json");
    let corpus: Vec<Value> = serde_json::from_str(text).unwrap();
    assert!(corpus.len() >= 200, "{}", corpus.len());
    for mut entry in corpus {
        let fields = entry.as_object_mut().unwrap();
        let text = fields.remove("text").unwrap();
        let ui = if fields.remove("ui").is_some_and(|ui| ui == "en") { Ui::En } else { Ui::Fr };
        let expected = fields.get("why").cloned().unwrap_or_else(|| with_float(entry));
        assert_eq!(read(text.as_str().unwrap(), ui), expected, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "[-+0-9.,'’ eExX×·10^⁻³²()/$%°Ck\u{a0}\u{2212}]{0,16}") {
        let _ = read_number(&text, Ui::Fr);
        let _ = read_number(&text, Ui::En);
    }
}

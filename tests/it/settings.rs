//! What module.yaml asks of the player reaches it in the same words.

use std::fs;

use filiere::diag::Sink;
use filiere::diag::Sources;
use filiere::package::Entry;
use filiere::pipeline;
use serde_json::Value;
use serde_json::json;

use crate::run;

/// The player's data of the smallest workspace, whose module.yaml ends with `settings`.
fn data(settings: &str) -> Value {
    data_in("", settings)
}

/// The same in a workspace with one more line.
fn data_in(line: &str, settings: &str) -> Value {
    let folder = run::workspace();
    let workspace = folder.path().join("filiere.yaml");
    let text = fs::read_to_string(&workspace).unwrap();
    fs::write(workspace, text + line).unwrap();
    let path = folder.path().join("modules/base/module.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let (before, _) = text.split_once("completion:").unwrap();
    fs::write(&path, format!("{before}{settings}")).unwrap();
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let modules = pipeline::check(folder.path(), &[], &mut sources, &mut sink).unwrap();
    assert!(!sink.has_errors(), "{settings}: {:?}", sink.into_sorted(&sources));
    let package = pipeline::compile(&modules).remove(0).package;
    let Some(Entry::Bytes(page)) = package.get("index.html") else { panic!("a page in memory") };
    let page = std::str::from_utf8(page).unwrap();
    let (_, rest) = page.split_once("id=\"filiere-data\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// The assessment with one more line.
fn assessment(line: &str) -> Value {
    data(&format!("assessment:\n  pass_mark: 60\n  draw: [{{ bank: quiz }}]\n{line}"))["assessment"].take()
}

#[test]
fn every_word_of_an_assessment_reaches_the_player() {
    for (key, words) in [
        ("grading", ["best", "last", "first", "average"]),
        ("feedback", ["immediate", "after-attempt", "after-pass", "never"]),
        ("corrections", ["none", "own", "correct", "worked"]),
    ] {
        let reached = words.map(|word| assessment(&format!("  {key}: {word}\n"))[key].take());
        assert_eq!(reached, words.map(Value::from), "{key}");
    }
    let opens =
        ["after-pages", "always"].map(|word| assessment(&format!("  open: {word}\n"))["afterPages"].take());
    assert_eq!(opens, [json!(true), json!(false)]);
}

#[test]
fn an_assessment_that_says_little_gets_the_defaults_of_the_reference() {
    let expected = json!({
        "pass": 60, "attempts": null, "grading": "best", "feedback": "after-attempt", "corrections": "worked",
        "shuffleQuestions": true, "shuffleOptions": true, "afterPages": false,
        "draws": [{ "bank": "quiz", "pool": ["plus-leger"], "take": 1 }],
    });
    assert_eq!(assessment(""), expected);
}

#[test]
fn what_completes_a_module_is_what_was_written_or_both() {
    let completion = |written: &str| {
        data(&format!("{written}assessment:\n  pass_mark: 60\n  draw: [{{ bank: quiz }}]\n"))["completion"]
            .take()
    };
    let reached =
        ["", "completion: pages\n", "completion: assessment\n", "completion: both\n"].map(completion);
    assert_eq!(reached, ["both", "pages", "assessment", "both"].map(Value::from));
}

#[test]
fn a_workspace_says_what_browsers_keep_and_how_time_counts_unless_a_module_says_otherwise() {
    let said = |workspace: &str, module: &str| {
        let mut data = data_in(workspace, module);
        [data["journal"].take(), data["time"].take()]
    };
    let (usual, other) = ([Value::Null, Value::Null], [json!("off"), json!("wall")]);
    assert_eq!(said("", ""), usual);
    assert_eq!(said("journal: on\nsession_time: active\n", ""), usual);
    assert_eq!(said("journal: off\nsession_time: wall\n", ""), other);
    assert_eq!(said("", "journal: off\nsession_time: wall\n"), other);
    assert_eq!(said("journal: off\nsession_time: wall\n", "journal: on\nsession_time: active\n"), usual);
}

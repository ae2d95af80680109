//! What release.json says of the version before: whether the new one takes its place without loss.

use std::path::Path;

use serde_json::Value;
use serde_json::json;

use crate::lock::edit;
use crate::release::BANK;
use crate::release::MODULE;
use crate::release::record;
use crate::release::release;
use crate::release::workspace;
use crate::run;

#[test]
fn a_changed_text_and_one_more_option_lose_nothing() {
    let found = replaced(&[], |root| {
        edit(
            root,
            BANK,
            "    - [ ] Écroui au quart dur.",
            "    - [ ] Recuit.\n      > C'est O.\n    - [ ] Écroui au quart dur.",
        )
    });
    assert_eq!(found, json!([{ "version": "1.0.0", "lossless": true, "losses": [] }]));
}

#[test]
fn another_option_in_the_place_of_one_is_a_loss() {
    let found = replaced(&["--allow-id-change"], |root| edit(root, BANK, "Écroui au quart dur", "Recuit"));
    assert_eq!(
        found,
        json!([{ "version": "1.0.0", "lossless": false, "losses": [{
            "fr": "«\u{a0}Écroui au quart dur\u{a0}» (lettre b) n'est plus dans la question «\u{a0}t5\u{a0}»\u{a0}: les réponses qui l'avaient choisi seraient perdues",
            "en": "«\u{a0}Écroui au quart dur\u{a0}» (letter b) is no longer in the question «\u{a0}t5\u{a0}»: answers that chose it would be lost",
        }] }])
    );
}

#[test]
fn a_question_that_is_gone_is_a_loss() {
    let found = replaced(&["--allow-id-change"], |root| {
        edit(root, "modules/m/pages/02-series.md", &series(root), "");
    });
    assert_eq!(
        found,
        json!([{ "version": "1.0.0", "lossless": false, "losses": [{
            "fr": "la question «\u{a0}series\u{a0}» n'existe plus\u{a0}: les réponses données seraient perdues",
            "en": "the question «\u{a0}series\u{a0}» is gone: its answers would be lost",
        }] }])
    );
}

#[test]
fn a_renamed_id_is_a_loss() {
    let found = replaced(&["--allow-id-change"], |root| edit(root, BANK, "id: dense", "id: densite"));
    let losses: Vec<&Value> = found[0]["losses"].as_array().unwrap().iter().map(|loss| &loss["en"]).collect();
    assert_eq!(
        (&found[0]["lossless"], losses),
        (
            &json!(false),
            vec![&json!(
                "the question «\u{a0}dense\u{a0}» is gone: attempts under way would lose its answer and count one question less"
            )]
        )
    );
}

#[test]
fn another_address_of_modules_is_a_loss() {
    let found = replaced(&["--allow-id-change"], |root| {
        edit(root, "filiere.yaml", "iri: \"https://essai.ca/\"", "iri: \"https://essai.org/\"")
    });
    assert_eq!(
        found[0]["losses"][0]["en"],
        "the address of modules was «\u{a0}https://essai.ca/\u{a0}», it is «\u{a0}https://essai.org/\u{a0}»: in xAPI stores, answers and grades would stay at the old one"
    );
}

#[test]
fn each_earlier_version_has_a_verdict_of_its_own() {
    let folder = workspace();
    release(folder.path(), &[]);
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    edit(folder.path(), BANK, "id: dense", "id: densite");
    assert_eq!(run::run(folder.path(), &["release", "--allow-id-change"]).code, 0);
    edit(folder.path(), MODULE, "version: 1.1.0", "version: 1.2.0");
    release(folder.path(), &[]);
    let record = record(folder.path());
    let earlier = record["modules"][0]["earlier"].as_array().unwrap();
    let verdicts: Vec<_> = earlier.iter().map(|one| (&one["version"], &one["lossless"])).collect();
    assert_eq!(verdicts, [(&json!("1.0.0"), &json!(false)), (&json!("1.1.0"), &json!(true))]);
}

#[test]
fn the_command_says_what_the_last_version_loses() {
    let folder = workspace();
    let said = |arguments: &[&str]| {
        let run = run::run(folder.path(), &[&["release", "--ui", "en"], arguments].concat());
        run.out.lines().find(|line| line.starts_with("m 1.")).map(str::to_owned)
    };
    assert_eq!(said(&[]).as_deref(), Some("m 1.0.0: first version released"));
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    assert_eq!(said(&[]).as_deref(), Some("m 1.1.0: replaces 1.0.0 without loss"));
    edit(folder.path(), MODULE, "version: 1.1.0", "version: 1.2.0");
    edit(folder.path(), BANK, "id: dense", "id: densite");
    assert_eq!(
        said(&["--allow-id-change"]).as_deref(),
        Some("m 1.2.0: replacing 1.1.0 makes learners lose something (1, see release.json)")
    );
}

/// What the second version's record says of the first, after `change`.
fn replaced(arguments: &[&str], change: fn(&Path)) -> Value {
    let folder = workspace();
    release(folder.path(), &[]);
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    change(folder.path());
    let run = run::run(folder.path(), &[&["release"], arguments].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    record(folder.path())["modules"][0]["earlier"].clone()
}

/// The block of the question `series`, as the page holds it.
pub fn series(root: &Path) -> String {
    let text = std::fs::read_to_string(root.join("modules/m/pages/02-series.md")).unwrap();
    let start = text.find("```{question} series").unwrap();
    let length = text[start + 3..].find("```").unwrap() + 6;
    text[start..start + length].to_owned()
}

//! Whole answers of the command, as a support desk reads them, in both languages and as JSON.

use std::io::Write;
use std::process::Stdio;

use crate::bless;
use crate::run;
use crate::tool;
use crate::transcript::FIRST;
use crate::transcript::SECOND;
use crate::transcript::STATES;
use crate::transcript::packages;

/// Which state of states.json, along which package.
const SAID: &[(&str, usize, &str)] = &[
    ("attempt-under-way", 3, FIRST),
    ("same-version", 100, SECOND),
    ("earlier-version", 3, SECOND),
    ("earlier-version-with-losses", 8, SECOND),
];

pub fn text(at: usize) -> String {
    STATES["states"][at]["text"].as_str().unwrap().to_owned()
}

#[test]
fn what_a_learner_did_is_told_in_french_and_in_english_and_as_json() {
    let folder = packages();
    for (name, at, zip) in SAID {
        let state = text(*at);
        let common = ["decode", &state, "--package", zip];
        for (end, more) in
            [("fr.txt", ["--ui", "fr"]), ("en.txt", ["--ui", "en"]), ("json", ["--format", "json"])]
        {
            let run = run::run(folder.path(), &[&common[..], &more[..]].concat());
            assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}");
            bless::same_file(&tool::repository(&format!("tests/it/transcript/said/{name}.{end}")), &run.out);
        }
    }
}

#[test]
fn what_is_pasted_may_have_quotes_spaces_and_broken_lines_around_it_or_be_a_state_document() {
    let folder = packages();
    let state = text(100);
    let plain = run::run(folder.path(), &["decode", &state, "--package", SECOND, "--format", "json"]);
    let (start, end) = state.split_at(20);
    let forms = [
        format!("\"{state}\""),
        format!("  « {state} »\n"),
        format!("{start}\r\n{end}\n"),
        format!("`{state}`"),
        format!("cmi.suspend_data\t{state}\t2026-11-23"),
        format!("\"cmi.suspend_data\",\"{state}\""),
        format!("[{{\"element\":\"cmi.suspend_data\",\"value\":\"{state}\"}}]"),
    ];
    for form in forms {
        let mut command =
            run::command(folder.path(), &["decode", "-", "--package", SECOND, "--format", "json"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(form.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), plain.out, "{form:?}");
    }
    let document = format!(
        r#"{{"v":1,"state":"{state}","location":"etats","by":"x","passed":true,"completed":false,"best":0.855}}"#
    );
    let run = run::run(folder.path(), &["decode", &document, "--package", SECOND, "--ui", "en"]);
    let plain = run::run(folder.path(), &["decode", &state, "--package", SECOND, "--ui", "en"]);
    let said = "Told the store: passed yes, completed no, best grade 85.5%; states left beside: 0\n";
    assert_eq!(run.out.replacen(said, "", 1), plain.out);
    assert!(run.out.contains(said), "{}", run.out);
}

/// A page that was going could not tell what the store held, and left its state beside it.
#[test]
fn a_state_that_a_page_left_alone_in_a_document_is_read() {
    let folder = packages();
    let state = text(100);
    let document = format!(r#"{{"passed":true,"5f2c":["","{state}"]}}"#);
    let run = run::run(folder.path(), &["decode", &document, "--package", SECOND, "--ui", "fr"]);
    let plain = run::run(folder.path(), &["decode", &state, "--package", SECOND, "--ui", "fr"]);
    let said =
        "Dit au dépôt\u{a0}: réussi oui, terminé non, meilleure note aucune; états laissés à côté\u{a0}: 1\n";
    assert!(run.out.contains(said), "{}", run.out);
    assert_eq!(run.out.replacen(said, "", 1), plain.out);
}

/// Two pages went on from one state, and the store holds what both left.
#[test]
fn states_that_lie_side_by_side_are_joined() {
    let folder = packages();
    let [base, one, two] = [99, 100, 101].map(text);
    let document = format!(r#"{{"state":"{one}","by":"b","a":["{base}","{two}"]}}"#);
    let rows = format!("[{{\"stateId\":\"suspendData\",\"content\":{document}}}]");
    for (end, ui) in [("fr.txt", "fr"), ("en.txt", "en")] {
        let run = run::run(folder.path(), &["decode", &rows, "--package", SECOND, "--ui", ui]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        bless::same_file(
            &tool::repository(&format!("tests/it/transcript/said/side-by-side.{end}")),
            &run.out,
        );
    }
}

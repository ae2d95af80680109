//! The guides of platforms say how each claim is known, and what they call tried is run by a test.

use std::fs;
use std::path::Path;

use crate::run;
use crate::tool;

/// Guides in French and English, what marks a claim that tests prove, and the other marks.
const GUIDES: [(&str, &str, &str, [&str; 4]); 2] = [
    ("docs/fr/guides", "importer-", "essayé", ["vu", "code", "norme", "doc"]),
    ("docs/en/guides", "import-", "tried", ["seen", "code", "standard", "doc"]),
];
/// What follows such a mark: words of the name of that test.
const TIE: &str = "<!-- test: ";

#[test]
fn what_a_guide_calls_tried_is_run_by_a_test_of_that_name() {
    let tests = tests();
    let mut wrong = Vec::new();
    for (folder, prefix, tried, _) in GUIDES {
        for (name, text) in guides(folder, prefix) {
            for rest in claims(&text).split(&format!("**({tried})**")).skip(1) {
                let named = rest.strip_prefix(TIE).and_then(|rest| rest.split(" -->").next());
                match named {
                    Some(test) if tests.contains(test) => {}
                    other => wrong.push((name.clone(), other.map(str::to_owned))),
                }
            }
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn both_languages_claim_the_same_and_know_it_in_the_same_way() {
    let [fr, en] = GUIDES.map(|(folder, prefix, tried, others)| {
        let mut found = Vec::new();
        for (_, text) in guides(folder, prefix) {
            let claims = claims(&text);
            let mut marks: Vec<usize> = others.iter().map(|mark| count(&claims, mark)).collect();
            marks.push(count(&claims, tried));
            let mut ties: Vec<String> = claims.split(TIE).skip(1).map(of_tie).collect();
            ties.sort();
            assert!(marks.iter().sum::<usize>() >= 5, "a guide says how it knows: {marks:?}");
            found.push((marks, ties, claims.matches("\n## ").count(), claims.matches("\n| ").count()));
        }
        found.sort();
        found
    });
    assert_eq!(fr.len(), 9);
    assert_eq!(fr, en);
}

fn of_tie(rest: &str) -> String {
    rest.split(" -->").next().unwrap_or_default().to_owned()
}

fn count(text: &str, mark: &str) -> usize {
    text.matches(&format!("**({mark})**")).count()
}

/// Without the lines that say what each mark means.
fn claims(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("**("));
    lines.map(|line| format!("{line}\n")).collect()
}

fn guides(folder: &str, prefix: &str) -> Vec<(String, String)> {
    let entries = run::entries(&tool::repository(folder));
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let mine = entries.into_iter().filter(|path| name(path).starts_with(prefix));
    mine.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// Every line that names a test, in Rust and in TypeScript.
fn tests() -> String {
    let mut out = String::new();
    for folder in ["tests/it", "tests/e2e", "player/test"] {
        names(&tool::repository(folder), &mut out);
    }
    out
}

fn names(folder: &Path, out: &mut String) {
    for entry in run::entries(folder) {
        if entry.is_dir() {
            names(&entry, out);
        } else if entry.extension().is_some_and(|extension| extension == "rs" || extension == "ts") {
            let text = fs::read_to_string(&entry).unwrap();
            let named = |line: &&str| line.trim_start().starts_with("test(") || line.starts_with("fn ");
            text.lines().filter(named).for_each(|line| out.push_str(line));
        }
    }
}

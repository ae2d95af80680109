//! Every page of the catalogue tells the truth: its example gives its finding, its cure gives none.
//!
//! An example is one file over the module in tests/it/base; of module.yaml and filiere.yaml it
//! shows the keys that differ. A fault that takes several files stands in tests/cases alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use filiere::diag::Code;
use filiere::diag::Language;
use filiere::diag::Severity;
use filiere::diag::Sink;
use filiere::diag::Sources;
use filiere::diag::catalogue;
use filiere::pipeline;
use snapbox::Data;
use snapbox::assert_data_eq;

use crate::run;
use crate::tool;

const LANGUAGES: [Language; 2] = [Language::French, Language::English];

const SECTIONS: [[&str; 6]; 2] = [
    [
        "Ce qui est signalé",
        "Pourquoi c'est un problème",
        "Exemple",
        "Corrigé",
        "Quand l'autoriser",
        "Références",
    ],
    ["What is reported", "Why it is a problem", "Example", "Mended", "When to allow it", "References"],
];

/// What an example is said to give.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Verdict {
    Fails(String),
    Passes,
}

/// A fence of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Example {
    verdict: Verdict,
    file: String,
    text: String,
}

#[test]
fn the_base_module_is_without_a_fault() {
    assert_eq!(found(None), Vec::<String>::new());
}

#[test]
fn every_example_gives_its_finding_and_every_cure_gives_none() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        for example in examples(code.page(Language::French)) {
            let expected = match &example.verdict {
                Verdict::Fails(id) => vec![id.clone()],
                Verdict::Passes => Vec::new(),
            };
            let found = found(Some(&example));
            if found != expected {
                wrong.push(format!("{} {:?}: {found:?}", code.id(), example.verdict));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_page_has_its_title_its_sections_and_the_same_examples_in_both_languages() {
    for code in Code::ALL {
        for (language, sections) in LANGUAGES.into_iter().zip(SECTIONS) {
            let page = code.page(language);
            assert_eq!(page.lines().next(), Some(&*format!("# {} `{}`", code.id(), code.name())));
            let found: Vec<&str> = outside_fences(page).filter_map(|l| l.strip_prefix("## ")).collect();
            assert_eq!(found, sections, "{}", code.id());
        }
        let [french, english] = LANGUAGES.map(|language| examples(code.page(language)));
        assert_eq!(french, english, "{}", code.id());
        let verdicts: Vec<_> = french.into_iter().map(|example| example.verdict).collect();
        let both = [Verdict::Fails(code.id().to_owned()), Verdict::Passes];
        assert!(verdicts.is_empty() || verdicts == both, "{}: {verdicts:?}", code.id());
    }
}

#[test]
fn a_page_says_the_same_thing_in_two_languages_in_other_words() {
    for code in Code::ALL {
        let [french, english] = LANGUAGES.map(|language| {
            let page = code.page(language);
            page.split("\n## ").nth(1).unwrap().split_once("\n\n").unwrap().1.to_owned()
        });
        assert_ne!(french, english, "{}", code.id());
    }
}

#[test]
fn names_and_numbers_are_unique_and_well_formed() {
    let names: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for code in Code::ALL {
        assert!(code.name().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", code.name());
        assert_eq!(Code::find(code.id()), Some(*code));
        assert_eq!(Code::find(code.name()), Some(*code));
    }
    assert!(Code::ALL.is_sorted_by_key(|code| code.id()));
}

#[test]
fn every_code_is_emitted_somewhere() {
    let mut text = String::new();
    read_all(&tool::repository("src"), &mut text);
    let missing: Vec<&str> =
        Code::ALL.iter().map(|code| code.id()).filter(|id| !text.contains(&format!("Code::{id}"))).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn every_code_has_a_case() {
    let mut text = String::new();
    read_all(&tool::repository("tests/cases/err"), &mut text);
    read_all(&tool::repository("tests/cases/inspect"), &mut text);
    read_all(&tool::repository("tests/it/transcript/said"), &mut text);
    read_all(&tool::repository("tests/it/release/said"), &mut text);
    let missing: Vec<&str> = Code::ALL.iter().map(|code| code.id()).filter(|id| !text.contains(id)).collect();
    // A module named on the command line is none of a case's: tests/it/cli.rs holds it.
    assert_eq!(missing, ["FIL9001"]);
}

#[test]
fn the_reference_pages_are_current() {
    for (language, path) in LANGUAGES.into_iter().zip(["docs/fr", "docs/en"]) {
        let file = tool::repository(path).join("reference/codes.md");
        assert_data_eq!(catalogue(language), Data::read_from(&file, None).raw());
    }
}

#[test]
fn errors_are_never_to_be_allowed_and_warnings_sometimes_are() {
    for code in Code::ALL {
        let page = code.page(Language::French);
        let when = page.split("\n## Quand l'autoriser\n\n").nth(1).unwrap();
        assert_eq!(when.starts_with("Jamais"), code.severity() == Severity::Error, "{}", code.id());
    }
}

/// The codes of all findings of the base module, changed by `example`.
fn found(example: Option<&Example>) -> Vec<String> {
    let folder = run::workspace();
    if let Some(example) = example {
        place(example, folder.path());
    }
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let modules = pipeline::check(folder.path(), &[], &mut sources, &mut sink).unwrap();
    assert_eq!(modules.is_empty(), sink.has_errors());
    sink.into_sorted(&sources).iter().map(|f| f.code.id().to_owned()).collect()
}

fn place(example: &Example, root: &Path) {
    let (path, is_part) = match example.file.as_str() {
        "filiere.yaml" => (root.join("filiere.yaml"), true),
        file => (root.join("modules/base").join(file), file == "module.yaml"),
    };
    let text = if is_part {
        overlaid(&fs::read_to_string(&path).unwrap(), &example.text)
    } else {
        example.text.clone()
    };
    fs::write(path, text).unwrap();
}

/// `base` with each top-level key of `part` in place of its own.
fn overlaid(base: &str, part: &str) -> String {
    let keys: BTreeSet<&str> = part.lines().filter_map(key).collect();
    let mut keep = true;
    let mut out = String::new();
    for line in base.lines() {
        if let Some(key) = key(line) {
            keep = !keys.contains(key);
        }
        if keep {
            out.push_str(&format!("{line}\n"));
        }
    }
    out + part
}

fn key(line: &str) -> Option<&str> {
    (!line.starts_with([' ', '-', '#'])).then(|| line.split_once(':')).flatten().map(|(key, _)| key)
}

/// The fences of a page, as ```` ```filiere fails=FIL2101 file=questions/quiz.yaml ````.
fn examples(page: &str) -> Vec<Example> {
    let mut out = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let marks: String = line.chars().take_while(|c| *c == '`').collect();
        let Some(info) = line[marks.len()..].strip_prefix("filiere ").filter(|_| marks.len() > 2) else {
            continue;
        };
        let (verdict, file) = info.split_once(" file=").expect("a fence names its file");
        let verdict = match verdict.strip_prefix("fails=") {
            Some(id) => Verdict::Fails(id.to_owned()),
            None => {
                assert_eq!(verdict, "passes");
                Verdict::Passes
            }
        };
        let text: String =
            lines.by_ref().take_while(|line| *line != marks).map(|l| format!("{l}\n")).collect();
        out.push(Example { verdict, file: file.to_owned(), text });
    }
    out
}

fn outside_fences(page: &str) -> impl Iterator<Item = &str> {
    let mut open = None;
    page.lines().filter(move |line| {
        let marks = line.chars().take_while(|c| *c == '`').count();
        match open {
            None if marks >= 3 => open = Some(marks),
            Some(fence) if marks == fence => open = None,
            _ => return open.is_none(),
        }
        false
    })
}

fn read_all(folder: &Path, out: &mut String) {
    for (entry, _) in entries(folder) {
        if entry.is_dir() {
            read_all(&entry, out);
        } else if entry.extension().is_some_and(|e| e == "rs" || e == "txt") {
            out.push_str(&fs::read_to_string(entry).unwrap());
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "no test depends on the order")]
fn entries(folder: &Path) -> Vec<(std::path::PathBuf, std::ffi::OsString)> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.path(), entry.file_name())).collect()
}

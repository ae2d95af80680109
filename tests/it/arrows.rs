//! The arrows between the parts of the crate are those of docs/dev/architecture.md, and no others.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::tool;

type Arrows = BTreeMap<String, BTreeSet<String>>;

#[test]
fn every_arrow_of_the_crate_is_in_the_table_of_the_architecture() {
    let table = table(&fs::read_to_string(tool::repository("docs/dev/architecture.md")).unwrap());
    let mut files = Vec::new();
    rust_files(&tool::repository("src"), "", &mut files);
    let wrong: Vec<String> = files.iter().flat_map(|(path, text)| violations(path, text, &table)).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn an_arrow_that_the_table_lacks_is_refused() {
    let table = table(
        "| `diag` | words | – |\n| `source` | drafts | diag |\n| `render` | pages | source (Object) |\n",
    );
    let text = "use crate::source::Object;\n//! crate::source is fine in a comment\nfn f(_: crate::render::Html) {}\n";
    assert_eq!(
        violations("diag/human.rs", text, &table),
        ["diag/human.rs:1: diag uses source", "diag/human.rs:3: diag uses render"]
    );
    assert_eq!(violations("render/page.rs", "use crate::source::Object;\n", &table), Vec::<String>::new());
}

#[test]
fn the_table_names_every_part_of_the_crate_and_no_other() {
    let table = table(&fs::read_to_string(tool::repository("docs/dev/architecture.md")).unwrap());
    let root = fs::read_to_string(tool::repository("src/lib.rs")).unwrap();
    let parts = root.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    assert_eq!(table.keys().map(String::as_str).collect::<BTreeSet<_>>(), parts.collect());
}

#[test]
fn a_path_that_climbs_out_of_its_part_is_refused() {
    let table = table("| `diag` | words | – |\n");
    let climbing = |path| violations(path, "use super::source;\npub(super) fn f() {}\n", &table);
    assert_eq!(climbing("diag.rs"), ["diag.rs:1: super leaves diag"]);
    assert_eq!(climbing("diag/mod.rs"), ["diag/mod.rs:1: super leaves diag"]);
    assert_eq!(climbing("diag/human.rs"), Vec::<String>::new());
    let far = violations("diag/human/words.rs", "use super::super::super::source;\n", &table);
    assert_eq!(far, ["diag/human/words.rs:1: super leaves diag"]);
}

#[test]
fn several_paths_in_one_use_are_refused() {
    let table = table("| `diag` | words | – |\n");
    assert_eq!(
        violations("diag/human.rs", "use crate::{diag::Sink, text};\n", &table),
        ["diag/human.rs:1: one path per use"]
    );
}

#[test]
fn a_part_that_the_table_does_not_name_is_refused() {
    let table = table("| `diag` | words | – |\n");
    assert_eq!(violations("utils.rs", "use crate::diag::Sink;\n", &table), ["utils.rs:1: utils uses diag"]);
}

/// What each part may use, read from the rows `| part | duty | may use |`.
fn table(page: &str) -> Arrows {
    let mut arrows = Arrows::new();
    for row in page.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [parts, _, uses] = cells[..] else { continue };
        let above: BTreeSet<String> = arrows.keys().cloned().collect();
        for part in parts.split(',').map(|part| part.trim().trim_matches('`')) {
            arrows.insert(part.to_owned(), allowed(uses, &above));
        }
    }
    assert!(arrows.contains_key("diag"), "the table of parts was not found");
    arrows
}

fn allowed(uses: &str, above: &BTreeSet<String>) -> BTreeSet<String> {
    if ["all above", "pipeline and below", "everything"].contains(&uses) {
        return above.clone();
    }
    let name = |word: &str| word.split_whitespace().next().map(|w| w.trim_matches('`').to_owned());
    uses.split(',').filter_map(name).filter(|name| name != "–").collect()
}

/// Arrows of one file, as `path:line: part uses part`, that the table does not allow.
fn violations(path: &str, text: &str, table: &Arrows) -> Vec<String> {
    let part = path.split(['/', '.']).next().unwrap();
    let allowed = table.get(part);
    let depth = path.split('/').count() - usize::from(path.ends_with("/mod.rs"));
    let climb = "super::".repeat(depth);
    let mut wrong = Vec::new();
    for (index, line) in text.lines().enumerate() {
        // Tests stand at the end of a file, and may make their input with any stage.
        if line.trim() == "#[cfg(test)]" {
            break;
        }
        if line.trim_start().starts_with("//") {
            continue;
        }
        let at = format!("{path}:{}", index + 1);
        if line.contains("crate::{") {
            wrong.push(format!("{at}: one path per use"));
        }
        if line.contains(&climb) {
            wrong.push(format!("{at}: super leaves {part}"));
        }
        for used in line.split("crate::").skip(1).filter_map(name) {
            if used != part && !allowed.is_some_and(|allowed| allowed.contains(used)) {
                wrong.push(format!("{at}: {part} uses {used}"));
            }
        }
    }
    wrong
}

/// The part at the start of a path; the macro `text!` is exported at the root and belongs to `diag`.
fn name(path: &str) -> Option<&str> {
    let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(path.len());
    let name = &path[..end];
    let name = if name == "text" { "diag" } else { name };
    (!name.is_empty()).then_some(name)
}

/// Every file of the crate but its root, `main.rs` and files of tests alone.
#[expect(clippy::disallowed_methods, reason = "the list is sorted before it is used")]
fn rust_files(folder: &Path, prefix: &str, out: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let file = entry.file_name().into_string().unwrap();
        let path = format!("{prefix}{file}");
        if entry.file_type().unwrap().is_dir() {
            if file != "tests" {
                rust_files(&entry.path(), &format!("{path}/"), out);
            }
        } else if file.ends_with(".rs") && !["lib.rs", "main.rs", "tests.rs"].contains(&file.as_str()) {
            out.push((path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    out.sort();
}

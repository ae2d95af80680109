//! The documentation tells the truth: its links lead somewhere, its commands print what it shows.
//!
//! A ```` ```console ```` block that starts with `$ filiere` is run over the module of tests/it/base.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::bless;
use crate::run;
use crate::tool;

#[test]
fn every_internal_link_leads_to_a_file_and_to_a_heading_of_it() {
    let mut wrong = Vec::new();
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for link in links(&text).filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { page.clone() } else { page.parent().unwrap().join(path) };
            let known = target.exists() && (anchor.is_empty() || has_heading(&target, anchor));
            if !known {
                wrong.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn commands_of_the_documentation_print_what_it_shows() {
    let mut ran = 0;
    for page in pages() {
        for (command, shown) in commands(&fs::read_to_string(&page).unwrap()) {
            let folder = run::workspace();
            let english = page.starts_with(tool::repository("docs/en")) || page.ends_with("README.md");
            let ui: &[&str] = if english { &["--ui", "en"] } else { &["--ui", "fr"] };
            let words: Vec<&str> = ui.iter().copied().chain(command.split_whitespace()).collect();
            let run = run::run(folder.path(), &words);
            assert_eq!(run.out + &run.err, shown, "{}: filiere {command}", page.display());
            ran += 1;
        }
    }
    assert!(ran >= 2, "the lesson shows commands in both languages");
}

#[test]
fn the_readmes_show_what_the_first_command_says() {
    for (page, ui) in [("README.md", "en"), ("LISEZMOI.md", "fr")] {
        let (path, folder) = (tool::repository(page), tempfile::tempdir().unwrap());
        let root = tool::repository(".").display().to_string();
        let arguments = ["--ui", ui, "-C", &root, "build", "-o", "dist"];
        let said = run::command(folder.path(), &arguments).output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let (before, rest) = text.split_once("```text\ndist/").expect("the sample starts with a path");
        let (_, after) = rest.split_once("```").expect("the sample ends");
        let shown: String = said.split_inclusive('\n').map(without_hash).collect();
        bless::same_file(&path, &format!("{before}```text\n{shown}```{after}"));
    }
}

/// The line of the hash as the README shows it: another one at each change.
fn without_hash(line: &str) -> &str {
    if line.starts_with("  SHA-256 ") { "  SHA-256 …\n" } else { line }
}

#[test]
fn a_link_to_nothing_and_a_heading_that_is_not_there_are_seen() {
    let found: Vec<&str> = links("[a](b.md) `[c](d.md)` ![e](f.svg)\n```\n[g](h.md)\n```\n").collect();
    assert_eq!(found, ["b.md", "f.svg"]);
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("a.md");
    fs::write(&page, "# L'état, d'abord\n").unwrap();
    assert!(has_heading(&page, "létat-dabord"));
    assert!(!has_heading(&page, "etat"));
}

/// README, LISEZMOI, CONTRIBUTING and every page of docs/.
fn pages() -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> =
        ["README.md", "LISEZMOI.md", "CONTRIBUTING.md"].map(tool::repository).to_vec();
    markdown(&tool::repository("docs"), &mut out);
    out
}

fn markdown(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in run::entries(folder) {
        if entry.is_dir() {
            markdown(&entry, out);
        } else if entry.extension().is_some_and(|extension| extension == "md") {
            out.push(entry);
        }
    }
}

/// Targets of links and pictures outside code.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let mut fence = false;
    let lines = text.lines().filter(move |line| {
        let marks = line.trim_start().starts_with("```");
        fence ^= marks;
        !fence && !marks
    });
    // Every other part between backquotes is code.
    let prose = lines.flat_map(|line| line.split('`').step_by(2));
    prose.flat_map(|part| part.split("](").skip(1)).filter_map(|rest| rest.split(')').next())
}

/// Whether a page has a heading whose anchor, made as on GitHub, is `anchor`.
fn has_heading(page: &Path, anchor: &str) -> bool {
    let text = fs::read_to_string(page).unwrap();
    let kept = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == ' ';
    let slug = |title: &str| {
        let kept: String = title.to_lowercase().chars().filter(|c| kept(*c)).collect();
        kept.replace(' ', "-")
    };
    text.lines()
        .filter_map(|line| line.trim_start_matches('#').strip_prefix(' '))
        .any(|t| slug(t.trim()) == anchor)
}

/// Each `$ filiere …` of a console block, with what the block shows under it.
fn commands(text: &str) -> Vec<(String, String)> {
    let blocks = text.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next());
    let runs = blocks.filter_map(|block| block.strip_prefix("$ filiere "));
    runs.map(|run| {
        let (command, shown) = run.split_once('\n').unwrap_or((run, ""));
        (command.to_owned(), shown.to_owned())
    })
    .collect()
}

/// Words between quotes that open a row of a table.
fn notices(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let rest = line.strip_prefix("| « ").or_else(|| line.strip_prefix("| “"))?;
        let cell = rest.split(" | ").next()?;
        cell.strip_suffix(" »").or_else(|| cell.strip_suffix('”'))
    })
}

#[test]
fn the_guides_of_xapi_quote_what_learners_see() {
    for (page, strings) in
        [("fr/guides/importer-un-paquet-xapi", "fr"), ("en/guides/import-an-xapi-package", "en")]
    {
        let strings = tool::repository(&format!("player/src/strings/{strings}.json"));
        let known: BTreeMap<String, String> = serde_json::from_slice(&fs::read(strings).unwrap()).unwrap();
        let text = fs::read_to_string(tool::repository(&format!("docs/{page}.md"))).unwrap();
        let text = text.replace('\u{a0}', " ");
        let said = |words: &&str| known.values().any(|value| value.replace('\u{a0}', " ").starts_with(words));
        let (right, wrong): (Vec<&str>, Vec<&str>) = notices(&text).partition(said);
        assert_eq!((right.len(), wrong), (7, Vec::<&str>::new()), "{page}");
    }
}

#[test]
fn the_guides_of_xapi_name_every_verb_that_the_player_sends() {
    let player = fs::read_to_string(tool::repository("player/src/lms/xapi/verbs.ts")).unwrap();
    let (_, table) = player.split_once("FRENCH = {\n").unwrap();
    let lines = table.lines().take_while(|line| line.starts_with("  "));
    let mut sent: Vec<&str> = lines.map(|line| line.trim().split(':').next().unwrap()).collect();
    sent.sort_unstable();
    for (page, heading) in [
        ("fr/guides/importer-un-paquet-xapi", "## Les traces que reçoit le LRS"),
        ("en/guides/import-an-xapi-package", "## The statements that the LRS receives"),
    ] {
        let text = fs::read_to_string(tool::repository(&format!("docs/{page}.md"))).unwrap();
        let (_, section) = text.split_once(heading).unwrap();
        let (section, _) = section.split_once("\n## ").unwrap();
        let cells = section.lines().filter_map(|line| line.strip_prefix("| `")?.split(" | ").next());
        let mut told: Vec<&str> =
            cells.flat_map(|cell| cell.split(", ").map(|verb| verb.trim_matches('`'))).collect();
        told.sort_unstable();
        assert_eq!(told, sent, "{page}");
    }
}

//! Small workspaces, each with one fault: what `check` says of it, whole, with exact places.
//!
//! A case is a folder that holds only what shows the fault; `DEFAULTS` fills in the rest.
//! `setup.txt` makes what git cannot hold: `copy from to`, `move from to`,
//! `link target name`, `crlf name` (and a byte order mark), `size name bytes`, `latin1 name`, `mkdir name`; and `without path` drops a default file.
//! A case with `release.txt` is judged as a release judges it; one with `allow-id-change.txt`, with that option.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use filiere::check::IdChange;
use filiere::diag::Code;
use filiere::diag::Diagnostic;
use filiere::diag::Format;
use filiere::diag::Sink;
use filiere::diag::Sources;
use filiere::diag::Style;
use filiere::diag::Text;
use filiere::diag::render;
use filiere::pipeline;
use filiere::pipeline::Purpose;
use filiere::pipeline::Terms;

use crate::bless;

/// Files of a case that writes none of its own at that place.
const DEFAULTS: &[(&str, &str)] = &[
    (
        "filiere.yaml",
        "filiere: 1\npublisher: { name: Essai, organization: Essai, url: \"https://essai.ca/\" }\n\
         iri: \"https://essai.ca/\"\nlanguage: fr-CA\nlicence: CC-BY-4.0\n",
    ),
    (
        "modules/m/module.yaml",
        "id: m\nversion: 1.0.0\ndate: 2026-11-22\ntitle: Essai\ndescription: |\n  Un essai.\n\
         kind: theory\nduration: 10 min\n",
    ),
    ("modules/m/pages/01-page.md", "# Une page\n\nDu texte.\n"),
];

/// Findings whose message itself says what is expected.
const EXPECTATIONS: &[Code] = &[Code::FIL1010, Code::FIL1013, Code::FIL1025];

#[test]
fn every_faulty_workspace_gets_exactly_its_findings() {
    let folder = cases("err");
    let outcomes: Vec<_> = folders(&folder).iter().filter_map(|case| judge(case)).collect();
    assert!(outcomes.is_empty(), "{}", outcomes.join("\n"));
}

#[test]
fn every_right_workspace_gets_no_finding() {
    for case in folders(&cases("ok")) {
        let (found, modules) = findings(&case);
        assert_eq!((found.as_str(), modules), ("", 1), "{}", case.display());
        assert!(!case.join("expected.txt").exists(), "{}: nothing is expected", case.display());
    }
}

#[test]
fn every_finding_is_worded_by_the_house_rules() {
    let cases = folders(&cases("err"));
    let broken: Vec<_> = cases.iter().flat_map(|case| check_case(case).findings).collect();
    let mut broken: Vec<_> = broken.iter().flat_map(wording).collect();
    broken.sort();
    broken.dedup();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What is wrong with a faulty case: other findings than expected, or a module in spite of an error.
fn judge(case: &Path) -> Option<String> {
    let (found, modules) = findings(case);
    let name = case.file_name().unwrap().to_string_lossy();
    let has_error = found.lines().any(|line| line.contains(": error FIL"));
    if has_error == (modules > 0) {
        return Some(format!("== {name}: {modules} module(s) in spite of the findings\n{found}"));
    }
    let path = case.join("expected.txt");
    if bless::blessing() {
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let missing =
        expected.lines().filter(|line| !found.lines().any(|l| l == *line)).map(|l| format!("- {l}\n"));
    let surplus =
        found.lines().filter(|line| !expected.lines().any(|l| l == *line)).map(|l| format!("+ {l}\n"));
    let diff: String = missing.chain(surplus).collect();
    (expected != found || found.is_empty())
        .then(|| format!("== {name} (make bless, then read the diff)\n{diff}"))
}

/// The findings of a case, one a line, and how many modules are valid.
fn findings(case: &Path) -> (String, usize) {
    let Judged { findings, sources, valid } = check_case(case);
    let style = Style { format: Format::Short, ..Style::default() };
    (render(&findings, &sources, style), valid)
}

struct Judged {
    findings: Vec<Diagnostic>,
    sources: Sources,
    valid: usize,
}

fn check_case(case: &Path) -> Judged {
    let root = workspace(case);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let mut terms = Terms::default();
    if case.join("release.txt").exists() {
        terms.purpose = Purpose::Release;
    }
    if case.join("allow-id-change.txt").exists() {
        terms.ids = IdChange::Allowed;
    }
    let modules = pipeline::check_for(terms, root.path(), &[], &mut sources, &mut sink).unwrap();
    let valid = if sink.has_errors() { 0 } else { modules.len() };
    Judged { findings: sink.into_sorted(&sources), sources, valid }
}

/// The house rules of messages that a finding breaks.
pub fn wording(finding: &Diagnostic) -> Vec<String> {
    let code = finding.code.id();
    let mut broken = Vec::new();
    let texts = finding.hints.iter().chain([&finding.message]).chain(finding.related.iter().map(|(_, t)| t));
    for Text { fr, en } in texts {
        let spaced = [" ;", " ?", " :", " %", "« ", " »"].iter().any(|s| fr.contains(s));
        let capital = fr.starts_with(char::is_uppercase) && !fr.starts_with("Moodle");
        if fr == en || fr.ends_with('.') || en.ends_with('.') || spaced || capital {
            broken.push(format!("{code}: {fr} / {en}"));
        }
    }
    if finding.hints.is_empty() && finding.related.is_empty() && !EXPECTATIONS.contains(&finding.code) {
        broken.push(format!("{code} has no cure: {}", finding.message.fr));
    }
    broken
}

/// The case in a folder of its own, with the default files that it leaves out.
pub fn workspace(case: &Path) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let mut files = BTreeMap::new();
    collect(case, case, &mut files);
    let setup = files.remove("setup.txt").map(|bytes| String::from_utf8(bytes).unwrap()).unwrap_or_default();
    ["expected.txt", "release.txt", "allow-id-change.txt"].iter().for_each(|name| drop(files.remove(*name)));
    for (path, text) in DEFAULTS {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let own_pages = path.contains("/pages/") && files.keys().any(|f| f.starts_with(folder));
        let dropped = setup.lines().any(|line| line == format!("without {path}"));
        if !own_pages && !dropped {
            files.entry((*path).to_owned()).or_insert_with(|| text.as_bytes().to_vec());
        }
    }
    for (path, bytes) in &files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    setup.lines().for_each(|line| apply(line, root.path()));
    root
}

fn apply(line: &str, root: &Path) {
    match line.split(' ').collect::<Vec<_>>()[..] {
        ["copy", from, to] => {
            fs::copy(root.join(from), root.join(to)).unwrap();
        }
        ["move", from, to] => fs::rename(root.join(from), root.join(to)).unwrap(),
        ["crlf", name] => {
            let text = fs::read_to_string(root.join(name)).unwrap();
            fs::write(root.join(name), format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
        }
        ["link", target, name] => std::os::unix::fs::symlink(target, root.join(name)).unwrap(),
        ["size", name, bytes] => {
            fs::File::create(root.join(name)).unwrap().set_len(bytes.parse().unwrap()).unwrap();
        }
        ["mkdir", name] => fs::create_dir_all(root.join(name)).unwrap(),
        ["latin1", name] => fs::write(root.join(name), b"\xe9t\xe9\n").unwrap(),
        ["without", _] => {}
        _ => panic!("setup.txt: {line}"),
    }
}

pub fn cases(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(kind)
}

/// The folders in `folder`, sorted; there is at least one.
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    let folders: Vec<_> = bless::names(folder).iter().map(|name| folder.join(name)).collect();
    assert!(!folders.is_empty(), "{} holds no case", folder.display());
    folders
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for name in bless::names(folder) {
        let path = folder.join(name);
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let relative = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(relative, fs::read(&path).unwrap());
        }
    }
}

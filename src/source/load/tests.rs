//! Tests of reading a workspace from disk.

use std::fs;

use super::*;

const WORKSPACE: &str = "filiere: 1\npublisher: { name: A, organization: B, url: \"https://a.example\" }\niri: \"https://a.example/\"\nlanguage: fr-CA\nlicence: CC0-1.0\n";
const MODULE: &str =
    "id: m\nversion: 1.0.0\ndate: 2026-11-22\ntitle: M\ndescription: d\nkind: theory\nduration: 5 min\n";

struct Loaded {
    draft: WorkspaceDraft,
    /// `path:line:column code`, or the French message of a finding without place.
    findings: Vec<String>,
}

fn loaded(files: &[(&str, &[u8])], links: &[(&str, &str)]) -> Loaded {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("the path has a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
    for (link, target) in links {
        std::os::unix::fs::symlink(target, folder.path().join(link)).expect("a link can be made");
    }
    let mut sources = Sources::default();
    let mut sink = Sink::default();
    let draft = load(folder.path(), &mut sources, &mut sink).expect("the folder can be read");
    let findings = sink.into_sorted(&sources).into_iter().map(|f| match f.span {
        None => format!("{} {}", f.code.id(), f.message.en.replace('\u{a0}', " ")),
        Some(span) => {
            let place = sources.place(span.file, span.start);
            format!("{}:{}:{} {}", sources.path(span.file), place.line, place.column, f.code.id())
        }
    });
    Loaded { draft, findings: findings.collect() }
}

#[test]
fn a_workspace_is_read_in_the_order_of_names_and_leftovers_are_ignored() {
    let found = loaded(
        &[
            ("filiere.yaml", WORKSPACE.as_bytes()),
            ("modules/m/module.yaml", MODULE.as_bytes()),
            ("modules/m/pages/02-b.md", b"# B\n"),
            ("modules/m/pages/01-a.md", b"# A\r\n"),
            ("modules/m/pages/.01-a.md.swp", b"\xff"),
            ("modules/m/questions/q.yaml", b"- id: v\n  type: true-false\n  prompt: p\n  answer: true\n"),
            (
                "modules/m/questions/j.json",
                b"[{\"id\": \"w\", \"type\": \"true-false\", \"prompt\": \"p\", \"answer\": true}]",
            ),
            ("modules/m/glossary.yaml", b"- term: t\n  text: x\n"),
            ("modules/m/assets/e\u{301}.csv", b"a,b\n"),
            ("modules/m/assets/photo.jpg", b"\xff\xd8"),
            ("modules/m/Thumbs.db", b"\xff"),
        ],
        &[],
    );
    assert_eq!(found.findings, Vec::<String>::new());
    assert_eq!(found.draft.folders, ["m"]);
    let module = &found.draft.modules[0];
    let pages: Vec<_> = module.pages.iter().map(|p| (p.name.as_str(), p.text.text())).collect();
    assert_eq!(pages, [("01-a", "# A\n"), ("02-b", "# B\n")]);
    let banks: Vec<_> = module.banks.iter().map(|b| (b.name.as_str(), b.questions.len(), b.whole)).collect();
    assert_eq!(banks, [("j", 1, true), ("q", 1, true)]);
    assert_eq!(module.glossary.len(), 1);
    let files: Vec<_> = module.files.iter().map(|f| (f.path.as_str(), f.length, f.text.is_some())).collect();
    assert_eq!(files, [("assets/photo.jpg", 2, false), ("assets/é.csv", 4, true)]);
    assert!(module.is_whole());
}

#[test]
fn what_cannot_be_read_is_reported_where_it_starts() {
    let found = loaded(
        &[
            ("modules/m/module.yaml", b"id: m\ntitle: \xe9t\xe9\n"),
            ("modules/m/pages/01-a.md", b"# A\n\nb\x07c\n"),
            ("modules/m/questions/q.yaml", b"- id: v\n type: x\n"),
            ("modules/n/pages/01-a.md", b"# A\n"),
        ],
        &[],
    );
    assert_eq!(
        found.findings,
        [
            "FIL1001 the folder modules/n has no module.yaml",
            "FIL1022 no filiere.yaml here",
            "modules/m/module.yaml:2:8 FIL1001",
            "modules/m/pages/01-a.md:3:2 FIL1021",
            "modules/m/questions/q.yaml:2:2 FIL1002",
        ]
    );
    let unread: Vec<_> = found.draft.modules[0].unread.iter().map(String::as_str).collect();
    assert_eq!(unread, ["module.yaml", "questions/q.yaml"]);
}

#[test]
fn a_link_that_leaves_the_module_is_flagged_and_never_followed() {
    let found = loaded(
        &[
            ("filiere.yaml", WORKSPACE.as_bytes()),
            ("modules/m/module.yaml", MODULE.as_bytes()),
            ("modules/m/assets/b.csv", b"x"),
        ],
        &[
            ("modules/m/assets/a.csv", "b.csv"),
            ("modules/m/assets/out.csv", "../../../filiere.yaml"),
            ("modules/m/assets/all", "/"),
            ("modules/m/assets/itself", "."),
            ("modules/m/references.yaml", "../../filiere.yaml"),
        ],
    );
    assert_eq!(found.findings, ["modules/m/references.yaml:1:1 FIL2006"]);
    let files: Vec<_> =
        found.draft.modules[0].files.iter().map(|f| (f.path.as_str(), f.outside, f.text.is_some())).collect();
    assert_eq!(
        files,
        [
            ("assets/a.csv", false, true),
            ("assets/all", true, false),
            ("assets/b.csv", false, true),
            ("assets/out.csv", true, false),
        ]
    );
}

#[test]
fn a_module_that_was_not_named_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for path in ["filiere.yaml", "modules/m/module.yaml", "modules/n/module.yaml"] {
        let text = if path.contains("/n/") {
            "id: ["
        } else if path.contains("/m/") {
            MODULE
        } else {
            WORKSPACE
        };
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("the path has a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let draft = load_only(folder.path(), &["m".to_owned()], &mut sources, &mut sink).expect("it can be read");
    assert_eq!(sink.into_sorted(&sources), []);
    assert_eq!(draft.folders, ["m", "n"]);
    assert_eq!(draft.modules.iter().map(|m| m.folder.as_str()).collect::<Vec<_>>(), ["m"]);
}

#[test]
fn a_folder_that_does_not_exist_is_an_error_of_the_machine() {
    let found = load(Path::new("/nowhere/at/all"), &mut Sources::default(), &mut Sink::default());
    assert_eq!(found.expect_err("there is no such folder").path, Path::new("/nowhere/at/all"));
}

#[test]
fn the_modules_of_this_repository_are_read_without_a_finding() {
    let mut sources = Sources::default();
    let mut sink = Sink::default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let draft = load(root, &mut sources, &mut sink).expect("the repository can be read");
    assert_eq!(sink.into_sorted(&sources), []);
    assert!(draft.modules.iter().all(ModuleDraft::is_whole));
}

//! What `filiere diff` says of two packages: whole outputs in both languages, and the exit code that CI
//! reads; the verdict is held to what `filiere lock` refuses.

use std::fs;
use std::path::Path;

use filiere::release::Edition;
use filiere::release::EditionFile;
use filiere::release::EditionModule;
use filiere::release::EditionPackage;
use filiere::release::EditionPublisher;
use filiere::release::Usage;
use tempfile::TempDir;

use crate::bless;
use crate::lock::edit;
use crate::release::described::faults_by;
use crate::run;
use crate::tool;

const MODULE: &str = "modules/essai/module.yaml";
const ETATS: &str = "modules/essai/pages/etats.md";
const BILAN: &str = "modules/essai/pages/bilan.md";
const QUIZ: &str = "modules/essai/questions/quiz.yaml";
const SUMS: &str = "modules/essai/questions/calculs.yaml";
const FIRST: &str = "dist/essai-1.0.0-fr-CA-scorm12.zip";
const SECOND: &str = "dist/essai-1.1.0-fr-CA-scorm12.zip";

/// A name, what happens to the released workspace, and the exit code.
type Case = (&'static str, fn(&Path), i32);

const CASES: &[Case] = &[
    (
        "text-mended",
        |root| {
            edit(root, BILAN, "# Le bilan\n", "# Le bilan\n\nUn texte de plus.\n");
            edit(root, ETATS, "Que signifie T5?", "Que signifie l'état T5?");
        },
        0,
    ),
    ("option-changed", |root| edit(root, ETATS, "Écroui au quart dur.", "Recuit complet."), 1),
    ("question-removed", |root| cut(root, QUIZ, "- id: etat\n", None), 1),
    ("question-renamed", |root| edit(root, QUIZ, "id: dense", "id: densite"), 1),
    (
        "rules-changed",
        |root| {
            edit(root, MODULE, "pass_mark: 60", "pass_mark: 80");
            edit(root, MODULE, "attempts: 3", "attempts: unlimited");
            edit(root, MODULE, "shuffle: [questions, options]", "shuffle: []");
        },
        0,
    ),
    (
        "answers-changed",
        |root| {
            edit(root, QUIZ, "  answer: true", "  answer: false");
            edit(root, QUIZ, "    - [x] O\n", "    - [ ] O\n      > Non.\n");
            edit(root, QUIZ, "    - [ ] F\n      > F veut dire brut de fabrication.\n", "    - [x] F\n");
            edit(root, SUMS, "tolerance: 0.05", "tolerance: 0.1");
            edit(root, SUMS, "points: 3", "points: 2");
            edit(root, SUMS, "[alumine]", "[alumine, Al2O3]");
        },
        0,
    ),
    (
        "page-removed-and-others-moved",
        |root| {
            edit(root, MODULE, "  - etats\n  - series\n  - bilan\n", "  - bilan\n  - etats\n");
            fs::remove_file(root.join("modules/essai/pages/series.md")).unwrap();
        },
        1,
    ),
    (
        "objective-renamed",
        |root| {
            for file in [MODULE, SUMS] {
                edit(root, file, "calculer\n", "chiffrer\n");
            }
        },
        1,
    ),
    ("released-without-a-lock", forgotten, 1),
];

/// The next version puts a page in front, and nobody wrote down what the first one promised.
fn forgotten(root: &Path) {
    fs::remove_file(root.join("filiere.lock")).unwrap();
    fs::write(root.join("modules/essai/pages/avant.md"), "# Avant\n\nDu texte.\n").unwrap();
    edit(root, MODULE, "pages:\n", "pages:\n  - avant\n");
}

/// Takes a question out of a bank, up to the next one.
fn cut(root: &Path, path: &str, from: &str, to: Option<&str>) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    let start = text.find(from).unwrap();
    let end = to.map_or(text.len(), |to| text.find(to).unwrap());
    fs::write(root.join(path), format!("{}{}", &text[..start], &text[end..])).unwrap();
}

fn released() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    run::copy(&tool::repository("tests/it/transcript/workspace"), folder.path());
    assert_eq!(run::run(folder.path(), &["lock"]).code, 0);
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    folder
}

#[test]
fn what_changed_is_told_whole_with_a_verdict_that_agrees_with_the_lock() {
    for (name, change, code) in CASES {
        let folder = released();
        let root = folder.path();
        change(root);
        edit(root, MODULE, "version: 1.0.0", "version: 1.1.0");
        let refused = run::run(root, &["build"]).code;
        assert_eq!(refused == 1, *code == 1 && *name != "released-without-a-lock", "{name}");
        let built = run::run(root, &["build", "--allow-id-change"]);
        assert_eq!(built.code, 0, "{name}: {}", built.err);
        let all: [(&str, &[&str]); 3] =
            [("fr.txt", &["--ui", "fr"]), ("en.txt", &["--ui", "en"]), ("json", &["--format", "json"])];
        for (end, more) in all {
            let run = run::run(root, &[&["diff", FIRST, SECOND], more].concat());
            assert_eq!((run.code, run.err.as_str()), (*code, ""), "{name}");
            if end == "json" {
                assert_eq!(faults_by("diff", &json(&run.out)), Vec::<String>::new(), "{name}");
            }
            bless::same_file(&tool::repository(&format!("tests/it/comparison/said/{name}.{end}")), &run.out);
        }
    }
}

/// A page before and after it was taken up again: a word, a heading, a formula, a row of a table, a
/// link and an emphasis change; a paragraph and an item come and go.
const PROSE: [&str; 2] = [
    "# Le bilan\n\nLe bain de cryolithe est tenu vers 960 °C pendant toute la vie de la cuve d'électrolyse.\n\n\
     ## Les pertes\n\nOn compte $E = 4.2\\ \\text{V}$.\n\n- par les parois\n- par la croûte\n\n\
     Un paragraphe qui s'en va.\n\n| lieu | part |\n| --- | --- |\n| bain | 40 % |\n| anode | 30 % |\n\n\
     ## La suite\n\nLisez *bien* [la page](https://essai.ca/a).\n\nRien ne change ici.\n",
    "# Le bilan\n\nLe bain de cryolithe est tenu vers 955 °C pendant toute la vie de la cuve d'électrolyse.\n\n\
     ## Les pertes de chaleur\n\nOn compte $E = 4.3\\ \\text{V}$.\n\n- par les parois\n- par la croûte\n- par les tiges\n\n\
     | lieu | part |\n| --- | --- |\n| bain | 45 % |\n| anode | 30 % |\n\n\
     ## La suite\n\nLisez **bien** [la page](https://essai.ca/b).\n\nRien ne change ici.\n",
];

#[test]
fn a_change_of_prose_is_told_by_page_and_heading_with_the_words_before_and_after() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    run::copy(&tool::repository("tests/it/transcript/workspace"), root);
    for (page, version) in PROSE.iter().zip(["1.0.0", "1.1.0"]) {
        fs::write(root.join(BILAN), page).unwrap();
        edit(root, MODULE, "version: 1.0.0", &format!("version: {version}"));
        assert_eq!(run::run(root, &["lock"]).code, 0);
        let built = run::run(root, &["build"]);
        assert_eq!(built.code, 0, "{}", built.err);
    }
    for (end, more) in
        [("fr.txt", ["--ui", "fr"]), ("en.txt", ["--ui", "en"]), ("json", ["--format", "json"])]
    {
        let run = run::run(root, &[&["diff", FIRST, SECOND], &more[..]].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let file = format!("tests/it/comparison/said/prose-changed.{end}");
        bless::same_file(&tool::repository(&file), &run.out);
    }
}

#[test]
fn a_package_beside_itself_is_the_same() {
    let folder = released();
    let run = run::run(folder.path(), &["diff", FIRST, FIRST, "--ui", "fr"]);
    let said = "essai 1.0.0 (fr-CA) → essai 1.0.0 (fr-CA)\n\nVerdict\u{a0}: les mêmes fichiers\n";
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, said, ""));
}

#[test]
fn a_package_of_another_standard_or_module_takes_no_place() {
    let folder = released();
    let root = folder.path();
    edit(root, "filiere.yaml", "licence:", "targets: [scorm12, xapi]\nlicence:");
    assert_eq!(run::run(root, &["build"]).code, 0);
    let last = |to: &str| {
        let run = run::run(root, &["diff", FIRST, to, "--ui", "en"]);
        assert_eq!((run.code, run.err.as_str()), (1, ""));
        run.out.split_once("\nVerdict: ").unwrap().1.to_owned()
    };
    let lost = "with the second in the place of the first, learners would lose this\n";
    assert_eq!(
        last("dist/essai-1.0.0-fr-CA-xapi.zip"),
        format!(
            "{lost}  the second package has no «\u{a0}imsmanifest.xml\u{a0}»: a platform that imported the first cannot put it in its place\n"
        )
    );
    fs::rename(root.join("modules/essai"), root.join("modules/autre")).unwrap();
    edit(root, "modules/autre/module.yaml", "id: essai", "id: autre");
    assert_eq!(run::run(root, &["build", "--allow-id-change"]).code, 0);
    assert_eq!(
        last("dist/autre-1.0.0-fr-CA-scorm12.zip"),
        format!(
            "{lost}  the module «\u{a0}essai\u{a0}» is now called «\u{a0}autre\u{a0}»: to platforms it is another one, and learners' answers, grades and statuses would not be there\n"
        )
    );
}

#[test]
fn what_cannot_be_read_exits_with_2() {
    let folder = released();
    fs::write(folder.path().join("a.zip"), "PK").unwrap();
    for arguments in [["diff", "a.zip", FIRST], ["diff", FIRST, "a.zip"], ["diff", FIRST, "none.zip"]] {
        let run = run::run(folder.path(), &arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
    }
    let run = run::run(folder.path(), &["diff", "a.zip", FIRST, "--ui", "en"]);
    let first = run.err.lines().next().unwrap();
    assert_eq!(first, "error[FIL8101]: «\u{a0}a.zip\u{a0}» is no zip, or it is cut or damaged");
}

#[test]
fn editions_are_compared_package_by_package() {
    let folder = released();
    let root = folder.path();
    edit(root, ETATS, "Écroui au quart dur.", "Recuit complet.");
    edit(root, MODULE, "version: 1.0.0", "version: 1.1.0");
    assert_eq!(run::run(root, &["build", "--allow-id-change"]).code, 0);
    edition(root, "a", &[("1.0.0", "scorm12"), ("0.9.0", "xapi")]);
    edition(root, "b", &[("1.1.0", "scorm12"), ("1.1.0", "cmi5")]);
    edition(root, "c", &[("1.0.0", "scorm12")]);
    let end = "essai-1.1.0-fr-CA-cmi5.zip: new\nessai-0.9.0-fr-CA-xapi.zip: nothing replaces it\n\
               Packages compared: 1; not to be replaced without loss: 1; without successor: 1\n";
    let one = run::run(root, &["diff", FIRST, SECOND, "--ui", "en"]).out;
    let (_, one) = one.split_once('\n').unwrap();
    let names = "essai-1.0.0-fr-CA-scorm12.zip → essai-1.1.0-fr-CA-scorm12.zip\n";
    let run = run::run(root, &["diff", "a", "b", "--ui", "en"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    assert_eq!(run.out, format!("{names}{one}\n{end}"));
    let run = run::run(root, &["diff", "c", "c", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(faults_by("diff", &found), Vec::<String>::new());
    let run_of_two = run::run(root, &["diff", "a", "b", "--format", "json"]);
    let mut two = json(&run_of_two.out);
    assert_eq!(faults_by("diff", &two), Vec::<String>::new());
    two["packages"][0]["comparison"]["verdict"] = "fine".into();
    assert_eq!(faults_by("diff", &two), ["/packages/0/comparison/verdict: enum"]);
    assert_eq!((run.code, &found["verdict"], &found["added"]), (0, &"same".into(), &serde_json::json!([])));
    fs::write(root.join("c/release.json"), "{}").unwrap();
    assert_eq!(run::run(root, &["diff", "a", "c"]).code, 2);
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

/// A folder with the record of an edition and its SCORM package.
fn edition(root: &Path, folder: &str, packages: &[(&str, &str)]) {
    let name = |version: &str, target: &str| format!("essai-{version}-fr-CA-{target}.zip");
    let file = |name: &str| EditionFile { file: name.to_owned(), bytes: 1, sha256: "0".repeat(64) };
    let package = |(version, target): &(&str, &str)| EditionPackage {
        file: name(version, target),
        latest: String::new(),
        target: (*target).to_owned(),
        bytes: 1,
        sha256: "0".repeat(64),
        identifiers: std::collections::BTreeMap::new(),
        state: Usage { worst: 1, limit: 1 },
    };
    let module = EditionModule {
        id: "essai".to_owned(),
        version: packages[0].0.to_owned(),
        date: "2026-11-22".to_owned(),
        language: "fr-CA".to_owned(),
        title: String::new(),
        description: String::new(),
        kind: String::new(),
        disciplines: Vec::new(),
        levels: Vec::new(),
        programmes: Vec::new(),
        keywords: Vec::new(),
        duration: 1,
        licence: String::new(),
        requires: Vec::new(),
        iri: String::new(),
        questions: Vec::new(),
        packages: packages.iter().map(package).collect(),
        source: file("source.zip"),
        documents: Vec::new(),
        earlier: Vec::new(),
    };
    let publisher = EditionPublisher {
        name: String::new(),
        organization: String::new(),
        url: String::new(),
        support: String::new(),
    };
    fs::create_dir(root.join(folder)).unwrap();
    let record = Edition::new("0.1.0", publisher, vec![module]).text();
    fs::write(root.join(folder).join("release.json"), record).unwrap();
    let (version, target) = packages[0];
    let zip = name(version, target);
    fs::copy(root.join("dist").join(&zip), root.join(folder).join(&zip)).unwrap();
}

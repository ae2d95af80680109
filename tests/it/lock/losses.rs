//! What is said of a lock that cannot be trusted, and of each identifier that a version lost: whole,
//! with place and cure, in both languages.

use std::fs;
use std::path::Path;

use crate::bless;
use crate::lock::edit;
use crate::lock::released;
use crate::run;
use crate::tool;

const BANK: &str = "modules/m/questions/quiz.yaml";
const MODULE: &str = "modules/m/module.yaml";
const SERIES: &str = "modules/m/pages/02-series.md";

/// A name and what happens to the released workspace.
type Case = (&'static str, fn(&Path));

const LOST: &[Case] = &[
    ("page-renamed", |root| move_to(root, SERIES, "modules/m/pages/02-familles.md")),
    ("question-of-a-page-renamed", |root| edit(root, SERIES, "{question} series", "{question} familles")),
    ("question-of-the-bank-renamed", |root| edit(root, BANK, "id: dense", "id: densite")),
    ("objective-renamed", |root| {
        edit(root, MODULE, "decoder", "lire");
        edit(root, BANK, "decoder", "lire");
    }),
    ("module-renamed", |root| {
        move_to(root, "modules/m", "modules/etats");
        edit(root, "modules/etats/module.yaml", "id: m\n", "id: etats\n");
    }),
    ("address-of-modules-changed", |root| {
        edit(root, "filiere.yaml", "iri: \"https://essai.ca/\"", "iri: \"https://essai.org/\"")
    }),
    ("option-replaced", |root| edit(root, BANK, "Écroui au quart dur", "Recuit")),
    ("option-removed", |root| {
        edit(root, BANK, "    - [ ] Écroui au quart dur.\n      > Ce serait H12.\n", "");
    }),
    ("source-replaced", |root| edit(root, SERIES, "- 3xxx", "- 5xxx")),
    ("target-replaced", |root| edit(root, SERIES, "-> fer", "-> zinc")),
    ("item-added", |root| edit(root, BANK, "    3. vieil", "    3. contrôle\n    4. vieil")),
    ("type-changed", |root| {
        let options = "type: choice\n  objective: decoder\n  prompt: |\n    Le métal liquide est plus dense que le bain.\n  options: |\n    - [x] Oui.\n    - [ ] Non.\n";
        let was = "type: true-false\n  objective: decoder\n  prompt: |\n    Le métal liquide est plus dense que le bain.\n  answer: true\n";
        edit(root, BANK, was, options);
    }),
];

const TORN: &[Case] = &[
    ("lock-of-a-newer-filiere", |root| edit(root, "filiere.lock", "filiere-lock 1", "filiere-lock 2")),
    ("lock-cut", |root| edit(root, "filiere.lock", "  practice t5\n", "  practi")),
    ("lock-with-a-line-that-went", |root| edit(root, "filiere.lock", "  practice t5\n", "")),
    ("lock-edited-by-hand", |root| edit(root, "filiere.lock", "part b e5613aa9fe28", "part c e5613aa9fe28")),
    ("lock-in-a-merge", |root| {
        let both = "<<<<<<< HEAD\n  practice t5\n=======\n  practice t6\n>>>>>>> octobre\n";
        edit(root, "filiere.lock", "  practice t5\n", both);
    }),
    ("lock-of-something-else", |root| fs::write(root.join("filiere.lock"), "\u{0}\u{1}PK\n").unwrap()),
    ("lock-empty", |root| fs::write(root.join("filiere.lock"), "").unwrap()),
];

#[test]
fn each_lost_identifier_is_said_with_its_place_and_cure_and_can_be_allowed() {
    for (name, change) in LOST {
        let folder = released();
        next(folder.path());
        change(folder.path());
        said(name, folder.path());
        for command in ["build", "lock"] {
            assert_eq!(run::run(folder.path(), &[command]).code, 1, "{name}: {command}");
        }
        let allowed = run::run(folder.path(), &["lock", "--allow-id-change", "--format", "short"]);
        assert_eq!(
            (allowed.code, allowed.err.contains(" warning FIL2017: ")),
            (0, true),
            "{name}: {}",
            allowed.err
        );
        assert_eq!(run::run(folder.path(), &["build"]).err, "", "{name}: the loss is released");
    }
}

#[test]
fn a_lock_that_cannot_be_trusted_is_said_with_its_place_and_cure_and_nothing_is_built() {
    for (name, change) in TORN {
        let folder = released();
        change(folder.path());
        said(name, folder.path());
        let torn = fs::read(folder.path().join("filiere.lock")).unwrap();
        for command in ["build", "lock", "check"] {
            assert_eq!(run::run(folder.path(), &[command, "--allow-id-change"]).code, 1, "{name}: {command}");
        }
        assert_eq!(fs::read(folder.path().join("filiere.lock")).unwrap(), torn, "{name}: the file stays");
        assert!(!folder.path().join("dist").exists(), "{name}: nothing is built");
    }
}

#[test]
fn what_learners_keep_is_no_finding() {
    let kept: &[Case] = &[
        ("another order of options", |root| {
            let (hard, right) =
                ("    - [ ] Écroui au quart dur.\n      > Ce serait H12.\n", "    - [x] Refroidi");
            edit(root, BANK, hard, "");
            edit(root, BANK, right, &format!("{hard}{right}"));
        }),
        ("another order of pairs", |root| {
            edit(
                root,
                SERIES,
                "  - 2xxx -> cuivre\n  - 3xxx -> manganèse\n",
                "  - 3xxx -> manganèse\n  - 2xxx -> cuivre\n",
            );
        }),
        ("another page first", |root| move_to(root, SERIES, "modules/m/pages/00-series.md")),
        ("an option whose letter is written", |root| {
            edit(root, BANK, "Écroui au quart dur.", "Recuit. {#b}")
        }),
        ("a source whose letter is written", |root| edit(root, SERIES, "- 3xxx ->", "- 5xxx {#b} ->")),
        ("a target whose letter is written", |root| edit(root, SERIES, "-> fer", "-> zinc {#c}")),
        ("an item whose letter is written", |root| edit(root, BANK, "2. trempe", "2. refroidissement {#b}")),
        ("several right options", |root| edit(root, BANK, "type: choice", "type: choice\n  multiple: true")),
        ("another pass mark", |root| edit(root, MODULE, "pass_mark: 60", "pass_mark: 80")),
    ];
    for (name, change) in kept {
        let folder = released();
        next(folder.path());
        change(folder.path());
        let run = run::run(folder.path(), &["lock", "--format", "short"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}");
    }
}

fn next(root: &Path) {
    edit(root, MODULE, "version: 1.0.0", "version: 1.1.0");
}

fn move_to(root: &Path, from: &str, to: &str) {
    fs::rename(root.join(from), root.join(to)).unwrap();
}

/// Compares the findings of `check`, as people read them.
fn said(name: &str, root: &Path) {
    for language in ["fr", "en"] {
        let run = run::run(root, &["check", "--ui", language]);
        assert_eq!(run.code, 1, "{name}");
        bless::same_file(&tool::repository(&format!("tests/it/lock/said/{name}.{language}.txt")), &run.out);
    }
}

//! One change between two releases, and the verdict on it: what `filiere diff` says of the two folders
//! and how it ends, what release.json holds and what a person reads in the catalogue, whole.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::bless;
use crate::lock::edit;
use crate::release::BANK;
use crate::release::MODULE;
use crate::release::described;
use crate::release::edited;
use crate::release::record;
use crate::release::release;
use crate::release::replaced::series;
use crate::release::tree;
use crate::release::workspace;
use crate::run;
use crate::tool;

const STATES: &str = "modules/m/pages/01-etats.md";
const SERIES: &str = "modules/m/pages/02-series.md";

/// A name, what changes after the first release, and how many things learners of it lose.
type Case = (&'static str, fn(&Path), usize);

const CASES: &[Case] = &[
    (
        "nothing-but-prose",
        |root| edit(root, STATES, "# Les états\n", "# Les états\n\nUn état est un nom.\n"),
        0,
    ),
    ("option-reworded", |root| edit(root, BANK, "Écroui au quart dur", "Recuit"), 1),
    ("option-reworded-under-its-letter", |root| edit(root, BANK, "Écroui au quart dur.", "Recuit. {#b}"), 0),
    (
        "right-answer-moved",
        |root| {
            let (right, wrong) = (
                "Refroidi après l'extrusion, puis vieilli.\n",
                "Écroui au quart dur.\n      > Ce serait H12.\n",
            );
            edit(root, BANK, &format!("[x] {right}"), &format!("[ ] {right}      > Non.\n"));
            edit(root, BANK, &format!("[ ] {wrong}"), "[x] Écroui au quart dur.\n");
        },
        0,
    ),
    ("question-removed-from-a-page", |root| edit(root, SERIES, &series(root), ""), 1),
    ("question-removed-from-the-assessment", |root| edit(root, BANK, DENSE, ""), 1),
    ("question-renamed", |root| edit(root, BANK, "id: dense", "id: densite"), 1),
    ("page-renamed", |root| moved(root, SERIES, "modules/m/pages/02-familles.md"), 1),
    (
        "objective-renamed",
        |root| [MODULE, BANK].iter().for_each(|file| edit(root, file, "decoder", "lire")),
        1,
    ),
    (
        "question-added",
        |root| edit(root, BANK, DENSE, &format!("{DENSE}{}", DENSE.replace("dense", "lourd"))),
        0,
    ),
    ("mastery-score-changed", |root| edit(root, MODULE, "pass_mark: 60", "pass_mark: 80"), 0),
];

const DENSE: &str = "- id: dense\n  type: true-false\n  objective: decoder\n  prompt: |\n    Le métal liquide est plus dense que le bain.\n  answer: true\n";

#[test]
fn a_change_has_one_verdict_wherever_it_is_told() {
    for (name, change, lost) in CASES {
        let folder = workspace();
        let root = folder.path();
        twice(root, *change, *lost);
        let record = record(root);
        let earlier = &record["modules"][0]["earlier"];
        assert_eq!(described::faults(&record), Vec::<String>::new(), "{name}");
        let losses = earlier[0]["losses"].as_array().unwrap();
        assert_eq!((&earlier[0]["lossless"], losses.len()), (&Value::from(*lost == 0), *lost), "{name}");
        // Both packages of the module, and nothing else, are compared.
        let json: Value = serde_json::from_str(&diff(root, &["--format", "json"], *lost)).unwrap();
        let of_packages: Vec<&Value> =
            json["packages"].as_array().unwrap().iter().map(|one| &one["comparison"]["losses"]).collect();
        assert_eq!(of_packages, [&earlier[0]["losses"]; 2], "{name}");
        let [fr, en] = ["fr", "en"].map(|ui| diff(root, &["--ui", ui], *lost));
        let record = serde_json::to_string_pretty(earlier).unwrap();
        let all = format!(
            "== filiere diff --ui fr\n{fr}\n== filiere diff --ui en\n{en}\n== release.json\n{record}\n\n== index.html\n{}\n",
            shown(root)
        );
        let file = format!("tests/it/release/said/verdict-{name}.txt");
        bless::same_file(&tool::repository(&file), &all);
    }
}

/// Two releases with `change` in between; the folder of the first stays as `before`. What takes
/// something from learners is refused until it is said to be meant.
fn twice(root: &Path, change: fn(&Path), lost: usize) {
    release(root, &[]);
    fs::create_dir(root.join("before")).unwrap();
    run::copy(&root.join("dist"), &root.join("before"));
    change(root);
    edited(root, "1.0.0", "1.1.0");
    let standing = tree(&root.join("dist"));
    if lost > 0 {
        assert_eq!(run::run(root, &["release"]).code, 1);
        assert_eq!(tree(&root.join("dist")), standing);
        let run = run::run(root, &["release", "--allow-id-change"]);
        assert_eq!(run.code, 0, "{}", run.err);
    } else {
        release(root, &[]);
    }
}

/// What `filiere diff` prints of the two releases; lengths of files say nothing here.
fn diff(root: &Path, more: &[&str], lost: usize) -> String {
    let run = run::run(root, &[&["diff", "before", "dist"], more].concat());
    assert_eq!((run.code, run.err.as_str()), (i32::from(lost > 0), ""));
    let is_length = |word: &str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_digit());
    let words = run.out.split_inclusive([' ', '\n']).map(|word| match word.trim_end() {
        bare if is_length(bare) => word.replace(bare, "[N]"),
        _ => word.to_owned(),
    });
    words.collect()
}

/// What the catalogue says of the version before, its tags away.
fn shown(root: &Path) -> String {
    let page = fs::read_to_string(root.join("dist/index.html")).unwrap();
    let (_, from) = page.split_once("<p class=\"state").unwrap();
    let (part, _) = from.split_once("<details>").unwrap();
    words(part)
}

/// The texts of a piece of a page, a line each.
fn words(html: &str) -> String {
    let texts = html.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn moved(root: &Path, from: &str, to: &str) {
    fs::rename(root.join(from), root.join(to)).unwrap();
}

/// A name, and how a module leaves.
type Leaving = (&'static str, fn(&Path));

const GONE: &[Leaving] = &[
    ("module-renamed", |root| {
        moved(root, "modules/m", "modules/etats");
        edit(root, "modules/etats/module.yaml", "id: m\n", "id: etats\n");
    }),
    ("module-withdrawn", |root| fs::remove_dir_all(root.join("modules/m")).unwrap()),
];

#[test]
fn a_module_that_left_is_a_loss_wherever_it_is_told_and_in_every_later_release() {
    for (name, change) in GONE {
        let folder = workspace();
        let root = folder.path();
        run::copy(&tool::repository("tests/it/base/modules"), &root.join("modules"));
        release(root, &[]);
        fs::create_dir(root.join("before")).unwrap();
        run::copy(&root.join("dist"), &root.join("before"));
        change(root);
        let run = run::run(root, &["release", "--allow-id-change", "--ui", "fr"]);
        assert_eq!(run.code, 0, "{name}: {}", run.err);
        let found = record(root);
        assert_eq!(described::faults(&found), Vec::<String>::new(), "{name}");
        let [fr, en] = ["fr", "en"].map(|ui| diff(root, &["--ui", ui], 1));
        let gone = serde_json::to_string_pretty(&found["gone"]).unwrap();
        let page = fs::read_to_string(root.join("dist/index.html")).unwrap();
        let (_, page) = page.split_once("<h2 id=\"gone-t\"").unwrap();
        let page = words(page.split_once("</section>").unwrap().0);
        let last: Vec<&str> =
            run.out.lines().filter(|line| !line.contains("dist/") && !line.starts_with("  ")).collect();
        let last = last[..last.len() - 1].join("\n");
        let all = format!(
            "== filiere diff --ui fr\n{fr}\n== filiere diff --ui en\n{en}\n== release.json\n{gone}\n\n== index.html\n{page}\n\n== filiere release\n{last}\n"
        );
        let file = format!("tests/it/release/said/verdict-{name}.txt");
        bless::same_file(&tool::repository(&file), &all);
        edit(root, "modules/base/module.yaml", "version: 1.0.0", "version: 1.1.0");
        release(root, &["base"]);
        assert_eq!(record(root)["gone"], found["gone"], "{name}: in a release of another module");
    }
}

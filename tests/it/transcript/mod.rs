//! What `filiere decode` says of a learner's state, held to what the player itself makes of it:
//! states.json is written by the player's own codec (states.ts, which `make bless` runs).

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;

use filiere::contents;
use filiere::contents::Contents;
use filiere::contents::Ui;
use filiere::transcript;
use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

use crate::bless;
use crate::lock::edit;
use crate::run;
use crate::tool;

mod page;
mod refused;
mod told;

const FIRST: &str = "dist/essai-1.0.0-fr-CA-scorm12.zip";
const SECOND: &str = "dist/essai-1.1.0-fr-CA-scorm12.zip";

/// Packages of two versions; the second reads states of the first.
pub fn packages() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    run::copy(&tool::repository("tests/it/transcript/workspace"), root);
    assert_eq!(run::run(root, &["lock"]).code, 0);
    assert_eq!(run::run(root, &["build"]).code, 0);
    next(root);
    assert_eq!(run::run(root, &["build", "--allow-id-change"]).code, 0);
    folder
}

/// Another order of options and one less, a page gone, a page and a question more, one question drawn
/// otherwise, one that takes several answers.
fn next(root: &Path) {
    let page = |name: &str| format!("modules/essai/pages/{name}.md");
    edit(root, "modules/essai/module.yaml", "version: 1.0.0", "version: 1.1.0");
    edit(root, "modules/essai/module.yaml", "  - etats\n  - series\n", "  - avant\n  - series\n  - etats\n");
    fs::write(root.join(page("avant")), "# Avant\n\nDu texte.\n").unwrap();
    edit(root, &page("etats"), "  - [ ] Écroui au quart dur.\n    > Ce serait H12.\n", "");
    edit(
        root,
        &page("etats"),
        "  - [x] 2xxx\n",
        "  - [ ] 1xxx\n    > Elle est presque pure.\n  - [x] 2xxx\n",
    );
    edit(
        root,
        &page("series"),
        "  - 2xxx -> cuivre\n  - 3xxx -> manganèse\n",
        "  - 3xxx -> manganèse\n  - 2xxx -> cuivre\n",
    );
    edit(
        root,
        &page("series"),
        "  1. mise en solution\n  2. trempe\n",
        "  1. trempe\n  2. mise en solution\n",
    );
    edit(root, &page("bilan"), "[minerai] par le procédé [nom]", "[minerai] par le procédé de [nom]");
    let bank = "modules/essai/questions/quiz.yaml";
    edit(root, bank, "- id: etat\n  type: choice\n", "- id: etat\n  type: choice\n  multiple: true\n");
    edit(
        root,
        bank,
        "- id: dense\n",
        "- id: bain\n  type: true-false\n  objective: decoder\n  prompt: |\n    Le bain est solide.\n  answer: false\n- id: dense\n",
    );
    edit(root, "modules/essai/module.yaml", "bank: calculs, take: 2", "bank: calculs, take: 1");
}

pub fn opened(root: &Path, zip: &str) -> Contents {
    contents::read(Cursor::new(fs::read(root.join(zip)).unwrap())).unwrap()
}

/// What the player's codec said; written anew from both packages by `make bless`.
pub static STATES: LazyLock<Value> = LazyLock::new(|| {
    let path = tool::repository("tests/it/transcript/states.json");
    let folder = packages();
    let pages = [FIRST, SECOND].map(|zip| opened(folder.path(), zip));
    if bless::blessing() {
        fs::write(&path, played(folder.path(), &pages)).unwrap();
    }
    let states: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let schemas = json!(pages.map(|page| page.data.state.hash));
    assert_eq!(states["schemas"], schemas, "make bless: the workspace has changed");
    states
});

/// What states.ts prints, bundled with the player.
fn played(folder: &Path, pages: &[Contents; 2]) -> String {
    for (page, name) in pages.iter().zip(["1.html", "2.html"]) {
        fs::write(folder.join(name), &page.document).unwrap();
    }
    let out = format!("--outfile={}", folder.join("states.mjs").display());
    let words = [
        "tests/it/transcript/states.ts",
        "--bundle",
        "--format=esm",
        "--platform=node",
        "--log-level=warning",
        &out,
    ];
    tool::run(&tool::repository("."), "node_modules/.bin/esbuild", &words);
    tool::run(folder, "node", &["states.mjs", "1.html", "2.html"])
}

#[test]
fn states_of_the_player_are_read_as_the_player_reads_them() {
    let folder = packages();
    let second = opened(folder.path(), SECOND);
    let mut lost = 0;
    for vector in STATES["states"].as_array().unwrap() {
        let text = vector["text"].as_str().unwrap();
        let state = transcript::read(&second.data, text).unwrap();
        let found = json!({
            "memory": state.memory,
            "sequence": state.sequence,
            "lost": state.lost.as_ref().map(Vec::len),
        });
        let expected =
            json!({ "memory": vector["memory"], "sequence": vector["sequence"], "lost": vector["lost"] });
        assert_eq!(found, expected, "{text}");
        lost += state.lost.as_ref().map_or(0, Vec::len);
        let said = serde_json::to_value(transcript::transcript(&second, &state, None)).unwrap();
        let marks = |list: &Value| -> Vec<Value> {
            let one = |one: &Value| json!([one["score"].as_f64(), one["verdict"]]);
            list.as_array().unwrap().iter().map(one).collect()
        };
        assert_eq!(marks(&said["practice"]), marks(&vector["practice"]), "{text}");
        assert_eq!(said["assessment"]["attempt"]["score"].as_f64(), vector["score"].as_f64(), "{text}");
    }
    assert!(lost > 20, "the second version drops answers of the first: {lost}");
}

#[test]
fn numbers_are_marked_as_the_player_marks_them() {
    let folder = packages();
    let second = opened(folder.path(), SECOND);
    for vector in STATES["numbers"].as_array().unwrap() {
        let question = second.question(vector["question"].as_str().unwrap()).unwrap();
        let answer = json!({ "kind": "text", "text": [vector["text"], ""] });
        let answer: transcript::Answer = serde_json::from_value(answer).unwrap();
        let ui = if vector["ui"] == "fr" { Ui::Fr } else { Ui::En };
        let module = contents::Info { ui, ..second.data.module.clone() };
        let mark = transcript::mark(question, &answer, &module);
        let expected = json!([vector["score"].as_f64(), vector["verdict"]]);
        assert_eq!(json!([mark.score, mark.verdict]), expected, "{vector}");
    }
}

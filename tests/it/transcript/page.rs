//! What the page that decodes must say, for player/test/decoder.test.ts: decoder.json holds what a release
//! gives the page of both packages, and the sum of the command's whole answer for each state, in each language.

use filiere::archive::Hash;
use filiere::contents::Contents;
use filiere::diag::Language;
use filiere::transcript;
use serde_json::Value;
use serde_json::json;

use crate::bless;
use crate::tool;
use crate::transcript::FIRST;
use crate::transcript::SECOND;
use crate::transcript::STATES;
use crate::transcript::opened;
use crate::transcript::packages;

#[test]
fn what_the_page_is_held_to_is_what_the_command_says() {
    let folder = packages();
    let pages = [FIRST, SECOND].map(|zip| opened(folder.path(), zip));
    let states: Vec<&str> =
        STATES["states"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect();
    let told: Vec<Value> =
        states.iter().map(|state| json!(pages.each_ref().map(|page| sums(page, state)))).collect();
    assert_eq!(
        told.iter().filter(|both| both[0].is_null()).count(),
        60,
        "the first version reads no later one"
    );
    let whole = json!({
        "words": transcript::words(),
        "packages": pages.each_ref().map(|page| page.bare().unwrap()),
        "told": told,
        "joined": documents(&states).into_iter().map(|text| beside(&pages[1], text)).collect::<Vec<_>>(),
    });
    let path = tool::repository("tests/it/transcript/decoder.json");
    bless::same_file(&path, &lines(&whole));
}

/// Exports of State documents whose states lie side by side, in every way that they do.
fn documents(states: &[&str]) -> Vec<String> {
    let of = |at: usize| states[at % states.len()];
    let forms = |at: usize| {
        let (one, two, base) = (of(at), of(at + 1), of(7 * at + 3));
        let document =
            json!({ "v": 1, "state": one, "by": "b", "passed": at.is_multiple_of(3), "best": 0.5 });
        let (mut beside, mut after, mut three) = (document.clone(), document.clone(), document.clone());
        beside["a"] = json!([base, two]);
        after["b"] = json!([base, two]);
        three["a"] = json!([one, two]);
        three["c"] = json!(["", base]);
        let other = json!({ "state": two, "completed": true, "best": 0.855 });
        let texts = [json!({ "stateId": "suspendData", "content": other.to_string() }), document];
        [beside, after, three, json!(texts)].map(|value| value.to_string())
    };
    let lines = format!("{}\n{}\n", json!({ "state": of(3) }), json!({ "state": of(100) }));
    (0..states.len()).step_by(3).flat_map(forms).chain([lines]).collect()
}

fn beside(page: &Contents, text: String) -> Value {
    let pasted = transcript::pasted(&text);
    let read = transcript::joined(&page.data, &pasted).unwrap();
    let told = told(&transcript::transcript(page, &read, pasted.document));
    json!({ "text": text, "told": told })
}

/// Of the answer in French and in English; null when this package does not read the state.
fn sums(page: &Contents, state: &str) -> Value {
    let Ok(read) = transcript::read(&page.data, state) else { return Value::Null };
    json!(told(&transcript::transcript(page, &read, None)))
}

fn told(said: &transcript::Transcript) -> [String; 2] {
    let told = transcript::told(said);
    let text = |language| told.iter().map(|line| format!("{}\n", line.get(language))).collect::<String>();
    [Language::French, Language::English].map(|language| Hash::of(text(language).as_bytes()).to_string())
}

/// One state a line, so that a difference is seen where it is.
fn lines(whole: &Value) -> String {
    let list = |key: &str| {
        let each: Vec<String> = whole[key].as_array().unwrap().iter().map(Value::to_string).collect();
        each.join(",\n    ")
    };
    let words = &whole["words"];
    let [packages, told, joined] = ["packages", "told", "joined"].map(list);
    let parts = [("packages", packages), ("told", told), ("joined", joined)];
    let parts = parts.map(|(name, list)| format!("  \"{name}\": [\n    {list}\n  ]"));
    format!("{{\n  \"words\": {words},\n{}\n}}\n", parts.join(",\n"))
}

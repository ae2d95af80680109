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
    });
    let path = tool::repository("tests/it/transcript/decoder.json");
    bless::same_file(&path, &lines(&whole));
}

/// Of the answer in French and in English; null when this package does not read the state.
fn sums(page: &Contents, state: &str) -> Value {
    let Ok(read) = transcript::read(&page.data, state) else { return Value::Null };
    let told = transcript::told(&transcript::transcript(page, &read, None));
    let text = |language| told.iter().map(|line| format!("{}\n", line.get(language))).collect::<String>();
    json!(
        [Language::French, Language::English].map(|language| Hash::of(text(language).as_bytes()).to_string())
    )
}

/// One state a line, so that a difference is seen where it is.
fn lines(whole: &Value) -> String {
    let list = |key: &str| {
        let each: Vec<String> = whole[key].as_array().unwrap().iter().map(Value::to_string).collect();
        each.join(",\n    ")
    };
    let words = &whole["words"];
    let [packages, told] = ["packages", "told"].map(list);
    format!(
        "{{\n  \"words\": {words},\n  \"packages\": [\n    {packages}\n  ],\n  \"told\": [\n    {told}\n  ]\n}}\n"
    )
}

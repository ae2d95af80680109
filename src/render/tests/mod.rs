//! The pages of small modules.

mod cover;
mod sample;

use serde_json::Value;
use serde_json::json;

use super::*;
use crate::model::Block;
use crate::model::Inline;
use crate::model::Prose;
use crate::state;

fn entry(package: &Package, path: &str) -> String {
    match package.get(path) {
        Some(Entry::Bytes(bytes)) => String::from_utf8(bytes.clone()).unwrap(),
        other => panic!("{path}: {other:?}"),
    }
}

fn index(module: &Module) -> String {
    entry(&render(module, &state::schema(module), "/* a player */"), "index.html")
}

fn data_of(html: &str) -> Value {
    block(html, "id=\"filiere-data\">")
}

fn words_of(html: &str) -> Value {
    block(html, "id=\"filiere-words\">")
}

fn block(html: &str, before: &str) -> Value {
    let (_, rest) = html.split_once(before).unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn a_package_holds_the_page_the_player_the_icon_the_ping_and_the_assets() {
    let package = render(&sample::module(), &state::schema(&sample::module()), "/* a player */");
    let paths: Vec<&str> = package.entries().map(|(path, _)| path.as_str()).collect();
    let expected =
        ["assets/cuve.svg", "icon.svg", "index.html", "ping.txt", "player/filiere.css", "player/filiere.js"];
    assert_eq!(paths, expected);
    assert_eq!(entry(&package, "ping.txt"), "filiere-ok");
    assert_eq!(entry(&package, "player/filiere.js"), "/* a player */");
}

#[test]
fn no_script_style_or_handler_stands_in_the_page() {
    let html = index(&sample::module());
    assert_eq!(html.matches("<script").count(), 3, "the player, its data and its words");
    assert_eq!(html.matches("<script defer src=\"player/filiere.js\">").count(), 1);
    assert_eq!(html.matches("<script type=\"application/json\" id=\"filiere-data\">").count(), 1);
    assert_eq!(html.matches("<script type=\"application/json\" id=\"filiere-words\">").count(), 1);
    assert_eq!((html.matches(" style=").count(), html.matches("<style").count()), (0, 0));
    assert_eq!(html.matches(" onclick=").count() + html.matches("javascript:").count(), 0);
}

#[test]
fn ids_are_unique_and_every_route_leads_to_one() {
    let html = index(&sample::module());
    let values = |name: &str| -> Vec<String> {
        let cut = format!(" {name}=\"");
        html.split(&cut).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let ids = values("id");
    let mut sorted = ids.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), ids.len());
    let broken: Vec<String> = values("href")
        .into_iter()
        .filter_map(|href| href.strip_prefix('#').map(str::to_owned))
        .filter(|target| !ids.contains(target))
        .collect();
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn words_of_a_type_of_question_come_only_with_such_questions() {
    let starts = |module: &Module| -> Vec<String> {
        let of_types = ["choice.", "mark.", "seq."];
        let said = words_of(&index(module));
        let said = |start: &str| said.as_object().unwrap().keys().any(|key| key.starts_with(start));
        of_types.into_iter().filter(|start| said(start)).map(str::to_owned).collect()
    };
    let mut module = sample::module();
    assert_eq!(starts(&module), ["choice.", "mark.", "seq."]);
    let words = words_of(&index(&module));
    assert_eq!(words["mark.unit-missing"], "La valeur est bonne; il manque l’unité.");
    let choice = sample::choice(false);
    for question in module.questions.values_mut() {
        question.interaction = choice.clone();
    }
    assert_eq!(starts(&module), ["choice."]);
}

#[test]
fn a_numeric_question_says_what_it_measures_and_the_module_what_other_units_do() {
    let data = data_of(&index(&sample::module()));
    assert_eq!(data["module"]["quantities"], json!({ "une durée": "s h", "une longueur": "m mm" }));
    let numeric = data["practice"].as_array().unwrap().iter().find(|one| one["type"] == "numeric").unwrap();
    assert_eq!(numeric["measure"], "une masse");
    assert_eq!(numeric["others"], json!([{ "symbol": "mg", "factor": 1e-6, "offset": 0.0 }]));
    assert_eq!(numeric["shares"], json!({ "unit": 0.5, "dimension": 0.25, "digits": 0.5 }));
}

#[test]
fn words_that_look_like_markup_stay_words() {
    let mut module = sample::module();
    module.title = "a </script><b> & \"c\"".to_owned();
    let html = index(&module);
    assert_eq!(html.matches("</script>").count(), 3);
    let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    assert_eq!(title, Some("a &lt;/script&gt;&lt;b&gt; &amp; &quot;c&quot;"));
    assert_eq!(data_of(&html)["module"]["title"], json!(module.title));
}

#[test]
fn the_smallest_module_renders() {
    let mut module = sample::module();
    module.pages.truncate(1);
    module.pages[0].body = sample::para("Un mot.");
    module.pages[0].footnotes.clear();
    module.questions.clear();
    module.assessment = None;
    module.glossary.clear();
    module.references.clear();
    module.notice = None;
    module.assets.clear();
    module.objectives.clear();
    let data = data_of(&index(&module));
    assert_eq!(data["assessment"], Value::Null);
    assert_eq!(data["graded"], json!("W10="));
}

#[test]
fn graded_questions_are_encoded_and_practice_questions_are_in_the_page() {
    let html = index(&sample::module());
    let data = data_of(&html);
    let practice: Vec<&str> =
        data["practice"].as_array().unwrap().iter().map(|q| q["id"].as_str().unwrap()).collect();
    assert_eq!(practice, ["un", "plusieurs", "vrai", "nombre", "lacunes", "paires", "ordre"]);
    let placed = html.split("data-question=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    assert_eq!(placed.collect::<Vec<_>>(), practice);
}

#[test]
fn a_numeric_answer_is_shown_with_its_unit() {
    let data = data_of(&index(&sample::module()));
    assert_eq!(data["practice"][3]["shown"], json!("2\u{a0}678\u{a0}kg"));
}

#[test]
fn the_hash_follows_the_content_and_nothing_else() {
    let hash = |module: &Module| data_of(&index(module))["module"]["hash"].as_str().unwrap().to_owned();
    let first = sample::module();
    let mut other = sample::module();
    other.description.push('!');
    let mut changed = sample::module();
    changed.pages[0].title = sample::line("Autre titre");
    assert_eq!(hash(&first), hash(&sample::module()));
    assert_ne!(hash(&first), hash(&changed));
    assert_eq!(hash(&first).len(), 12);
}

#[test]
fn both_tables_of_words_have_the_same_keys_and_places() {
    let (french, english) = (words::Words::new(true), words::Words::new(false));
    let places = |text: &str| -> Vec<String> {
        let mut all: Vec<String> =
            text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect();
        all.sort();
        all
    };
    let keys = |words: &words::Words| words.table().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&french), keys(&english));
    for key in keys(&french) {
        assert_eq!(places(french.get(&key)), places(english.get(&key)), "{key}");
    }
}

#[test]
fn french_words_keep_their_no_break_spaces() {
    let words = words::Words::new(true);
    let loose: Vec<&String> = words
        .table()
        .values()
        .filter(|text| [" :", " »", "« ", " ;", " !", " ?", " %", "'"].iter().any(|bad| text.contains(bad)))
        .collect();
    assert_eq!(loose, Vec::<&String>::new());
}

#[test]
fn a_sequence_is_never_shown_in_the_right_order() {
    let html = index(&sample::module());
    let items: Vec<&str> =
        html.split("data-item=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let mut sorted = items.clone();
    sorted.sort();
    assert_eq!(sorted, ["0", "1", "2", "3"]);
    assert_ne!(items, sorted);
}

#[test]
fn what_touches_a_term_stays_on_its_line() {
    let mut module = sample::module();
    let term = || Inline::Term { term: "rendement".to_owned(), content: sample::line("rendement") };
    let runs =
        vec![sample::text("selon l’"), term(), sample::text(", l’"), term(), sample::text(") et plus")];
    module.pages[0].body = Prose(vec![Block::Paragraph(runs)]);
    let html = index(&module);
    let paragraph = html.split("<p>selon ").nth(1).unwrap().split("</p>").next().unwrap();
    let button =
        "<button type=\"button\" class=\"fi-term\" popovertarget=\"fi-term-rendement\">rendement</button>";
    let expected =
        format!("<span class=\"fi-nb\">l’{button},</span> <span class=\"fi-nb\">l’{button})</span> et plus");
    assert_eq!(paragraph, expected);
}

#[test]
fn base64_is_what_atob_reads() {
    let encoded: Vec<String> =
        ["", "f", "fo", "foo", "foob"].iter().map(|text| base64::encode(text.as_bytes())).collect();
    assert_eq!(encoded, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]);
}

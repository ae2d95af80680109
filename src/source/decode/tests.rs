//! Tests of the decoder: each fault gives its finding at its place, and nothing else.

use super::*;
use crate::diag::Sources;
use crate::source::Value;
use crate::source::fields;

struct Decoded {
    object: Option<Object>,
    /// `line:column code « underlined » hint`
    findings: Vec<String>,
}

fn decoded(text: &str, kind: &'static Kind) -> Decoded {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text);
    let mut sink = Sink::default();
    let object = decode(&Fragment::whole(&sources, file), kind, &mut sink);
    let sorted = sink.into_sorted(&sources);
    let findings = sorted.iter().map(|f| {
        let span = f.span.expect("findings of the decoder have places");
        let place = sources.place(span.file, span.start);
        let under = &sources.text(file)[span.start as usize..span.end as usize];
        let hint = f.hints.first().map_or(String::new(), |h| h.en.replace('\u{a0}', " "));
        format!("{}:{} {} [{under}] {hint}", place.line, place.column, f.code.id())
    });
    Decoded { object, findings: findings.collect() }
}

fn findings(text: &str, kind: &'static Kind) -> Vec<String> {
    decoded(text, kind).findings
}

const DRAW: &str = "bank: calculs\n";

#[test]
fn scalars_are_read_as_written_and_the_field_says_what_they_are() {
    let text = "id: a1\ntype: choice\npoints: 2\nprompt: 570.E0\noptions: |\n  - [x] no\ntags: [no, 1.10, 2024, \"x\"]\nmultiple: true\n";
    let found = decoded(text, &fields::QUESTION);
    assert_eq!(found.findings, Vec::<String>::new());
    let object = found.object.expect("the question is right");
    assert!(std::ptr::eq(object.kind(), &fields::CHOICE));
    assert_eq!(object.prose("prompt").map(Fragment::text), Some("570.E0"));
    assert_eq!(object.prose("options").map(Fragment::text), Some("- [x] no\n"));
    assert_eq!(object.integer("points").map(|p| p.value), Some(2));
    assert_eq!(object.boolean("multiple").map(|p| p.value), Some(true));
    let tags: Vec<_> =
        object.list("tags").iter().filter_map(Value::as_text).map(|t| t.value.as_str()).collect();
    assert_eq!(tags, ["no", "1.10", "2024", "x"]);
}

#[test]
fn an_absent_key_gives_its_default_and_was_not_written() {
    let object = decoded(DRAW, &fields::DRAW).object.expect("the draw is right");
    assert_eq!(object.boolean("reuse").map(|v| v.value), Some(false));
    assert!(!object.has("reuse"));
    assert_eq!(object.keys().collect::<Vec<_>>(), ["bank"]);
    let object = decoded("pass_mark: 60 %\ndraw: []\n", &fields::ASSESSMENT).object.expect("it is right");
    assert_eq!(object.integer("pass_mark").map(|v| v.value), Some(60));
    assert_eq!(object.word("attempts").map(|v| v.value), Some("unlimited"));
    let shuffle: Vec<_> = object.list("shuffle").iter().filter_map(Value::as_word).map(|w| w.value).collect();
    assert_eq!(shuffle, ["questions", "options"]);
}

#[test]
fn an_unknown_key_is_suggested_and_read_as_the_key_it_was_meant_to_be() {
    let text = "identifiant: a\ntype: true-false\nÉnoncé: |\n  Vrai?\nanwser: true\ncouleur: bleu\n";
    let found = decoded(text, &fields::QUESTION);
    assert_eq!(
        found.findings,
        [
            "1:1 FIL1007 [identifiant] did you mean « id »?",
            "3:1 FIL1007 [Énoncé] did you mean « prompt »?",
            "5:1 FIL1007 [anwser] did you mean « answer »?",
            "6:1 FIL1007 [couleur] possible keys: id, type, objective, points, difficulty, tags, prompt, figure, answer, hint, feedback, solution",
        ]
    );
    let object = found.object.expect("the rest is read");
    assert_eq!(object.text("id").map(|t| t.value.as_str()), Some("a"));
}

#[test]
fn a_repeated_key_shows_both_places_and_a_missing_key_the_first_one() {
    assert_eq!(findings("bank: a\ntake: 1\nbank: b\n", &fields::DRAW), ["3:1 FIL1008 [bank] keep only one"]);
    assert_eq!(
        findings("take: 1\n", &fields::DRAW),
        ["1:1 FIL1009 [take] add « bank: … » (Bank, by the name of its file)",]
    );
}

#[test]
fn a_wrong_value_is_one_finding_with_its_cure() {
    let cases: &[(&str, &'static Kind, &str)] = &[
        ("bank: a\ntake: deux\n", &fields::DRAW, "2:7 FIL1010 [deux] "),
        (
            "bank: a\ntake: 2,5\n",
            &fields::DRAW,
            "2:7 FIL1011 [2,5] write « 2.5 »; French readers will see a comma",
        ),
        ("bank: a\ntake: 0\n", &fields::DRAW, "2:7 FIL1013 [0] "),
        ("bank: a\nreuse: oui\n", &fields::DRAW, "2:8 FIL1010 [oui] write « true »"),
        (
            "bank: Mes calculs d'été\n",
            &fields::DRAW,
            "1:7 FIL2001 [Mes calculs d'été] write « mes-calculs-d-ete »",
        ),
        (
            "bank: 12\n",
            &fields::DRAW,
            "1:7 FIL2001 [12] lower case without accents, digits and hyphens; a letter first; at most 48 characters",
        ),
        ("bank:\n", &fields::DRAW, "1:1 FIL1026 [bank] give its value or remove the key"),
        (
            "bank: [a]\n",
            &fields::DRAW,
            "1:7 FIL1010 [[a]] put the text in a « | » block or in straight quotes",
        ),
        ("value: 2,5\n", &fields::ANSWER, "1:8 FIL1011 [2,5] write « 2.5 »; French readers will see a comma"),
        (
            "value: 3\ntolerance: 0,5 %\n",
            &fields::ANSWER,
            "2:12 FIL1011 [0,5 %] write « 0.5 % »; French readers will see a comma",
        ),
        (
            "{ value: 3, tolerance: 0,05, unit: kg }",
            &fields::ANSWER,
            "1:24 FIL1011 [0,05] write « 0.05 »; French readers will see a comma",
        ),
        (
            "value: 3\nunits: [kg\n",
            &fields::ANSWER,
            "2:8 FIL1002 [[] close it with « ] », or put the text in a « | » block",
        ),
        ("value: 3\nunits: kg\n", &fields::ANSWER, "2:8 FIL1010 [kg] write « [kg] »"),
        ("answers: [x]\nignore: [casse]\n", &fields::BLANK, "2:10 FIL1012 [casse] did you mean « case »?"),
        ("id: a\ntitle: b\nurl: www.a.ca\n", &fields::REFERENCE, "3:6 FIL1010 [www.a.ca] "),
        (
            "src: a.svg\nhotspots: []\n",
            &fields::FIGURE,
            "2:1 FIL2116 [hotspots] remove it for now; a later version will read it",
        ),
        (
            "term: a\ntext: b\nforms:\n  - un : deux\n",
            &fields::TERM,
            "4:5 FIL1003 [un] put the text in a « | » block or in straight quotes",
        ),
        ("", &fields::FIGURE, "1:1 FIL1026 [] keys to give: src"),
        ("- a\n", &fields::FIGURE, "1:3 FIL1010 [a] write one key a line, as « src: … »"),
        ("src: a\n<<: b\n", &fields::FIGURE, "2:1 FIL1014 [<<] write the keys again"),
    ];
    for (text, kind, expected) in cases {
        assert_eq!(findings(text, kind), [*expected], "{text}");
    }
}

#[test]
fn a_question_type_in_other_words_is_suggested() {
    let question = |kind: &str| findings(&format!("id: a\ntype: {kind}\nprompt: b\n"), &fields::QUESTION);
    assert_eq!(question("qcm"), ["2:7 FIL1012 [qcm] did you mean « choice »?"]);
    assert_eq!(question("Multiple Choice"), ["2:7 FIL1012 [Multiple Choice] did you mean « choice »?"]);
    assert_eq!(question("numerc"), ["2:7 FIL1012 [numerc] did you mean « numeric »?"]);
    assert_eq!(
        question("hotspot"),
        [
            "2:7 FIL2116 [hotspot] types that compile: choice, true-false, numeric, fill-in, matching, sequencing",
        ]
    );
}

#[test]
fn dates_durations_and_versions_are_read_or_refused() {
    let module = |key: &str, value: &str| {
        let line = format!("{key}: {value}\n");
        decoded(&line, &fields::MODULE)
            .findings
            .into_iter()
            .filter(|f| !f.contains("FIL1009"))
            .collect::<Vec<_>>()
    };
    for (key, value) in
        [("date", "2024-02-29"), ("version", "10.0.3"), ("duration", "1 h 30"), ("duration", "2 h")]
    {
        assert_eq!(module(key, value), Vec::<String>::new(), "{value}");
    }
    for (key, value) in
        [("date", "2023-02-29"), ("date", "22/11/2026"), ("version", "1.0"), ("duration", "90")]
    {
        assert_eq!(module(key, value).len(), 1, "{value}");
    }
    let object = decoded("duration: 1 h 30 min\n", &fields::MODULE).object.expect("it is read");
    assert_eq!(object.integer("duration").map(|d| d.value), Some(90));
}

#[test]
fn options_written_as_a_yaml_list_are_told_to_be_markdown() {
    let text = "id: a\ntype: choice\nprompt: b\noptions:\n  - bon\n  - mauvais\n";
    assert_eq!(
        findings(text, &fields::QUESTION),
        ["5:5 FIL1024 [bon] add « | » after « options: » and keep the dashes indented",]
    );
}

#[test]
fn options_without_their_bar_are_one_finding() {
    let text = "id: a\ntype: choice\nprompt: b\noptions:\n  - [x] bon\n  - [ ] mauvais\n";
    assert_eq!(
        findings(text, &fields::QUESTION),
        ["5:5 FIL1024 [[x] bon] add « | » after « options: » and keep the dashes indented",]
    );
    assert_eq!(findings("a:\n  - [x] bon\n b: c\n", &fields::QUESTION)[0].split(' ').nth(1), Some("FIL1002"));
}

#[test]
fn a_comma_that_cuts_a_value_in_braces_is_told_apart_from_an_unknown_key() {
    assert_eq!(
        findings("{ name: Centre d'expertise, d'innovation, role: author }", &fields::CONTRIBUTOR),
        ["1:29 FIL1007 [d'innovation] put the value in straight quotes: a comma cuts it",]
    );
}

#[test]
fn a_question_on_a_page_has_the_id_of_its_block() {
    let mut sources = Sources::default();
    let file = sources.add("p.md", "```{question} q1\ntype: true-false\nprompt: a\nanswer: false\n```\n");
    let page = Fragment::whole(&sources, file);
    let id = Spanned { value: "q1".to_owned(), span: page.span(14..16) };
    let mut sink = Sink::default();
    let object = decode_placed(&page.slice(17..58), &fields::QUESTION, &id, &mut sink).expect("it is right");
    assert_eq!(sink.into_sorted(&sources), []);
    assert_eq!(object.text("id"), Some(&id));
    assert_eq!(object.boolean("answer").map(|a| a.value), Some(false));
}

#[test]
fn every_kind_of_the_tables_decodes_its_own_defaults() {
    for kind in crate::source::fields::ALL {
        for field in kind.fields() {
            if let crate::source::Presence::Default(text) = field.presence {
                let mut sources = Sources::default();
                let file = sources.add("a.yaml", "");
                super::value::default(text, field, Fragment::whole(&sources, file).all());
            }
        }
    }
}

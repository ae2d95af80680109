//! Tests of the YAML reader: places, styles, traps.

use super::*;
use crate::diag::Code;
use crate::diag::Sources;

fn fragment(sources: &mut Sources, text: &str) -> Fragment {
    let file = sources.add("a.yaml", text);
    Fragment::whole(sources, file)
}

/// Findings as `line:column code`.
fn findings(text: &str) -> Vec<(usize, usize, Code)> {
    let mut sources = Sources::default();
    let text = fragment(&mut sources, text);
    let mut sink = Sink::default();
    read(&text, &mut sink);
    let sorted = sink.into_sorted(&sources);
    sorted
        .iter()
        .map(|f| {
            let span = f.span.expect("YAML findings have places");
            let place = sources.place(span.file, span.start);
            (place.line, place.column, f.code)
        })
        .collect()
}

/// The tree in one line, with the source text of each span.
fn tree(text: &str) -> String {
    let mut sources = Sources::default();
    let text = fragment(&mut sources, text);
    let mut sink = Sink::default();
    let node = read(&text, &mut sink).expect("the text can be read");
    show(&node)
}

fn show(node: &Node) -> String {
    match &node.content {
        Content::Scalar(text, Style::Plain) => text.text().to_owned(),
        Content::Scalar(text, Style::Quoted) => format!("'{}'", text.text()),
        Content::Scalar(text, Style::Block) => format!("|{:?}", text.text()),
        Content::List(nodes) => format!("[{}]", nodes.iter().map(show).collect::<Vec<_>>().join(", ")),
        Content::Map(pairs) => {
            let pairs: Vec<_> = pairs.iter().map(|(k, v)| format!("{}={}", show(k), show(v))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// Source text of each scalar's span, in order, and of each character of it by its own place.
fn places(text: &str) -> Vec<(String, String)> {
    let mut sources = Sources::default();
    let text = fragment(&mut sources, text);
    let node = read(&text, &mut Sink::default()).expect("the text can be read");
    let mut out = Vec::new();
    collect(&node, text.text(), &mut out);
    out
}

fn collect(node: &Node, source: &str, out: &mut Vec<(String, String)>) {
    match &node.content {
        Content::Scalar(text, _) => {
            let whole = source[node.span.start as usize..node.span.end as usize].to_owned();
            let each = text.text().char_indices().map(|(i, c)| {
                let span = text.span(i..i + c.len_utf8());
                source.get(span.start as usize..span.end as usize).unwrap_or("?").to_owned()
            });
            out.push((whole, each.collect()));
        }
        Content::List(nodes) => nodes.iter().for_each(|n| collect(n, source, out)),
        Content::Map(pairs) => pairs.iter().for_each(|(k, v)| {
            collect(k, source, out);
            collect(v, source, out);
        }),
    }
}

#[test]
fn every_style_and_every_occurrence_of_a_key_is_kept() {
    assert_eq!(
        tree(
            "a: 1.10\na: 'no'\nb: |\n  un : deux\n   # trois\n\n  « quatre »\nc: >\n  x\n  y\nd: [e, { f: g }]\nh:\n- i: j\n  k:\n- l\n"
        ),
        "{a=1.10, a='no', b=|\"un : deux\\n # trois\\n\\n« quatre »\\n\", c=|\"x y\\n\", d=[e, {f=g}], h=[{i=j, k=}, l]}"
    );
}

#[test]
fn each_character_of_each_style_knows_its_place() {
    let text =
        "é: déjà vu\nb: |\n\n  un é\n\n   deux\nc: >-\n  x\n  yé\nd: ['b''c', \"dé\"]\ne: un\n  deux\n";
    let expected = [
        ("é", "é"),
        ("déjà vu", "déjà vu"),
        ("b", "b"),
        ("un é\n\n   deux", "\nun é\n\n deux\n"),
        ("c", "c"),
        ("x\n  yé", "x\nyé"),
        ("d", "d"),
        ("'b''c'", "b''"),
        ("\"dé\"", "dé"),
        ("e", "e"),
        ("un\n  deux", "un\ndeux"),
    ];
    let found = places(text);
    let found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_block_scalar_inside_a_quote_of_a_page_keeps_its_places() {
    let mut sources = Sources::default();
    let page = "> ```{question} q\n> prompt: |\n>   Été?\n> ```\n";
    let file = sources.add("p.md", page);
    let mut body = Fragment::new(file, 20);
    for line in ["prompt: |\n", "  Été?\n"] {
        let at = page.find(line).expect("the line is there");
        body.push(line, at);
    }
    let node = read(&body, &mut Sink::default()).expect("the text can be read");
    let mut out = Vec::new();
    collect(&node, page, &mut out);
    assert_eq!(out[1], ("Été?".to_owned(), "Été?\n".to_owned()));
}

#[test]
fn all_traps_of_a_file_are_found_in_one_run() {
    let text = "title: Aluminium : le métal\n\
        support: voir la note #3\n\
        name: {eta} est le rendement\n\
        note: [a] ou b\n\
        alt: *important*\n\
        alt2: > 3 MPa\n\
        alt3: | du texte\n\
        alt4: @moi\n\
        alt5: % du total\n\
        alt6: `code`\n\
        alt7: \"Bonjour\" dit-elle\n\
        alt8: 'Bonjour\n\
        alt9: - tiret\n\
        deux:\n\
        \t- x\n\
        keywords: [a, b]\n";
    assert_eq!(
        findings(text),
        [
            (1, 18, Code::FIL1003),
            (2, 23, Code::FIL1004),
            (3, 7, Code::FIL1005),
            (4, 7, Code::FIL1005),
            (5, 6, Code::FIL1005),
            (6, 7, Code::FIL1005),
            (7, 7, Code::FIL1005),
            (8, 7, Code::FIL1005),
            (9, 7, Code::FIL1005),
            (10, 7, Code::FIL1005),
            (11, 7, Code::FIL1005),
            (12, 7, Code::FIL1005),
            (13, 7, Code::FIL1005),
            (15, 1, Code::FIL1006),
        ]
    );
}

#[test]
fn a_trapped_value_is_still_read_as_it_was_meant() {
    assert_eq!(
        tree("a: Aluminium : le métal\nb: {eta} est\nc: note #3\nd: { e: f : g }\n"),
        "{a=Aluminium : le métal, b={eta} est, c=note #3, d={e=f : g}}"
    );
}

#[test]
fn what_is_right_is_no_trap() {
    let text = "# titre : x\n\
        id: hall   # le dossier : #1\n\
        kind: theory # un mot\n\
        url: \"https://a.example/#x\"   # fin\n\
        prompt: |   # bloc\n  a : b #c\n  {x} \"y\n\n\tz: *\n\
        answer: { value: 3*m, unit: kg, tolerance: 1 % }\n\
        levels: [\n  a,  # premier\n  \"b : c\"\n]\n\
        list:\n- { name: l'eau, role: 'd''ici' }\n- [a, [b]]\n-\n  c: d\n\
        heure: 00:45\nq: \"deux\n  lignes\"\nc#: d\nw: L'eau d'été\n"
        .replace("\n\tz: *", "");
    assert_eq!(findings(&text), []);
}

#[test]
fn a_tab_in_the_indent_of_a_block_is_a_trap() {
    assert_eq!(findings("a: |\n\tb\nc: d\n"), [(2, 1, Code::FIL1006)]);
    assert_eq!(findings("a: |\n  b\n  \tc\n"), []);
    assert_eq!(findings("- a: b\n\tc: d\n  e: @f\n"), [(2, 1, Code::FIL1006), (3, 6, Code::FIL1005)]);
}

#[test]
fn no_break_spaces_in_an_indent_are_a_trap_and_in_a_text_are_none() {
    let text = "a:\n\u{a0}\u{a0}b: c\nd: |\n\u{a0}\u{a0}e\n";
    assert_eq!(findings(text), [(2, 1, Code::FIL1006), (4, 1, Code::FIL1006)]);
    assert_eq!(findings("a: «\u{a0}b\u{a0}: c\u{a0}»\n"), [(1, 8, Code::FIL1003)]);
    assert_eq!(findings("a: «\u{a0}b\u{a0}»\nc: |\n  d\n  \u{a0}e\n"), []);
}

#[test]
fn what_the_format_leaves_out_of_yaml_is_refused() {
    assert_eq!(
        findings("a: &x b\nc: *x\nd: !t e\n"),
        [(1, 4, Code::FIL1014), (2, 4, Code::FIL1014), (3, 4, Code::FIL1014),]
    );
    assert_eq!(findings("a: b\n---\nc: d\n"), [(2, 1, Code::FIL1014)]);
    assert_eq!(findings("[[&x a, *x]]"), [(1, 3, Code::FIL1014), (1, 9, Code::FIL1014)]);
}

#[test]
fn an_anchor_before_a_block_hides_nothing_of_the_block() {
    assert_eq!(findings("a: &x |\n  - b : c\n  *d\ne: {f\n"), [(1, 4, Code::FIL1014), (4, 4, Code::FIL1002)]);
    assert_eq!(tree("a: &x |\n  b : c\nd: &y\n  e: f\n"), "{a=|\"b : c\\n\", d={e=f}}");
}

#[test]
fn more_than_64_levels_are_refused() {
    let deep = |n: usize| format!("{}x{}", "[".repeat(n), "]".repeat(n));
    assert_eq!(findings(&deep(64)), []);
    assert_eq!(findings(&deep(65)), [(1, 65, Code::FIL1014)]);
    let block: String = (0..300).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    assert_eq!(findings(&block), [(65, 65, Code::FIL1014)]);
}

#[test]
fn a_syntax_error_is_one_finding_on_the_line_at_fault() {
    assert_eq!(findings("a: |\ntexte\nb: c\n"), [(2, 1, Code::FIL1002)]);
    assert_eq!(findings("a: b\n  c: d\n"), [(2, 4, Code::FIL1003)]);
    assert_eq!(findings("a:\n    b: c\n  d: e\n"), [(3, 3, Code::FIL1002)]);
    assert_eq!(findings("- a\nb\n"), [(2, 1, Code::FIL1002)]);
}

#[test]
fn json_is_read_as_it_is() {
    assert_eq!(
        tree("{\n\t\"a\": \"b\\/\\u00e9 #c\",\n\t\"d\": [1, true]\n}\n"),
        "{'a'='b/é #c', 'd'=[1, true]}"
    );
}

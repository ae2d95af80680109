use super::*;
use crate::diag::Sources;
use proptest::prelude::*;

/// The tree of a text and its findings, as `line:column-line:column CODE`.
fn read(text: &str) -> (Document, Vec<String>) {
    let mut sources = Sources::default();
    let file = sources.add("a.md", text);
    let mut sink = Sink::default();
    let document = parse(&Fragment::whole(&sources, file), &mut sink);
    let show = |d: &crate::diag::Diagnostic| {
        let span = d.span.unwrap();
        let (from, to) = (sources.place(file, span.start), sources.place(file, span.end));
        format!("{}:{}-{}:{} {}", from.line, from.column, to.line, to.column, d.code.id())
    };
    (document, sink.into_sorted(&sources).iter().map(show).collect())
}

fn findings(text: &str) -> Vec<String> {
    read(text).1
}

#[test]
fn what_markdown_swallows_is_found_at_its_place() {
    let cases = [
        ("a\n\n```{figure}\nsrc: x\n", "3:1-3:12 FIL1015"),
        ("- a\n\n  ~~~\n  x\n", "3:3-3:6 FIL1015"),
        ("> ```{figure}\n> src: x\n\nb", "1:3-1:14 FIL1015"),
        ("> [!INFO]\n> x\n", "1:3-1:10 FIL1018"),
        ("- a\n  > [!NOTE] Titre\n  > x\n", "2:5-2:12 FIL1018"),
        ("a <br> b\n", "1:3-1:7 FIL1019"),
        ("<div>\na\n</div>\n", "1:1-1:6 FIL1019"),
        ("a\n\n    ```{figure}\n    ```\n", "3:5-3:16 FIL1023"),
        ("a\n    ```{figure}\n    src: x\n    ```\n", "2:5-2:16 FIL1023"),
        (":::note\nx\n:::\n", "1:1-1:8 FIL1016"),
        ("```figure\nsrc: x\n```\n", "1:4-1:10 FIL1016"),
        ("```{figure\nsrc: x\n```\n", "1:4-1:11 FIL1016"),
        ("[a][b]\n", "1:1-1:7 FIL2004"),
        ("> | a | b |\n> |---|---|\n> | 1 |\n", "3:3-3:8 FIL4012"),
        ("| a | b |\n|---|\n| 1 | 2 |\n", "1:1-1:10 FIL4012"),
        ("| a | b |\n|---|---|\n| 1 | x\\|y | z |\n", "3:1-3:17 FIL4012"),
    ];
    for (text, expected) in cases {
        assert_eq!(findings(text), vec![expected.to_owned()], "{text}");
    }
}

#[test]
fn what_is_right_has_no_finding() {
    for text in [
        "```rust\nfn a() {}\n```\n",
        "````\n```\n````\n",
        "```text\n:::note\n```\n",
        "> [!TIP]\n> x\n",
        "| a | b |\n|---|--:|\n| 1 | x\\|y |\n",
        "a < b, c \\<d\\>, `<br>`\n",
        "[^a]\n\n[^a]: note\n",
        "```{question} q\n```\n",
    ] {
        assert_eq!(findings(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_header_is_measured_and_reported() {
    let mut sources = Sources::default();
    let file = sources.add("a.md", "---\ntitle: x\n---\n# A\n");
    let mut sink = Sink::default();
    assert_eq!(front_matter(&Fragment::whole(&sources, file), &mut sink), 16);
    assert_eq!(sink.into_sorted(&sources)[0].code, crate::diag::Code::FIL1020);
    let file = sources.add("b.md", "---\n\ntexte\n\n---\n");
    let mut sink = Sink::default();
    assert_eq!((front_matter(&Fragment::whole(&sources, file), &mut sink), sink.len()), (0, 0));
}

#[test]
fn the_body_of_a_block_in_a_quote_in_a_list_knows_its_places() {
    let text = "- é\n  > ```{figure} f\n  > src: à\n  > alt: b\n  > ```\n";
    let (document, findings) = read(text);
    assert_eq!(findings, Vec::<String>::new());
    let BlockKind::List { items, .. } = &document.blocks[0].kind else { panic!() };
    let BlockKind::Quote(quoted) = &items[0][1].kind else { panic!() };
    let BlockKind::Fence(fence) = &quoted[0].kind else { panic!() };
    assert_eq!(fence.body.text(), "src: à\nalt: b\n");
    let word = |fragment: &Fragment, range: std::ops::Range<usize>| {
        let span = fragment.span(range);
        text[span.start as usize..span.end as usize].to_owned()
    };
    assert_eq!(word(&fence.body, 5..7), "à");
    assert_eq!(word(&fence.body, 8..11), "alt");
    assert_eq!(word(&fence.name, 0..6), "figure");
    assert_eq!(word(fence.id.as_ref().unwrap(), 0..1), "f");
}

#[test]
fn brackets_roles_and_undefined_notes_are_nodes_of_their_own() {
    let kinds = |text: &str| match &read(text).0.blocks[0].kind {
        BlockKind::Paragraph(content) => content
            .iter()
            .map(|inline| format!("{:?}", inline.kind))
            .map(|k| k.split([' ', '(']).next().unwrap().to_owned())
            .collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(kinds("a [@x, p. 3] b"), ["Text", "Bracket", "Text"]);
    assert_eq!(kinds("a[^x] \\[^y]"), ["Text", "Note", "Text"]);
    assert_eq!(kinds("{term}`x` et {x} `y`, \\{term}`z`"), ["Role", "Text", "Code", "Text", "Code"]);
    assert_eq!(kinds("{{I}}`x`"), ["Text", "Code"]);
}

#[test]
fn a_thousand_quotes_are_refused_without_exhausting_the_stack() {
    let text = format!("{}a\n", "> ".repeat(1000));
    assert_eq!(findings(&text), vec!["1:65-1:2002 FIL1028".to_owned()]);
}

#[test]
fn amounts_products_paths_and_escaped_signs_are_no_lookalikes() {
    let texts = [
        "5 $ la tonne, 500 $CA, $US 12, de $5 à $10",
        "2*3 et \\*mot, C:\\Users\\moi, \\$x",
        "`$x`, `**`, `{figure}`, $a$ et {term}`b`",
        "- -5 °C\n- [x] oui\n- a {#id}\n",
        "[note] (voir plus bas) et [a](b.md)",
        "# Titre {#id}\n\nVoir a@b.ca, #1 et n° 3\n",
    ];
    for text in texts {
        assert_eq!(findings(text), Vec::<String>::new(), "{text}");
    }
}

fn items(text: &str) -> Result<Vec<String>, Vec<String>> {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text);
    let mut sink = Sink::default();
    let found = list(&Fragment::whole(&sources, file), &mut sink);
    let show = |item: &Item| {
        let feedback = item.feedback.as_ref().map_or("-", |f| f.text().trim_end());
        let id = item.id.as_ref().map_or("-", |id| id.text());
        format!("{:?} {}|{feedback}|{id}|{}", item.marker, item.content.text(), item.fixed)
    };
    let place = |d: &crate::diag::Diagnostic| {
        let at = sources.place(file, d.span.unwrap().start);
        format!("{}:{} {}", at.line, at.column, d.message.en)
    };
    found
        .map(|items| items.iter().map(show).collect())
        .ok_or_else(|| sink.into_sorted(&sources).iter().map(place).collect())
}

#[test]
fn a_list_field_gives_its_items_with_markers_feedback_and_attributes() {
    let text = "- [x] Vrai à $x_{1}$.\n- [ ] Faux {#faux} {fixed}\n  > Car c'est\n  > faux.\n\n- a -> b\n  suite\n1. un\n10) dix\n- -> c {{x}}\n";
    let expected = [
        "Checked Vrai à $x_{1}$.|-|-|false",
        "Unchecked Faux|Car c'est\nfaux.|faux|true",
        "Bullet a -> b\nsuite|-|-|false",
        "Number(1) un|-|-|false",
        "Number(10) dix|-|-|false",
        "Bullet -> c {{x}}|-|-|false",
    ];
    assert_eq!(items(text), Ok(expected.map(str::to_owned).to_vec()));
}

#[test]
fn what_is_no_list_is_reported_at_its_line() {
    assert_eq!(items("texte\n"), Err(vec!["1:1 a list is expected here".to_owned()]));
    assert_eq!(items("- a\ntexte\n"), Err(vec!["2:1 a list is expected here".to_owned()]));
    assert_eq!(items("- a {fixe}\n"), Err(vec!["1:6 there is no attribute « fixe »".to_owned()]));
    assert_eq!(items("- a\n-\n"), Err(vec!["2:1 this list item is empty".to_owned()]));
}

proptest! {
    #[test]
    fn any_text_becomes_a_tree_and_a_list(text in "[-a-z0-9 \n>|`~#*_\\[\\]()!:^${}\\\\<@é]{0,120}") {
        read(&text);
        let _ = items(&text);
    }

    #[test]
    fn any_blocks_in_any_containers_become_a_tree(lines in proptest::collection::vec(line(), 0..14)) {
        read(&lines.concat());
    }
}

fn line() -> impl Strategy<Value = String> {
    let lead =
        proptest::sample::select(vec!["", "> ", "- ", "  ", "    ", "1. ", "> - ", "\t", "[^a]: ", ": "]);
    let body = proptest::sample::select(vec![
        "```{figure} x",
        "```",
        "~~~",
        "| a | b |",
        "|---|---|",
        "# t {#i}",
        "> [!NOTE]",
        "$x$",
        "$$",
        "[^a]",
        "{term}`é <x>`",
        "",
        "src: |",
        "<b>",
    ]);
    (lead, body).prop_map(|(lead, body)| format!("{lead}{body}\n"))
}

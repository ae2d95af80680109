use std::path::PathBuf;

use super::*;
use crate::diag::Sources;
use crate::model::Block;
use crate::model::plain_text;
use crate::source::PageSource;
use proptest::prelude::*;

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"/>";

fn names(sources: &mut Sources) -> Names {
    let mut names = Names::new(LangTag::new("fr-CA").unwrap());
    names.add_term("Cuve", "cuve");
    names.add_term("cuves", "cuve");
    names.references.insert("deom".to_owned());
    names.questions.insert("q1".to_owned());
    for (path, text) in [("assets/a.svg", SVG), ("data/e.csv", "U (V),w,nom\n3.9,12.911,b\n4.0,13000,\n")] {
        let file = sources.add(path, text);
        let text = Some(Fragment::whole(sources, file));
        names.files.insert(
            path.to_owned(),
            FileNames { disk: PathBuf::from(path), text, outside: false, unread: false },
        );
    }
    let file = sources.add("pages/02-cuve.md", "# Cuve\n\n## L'anode\n\n## Le bain {#bain}\n");
    names.add_page(&PageSource { name: "02-cuve".to_owned(), text: Fragment::whole(sources, file) });
    names
}

/// A page under `# T`, and its findings as `line:column-line:column CODE message`.
fn read(text: &str) -> (PageParts, Vec<String>) {
    let mut sources = Sources::default();
    let names = names(&mut sources);
    let file = sources.add("pages/01-a.md", text);
    let mut sink = Sink::default();
    let source = PageSource { name: "01-a".to_owned(), text: Fragment::whole(&sources, file) };
    let parts = page(&source, &names, &mut sink);
    let show = |d: &crate::diag::Diagnostic| {
        let span = d.span.unwrap();
        let (from, to) = (sources.place(span.file, span.start), sources.place(span.file, span.end));
        format!("{}:{}-{}:{} {} {}", from.line, from.column, to.line, to.column, d.code.id(), d.message.en)
    };
    (parts, sink.into_sorted(&sources).iter().map(show).collect())
}

/// The blocks of a page without findings.
fn blocks(text: &str) -> Vec<Block> {
    let (parts, findings) = read(&format!("# T\n\n{text}"));
    assert_eq!(findings, Vec::<String>::new());
    parts.body.0
}

/// The only finding of a text that stands from line 3 of a page.
fn finding(text: &str) -> String {
    let (_, findings) = read(&format!("# T\n\n{text}"));
    assert_eq!(findings.len(), 1, "{text}: {findings:?}");
    findings.into_iter().next().unwrap()
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

fn paragraph(text: &str) -> Prose {
    Prose(vec![Block::Paragraph(words(text))])
}

#[test]
fn a_page_gives_its_title_lead_headings_and_footnotes() {
    let (parts, findings) = read(
        "# L'électrolyse\n\n*Pourquoi ?*\n\n## Le bain\n\nA[^b] et [^a].\n\n### Le bain\n\n## Ici {#la}\n\n[^a]: x[^c]\n[^b]: y\n[^c]: z\n",
    );
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(parts.title, words("L’électrolyse"));
    let heading =
        |level, id: &str, text: &str| Block::Heading { level, id: id.to_owned(), content: words(text) };
    let calls = vec![
        Inline::Text("A".into()),
        Inline::Footnote(0),
        Inline::Text(" et ".into()),
        Inline::Footnote(1),
        Inline::Text(".".into()),
    ];
    let expected = vec![
        Block::Lead(words("Pourquoi?")),
        heading(2, "le-bain", "Le bain"),
        Block::Paragraph(calls),
        heading(3, "le-bain-2", "Le bain"),
        heading(2, "la", "Ici"),
    ];
    assert_eq!(parts.body.0, expected);
    let x = Prose(vec![Block::Paragraph(vec![Inline::Text("x".into()), Inline::Footnote(2)])]);
    assert_eq!(parts.footnotes, vec![paragraph("y"), x, paragraph("z")]);
}

#[test]
fn roles_citations_and_links_resolve() {
    let term = |text: &str| Inline::Term { term: "cuve".to_owned(), content: words(text) };
    let link = |href: &str, text: &str| Inline::Link { href: href.to_owned(), content: words(text) };
    let cases = [
        ("{term}`cuve`", term("cuve")),
        ("{term}`deux d'elles <Cuves>`", term("deux d’elles")),
        ("{review}`25 % ?`", Inline::Review(words("25\u{a0}%?"))),
        (
            "{lang=en}`\"hot\" tear : it's`",
            Inline::Lang { lang: LangTag::new("en").unwrap(), content: words("“hot” tear : it’s") },
        ),
        (
            "[@deom, p. 3]",
            Inline::Citation {
                reference: crate::model::ReferenceId::new("deom").unwrap(),
                locator: Some("p.\u{a0}3".into()),
            },
        ),
        ("[L'anode](02-cuve.md#l-anode)", link("#cuve/l-anode", "L’anode")),
        ("[Le bain](pages/02-cuve.md#bain)", link("#cuve/bain", "Le bain")),
        ("[La cuve](./02-cuve.md)", link("#cuve", "La cuve")),
        ("[AluQuébec](https://a.ca/b?c=d)", link("https://a.ca/b?c=d", "AluQuébec")),
        ("[Écrire](mailto:a@b.ca)", link("mailto:a@b.ca", "Écrire")),
        (
            "![Une cuve](assets/a.svg)",
            Inline::Image { asset: "assets/a.svg".into(), alt: "Une cuve".into(), width: 40, height: 30 },
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(blocks(text), vec![Block::Paragraph(vec![expected])], "{text}");
    }
}

#[test]
fn blocks_of_ours_become_blocks_of_the_model() {
    let figure = blocks(
        "```{figure}\nsrc: assets/a.svg\nalt: |\n  Deux anodes.\ncaption: |\n  Coupe : *oui*.\nzoom: true\n```\n",
    );
    let caption =
        vec![Inline::Text("Coupe\u{a0}: ".into()), Inline::Emphasis(words("oui")), Inline::Text(".".into())];
    let expected = Figure {
        asset: "assets/a.svg".into(),
        alt: Some("Deux anodes.".into()),
        caption: Some(Prose(vec![Block::Paragraph(caption)])),
        credit: None,
        description: None,
        zoom: true,
        width: 40,
        height: 30,
    };
    assert_eq!(figure, vec![Block::Figure(expected)]);
    let reveal = blocks("- a\n\n  ```{reveal}\n  title: Voir l'aide\n  body: |\n    Un mot.\n  ```\n");
    let inside = Block::Reveal { title: words("Voir l’aide"), body: paragraph("Un mot.") };
    let item = Prose(vec![Block::Paragraph(words("a")), inside]);
    assert_eq!(reveal, vec![Block::List { start: None, items: vec![item] }]);
    let download = blocks("```{download}\nsrc: data/e.csv\ntitle: Les données\n```\n");
    assert_eq!(
        download,
        vec![Block::Download {
            asset: "data/e.csv".into(),
            title: "Les données".into(),
            text: Prose::default()
        }]
    );
    assert_eq!(blocks("```{objectives}\n```\n"), vec![Block::Objectives]);
    assert_eq!(
        blocks("```{question} q1\n```\n"),
        vec![Block::Question(crate::model::QuestionId::new("q1").unwrap())]
    );
}

#[test]
fn a_table_of_data_prints_its_numbers_and_aligns_them() {
    use crate::model::Align;
    let shown = |text: &str| {
        let Block::Table(table) = blocks(text).remove(0) else { panic!() };
        let aligns: Vec<Align> = table.columns.iter().map(|c| c.align).collect();
        let cells = table
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| plain_text(cell)).collect::<Vec<_>>().join("|"));
        (table.row_headers, aligns, cells.collect::<Vec<_>>())
    };
    let numbers = vec![Align::Start, Align::End, Align::Start];
    let rows = vec!["3.9|12,91|b".to_owned(), "4.0|13\u{a0}000,00|".to_owned()];
    assert_eq!(shown("```{table}\ndata: data/e.csv\ndigits: { w: 2 }\n```\n"), (1, numbers, rows));
    let numbers = vec![Align::End, Align::End, Align::Start];
    let rows = vec!["3,9|12,911|b".to_owned(), "4,0|13\u{a0}000|".to_owned()];
    assert_eq!(shown("```{table}\ndata: data/e.csv\ndigits: { U (V): 1 }\n```\n"), (1, numbers, rows));
    let rows = vec!["3,9|2024".to_owned(), "4,0|1".to_owned()];
    assert_eq!(
        shown(
            "```{table}\nrow_headers: 0\ndata: |\n  | U | n |\n  |---|---|\n  | 3.9 | 2024 |\n  | 4.0 | 1 |\n```\n"
        ),
        (0, vec![Align::End, Align::End], rows)
    );
    assert_eq!(
        shown("| a | b | c |\n|---|:-:|---|\n| 1 500 | x | y |\n"),
        (0, vec![Align::End, Align::Center, Align::Start], vec!["1\u{a0}500|x|y".to_owned()])
    );
}

#[test]
fn faults_are_found_at_their_place_even_deep_inside() {
    let cases = [
        ("- a\n  > ```{figur} x\n  > ```\n", "4:9-4:14 FIL1016 there is no block « figur »"),
        (
            "- a\n\n  > ```{reveal}\n  > title: T\n  > body: |\n  >   - é $\\foo$\n  > ```\n",
            "8:12-8:16 FIL4005 there is no command « \\foo »",
        ),
        (
            "- a\n  - ```{table}\n    data: |\n      | a |\n      |---|\n      | {term}`é <x>` |\n    ```\n",
            "8:19-8:20 FIL2004 the glossary has no term « x »",
        ),
        (
            "> ```{figure}\n> src: assets/b.svg\n> alt: |\n>   é\n> ```\n",
            "4:8-4:20 FIL2005 the file « assets/b.svg » does not exist",
        ),
        ("```{figure}\nsrc: assets/a.svg\n```\n", "4:1-4:4 FIL4001 this picture has no text alternative"),
        (
            "```{figure}\nsrc: assets/a.svg\nalt: |\n  Image d'une cuve\n```\n",
            "6:3-6:19 FIL4002 the text alternative says that it is a picture",
        ),
        ("![](assets/a.svg)", "3:1-3:18 FIL4001 this picture has no text alternative"),
        ("![a](assets/a.svg)", "3:1-3:19 FIL4002 the text alternative is the file's name"),
        ("![x](../a.svg)", "3:1-3:15 FIL2006 « ../a.svg » leaves the module's folder"),
        ("```{chart}\n```\n", "3:5-3:10 FIL2116 this version does not compile the block « chart » yet"),
        ("```{question}\n```\n", "3:5-3:13 FIL1009 this question block has no id"),
        ("```{question} Q 1\n```\n", "3:15-3:18 FIL2001 « Q 1 » is not an id"),
        ("```{question} q2\n```\n", "3:15-3:17 FIL2004 there is no question « q2 »"),
        ("a {rewiev}`b`", "3:4-3:10 FIL1017 there is no role « rewiev »"),
        ("a[^b]", "3:2-3:6 FIL2004 the footnote « b » is not defined"),
        ("a\n\n[^b]: c", "5:1-5:8 FIL2004 nothing calls the footnote « b »"),
        ("[@x]", "3:1-3:5 FIL2004 there is no reference « x »"),
        ("### S", "3:1-3:6 FIL3001 this heading goes from level 1 to level 3"),
        ("# S", "3:1-3:4 FIL3001 the page has a second title « # »"),
        ("- # S", "3:3-3:6 FIL3001 a heading does not belong here"),
        ("## A {#a}\n\n## B {#a}", "5:1-5:10 FIL2002 the id « a » is already used on this page"),
        ("[](https://a.ca)", "3:1-3:17 FIL4003 this link has no text"),
        ("[Cliquez ici](https://a.ca)", "3:1-3:28 FIL4004 « Cliquez ici » does not say where the link leads"),
        ("<https://a.ca>", "3:1-3:15 FIL4004 the text of this link is an address"),
        ("é https://a.ca b", "3:3-3:15 FIL4004 a bare address is no link"),
        ("[A](http://a.ca)", "3:1-3:17 FIL4013 this link is not encrypted"),
        ("[A](javascript:a)", "3:1-3:18 FIL4013 a link cannot begin with « javascript: »"),
        ("[A](02-cuves.md)", "3:1-3:17 FIL2004 no page is called « 02-cuves.md »"),
        ("[A](02-cuve.md#anode)", "3:1-3:22 FIL2004 the page « 02-cuve.md » has no heading « anode »"),
        ("[A](#b)", "3:1-3:8 FIL2004 this page has no heading « b »"),
        ("[A](data/e.csv)", "3:1-3:16 FIL2004 « data/e.csv » is not a page"),
        (
            "```{table}\ndata: data/e.csv\ndigits: { x: 2 }\n```\n",
            "5:11-5:12 FIL4012 the table has no column « x »",
        ),
        ("```{table}\ndata: |\n  texte\n```\n", "5:3-5:8 FIL4012 these data are not a table"),
    ];
    for (text, expected) in cases {
        assert_eq!(finding(text), expected, "{text}");
    }
}

#[test]
fn a_page_without_a_title_is_reported_at_its_first_line() {
    assert_eq!(read("Texte\n").1, vec!["1:1-1:6 FIL3001 the page does not begin with its title"]);
    assert_eq!(read("").1, vec!["1:1-1:1 FIL3001 the page does not begin with its title"]);
}

#[test]
fn what_was_used_is_recorded() {
    let mut sources = Sources::default();
    let names = names(&mut sources);
    let file = sources.add("a.yaml", "{term}`cuves` [@deom] ![Une cuve](assets/a.svg)");
    let mut sink = Sink::default();
    assert!(prose(&Fragment::whole(&sources, file), &names, &mut sink).is_some());
    let used = names.used.borrow();
    let keys = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join(",");
    assert_eq!((keys(&used.terms), keys(&used.references)), ("cuve".to_owned(), "deom".to_owned()));
    assert_eq!(used.files.keys().collect::<Vec<_>>(), ["assets/a.svg"]);
    assert_eq!(used.svgs["assets/a.svg"], SVG.as_bytes());
}

#[test]
fn only_names_of_blanks_become_blanks() {
    let mut sources = Sources::default();
    let names = names(&mut sources);
    let file = sources.add("a.yaml", "Le [nom] et [sic] : oui");
    let blanks = BTreeSet::from(["nom".to_owned()]);
    let found = prompt(&Fragment::whole(&sources, file), &names, &blanks, &mut Sink::default());
    let expected = vec![
        Inline::Text("Le ".into()),
        Inline::Blank("nom".into()),
        Inline::Text(" et [sic]\u{a0}: oui".into()),
    ];
    assert_eq!(found, Some(Prose(vec![Block::Paragraph(expected)])));
}

proptest! {
    #[test]
    fn any_page_is_converted_or_reported(text in "[-a-z0-9 \n>|`~#*_\\[\\]()!:^${}\\\\<@é.%\"']{0,120}") {
        read(&text);
    }
}

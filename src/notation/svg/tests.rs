use super::*;
use crate::diag::Sources;
use proptest::prelude::*;

fn show(source: &str) -> Result<String, String> {
    let mut sources = Sources::default();
    let file = sources.add("a.svg", source);
    let mut sink = Sink::default();
    let found = svg(&Fragment::whole(&sources, file), &mut sink);
    let finding = sink.into_sorted(&sources).first().map(|d| {
        let span = d.span.unwrap();
        format!("{}-{} {}", span.start, span.end, d.message.en)
    });
    found
        .map(|svg| {
            format!("{}x{} {}", svg.size.width, svg.size.height, String::from_utf8(svg.bytes).unwrap())
        })
        .ok_or_else(|| finding.unwrap())
}

fn root(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">{inside}</svg>")
}

#[test]
fn a_plain_drawing_comes_out_as_it_went_in() {
    let source = root(
        "<title>Cuve &amp; bain</title><desc>d</desc>\n<g fill=\"url(#p)\"><path d=\"M0 0\"/></g><use href=\"#p\"/>",
    );
    assert_eq!(show(&source), Ok(format!("4x3 {source}")));
}

#[test]
fn what_drawing_programs_add_is_dropped_and_style_becomes_attributes() {
    let source = "<?xml version=\"1.0\"?><!-- x --><!DOCTYPE svg PUBLIC \"a\" \"b\">\n\
        <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:i=\"urn:i\" width=\"40px\" height=\"30\" i:v=\"1\">\
        <i:named a=\"1\"><path d=\"z\"/></i:named><metadata>x</metadata>\
        <path fill=\"red\" style=\"fill:#fff; -inkscape-x:1;stroke:url(#a) !important\" d=\"M0\"/></svg>\n";
    let expected = "40x30 <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\">\
        <path d=\"M0\" fill=\"#fff\" stroke=\"url(#a)\"/></svg>";
    assert_eq!(show(source), Ok(expected.to_owned()));
}

#[test]
fn what_runs_loads_or_hides_is_refused_at_its_place() {
    let not = |what: &str| format!("« {what} » is not allowed in an SVG picture");
    let cases = [
        ("<script>1</script>", "0-8", not("<script>")),
        ("<g onclick=\"a()\"/>", "3-10", not("onclick")),
        ("<g OnLoad=\"a()\"/>", "3-9", not("OnLoad")),
        ("<image href=\"https://a.ca/x.png\"/>", "7-11", not("href")),
        ("<image xlink:href=\"//a.ca/x\"/>", "7-17", not("xlink:href")),
        ("<use href=\"other.svg#a\"/>", "5-9", not("href")),
        ("<foreignObject/>", "0-16", not("<foreignObject>")),
        ("<path fill=\"url(https://a.ca)\"/>", "6-10", not("url(…)")),
        ("<path style=\"fill:u\\72l(x)\"/>", "6-11", not("url(…)")),
        ("<path style=\"position:fixed\"/>", "6-11", not("position")),
        ("<style>a{}</style>", "0-7", not("<style>")),
        ("<a href=\"#x\">y</a>", "0-13", not("<a>")),
        ("<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>", "0-48", not("<script>")),
    ];
    let offset = root("").len() - "</svg>".len();
    for (inside, place, message) in cases {
        let (start, end) = place.split_once('-').unwrap();
        let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
        let expected = format!("{}-{} {message}", start + offset, end + offset);
        assert_eq!(show(&root(inside)), Err(expected), "{inside}");
    }
}

#[test]
fn every_fault_is_told_once_and_what_a_script_holds_is_not_judged() {
    let inside = "<script>if (a < b) {}</script><path onclick=\"a()\" style=\"position:x; a\"/>";
    let mut sources = Sources::default();
    let told = |inside: &str, sources: &mut Sources| {
        let file = sources.add("a.svg", &root(inside));
        let mut sink = Sink::default();
        svg(&Fragment::whole(sources, file), &mut sink);
        sink.iter().map(|found| found.message.en.clone()).collect::<Vec<_>>()
    };
    let not = |what: &str| format!("«\u{a0}{what}\u{a0}» is not allowed in an SVG picture");
    assert_eq!(told(inside, &mut sources), [not("<script>")]);
    let inside = "<a href=\"#\"><path onclick=\"a()\"/></a><path onclick=\"a()\" style=\"position:x; a\"/>";
    assert_eq!(told(inside, &mut sources), ["<a>", "onclick", "position", "a"].map(not));
}

#[test]
fn what_is_not_well_formed_is_refused() {
    let bad = "this SVG file is not well-formed XML";
    let open = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">";
    for source in [
        format!("{open}<g></svg>"),
        format!("{open}<g/>"),
        format!("{open}&bogus;</svg>"),
        format!("{open}</svg><svg/>"),
        format!("{open}</svg>x"),
        format!("x{open}</svg>"),
        format!("{open}<g id=\"a\" id=\"b\"/></svg>"),
        format!("{open}<g id=a/></svg>"),
        format!("{open}<g id=\"<\"/></svg>"),
        format!("{open}a\u{1}</svg>"),
        format!("{open}a & b</svg>"),
        String::new(),
    ] {
        let said = show(&source).map_err(|said| said.split_once(' ').unwrap().1.to_owned());
        assert_eq!(said, Err(bad.to_owned()), "{source}");
    }
}

#[test]
fn a_drawing_without_a_size_or_another_root_is_refused() {
    assert_eq!(
        show("<svg width=\"100%\" height=\"3\"/>"),
        Err("0-30 this SVG picture does not say its size".into())
    );
    assert_eq!(show("<html/>"), Err("0-7 this file is not an SVG picture".into()));
}

proptest! {
    #[test]
    fn any_text_is_cleaned_or_refused(text in "[<>/a-z=\"'&;:#() !?\\[\\]-]{0,60}") {
        let _ = show(&root(&text));
        let _ = show(&text);
    }

    #[test]
    fn what_was_cleaned_is_cleaned_to_the_same(inside in "(<g fill=\"[a-z&;]{0,4}\">|</g>|<path d=\"M0 0\"/>|x|&lt;|<title>é</title>| ){0,8}") {
        if let Ok(once) = show(&root(&inside)) {
            let bytes = once.split_once(' ').unwrap().1;
            prop_assert_eq!(show(bytes), Ok(once.clone()));
        }
    }
}

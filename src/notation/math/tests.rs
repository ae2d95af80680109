use super::*;
use crate::diag::Sources;
use proptest::prelude::*;

/// The MathML between `<semantics>` and the annotation, or the findings as `column-column code: words`.
fn show(tex: &str) -> Result<String, Vec<String>> {
    let mut sources = Sources::default();
    let file = sources.add("a.md", tex);
    let mut sink = Sink::default();
    let math = math(&Fragment::whole(&sources, file), Display::Inline, Lang::French, &mut sink);
    let findings: Vec<String> = sink
        .into_sorted(&sources)
        .iter()
        .map(|d| {
            let span = d.span.unwrap();
            let hint = d.hints.first().map_or("", |h| h.en.as_str());
            format!("{}-{} {}: {} ({hint})", span.start, span.end, d.code.id(), d.message.en)
        })
        .collect();
    let inside = |mathml: &str| {
        let annotation = format!(
            "<annotation encoding=\"application/x-tex\">{}</annotation></semantics></math>",
            quick_xml::escape::partial_escape(tex)
        );
        let rest = mathml.strip_prefix("<math><semantics>").unwrap();
        rest.strip_suffix(&annotation).unwrap_or_else(|| panic!("{mathml}")).to_owned()
    };
    math.map(|math| inside(&math.mathml).replace('\u{a0}', "~")).ok_or(findings)
}

fn ok(tex: &str) -> String {
    show(tex).unwrap_or_else(|findings| panic!("{tex}: {findings:?}"))
}

#[test]
fn numbers_are_one_element_printed_in_french() {
    assert_eq!(ok("0.95"), "<mn>0,95</mn>");
    assert_eq!(ok("70000"), "<mn>70~000</mn>");
    assert_eq!(
        ok(r"26.982\times350000"),
        r#"<mrow><mn>26,982</mn><mo lspace="0.2222em" rspace="0.2222em">×</mo><mn>350~000</mn></mrow>"#
    );
}

/// Unites what a test expects: `{Al}` is an upright symbol of several letters, `{O}` of one.
fn upright(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap();
        let variant = if name.len() == 1 { " mathvariant=\"normal\"" } else { "" };
        out.push_str(&format!("{before}<mrow><mspace/><mi{variant}>{name}</mi></mrow>"));
        rest = after;
    }
    (out + rest).replace('_', "<mspace width=\"0.16666667em\"/>")
}

#[test]
fn reactions_are_read_as_chemists_type_them() {
    let cases = [
        (
            r"\ce{2Al2O3 + 3C -> 4Al + 3CO2}",
            "<mrow><mn>2</mn>_<msub>{Al}<mn>2</mn></msub><msub>{O}<mn>3</mn></msub><mo>+</mo><mn>3</mn>_{C}\
             <mo stretchy=\"false\">⟶</mo><mn>4</mn>_{Al}<mo>+</mo><mn>3</mn>_{C}<msub>{O}<mn>2</mn></msub></mrow>",
        ),
        (
            r"\ce{Al^3+ + 3e- -> Al}",
            "<mrow><msup>{Al}<mrow><mn>3</mn><mo lspace=\"0\" rspace=\"0\">+</mo></mrow></msup><mo>+</mo>\
             <mn>3</mn>_<msup>{e}<mo>−</mo></msup><mo stretchy=\"false\">⟶</mo>{Al}</mrow>",
        ),
        (
            r"\ce{Al(OH)3(s) <=> Al^{3+}}",
            "<mrow>{Al}<mo stretchy=\"false\">(</mo>{O}{H}<msub><mo stretchy=\"false\">)</mo><mn>3</mn></msub>_\
             <mo stretchy=\"false\">(</mo><mtext>s</mtext><mo stretchy=\"false\">)</mo>\
             <mo stretchy=\"false\">⇌</mo><msup>{Al}<mrow><mn>3</mn><mo lspace=\"0\" rspace=\"0\">+</mo></mrow></msup></mrow>",
        ),
        (r"\ce{^{27}_{13}Al}", "<mrow><msubsup><mrow></mrow><mn>13</mn><mn>27</mn></msubsup>{Al}</mrow>"),
        (
            r"\ce{1/2O2}",
            "<mrow><mfrac displaystyle=\"false\"><mn>1</mn><mn>2</mn></mfrac>_<msub>{O}<mn>2</mn></msub></mrow>",
        ),
    ];
    for (tex, expected) in cases {
        assert_eq!(ok(tex), upright(expected), "{tex}");
    }
}

#[test]
fn units_stay_in_one_piece_and_boxes_become_a_class() {
    let thin = r#"<mspace width="0.16666667em"/>"#;
    assert_eq!(ok(r"\qty{69}{GPa}"), format!("<mrow><mn>69</mn>{thin}<mtext>GPa</mtext></mrow>"));
    assert_eq!(
        ok(r"\unit{kg/m^3}"),
        r#"<mrow><mtext>kg</mtext><mo lspace="0" rspace="0">/</mo><msup><mtext>m</mtext><mn>3</mn></msup></mrow>"#
    );
    assert_eq!(
        ok(r"\num{8.57e6}"),
        r#"<mrow><mn>8,57</mn><mo lspace="0.2222em" rspace="0.2222em">×</mo><msup><mn>10</mn><mn>6</mn></msup></mrow>"#
    );
    assert_eq!(
        ok(r"\boxed{m = 2678}"),
        r#"<mrow class="math-boxed"><mi>m</mi><mo>=</mo><mn>2~678</mn></mrow>"#
    );
    assert_eq!(
        ok(r"\frac{\boxed{x}}{2}"),
        r#"<mfrac><mrow class="math-boxed"><mi>x</mi></mrow><mn>2</mn></mfrac>"#
    );
}

#[test]
fn styles_become_classes_and_signs_are_escaped_once() {
    assert_eq!(
        ok(r"\begin{aligned} a &= b \end{aligned}"),
        "<mtable displaystyle=\"true\" scriptlevel=\"0\"><mtr><mtd class=\"math-right math-flush-right\"><mi>a</mi></mtd>\
         <mtd class=\"math-left math-flush-left\"><mo>=</mo><mi>b</mi></mtd></mtr></mtable>"
    );
    assert_eq!(ok(r"\color{red} x"), r##"<mrow mathcolor="#FF0000"><mi>x</mi></mrow>"##);
    assert_eq!(ok("a < b"), "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>");
}

#[test]
fn a_block_says_so() {
    let mut sources = Sources::default();
    let file = sources.add("a.md", "x");
    let math = math(&Fragment::whole(&sources, file), Display::Block, Lang::English, &mut Sink::default());
    let mathml = "<math display=\"block\"><semantics><mi>x</mi>\
                  <annotation encoding=\"application/x-tex\">x</annotation></semantics></math>";
    assert_eq!(math, Some(Math { mathml: mathml.to_owned(), tex: "x".to_owned(), plain: "x".to_owned() }));
}

#[test]
fn faults_are_found_at_their_place_with_a_cure() {
    let cases = [
        (
            r"0{,}95",
            "0-6 FIL4007: « 0,95 »: numbers are written with a point in a formula (write 0.95. For a list, put a space: 0, 95)",
        ),
        (
            r"m = 0,95",
            "4-8 FIL4007: « 0,95 »: numbers are written with a point in a formula (write 0.95. For a list, put a space: 0, 95)",
        ),
        (
            r"\qty{69,5}{GPa}",
            "5-9 FIL4007: « 69,5 »: numbers are written with a point in a formula (write 69.5)",
        ),
        (
            r"x \foo y",
            "2-6 FIL4005: there is no command « \\foo » (use a common LaTeX command; for words, \\text{…})",
        ),
        (r"\alhpa", "0-6 FIL4005: there is no command « \\alhpa » (did you mean « \\alpha »?)"),
        (r"\frac{1}{", "8-9 FIL4006: a brace or a \\begin is not closed (close it: « } », \\right or \\end)"),
        (
            r"a_b_c",
            "3-4 FIL4006: two subscripts or two superscripts in a row (put them together in braces: x_{1,2})",
        ),
        (
            r"\ce{2Al2O3 + ?}",
            "13-14 FIL4006: this reaction cannot be read (write for instance \\ce{2Al2O3 + 3C -> 4Al + 3CO2} or \\ce{Al^3+})",
        ),
        (r"\ce{", "0-3 FIL4006: « \\ce » expects \\ce{…} (check that each brace is closed)"),
        (r"\qty{69}", "0-4 FIL4006: « \\qty » expects \\qty{…}{…} (check that each brace is closed)"),
        (r"\unit{kg ?}", "9-10 FIL4006: this unit cannot be read (write for instance GPa, kWh/kg or mm^4)"),
        (
            r"\boxed{\ce{Al} \foo}",
            "15-19 FIL4005: there is no command « \\foo » (use a common LaTeX command; for words, \\text{…})",
        ),
    ];
    for (tex, expected) in cases {
        assert_eq!(show(tex), Err(vec![expected.to_owned()]), "{tex}");
    }
}

#[test]
fn commas_that_separate_are_left_alone() {
    for tex in ["x_{1,2}", "f(0,1)", "1,2,3", "x \\in [0,1]", "0, 95", "a,b"] {
        assert!(show(tex).is_ok(), "{tex}: {:?}", show(tex));
    }
}

#[test]
fn a_formula_of_a_thousand_braces_is_refused() {
    let tex = "{".repeat(1000) + &"}".repeat(1000);
    assert_eq!(
        show(&tex),
        Err(vec![
            "0-2000 FIL4006: this formula is too long or too deeply nested (cut it into several)".to_owned()
        ])
    );
}

proptest! {
    #[test]
    fn any_text_is_a_formula_or_a_finding(tex in ".{0,40}") {
        let _ = math_of(&tex);
    }

    #[test]
    fn any_tex_is_a_formula_or_a_finding(parts in proptest::collection::vec(part(), 0..12)) {
        let tex = parts.concat();
        if let Some(mathml) = math_of(&tex) {
            prop_assert!(!mathml.contains(" style="), "{}", mathml);
        }
    }

    #[test]
    fn any_reaction_is_read_or_reported(inside in "[A-Za-z0-9+\\-^_()\\[\\] .<>=*/{}é→]{0,24}") {
        let _ = math_of(&format!("\\ce{{{inside}}}"));
    }
}

fn part() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "x",
        "1",
        "0.95",
        "_",
        "^",
        "{",
        "}",
        "\\frac",
        "\\sqrt",
        "\\boxed",
        "\\ce",
        "\\qty",
        "\\left(",
        "\\right)",
        "\\begin{aligned}",
        "\\end{aligned}",
        "&",
        "\\\\",
        "\\text{é}",
        "\\color{red}",
        "\\not",
        "'",
        "\\limits",
        "\\sum",
        " ",
        "\\",
        "%",
        "#1",
        "\\tag{1}",
        "\\big",
        "\\middle|",
        "\\cancel{x}",
        "\\hspace{1em}",
        "\\!",
        "\\begin{array}{|l|}",
        "\\end{array}",
        "\\hline",
    ])
}

fn math_of(tex: &str) -> Option<String> {
    let mut sources = Sources::default();
    let file = sources.add("a.md", tex);
    let mut sink = Sink::default();
    let found = math(&Fragment::whole(&sources, file), Display::Inline, Lang::French, &mut sink);
    assert_eq!(found.is_some(), sink.is_empty(), "{tex}");
    found.map(|math| math.mathml)
}

#[test]
fn a_formula_can_be_read_in_one_line_of_text() {
    let mut sources = Sources::default();
    let mut plain = |tex: &str| {
        let file = sources.add("a.md", tex);
        let tex = Fragment::whole(&sources, file);
        math(&tex, Display::Inline, Lang::French, &mut Sink::default()).map(|m| m.plain)
    };
    assert_eq!(plain(r"\ce{Na3AlF6}").as_deref(), Some("Na₃AlF₆"));
    assert_eq!(plain(r"\ce{Al^3+ + 3e- -> Al}").as_deref(), Some("Al³⁺ + 3 e⁻ ⟶ Al"));
    assert_eq!(plain(r"M_{\mathrm{Al}} = 26.982").as_deref(), Some("M_Al = 26,982"));
    assert_eq!(plain(r"m = \dfrac{M I t \eta}{z F}").as_deref(), Some("m = (MItη)/(zF)"));
    assert_eq!(plain(r"\sqrt{a + b}^2 < c").as_deref(), Some("√(a + b)² < c"));
    assert_eq!(plain(r"x_{n+1}").as_deref(), Some("x_(n + 1)"));
}

#[test]
fn commands_that_nest_without_braces_do_not_exhaust_the_stack() {
    for part in ["\\sqrt", "\\left(", "\\not", "\\hat", "\\begin{array}{l}", "x^\\frac", "\\text"] {
        let tex = part.repeat(LONGEST / part.len());
        assert!(show(&tex).is_err(), "{part}");
    }
}

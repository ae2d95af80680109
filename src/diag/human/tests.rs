use super::*;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::text;

fn shown(text: &str, range: std::ops::Range<usize>) -> String {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text);
    let finding = Diagnostic::new(
        Code::FIL2101,
        Span::new(file, range),
        text! { fr: "sans bonne réponse", en: "no right answer" },
    );
    let all = render(&[finding], &sources, Style::default());
    let end = all.find("   = ").unwrap_or(all.find("  = ").expect("a last line"));
    all[..end].to_owned()
}

#[test]
fn the_whole_form_names_place_fault_cure_and_page() {
    let mut sources = Sources::default();
    let text = "- id: b\n- id: densité\n";
    let file = sources.add("quiz.yaml", text);
    let finding =
        Diagnostic::new(Code::FIL2002, Span::new(file, 14..22), text! { fr: "répété", en: "given twice" })
            .related(Span::new(file, 6..7), text! { fr: "déjà ici", en: "already here" })
            .hint(text! { fr: "changez-le", en: "change it" });
    assert_eq!(
        render(&[finding], &sources, Style::default()),
        "erreur[FIL2002]: répété\n  ┌ quiz.yaml:2:7\n 2│ - id: densité\n  │       ^^^^^^^\n  \
         ├ quiz.yaml:1:7 : déjà ici\n 1│ - id: b\n  │       -\n  = aide\u{a0}: changez-le\n  \
         = pour en savoir plus\u{a0}: filiere explain FIL2002\n"
    );
}

#[test]
fn tabs_and_combining_marks_keep_the_marks_under_the_fault() {
    assert_eq!(
        shown("\te\u{301}x y\n", 5..6),
        "erreur[FIL2101]: sans bonne réponse\n  ┌ a.yaml:1:5\n 1│     e\u{301}x y\n  │       ^\n"
    );
}

#[test]
fn a_fault_of_several_lines_is_marked_on_each() {
    assert_eq!(
        shown("a: |\n  un\n  deux\n", 0..17),
        "erreur[FIL2101]: sans bonne réponse\n  ┌ a.yaml:1:1\n 1│ a: |\n  │ ^^^^\n \
         2│   un\n  │   ^^\n 3│   deux\n  │   ^^^^\n"
    );
}

#[test]
fn a_fault_of_many_lines_shows_its_ends() {
    assert_eq!(
        shown("a\nb\nc\nd\ne\nf\n", 0..11),
        "erreur[FIL2101]: sans bonne réponse\n  ┌ a.yaml:1:1\n 1│ a\n  │ ^\n  │ …\n 6│ f\n  │ ^\n"
    );
}

#[test]
fn a_long_line_is_cut_around_the_fault() {
    let line = format!("{}ICI{}\n", "a".repeat(200), "b".repeat(200));
    let shown = shown(&line, 200..203);
    let rows: Vec<&str> = shown.lines().collect();
    assert_eq!(rows[2], format!(" 1│ …{}ICI{}…", "a".repeat(32), "b".repeat(65)));
    assert_eq!(rows[3], format!("  │ {}^^^", " ".repeat(33)));
}

#[test]
fn a_point_at_the_end_of_a_line_is_one_mark_after_it() {
    assert_eq!(
        shown("abc\n", 3..3),
        "erreur[FIL2101]: sans bonne réponse\n  ┌ a.yaml:1:4\n 1│ abc\n  │    ^\n"
    );
}

#[test]
fn what_could_move_the_cursor_is_shown_as_a_sign() {
    assert_eq!(
        shown("a\u{1b}[2Jb\u{202e}\n", 1..2),
        "erreur[FIL2101]: sans bonne réponse\n  ┌ a.yaml:1:2\n 1│ a␛[2Jb\u{fffd}\n  │  ^\n"
    );
}

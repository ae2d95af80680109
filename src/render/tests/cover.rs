//! The facts on the cover.

use super::sample;
use crate::model::LangTag;
use crate::render::context::Context;
use crate::render::cover::facts;

fn lines(module: &crate::model::Module) -> Vec<String> {
    facts(&Context::new(module)).iter().map(|f| format!("{}: {} {}", f.name, f.value, f.more)).collect()
}

#[test]
fn the_cover_says_pages_duration_objectives_exercises_and_what_is_graded() {
    assert_eq!(
        lines(&sample::module()),
        [
            "Pages: 2 ",
            "Durée: 45\u{a0}min ",
            "Objectifs: 2 ",
            "Exercices: 7 ",
            "Questions notées: 2 note de passage\u{a0}: 70\u{a0}%"
        ]
    );
}

#[test]
fn what_a_module_does_not_have_is_no_fact_of_its_cover() {
    let mut module = sample::module();
    module.language = LangTag::new("en-CA").unwrap();
    module.objectives.clear();
    module.assessment = None;
    module.pages.iter_mut().for_each(|page| page.questions.clear());
    module.duration = 90;
    assert_eq!(lines(&module), ["Pages: 2 ", "Duration: 1\u{a0}h\u{a0}30\u{a0}min "]);
}

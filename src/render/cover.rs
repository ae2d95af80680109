//! What the module holds, in the few facts of its cover; its title and description stand beside them.

use crate::model::Assessment;
use crate::render::context::Context;
use crate::render::view::Fact;
use crate::render::words::Words;

/// Pages and duration, then objectives, exercises and graded questions where there are any.
pub fn facts(context: &Context) -> Vec<Fact> {
    let module = context.module;
    let exercises = module.pages.iter().map(|page| page.questions.len()).sum();
    let mut facts = vec![
        fact(context, "cover.pages", module.pages.len().to_string()),
        fact(context, "cover.duration", duration(&context.words, module.duration)),
    ];
    for (key, count) in [("cover.objectives", module.objectives.len()), ("cover.practice", exercises)] {
        if count > 0 {
            facts.push(fact(context, key, count.to_string()));
        }
    }
    facts.extend(module.assessment.as_ref().map(|assessment| graded(context, assessment)));
    facts
}

fn fact(context: &Context, key: &str, value: String) -> Fact {
    Fact { name: context.words.get(key).to_owned(), value, has_more: false, more: String::new() }
}

/// How many questions an attempt has, and the mark that passes.
fn graded(context: &Context, assessment: &Assessment) -> Fact {
    let asked: usize = assessment.draws.iter().map(|draw| draw.take).sum();
    let pass = assessment.pass_mark.percent().to_string();
    let more = context.words.fill("cover.pass", &[("pass", &pass)]);
    Fact { has_more: true, more, ..fact(context, "cover.assessment", asked.to_string()) }
}

/// « 45 min », « 1 h 30 min ».
pub fn duration(words: &Words, minutes: u32) -> String {
    let say = |key: &str, n: u32| words.fill(key, &[("n", &n.to_string())]);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => say("cover.minutes", minutes),
        (hours, 0) => say("cover.hours", hours),
        (hours, minutes) => format!("{}\u{a0}{}", say("cover.hours", hours), say("cover.minutes", minutes)),
    }
}

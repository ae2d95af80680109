//! What a teacher may do with this very module in class; each suggestion rests on what it holds.

use crate::model::Interaction;
use crate::model::Question;
use crate::model::QuestionId;
use crate::render::duration;
use crate::report::guide::context::Context;
use crate::report::guide::objectives;
use crate::report::guide::questions;
use crate::report::guide::view::Link;
use crate::report::guide::view::Suggestion;

/// More questions than this are a list, not a suggestion.
const MOST_LINKS: usize = 6;

/// In the order of a course: before, during and after class.
pub fn suggestions(context: &Context, reviews: usize, dictionary: &str) -> Vec<Suggestion> {
    let words = context.words;
    let duration = duration(words, context.module.duration);
    let before = if context.practice.is_empty() { "use.before.plain" } else { "use.before" };
    let mut all =
        vec![suggestion(context, "use.before.title", words.fill(before, &[("duration", &duration)]), vec![])];
    let several = |key: &str, links: Vec<Link>| {
        let text = words.get(key).to_owned();
        (!links.is_empty()).then(|| suggestion(context, &format!("{key}.title"), text, links))
    };
    all.extend(several("use.vote", votes(context)));
    all.extend(several("use.mistakes", mistakes(context)));
    all.extend(several("use.uncovered", uncovered(context)));
    if reviews > 0 {
        let text = words.count("use.review", reviews);
        let links = vec![Link { to: "reviews".to_owned(), text: words.get("guide.reviews").to_owned() }];
        all.push(suggestion(context, "use.review.title", text, links));
    }
    all.push(suggestion(context, "use.print.title", words.get("use.print").to_owned(), vec![]));
    if context.module.assessment.is_some() {
        let text = words.fill("use.after", &[("file", dictionary)]);
        all.push(suggestion(context, "use.after.title", text, vec![]));
    }
    all
}

fn suggestion(context: &Context, title: &str, text: String, links: Vec<Link>) -> Suggestion {
    Suggestion { title: context.words.get(title).to_owned(), text, links }
}

/// Exercises whose wrong options say what is wrong with them: those of the assessment stay unseen.
fn votes(context: &Context) -> Vec<Link> {
    let told = |question: &Question| match &question.interaction {
        Interaction::Choice(choice) => {
            choice.options.iter().filter(|option| !option.right && option.feedback.is_some()).count() >= 2
        }
        _ => false,
    };
    chosen(context, told).into_iter().map(|id| context.practice_link(id)).collect()
}

/// Exercises with foreseen mistakes, each with the value that the first of them gives.
fn mistakes(context: &Context) -> Vec<Link> {
    let foreseen = |question: &Question| match &question.interaction {
        Interaction::Numeric(numeric) => !numeric.mistakes.is_empty(),
        _ => false,
    };
    let link = |id: &QuestionId| {
        let link = context.practice_link(id);
        let Interaction::Numeric(numeric) = &context.question(id).interaction else { return link };
        let Some(first) = numeric.mistakes.first() else { return link };
        let value = f64::midpoint(first.low, first.high);
        let wrong = questions::shown(context, numeric, value);
        let text = context.words.fill("use.wrong", &[("name", &link.text), ("value", &wrong)]);
        Link { text, ..link }
    };
    chosen(context, foreseen).into_iter().map(link).collect()
}

fn chosen<'a>(context: &Context<'a>, wanted: impl Fn(&Question) -> bool) -> Vec<&'a QuestionId> {
    let mut all: Vec<(usize, &QuestionId)> = context.practice.iter().map(|(id, (n, _))| (*n, *id)).collect();
    all.sort_unstable();
    let ids = all.into_iter().map(|(_, id)| id).filter(|id| wanted(context.question(id)));
    ids.take(MOST_LINKS).collect()
}

/// Objectives that no exercise serves.
fn uncovered(context: &Context) -> Vec<Link> {
    let bare = |(at, objective): (usize, &crate::model::Objective)| {
        let number = (at + 1).to_string();
        let text = objective.text.plain();
        objectives::practice(context, &objective.id).is_empty().then(|| Link {
            to: "objectives".to_owned(),
            text: context.words.fill("page.objective", &[("n", &number), ("text", &text)]),
        })
    };
    context.module.objectives.iter().enumerate().filter_map(bare).collect()
}

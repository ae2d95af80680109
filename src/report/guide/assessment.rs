//! The assessment in words: what is drawn, how it is graded, what learners see of it.

use std::collections::BTreeSet;

use crate::model::Assessment;
use crate::model::Completion;
use crate::model::Corrections;
use crate::model::Draw;
use crate::model::FeedbackPolicy;
use crate::model::Grading;
use crate::model::Interaction;
use crate::report::guide::context::Context;
use crate::report::guide::view;

/// How the module is completed and graded, in sentences.
pub fn rules(context: &Context) -> Vec<String> {
    let words = context.words;
    let say = |key: &str| words.get(key).to_owned();
    let mut rules = Vec::new();
    if let Some(assessment) = &context.module.assessment {
        rules.extend(asked(context, assessment));
        rules.push(attempts(context, assessment));
        rules.extend(shuffled(assessment).map(say));
        rules.push(shown(context, assessment));
        if assessment.after_pages {
            rules.push(say("rule.after-pages"));
        }
    }
    rules.push(say(match context.module.completion {
        Completion::Pages => "rule.completion.pages",
        Completion::Assessment => "rule.completion.assessment",
        Completion::Both => "rule.completion.both",
    }));
    if !context.practice.is_empty() {
        rules.push(say("rule.practice"));
    }
    rules.extend(shares(context).into_iter().map(say));
    rules
}

fn asked(context: &Context, assessment: &Assessment) -> [String; 2] {
    let words = context.words;
    let asked: usize = assessment.draws.iter().map(|draw| draw.take).sum();
    let pool = context.graded.len();
    let key = if asked < pool { "rule.drawn" } else { "rule.all" };
    let (asked, pool) = (asked.to_string(), pool.to_string());
    let pass = assessment.pass_mark.percent().to_string();
    [words.fill(key, &[("n", &asked), ("pool", &pool)]), words.fill("rule.pass", &[("pass", &pass)])]
}

fn attempts(context: &Context, assessment: &Assessment) -> String {
    let words = context.words;
    let counts = words.get(match assessment.grading {
        Grading::Best => "rule.counts.best",
        Grading::Last => "rule.counts.last",
        Grading::First => "rule.counts.first",
        Grading::Average => "rule.counts.average",
    });
    let attempts = match assessment.attempts {
        Some(1) => return words.get("rule.attempts.one").to_owned(),
        Some(n) => words.fill("rule.attempts", &[("n", &n.to_string())]),
        None => words.get("rule.attempts.unlimited").to_owned(),
    };
    format!("{attempts} {counts}")
}

fn shuffled(assessment: &Assessment) -> Option<&'static str> {
    match (assessment.shuffle_questions, assessment.shuffle_options) {
        (true, true) => Some("rule.shuffle.both"),
        (true, false) => Some("rule.shuffle.questions"),
        (false, true) => Some("rule.shuffle.options"),
        (false, false) => None,
    }
}

/// When corrections show, and what they say then.
fn shown(context: &Context, assessment: &Assessment) -> String {
    let when = context.words.get(feedback(assessment.feedback));
    match assessment.feedback {
        FeedbackPolicy::Never => when.to_owned(),
        _ => format!("{when} {}", context.words.get(corrections(assessment.corrections))),
    }
}

fn feedback(policy: FeedbackPolicy) -> &'static str {
    match policy {
        FeedbackPolicy::Immediate => "rule.feedback.immediate",
        FeedbackPolicy::AfterAttempt => "rule.feedback.after-attempt",
        FeedbackPolicy::AfterPass => "rule.feedback.after-pass",
        FeedbackPolicy::Never => "rule.feedback.never",
    }
}

fn corrections(corrections: Corrections) -> &'static str {
    match corrections {
        Corrections::None => "rule.corrections.none",
        Corrections::Own => "rule.corrections.own",
        Corrections::Correct => "rule.corrections.correct",
        Corrections::Worked => "rule.corrections.worked",
    }
}

/// Which answers get a part of the points, for the types that the assessment has.
fn shares(context: &Context) -> BTreeSet<&'static str> {
    let share = |interaction: &Interaction| match interaction {
        Interaction::Choice(choice) => choice.multiple.then_some("rule.share.several"),
        Interaction::TrueFalse { .. } => None,
        Interaction::Numeric(numeric) => {
            let graded = numeric.unit.is_some() || numeric.significant.is_some();
            graded.then_some("rule.share.numeric")
        }
        Interaction::FillIn { .. } | Interaction::Matching(_) | Interaction::Sequencing { .. } => {
            Some("rule.share.parts")
        }
    };
    context.graded.keys().filter_map(|id| share(&context.question(id).interaction)).collect()
}

/// A line a draw.
pub fn draws(context: &Context) -> Vec<view::Draw> {
    let all = context.module.assessment.iter().flat_map(|assessment| &assessment.draws);
    let one = |(at, draw): (usize, &Draw)| view::Draw {
        to: place(at),
        name: format!("{}, {}", at + 1, draw.bank),
        asked: draw.take,
        pool: draw.pool.len(),
        objectives: objectives(context, draw),
        points: points(context, draw),
    };
    all.enumerate().map(one).collect()
}

/// The questions of each draw.
pub fn groups(context: &Context) -> Vec<view::Group> {
    let all = context.module.assessment.iter().flat_map(|assessment| &assessment.draws);
    all.enumerate().map(|(at, draw)| group(context, at, draw)).collect()
}

fn group(context: &Context, at: usize, draw: &Draw) -> view::Group {
    let words = context.words;
    let (take, pool) = (draw.take.to_string(), draw.pool.len().to_string());
    let key = if draw.take < draw.pool.len() { "guide.group.drawn" } else { "guide.group.all" };
    let number = (at + 1).to_string();
    let mut title = words.fill("guide.group", &[("n", &number), ("bank", draw.bank.as_str())]);
    let objectives = objectives(context, draw);
    if !objectives.is_empty() {
        title = words.fill("guide.group.objectives", &[("group", &title), ("list", &objectives)]);
    }
    view::Group {
        to: place(at),
        title,
        has_note: true,
        note: words.fill(key, &[("n", &take), ("pool", &pool)]),
        questions: draw.pool.iter().map(|id| context.graded_question(id)).collect(),
    }
}

fn place(at: usize) -> String {
    format!("draw-{}", at + 1)
}

/// Numbers of the objectives that a draw's questions serve.
fn objectives(context: &Context, draw: &Draw) -> String {
    let served = draw.pool.iter().filter_map(|id| context.question(id).objective.as_ref());
    let numbers: BTreeSet<usize> = served.filter_map(|id| context.objective_number(id)).collect();
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

/// « 2 », or « 1 à 3 » where questions differ.
fn points(context: &Context, draw: &Draw) -> String {
    let all: BTreeSet<u32> = draw.pool.iter().map(|id| context.question(id).points).collect();
    match (all.first(), all.last()) {
        (Some(least), Some(most)) if least != most => {
            context.words.fill("guide.range", &[("least", &least.to_string()), ("most", &most.to_string())])
        }
        (Some(each), _) => each.to_string(),
        _ => String::new(),
    }
}

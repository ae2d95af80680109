//! Objectives crossed with the pages and questions that serve them.

use std::collections::BTreeSet;

use crate::model::Objective;
use crate::model::ObjectiveId;
use crate::model::QuestionId;
use crate::report::guide::context::Context;
use crate::report::guide::view;
use crate::report::guide::view::Link;

/// A line an objective.
pub fn objectives(context: &Context) -> Vec<view::Objective> {
    context.module.objectives.iter().enumerate().map(|(at, one)| objective(context, at, one)).collect()
}

fn objective(context: &Context, at: usize, objective: &Objective) -> view::Objective {
    let practice = practice(context, &objective.id);
    let pages: BTreeSet<usize> = practice.iter().map(|id| context.practice[id].1 + 1).collect();
    let graded = serving(context, in_order(&context.graded), Some(&objective.id));
    view::Objective {
        number: at + 1,
        text: context.writer.line(&objective.text),
        has_bloom: objective.bloom.is_some(),
        bloom: objective
            .bloom
            .as_ref()
            .map(|b| context.words.get(&format!("bloom.{b}")).to_owned())
            .unwrap_or_default(),
        pages: pages.iter().map(usize::to_string).collect(),
        practice: practice.into_iter().map(|id| short(context.practice_link(id))).collect(),
        graded: graded.into_iter().map(|id| short(context.graded_link(id))).collect(),
    }
}

/// The exercises that serve an objective.
pub fn practice<'a>(context: &Context<'a>, objective: &ObjectiveId) -> Vec<&'a QuestionId> {
    let mut all: Vec<(usize, &QuestionId)> = context.practice.iter().map(|(id, (n, _))| (*n, *id)).collect();
    all.sort_unstable();
    serving(context, all.into_iter().map(|(_, id)| id).collect(), Some(objective))
}

/// Questions that serve no objective.
pub fn loose(context: &Context) -> Vec<Link> {
    let mut all: Vec<(usize, &QuestionId)> = context.practice.iter().map(|(id, (n, _))| (*n, *id)).collect();
    all.sort_unstable();
    let practice = serving(context, all.into_iter().map(|(_, id)| id).collect(), None);
    let graded = serving(context, in_order(&context.graded), None);
    let links = practice.into_iter().map(|id| context.practice_link(id));
    links.chain(graded.into_iter().map(|id| context.graded_link(id))).collect()
}

fn in_order<'a>(numbers: &std::collections::BTreeMap<&'a QuestionId, usize>) -> Vec<&'a QuestionId> {
    let mut all: Vec<(usize, &QuestionId)> = numbers.iter().map(|(id, n)| (*n, *id)).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, id)| id).collect()
}

fn serving<'a>(
    context: &Context<'a>,
    ids: Vec<&'a QuestionId>,
    objective: Option<&ObjectiveId>,
) -> Vec<&'a QuestionId> {
    ids.into_iter().filter(|id| context.question(id).objective.as_ref() == objective).collect()
}

/// The number alone: the column says what it counts.
fn short(link: Link) -> Link {
    let number = link.text.rsplit(['\u{a0}', ' ']).next().unwrap_or_default().to_owned();
    Link { text: number, ..link }
}

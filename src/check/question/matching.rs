//! Matching questions: each source has one target; targets without a source are extra.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::prose;
use crate::check::prose::Item as Line;
use crate::check::question::list;
use crate::check::question::list::Distinct;
use crate::check::question::list::normal;
use crate::check::question::sequencing::run;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Interaction;
use crate::model::Item;
use crate::model::Letter;
use crate::model::Matching;
use crate::model::Pair;
use crate::source::Object;
use crate::text;

/// The pairs of a matching question.
pub fn matching(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Interaction> {
    let text = object.prose("pairs")?;
    let lines = prose::list(text, sink)?;
    let mut sides = Vec::new();
    for line in &lines {
        sides.push(split(line, sink)?);
    }
    let sources: Vec<Span> = sides.iter().filter(|s| !is_extra(s)).map(|s| s.0.all()).collect();
    let targets = targets(&sides, sink);
    let most = context.limits.options;
    let counted = list::count(&sources, 2, most, text.all(), sink)
        && list::count(&targets.iter().map(|t| t.1.all()).collect::<Vec<_>>(), 2, most, text.all(), sink);
    let matching = build(&sides, &targets, context, sink);
    matching.filter(|_| counted).map(Interaction::Matching)
}

type Sides = (Fragment, Fragment);

fn is_extra(sides: &Sides) -> bool {
    sides.0.text().is_empty()
}

/// The two sides of `source -> target`.
fn split(line: &Line, sink: &mut Sink) -> Option<Sides> {
    let text = line.content.text();
    let Some(arrow) = arrow(text) else {
        let message = text! {
            fr: "cette paire n'a pas de flèche",
            en: "this pair has no arrow",
        };
        sink.push(Diagnostic::new(Code::FIL1024, line.at, message).hint(mended(text)));
        return None;
    };
    let source = line.content.slice(0..arrow).trim();
    let target = line.content.slice(arrow + 2..text.len()).trim();
    if target.text().is_empty() {
        let message = text! { fr: "cette paire n'a pas de cible", en: "this pair has no target" };
        sink.push(Diagnostic::new(Code::FIL1024, line.at, message).hint(text! {
            fr: "écrivez la cible après la flèche; une cible de trop s'écrit « - -> cible »",
            en: "write the target after the arrow; an extra target is written « - -> target »",
        }));
        return None;
    }
    Some((source, target))
}

/// Signs that people write for an arrow.
const ARROWS: &[&str] = &["-->", "<->", "→", "⇒", "⟶", "=>", "=", " : ", ":"];

/// The pair with the arrow that its author meant, when one of their signs is there.
fn mended(text: &str) -> crate::diag::Text {
    let line = text.lines().next().unwrap_or_default();
    let sides = ARROWS.iter().find_map(|sign| line.split_once(sign));
    let (source, target) = sides.map_or(("source", "cible"), |(a, b)| (a.trim(), b.trim()));
    if sides.is_none() {
        return text! { fr: "écrivez « - source -> cible »", en: "write « - source -> target »" };
    }
    text! { fr: "écrivez « - {source} -> {target} »", en: "write « - {source} -> {target} »" }
}

/// The first `->` outside math and code.
fn arrow(text: &str) -> Option<usize> {
    let mut inside: Option<char> = None;
    for (at, c) in text.char_indices() {
        match inside {
            Some(open) if c == open => inside = None,
            Some(_) => {}
            None if c == '$' || c == '`' => inside = Some(c),
            None if text[at..].starts_with("->") => {
                return (!text[..at].ends_with(['-', '<'])).then_some(at);
            }
            None => {}
        }
    }
    None
}

/// The targets that differ, in the order written; sources may share one, an extra one is new.
fn targets(sides: &[Sides], sink: &mut Sink) -> Vec<(String, Fragment)> {
    let mut targets: Vec<(String, Fragment)> = Vec::new();
    for (_, target) in sides {
        let key = normal(target.text());
        if !targets.iter().any(|(k, _)| *k == key) {
            targets.push((key, target.clone()));
        }
    }
    let mut distinct = Distinct::default();
    let real = sides.iter().filter(|s| !is_extra(s)).map(|s| normal(s.1.text())).collect::<BTreeSet<_>>();
    for (_, target) in targets.iter().filter(|(key, _)| real.contains(key)) {
        distinct.note(target.text(), target.all(), sink);
    }
    for (_, target) in sides.iter().filter(|s| is_extra(s)) {
        distinct.note(target.text(), target.all(), sink);
    }
    targets
}

fn build(
    sides: &[Sides],
    targets: &[(String, Fragment)],
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Matching> {
    let mut distinct = Distinct::default();
    let mut pairs = Vec::new();
    for (source, target) in sides.iter().filter(|s| !is_extra(s)) {
        distinct.note(source.text(), source.all(), sink);
        let text = run(source, source.all(), context, sink)?;
        let letter = Letter::nth(pairs.len())?;
        let target = targets.iter().position(|(key, _)| *key == normal(target.text()))?;
        pairs.push(Pair { source: Item { letter, text }, target });
    }
    let item = |(number, (_, text)): (usize, &(String, Fragment)), sink: &mut Sink| {
        Some(Item { letter: Letter::nth(number)?, text: run(text, text.all(), context, sink)? })
    };
    let targets = targets.iter().enumerate().map(|t| item(t, sink)).collect::<Option<Vec<_>>>()?;
    Some(Matching { pairs, targets })
}

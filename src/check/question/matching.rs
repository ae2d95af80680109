//! Matching questions: each source has one target; targets without a source are extra.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::prose;
use crate::check::prose::Item as Line;
use crate::check::prose::Named;
use crate::check::question::list;
use crate::check::question::list::Distinct;
use crate::check::question::list::normal;
use crate::check::question::part;
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
use crate::model::PartId;
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
    let sources: Vec<Span> = sides.iter().filter(|s| !s.is_extra()).map(|s| s.source.all()).collect();
    let targets = targets(&sides, sink)?;
    let most = context.limits.options;
    let counted = list::count(&sources, 2, most, text.all(), sink)
        && list::count(&targets.iter().map(|t| t.text.all()).collect::<Vec<_>>(), 2, most, text.all(), sink);
    let matching = build(&sides, &targets, context, sink);
    matching.filter(|_| counted).map(Interaction::Matching)
}

/// A line of the list, in two.
struct Sides {
    source: Fragment,
    source_name: Option<Fragment>,
    target: Fragment,
    target_name: Option<Fragment>,
}

impl Sides {
    fn is_extra(&self) -> bool {
        self.source.text().is_empty()
    }
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
    part::unfixed(line.fixed, line.at, sink)?;
    let Named { content: source, id, fixed } = prose::named(line.content.slice(0..arrow).trim(), sink);
    part::unfixed(fixed, line.at, sink)?;
    let target = line.content.slice(arrow + 2..text.len()).trim();
    if target.text().is_empty() {
        let message = text! { fr: "cette paire n'a pas de cible", en: "this pair has no target" };
        sink.push(Diagnostic::new(Code::FIL1024, line.at, message).hint(text! {
            fr: "écrivez la cible après la flèche; une cible de trop s'écrit « - -> cible »",
            en: "write the target after the arrow; an extra target is written « - -> target »",
        }));
        return None;
    }
    Some(Sides { source, source_name: id, target, target_name: line.id.clone() })
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

/// A target that differs from the others.
struct Target {
    key: String,
    text: Fragment,
    name: Option<PartId>,
}

/// The targets that differ, in the order written; sources may share one, an extra one is new.
fn targets(sides: &[Sides], sink: &mut Sink) -> Option<Vec<Target>> {
    let mut targets: Vec<Target> = Vec::new();
    let mut distinct = Distinct::default();
    for Sides { target, target_name, .. } in sides {
        let key = normal(target.text());
        let name =
            |distinct: &mut Distinct, sink: &mut Sink| part::name(target_name.as_ref(), distinct, sink);
        match targets.iter_mut().find(|one| one.key == key) {
            None => targets.push(Target { key, text: target.clone(), name: name(&mut distinct, sink)? }),
            // A target that several sources share is named on any of its lines.
            Some(known) if target_name.as_ref().is_none_or(|one| known.is_called(one.text())) => {}
            Some(known) if known.name.is_none() => known.name = name(&mut distinct, sink)?,
            Some(known) => {
                sink.push(renamed(known, target_name.as_ref().unwrap_or(target).all()));
                return None;
            }
        }
    }
    note(sides, &targets, &mut distinct, sink);
    Some(targets)
}

impl Target {
    fn is_called(&self, name: &str) -> bool {
        self.name.as_ref().is_some_and(|own| own.as_str() == name)
    }
}

fn renamed(target: &Target, at: Span) -> Diagnostic {
    let (text, name) = (&target.key, target.name.as_ref().map_or("", PartId::as_str));
    let message = text! {
        fr: "la cible « {text} » s'appelle déjà « {name} »",
        en: "the target « {text} » is already called « {name} »",
    };
    Diagnostic::new(Code::FIL1024, at, message).hint(text! {
        fr: "donnez un seul nom à une cible que des sources partagent",
        en: "give one name to a target that sources share",
    })
}

/// FIL2103: a target that one source has is written as often as sources share it, an extra one once.
fn note(sides: &[Sides], targets: &[Target], distinct: &mut Distinct, sink: &mut Sink) {
    let real: BTreeSet<_> = sides.iter().filter(|s| !s.is_extra()).map(|s| normal(s.target.text())).collect();
    for target in targets.iter().filter(|target| real.contains(&target.key)) {
        distinct.note(target.text.text(), target.text.all(), sink);
    }
    for side in sides.iter().filter(|s| s.is_extra()) {
        distinct.note(side.target.text(), side.target.all(), sink);
    }
}

fn build(sides: &[Sides], targets: &[Target], context: &Context<'_>, sink: &mut Sink) -> Option<Matching> {
    let mut distinct = Distinct::default();
    let mut pairs = Vec::new();
    for Sides { source, source_name, target, .. } in sides.iter().filter(|s| !s.is_extra()) {
        distinct.note(source.text(), source.all(), sink);
        let text = run(source, source.all(), context, sink)?;
        let name = part::name(source_name.as_ref(), &mut distinct, sink)?;
        let letter = Letter::nth(pairs.len())?;
        let target = targets.iter().position(|one| one.key == normal(target.text()))?;
        pairs.push(Pair { source: Item { letter, name, text }, target });
    }
    let item = |(number, target): (usize, &Target), sink: &mut Sink| {
        let text = run(&target.text, target.text.all(), context, sink)?;
        Some(Item { letter: Letter::nth(number)?, name: target.name.clone(), text })
    };
    let targets = targets.iter().enumerate().map(|t| item(t, sink)).collect::<Option<Vec<_>>>()?;
    Some(Matching { pairs, targets })
}

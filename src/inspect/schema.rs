//! Judges a document by a table of elements: order, number, attributes, values; it knows no standard.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::diag::closest;
use crate::inspect::values;
use crate::inspect::xml::Attribute;
use crate::inspect::xml::Element;
use crate::text;

/// Attributes that a document may give itself anywhere.
const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// What an element may hold.
pub(super) struct Rule {
    pub name: &'static str,
    pub attributes: &'static [AttributeRule],
    pub inside: Inside,
    /// Whether elements (last) and attributes of other namespaces may stand in it.
    pub open: bool,
}

/// What stands inside an element.
pub(super) enum Inside {
    /// Words; at least one that is not blank.
    Words,
    /// A value of one kind.
    Value(Value),
    /// Elements in this order.
    Sequence(&'static [Particle]),
    /// Elements in any order, each once.
    All(&'static [Particle]),
    /// Anything; it is not looked at.
    Anything,
}

/// One place of a sequence: an element, or one of several, and how often.
pub(super) struct Particle {
    pub rules: &'static [&'static Rule],
    pub least: usize,
    pub most: usize,
}

pub(super) const fn one(rules: &'static [&'static Rule]) -> Particle {
    Particle { rules, least: 1, most: 1 }
}

pub(super) const fn maybe(rules: &'static [&'static Rule]) -> Particle {
    Particle { rules, least: 0, most: 1 }
}

pub(super) const fn some(rules: &'static [&'static Rule]) -> Particle {
    Particle { rules, least: 1, most: usize::MAX }
}

pub(super) const fn any(rules: &'static [&'static Rule]) -> Particle {
    Particle { rules, least: 0, most: usize::MAX }
}

/// One attribute.
pub(super) struct AttributeRule {
    pub name: &'static str,
    pub required: bool,
    pub value: Value,
}

/// What a value must be.
#[derive(Clone, Copy)]
pub(super) enum Value {
    Any,
    /// Text of at most so many characters.
    Text(usize),
    Iri,
    Language,
    MasteryScore,
    /// A name of XML without a colon, as identifiers are.
    Name,
    /// A number from 0 to 100.
    Percent,
    /// Hours, minutes and seconds, as `0001:30:00.0`.
    Timespan,
    Word(&'static [&'static str]),
}

/// Judges `root`, which must be the element of `rule` in the namespace `space`; whether it is.
pub(super) fn judge(root: &Element, rule: &Rule, space: &str, sink: &mut Sink) -> bool {
    if root.name == rule.name && root.space == space {
        element(root, rule, sink);
        return true;
    }
    let (name, wanted) = (&root.name, rule.name);
    let message = if root.name == rule.name {
        let written = &root.space;
        text! {
            fr: "« {name} » est dans l'espace de noms « {written} »",
            en: "« {name} » is in the namespace « {written} »",
        }
    } else {
        text! { fr: "le premier élément est « {name} »", en: "the first element is « {name} »" }
    };
    sink.push(Diagnostic::new(Code::FIL7002, root.at, message).hint(text! {
        fr: "commencez par « {wanted} », de l'espace de noms « {space} »",
        en: "start with « {wanted} », of the namespace « {space} »",
    }));
    false
}

fn element(found: &Element, rule: &Rule, sink: &mut Sink) {
    attributes(found, rule, sink);
    match rule.inside {
        Inside::Anything => {}
        Inside::Words => words(found, sink),
        Inside::Value(kind) => {
            childless(found, sink);
            value(kind, &found.text, found.at, sink);
        }
        Inside::Sequence(particles) => children(found, rule, particles, Order::Kept, sink),
        Inside::All(particles) => children(found, rule, particles, Order::Free, sink),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Order {
    Kept,
    Free,
}

fn children(found: &Element, rule: &Rule, particles: &[Particle], order: Order, sink: &mut Sink) {
    if !found.text.trim().is_empty() {
        let name = &found.name;
        let message = text! { fr: "« {name} » ne contient pas de texte", en: "« {name} » holds no text" };
        let hint = text! { fr: "mettez ce texte dans l'élément prévu", en: "put this text into its element" };
        sink.push(out_of_schema(found.at, message).hint(hint));
    }
    let mut counts = vec![0; particles.len()];
    let mut last: Option<(usize, &Element)> = None;
    for child in &found.children {
        let Some((index, inner)) = place(child, found, particles) else {
            if child.space == found.space || child.space.is_empty() || !rule.open {
                sink.push(unknown(child, found, particles));
            } else {
                last = Some((particles.len(), child));
            }
            continue;
        };
        counts[index] += 1;
        if counts[index] - 1 == particles[index].most {
            sink.push(repeated(child, found));
        }
        match last {
            Some((at, before)) if at > index && order == Order::Kept => sink.push(late(child, before)),
            _ => last = Some((index, child)),
        }
        element(child, inner, sink);
    }
    for (particle, count) in particles.iter().zip(counts) {
        if count < particle.least {
            sink.push(missing(found, particle));
        }
    }
}

/// Where an element stands among the particles, and its rule.
fn place<'a>(child: &Element, parent: &Element, particles: &'a [Particle]) -> Option<(usize, &'a Rule)> {
    let fits = |rule: &&&'a Rule| rule.name == child.name && child.space == parent.space;
    particles.iter().enumerate().find_map(|(index, p)| Some((index, *p.rules.iter().find(fits)?)))
}

fn childless(found: &Element, sink: &mut Sink) {
    if let Some(child) = found.children.first() {
        sink.push(unknown(child, found, &[]));
    }
}

fn words(found: &Element, sink: &mut Sink) {
    childless(found, sink);
    if found.text.trim().is_empty() {
        let name = &found.name;
        let message = text! { fr: "« {name} » ne dit rien", en: "« {name} » says nothing" };
        let hint = text! { fr: "écrivez au moins un mot", en: "write at least one word" };
        sink.push(Diagnostic::new(Code::FIL7003, found.at, message).hint(hint));
    }
}

fn attributes(found: &Element, rule: &Rule, sink: &mut Sink) {
    for attribute in &found.attributes {
        let known = rule.attributes.iter().find(|known| known.name == attribute.name);
        match known.filter(|_| attribute.space.is_empty()) {
            Some(known) => value(known.value, &attribute.value, attribute.at, sink),
            None if attribute.space == INSTANCE || (rule.open && !attribute.space.is_empty()) => {}
            None => sink.push(unknown_attribute(attribute, found, rule)),
        }
    }
    for wanted in rule.attributes.iter().filter(|wanted| wanted.required) {
        if found.attribute(wanted.name).is_none() {
            let (name, wanted) = (&found.name, wanted.name);
            let message = text! {
                fr: "« {name} » n'a pas d'attribut « {wanted} »",
                en: "« {name} » has no attribute « {wanted} »",
            };
            let hint = text! { fr: "ajoutez « {wanted} »", en: "add « {wanted} »" };
            sink.push(Diagnostic::new(Code::FIL7003, found.at, message).hint(hint));
        }
    }
}

fn value(kind: Value, written: &str, at: Span, sink: &mut Sink) {
    if fits(kind, written) {
        return;
    }
    if let Value::Text(most) = kind {
        return sink.push(too_long(written, most, at));
    }
    let code = if matches!(kind, Value::Iri | Value::Name) { Code::FIL7004 } else { Code::FIL7003 };
    let message = text! { fr: "« {written} » ne convient pas ici", en: "« {written} » does not fit here" };
    sink.push(Diagnostic::new(code, at, message).hint(cure(kind)));
}

fn fits(kind: Value, written: &str) -> bool {
    match kind {
        Value::Any => true,
        Value::Text(most) => written.chars().count() <= most,
        Value::Iri => values::is_iri(written),
        Value::Language => values::is_language(written),
        Value::MasteryScore => values::is_mastery_score(written),
        Value::Name => values::is_name(written),
        Value::Percent => values::is_percent(written),
        Value::Timespan => values::is_timespan(written),
        Value::Word(allowed) => allowed.contains(&written),
    }
}

/// What to write instead.
fn cure(kind: Value) -> Text {
    match kind {
        Value::Any | Value::Text(_) => text! { fr: "abrégez-le", en: "shorten it" },
        Value::Iri => text! {
            fr: "écrivez une adresse absolue, comme https://exemple.ca/modules/m",
            en: "write an absolute address, as https://example.org/modules/m",
        },
        Value::Language => text! { fr: "écrivez une langue, comme fr-CA", en: "write a language, as fr-CA" },
        Value::MasteryScore => text! {
            fr: "écrivez un nombre de 0 à 1, d'au plus quatre décimales, comme 0.7",
            en: "write a number from 0 to 1, of at most four decimals, as 0.7",
        },
        Value::Name => text! {
            fr: "commencez par une lettre; n'employez que des lettres, des chiffres, « . », « _ » et « - »",
            en: "start with a letter; use letters, digits, « . », « _ » and « - » only",
        },
        Value::Percent => {
            text! { fr: "écrivez un nombre de 0 à 100, comme 60", en: "write a number from 0 to 100, as 60" }
        }
        Value::Timespan => text! {
            fr: "écrivez heures, minutes et secondes, comme 0001:30:00",
            en: "write hours, minutes and seconds, as 0001:30:00",
        },
        Value::Word(allowed) => {
            let all = allowed.join(", ");
            text! { fr: "écrivez l'un de ces mots : {all}", en: "write one of these words: {all}" }
        }
    }
}

fn too_long(written: &str, most: usize, at: Span) -> Diagnostic {
    let length = written.chars().count();
    let message = text! {
        fr: "le texte a {length} caractères, plus que {most}",
        en: "the text has {length} characters, more than {most}",
    };
    Diagnostic::new(Code::FIL7003, at, message).hint(cure(Value::Text(most)))
}

fn unknown_attribute(attribute: &Attribute, found: &Element, rule: &Rule) -> Diagnostic {
    let (name, parent) = (&attribute.written, &found.name);
    let message = text! {
        fr: "« {parent} » n'a pas d'attribut de ce nom, « {name} »",
        en: "« {parent} » has no attribute of this name, « {name} »",
    };
    let names: Vec<&str> = rule.attributes.iter().map(|known| known.name).collect();
    suggest(Diagnostic::new(Code::FIL7003, attribute.at, message), name, &names)
}

fn unknown(child: &Element, parent: &Element, particles: &[Particle]) -> Diagnostic {
    let (name, parent) = (&child.name, &parent.name);
    let message = text! {
        fr: "« {name} » n'a pas sa place dans « {parent} »",
        en: "« {name} » has no place in « {parent} »",
    };
    let names: Vec<&str> = particles.iter().flat_map(|p| p.rules).map(|rule| rule.name).collect();
    suggest(out_of_schema(child.at, message), name, &names)
}

fn suggest(found: Diagnostic, name: &str, names: &[&str]) -> Diagnostic {
    let all = names.join(", ");
    // A name that is right is in another namespace.
    match closest(name, names.iter().copied()).filter(|near| *near != name) {
        Some(near) => {
            found.hint(text! { fr: "vouliez-vous dire « {near} »?", en: "did you mean « {near} »?" })
        }
        None if names.is_empty() => found.hint(text! { fr: "retirez-le", en: "remove it" }),
        None => found.hint(text! { fr: "ceux d'ici sont : {all}", en: "those of this place are: {all}" }),
    }
}

fn repeated(child: &Element, parent: &Element) -> Diagnostic {
    let (name, parent) = (&child.name, &parent.name);
    let message = text! {
        fr: "« {parent} » contient trop de « {name} »",
        en: "« {parent} » holds too many « {name} »",
    };
    out_of_schema(child.at, message).hint(text! { fr: "gardez le premier", en: "keep the first" })
}

fn late(child: &Element, before: &Element) -> Diagnostic {
    let (name, before) = (&child.name, &before.name);
    let message = text! { fr: "« {name} » suit « {before} »", en: "« {name} » follows « {before} »" };
    out_of_schema(child.at, message)
        .hint(text! { fr: "mettez-le avant « {before} »", en: "put it before « {before} »" })
}

fn missing(parent: &Element, particle: &Particle) -> Diagnostic {
    let parent_name = &parent.name;
    let names: Vec<&str> = particle.rules.iter().map(|rule| rule.name).collect();
    let (fr, en) = (names.join(" » ou « "), names.join(" » or « "));
    let message =
        text! { fr: "il manque « {fr} » à « {parent_name} »", en: "« {parent_name} » lacks « {en} »" };
    out_of_schema(parent.at, message)
        .hint(text! { fr: "le schéma en exige au moins un", en: "the schema asks for at least one" })
}

fn out_of_schema(at: Span, message: Text) -> Diagnostic {
    Diagnostic::new(Code::FIL7002, at, message)
}

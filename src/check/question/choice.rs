//! Choice questions: at least one right option, one only unless `multiple`, all different.

use crate::check::context::Context;
use crate::check::findings;
use crate::check::prose;
use crate::check::prose::Item;
use crate::check::prose::Marker;
use crate::check::question::list;
use crate::check::question::list::Distinct;
use crate::check::question::part;
use crate::check::question::place;
use crate::check::question::shown;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::model::Choice;
use crate::model::ChoiceOption;
use crate::model::Interaction;
use crate::model::Letter;
use crate::model::Prose;
use crate::source::Object;
use crate::text;

/// The options of a choice question.
pub fn choice(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Interaction> {
    let text = object.prose("options")?;
    let items = prose::list(text, sink)?;
    let multiple = object.boolean("multiple").is_some_and(|b| b.value);
    let places: Vec<_> = items.iter().map(|i| i.at).collect();
    list::count(&places, 2, context.limits.options, text.all(), sink);
    let marked = items.iter().filter(|i| is_marked(i, sink)).count() == items.len();
    if marked {
        right(object, &items, multiple, sink);
    }
    let mut distinct = Distinct::default();
    let options = items.iter().enumerate().map(|(n, item)| option(n, item, &mut distinct, context, sink));
    let options: Vec<_> = options.collect();
    let options = options.into_iter().collect::<Option<Vec<_>>>()?;
    Some(Interaction::Choice(Choice { multiple, options }))
}

fn is_marked(item: &Item, sink: &mut Sink) -> bool {
    let marked = matches!(item.marker, Marker::Checked | Marker::Unchecked);
    if !marked {
        let message = text! {
            fr: "cette option ne dit pas si elle est bonne",
            en: "this option does not say whether it is right",
        };
        sink.push(Diagnostic::new(Code::FIL1024, item.at, message).hint(text! {
            fr: "commencez-la par « - [x] » si elle est bonne, sinon par « - [ ] »",
            en: "begin it with « - [x] » if it is right, otherwise with « - [ ] »",
        }));
    }
    marked
}

fn right(object: &Object, items: &[Item], multiple: bool, sink: &mut Sink) {
    let id = shown(object);
    let right: Vec<&Item> = items.iter().filter(|i| i.marker == Marker::Checked).collect();
    match right[..] {
        [] => {
            let message = text! {
                fr: "la question « {id} » n'a aucune bonne réponse",
                en: "the question « {id} » has no right answer",
            };
            let hint = text! {
                fr: "marquez la bonne option d'un x : « - [x] »",
                en: "mark the right option with an x: « - [x] »",
            };
            sink.push(Diagnostic::new(Code::FIL2101, place(object), message).hint(hint));
        }
        [first, second, ..] if !multiple && !object.is_broken("multiple") => {
            let count = right.len();
            let message = text! {
                fr: "la question « {id} » a {count} bonnes réponses, alors qu'on n'en choisit qu'une",
                en: "the question « {id} » has {count} right answers, while only one can be chosen",
            };
            let found = Diagnostic::new(Code::FIL2102, second.at, message);
            sink.push(
                found.related(first.at, text! { fr: "la première est ici", en: "the first is here" }).hint(
                    text! {
                        fr: "ajoutez multiple: true à la question, ou gardez un seul « - [x] »",
                        en: "add multiple: true to the question, or keep a single « - [x] »",
                    },
                ),
            );
        }
        _ => {}
    }
}

fn option(
    number: usize,
    item: &Item,
    distinct: &mut Distinct,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<ChoiceOption> {
    let feedback = item.feedback.as_ref().map(|f| prose::prose(f, &context.names, sink));
    if item.content.text().trim().is_empty() {
        let message = text! { fr: "cette option est vide", en: "this option is empty" };
        sink.push(findings::blank(item.at, message));
        return None;
    }
    let text = prose::prose(&item.content, &context.names, sink);
    // Two options of the same words are one to a reader, whatever their emphasis.
    let words = text.as_ref().map(Prose::plain).filter(|words| !words.is_empty());
    distinct.note(words.as_deref().unwrap_or(item.content.text()), item.content.all(), sink);
    let text = text?;
    let feedback = match feedback {
        Some(feedback) => Some(feedback?),
        None => None,
    };
    let name = part::name(item.id.as_ref(), distinct, sink)?;
    let right = item.marker == Marker::Checked;
    Some(ChoiceOption { letter: Letter::nth(number)?, name, text, right, fixed: item.fixed, feedback })
}

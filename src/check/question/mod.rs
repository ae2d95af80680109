//! One question: what all types share; each type has its file.

mod choice;
mod fill_in;
mod list;
mod matching;
mod numeric;
mod part;
mod sequencing;
mod shares;
mod tolerance;
mod units;

#[cfg(test)]
mod tests;

use crate::check::context::Context;
use crate::check::findings;
use crate::check::ids;
use crate::check::prose;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Interaction;
use crate::model::ObjectiveId;
use crate::model::Prose;
use crate::model::Question;
use crate::model::QuestionId;
use crate::source::Object;
use crate::source::Value;
use crate::text;

/// What a question is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Placed on a page, never graded.
    Practice,
    /// Drawn by the assessment.
    Graded,
}

/// The question, or `None` when something in it was reported.
pub fn question(object: &Object, role: Role, context: &Context<'_>, sink: &mut Sink) -> Option<Question> {
    let before = sink.error_count();
    let id = object.text("id").and_then(|id| ids::slug(id, QuestionId::new, sink));
    let objective = objective(object, context, sink);
    let prompt = prompt(object, context, sink);
    let figure = object.object("figure").and_then(|f| prose::figure(f, &context.names, sink));
    let hint = optional(object, "hint", context, sink);
    let feedback = optional(object, "feedback", context, sink);
    let solution = optional(object, "solution", context, sink);
    let interaction = interaction(object, context, sink);
    if role == Role::Practice {
        explained(object, interaction.as_ref(), sink);
    }
    let question = Question {
        id: id?,
        objective,
        points: object.integer("points").and_then(|n| u32::try_from(n.value).ok()).unwrap_or(1),
        difficulty: object.integer("difficulty").and_then(|n| u8::try_from(n.value).ok()),
        tags: object.list("tags").iter().filter_map(Value::as_text).map(|t| t.value.clone()).collect(),
        prompt: prompt?,
        figure,
        hint,
        feedback,
        solution,
        interaction: interaction?,
    };
    (sink.error_count() == before).then_some(question)
}

fn interaction(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Interaction> {
    match object.kind().name {
        "choice" => choice::choice(object, context, sink),
        "true-false" => object.boolean("answer").map(|b| Interaction::TrueFalse { answer: b.value }),
        "numeric" => numeric::numeric(object, context, sink),
        "fill-in" => fill_in::fill_in(object, context, sink),
        "matching" => matching::matching(object, context, sink),
        "sequencing" => sequencing::sequencing(object, context, sink),
        _ => None,
    }
}

fn prompt(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Prose> {
    let text = required(object, "prompt", sink)?;
    let blanks = fill_in::names(object);
    prose::prompt(text, &context.names, &blanks, sink)
}

/// A text that must be there and not be blank.
fn required<'a>(object: &'a Object, name: &str, sink: &mut Sink) -> Option<&'a Fragment> {
    let text = object.prose(name)?;
    if text.text().trim().is_empty() {
        let message = text! { fr: "« {name} » est vide", en: "« {name} » is empty" };
        let at = object.key_span(name).unwrap_or(text.all());
        sink.push(findings::blank(at, message));
        return None;
    }
    Some(text)
}

fn optional(object: &Object, name: &str, context: &Context<'_>, sink: &mut Sink) -> Option<Prose> {
    prose::prose(object.prose(name)?, &context.names, sink)
}

fn objective(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<ObjectiveId> {
    let written = object.text("objective")?;
    let known = context.objectives.as_ref()?;
    if !known.contains(&written.value) {
        let name = &written.value;
        let message = text! {
            fr: "le module n'a pas d'objectif « {name} »",
            en: "the module has no objective « {name} »",
        };
        sink.push(findings::unknown(written, message, known.iter().map(String::as_str)));
    }
    ObjectiveId::new(&written.value)
}

/// FIL3003: practice that says nothing to whoever is wrong.
fn explained(object: &Object, interaction: Option<&Interaction>, sink: &mut Sink) {
    if ["feedback", "solution"].iter().any(|key| object.has(key)) {
        return;
    }
    let silent = match interaction {
        Some(Interaction::Choice(choice)) => choice.options.iter().any(|o| !o.right && o.feedback.is_none()),
        Some(_) => true,
        None => false,
    };
    if silent {
        let message = text! {
            fr: "une mauvaise réponse à cette question ne reçoit aucune rétroaction",
            en: "a wrong answer to this question gets no feedback",
        };
        sink.push(Diagnostic::new(Code::FIL3003, place(object), message).hint(text! {
            fr: "ajoutez une rétroaction sous chaque mauvais choix (une ligne qui commence par >), ou une clé feedback ou solution",
            en: "add feedback under each wrong option (a line that starts with >), or a key feedback or solution",
        }));
    }
}

/// Where findings about a question as a whole point: its id, with the key when there is one.
fn place(object: &Object) -> Span {
    match (object.key_span("id"), object.text("id")) {
        (Some(key), Some(id)) if key.file == id.span.file && key.start < id.span.start => key.to(id.span),
        (_, Some(id)) => id.span,
        (Some(key), None) => key,
        (None, None) => object.head(),
    }
}

/// The id as people read it in messages.
fn shown(object: &Object) -> String {
    object.text("id").map_or_else(|| "?".to_owned(), |id| id.value.clone())
}

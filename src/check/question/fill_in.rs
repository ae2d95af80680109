//! Fill-in questions: the blanks of the prompt and those of the table are the same, each has an answer.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::context::Context;
use crate::check::findings;
use crate::check::prose;
use crate::check::question;
use crate::check::question::list;
use crate::check::question::list::Distinct;
use crate::check::question::list::normal;
use crate::check::question::place;
use crate::check::titles;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Blank;
use crate::model::Interaction;
use crate::model::PartId;
use crate::model::is_slug;
use crate::source::Object;
use crate::source::Spanned;
use crate::source::Value;
use crate::text;

/// Names of the blanks that `[name]` may stand for in the prompt of a question.
pub fn names(object: &Object) -> BTreeSet<String> {
    if object.kind().name != "fill-in" {
        return BTreeSet::new();
    }
    object.map("blanks").iter().map(|(name, _)| name.value.clone()).collect()
}

/// The blanks of a fill-in question.
pub fn fill_in(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Interaction> {
    if object.is_broken("blanks") || object.is_broken("answers") {
        return None;
    }
    let marks = object.prose("prompt").map(marks).unwrap_or_default();
    let blanks = match (object.has("answers"), object.has("blanks")) {
        (true, true) => {
            sink.push(both(object));
            None
        }
        (false, false) => {
            sink.push(unanswered(object));
            None
        }
        (true, false) => single(object, context, sink).map(|blank| vec![blank]),
        (false, true) => several(object, &marks, context, sink),
    };
    let blanks = blanks?;
    let span = object.key_span("blanks").or(object.key_span("answers")).unwrap_or(place(object));
    fits(&blanks, context.limits.response, span, sink).then_some(Interaction::FillIn { blanks })
}

/// Every `[name]` of a prompt that may be a blank, with its bytes.
fn marks(prompt: &Fragment) -> Vec<Spanned<String>> {
    let text = prompt.text();
    let mut found = Vec::new();
    for (open, _) in text.match_indices('[') {
        let Some(length) = text[open..].find(']') else { break };
        let name = &text[open + 1..open + length];
        let after = text[open + length + 1..].chars().next();
        let escaped = text[..open].ends_with(['\\', '!', ']']);
        if is_slug(name) && !escaped && !matches!(after, Some('(' | '[' | ':')) {
            let at: Range<usize> = open..open + length + 1;
            found.push(Spanned { value: name.to_owned(), span: prompt.span(at) });
        }
    }
    found
}

fn both(object: &Object) -> Diagnostic {
    let at = object.key_span("answers").unwrap_or(place(object));
    let message = text! {
        fr: "« answers » et « blanks » ne vont pas ensemble",
        en: "« answers » and « blanks » do not go together",
    };
    Diagnostic::new(Code::FIL2111, at, message).hint(text! {
        fr: "gardez answers pour un seul trou, ou blanks pour des trous nommés dans l'énoncé",
        en: "keep answers for a single blank, or blanks for blanks that the prompt names",
    })
}

fn unanswered(object: &Object) -> Diagnostic {
    let id = question::shown(object);
    let message = text! {
        fr: "la question « {id} » n'a aucune bonne réponse",
        en: "the question « {id} » has no right answer",
    };
    Diagnostic::new(Code::FIL2101, place(object), message).hint(text! {
        fr: "ajoutez answers: [réponse], ou blanks avec une réponse par trou",
        en: "add answers: [answer], or blanks with an answer for each blank",
    })
}

fn single(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Blank> {
    let answers = answers(object, context, sink)?;
    let name = "answer".to_owned();
    let (ignore_case, ignore_accents) = ignored(object);
    Some(Blank { name, answers, choices: None, ignore_case, ignore_accents })
}

fn several(
    object: &Object,
    marks: &[Spanned<String>],
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Vec<Blank>> {
    let entries = object.map("blanks");
    let names: BTreeSet<&str> = entries.iter().map(|(name, _)| name.value.as_str()).collect();
    let mut seen: Vec<&Spanned<String>> = Vec::new();
    for mark in marks {
        if !names.contains(mark.value.as_str()) {
            sink.push(undefined(mark, &names));
        } else if let Some(first) = seen.iter().find(|s| s.value == mark.value) {
            sink.push(again(mark, first.span));
        } else {
            seen.push(mark);
        }
    }
    let blanks = entries.iter().map(|(name, value)| {
        // A name that is not a slug is told as such: the prompt cannot call it.
        if is_slug(&name.value) && !seen.iter().any(|s| s.value == name.value) {
            sink.push(absent(name, marks));
        }
        blank(name, value.as_object()?, context, sink)
    });
    let blanks = blanks.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()?;
    if blanks.is_empty() {
        sink.push(unanswered(object));
    }
    // In the order in which the learner meets them.
    let order = |blank: &Blank| seen.iter().position(|s| s.value == blank.name);
    let mut blanks = blanks;
    blanks.sort_by_key(order);
    (!blanks.is_empty()).then_some(blanks)
}

fn undefined(mark: &Spanned<String>, names: &BTreeSet<&str>) -> Diagnostic {
    let name = &mark.value;
    let message = text! {
        fr: "le trou « {name} » n'est pas dans blanks",
        en: "the blank « {name} » is not in blanks",
    };
    let found = Diagnostic::new(Code::FIL2111, mark.span, message);
    findings::suggest(found, name, names.iter().copied())
}

fn again(mark: &Spanned<String>, first: Span) -> Diagnostic {
    let name = &mark.value;
    let message = text! {
        fr: "le trou « {name} » est deux fois dans l'énoncé",
        en: "the blank « {name} » is twice in the prompt",
    };
    let found = Diagnostic::new(Code::FIL2111, mark.span, message);
    found.related(first, text! { fr: "la première fois ici", en: "the first time here" })
}

fn absent(name: &Spanned<String>, marks: &[Spanned<String>]) -> Diagnostic {
    let written = &name.value;
    let message = text! {
        fr: "l'énoncé n'a pas de trou « {written} »",
        en: "the prompt has no blank « {written} »",
    };
    let found = Diagnostic::new(Code::FIL2111, name.span, message);
    if marks.is_empty() {
        return found.hint(text! {
            fr: "écrivez [{written}] dans l'énoncé, là où la réponse manque",
            en: "write [{written}] in the prompt, where the answer is missing",
        });
    }
    findings::suggest(found, written, marks.iter().map(|m| m.value.as_str()))
}

fn blank(name: &Spanned<String>, object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Blank> {
    let id = PartId::new(&name.value);
    if id.is_none() {
        sink.push(findings::malformed(name));
    }
    let answers = answers(object, context, sink);
    let choices = choices(object, context, sink);
    let (ignore_case, ignore_accents) = ignored(object);
    let (answers, choices) = (answers?, choices?);
    if let Some(choices) = &choices {
        for text in object.list("answers").iter().filter_map(Value::as_text) {
            if !choices.iter().any(|c| normal(c) == normal(&text.value)) {
                sink.push(not_offered(text, choices));
            }
        }
    }
    let (answers, choices) = shown(answers, choices, context);
    Some(Blank { name: id?.to_string(), answers, choices, ignore_case, ignore_accents })
}

/// What is chosen from a list is typeset, in the list and in its right answers alike.
fn shown(
    answers: Vec<String>,
    choices: Option<Vec<String>>,
    context: &Context<'_>,
) -> (Vec<String>, Option<Vec<String>>) {
    let Some(choices) = choices else { return (answers, None) };
    // An answer is one of the choices, but for blanks: it takes the very text of that choice.
    let same = |answer: &String| choices.iter().find(|c| normal(c) == normal(answer)).cloned();
    let answers: Vec<String> = answers.iter().filter_map(same).collect();
    let typeset = |texts: Vec<String>| -> Vec<String> {
        texts.iter().map(|text| prose::plain(text, &context.names.language)).collect()
    };
    (typeset(answers), Some(typeset(choices)))
}

fn not_offered(answer: &Spanned<String>, choices: &[String]) -> Diagnostic {
    let written = &answer.value;
    let message = text! {
        fr: "la bonne réponse « {written} » n'est pas parmi les choix",
        en: "the right answer « {written} » is not among the choices",
    };
    let found = Diagnostic::new(Code::FIL2101, answer.span, message);
    findings::suggest(found, written, choices.iter().map(String::as_str))
}

/// The accepted answers, at least one, none of them blank.
fn answers(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Vec<String>> {
    if object.is_broken("answers") {
        return None;
    }
    let key = object.key_span("answers")?;
    let texts: Vec<_> = object.list("answers").iter().filter_map(Value::as_text).collect();
    if texts.is_empty() {
        let message = text! { fr: "ce trou n'a aucune bonne réponse", en: "this blank has no right answer" };
        let hint = text! { fr: "écrivez answers: [réponse]", en: "write answers: [answer]" };
        sink.push(Diagnostic::new(Code::FIL2101, key, message).hint(hint));
        return None;
    }
    let kept: Vec<Option<String>> = texts
        .iter()
        .map(|t| {
            let text = titles::short(t, sink)?;
            titles::within(&text, context.limits.response, t.span, sink).then_some(text)
        })
        .collect();
    kept.into_iter().collect()
}

fn choices(object: &Object, context: &Context<'_>, sink: &mut Sink) -> Option<Option<Vec<String>>> {
    if object.is_broken("choices") {
        return None;
    }
    let Some(key) = object.key_span("choices") else { return Some(None) };
    let texts: Vec<_> = object.list("choices").iter().filter_map(Value::as_text).collect();
    let places: Vec<_> = texts.iter().map(|t| t.span).collect();
    let counted = list::count(&places, 2, context.limits.options, key, sink);
    let mut distinct = Distinct::default();
    let kept: Vec<_> = texts
        .iter()
        .map(|t| {
            let text = titles::short(t, sink)?;
            distinct.note(&text, t.span, sink).then_some(text)
        })
        .collect();
    let kept: Option<Vec<String>> = kept.into_iter().collect();
    kept.filter(|_| counted).map(Some)
}

fn ignored(object: &Object) -> (bool, bool) {
    let words: Vec<_> = object.list("ignore").iter().filter_map(Value::as_word).map(|w| w.value).collect();
    (words.contains(&"case"), words.contains(&"accents"))
}

/// All answers of a question travel in one response.
fn fits(blanks: &[Blank], limit: usize, span: Span, sink: &mut Sink) -> bool {
    let answers = blanks.iter().filter_map(|b| b.answers.first());
    let joined = answers.map(String::as_str).collect::<Vec<_>>().join(", ");
    blanks.len() == 1 || titles::within(&joined, limit, span, sink)
}

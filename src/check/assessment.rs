//! The assessment and what completes the module: banks exist, and hold enough for their draws.

use std::collections::BTreeMap;

use crate::check::banks::Bank;
use crate::check::banks::Candidate;
use crate::check::banks::Questions;
use crate::check::context::Context;
use crate::check::findings;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::model::Assessment;
use crate::model::Completion;
use crate::model::Corrections;
use crate::model::Draw;
use crate::model::FeedbackPolicy;
use crate::model::Grading;
use crate::model::PassMark;
use crate::model::QuestionId;
use crate::source::Object;
use crate::source::Value;
use crate::text;

/// The assessment; `Some(None)` when the module has none, `None` after a finding.
pub fn assessment(
    module: &Object,
    questions: &Questions,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Option<Assessment>> {
    if module.is_broken("assessment") {
        return None;
    }
    let Some(object) = module.object("assessment") else { return Some(None) };
    let draws = draws(object, questions, context, sink);
    let pass_mark = object.integer("pass_mark").and_then(|n| PassMark::new(u8::try_from(n.value).ok()?));
    let shuffle: Vec<_> = object.list("shuffle").iter().filter_map(Value::as_word).map(|w| w.value).collect();
    let shuffled = |what: &str| !object.has("shuffle") || shuffle.contains(&what);
    let word = |name: &str| object.word(name).map(|w| w.value);
    Some(Some(Assessment {
        pass_mark: pass_mark?,
        attempts: object.integer("attempts").and_then(|n| u32::try_from(n.value).ok()),
        grading: grading(word("grading")),
        feedback: feedback(word("feedback")),
        corrections: corrections(word("corrections")),
        shuffle_questions: shuffled("questions"),
        shuffle_options: shuffled("options"),
        after_pages: word("open") == Some("after-pages"),
        draws: draws?,
    }))
}

fn grading(word: Option<&str>) -> Grading {
    match word {
        Some("last") => Grading::Last,
        Some("first") => Grading::First,
        Some("average") => Grading::Average,
        _ => Grading::Best,
    }
}

fn feedback(word: Option<&str>) -> FeedbackPolicy {
    match word {
        Some("immediate") => FeedbackPolicy::Immediate,
        Some("after-pass") => FeedbackPolicy::AfterPass,
        Some("never") => FeedbackPolicy::Never,
        _ => FeedbackPolicy::AfterAttempt,
    }
}

fn corrections(word: Option<&str>) -> Corrections {
    match word {
        Some("none") => Corrections::None,
        Some("own") => Corrections::Own,
        Some("correct") => Corrections::Correct,
        _ => Corrections::Worked,
    }
}

/// What completes the module: by default both with an assessment, otherwise its pages.
pub fn completion(module: &Object, sink: &mut Sink) -> Option<Completion> {
    let assessed = module.has("assessment");
    let Some(word) = module.word("completion") else {
        let default = if assessed { Completion::Both } else { Completion::Pages };
        return (!module.is_broken("completion")).then_some(default);
    };
    let completion = match word.value {
        "pages" => Completion::Pages,
        "assessment" => Completion::Assessment,
        _ => Completion::Both,
    };
    if completion != Completion::Pages && !assessed {
        let written = word.value;
        let message = text! {
            fr: "« completion: {written} » demande une évaluation, et le module n'en a pas",
            en: "« completion: {written} » needs an assessment, and the module has none",
        };
        sink.push(Diagnostic::new(Code::FIL2114, word.span, message).hint(text! {
            fr: "ajoutez la clé assessment, ou écrivez « completion: pages »",
            en: "add the key assessment, or write « completion: pages »",
        }));
        return None;
    }
    Some(completion)
}

fn draws(
    object: &Object,
    questions: &Questions,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Vec<Draw>> {
    if object.is_broken("draw") {
        return None;
    }
    let objects: Vec<_> = object.list("draw").iter().filter_map(Value::as_object).collect();
    if let (true, Some(key)) = (objects.is_empty(), object.key_span("draw")) {
        let message =
            text! { fr: "l'évaluation ne tire aucune question", en: "the assessment draws no question" };
        sink.push(Diagnostic::new(Code::FIL2114, key, message).hint(text! {
            fr: "ajoutez un tirage, comme - {{ bank: calculs, take: 3 }}",
            en: "add a draw, as - {{ bank: calculs, take: 3 }}",
        }));
        return None;
    }
    let mut taken: BTreeMap<QuestionId, Span> = BTreeMap::new();
    let draws: Vec<_> = objects.into_iter().map(|o| draw(o, questions, &mut taken, context, sink)).collect();
    draws.into_iter().collect()
}

fn draw(
    object: &Object,
    questions: &Questions,
    taken: &mut BTreeMap<QuestionId, Span>,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Draw> {
    let objective = wanted(object, context, sink);
    let bank = bank(object, questions, context, sink)?;
    let objective = objective?;
    if object.is_broken("take") || !bank.whole {
        return None;
    }
    let reuse = object.boolean("reuse").is_some_and(|b| b.value);
    let matches = |q: &&Candidate| objective.is_none() || q.objective.as_deref() == objective;
    let all: Vec<&Candidate> = bank.questions.iter().filter(matches).collect();
    let free = |q: &&&Candidate| reuse || !questions.placed.contains_key(&q.id);
    let pool: Vec<QuestionId> = all.iter().filter(free).filter_map(|q| QuestionId::new(&q.id)).collect();
    let take = object.integer("take").map(|n| (usize::try_from(n.value).unwrap_or(usize::MAX), n.span));
    let (take, span) = take.unwrap_or((pool.len().max(1), object.head()));
    // An empty bank is told at its file.
    if bank.questions.is_empty() {
        return None;
    }
    if pool.len() < take {
        sink.push(too_small(take, pool.len(), all.len(), span));
        return None;
    }
    distinct(&pool, taken, object, sink)?;
    Some(Draw { bank: bank.id.clone(), pool, take })
}

/// The objective that a draw keeps to; `None` after a finding.
fn wanted<'a>(object: &'a Object, context: &Context<'_>, sink: &mut Sink) -> Option<Option<&'a str>> {
    if object.is_broken("objective") {
        return None;
    }
    let Some(written) = object.text("objective") else { return Some(None) };
    let known = context.objectives.as_ref()?;
    if known.contains(&written.value) {
        return Some(Some(&written.value));
    }
    let name = &written.value;
    let message = text! {
        fr: "le module n'a pas d'objectif « {name} »",
        en: "the module has no objective « {name} »",
    };
    sink.push(findings::unknown(written, message, known.iter().map(String::as_str)));
    None
}

fn bank<'a>(
    object: &Object,
    questions: &'a Questions,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<&'a Bank> {
    let written = object.text("bank")?;
    let found = questions.banks.iter().find(|b| b.id.as_str() == written.value);
    let name = &written.value;
    let unread = [format!("questions/{name}.yaml"), format!("questions/{name}.json")];
    if found.is_none() && !unread.iter().any(|path| context.draft.unread.contains(path)) {
        let message = text! {
            fr: "aucune banque ne s'appelle « {name} » dans le dossier questions",
            en: "no bank is called « {name} » in the questions folder",
        };
        sink.push(findings::unknown(written, message, questions.banks.iter().map(|b| b.id.as_str())));
    }
    found
}

fn too_small(take: usize, free: usize, all: usize, span: Span) -> Diagnostic {
    let placed = all - free;
    let message = if free == 0 && take == 1 {
        text! { fr: "ce tirage n'a aucune question où puiser", en: "this draw has no question to draw from" }
    } else {
        text! {
            fr: "ce tirage demande {take} questions, et il n'y en a que {free}",
            en: "this draw wants {take} questions, and there are only {free}",
        }
    };
    let found = Diagnostic::new(Code::FIL2112, span, message);
    if placed == 0 {
        return found.hint(text! {
            fr: "ajoutez des questions à la banque, ou tirez-en moins",
            en: "add questions to the bank, or draw fewer",
        });
    }
    found.hint(text! {
        fr: "{placed} autres sont placées dans des pages : ajoutez des questions, ou écrivez reuse: true pour les noter aussi",
        en: "{placed} others are placed on pages: add questions, or write reuse: true to grade them too",
    })
}

/// Two draws that share a candidate could ask it twice.
fn distinct(
    pool: &[QuestionId],
    taken: &mut BTreeMap<QuestionId, Span>,
    object: &Object,
    sink: &mut Sink,
) -> Option<()> {
    let span = object.text("bank").map_or(object.span(), |b| b.span);
    if let Some((id, first)) = pool.iter().find_map(|id| Some((id, *taken.get(id)?))) {
        let message = text! {
            fr: "deux tirages peuvent donner la même question, « {id} »",
            en: "two draws can give the same question, « {id} »",
        };
        let found = Diagnostic::new(Code::FIL2114, span, message);
        sink.push(
            found.related(first, text! { fr: "l'autre tirage est ici", en: "the other draw is here" }).hint(
                text! {
                    fr: "donnez à chacun son objectif, ou réunissez-les en un seul",
                    en: "give each its objective, or make one of the two",
                },
            ),
        );
        return None;
    }
    taken.extend(pool.iter().map(|id| (id.clone(), span)));
    Some(())
}

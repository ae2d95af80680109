//! A state beside the module that it is of: what the learner did, as data; its words for people are in `told`.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::contents::Contents;
use crate::contents::Grading;
use crate::contents::Key;
use crate::contents::Question;
use crate::transcript::answer::Answer;
use crate::transcript::frame::State;
use crate::transcript::mark::Verdict;
use crate::transcript::mark::mark;
use crate::transcript::memory::Attempt;
use crate::transcript::memory::Grades;
use crate::transcript::memory::Phase;
use crate::transcript::memory::Status;
use crate::transcript::pasted::Document;
use crate::transcript::version::Version;

/// What a learner did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Transcript {
    /// Version of this shape.
    pub v: u32,
    pub module: Module,
    pub state: Origin,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
    pub status: Status,
    /// The page in front; `None`: the assessment.
    pub here: Option<String>,
    pub pages: Vec<Page>,
    pub practice: Vec<Practice>,
    pub ratings: Vec<Rating>,
    pub assessment: Option<Assessment>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Module {
    pub id: String,
    pub title: String,
    pub version: String,
    pub language: String,
}

/// Which version wrote the state.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Origin {
    pub schema: String,
    pub sequence: u32,
    /// Whether an earlier version wrote it.
    pub earlier: bool,
    /// Questions whose answers could not be taken over.
    pub lost: Vec<String>,
    /// How many states it was joined from.
    #[serde(skip_serializing_if = "is_one")]
    pub joined: usize,
}

fn is_one(joined: &usize) -> bool {
    *joined == 1
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    pub id: String,
    pub title: String,
    pub opened: bool,
    /// Opened, and each question on it tried.
    pub done: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Practice {
    pub tries: usize,
    pub checked: bool,
    #[serde(flatten)]
    pub answered: Answered,
}

/// A question and what was answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answered {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub prompt: String,
    /// In the words of the question; `true` or `false` of a statement.
    pub given: Vec<String>,
    pub expected: Vec<String>,
    pub verdict: Verdict,
    /// 0 to 1.
    pub score: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rating {
    pub objective: String,
    pub text: String,
    pub before: Option<usize>,
    pub after: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// Per cent, as all grades here.
    pub pass: f64,
    pub attempts_submitted: usize,
    pub attempts_allowed: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grades: Option<Counted>,
    pub attempt: Option<Tried>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Counted {
    pub first: f64,
    pub best: f64,
    pub last: f64,
    pub average: f64,
    /// By the rule of the module.
    pub counts: f64,
    pub rule: &'static str,
    pub passed: bool,
}

/// The attempt under way, or the last one submitted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tried {
    pub number: usize,
    pub phase: Phase,
    /// Question in front, from 1.
    pub at: usize,
    pub points: f64,
    pub total: f64,
    /// Per cent: of what is answered so far unless it was submitted.
    pub score: f64,
    pub questions: Vec<Asked>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Asked {
    pub flagged: bool,
    pub checked: bool,
    pub points: f64,
    #[serde(flatten)]
    pub answered: Answered,
}

/// What `state` says of the module in `contents`.
pub fn transcript(contents: &Contents, state: &State, document: Option<Document>) -> Transcript {
    let data = &contents.data;
    let memory = &state.memory;
    let info = &data.module;
    let practice = data.practice.iter().zip(&memory.practice).map(|(question, kept)| Practice {
        tries: kept.tries,
        checked: kept.checked,
        answered: answered(contents, question, &kept.answer),
    });
    let value = |given: usize| (given > 0).then_some(given);
    let ratings = data.objectives.iter().zip(&memory.ratings).map(|(objective, rating)| Rating {
        objective: objective.id.clone(),
        text: objective.text.clone(),
        before: value(rating.before),
        after: value(rating.after),
    });
    Transcript {
        v: 1,
        module: Module {
            id: info.id.clone(),
            title: info.title.clone(),
            version: info.version.clone(),
            language: info.language.clone(),
        },
        state: Origin {
            schema: state.hash.clone(),
            sequence: state.sequence,
            earlier: state.lost.is_some(),
            lost: state.lost.clone().unwrap_or_default(),
            joined: state.joined,
        },
        document,
        status: memory.latch,
        here: data.pages.get(memory.here).map(|page| page.id.clone()),
        pages: pages(contents, state),
        practice: practice.collect(),
        ratings: ratings.collect(),
        assessment: assessment(contents, state),
    }
}

fn pages(contents: &Contents, state: &State) -> Vec<Page> {
    let tried = contents.data.practice.iter().zip(&state.memory.practice);
    let tried: BTreeSet<&str> =
        tried.filter(|(_, kept)| kept.tries > 0).map(|(question, _)| question.id.as_str()).collect();
    let page = |(page, opened): (&crate::contents::Page, &bool)| Page {
        id: page.id.clone(),
        title: page.title.clone(),
        opened: *opened,
        done: *opened && page.questions.iter().all(|id| tried.contains(id.as_str())),
    };
    contents.data.pages.iter().zip(&state.memory.opened).map(page).collect()
}

fn assessment(contents: &Contents, state: &State) -> Option<Assessment> {
    let info = contents.data.assessment.as_ref()?;
    let memory = &state.memory;
    let Grades { count, .. } = memory.grades;
    Some(Assessment {
        pass: info.pass,
        attempts_submitted: count,
        attempts_allowed: info.attempts,
        grades: (count > 0).then(|| counted(&memory.grades, info.grading, info.pass)),
        attempt: memory.attempt.as_ref().map(|attempt| tried(contents, attempt, count)),
    })
}

fn counted(grades: &Grades, rule: Grading, pass: f64) -> Counted {
    let per_cent = |hundredths: usize| hundredths as f64 / 100.0;
    // Rounded as the player rounds it, half upwards.
    let average = (2 * grades.sum + grades.count) / (2 * grades.count);
    let (counts, rule) = match rule {
        Grading::Best => (grades.best, "best"),
        Grading::Last => (grades.last, "last"),
        Grading::First => (grades.first, "first"),
        Grading::Average => (average, "average"),
    };
    Counted {
        first: per_cent(grades.first),
        best: per_cent(grades.best),
        last: per_cent(grades.last),
        average: per_cent(average),
        counts: per_cent(counts),
        rule,
        passed: per_cent(counts) >= pass,
    }
}

fn tried(contents: &Contents, attempt: &Attempt, submitted: usize) -> Tried {
    let own = Version::own(&contents.data);
    let drew = attempt.from.as_ref().and_then(|hash| Version::of(&contents.data, hash));
    let drawn = own.drawn_by(drew.as_ref().unwrap_or(&own), attempt.seed);
    let asked = drawn.iter().zip(&attempt.slots).filter_map(|(slot, kept)| {
        let question = contents.graded.iter().find(|one| one.id == slot.q)?;
        let answered = answered(contents, question, &kept.answer);
        Some(Asked { flagged: kept.flagged, checked: kept.checked, points: question.points, answered })
    });
    let questions: Vec<Asked> = asked.collect();
    let points: f64 = questions.iter().map(|one| one.answered.score * one.points).sum();
    let total: f64 = questions.iter().map(|one| one.points).sum();
    let ratio = if total == 0.0 { 0.0 } else { points / total };
    Tried {
        number: if attempt.phase == Phase::Submitted { submitted.max(1) } else { submitted + 1 },
        phase: attempt.phase,
        at: attempt.at + 1,
        points,
        total,
        score: (ratio * 10_000.0 + 0.5).floor() / 100.0,
        questions,
    }
}

fn answered(contents: &Contents, question: &Question, answer: &Answer) -> Answered {
    let mark = mark(question, answer, &contents.data.module);
    Answered {
        id: question.id.clone(),
        kind: question.key.kind(),
        prompt: question.label.clone(),
        given: given(&question.key, answer),
        expected: expected(&question.key),
        verdict: mark.verdict,
        score: mark.score,
    }
}

/// What the learner gave; empty when nothing.
fn given(key: &Key, answer: &Answer) -> Vec<String> {
    let pair = |source: &str, target: &str| format!("{source} → {target}");
    match (key, answer) {
        (Key::Choice { options, .. }, Answer::Set { on }) => {
            on.iter().map(|at| options[*at].text.clone()).collect()
        }
        (Key::Choice { options, .. }, Answer::Pick { at: Some(at) }) => vec![options[*at].text.clone()],
        (Key::TrueFalse { .. }, Answer::Pick { at: Some(at) }) => vec![(*at == 0).to_string()],
        (Key::Numeric(_), Answer::Text { text }) if answer.is_given() => {
            vec![text.join(" ").trim().to_owned()]
        }
        (Key::FillIn { blanks }, Answer::Text { text }) => {
            let said = blanks.iter().zip(text).filter(|(_, text)| !text.is_empty());
            said.map(|(blank, text)| format!("{} = {text}", blank.name)).collect()
        }
        (Key::Matching { sources, targets }, Answer::Picks { at }) => {
            let given = sources.iter().zip(at);
            given.filter_map(|(source, at)| Some(pair(&source.text, &targets[(*at)?].text))).collect()
        }
        (Key::Sequencing { items }, Answer::Order { at: Some(at) }) => {
            at.iter().map(|item| items[*item].text.clone()).collect()
        }
        _ => Vec::new(),
    }
}

fn expected(key: &Key) -> Vec<String> {
    match key {
        Key::Choice { options, .. } => {
            options.iter().filter(|option| option.right).map(|option| option.text.clone()).collect()
        }
        Key::TrueFalse { answer } => vec![answer.to_string()],
        Key::Numeric(numeric) => vec![numeric.shown.clone()],
        Key::FillIn { blanks } => {
            let first = |blank: &crate::contents::Blank| blank.answers.first().cloned().unwrap_or_default();
            blanks.iter().map(|blank| format!("{} = {}", blank.name, first(blank))).collect()
        }
        Key::Matching { sources, targets } => {
            sources.iter().map(|one| format!("{} → {}", one.text, targets[one.target].text)).collect()
        }
        Key::Sequencing { items } => items.iter().map(|item| item.text.clone()).collect(),
    }
}

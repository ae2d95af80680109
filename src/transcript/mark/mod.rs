//! Marks an answer as the player does (player/src/core/mark); it gives no feedback.

mod number;
mod numeric;
mod unit;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::contents::Blank;
use crate::contents::Info;
use crate::contents::Key;
use crate::contents::Question;
use crate::transcript::answer::Answer;

/// What an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Mark {
    /// 0 to 1.
    pub score: f64,
    pub verdict: Verdict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Right,
    Part,
    Wrong,
    Blank,
}

/// The mark of an answer to a question of the module.
pub fn mark(question: &Question, answer: &Answer, module: &Info) -> Mark {
    let score = match (&question.key, answer) {
        (Key::Choice { multiple, options }, answer) => {
            let chosen = match answer {
                Answer::Set { on } => on.clone(),
                Answer::Pick { at } => at.iter().copied().collect(),
                _ => Vec::new(),
            };
            choice(*multiple, options, &chosen)
        }
        (Key::TrueFalse { answer: right }, Answer::Pick { at }) => {
            at.map(|at| f64::from(u8::from((at == 0) == *right)))
        }
        (Key::Numeric(key), Answer::Text { text }) => numeric::score(key, text, module),
        (Key::FillIn { blanks }, Answer::Text { text }) => {
            let said = |at: usize| text.get(at).map_or("", String::as_str);
            parts(blanks.iter().enumerate().map(|(at, blank)| self::blank(blank, said(at))))
        }
        (Key::Matching { sources, .. }, Answer::Picks { at }) => {
            let given = |i: usize| at.get(i).copied().flatten();
            parts(sources.iter().enumerate().map(|(i, source)| given(i).map(|at| at == source.target)))
        }
        (Key::Sequencing { .. }, Answer::Order { at: Some(at) }) => {
            parts(at.iter().enumerate().map(|(place, item)| Some(place == *item)))
        }
        _ => None,
    };
    let verdict = match score {
        None => Verdict::Blank,
        Some(score) if score >= 1.0 => Verdict::Right,
        Some(score) if score > 0.0 => Verdict::Part,
        Some(_) => Verdict::Wrong,
    };
    Mark { score: score.unwrap_or(0.0), verdict }
}

/// Ticking everything must not pay: each wrong option takes back what a right one gives.
fn choice(multiple: bool, options: &[crate::contents::Choice], chosen: &[usize]) -> Option<f64> {
    if chosen.is_empty() {
        return None;
    }
    let right = options.iter().filter(|option| option.right).count();
    let hits = chosen.iter().filter(|at| options[**at].right).count();
    let wrong = chosen.len() - hits;
    let score = if multiple { hits.saturating_sub(wrong) as f64 / right as f64 } else { hits as f64 };
    Some(if score.is_nan() { 0.0 } else { score })
}

/// Every part weighs the same; `None` when all are blank.
fn parts(parts: impl Iterator<Item = Option<bool>>) -> Option<f64> {
    let parts: Vec<Option<bool>> = parts.collect();
    let right = parts.iter().filter(|part| **part == Some(true)).count();
    parts.iter().any(Option::is_some).then(|| right as f64 / parts.len() as f64)
}

fn blank(blank: &Blank, text: &str) -> Option<bool> {
    let given = normal(text, blank);
    (!given.is_empty()).then(|| blank.answers.iter().any(|accepted| normal(accepted, blank) == given))
}

/// Spaces, apostrophes and hyphens of all kinds are one; case and accents when the author says so.
fn normal(text: &str, blank: &Blank) -> String {
    let mut out = number::one_space(&text.nfc().collect::<String>());
    out = out.replace(['\u{2019}', '\u{2bc}'], "'").replace(['\u{2010}', '\u{2011}', '\u{2212}'], "-");
    if blank.ignore_case {
        out = out.to_lowercase();
    }
    if blank.ignore_accents {
        out = out.nfd().filter(|c| !is_combining_mark(*c)).collect();
        out = out.replace('œ', "oe").replace('Œ', "OE").replace('æ', "ae").replace('Æ', "AE");
    }
    out
}

//! A transcript in words, for whoever answers a learner; it adds nothing to it. The page that decodes
//! without the command says the same (player/decoder/told.ts).

use crate::diag::Text;
use crate::transcript::mark::Verdict;
use crate::transcript::memory::Phase;
use crate::transcript::memory::Status;
use crate::transcript::pasted::Document;
use crate::transcript::said::Answered;
use crate::transcript::said::Asked;
use crate::transcript::said::Assessment;
use crate::transcript::said::Counted;
use crate::transcript::said::Practice;
use crate::transcript::said::Rating;
use crate::transcript::said::Transcript;
use crate::transcript::said::Tried;
use crate::transcript::words;
use crate::transcript::words::Said;

/// The whole of it, line by line.
pub fn told(said: &Transcript) -> Vec<Text> {
    let mut out = head(said);
    out.extend(pages(said));
    if !said.practice.is_empty() {
        out.push(words::PRACTICE.text());
        out.extend(said.practice.iter().flat_map(practice));
    }
    if let Some(assessment) = &said.assessment {
        out.extend(self::assessment(assessment));
    }
    if !said.ratings.is_empty() {
        out.push(words::RATINGS.text());
        out.extend(said.ratings.iter().map(rating));
    }
    out
}

fn head(said: &Transcript) -> Vec<Text> {
    let (module, state) = (&said.module, &said.state);
    let mut out = vec![words::MODULE.say(&[
        ("title", &module.title),
        ("id", &module.id),
        ("version", &module.version),
        ("language", &module.language),
    ])];
    let wrote = match (state.joined, state.earlier) {
        (2.., _) => words::JOINED,
        (_, true) => words::EARLIER,
        (_, false) => words::OWN,
    };
    let count = ("count", &state.joined as &dyn Said);
    out.push(wrote.say(&[("schema", &state.schema), ("sequence", &state.sequence), count]));
    if !state.lost.is_empty() {
        out.push(words::LOST.say(&[("lost", &state.lost.join(", "))]));
    }
    out.extend(said.document.as_ref().map(document));
    out.push(status(said.status));
    out.push(match said.pages.iter().find(|page| said.here.as_ref() == Some(&page.id)) {
        Some(page) => words::PAGE_IN_FRONT.say(&[("title", &page.title), ("id", &page.id)]),
        None => words::ASSESSMENT_IN_FRONT.text(),
    });
    out
}

fn document(document: &Document) -> Text {
    let word = |is: bool| if is { words::YES.text() } else { words::NO.text() };
    let best = document.best.map_or_else(|| words::NO_GRADE.text(), |best| per_cent(best * 100.0));
    words::DOCUMENT.say(&[
        ("passed", &word(document.passed)),
        ("completed", &word(document.completed)),
        ("best", &best),
        ("beside", &document.beside),
    ])
}

fn status(status: Status) -> Text {
    let word = match status {
        Status::Incomplete => words::STATUS_INCOMPLETE,
        Status::Failed => words::STATUS_FAILED,
        Status::Completed => words::STATUS_COMPLETED,
        Status::Passed => words::STATUS_PASSED,
    };
    words::STATUS.say(&[("status", &word.text())])
}

fn pages(said: &Transcript) -> Vec<Text> {
    let opened = said.pages.iter().filter(|page| page.opened).count();
    let mut out = vec![words::PAGES.say(&[("opened", &opened), ("all", &said.pages.len())])];
    out.extend(said.pages.iter().map(|page| {
        let state = match (page.opened, page.done) {
            (false, _) => words::PAGE_CLOSED,
            (true, false) => words::PAGE_OPEN,
            (true, true) => words::PAGE_DONE,
        };
        words::PAGE.say(&[("id", &page.id), ("title", &page.title), ("state", &state.text())])
    }));
    out
}

fn practice(practice: &Practice) -> Vec<Text> {
    let checked = match (practice.tries, practice.checked) {
        (0, _) => words::UNCHECKED.text(),
        (1, true) => words::CHECKED_ONCE.text(),
        (1, false) => words::CHECKED_ONCE_REOPENED.text(),
        (tries, true) => words::CHECKED.say(&[("tries", &tries)]),
        (tries, false) => words::CHECKED_REOPENED.say(&[("tries", &tries)]),
    };
    question("", &practice.answered, &checked)
}

/// Its id and prompt, what was given, what it is worth.
fn question(number: &str, answered: &Answered, more: &Text) -> Vec<Text> {
    let prompt = answered.prompt.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out =
        vec![words::QUESTION.say(&[("number", &number), ("id", &answered.id), ("prompt", &prompt)])];
    if answered.verdict == Verdict::Blank {
        out.push(words::NO_ANSWER.say(&[("more", more)]));
        return out;
    }
    let verdict = match answered.verdict {
        Verdict::Right => words::RIGHT,
        Verdict::Part => words::PART,
        Verdict::Wrong | Verdict::Blank => words::WRONG,
    };
    out.push(words::ANSWER.say(&[("given", &said(answered, &answered.given))]));
    out.push(words::VERDICT.say(&[("verdict", &verdict.text()), ("more", more)]));
    if answered.verdict != Verdict::Right {
        out.push(words::EXPECTED.say(&[("expected", &said(answered, &answered.expected))]));
    }
    out
}

fn said(answered: &Answered, given: &[String]) -> Text {
    match (answered.kind, given) {
        ("true-false", [one]) if one == "true" => words::TRUE.text(),
        ("true-false", _) => words::FALSE.text(),
        _ => {
            let all = given.iter().map(|one| words::QUOTED.say(&[("said", one)]));
            let (fr, en): (Vec<String>, Vec<String>) = all.map(|Text { fr, en }| (fr, en)).unzip();
            Text { fr: fr.join(", "), en: en.join(", ") }
        }
    }
}

fn assessment(assessment: &Assessment) -> Vec<Text> {
    let of = match assessment.attempts_allowed {
        Some(most) => words::OF_ATTEMPTS.say(&[("most", &most)]),
        None => words::WITHOUT_LIMIT.text(),
    };
    let mut out = vec![words::ASSESSMENT.say(&[
        ("pass", &per_cent(assessment.pass)),
        ("count", &assessment.attempts_submitted),
        ("of", &of),
    ])];
    out.extend(assessment.grades.as_ref().map(grades));
    if let Some(tried) = &assessment.attempt {
        out.push(attempt(tried));
        let asked = tried.questions.iter().enumerate();
        out.extend(asked.flat_map(|(at, asked)| self::asked(at + 1, asked)));
    }
    out
}

fn grades(grades: &Counted) -> Text {
    let rule = match grades.rule {
        "last" => words::RULE_LAST,
        "first" => words::RULE_FIRST,
        "average" => words::RULE_AVERAGE,
        _ => words::RULE_BEST,
    };
    let passed = if grades.passed { words::PASSED } else { words::NOT_PASSED };
    words::GRADES.say(&[
        ("rule", &rule.text()),
        ("counts", &per_cent(grades.counts)),
        ("passed", &passed.text()),
        ("first", &per_cent(grades.first)),
        ("best", &per_cent(grades.best)),
        ("last", &per_cent(grades.last)),
        ("average", &per_cent(grades.average)),
    ])
}

fn attempt(tried: &Tried) -> Text {
    let sentence = match tried.phase {
        Phase::Running => words::ATTEMPT_RUNNING,
        Phase::Summary => words::ATTEMPT_SUMMARY,
        Phase::Submitted => words::ATTEMPT_SUBMITTED,
    };
    sentence.say(&[
        ("number", &tried.number),
        ("at", &tried.at),
        ("points", &plain(tried.points)),
        ("total", &plain(tried.total)),
        ("score", &per_cent(tried.score)),
    ])
}

fn asked(number: usize, asked: &Asked) -> Vec<Text> {
    let flag = if asked.flagged { words::FLAGGED.text() } else { Text::new("", "") };
    let points = plain(asked.answered.score * asked.points);
    let more = words::ASKED.say(&[("points", &points), ("total", &plain(asked.points)), ("flag", &flag)]);
    question(&format!("{number}. "), &asked.answered, &more)
}

fn rating(rating: &Rating) -> Text {
    let value = |given: Option<usize>| given.map_or("–".to_owned(), |given| format!("{given}/4"));
    words::RATING.say(&[
        ("objective", &rating.objective),
        ("text", &rating.text),
        ("before", &value(rating.before)),
        ("after", &value(rating.after)),
    ])
}

/// « 85,5 % », “85.5%”.
fn per_cent(value: f64) -> Text {
    words::PER_CENT.say(&[("number", &plain(value))])
}

/// At most two decimals.
fn plain(value: f64) -> Text {
    let en = ((value * 100.0).round() / 100.0).to_string();
    Text { fr: en.replace('.', ","), en }
}

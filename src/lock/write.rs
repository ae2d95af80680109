//! The text of filiere.lock: one identifier a line, sorted, so that people review it and git merges it.

use crate::lock::parts::fingerprint;
use crate::model::Layout;
use crate::model::Release;
use crate::model::ReleasedPart;

const HEAD: &str = "\
# Ce que chaque version publiée a promis aux apprenants. Écrit par « filiere lock »; à relire, à ne pas modifier.
# What each released version promised to learners. Written by « filiere lock »; to be reviewed, not edited.
filiere-lock 1
";

/// The whole file, sorted by module, version and language.
pub fn text(releases: &[&Release]) -> String {
    let mut sorted = releases.to_vec();
    sorted.sort_by_key(|one| (&one.module, numbers(&one.version), &one.version, &one.language));
    let sections: Vec<String> = sorted.into_iter().map(section).collect();
    HEAD.to_owned() + &sections.concat()
}

/// A version as numbers, so that 1.10.0 comes after 1.9.0.
pub fn numbers(version: &str) -> Vec<u64> {
    version.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

fn section(release: &Release) -> String {
    let lines = lines(release);
    let Release { module, version, language, .. } = release;
    let seal = seal(release);
    format!("\nrelease {module} {version} {}\n  seal {seal}\n{lines}", language.as_str())
}

/// Hash of everything that a section says: a section that was edited has another one.
pub fn seal(release: &Release) -> String {
    let Release { module, version, language, .. } = release;
    fingerprint(&format!("{module} {version} {}\n{}", language.as_str(), lines(release)))
}

fn lines(release: &Release) -> String {
    let mut out = String::new();
    let mut line = |depth: usize, words: &[&str]| {
        out.push_str(&"  ".repeat(depth));
        out.push_str(words.join(" ").trim_end());
        out.push('\n');
    };
    if !release.iri.is_empty() {
        line(1, &["iri", &release.iri]);
    }
    release.packages.iter().for_each(|(target, sum)| line(1, &["package", target, sum]));
    line(1, &["state", &release.state]);
    release.pages.iter().for_each(|page| line(1, &["page", page.as_str()]));
    release.objectives.iter().for_each(|objective| line(1, &["objective", objective.as_str()]));
    if release.rated {
        line(1, &["rated"]);
    }
    release.practice.iter().for_each(|question| line(1, &["practice", question.as_str()]));
    if release.shuffled {
        line(1, &["shuffled"]);
    }
    for draw in &release.draws {
        line(1, &["draw", draw.bank.as_str(), &draw.take.to_string()]);
        draw.pool.iter().for_each(|question| line(2, &["candidate", question.as_str()]));
    }
    for (id, question) in &release.questions {
        line(1, &["question", id.as_str(), &question.kind, &question.prompt, &layout(question.layout)]);
        question.parts.iter().for_each(|part| line(2, &words("part", part)));
        question.targets.iter().for_each(|target| line(2, &words("target", target)));
    }
    out
}

fn words<'a>(kind: &'a str, part: &'a ReleasedPart) -> [&'a str; 4] {
    [kind, &part.name, &part.print, &part.words]
}

fn layout(layout: Layout) -> String {
    match layout {
        Layout::Set { set } => format!("set {set}"),
        Layout::Pick { pick } => format!("pick {pick}"),
        Layout::Picks { picks, of } => format!("picks {picks} {of}"),
        Layout::Order { order } => format!("order {order}"),
        Layout::Text { text, bytes } => format!("text {text} {bytes}"),
    }
}

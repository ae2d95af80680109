//! What the module is, in a few facts; who made it, and what it draws on.

use crate::lom;
use crate::model::Contributor;
use crate::model::Programme;
use crate::model::Reference;
use crate::render::duration;
use crate::report::guide::context::Context;
use crate::report::guide::view;
use crate::report::guide::view::Fact;
use crate::report::words;

/// The cartouche.
pub fn facts(context: &Context) -> Vec<Fact> {
    let module = context.module;
    let french = module.language.is_french();
    let disciplines: Vec<&str> =
        module.disciplines.iter().map(|word| lom::discipline(word, french)).collect();
    let levels: Vec<&str> =
        module.levels.iter().map(|level| context.words.get(&format!("level.{level}"))).collect();
    let programme = |code: &String| match Programme::find(code) {
        Some(programme) => format!("{code}\u{a0}{}", programme.title()),
        None => code.clone(),
    };
    let requires: Vec<&str> = module.requires.iter().map(|id| id.as_str()).collect();
    let none = context.words.get("guide.none");
    let facts = [
        ("guide.fact.kind", context.words.get(words::kind(module.kind)).to_owned()),
        ("cover.duration", duration(context.words, module.duration)),
        ("cover.pages", module.pages.len().to_string()),
        ("cover.practice", context.practice.len().to_string()),
        ("cover.assessment", graded(context)),
        ("guide.fact.requires", if requires.is_empty() { none.to_owned() } else { requires.join(", ") }),
        ("guide.fact.levels", levels.join("; ")),
        ("guide.fact.disciplines", disciplines.join(", ")),
        ("guide.fact.programmes", module.programmes.iter().map(programme).collect::<Vec<_>>().join("; ")),
    ];
    let fact = |(key, value): (&str, String)| Fact { name: context.words.get(key).to_owned(), value };
    facts.into_iter().filter(|(_, value)| !value.is_empty()).map(fact).collect()
}

/// « 12, tirées de 31; passage à 70 % »
fn graded(context: &Context) -> String {
    let Some(assessment) = &context.module.assessment else { return String::new() };
    let asked: usize = assessment.draws.iter().map(|draw| draw.take).sum();
    let (asked, pool) = (asked.to_string(), context.graded.len().to_string());
    let pass = assessment.pass_mark.percent().to_string();
    context.words.fill("guide.fact.graded", &[("asked", &asked), ("pool", &pool), ("pass", &pass)])
}

/// « version 1.0.0, 22 novembre 2026 »
pub fn edition(context: &Context) -> String {
    let module = context.module;
    let parts: Vec<&str> = module.date.split('-').collect();
    let [year, month, day] = parts[..] else { return module.version.clone() };
    let months: Vec<&str> = context.words.get("months").split(' ').collect();
    let month = month.parse::<usize>().ok().and_then(|at| months.get(at.wrapping_sub(1))).unwrap_or(&month);
    let day = day.trim_start_matches('0');
    let day = if day == "1" { context.words.get("guide.first-day") } else { day };
    let date = context.words.fill("guide.date", &[("day", day), ("month", month), ("year", year)]);
    context.words.fill("guide.edition", &[("version", &module.version), ("date", &date)])
}

/// Contributors with their roles, in words.
pub fn contributors(context: &Context) -> Vec<String> {
    let one = |person: &Contributor| {
        let role = context.words.get(&format!("role.{}", person.role));
        let organization = person.organization.as_ref().map(|name| format!(", {name}")).unwrap_or_default();
        format!("{}{organization} ({role})", person.name)
    };
    context.module.contributors.iter().map(one).collect()
}

/// A reference on one line.
pub fn reference(reference: &Reference) -> view::Reference {
    let all = [
        reference.author.as_deref(),
        Some(reference.title.as_str()),
        reference.publisher.as_deref(),
        reference.year.as_deref(),
    ];
    view::Reference {
        text: all.into_iter().flatten().collect::<Vec<_>>().join(". "),
        has_url: reference.url.is_some(),
        url: reference.url.clone().unwrap_or_default(),
    }
}

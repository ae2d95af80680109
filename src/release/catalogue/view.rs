//! What the template of the catalogue shows, flat and complete; it writes no HTML.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::diag::Text;
use crate::release;
use crate::release::DECODER;
use crate::release::Edition;
use crate::release::EditionFile;
use crate::release::EditionModule;
use crate::release::EditionPackage;
use crate::release::EditionTrial;
use crate::release::Kept;
use crate::release::Replaced;
use crate::release::sheets;
use crate::release::sheets::Sheet;
use crate::release::words;
use crate::text;

#[derive(Serialize)]
pub struct View {
    publisher: String,
    organization: String,
    name: String,
    lead: Text,
    count: usize,
    fresh: usize,
    tool: String,
    sheets: Vec<Sheet>,
    /// Packages that try a platform.
    trials: Vec<File>,
    filters: Vec<Filter>,
    modules: Vec<Row>,
    kept: Vec<File>,
    gone: Vec<Gone>,
    support: String,
    /// Whether `support` is an address.
    link: bool,
    /// Address of the page that reads states.
    decoder: &'static str,
    css: &'static str,
    script: &'static str,
}

#[derive(Serialize)]
struct Filter {
    id: &'static str,
    label: Text,
    all: Text,
    options: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    fr: String,
    en: String,
}

#[derive(Serialize)]
struct Row {
    anchor: String,
    fresh: bool,
    disciplines: String,
    programmes: String,
    /// The same for people.
    listed: String,
    levels: String,
    kind: Word,
    span: &'static str,
    minutes: u32,
    language: String,
    tongue: Text,
    /// What a search finds besides what is shown.
    words: String,
    title: String,
    description: String,
    state: Text,
    earlier: Vec<Earlier>,
    packages: Vec<File>,
    documents: Vec<File>,
    iri: String,
    licence: String,
}

#[derive(Serialize)]
struct Word {
    word: String,
    fr: String,
    en: String,
}

#[derive(Serialize)]
struct Earlier {
    version: String,
    lossless: bool,
    losses: Vec<Text>,
}

#[derive(Serialize)]
struct Gone {
    module: String,
    versions: String,
    losses: Vec<Text>,
}

#[derive(Serialize)]
struct File {
    file: String,
    name: Text,
    size: Text,
    sha256: String,
    latest: String,
}

pub fn view(edition: &Edition, css: &'static str, script: &'static str) -> View {
    let modules: Vec<Row> = edition.modules.iter().map(|module| row(module, edition)).collect();
    let fresh = modules.iter().filter(|row| row.fresh).count();
    let publisher = &edition.publisher;
    View {
        publisher: publisher.name.clone(),
        organization: publisher.organization.clone(),
        name: edition.name.clone(),
        lead: lead(modules.len()),
        count: modules.len(),
        fresh,
        tool: edition.tool.clone(),
        sheets: sheets::list(),
        trials: edition.trials.iter().map(trial).collect(),
        filters: filters(&edition.modules),
        modules,
        kept: edition.kept.iter().map(kept).collect(),
        gone: edition.gone.iter().map(gone).collect(),
        support: publisher.support.clone(),
        link: publisher.support.starts_with("https://"),
        decoder: DECODER,
        css,
        script,
    }
}

fn lead(count: usize) -> Text {
    if count == 1 {
        return text! {
            fr: "Un module prêt à déposer dans Moodle ou dans tout autre environnement numérique d’apprentissage.",
            en: "One module, ready to import into Moodle or any other learning management system.",
        };
    }
    text! {
        fr: "{count} modules prêts à déposer dans Moodle ou dans tout autre environnement numérique d’apprentissage.",
        en: "{count} modules, ready to import into Moodle or any other learning management system.",
    }
}

fn row(module: &EditionModule, edition: &Edition) -> Row {
    let kind = words::kind(&module.kind);
    let fresh = module.date == edition.name;
    let said = module.disciplines.iter().map(|word| words::discipline(word));
    let said: Vec<String> = said.map(|Text { fr, en }| format!("{fr} {en}")).collect();
    Row {
        anchor: format!("{}-{}", module.id, module.language),
        fresh,
        disciplines: module.disciplines.join(" "),
        programmes: module.programmes.join(" "),
        listed: module.programmes.join(", "),
        levels: module.levels.join(" "),
        kind: Word { word: module.kind.clone(), fr: kind.fr, en: kind.en },
        span: span(module.duration),
        minutes: module.duration,
        language: module.language.clone(),
        tongue: words::language(&module.language),
        words: [std::slice::from_ref(&module.id), &module.keywords[..], &said].concat().join(" "),
        title: module.title.clone(),
        description: module.description.clone(),
        state: state(module, fresh),
        earlier: module.earlier.iter().map(earlier).collect(),
        packages: module.packages.iter().map(package).collect(),
        documents: module.documents.iter().chain([&module.source]).map(document).collect(),
        iri: module.iri.clone(),
        licence: module.licence.clone(),
    }
}

fn earlier(one: &Replaced) -> Earlier {
    Earlier { version: one.version.clone(), lossless: one.lossless, losses: one.losses.clone() }
}

fn span(minutes: u32) -> &'static str {
    let at = usize::from(minutes > 30) + usize::from(minutes > 60);
    words::SPANS[at].0
}

fn state(module: &EditionModule, fresh: bool) -> Text {
    let EditionModule { version, date, .. } = module;
    match (fresh, module.earlier.is_empty()) {
        (true, true) => text! { fr: "Nouveau : version {version}", en: "New: version {version}" },
        (true, false) => text! { fr: "Mis à jour : version {version}", en: "Updated: version {version}" },
        (false, _) => text! {
            fr: "Version {version}, inchangée depuis le {date}",
            en: "Version {version}, unchanged since {date}",
        },
    }
}

fn package(package: &EditionPackage) -> File {
    File {
        file: package.file.clone(),
        name: words::target(&package.target),
        size: size(package.bytes),
        sha256: package.sha256.clone(),
        latest: package.latest.clone(),
    }
}

fn document(document: &EditionFile) -> File {
    File {
        file: document.file.clone(),
        name: words::document(&document.file),
        size: size(document.bytes),
        sha256: document.sha256.clone(),
        latest: String::new(),
    }
}

fn kept(kept: &Kept) -> File {
    File {
        file: kept.file.clone(),
        name: words::target(&kept.target),
        size: size(kept.bytes),
        sha256: kept.sha256.clone(),
        latest: String::new(),
    }
}

fn gone(gone: &release::Gone) -> Gone {
    Gone { module: gone.module.clone(), versions: gone.versions.join(", "), losses: gone.losses.clone() }
}

fn trial(trial: &EditionTrial) -> File {
    let (standard, language) = (words::target(&trial.target), words::language(&trial.language));
    File {
        file: trial.file.clone(),
        name: Text {
            fr: format!("{}, en {}", standard.fr, language.fr),
            en: format!("{}, in {}", standard.en, language.en),
        },
        size: size(trial.bytes),
        sha256: trial.sha256.clone(),
        latest: String::new(),
    }
}

/// Thousands of bytes, or millions from one million on, rounded up.
fn size(bytes: u64) -> Text {
    if bytes < 1_000_000 {
        let thousands = bytes.div_ceil(1000);
        return Text { fr: format!("{thousands}\u{a0}ko"), en: format!("{thousands}\u{a0}kB") };
    }
    let tenths = bytes.div_ceil(100_000);
    let (whole, rest) = (tenths / 10, tenths % 10);
    Text { fr: format!("{whole},{rest}\u{a0}Mo"), en: format!("{whole}.{rest}\u{a0}MB") }
}

fn filters(modules: &[EditionModule]) -> Vec<Filter> {
    let of =
        |values: fn(&EditionModule) -> Vec<String>| modules.iter().flat_map(values).collect::<BTreeSet<_>>();
    let name = |code: &str| Text { fr: code.to_owned(), en: code.to_owned() };
    let all = [
        Filter::new(
            "discipline",
            text! { fr: "Discipline", en: "Discipline" },
            of(|m| m.disciplines.clone()),
            words::discipline,
        ),
        Filter::new(
            "programme",
            text! { fr: "Programme", en: "Programme" },
            of(|m| m.programmes.clone()),
            name,
        ),
        Filter::new(
            "level",
            text! { fr: "Ordre d’enseignement", en: "Level" },
            of(|m| m.levels.clone()),
            words::level,
        ),
        Filter::new("kind", text! { fr: "Genre", en: "Kind" }, of(|m| vec![m.kind.clone()]), words::kind),
        Filter::new(
            "duration",
            text! { fr: "Durée", en: "Duration" },
            of(|m| vec![span(m.duration).to_owned()]),
            words::span,
        ),
        Filter::new(
            "language",
            text! { fr: "Langue", en: "Language" },
            of(|m| vec![m.language.clone()]),
            words::language,
        ),
    ];
    // With a single choice there is nothing to choose.
    all.into_iter().filter(|filter| filter.options.len() > 1).collect()
}

impl Filter {
    fn new(id: &'static str, label: Text, values: BTreeSet<String>, say: fn(&str) -> Text) -> Self {
        let choice = |value: String| {
            let Text { fr, en } = say(&value);
            Choice { value, fr, en }
        };
        let all = text! { fr: "Toutes les possibilités", en: "Any" };
        Self { id, label, all, options: values.into_iter().map(choice).collect() }
    }
}

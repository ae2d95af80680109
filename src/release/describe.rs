//! What an edition says of a valid module, and of each version that it can replace; it reads no file.

use crate::lock;
use crate::lock::Lock;
use crate::lock::words;
use crate::model::Module;
use crate::model::Release;
use crate::release::EditionFile;
use crate::release::EditionModule;
use crate::release::EditionPackage;
use crate::release::EditionPublisher;
use crate::release::Gone;
use crate::release::Replaced;

/// Files that were made of a module.
#[derive(Debug)]
pub struct Made {
    /// In the order of the workspace's targets.
    pub packages: Vec<EditionPackage>,
    pub source: EditionFile,
    /// By file name.
    pub documents: Vec<EditionFile>,
}

/// The module as an edition shows it; `now` is what it promises.
pub fn module(module: &Module, now: &Release, made: Made) -> EditionModule {
    let texts = |list: &[String]| list.to_vec();
    let earlier = module.earlier.iter().filter(|old| old.version != module.version);
    EditionModule {
        id: module.id.to_string(),
        version: module.version.clone(),
        date: module.date.clone(),
        language: module.language.as_str().to_owned(),
        title: module.title.clone(),
        description: module.description.clone(),
        kind: module.kind.word().to_owned(),
        disciplines: texts(&module.disciplines),
        levels: texts(&module.levels),
        programmes: texts(&module.programmes),
        keywords: texts(&module.keywords),
        duration: module.duration,
        licence: module.workspace.licence.clone(),
        requires: module.requires.iter().map(ToString::to_string).collect(),
        iri: module.workspace.iri.module(&module.id),
        questions: module.questions.keys().map(ToString::to_string).collect(),
        packages: made.packages,
        source: made.source,
        documents: made.documents,
        earlier: earlier.map(|old| replaced(now, old)).collect(),
    }
}

/// Who publishes a module.
pub fn publisher(module: &Module) -> EditionPublisher {
    let workspace = &module.workspace;
    EditionPublisher {
        name: workspace.publisher.name.clone(),
        organization: workspace.publisher.organization.clone(),
        url: workspace.publisher.url.clone(),
        support: workspace.support.clone(),
    }
}

/// Modules that `known` has and `modules` has not; `now` is what the modules made this time promise.
pub fn gone(known: &Lock, modules: &[EditionModule], now: &[Release]) -> Vec<Gone> {
    let lasts: Vec<&Release> = known.last_ones().into_iter().map(|entry| &entry.release).collect();
    let stands = |one: &&Release| {
        modules
            .iter()
            .any(|m| (m.id.as_str(), m.language.as_str()) == (one.module.as_str(), one.language.as_str()))
    };
    let standing: Vec<&Release> = now.iter().chain(lasts.iter().copied().filter(stands)).collect();
    let gone = lasts.iter().filter(|last| !stands(last)).map(|last| {
        let successor = standing.iter().find(|one| lock::is_alike(last, one));
        let loss = match successor {
            Some(one) => words::module(last.module.as_str(), one.module.as_str()).message,
            None => words::withdrawn(last.module.as_str()),
        };
        let versions = known.of(&last.module, &last.language).into_iter();
        Gone {
            module: last.module.to_string(),
            language: last.language.as_str().to_owned(),
            versions: versions.map(|entry| entry.release.version.clone()).collect(),
            losses: vec![loss],
        }
    });
    gone.collect()
}

/// What learners of `old` lose when `now` takes its place.
fn replaced(now: &Release, old: &Release) -> Replaced {
    let mut losses: Vec<_> = lock::losses(now, old).into_iter().map(|loss| loss.said.message).collect();
    if !old.iri.is_empty() && old.iri != now.iri {
        losses.push(words::iri(&old.iri, &now.iri).message);
    }
    Replaced { version: old.version.clone(), lossless: losses.is_empty(), losses }
}

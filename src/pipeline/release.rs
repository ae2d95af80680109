//! `filiere release`: makes a new edition beside the old one; who calls it exchanges the two.

use std::collections::BTreeMap;
use std::path::Path;

use crate::archive;
use crate::check;
use crate::check::Fate;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::inspect;
use crate::lock::Entry;
use crate::lock::Lock;
use crate::model::Module;
use crate::model::Release;
use crate::pipeline::Built;
use crate::pipeline::Compiled;
use crate::pipeline::Error;
use crate::pipeline::Terms;
use crate::pipeline::compile;
use crate::pipeline::lock;
use crate::pipeline::modules;
use crate::pipeline::sources as written;
use crate::pipeline::write;
use crate::release;
use crate::release::Edition;
use crate::release::EditionFile;
use crate::release::EditionModule;
use crate::release::EditionPackage;
use crate::release::EditionTrial;
use crate::release::Folder;
use crate::release::Held;
use crate::release::Keeping;
use crate::release::Kept;
use crate::release::Made;
use crate::release::Shelf;
use crate::release::Usage;
use crate::report;
use crate::report::Packaged;
use crate::source;
use crate::source::ModuleDraft;
use crate::source::WorkspaceDraft;
use crate::state;
use crate::target;
use crate::text;
use crate::trial;

/// Modules that may leave, as far as their content goes.
pub struct Candidate {
    draft: WorkspaceDraft,
    known: Lock,
    modules: Vec<Module>,
}

/// What is to be made of them.
pub struct Order<'a> {
    /// Version of the program.
    pub tool: &'a str,
    /// Whether modules of the last edition that are not among the candidates stay in the new one.
    pub partial: bool,
    /// Told the length of each entry that was packed.
    pub progress: &'a dyn Fn(u64),
}

/// A new edition, whole, beside the old one.
pub struct Staged {
    pub edition: Edition,
    /// Its new packages, at the places that they will have.
    pub built: Vec<Built>,
    /// How many files it has.
    pub files: usize,
    /// The new text of filiere.lock.
    pub lock: String,
    /// Whether it says anything new.
    pub lock_changed: bool,
}

impl Candidate {
    /// The packages that would be made.
    pub fn compile(&self) -> Vec<Compiled> {
        compile(&self.modules)
    }

    /// The valid ones.
    pub(super) fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// What filiere.lock says of this very version.
    pub(super) fn entry(&self, module: &Module) -> Option<&Entry> {
        let locked = self.known.of(&module.id, &module.language);
        locked.into_iter().find(|entry| entry.release.version == module.version)
    }

    pub(super) fn draft(&self, module: &Module) -> Option<&ModuleDraft> {
        self.draft.modules.iter().find(|draft| draft.folder == module.id.as_str())
    }
}

/// Checks the modules as for a release; those that a finding refuses are in `sink`.
pub fn candidate(
    terms: Terms,
    root: &Path,
    selection: &[String],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<Candidate, Error> {
    let draft = source::load_only(root, selection, sources, sink)?;
    let known = lock::read(&draft, sink);
    let modules = modules(terms, &draft, &known, selection, sources, sink);
    Ok(Candidate { draft, known, modules })
}

/// Writes the new edition into `folder.staging()`; `None` when it would break a promise, told in `sink`.
pub fn stage(
    candidate: &Candidate,
    compiled: &[Compiled],
    order: &Order,
    folder: &Folder,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<Option<Staged>, Error> {
    let held = release::held(folder.dist(), &is_build)?;
    let built = write(compiled, folder.staging(), order.progress)?;
    let packages: Vec<_> = compiled.iter().zip(&built).map(|(one, built)| package(one, built)).collect();
    let mut work = Work { candidate, compiled, held: &held, folder, shelf: Shelf::new(folder.staging()) };
    let promises = work.promises(&packages, sink);
    judge(&built, sources, sink)?;
    if sink.has_errors() {
        return Ok(None);
    }
    let mut modules = Vec::new();
    for (module, now) in candidate.modules.iter().zip(&promises) {
        let own = packages.iter().filter(|(id, _)| *id == module.id.as_str());
        let own = own.map(|(_, package)| package.clone()).collect();
        modules.push(work.module(module, now, own, &promises, sources)?);
    }
    modules.extend(if order.partial { work.carried(&modules, sink)? } else { Vec::new() });
    let publisher = candidate.modules.first().map(release::publisher);
    let last = held.edition.as_ref().map(|last| last.publisher.clone());
    let Some(publisher) = publisher.or(last) else { return Ok(None) };
    let mut edition = Edition::new(order.tool, publisher, modules);
    edition.kept = work.kept(sink)?;
    edition.gone = release::gone(&candidate.known, &edition.modules, &promises);
    edition.trials = work.trials(&edition, sources, sink)?;
    if sink.has_errors() {
        return Ok(None);
    }
    let files = work.close(&edition)?;
    let lock = candidate.known.text_with(&promises);
    let lock_changed = candidate.draft.lock.as_ref().is_none_or(|file| file.text() != lock);
    let built = built.into_iter().zip(compiled).map(|(one, made)| placed(one, made, folder)).collect();
    Ok(Some(Staged { edition, built, files, lock, lock_changed }))
}

/// Judges the very bytes that are about to leave.
fn judge(built: &[Built], sources: &mut Sources, sink: &mut Sink) -> Result<(), Error> {
    for one in built {
        let unread = |cause| Error::Read { path: one.path.clone(), cause };
        inspect::zip_into(&one.path, sources, sink).map_err(unread)?;
    }
    Ok(())
}

fn placed(built: Built, made: &Compiled, folder: &Folder) -> Built {
    Built { path: folder.dist().join(&made.name), ..built }
}

/// The module's id and what the edition says of its package.
fn package<'a>(made: &'a Compiled, built: &Built) -> (&'a str, EditionPackage) {
    let stem = format!("-{}.zip", made.target);
    let language = made.language.as_str();
    let identifiers = made.identifiers.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    let package = EditionPackage {
        file: made.name.clone(),
        latest: format!("latest/{}-{language}{stem}", made.module),
        target: made.target.to_owned(),
        bytes: built.written.bytes,
        sha256: built.written.sha256.to_string(),
        identifiers: identifiers.collect(),
        state: Usage { worst: made.state, limit: made.state_limit },
    };
    (made.module.as_str(), package)
}

/// A release under way.
struct Work<'a> {
    candidate: &'a Candidate,
    compiled: &'a [Compiled],
    held: &'a Held,
    folder: &'a Folder,
    shelf: Shelf,
}

impl Work<'_> {
    /// What each module promises from now on, its bytes included; reports versions that had others.
    fn promises(&self, packages: &[(&str, EditionPackage)], sink: &mut Sink) -> Vec<Release> {
        let mut out = Vec::new();
        for module in &self.candidate.modules {
            let mut now = state::release(module);
            let own = packages.iter().filter(|(id, _)| *id == module.id.as_str());
            now.packages = own.map(|(_, one)| (one.target.clone(), one.sha256.clone())).collect();
            let last = self.candidate.entry(module);
            if let Some(draft) = self.candidate.draft(module) {
                check::same_bytes(&now, last, &self.given(module), Fate::Released, draft, sink);
            }
            out.push(now);
        }
        out
    }

    /// Sums of this very version that stand in the last edition: an interrupted release may have
    /// given it out before filiere.lock knew.
    fn given(&self, module: &Module) -> BTreeMap<String, String> {
        self.held.edition.as_ref().map(|edition| edition.sums(module)).unwrap_or_default()
    }

    /// Puts what is made of a module on the shelf.
    fn module(
        &mut self,
        module: &Module,
        now: &Release,
        packages: Vec<EditionPackage>,
        promises: &[Release],
        sources: &Sources,
    ) -> Result<EditionModule, Error> {
        for package in &packages {
            self.shelf.note(&package.file, package.bytes, &package.sha256);
            self.shelf.alias(&package.file, &package.latest)?;
        }
        let files =
            self.candidate.draft(module).map_or_else(Vec::new, |draft| written::files(draft, sources));
        let lock = self.candidate.known.text_of(&module.id, &module.language, promises);
        let tree = release::source(module, files, &lock);
        let name = format!("{}-{}-{}-source.zip", module.id, module.version, module.language.as_str());
        let options = archive::Options::default();
        let pending = archive::write(&tree, &[], self.folder.staging(), &options)?;
        let zip = pending.commit(&self.folder.staging().join(&name))?;
        let source = self.shelf.note(&name, zip.bytes, &zip.sha256.to_string());
        let documents = self.documents(module)?;
        Ok(release::module(module, now, Made { packages, source, documents }))
    }

    /// Adds the pages for people and what says that the edition is whole; how many files it has.
    fn close(mut self, edition: &Edition) -> Result<usize, Error> {
        self.shelf.add(release::CATALOGUE, release::catalogue(edition).as_bytes())?;
        for (name, page) in release::sheets() {
            self.shelf.add(&name, page.as_bytes())?;
        }
        for (name, file) in release::decoder(edition, self.folder.staging())? {
            self.shelf.add(&name, file.as_bytes())?;
        }
        Ok(self.shelf.close(&edition.text())?)
    }

    /// Packages that try a platform, judged like those of modules.
    fn trials(
        &mut self,
        edition: &Edition,
        sources: &mut Sources,
        sink: &mut Sink,
    ) -> Result<Vec<EditionTrial>, Error> {
        let Some(iri) = edition.modules.first().and_then(EditionModule::base) else { return Ok(Vec::new()) };
        let mut out = Vec::new();
        for trial in trial::trials(iri) {
            let staging = self.folder.staging();
            let options = archive::Options::default();
            let path = staging.join(&trial.file);
            let zip = archive::write(&trial.package, trial.first, staging, &options)?.commit(&path)?;
            let unread = |cause| Error::Read { path: path.clone(), cause };
            inspect::zip_into(&path, sources, sink).map_err(unread)?;
            let EditionFile { file, bytes, sha256 } =
                self.shelf.note(&trial.file, zip.bytes, &zip.sha256.to_string());
            let (language, target) = (trial.language.to_owned(), trial.target.to_owned());
            out.push(EditionTrial { file, language, target, bytes, sha256 });
        }
        Ok(out)
    }

    fn documents(&mut self, module: &Module) -> Result<Vec<EditionFile>, Error> {
        let own = self.compiled.iter().filter(|one| one.module == module.id);
        let packaged = own.map(|one| Packaged::new(&one.name, one.target, &one.package));
        let documents = report::documents(module, &packaged.collect::<Vec<_>>());
        documents.into_iter().map(|one| Ok(self.shelf.add(&one.name, &one.bytes)?)).collect()
    }

    /// Modules of the last edition that are not among `new`, with their files.
    fn carried(&mut self, new: &[EditionModule], sink: &mut Sink) -> Result<Vec<EditionModule>, Error> {
        let is_new =
            |old: &&EditionModule| new.iter().any(|m| (&m.id, &m.language) == (&old.id, &old.language));
        let last = self.held.edition.iter().flat_map(|edition| &edition.modules);
        let stay: Vec<_> = last.filter(|old| !is_new(old)).cloned().collect();
        for module in &stay {
            let packages = module.packages.iter();
            let mut files: Vec<_> = packages.map(|one| (&one.file, &one.sha256)).collect();
            files.extend(module.packages.iter().map(|one| (&one.latest, &one.sha256)));
            files.extend(module.documents.iter().chain([&module.source]).map(|one| (&one.file, &one.sha256)));
            for (file, sum) in files {
                if self.keep(file, sum, sink)? == Keeping::Gone {
                    sink.push(gone(file));
                }
            }
        }
        Ok(stay)
    }

    /// Packages of the last edition that the new one does not make.
    fn kept(&mut self, sink: &mut Sink) -> Result<Vec<Kept>, Error> {
        let Some(last) = &self.held.edition else { return Ok(Vec::new()) };
        let current =
            last.modules.iter().flat_map(|module| module.packages.iter().map(|one| kept(module, one)));
        let mut out = Vec::new();
        for one in current.chain(last.kept.iter().cloned()) {
            if !self.shelf.holds(&one.file) && self.keep(&one.file, &one.sha256, sink)? == Keeping::Done {
                out.push(one);
            }
        }
        out.sort_by(|a, b| a.file.cmp(&b.file));
        Ok(out)
    }

    fn keep(&mut self, file: &str, sum: &str, sink: &mut Sink) -> Result<Keeping, Error> {
        let keeping = self.shelf.keep(self.folder.dist(), file, sum)?;
        if keeping == Keeping::Altered {
            sink.push(altered(file));
        }
        Ok(keeping)
    }
}

fn kept(module: &EditionModule, package: &EditionPackage) -> Kept {
    Kept {
        module: module.id.clone(),
        version: module.version.clone(),
        language: module.language.clone(),
        target: package.target.clone(),
        file: package.file.clone(),
        bytes: package.bytes,
        sha256: package.sha256.clone(),
    }
}

/// FIL8002: a file of the last edition cannot be handed on.
fn altered(file: &str) -> Diagnostic {
    let message = text! {
        fr: "« {file} » n'est plus ce qui a été publié",
        en: "« {file} » is no longer what was released",
    };
    Diagnostic::placeless(Code::FIL8002, message).hint(text! {
        fr: "remettez le fichier publié, ou supprimez-le : la nouvelle publication ne transmet que ce qu'elle reconnaît",
        en: "put the released file back, or delete it: the new release hands on only what it recognizes",
    })
}

/// FIL8003: a module that was not asked for is no longer whole.
fn gone(file: &str) -> Diagnostic {
    let message = text! {
        fr: "« {file} » manque à la dernière publication",
        en: "« {file} » is missing from the last release",
    };
    Diagnostic::placeless(Code::FIL8003, message).hint(text! {
        fr: "publiez tous les modules, sans en nommer",
        en: "release all modules, without naming any",
    })
}

/// Whether a file looks like what `filiere build` writes: it can be made again, and need not stay.
fn is_build(file: &str) -> bool {
    let is_version = |part: &str| {
        part.split('.').count() == 3
            && part.split('.').all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let is_named = |stem: &str| !stem.contains('/') && stem.split('-').any(is_version);
    let stem = |target: &str| file.strip_suffix(&format!("-{target}.zip"));
    let is_unfinished = file.starts_with(".filiere-") && file.ends_with(".part");
    is_unfinished || target::ALL.iter().filter_map(|target| stem(target.name())).any(is_named)
}

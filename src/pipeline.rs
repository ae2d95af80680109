//! The stages in order, and the errors of the machine; it judges no content and prints nothing.

use std::path::Path;

use crate::check;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::closest;
use crate::inspect;
use crate::lock::Lock;
use crate::model::LangTag;
use crate::model::Limits;
use crate::model::Module;
use crate::model::ModuleId;
use crate::model::Workspace;
use crate::package::Package;
use crate::render;
use crate::source;
use crate::source::ModuleDraft;
use crate::source::WorkspaceDraft;
use crate::state;
use crate::target;
use crate::target::Target;
use crate::text;

mod error;
mod lock;
mod release;
mod released;
mod review;
mod sources;
mod write;

pub use error::Error;
pub use lock::Locked;
pub use lock::lock;
pub use release::Candidate;
pub use release::Order;
pub use release::Staged;
pub use release::candidate;
pub use release::stage;
pub use released::Place;
pub use released::released;
pub use review::Review;
pub use review::reviews;
pub use write::Built;
pub use write::Packed;
pub use write::pack;
pub use write::write;

/// A package that is ready to be written or served.
#[derive(Debug)]
pub struct Compiled {
    /// The module it was made from.
    pub module: ModuleId,
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: LangTag,
    /// The target it was made for.
    pub target: &'static str,
    /// `hall-heroult-1.0.0-fr-CA-scorm12.zip`
    pub name: String,
    /// What platforms know it by.
    pub identifiers: Vec<(&'static str, String)>,
    /// Its files.
    pub package: Package,
    /// Those that open the zip, in order.
    pub first: &'static [&'static str],
    /// Characters of the learner's state in the worst case.
    pub state: usize,
    /// Characters that the target allows for it.
    pub state_limit: usize,
    /// Released ways of packing states that the package reads besides its own.
    pub earlier: usize,
    /// Bytes that they take in it.
    pub earlier_bytes: usize,
}

/// What a build gave: the packages, or the findings that kept them from being written.
pub struct Outcome {
    /// The texts that findings refer to.
    pub sources: Sources,
    /// Everything found, sorted.
    pub findings: Vec<Diagnostic>,
    /// What was written; empty when a finding is an error.
    pub packages: Vec<Built>,
}

/// Checks, compiles and writes the modules of the workspace at `root` into the folder `out`.
pub fn build(
    root: &Path,
    out: &Path,
    selection: &[String],
    progress: &dyn Fn(u64),
) -> Result<Outcome, Error> {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let modules = check(root, selection, &mut sources, &mut sink)?;
    let refused = sink.has_errors();
    let findings = sink.into_sorted(&sources);
    let packages = if refused { Vec::new() } else { write(&compile(&modules), out, progress)? };
    Ok(Outcome { sources, findings, packages })
}

/// Makes the packages of valid modules: one for each target of the workspace.
pub fn compile(modules: &[Module]) -> Vec<Compiled> {
    modules.iter().flat_map(packages).collect()
}

fn packages(module: &Module) -> Vec<Compiled> {
    let targets = module.workspace.targets.iter().filter_map(|name| target::find(name));
    targets.map(|target| package(module, target)).collect()
}

fn package(module: &Module, target: &dyn Target) -> Compiled {
    let schema = state::schema(module);
    let mut package = render::render(module, &schema, target.player());
    target.finish(module, &mut package);
    let name = format!("{}-{}-{}-{}.zip", module.id, module.version, module.language.as_str(), target.name());
    prove(&name, &package);
    Compiled {
        module: module.id.clone(),
        title: module.title.clone(),
        language: module.language.clone(),
        target: target.name(),
        name,
        identifiers: target.identifiers(module),
        package,
        first: target.first(),
        state: schema.worst_case(),
        state_limit: target.limits().state,
        earlier: schema.earlier_versions(),
        earlier_bytes: schema.earlier_bytes(),
    }
}

/// Stops on a package of ours that the judge finds fault with: it is a bug, and must not leave.
fn prove(name: &str, package: &Package) {
    let findings = inspect::inspect(package).findings;
    let found: Vec<&str> = findings.iter().map(|finding| finding.message.en.as_str()).collect();
    assert!(found.is_empty(), "{name}: {found:?}");
}

/// How strictly content is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    /// What is being written: addresses of examples may stand.
    #[default]
    Draft,
    /// What leaves for institutions.
    Release,
}

/// What a run accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terms {
    /// How strictly content is judged.
    pub purpose: Purpose,
    /// Whether a version may lose what was released.
    pub ids: check::IdChange,
}

/// Reads and checks the workspace at `root`: the valid modules among those selected (none
/// selected: all), everything wrong in `sink`.
pub fn check(
    root: &Path,
    selection: &[String],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<Vec<Module>, Error> {
    check_for(Terms::default(), root, selection, sources, sink)
}

/// Like [`check`], on given terms.
pub fn check_for(
    terms: Terms,
    root: &Path,
    selection: &[String],
    sources: &mut Sources,
    sink: &mut Sink,
) -> Result<Vec<Module>, Error> {
    let draft = source::load_only(root, selection, sources, sink)?;
    let lock = lock::read(&draft, sink);
    Ok(modules(terms, &draft, &lock, selection, sources, sink))
}

/// The valid modules of a workspace as read.
fn modules(
    terms: Terms,
    draft: &WorkspaceDraft,
    lock: &Lock,
    selection: &[String],
    sources: &Sources,
    sink: &mut Sink,
) -> Vec<Module> {
    for wanted in selection.iter().filter(|wanted| !draft.folders.contains(wanted)) {
        sink.push(unknown_module(draft, wanted));
    }
    if terms.purpose == Purpose::Release {
        check::release(draft, sink);
        if draft.folders.is_empty() {
            sink.push(no_module());
        }
    }
    let limits = limits(check::workspace(draft, sink).as_ref());
    let judge = |one| {
        let mut module = module(draft, one, sources, &limits, sink)?;
        let before = sink.error_count();
        lock::promise(terms, &mut module, one, lock, sink);
        if terms.purpose == Purpose::Release {
            lock::unchanged(&module, one, lock, sink);
        }
        worst_case(&module, one, &limits, sink);
        (sink.error_count() == before).then_some(module)
    };
    let modules: Vec<Module> = draft.modules.iter().filter_map(judge).collect();
    lock::moved(terms, &modules, draft, lock, sink);
    modules
}

fn module(
    workspace: &WorkspaceDraft,
    draft: &ModuleDraft,
    sources: &Sources,
    limits: &Limits,
    sink: &mut Sink,
) -> Option<Module> {
    check::check(workspace, draft, sources, limits, sink)
}

/// FIL5003 and FIL5004.
fn worst_case(module: &Module, draft: &ModuleDraft, limits: &Limits, sink: &mut Sink) {
    let worst = state::schema(module).worst_case();
    let at = draft.module.as_ref().and_then(|object| object.key_span("id"));
    check::state(module.id.as_str(), worst, limits, at, sink);
}

/// The strictest limits of the targets of a workspace; of all targets while it is not known.
fn limits(workspace: Option<&Workspace>) -> Limits {
    let chosen = |target: &&&dyn Target| {
        workspace.is_none_or(|workspace| workspace.targets.iter().any(|name| name == target.name()))
    };
    let all = target::ALL.iter().filter(chosen).map(|target| target.limits());
    all.reduce(|a, b| Limits {
        state: a.state.min(b.state),
        title: a.title.min(b.title),
        response: a.response.min(b.response),
        options: a.options.min(b.options),
    })
    .unwrap_or_else(|| limits(None))
}

/// FIL9002: a release of nothing would take the place of one that holds something.
fn no_module() -> Diagnostic {
    let message = text! {
        fr: "l'espace de travail n'a aucun module",
        en: "the workspace has no module",
    };
    Diagnostic::placeless(Code::FIL9002, message).hint(text! {
        fr: "lancez la commande là où se trouve modules/, ou nommez l'endroit par --root; filiere new module en crée un premier",
        en: "run the command where modules/ stands, or name the place with --root; filiere new module makes a first one",
    })
}

fn unknown_module(draft: &WorkspaceDraft, wanted: &str) -> Diagnostic {
    let message = text! {
        fr: "le module « {wanted} » n'existe pas",
        en: "there is no module « {wanted} »",
    };
    let finding = Diagnostic::placeless(Code::FIL9001, message);
    let known = draft.folders.iter().map(String::as_str);
    match closest(wanted, known) {
        Some(near) => {
            finding.hint(text! { fr: "vouliez-vous dire « {near} »?", en: "did you mean « {near} »?" })
        }
        None => finding.hint(text! {
            fr: "nommez un dossier de modules/",
            en: "name a folder of modules/",
        }),
    }
}

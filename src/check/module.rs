//! One module: puts the checkers in order, and builds the model when none of them found an error.

use crate::check::assessment;
use crate::check::assets;
use crate::check::banks;
use crate::check::banks::Questions;
use crate::check::context::Context;
use crate::check::glossary;
use crate::check::identity;
use crate::check::identity::Identity;
use crate::check::objectives;
use crate::check::pages;
use crate::check::prose;
use crate::check::prose::Names;
use crate::check::references;
use crate::check::sessions;
use crate::check::unused;
use crate::check::workspace;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::model::Assessment;
use crate::model::Asset;
use crate::model::Completion;
use crate::model::LangTag;
use crate::model::Limits;
use crate::model::Module;
use crate::model::Page;
use crate::model::Prose;
use crate::model::Reference;
use crate::model::Sessions;
use crate::model::Term;
use crate::model::Workspace;
use crate::source::ModuleDraft;
use crate::source::Object;
use crate::source::PageSource;
use crate::source::WorkspaceDraft;
use crate::text;

/// The module, or `None` exactly when `sink` holds an error of it or of the workspace.
pub fn check(
    workspace: &WorkspaceDraft,
    draft: &ModuleDraft,
    sources: &Sources,
    limits: &Limits,
    sink: &mut Sink,
) -> Option<Module> {
    let mut found = Sink::default();
    let as_read = AsRead { workspace, draft, clean: !has_errors(draft, sources, sink) };
    let module = draft.module.as_ref().and_then(|m| module(&as_read, m, limits, &mut found));
    sink.append(found);
    module.filter(|_| !has_errors(draft, sources, sink))
}

fn has_errors(draft: &ModuleDraft, sources: &Sources, sink: &Sink) -> bool {
    let folder = format!("modules/{}/", draft.folder);
    let concerns = |span: Span| {
        let path = sources.path(span.file);
        path.starts_with(&folder) || !path.starts_with("modules/")
    };
    sink.iter().any(|f| f.code.severity() == Severity::Error && f.span.is_none_or(concerns))
}

/// A module and its workspace as they were read.
struct AsRead<'a> {
    workspace: &'a WorkspaceDraft,
    draft: &'a ModuleDraft,
    /// Whether reading them gave no error.
    clean: bool,
}

fn module(as_read: &AsRead<'_>, object: &Object, limits: &Limits, sink: &mut Sink) -> Option<Module> {
    let AsRead { draft, clean, .. } = *as_read;
    let workspace = workspace::workspace(as_read.workspace, sink);
    let french = || LangTag::new("fr-CA").expect("fr-CA is a language tag");
    let language = workspace.as_ref().map_or_else(french, |w| w.language.clone());
    let chosen = pages::chosen(object, draft, sink);
    let mut names = names(draft, language, sink);
    // A page that is shown comes last: its names stand before those of one left out with its id.
    draft.pages.iter().chain(chosen.iter().flatten().copied()).for_each(|page| names.add_page(page));
    let context = Context { draft, limits, names, clean, objectives: objectives::ids(object) };
    let identity = identity::identity(object, &as_read.workspace.folders, &context, sink);
    let content = content(object, chosen.as_deref(), &context, sink);
    let sessions = as_read.workspace.object.as_ref().and_then(|w| sessions::sessions(w, object));
    Some(assemble(workspace?, identity?, content?, sessions?))
}

/// What learners see of a module.
struct Content {
    pages: Vec<Page>,
    questions: Questions,
    assessment: Option<Assessment>,
    completion: Completion,
    notice: Option<Prose>,
    glossary: Vec<Term>,
    references: Vec<Reference>,
    assets: Vec<Asset>,
}

fn content(
    object: &Object,
    chosen: Option<&[&PageSource]>,
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Content> {
    // A listed name that leads to no page was reported.
    if chosen.is_some_and(<[_]>::is_empty) && object.list("pages").is_empty() {
        sink.push(pageless(object));
    }
    let (pages, placed) = pages::pages(chosen.unwrap_or_default(), context, sink);
    pages::others(chosen.unwrap_or_default(), context, sink);
    let questions = banks::questions(placed, context, sink);
    let assessment = assessment::assessment(object, &questions, context, sink);
    let completion = assessment::completion(object, sink);
    let notice = object.prose("notice").and_then(|n| prose::prose(n, &context.names, sink));
    let glossary = glossary::glossary(&context.draft.glossary, &context.names, sink);
    let references = references::references(&context.draft.references, &context.names.language, sink);
    let drawn = assessment.as_ref().and_then(Option::as_ref);
    unused::unused(object, &questions, drawn, context, sink);
    let assets = assets::assets(context, place(object), sink);
    let (assessment, completion) = (assessment?, completion?);
    Some(Content { pages, questions, assessment, completion, notice, glossary, references, assets })
}

fn assemble(workspace: Workspace, identity: Identity, content: Content, sessions: Sessions) -> Module {
    let Content { pages, questions, assessment, completion, notice, glossary, references, assets } = content;
    let (questions, banks) = questions.reachable(assessment.as_ref());
    Module {
        language: workspace.language.clone(),
        workspace,
        id: identity.id,
        version: identity.version,
        date: identity.date,
        title: identity.title,
        description: identity.description,
        kind: identity.kind,
        disciplines: identity.disciplines,
        levels: identity.levels,
        programmes: identity.programmes,
        keywords: identity.keywords,
        duration: identity.duration,
        requires: identity.requires,
        objectives: identity.objectives,
        contributors: identity.contributors,
        notice,
        pages,
        completion,
        assessment,
        banks,
        questions,
        glossary,
        references,
        assets,
        earlier: Vec::new(),
        sessions,
    }
}

fn names(draft: &ModuleDraft, language: LangTag, sink: &mut Sink) -> Names {
    let mut names = Names::new(language);
    names.whole = draft.is_whole();
    let id = |object: &Object| object.text("id").map(|t| t.value.clone());
    names.references = draft.references.iter().filter_map(id).collect();
    names.questions = draft.banks.iter().flat_map(|b| &b.questions).filter_map(id).collect();
    draft.files.iter().for_each(|file| names.add_file(file, draft.unread.contains(&file.path)));
    glossary::forms(&draft.glossary, &mut names, sink);
    names
}

/// Where findings about the module as a whole point.
fn place(object: &Object) -> Span {
    object.text("id").map_or(object.head(), |id| id.span)
}

fn pageless(object: &Object) -> Diagnostic {
    let message = text! { fr: "le module n'a aucune page", en: "the module has no page" };
    let at = object.key_span("pages").unwrap_or(place(object));
    Diagnostic::new(Code::FIL2114, at, message).hint(text! {
        fr: "ajoutez un fichier au dossier pages, comme pages/01-debut.md",
        en: "add a file to the pages folder, as pages/01-start.md",
    })
}

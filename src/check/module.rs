//! One module: puts the checkers in order, and builds the model when none of them found an error.

use crate::check::assessment;
use crate::check::assets;
use crate::check::banks;
use crate::check::banks::Questions;
use crate::check::context::Context;
use crate::check::findings;
use crate::check::glossary;
use crate::check::ids;
use crate::check::objectives;
use crate::check::pages;
use crate::check::prose;
use crate::check::prose::Names;
use crate::check::references;
use crate::check::titles;
use crate::check::unused;
use crate::check::workspace;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::model::Contributor;
use crate::model::Kind;
use crate::model::LangTag;
use crate::model::Limits;
use crate::model::Module;
use crate::model::ModuleId;
use crate::model::Prose;
use crate::source::ModuleDraft;
use crate::source::Object;
use crate::source::Spanned;
use crate::source::Value;
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
    let chosen = pages::chosen(object, &draft.pages, sink);
    let mut names = names(draft, language.clone(), sink);
    chosen.iter().flatten().for_each(|page| names.add_page(page));
    let context = Context { draft, limits, names, clean, objectives: objectives::ids(object) };

    let (pages, placed) = pages::pages(chosen.as_deref().unwrap_or_default(), &context, sink);
    let questions = banks::questions(placed, &context, sink);
    let assessment = assessment::assessment(object, &questions, &context, sink);
    let completion = assessment::completion(object, sink);
    let objectives = objectives::objectives(object, &context.names, sink);
    let notice = object.prose("notice").map(|n| prose::prose(n, &context.names, sink));
    let glossary = glossary::glossary(&draft.glossary, &context.names, sink);
    let references = references::references(&draft.references, sink);
    let identity = identity(object, &as_read.workspace.folders, &context, sink);
    let contributors = contributors(object, sink);
    chosen.iter().filter(|pages| pages.is_empty()).for_each(|_| sink.push(pageless(object)));
    unused::unused(object, &questions, &context, sink);
    let assets = assets::assets(&context, place(object), sink);
    let Identity { id, title, description, requires } = identity?;
    let Questions { valid, banks, .. } = questions;
    Some(Module {
        workspace: workspace?,
        id,
        version: object.text("version")?.value.clone(),
        date: object.text("date")?.value.clone(),
        language,
        title,
        description,
        kind: kind(object.word("kind")?.value),
        disciplines: words(object, "disciplines"),
        levels: words(object, "levels"),
        programmes: texts(object, "programmes"),
        keywords: texts(object, "keywords"),
        duration: u32::try_from(object.integer("duration")?.value).ok()?,
        requires,
        notice: notice.flatten(),
        objectives,
        contributors,
        pages,
        completion: completion?,
        assessment: assessment?,
        banks: banks.into_iter().map(banks::Bank::ids).collect(),
        questions: valid,
        glossary,
        references,
        assets,
    })
}

fn names(draft: &ModuleDraft, language: LangTag, sink: &mut Sink) -> Names {
    let mut names = Names::new(language);
    names.whole = draft.is_whole();
    let id = |object: &Object| object.text("id").map(|t| t.value.clone());
    names.references = draft.references.iter().filter_map(id).collect();
    names.questions = draft.banks.iter().flat_map(|b| &b.questions).filter_map(id).collect();
    draft.files.iter().for_each(|file| names.add_file(file));
    glossary::forms(&draft.glossary, &mut names, sink);
    names
}

struct Identity {
    id: ModuleId,
    title: String,
    description: String,
    requires: Vec<ModuleId>,
}

fn identity(object: &Object, folders: &[String], context: &Context<'_>, sink: &mut Sink) -> Option<Identity> {
    let id = object.text("id").and_then(|id| module_id(id, &context.draft.folder, sink));
    let title = object.text("title").and_then(|t| titles::title(t, context.limits.title, sink));
    let description = object.prose("description").and_then(|d| prose::prose(d, &context.names, sink));
    let requires: Vec<_> = object.list("requires").iter().filter_map(Value::as_text).collect();
    let requires: Vec<_> = requires.into_iter().map(|r| required(r, folders, sink)).collect();
    Some(Identity {
        id: id?,
        title: prose::plain(&title?, &context.names.language),
        description: described(&description?),
        requires: requires.into_iter().collect::<Option<_>>()?,
    })
}

/// A module to study before: another one of the workspace.
fn required(id: &Spanned<String>, folders: &[String], sink: &mut Sink) -> Option<ModuleId> {
    let made = ids::slug(id, ModuleId::new, sink)?;
    if !folders.contains(&id.value) {
        let name = &id.value;
        let message = text! {
            fr: "l'espace de travail n'a pas de module « {name} »",
            en: "the workspace has no module « {name} »",
        };
        sink.push(findings::unknown(id, message, folders.iter().map(String::as_str)));
        return None;
    }
    Some(made)
}

fn described(prose: &Prose) -> String {
    prose.plain().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn module_id(id: &Spanned<String>, folder: &str, sink: &mut Sink) -> Option<ModuleId> {
    let made = ids::slug(id, ModuleId::new, sink)?;
    if id.value == folder {
        return Some(made);
    }
    let written = &id.value;
    let message = text! {
        fr: "le module s'appelle « {written} », et son dossier « {folder} »",
        en: "the module is called « {written} », and its folder « {folder} »",
    };
    let cure = findings::slugify(folder);
    sink.push(Diagnostic::new(Code::FIL2003, id.span, message).hint(text! {
        fr: "écrivez « id: {cure} », ou renommez le dossier en « {written} »",
        en: "write « id: {cure} », or rename the folder to « {written} »",
    }));
    None
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

fn kind(word: &str) -> Kind {
    match word {
        "technical-project" => Kind::TechnicalProject,
        "digital-project" => Kind::DigitalProject,
        "workshop" => Kind::Workshop,
        "video" => Kind::Video,
        _ => Kind::Theory,
    }
}

fn words(object: &Object, name: &str) -> Vec<String> {
    object.list(name).iter().filter_map(Value::as_word).map(|w| w.value.to_owned()).collect()
}

fn texts(object: &Object, name: &str) -> Vec<String> {
    object.list(name).iter().filter_map(Value::as_text).map(|t| t.value.clone()).collect()
}

fn contributors(object: &Object, sink: &mut Sink) -> Vec<Contributor> {
    let objects = object.list("contributors").iter().filter_map(Value::as_object);
    let contributor = |o: &Object, sink: &mut Sink| {
        let name = o.text("name").and_then(|t| titles::short(t, sink))?;
        let organization = o.text("organization").map(|t| t.value.clone());
        Some(Contributor { name, role: o.word("role")?.value.to_owned(), organization })
    };
    objects.filter_map(|o| contributor(o, sink)).collect()
}

//! What module.yaml says of the module itself: id, title, subject, objectives, people; no content.

use crate::check::context::Context;
use crate::check::findings;
use crate::check::ids;
use crate::check::objectives;
use crate::check::prose;
use crate::check::titles;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::model::Contributor;
use crate::model::Kind;
use crate::model::ModuleId;
use crate::model::Objective;
use crate::model::Prose;
use crate::source::Object;
use crate::source::Spanned;
use crate::source::Value;
use crate::text;

/// What module.yaml says of the module itself.
pub struct Identity {
    pub id: ModuleId,
    pub version: String,
    pub date: String,
    pub title: String,
    pub description: String,
    pub kind: Kind,
    pub disciplines: Vec<String>,
    pub levels: Vec<String>,
    pub programmes: Vec<String>,
    pub keywords: Vec<String>,
    pub duration: u32,
    pub requires: Vec<ModuleId>,
    pub objectives: Vec<Objective>,
    pub contributors: Vec<Contributor>,
}

/// The identity of a module, or `None` when something of it was reported.
pub fn identity(
    object: &Object,
    folders: &[String],
    context: &Context<'_>,
    sink: &mut Sink,
) -> Option<Identity> {
    let id = object.text("id").and_then(|id| module_id(id, &context.draft.folder, sink));
    let title = object.text("title").and_then(|t| titles::title(t, context.limits.title, sink));
    let description = object.prose("description").and_then(|d| prose::prose(d, &context.names, sink));
    let requires: Vec<_> = object.list("requires").iter().filter_map(Value::as_text).collect();
    let requires: Vec<_> = requires.into_iter().map(|r| required(r, folders, sink)).collect();
    let objectives = objectives::objectives(object, &context.names, sink);
    let contributors = contributors(object, sink);
    Some(Identity {
        id: id?,
        version: object.text("version")?.value.clone(),
        date: object.text("date")?.value.clone(),
        title: prose::plain(&title?, &context.names.language),
        description: described(&description?),
        kind: kind(object.word("kind")?.value),
        disciplines: words(object, "disciplines"),
        levels: words(object, "levels"),
        programmes: texts(object, "programmes"),
        keywords: texts(object, "keywords"),
        duration: u32::try_from(object.integer("duration")?.value).ok()?,
        requires: requires.into_iter().collect::<Option<_>>()?,
        objectives,
        contributors,
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

/// One line; no-break spaces stay what they are.
fn described(prose: &Prose) -> String {
    prose.plain().split_ascii_whitespace().collect::<Vec<_>>().join(" ")
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

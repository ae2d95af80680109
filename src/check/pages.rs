//! The pages of a module: which there are, in which order; their prose is converted elsewhere.

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::findings;
use crate::check::ids::Ids;
use crate::check::prose;
use crate::check::prose::PageParts;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::closest;
use crate::model::Page;
use crate::model::PageId;
use crate::model::QuestionId;
use crate::source::ModuleDraft;
use crate::source::Object;
use crate::source::PageSource;
use crate::source::Spanned;
use crate::source::Value;
use crate::text;

/// Questions that pages place.
#[derive(Default)]
pub struct Placed {
    /// Each placement, those written in place included.
    pub places: Vec<(QuestionId, Span)>,
    /// Questions written in place.
    pub written: Vec<Object>,
}

/// The pages that the module shows, in order; `None` when it could not be told.
pub fn chosen<'a>(module: &Object, draft: &'a ModuleDraft, sink: &mut Sink) -> Option<Vec<&'a PageSource>> {
    let pages = &draft.pages;
    if !module.has("pages") {
        return Some(pages.iter().collect());
    }
    if module.is_broken("pages") {
        return None;
    }
    let mut listed = Ids::default();
    let (mut chosen, mut meant) = (Vec::new(), BTreeSet::new());
    for name in module.list("pages").iter().filter_map(Value::as_text) {
        let wanted = name.value.strip_suffix(".md").unwrap_or(&name.value);
        match pages.iter().find(|p| p.name == wanted) {
            Some(page) if listed.take_as(wanted, wanted, name.span, sink) => chosen.push(page),
            Some(_) => {}
            None if draft.unread.contains(&format!("pages/{wanted}.md")) => {}
            None => {
                meant.extend(near(wanted, pages));
                sink.push(absent(name, pages));
            }
        }
    }
    // A page that a misspelt name means is told there.
    let left = |p: &&PageSource| listed.place(&p.name).is_none() && !meant.contains(p.name.as_str());
    for page in pages.iter().filter(left) {
        sink.push(unlisted(page, module));
    }
    Some(chosen)
}

fn absent(name: &Spanned<String>, pages: &[PageSource]) -> Diagnostic {
    let written = &name.value;
    let message = text! {
        fr: "la page « {written} » n'est pas dans le dossier pages",
        en: "the page « {written} » is not in the pages folder",
    };
    let found = Diagnostic::new(Code::FIL2005, name.span, message);
    match near(written, pages) {
        Some(meant) => {
            found.hint(text! { fr: "vouliez-vous dire « {meant} »?", en: "did you mean « {meant} »?" })
        }
        None => findings::suggest(found, written, pages.iter().map(|p| p.name.as_str())),
    }
}

/// The page whose id or spelling comes near `name`.
fn near<'a>(name: &str, pages: &'a [PageSource]) -> Option<&'a str> {
    let same = pages.iter().find(|p| prose::page_id(&p.name) == prose::page_id(name));
    same.map(|p| p.name.as_str()).or_else(|| closest(name, pages.iter().map(|p| p.name.as_str())))
}

/// The findings of pages that the module does not show.
pub fn others(chosen: &[&PageSource], context: &Context<'_>, sink: &mut Sink) {
    let shown = |page: &PageSource| chosen.iter().any(|c| c.name == page.name);
    for source in context.draft.pages.iter().filter(|page| !shown(page)) {
        prose::page(source, &context.names, sink);
    }
}

fn unlisted(page: &PageSource, module: &Object) -> Diagnostic {
    let name = &page.name;
    let message = text! {
        fr: "la page « {name} » n'est pas dans la liste des pages du module",
        en: "the page « {name} » is not in the module's list of pages",
    };
    let found = Diagnostic::new(Code::FIL2007, page.text.span(0..0), message).hint(text! {
        fr: "ajoutez « {name} » à la clé pages de module.yaml, ou supprimez le fichier",
        en: "add « {name} » to the key pages of module.yaml, or delete the file",
    });
    match module.key_span("pages") {
        Some(list) => found.related(list, text! { fr: "la liste est ici", en: "the list is here" }),
        None => found,
    }
}

/// The pages, converted, and the questions that they place.
pub fn pages(chosen: &[&PageSource], context: &Context<'_>, sink: &mut Sink) -> (Vec<Page>, Placed) {
    let mut taken = Ids::default();
    let mut pages = Vec::new();
    let mut placed = Placed::default();
    for source in chosen {
        let at = Spanned { value: prose::page_id(&source.name).to_owned(), span: source.text.span(0..0) };
        let unique = taken.take(&at, sink);
        let id = page_id(source, &at, sink);
        let errors = sink.error_count();
        let PageParts { title, body, footnotes, questions, written } =
            prose::page(source, &context.names, sink);
        placed.written.extend(written);
        placed.places.extend(questions.iter().cloned());
        if let (Some(id), true, true) = (id, unique, sink.error_count() == errors) {
            let questions = questions.into_iter().map(|(id, _)| id).collect();
            pages.push(Page { id, title, body, footnotes, questions });
        }
    }
    (pages, placed)
}

fn page_id(source: &PageSource, at: &Spanned<String>, sink: &mut Sink) -> Option<PageId> {
    let id = PageId::new(&at.value);
    if id.is_none() {
        let name = &source.name;
        let message = text! {
            fr: "le nom de fichier « {name} » ne donne pas d'identifiant de page",
            en: "the file name « {name} » gives no page id",
        };
        let number: String = name.chars().take_while(char::is_ascii_digit).collect();
        let slug = findings::slugify(&at.value);
        let cure = if number.is_empty() { slug } else { format!("{number}-{slug}") };
        sink.push(Diagnostic::new(Code::FIL2001, at.span, message).hint(text! {
            fr: "renommez le fichier, par exemple en « {cure}.md »",
            en: "rename the file, for example to « {cure}.md »",
        }));
    }
    id
}

//! Blocks of ours: `{figure}`, `{question}`, `{download}`, `{reveal}`, `{table}`, `{objectives}`.

use crate::check::findings;
use crate::check::prose::scope::Scope;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::closest;
use crate::model::Block;
use crate::model::Figure;
use crate::model::QuestionId;
use crate::model::plain_text;
use crate::source;
use crate::source::Object;
use crate::source::Spanned;
use crate::source::fields;
use crate::source::markdown::Fence;
use crate::text;

/// Words that people write for a block.
const SYNONYMS: &[(&str, &str)] = &[
    ("image", "figure"),
    ("img", "figure"),
    ("illustration", "figure"),
    ("quiz", "question"),
    ("qcm", "question"),
    ("exercice", "question"),
    ("tableau", "table"),
    ("csv-table", "table"),
    ("list-table", "table"),
    ("telechargement", "download"),
    ("téléchargement", "download"),
    ("fichier", "download"),
    ("file", "download"),
    ("objectifs", "objectives"),
    ("dropdown", "reveal"),
    ("details", "reveal"),
    ("solution", "reveal"),
    ("accordion", "reveal"),
    ("accordeon", "reveal"),
];

impl Scope<'_> {
    pub fn fence(&mut self, fence: &Fence) -> Option<Block> {
        let name = fence.name.text();
        if name == "question" {
            return self.question(fence);
        }
        let Some(kind) = fields::BLOCKS.iter().find(|kind| kind.name == name) else {
            self.unknown_block(&fence.name);
            return None;
        };
        if name == "objectives" && fence.body.text().trim().is_empty() {
            return Some(Block::Objectives);
        }
        let object = source::decode(&fence.body, kind, &mut self.sink)?;
        match name {
            "figure" => self.figure(&object).map(Block::Figure),
            "download" => self.download(&object),
            "reveal" => self.reveal(&object),
            "table" => self.data_table(&object).map(Block::Table),
            _ => Some(Block::Objectives),
        }
    }

    fn unknown_block(&mut self, name: &Fragment) {
        let written = name.text();
        if fields::LATER_BLOCKS.contains(&written) {
            let message = text! {
                fr: "cette version ne compile pas encore le bloc « {written} »",
                en: "this version does not compile the block « {written} » yet",
            };
            let cure = text! { fr: "enlevez-le pour l'instant", en: "remove it for now" };
            self.sink.push(Diagnostic::new(Code::FIL2116, name.all(), message).hint(cure));
            return;
        }
        let message =
            text! { fr: "le bloc « {written} » n'existe pas", en: "there is no block « {written} »" };
        let known = || fields::BLOCKS.iter().map(|kind| kind.name);
        let synonym =
            SYNONYMS.iter().find(|(word, _)| *word == written.to_lowercase()).map(|(_, name)| *name);
        let cure = match synonym.or_else(|| closest(written, known())) {
            Some(near) => text! { fr: "vouliez-vous dire « {near} »?", en: "did you mean « {near} »?" },
            None => {
                let all = known().collect::<Vec<_>>().join(", ");
                text! { fr: "les blocs sont {all}", en: "the blocks are {all}" }
            }
        };
        self.sink.push(Diagnostic::new(Code::FIL1016, name.all(), message).hint(cure));
    }

    /// A question of a bank, placed; or one written in place.
    fn question(&mut self, fence: &Fence) -> Option<Block> {
        let Some(id) = &fence.id else {
            let message =
                text! { fr: "ce bloc question n'a pas d'identifiant", en: "this question block has no id" };
            let cure = text! { fr: "écrivez ```{{question}} identifiant", en: "write ```{{question}} id" };
            self.sink.push(Diagnostic::new(Code::FIL1009, fence.name.all(), message).hint(cure));
            return None;
        };
        let at = id.all();
        let named = Spanned { value: id.text().to_owned(), span: at };
        let Some(slug) = QuestionId::new(&named.value) else {
            self.sink.push(findings::malformed(&named));
            return None;
        };
        if self.page.is_none() {
            let message =
                text! { fr: "une question se place dans une page", en: "a question is placed on a page" };
            let cure = text! {
                fr: "déplacez ce bloc dans le texte de la page",
                en: "move this block to the text of the page",
            };
            self.sink.push(Diagnostic::new(Code::FIL1016, fence.name.all(), message).hint(cure));
            return None;
        }
        let object = if fence.body.text().trim().is_empty() {
            self.known_question(&slug, id)?;
            None
        } else {
            Some(source::decode_placed(&fence.body, &fields::QUESTION, &named, &mut self.sink)?)
        };
        let page = self.page.as_mut().expect("a question outside a page was refused above");
        page.written.extend(object);
        page.placed.push((slug.clone(), at));
        Some(Block::Question(slug))
    }

    fn known_question(&mut self, slug: &QuestionId, id: &Fragment) -> Option<()> {
        let names = self.names;
        if names.questions.contains(slug.as_str()) {
            return Some(());
        }
        if names.whole {
            let message =
                text! { fr: "la question « {slug} » n'existe pas", en: "there is no question « {slug} »" };
            let cure = text! {
                fr: "ajoutez-la à une banque de questions/, ou écrivez-la dans ce bloc",
                en: "add it to a bank in questions/, or write it in this block",
            };
            self.unknown(
                (message, cure),
                id.all(),
                slug.as_str(),
                names.questions.iter().map(String::as_str),
            );
        }
        None
    }

    pub fn figure(&mut self, object: &Object) -> Option<Figure> {
        let src = object.text("src");
        let decorative = object.boolean("decorative").is_some_and(|d| d.value);
        let alt =
            object.prose("alt").map(|alt| (plain_text(&self.run(alt)).trim().to_owned(), alt.trim().all()));
        if let (Some((alt, at)), Some(src)) = (&alt, src) {
            self.doubtful(alt, &src.value, *at);
        }
        if let (true, Some((_, at))) = (decorative, alt.as_ref().filter(|(alt, _)| !alt.is_empty())) {
            self.decorative_with_alt(*at);
        }
        let missing = alt.as_ref().is_none_or(|(alt, _)| alt.is_empty());
        if missing && !decorative && !object.is_broken("alt") {
            self.no_alt(object.key_span("alt").unwrap_or_else(|| object.head()));
        }
        let caption = object.prose("caption").map(|caption| self.field(caption));
        let credit = object.text("credit").map(|credit| super::plain(&credit.value, &self.language));
        let description = object.prose("description").map(|text| self.field(text));
        let zoom = object.boolean("zoom").is_some_and(|z| z.value);
        let (asset, size) = self.measured(&src?.value, src?.span)?;
        let alt = if decorative { None } else { alt.map(|(alt, _)| alt) };
        let (width, height) = (size.width, size.height);
        Some(Figure { asset, alt, caption, credit, description, zoom, width, height })
    }

    fn download(&mut self, object: &Object) -> Option<Block> {
        let text = object.prose("text").map(|text| self.field(text)).unwrap_or_default();
        let title = object.text("title").map(|title| super::plain(&title.value, &self.language));
        let src = object.text("src")?;
        let (asset, _) = self.file(&src.value, src.span)?;
        self.names.used.borrow_mut().files.entry(asset.clone()).or_insert(src.span);
        Some(Block::Download { asset, title: title?, text })
    }

    fn reveal(&mut self, object: &Object) -> Option<Block> {
        let title = object.prose("title").map(|title| self.run(title));
        let body = object.prose("body").map(|body| self.field(body));
        Some(Block::Reveal { title: title?, body: body? })
    }
}

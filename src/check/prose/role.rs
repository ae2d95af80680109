//! Roles: `{term}`, `{review}`, `{lang=…}`.

use crate::check::prose::scope::Scope;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::closest;
use crate::model::Inline;
use crate::model::LangTag;
use crate::source::markdown;
use crate::source::markdown::BlockKind;
use crate::text;

impl Scope<'_> {
    pub fn role(&mut self, name: &Fragment, body: &Fragment) -> Option<Inline> {
        match name.text().split_once('=') {
            Some(("lang", tag)) => return self.foreign(tag, name, body),
            None if name.text() == "term" => return self.term(body),
            None if name.text() == "review" => return Some(Inline::Review(self.nested(body))),
            _ => {}
        }
        let written = name.text();
        let message =
            text! { fr: "le rôle « {written} » n'existe pas", en: "there is no role « {written} »" };
        let cure = match closest(written, ["term", "review", "lang=en"]) {
            Some(near) => text! { fr: "vouliez-vous dire « {near} »?", en: "did you mean « {near} »?" },
            None => text! {
                fr: "les rôles sont {{term}}, {{review}} et {{lang=…}}",
                en: "the roles are {{term}}, {{review}} and {{lang=…}}",
            },
        };
        self.sink.push(Diagnostic::new(Code::FIL1017, name.all(), message).hint(cure));
        None
    }

    /// Runs inside a role; they are typeset with the paragraph around it.
    fn nested(&mut self, body: &Fragment) -> Vec<Inline> {
        let document = markdown::parse(body, &mut self.sink);
        match document.blocks.as_slice() {
            [markdown::Block { kind: BlockKind::Paragraph(content), .. }] => self.inlines(content),
            _ => vec![Inline::Text(body.text().to_owned())],
        }
    }

    fn foreign(&mut self, tag: &str, name: &Fragment, body: &Fragment) -> Option<Inline> {
        let tag = tag.trim_matches(['"', '\'']);
        // No language has a code of more than three letters: « anglais » is a word.
        let is_code = tag.split('-').next().is_some_and(|language| language.len() <= 3);
        let Some(lang) = LangTag::new(tag).filter(|_| is_code) else {
            let message =
                text! { fr: "« {tag} » n'est pas un code de langue", en: "« {tag} » is not a language tag" };
            let cure = text! { fr: "écrivez par exemple {{lang=en}}", en: "write for instance {{lang=fr}}" };
            self.sink.push(Diagnostic::new(Code::FIL1017, name.all(), message).hint(cure));
            return None;
        };
        let outer = std::mem::replace(&mut self.language, lang.clone());
        let content = self.nested(body);
        self.language = outer;
        Some(Inline::Lang { lang, content })
    }

    /// `cryolithe`, or `cuves <cuve>`: the words shown, then the entry called.
    fn term(&mut self, body: &Fragment) -> Option<Inline> {
        let written = body.text();
        let (shown, called) = match written.strip_suffix('>').and_then(|rest| rest.rfind('<')) {
            Some(open) => (body.slice(0..open).trim(), body.slice(open + 1..written.len() - 1).trim()),
            None => (body.trim(), body.trim()),
        };
        let names = self.names;
        let Some(term) = names.term(called.text()) else {
            let form = called.text();
            if names.whole {
                let message = text! {
                    fr: "le glossaire n'a pas de terme « {form} »",
                    en: "the glossary has no term « {form} »",
                };
                let cure = text! {
                    fr: "ajoutez à glossary.yaml : « - term: {form} », puis sa définition sous « text: »",
                    en: "add to glossary.yaml: « - term: {form} », then its definition under « text: »",
                };
                self.unknown((message, cure), called.all(), form, names.forms());
            }
            return None;
        };
        names.used.borrow_mut().terms.insert(term.to_owned());
        Some(Inline::Term { term: term.to_owned(), content: self.nested(&shown) })
    }
}

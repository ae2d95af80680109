//! Links: addresses that are allowed, pages and headings that exist, words that say where they lead.

use std::ops::Range;

use crate::check::prose::scope::Scope;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::diag::Text;
use crate::model::Inline;
use crate::model::plain_text;
use crate::source::markdown;
use crate::source::markdown::InlineKind;
use crate::source::markdown::LinkWords;
use crate::text;

/// Words that say nothing out of their sentence, in lower case.
const EMPTY_WORDS: &[&str] = &[
    "adresse",
    "aller",
    "article",
    "ce lien",
    "cette page",
    "cliquer ici",
    "cliquez",
    "cliquez ici",
    "détails",
    "en savoir plus",
    "ici",
    "lien",
    "lire",
    "lire la suite",
    "lire plus",
    "page",
    "plus",
    "plus d'information",
    "plus d'informations",
    "plus de détails",
    "savoir plus",
    "site",
    "site web",
    "suite",
    "voir",
    "voir ici",
    "voir plus",
    "click",
    "click here",
    "details",
    "go",
    "here",
    "learn more",
    "link",
    "more",
    "more information",
    "read more",
    "see here",
    "site",
    "this link",
    "this page",
    "website",
];

impl Scope<'_> {
    pub fn link(
        &mut self,
        target: &str,
        words: LinkWords,
        content: &[markdown::Inline],
        at: Span,
    ) -> Option<Inline> {
        let content = match content {
            [markdown::Inline { kind: InlineKind::Text(text), .. }] => vec![Inline::Text(text.clone())],
            _ => self.inlines(content),
        };
        self.words(&plain_text(&content), words, at);
        let href = self.target(target, at)?;
        Some(Inline::Link { href, content })
    }

    /// What the link says.
    fn words(&mut self, words: &str, origin: LinkWords, at: Span) {
        let spoken =
            words.trim().trim_end_matches(['.', '…', ':', '>', '»']).trim().to_lowercase().replace('’', "'");
        let cure = text! {
            fr: "dites où il mène : [Guide de l'alliage 6061](adresse)",
            en: "say where it leads: [Guide to alloy 6061](address)",
        };
        if words.trim().is_empty() {
            let message = text! { fr: "ce lien n'a pas de texte", en: "this link has no text" };
            self.sink.push(Diagnostic::new(Code::FIL4003, at, message).hint(cure));
        } else if origin == LinkWords::Address || is_address(&spoken) {
            let message = text! { fr: "le texte de ce lien est une adresse", en: "the text of this link is an address" };
            self.sink.push(Diagnostic::new(Code::FIL4004, at, message).hint(cure));
        } else if EMPTY_WORDS.contains(&spoken.as_str()) {
            let shown = words.trim();
            let message = text! {
                fr: "« {shown} » ne dit pas où mène le lien",
                en: "« {shown} » does not say where the link leads",
            };
            self.sink.push(Diagnostic::new(Code::FIL4004, at, message).hint(cure));
        }
    }

    /// An address in the text: readers see it, nobody can follow it.
    pub fn bare_address(&mut self, text: &str, at: Span) {
        let Some(start) = ["https://", "http://"].iter().find_map(|scheme| text.find(scheme)) else { return };
        let end = text[start..].find(char::is_whitespace).map_or(text.len(), |length| start + length);
        let at = part(text, at, start..end);
        let message = text! { fr: "une adresse nue n'est pas un lien", en: "a bare address is no link" };
        let cure = text! { fr: "écrivez [texte](adresse)", en: "write [text](address)" };
        self.sink.push(Diagnostic::new(Code::FIL4004, at, message).hint(cure));
    }

    /// `@id` of a reference, without the brackets of a citation.
    pub fn bare_reference(&mut self, text: &str, at: Span) {
        let names = self.names;
        for (sign, _) in text.match_indices('@') {
            let rest = &text[sign + 1..];
            let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(rest.len());
            let id = &rest[..length];
            let in_word = text[..sign].ends_with(|c: char| c.is_alphanumeric() || "._-".contains(c));
            if in_word || !names.references.contains(id) {
                continue;
            }
            let at = part(text, at, sign..sign + 1 + length);
            let message =
                text! { fr: "« @{id} » serait montré tel quel", en: "« @{id} » would be shown as it is" };
            let cure = text! { fr: "écrivez [@{id}]", en: "write [@{id}]" };
            self.sink.push(Diagnostic::new(Code::FIL1027, at, message).hint(cure));
        }
    }

    /// The `href` of the model; `None` after a finding.
    fn target(&mut self, target: &str, at: Span) -> Option<String> {
        if let Some((scheme, rest)) = target.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
            return self.external(target, &scheme.to_ascii_lowercase(), rest, at);
        }
        if target.is_empty() || target.starts_with("//") {
            let message = text! { fr: "ce lien n'a pas d'adresse", en: "this link has no address" };
            let cure = text! { fr: "écrivez [texte](https://…)", en: "write [text](https://…)" };
            self.sink.push(Diagnostic::new(Code::FIL4013, at, message).hint(cure));
            return None;
        }
        self.internal(target, at)
    }

    fn external(&mut self, target: &str, scheme: &str, rest: &str, at: Span) -> Option<String> {
        let bad = target.contains(|c: char| c.is_whitespace() || c.is_control());
        match scheme {
            "https" if rest.len() > 2 && rest.starts_with("//") && !bad => return Some(target.to_owned()),
            "mailto" if rest.contains('@') && !bad => return Some(target.to_owned()),
            _ => {}
        }
        let (message, cure): (Text, Text) = match scheme {
            "http" => (
                text! { fr: "ce lien n'est pas chiffré", en: "this link is not encrypted" },
                text! { fr: "écrivez « https: » si le site le permet", en: "write « https: » if the site allows it" },
            ),
            "https" | "mailto" => (
                text! { fr: "l'adresse de ce lien est mal formée", en: "the address of this link is malformed" },
                text! { fr: "copiez-la depuis le navigateur", en: "copy it from the browser" },
            ),
            _ => (
                text! { fr: "un lien ne peut pas commencer par « {scheme}: »", en: "a link cannot begin with « {scheme}: »" },
                text! { fr: "les liens sont « https: » et « mailto: »", en: "links are « https: » and « mailto: »" },
            ),
        };
        self.sink.push(Diagnostic::new(Code::FIL4013, at, message).hint(cure));
        None
    }

    /// `02-cuve.md`, `02-cuve.md#anode` or `#anode`.
    fn internal(&mut self, target: &str, at: Span) -> Option<String> {
        let (file, heading) = target.split_once('#').unwrap_or((target, ""));
        if file.is_empty() {
            return self.own_heading(heading, at);
        }
        let name = file.strip_prefix("./").unwrap_or(file);
        let name = name.strip_prefix("../pages/").or_else(|| name.strip_prefix("pages/")).unwrap_or(name);
        let names = self.names;
        let Some((page, known)) =
            names.pages.iter().find(|(_, page)| name.strip_suffix(".md") == Some(&page.file))
        else {
            self.no_page(name, at);
            return None;
        };
        if heading.is_empty() {
            return Some(format!("#{page}"));
        }
        if known.headings.contains(heading) {
            return Some(format!("#{page}/{heading}"));
        }
        let message = text! {
            fr: "la page « {name} » n'a pas de titre « {heading} »",
            en: "the page « {name} » has no heading « {heading} »",
        };
        self.unknown(
            (message, heading_cure(heading)),
            at,
            heading,
            known.headings.iter().map(String::as_str),
        );
        None
    }

    fn no_page(&mut self, name: &str, at: Span) {
        let names = self.names;
        if names.files.contains_key(name) {
            let message = text! { fr: "« {name} » n'est pas une page", en: "« {name} » is not a page" };
            let cure = text! {
                fr: "pour offrir un fichier, utilisez un bloc ```{{download}}",
                en: "to offer a file, use a block ```{{download}}",
            };
            self.sink.push(Diagnostic::new(Code::FIL2004, at, message).hint(cure));
            return;
        }
        if !names.whole {
            return;
        }
        let pages: Vec<String> = names.pages.values().map(|page| format!("{}.md", page.file)).collect();
        let message = text! { fr: "aucune page ne s'appelle « {name} »", en: "no page is called « {name} »" };
        // A page may be named by its id alone; closest() knows file names only.
        let meant = names.pages.get(name.trim_end_matches(".md")).map(|page| format!("{}.md", page.file));
        let whole = if name.contains('.') { name.to_owned() } else { format!("{name}.md") };
        let sought = meant.unwrap_or_else(|| whole.rsplit('/').next().unwrap_or_default().to_owned());
        if name.starts_with("www.") {
            let message =
                text! { fr: "ce lien n'est pas une adresse complète", en: "this link is not a full address" };
            let cure = text! { fr: "écrivez « https://{name} »", en: "write « https://{name} »" };
            self.sink.push(Diagnostic::new(Code::FIL4013, at, message).hint(cure));
            return;
        }
        let cure = text! {
            fr: "une page se nomme par son fichier : [texte](02-cuve.md)",
            en: "a page is named by its file: [text](02-cell.md)",
        };
        self.unknown((message, cure), at, &sought, pages.iter().map(String::as_str));
    }

    fn own_heading(&mut self, heading: &str, at: Span) -> Option<String> {
        let Some(page) = &self.page else {
            let message = text! { fr: "« #{heading} » n'a de sens que dans une page", en: "« #{heading} » makes sense on a page only" };
            let cure = text! { fr: "nommez la page : 02-cuve.md#{heading}", en: "name the page: 02-cell.md#{heading}" };
            self.sink.push(Diagnostic::new(Code::FIL2004, at, message).hint(cure));
            return None;
        };
        if page.headings.contains(heading) {
            let id = &page.id;
            return Some(format!("#{id}/{heading}"));
        }
        let known = page.headings.clone();
        let message = text! { fr: "cette page n'a pas de titre « {heading} »", en: "this page has no heading « {heading} »" };
        self.unknown((message, heading_cure(heading)), at, heading, known.iter().map(String::as_str));
        None
    }
}

/// The place of a part of a text; the whole when escapes or line ends hide where it is.
fn part(text: &str, at: Span, part: Range<usize>) -> Span {
    let exact = (at.end - at.start) as usize == text.len();
    let start = at.start as usize;
    if exact { Span::new(at.file, start + part.start..start + part.end) } else { at }
}

fn heading_cure(heading: &str) -> Text {
    text! {
        fr: "donnez cet identifiant au titre : ## Titre {{#{heading}}}",
        en: "give the heading this id: ## Title {{#{heading}}}",
    }
}

fn is_scheme(word: &str) -> bool {
    word.len() > 1
        && word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

fn is_address(words: &str) -> bool {
    let one = !words.contains(char::is_whitespace);
    one && (words.contains("://") || words.starts_with("www."))
}

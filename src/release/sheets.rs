//! The import sheets of platforms: the guides of docs/, which are checked there, as pages that print.

use pulldown_cmark::CowStr;
use pulldown_cmark::Event;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use pulldown_cmark::html;
use serde::Serialize;

use crate::assets;
use crate::render::Templates;

/// A platform: name, its part of addresses, and its guides in French and English.
type Platform = (&'static str, &'static str, [&'static str; 2]);

const PLATFORMS: &[Platform] = &[
    ("Moodle", "moodle", ["importer-dans-moodle", "import-into-moodle"]),
    ("Brightspace", "brightspace", ["importer-dans-brightspace", "import-into-brightspace"]),
    ("ILIAS", "ilias", ["importer-dans-ilias", "import-into-ilias"]),
    ("Open edX", "openedx", ["importer-dans-open-edx", "import-into-open-edx"]),
    ("Canvas", "canvas", ["importer-dans-canvas", "import-into-canvas"]),
    ("Blackboard", "blackboard", ["importer-dans-blackboard", "import-into-blackboard"]),
    ("Chamilo", "chamilo", ["importer-dans-chamilo", "import-into-chamilo"]),
    ("OpenOLAT", "openolat", ["importer-dans-openolat", "import-into-openolat"]),
    ("xAPI, cmi5", "xapi", ["importer-un-paquet-xapi", "import-an-xapi-package"]),
];

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_SMART_PUNCTUATION);

/// What says how a claim is known, in guides of either language.
const MARKS: &[&str] = &["(essayé)", "(vu)", "(code)", "(norme)", "(doc)", "(tried)", "(seen)", "(standard)"];

/// A sheet of the list: its name, and its addresses in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    pub name: &'static str,
    pub fr: String,
    pub en: String,
}

/// Every sheet, the platforms that are met most first.
pub fn list() -> Vec<Sheet> {
    PLATFORMS
        .iter()
        .map(|(name, slug, _)| Sheet { name, fr: address(slug, 0), en: address(slug, 1) })
        .collect()
}

/// The pages, by their path in the folder of an edition.
pub fn sheets() -> Vec<(String, String)> {
    let templates = Templates::new(&["sheet"]);
    let pages = PLATFORMS.iter().flat_map(|platform| [page(platform, 0), page(platform, 1)]);
    pages.map(|(path, view)| (path, templates.render("sheet", &view) + "\n")).collect()
}

fn address(slug: &str, language: usize) -> String {
    format!("fiches/{slug}.{}.html", ["fr", "en"][language])
}

#[derive(Serialize)]
struct View {
    lang: &'static str,
    title: String,
    css: &'static str,
    skip: &'static str,
    home: &'static str,
    back: &'static str,
    other: Other,
    body: String,
}

/// The same sheet in the other language.
#[derive(Serialize)]
struct Other {
    href: String,
    lang: &'static str,
    name: &'static str,
}

fn page((_, slug, guides): &Platform, language: usize) -> (String, View) {
    let text = assets::guide(language == 0, guides[language]).expect("a test renders every sheet");
    let title = text.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned();
    let other = 1 - language;
    let view = View {
        lang: ["fr-CA", "en-CA"][language],
        title,
        css: assets::CATALOGUE_CSS,
        skip: ["Aller au texte", "Go to the text"][language],
        home: ["../index.html", "../index.html?ui=en"][language],
        back: ["Catalogue", "Catalogue"][language],
        other: Other {
            href: address(slug, other).replace("fiches/", ""),
            lang: ["fr-CA", "en-CA"][other],
            name: ["Français", "English"][other],
        },
        body: body(text, language),
    };
    (address(slug, language), view)
}

/// The guide as HTML: links to other sheets lead there, those to the rest of the documentation are plain words.
fn body(text: &str, language: usize) -> String {
    let mut open = Vec::new();
    let events = Parser::new_ext(text, OPTIONS).filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) if html.starts_with("<!-- test: ") => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let target = target(&dest_url, language);
            open.push(target.is_some());
            target.map(|url| Event::Start(Tag::Link { link_type, dest_url: CowStr::from(url), title, id }))
        }
        Event::End(TagEnd::Link) => open.pop().unwrap_or(false).then_some(event),
        event => Some(event),
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    // A narrow window scrolls a wide table alone, also by keyboard.
    let label = ["Tableau", "Table"][language];
    let out = out
        .replace(
            "<table>",
            &format!("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><table>"),
        )
        .replace("</table>", "</table></div>");
    MARKS.iter().fold(out, |out, mark| {
        out.replace(&format!("<strong>{mark}</strong>"), &format!("<span class=\"known\">{mark}</span>"))
    })
}

fn target(url: &str, language: usize) -> Option<String> {
    if url.contains("://") {
        return Some(url.to_owned());
    }
    let stem = url.strip_suffix(".md")?;
    let (_, slug, _) = PLATFORMS.iter().find(|(.., guides)| guides[language] == stem)?;
    Some(address(slug, language).replace("fiches/", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_platform_has_a_sheet_in_both_languages_that_leads_to_the_other() {
        let pages = sheets();
        assert_eq!(pages.len(), 2 * PLATFORMS.len());
        for (path, page) in &pages {
            assert!(page.starts_with("<!doctype html>\n<html lang="), "{path}");
            assert!(!page.contains("<!-- test"), "{path} keeps what is for tests alone");
            assert!(!page.contains(".md"), "{path} leads to a page that is not there");
            let names = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
            for name in names.filter(|name| name.ends_with(".html") && !name.starts_with("..")) {
                let there = format!("fiches/{name}");
                assert!(pages.iter().any(|(path, _)| *path == there), "{path} leads to {name}");
            }
        }
    }

    #[test]
    fn a_claim_keeps_its_mark_and_loses_the_name_of_its_test() {
        let text = "a **(essayé)**<!-- test: t --> [b](importer-dans-moodle.md), [c](../x.md) et **d**";
        let wanted = "<p>a <span class=\"known\">(essayé)</span> <a href=\"moodle.fr.html\">b</a>, c et <strong>d</strong></p>\n";
        assert_eq!(body(text, 0), wanted);
    }
}

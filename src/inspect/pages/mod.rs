//! Pages and scripts of a package: what the page that opens needs, and what is fetched from elsewhere.

mod html;

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::inspect::address;
use crate::inspect::address::Address;
use crate::inspect::files::Files;
use crate::text;

/// Extensions of pages, of scripts and of style sheets.
const PAGES: [&str; 3] = [".htm", ".html", ".xhtml"];
const SCRIPTS: [&str; 2] = [".js", ".mjs"];
const STYLES: &str = ".css";
/// What a script of SCORM 1.2 names to say that the learner is done.
const STATUS: &str = "cmi.core.lesson_status";
/// Where browsers look for the encoding of a page.
const HEAD: usize = 1024;

/// A page that a platform opens.
pub(super) struct Page {
    pub path: String,
    /// Where the manifest names it.
    pub at: Span,
    /// Whether it is to report to the platform.
    pub reports: bool,
}

/// Judges the pages that a manifest of SCORM 1.2 opens.
pub(super) fn launched(pages: &[Page], files: &Files, sink: &mut Sink) {
    for page in pages {
        if !ends(&page.path, &PAGES) {
            sink.push(not_html(page));
        } else if let Some(bytes) = files.bytes(&page.path) {
            content(page, bytes, sink);
        }
    }
    if let Some(page) = pages.iter().find(|page| page.reports)
        && !reports(files)
    {
        let message = text! {
            fr: "aucun script du paquet ne nomme « {STATUS} »",
            en: "no script of the package names « {STATUS} »",
        };
        sink.push(Diagnostic::new(Code::FIL7018, page.at, message).hint(text! {
            fr: "transmettez l'état du module : sans lui, une plateforme le tient pour achevé ou jamais commencé",
            en: "report the status of the module: without it a platform takes it for completed, or never begun",
        }));
    }
}

fn ends(path: &str, extensions: &[&str]) -> bool {
    let path = path.to_ascii_lowercase();
    extensions.iter().any(|extension| path.ends_with(extension))
}

fn content(page: &Page, bytes: &[u8], sink: &mut Sink) {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    if !["<!doctype html", "<html", "<body", "<head", "<script"].iter().any(|tag| text.contains(tag)) {
        sink.push(not_html(page));
        return;
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let marked =
        [b"\xef\xbb\xbf".as_slice(), b"\xff\xfe", b"\xfe\xff"].iter().any(|mark| bytes.starts_with(mark));
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if !marked && !head.contains("charset=") && !head.contains("encoding=") {
        let path = &page.path;
        let message = text! {
            fr: "la page « {path} » ne dit pas son encodage au début",
            en: "the page « {path} » does not say its encoding at its start",
        };
        sink.push(doubtful(page, message).hint(text! {
            fr: "ajoutez <meta charset=\"utf-8\"> en tête de « head » : la plateforme n'en dit pas toujours un",
            en: "add <meta charset=\"utf-8\"> at the start of « head »: the platform does not always say one",
        }));
    }
}

fn not_html(page: &Page) -> Diagnostic {
    let path = &page.path;
    let message = text! {
        fr: "« {path} », qui s'ouvre, n'est pas une page HTML",
        en: "« {path} », which opens, is no HTML page",
    };
    doubtful(page, message).hint(text! {
        fr: "ouvrez une page HTML, qui mène au document",
        en: "open an HTML page, which leads to the document",
    })
}

fn doubtful(page: &Page, message: crate::diag::Text) -> Diagnostic {
    Diagnostic::new(Code::FIL7017, page.at, message)
}

/// Whether a script can say how far the learner is; what is too long to be read may do it.
fn reports(files: &Files) -> bool {
    let mut read = files.paths().filter(|path| ends(path, &SCRIPTS) || ends(path, &PAGES));
    read.any(|path| files.bytes(path).is_none_or(|bytes| String::from_utf8_lossy(bytes).contains(STATUS)))
}

/// Tells each other site that pages and style sheets fetch from, at its first place.
pub(super) fn elsewhere(files: &Files, prefix: &str, sources: &mut Sources, sink: &mut Sink) {
    let mut sites: BTreeMap<String, (String, usize, usize)> = BTreeMap::new();
    for path in files.paths() {
        let Some(bytes) = files.bytes(path) else { continue };
        let text = String::from_utf8_lossy(bytes);
        let fetched = if ends(path, &PAGES) {
            html::fetched(&text)
        } else if ends(path, &[STYLES]) {
            html::styled(&text, 0)
        } else {
            continue;
        };
        for (at, written) in fetched {
            if address::resolve(address::folder(path), &written) == Address::Elsewhere {
                sites.entry(site(&written)).or_insert((path.to_owned(), at, 0)).2 += 1;
            }
        }
    }
    for (site, (path, at, count)) in sites {
        let text = String::from_utf8_lossy(files.bytes(&path).unwrap_or_default()).into_owned();
        let file = sources.add(format!("{prefix}{path}"), &text);
        sink.push(fetched(Span::new(file, at..at), &site, count));
    }
}

/// `https://cdn.example`, or `//cdn.example`.
fn site(written: &str) -> String {
    let end = written.match_indices('/').nth(2).map_or(written.len(), |(at, _)| at);
    written[..end].to_ascii_lowercase()
}

fn fetched(at: Span, site: &str, count: usize) -> Diagnostic {
    let message = match count {
        1 => text! { fr: "un fichier vient de « {site} »", en: "a file comes from « {site} »" },
        _ => {
            text! { fr: "{count} fichiers viennent de « {site} »", en: "{count} files come from « {site} »" }
        }
    };
    let found = Diagnostic::new(Code::FIL7019, at, message);
    if site.starts_with("http:") {
        found.hint(text! {
            fr: "mettez-le dans le paquet : une plateforme en https ne charge rien par http",
            en: "put it into the package: a platform on https loads nothing over http",
        })
    } else {
        found.hint(text! {
            fr: "mettez-le dans le paquet : le module en dépend, et ce site apprend qui le lit",
            en: "put it into the package: the module depends on it, and this site learns who reads it",
        })
    }
}

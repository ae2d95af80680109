//! The reference page of all findings, made from the catalogue; it explains none of them itself.

use crate::diag::Code;
use crate::diag::Language;
use crate::diag::Severity;

/// docs/fr/reference/codes.md or docs/en/reference/codes.md.
pub fn catalogue(language: Language) -> String {
    let head = match language {
        Language::French => HEAD_FR,
        Language::English => HEAD_EN,
    };
    let entries = Code::ALL.iter().map(|code| entry(*code, language));
    std::iter::once(head.to_owned()).chain(entries).collect()
}

const HEAD_FR: &str = "# Les constats\n\nTout ce que `filiere check` peut signaler. `filiere explain FIL2101` \
    donne la page complète d'un constat, avec un exemple et son corrigé; le nom s'emploie comme le numéro. \
    Une *erreur* empêche d'écrire le paquet; un *avertissement*, non.\n";

const HEAD_EN: &str = "# Findings\n\nEverything that `filiere check` can report. `filiere explain FIL2101` \
    gives the whole page of a finding, with an example and its cure; the name works like the number. \
    An *error* keeps the package from being written; a *warning* does not.\n";

fn entry(code: Code, language: Language) -> String {
    let level = match (code.severity(), language) {
        (Severity::Error, Language::French) => "erreur",
        (Severity::Warning, Language::French) => "avertissement",
        (Severity::Error, Language::English) => "error",
        (Severity::Warning, Language::English) => "warning",
    };
    let since = match language {
        Language::French => "depuis",
        Language::English => "since",
    };
    let (id, name, version) = (code.id(), code.name(), code.since());
    let what = what(code, language);
    format!("\n### {id}\n\n`{name}`, {level}, {since} {version}\n\n{what}\n")
}

/// What a finding reports, in a paragraph.
pub fn what(code: Code, language: Language) -> &'static str {
    section(code.page(language), 0)
}

/// The text of the section number `index` of a page.
fn section(page: &str, index: usize) -> &str {
    let body = page.split("\n## ").nth(index + 1).expect("a test reads every page's sections");
    body.split_once("\n\n").map_or("", |(_, text)| text.trim_end())
}

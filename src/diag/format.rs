//! Chooses how findings are written; each form has its file, none of them prints.

use crate::diag::Diagnostic;
use crate::diag::Language;
use crate::diag::Severity;
use crate::diag::Sources;
use crate::diag::Text;
use crate::diag::github;
use crate::diag::human;
use crate::diag::json;
use crate::diag::sarif;
use crate::diag::short;
use crate::text;

/// A form in which findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Excerpts for people.
    #[default]
    Human,
    /// One line a finding, for editors.
    Short,
    /// One object a line, for programs.
    Json,
    /// A document of SARIF, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
}

impl Format {
    /// The names that the command line accepts.
    pub const NAMES: &[(&str, Self)] = &[
        ("human", Self::Human),
        ("short", Self::Short),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("github", Self::Github),
    ];

    /// The form called `name`.
    pub fn find(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(n, _)| *n == name).map(|(_, format)| *format)
    }
}

/// Whether escape sequences of a terminal may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// Plain text.
    #[default]
    Never,
    /// ANSI sequences.
    Always,
}

/// How findings are to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// In which form.
    pub format: Format,
    /// In whose words.
    pub language: Language,
    /// With or without colour.
    pub colour: Colour,
}

/// How many findings of each level there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Findings that stop the build.
    pub errors: usize,
    /// Findings that do not.
    pub warnings: usize,
    /// Files that have at least one.
    pub files: usize,
}

impl Count {
    /// Counts `findings`, which are sorted by file.
    pub fn of(findings: &[Diagnostic]) -> Self {
        let errors = findings.iter().filter(|f| f.code.severity() == Severity::Error).count();
        let mut files: Vec<_> = findings.iter().filter_map(|f| f.span.map(|s| s.file)).collect();
        files.sort_unstable();
        files.dedup();
        Self { errors, warnings: findings.len() - errors, files: files.len() }
    }

    /// « 2 erreurs, 1 avertissement dans 2 fichiers ».
    pub fn text(self) -> Text {
        let Self { errors, warnings, files } = self;
        // Zero is singular in French, plural in English.
        let fr = |n: usize| if n > 1 { "s" } else { "" };
        let en = |n: usize| if n == 1 { "" } else { "s" };
        let (fe, fw, ff) = (fr(errors), fr(warnings), fr(files));
        let (ee, ew, ef) = (en(errors), en(warnings), en(files));
        let mut text = text! {
            fr: "{errors} erreur{fe}, {warnings} avertissement{fw}",
            en: "{errors} error{ee}, {warnings} warning{ew}",
        };
        if files > 0 {
            text.fr.push_str(&format!(" dans {files} fichier{ff}"));
            text.en.push_str(&format!(" in {files} file{ef}"));
        }
        text
    }
}

/// Writes all `findings` and, where the form has one, their count.
pub fn render(findings: &[Diagnostic], sources: &Sources, style: Style) -> String {
    match style.format {
        Format::Human => human::render(findings, sources, style),
        Format::Short => short::render(findings, sources, style.language),
        Format::Json => json::render(findings, sources),
        Format::Sarif => sarif::render(findings, sources, style.language),
        Format::Github => github::render(findings, sources, style.language),
    }
}

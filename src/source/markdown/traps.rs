//! Findings for what Markdown swallows in silence; they concern form, never names.

use std::ops::Range;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::closest;
use crate::source::markdown::fence::BARE;
use crate::text;

/// The five callouts, and French words for them.
const CALLOUTS: &[(&str, &str)] = &[
    ("NOTE", "NOTE"),
    ("TIP", "TIP"),
    ("IMPORTANT", "IMPORTANT"),
    ("WARNING", "WARNING"),
    ("CAUTION", "CAUTION"),
    ("REMARQUE", "NOTE"),
    ("INFO", "NOTE"),
    ("ASTUCE", "TIP"),
    ("CONSEIL", "TIP"),
    ("AVERTISSEMENT", "WARNING"),
    ("ATTENTION", "WARNING"),
    ("MISE EN GARDE", "CAUTION"),
    ("DANGER", "CAUTION"),
];

/// Judges the lines before they are parsed: `:::` outside code.
pub fn lines(text: &Fragment, sink: &mut Sink) {
    let mut offset = 0;
    let mut fence: Option<char> = None;
    for line in text.text().split_inclusive('\n') {
        let bare = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let mark = ['`', '~'].into_iter().find(|mark| bare.starts_with(&mark.to_string().repeat(3)));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_none() && opens_colons(bare) {
            let start = offset + line.len() - bare.len();
            sink.push(colons(text.span(start..offset + line.trim_end().len())));
        }
        offset += line.len();
    }
}

/// The line that would close such a block has no name.
fn opens_colons(line: &str) -> bool {
    line.strip_prefix(":::").is_some_and(|name| !name.trim_matches(':').trim().is_empty())
}

fn colons(at: Span) -> Diagnostic {
    let message = text! { fr: "« ::: » n'ouvre pas de bloc", en: "« ::: » does not open a block" };
    let cure = text! { fr: "écrivez ```{{nom}} identifiant", en: "write ```{{name}} id" };
    Diagnostic::new(Code::FIL1016, at, message).hint(cure)
}

/// The length of a YAML header at the start of a page, after reporting it; 0 without one.
pub fn front_matter(text: &Fragment, sink: &mut Sink) -> usize {
    let source = text.text();
    let Some(rest) = source.strip_prefix("---\n") else { return 0 };
    let Some(end) = rest.find("\n---").map(|at| 4 + at + 4) else { return 0 };
    let is_mapping = rest.lines().next().is_some_and(|line| line.contains(':'));
    if !is_mapping {
        return 0;
    }
    sink.push(header(text.span(0..end)));
    end
}

/// Whether a heading is a YAML header: keys over the dashes that Markdown underlines headings with.
pub fn is_header(text: &Fragment, range: &Range<usize>) -> bool {
    let is_key = |line: &str| {
        let key = line.split_once(':').filter(|(_, value)| value.is_empty() || value.starts_with(' '));
        key.is_some_and(|(key, _)| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_'))
    };
    let (before, source) = (text.text()[..range.start].trim_end(), &text.text()[range.clone()]);
    let mut lines = source.trim_end().lines();
    let underlined = lines.next_back().is_some_and(|last| last.starts_with("---"));
    before.ends_with("---") && underlined && source.lines().next().is_some_and(is_key)
}

pub fn header(at: Span) -> Diagnostic {
    let message = text! { fr: "une page n'a pas d'en-tête YAML", en: "a page has no YAML front matter" };
    let cure = text! {
        fr: "enlevez-le : le titre est la première ligne « # … », l'identifiant est le nom du fichier",
        en: "remove it: the title is the first line « # … », the id is the file's name",
    };
    Diagnostic::new(Code::FIL1020, at, message).hint(cure)
}

/// A paragraph that was meant as a table.
pub fn paragraph(text: &Fragment, range: &Range<usize>, sink: &mut Sink) {
    let mut lines = text.text()[range.clone()].lines();
    let (Some(head), Some(dashes)) = (lines.next(), lines.next()) else { return };
    let dashes = dashes.trim_start_matches(|c: char| c.is_whitespace() || c == '>').trim_end();
    let is_delimiter = dashes.contains('|')
        && dashes.contains('-')
        && dashes.chars().all(|c| matches!(c, '|' | '-' | ':') || c.is_whitespace());
    let is_row =
        |line: &str| line.trim().len() > 2 && line.trim().starts_with('|') && line.trim().ends_with('|');
    if is_row(head) && is_row(dashes) && !is_delimiter {
        sink.push(undashed(text.span(range.start..range.start + head.len())));
        return;
    }
    if !is_delimiter || !head.contains('|') {
        return;
    }
    let (titles, marks) = (cells(head), cells(dashes));
    let at = text.span(range.start..range.start + head.len());
    sink.push(
        Diagnostic::new(
            Code::FIL4012,
            at,
            text! {
                fr: "la ligne de tirets n'a pas autant de cellules que l'en-tête du tableau : {marks} au lieu de {titles}",
                en: "the line of dashes has not as many cells as the table's header: {marks} instead of {titles}",
            },
        )
        .hint(text! { fr: "donnez-leur autant de cellules", en: "give them as many cells" }),
    );
}

fn undashed(at: Span) -> Diagnostic {
    let message =
        text! { fr: "ce tableau n'a pas de ligne de tirets", en: "this table has no line of dashes" };
    let cure = text! {
        fr: "sous l'en-tête, écrivez « | --- | --- | », un groupe de tirets par colonne",
        en: "under the header, write « | --- | --- | », a group of dashes per column",
    };
    Diagnostic::new(Code::FIL4012, at, message).hint(cure)
}

/// A row of a table: Markdown drops or adds cells in silence.
pub fn row(text: &Fragment, range: &Range<usize>, columns: usize, sink: &mut Sink) {
    let line = text.text()[range.clone()].lines().next().unwrap_or_default();
    let found = cells(line);
    if found == columns {
        return;
    }
    sink.push(
        Diagnostic::new(
            Code::FIL4012,
            text.span(range.start..range.start + line.trim_end().len()),
            text! {
                fr: "cette ligne n'a pas autant de cellules que l'en-tête du tableau : {found} au lieu de {columns}",
                en: "this row has not as many cells as the table's header: {found} instead of {columns}",
            },
        )
        .hint(text! {
            fr: "une barre à l'intérieur d'une cellule s'écrit « \\| »",
            en: "a bar inside a cell is written « \\| »",
        }),
    );
}

/// How many cells a row has.
fn cells(line: &str) -> usize {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let inner = line.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(line);
    let bars = inner.match_indices('|').filter(|(at, _)| !inner[..*at].ends_with('\\'));
    bars.count() + 1
}

/// A quote whose first line looks like a callout.
pub fn quote(text: &Fragment, range: &Range<usize>, sink: &mut Sink) {
    let source = &text.text()[range.clone()];
    let first = source.lines().next().unwrap_or_default();
    let Some(open) = first.find('[') else { return };
    if !first[..open].chars().all(|c| c == '>' || c.is_whitespace()) {
        return;
    }
    let Some(length) = first[open..].find(']') else { return };
    let inside = &first[open + 1..open + length];
    let name = inside.trim_start_matches('!').trim();
    let at = text.span(range.start + open..range.start + open + length + 1);
    let known = CALLOUTS[..5].iter().any(|(word, _)| word.eq_ignore_ascii_case(name));
    let is_word = CALLOUTS.iter().any(|(word, _)| *word == name);
    if !inside.starts_with('!') && !is_word {
        return;
    }
    let exact = inside.strip_prefix('!') == Some(name);
    let finding = if known && !exact {
        let name = name.to_uppercase();
        let message = text! { fr: "ceci n'ouvre pas d'encadré", en: "this does not open a callout" };
        let cure =
            text! { fr: "écrivez « [!{name}] », sans espace", en: "write « [!{name}] », without a space" };
        Diagnostic::new(Code::FIL1018, at, message).hint(cure)
    } else if known {
        let message = text! {
            fr: "rien ne doit suivre « [!{name}] » sur sa ligne",
            en: "nothing may follow « [!{name}] » on its line",
        };
        let cure = text! { fr: "passez à la ligne, après « > »", en: "start a new line, after « > »" };
        Diagnostic::new(Code::FIL1018, at, message).hint(cure)
    } else {
        unknown_callout(name, at)
    };
    sink.push(finding);
}

fn unknown_callout(name: &str, at: Span) -> Diagnostic {
    let message = text! { fr: "l'encadré « {name} » n'existe pas", en: "there is no callout « {name} »" };
    let word = closest(name, CALLOUTS.iter().map(|(word, _)| *word));
    let meant = word.and_then(|w| CALLOUTS.iter().find(|(word, _)| *word == w)).map(|(_, name)| *name);
    let cure = match meant {
        Some(meant) => {
            text! { fr: "vouliez-vous dire « [!{meant}] »?", en: "did you mean « [!{meant}] »?" }
        }
        None => text! {
            fr: "les encadrés sont NOTE, TIP, IMPORTANT, WARNING et CAUTION",
            en: "the callouts are NOTE, TIP, IMPORTANT, WARNING and CAUTION",
        },
    };
    Diagnostic::new(Code::FIL1018, at, message).hint(cure)
}

/// Raw HTML.
pub fn html(text: &Fragment, range: &Range<usize>, sink: &mut Sink) {
    let source = &text.text()[range.clone()];
    let first = source.lines().next().unwrap_or_default();
    if first.starts_with("</") {
        // Its opening tag was reported.
        return;
    }
    let tag = source.trim_start_matches(['<', '/']);
    let tag = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let cure = match tag.to_ascii_lowercase().as_str() {
        "br" => {
            text! { fr: "pour aller à la ligne, terminez-la par « \\ »", en: "to break a line, end it with « \\ »" }
        }
        "sub" => text! { fr: "écrivez ~indice~", en: "write ~subscript~" },
        "sup" => text! { fr: "écrivez ^exposant^", en: "write ^superscript^" },
        "b" | "strong" => text! { fr: "écrivez **gras**", en: "write **bold**" },
        "i" | "em" => text! { fr: "écrivez *italique*", en: "write *italic*" },
        "img" | "figure" => {
            text! { fr: "utilisez un bloc ```{{figure}}", en: "use a block ```{{figure}}" }
        }
        "details" | "summary" => {
            text! { fr: "utilisez un bloc ```{{reveal}}", en: "use a block ```{{reveal}}" }
        }
        _ if source.starts_with("<!--") => text! {
            fr: "une page n'a pas de commentaires : enlevez-le",
            en: "a page has no comments: remove it",
        },
        "a" => text! { fr: "écrivez [texte](adresse)", en: "write [text](address)" },
        _ => text! {
            fr: "écrivez-le en Markdown; pour le signe lui-même, « \\< »",
            en: "write it in Markdown; for the sign itself, « \\< »",
        },
    };
    let at = text.span(range.start..range.start + first.trim_end().len());
    let message = text! { fr: "le HTML n'est pas permis dans la prose", en: "HTML is not allowed in prose" };
    sink.push(Diagnostic::new(Code::FIL1019, at, message).hint(cure));
}

/// A code span that was meant as a block: its fence is indented under a paragraph.
pub fn code_span(text: &Fragment, range: &Range<usize>, sink: &mut Sink) {
    let source = &text.text()[range.clone()];
    let block = source.trim_start_matches('`').trim_start().strip_prefix('{').and_then(|s| s.split_once('}'));
    let indented = source.starts_with("```") && source.contains('\n');
    if let Some((name, rest)) = block
        && !indented
        && BARE.contains(&name)
        && !rest.trim_end_matches('`').trim().is_empty()
    {
        return sink.push(cramped(name, text.span(range.clone())));
    }
    if !indented {
        return;
    }
    let first = source.lines().next().unwrap_or_default().trim_end().len();
    sink.push(
        Diagnostic::new(
            Code::FIL1023,
            text.span(range.start..range.start + first),
            text! { fr: "ce bloc en retrait fait partie du paragraphe", en: "this indented block is part of the paragraph" },
        )
        .hint(text! {
            fr: "enlevez le retrait et laissez une ligne vide avant le bloc",
            en: "remove the indent and leave an empty line before the block",
        }),
    );
}

fn cramped(name: &str, at: Span) -> Diagnostic {
    let message = text! { fr: "ceci n'ouvre pas de bloc", en: "this does not open a block" };
    let cure = text! {
        fr: "ouvrez-le par une ligne ```{{{name}}}, avec trois accents graves, une ligne par clé, et fermez-le par une ligne ```",
        en: "open it with a line ```{{{name}}}, with three backquotes, one line per key, and close it with a line ```",
    };
    Diagnostic::new(Code::FIL1016, at, message).hint(cure)
}

/// `[text][label]` without a definition of `label`.
pub fn undefined_link(label: &str, at: Span, sink: &mut Sink) {
    sink.push(
        Diagnostic::new(
            Code::FIL2004,
            at,
            text! { fr: "le lien « {label} » n'est défini nulle part", en: "the link « {label} » is defined nowhere" },
        )
        .hint(text! { fr: "écrivez [texte](adresse)", en: "write [text](address)" }),
    );
}

/// Containers inside containers, beyond what a reader could follow.
pub fn too_deep(at: Span, sink: &mut Sink) {
    let message = text! { fr: "trop de niveaux imbriqués", en: "too many nested levels" };
    let cure = text! { fr: "restez sous 32 niveaux : sortez cette partie de la liste ou de la citation", en: "stay under 32 levels: move this part out of the list or quote" };
    sink.push(Diagnostic::new(Code::FIL1028, at, message).hint(cure));
}

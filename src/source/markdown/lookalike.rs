//! Findings for markup that is slightly off, so that learners would read its signs.
//!
//! It looks only at what the parser left as plain text: code, formulas and escaped signs are safe.

use std::ops::Range;

use pulldown_cmark::Event;
use pulldown_cmark::LinkType;
use pulldown_cmark::Tag;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Text;
use crate::source::markdown::fence::BARE;
use crate::text;

/// Stands for a byte of a code span.
const CODE: u8 = 1;
/// Stands for what opens a formula after a backslash: a parenthesis or a bracket.
const OPENS: u8 = 2;

/// A fault before it is placed: where, which, what, and the cure.
type Found = (Range<usize>, Code, Text, Text);

/// Reports every look-alike of `text`, parsed into `events`.
pub fn judge(text: &Fragment, events: &[(Event, Range<usize>)], sink: &mut Sink) {
    let source = text.text();
    let shown = shown(source, events);
    let mut found = Vec::new();
    braces(&shown, &mut found);
    formulas(&shown, &mut found);
    stars(&shown, &mut found);
    line_starts(source, &shown, &mut found);
    for (event, range) in events {
        if let Event::Start(Tag::Link { link_type: LinkType::ShortcutUnknown, .. }) = event {
            found.extend(bracket(source, range));
        }
    }
    for (at, code, message, cure) in found {
        sink.push(Diagnostic::new(code, text.span(at), message).hint(cure));
    }
}

/// The plain text at its own places; line ends, code spans, `\(` and `\[` marked, all else blanked.
fn shown(source: &str, events: &[(Event, Range<usize>)]) -> String {
    let mut out: Vec<u8> = source.bytes().map(|b| if b == b'\n' { b } else { 0 }).collect();
    let mut in_block = false;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => in_block = true,
            Event::End(_) if in_block => in_block = false,
            Event::Text(said) if !in_block && source[range.clone()] == **said => {
                out[range.clone()].copy_from_slice(said.as_bytes());
                if source[..range.start].ends_with('\\') {
                    let first = said.chars().next().map_or(0, char::len_utf8);
                    let sign = if opens_formula(source, range.start) { OPENS } else { 0 };
                    out[range.start..range.start + first].fill(sign);
                }
            }
            Event::Code(_) => out[range.clone()].fill(CODE),
            _ => {}
        }
    }
    String::from_utf8(out).expect("whole characters are copied or blanked")
}

/// `\(`, and `\[` before what only a formula holds: brackets too are escaped.
fn opens_formula(source: &str, at: usize) -> bool {
    let inside = |rest: &str| rest.split("\\]").next().unwrap_or_default().to_owned();
    match source[at..].strip_prefix('[') {
        Some(rest) => rest.contains("\\]") && inside(rest).contains(['\\', '=', '^', '_']),
        None => source[at..].starts_with('('),
    }
}

/// `{term}word`, `{figure}` in a sentence, `{{x}}`.
fn braces(shown: &str, found: &mut Vec<Found>) {
    for (open, _) in shown.match_indices('{') {
        let inside = &shown[open + 1..];
        let length = inside.find(|c: char| !(c.is_alphanumeric() || c == '=' || c == '-'));
        let Some(length) = length.filter(|n| *n > 0) else { continue };
        let (name, after) = inside.split_at(length);
        let at = open..open + 1 + length + usize::from(after.starts_with('}'));
        let is_whole = after.strip_prefix('}').is_some_and(|rest| rest.starts_with(char::from(CODE)));
        if shown[..open].ends_with('{') {
            let cure = text! { fr: "écrivez la valeur elle-même", en: "write the value itself" };
            found.push((at, Code::FIL2116, later(), cure));
        } else if after.starts_with(['}', ':', ' ']) && is_role(name) && !is_whole {
            found.push(bare_role(at, name));
        } else if after.starts_with('}') && BARE.contains(&name) {
            found.push(inline_block(at, name));
        } else if let (false, Some(words)) = (is_whole || of_latex(&shown[..open]), between(inside)) {
            found.push(shown_braces(open..open + words.len() + 2, words));
        }
    }
}

/// Whether braces after these words are an argument, as those of `\frac{a}{b}` or `x_{a}`.
fn of_latex(before: &str) -> bool {
    let word = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    before.ends_with(['}', '^', '_']) || (word.len() < before.len() && word.ends_with('\\'))
}

/// What stands between braces that close on their line and begin with a letter.
fn between(inside: &str) -> Option<&str> {
    let words = &inside[..inside.find(['}', '{', '\n', '\0', char::from(CODE)])?];
    (inside[words.len()..].starts_with('}') && words.starts_with(char::is_alphabetic)).then_some(words)
}

fn shown_braces(at: Range<usize>, words: &str) -> Found {
    let message = text! {
        fr: "les accolades de « {{{words}}} » seraient montrées telles quelles",
        en: "the braces of « {{{words}}} » would be shown as they are",
    };
    let cure = text! {
        fr: "un terme du glossaire s'écrit {{term}}`{words}`; pour l'accolade elle-même, \\{{",
        en: "a term of the glossary is written {{term}}`{words}`; for the brace itself, \\{{",
    };
    (at, Code::FIL1027, message, cure)
}

fn later() -> Text {
    text! {
        fr: "cette version ne remplace pas encore les « {{{{…}}}} » par une valeur",
        en: "this version does not replace « {{{{…}}}} » by a value yet",
    }
}

fn bare_role(at: Range<usize>, name: &str) -> Found {
    let message = text! {
        fr: "« {{{name}}} » n'est suivi d'aucun texte entre accents graves",
        en: "« {{{name}}} » is followed by no text in backquotes",
    };
    let cure = text! {
        fr: "écrivez les mots entre accents graves, collés à l'accolade : {{{name}}}`mots`",
        en: "write the words in backquotes, right after the brace: {{{name}}}`words`",
    };
    (at, Code::FIL1017, message, cure)
}

fn inline_block(at: Range<usize>, name: &str) -> Found {
    let message = text! {
        fr: "« {{{name}}} » dans une phrase n'ouvre pas de bloc",
        en: "« {{{name}}} » in a sentence does not open a block",
    };
    let cure = text! {
        fr: "commencez une ligne par ```{{{name}}} et finissez le bloc par une ligne ```",
        en: "begin a line with ```{{{name}}} and end the block with a line ```",
    };
    (at, Code::FIL1016, message, cure)
}

fn is_role(name: &str) -> bool {
    matches!(name, "term" | "terme" | "review") || name.starts_with("lang=") || name.starts_with("langue=")
}

/// `$a = b` without its second dollar, `\rho` and `\(` in a sentence.
fn formulas(shown: &str, found: &mut Vec<Found>) {
    let mut dollars = Vec::new();
    dollar(shown, &mut dollars);
    commands(shown, &mut dollars);
    found.append(&mut dollars);
}

fn dollar(shown: &str, found: &mut Vec<Found>) {
    let mut after = 0;
    for (at, _) in shown.match_indices('$') {
        let rest = &shown[at + 1..];
        let double = rest.starts_with('$');
        if at < after || !(double || opens(&shown[..at], rest)) {
            continue;
        }
        after = at + 1 + usize::from(double);
        let message = text! {
            fr: "ce dollar n'ouvre ni ne ferme aucune formule",
            en: "this dollar opens and closes no formula",
        };
        let cure = text! {
            fr: "une formule s'écrit $a = b$, sans espace ni ligne vide contre les dollars; pour le signe lui-même, \\$",
            en: "a formula is written $a = b$, without a space or an empty line next to the dollars; for the sign itself, \\$",
        };
        found.push((at..after, Code::FIL1027, message, cure));
    }
}

fn commands(shown: &str, found: &mut Vec<Found>) {
    let opened: Vec<_> = shown.match_indices(char::from(OPENS)).map(|(at, _)| at - 1..at + 1).collect();
    // What follows a lone dollar or an opening on its line is part of the same fault.
    let told = |at: &Range<usize>| {
        let line = shown[..at.start].rfind('\n').map_or(0, |n| n + 1);
        let mut starts = found.iter().map(|(dollar, ..)| dollar).chain(&opened).map(|told| told.start);
        starts.any(|start| start >= line && start < at.start)
    };
    let words = shown.match_indices('\\').filter_map(|(at, _)| command(shown, at));
    let fresh: Vec<_> = words.chain(opened.iter().cloned()).filter(|at| !told(at)).collect();
    for at in fresh {
        let message = text! {
            fr: "du LaTeX hors d'une formule est montré tel quel",
            en: "LaTeX outside a formula is shown as it is",
        };
        let cure = text! { fr: "placez la formule entre deux dollars : $…$", en: "put the formula between dollars: $…$" };
        found.push((at, Code::FIL1027, message, cure));
    }
}

/// Whether a lone dollar looks like the start of a formula rather than an amount, as `5 $CA`.
fn opens(before: &str, rest: &str) -> bool {
    let amount = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let currency = ["US", "CA", "AU"].iter().any(|word| rest.starts_with(word));
    let starts = rest.starts_with(|c: char| c.is_alphabetic() || c == '\\');
    starts && !amount && !currency
}

/// `\name` that follows no letter, as a path would.
fn command(shown: &str, at: usize) -> Option<Range<usize>> {
    let name = &shown[at + 1..];
    let length = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
    let is_path = shown[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ':' | '\\' | '$' | '.'));
    (length > 1 && !is_path).then_some(at..at + 1 + length)
}

/// `**` and `*word` that nothing closes.
fn stars(shown: &str, found: &mut Vec<Found>) {
    let mut after = 0;
    for (at, _) in shown.match_indices('*') {
        let run = shown[at..].len() - shown[at..].trim_start_matches('*').len();
        let end = at + run;
        let word = shown[end..].starts_with(char::is_alphabetic)
            && shown[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || "('’\0".contains(c));
        if at < after || !(run > 1 || word) {
            continue;
        }
        after = end;
        let message = text! {
            fr: "ces astérisques ne mettent rien en évidence",
            en: "these asterisks emphasize nothing",
        };
        let cure = text! {
            fr: "collez-les aux mots, des deux côtés : *italique*, **gras**; pour le signe lui-même, \\*",
            en: "put them against the words, on both sides: *italic*, **bold**; for the sign itself, \\*",
        };
        found.push((at..end, Code::FIL1027, message, cure));
    }
}

/// `##Title`, `-item`, `• item`, `[!NOTE]` without its `>`.
fn line_starts(source: &str, shown: &str, found: &mut Vec<Found>) {
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '>']).len();
        let at = start + indent;
        start += line.len();
        let seen = &shown[at..start];
        let hashes = seen.len() - seen.trim_start_matches('#').len();
        let then = &seen[hashes..];
        if (2..=6).contains(&hashes) && then.starts_with(char::is_alphanumeric) {
            let marks = "#".repeat(hashes);
            found.push((
                at..at + hashes,
                Code::FIL1027,
                text! {
                    fr: "sans espace après « {marks} », ce n'est pas un titre",
                    en: "without a space after « {marks} », this is not a heading",
                },
                text! { fr: "écrivez « {marks} Titre »", en: "write « {marks} Title »" },
            ));
        }
        let dash = seen.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        let bullet = seen.chars().next().filter(|c| matches!(c, '•' | '●' | '▪' | '◦'));
        let sign = if dash { Some('-') } else { bullet };
        if let Some(sign) = sign {
            found.push((
                at..at + sign.len_utf8(),
                Code::FIL1027,
                text! {
                    fr: "« {sign} » ne commence pas d'élément de liste",
                    en: "« {sign} » does not begin a list item",
                },
                text! { fr: "écrivez « - », avec une espace", en: "write « - », with a space" },
            ));
        }
    }
}

/// `[text] (address)`, `[text](address with spaces)`, `[!NOTE]` outside a quote.
fn bracket(source: &str, range: &Range<usize>) -> Option<Found> {
    let rest = &source[range.end..];
    let inside = &source[range.start + 1..range.end - 1];
    let line = source[..range.start].rfind('\n').map_or(0, |n| n + 1);
    if inside.starts_with('!') && source[line..range.start].trim().is_empty() {
        return Some((
            range.clone(),
            Code::FIL1018,
            text! {
                fr: "un encadré est une citation : « > » commence chacune de ses lignes",
                en: "a callout is a quote: « > » begins each of its lines",
            },
            text! { fr: "écrivez « > [{inside}] »", en: "write « > [{inside}] »" },
        ));
    }
    let gap = rest.len() - rest.trim_start_matches(' ').len();
    let address = rest[gap..].strip_prefix('(').and_then(|a| a.split_once(')')).map(|(a, _)| a);
    let reversed =
        source[..range.start].ends_with(')') && (inside.contains("://") || inside.ends_with(".md"));
    let link = address.is_some_and(|a| {
        gap == 0 && !a.is_empty() && a.contains(['.', '/', '#'])
            || gap > 0 && !a.contains(' ') && (a.contains("://") || a.ends_with(".md") || a.starts_with('#'))
    });
    (link || reversed).then(|| {
        let end = address.filter(|_| link).map_or(range.end, |a| range.end + gap + a.len() + 2);
        (
            range.start..end,
            Code::FIL1027,
            text! {
                fr: "ce lien n'est pas reconnu",
                en: "this link is not recognized",
            },
            text! {
                fr: "écrivez [texte](adresse), sans espace entre les deux ni dans l'adresse",
                en: "write [text](address), without a space between the two or in the address",
            },
        )
    })
}

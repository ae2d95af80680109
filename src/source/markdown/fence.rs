//! Code blocks: plain code, and the blocks of ours that a name in braces announces.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::source::markdown::tree::*;
use crate::text;

/// Names that an author may write without braces and mean a block of ours.
pub(super) const BARE: &[&str] = &[
    "audio",
    "chart",
    "download",
    "figure",
    "objectives",
    "project",
    "question",
    "reveal",
    "simulator",
    "table",
    "video",
];

/// The block that stands at `range`, with its lines `body`.
pub fn code(
    outer: &Fragment,
    kind: &CodeBlockKind,
    range: &Range<usize>,
    body: Fragment,
    sink: &mut Sink,
) -> Option<BlockKind> {
    let CodeBlockKind::Fenced(_) = kind else {
        indented(outer, range, sink);
        return Some(BlockKind::Code { language: None, text: body.text().to_owned() });
    };
    let written = &outer.text()[range.clone()];
    let first = written.lines().next().unwrap_or_default();
    let mark = first.chars().next()?;
    let ticks = first.len() - first.trim_start_matches(mark).len();
    let opening = range.start..range.start + first.len();
    let info = outer.slice(range.start + ticks..opening.end).trim();
    let swallowed = info.text().starts_with('{') && body.text().lines().any(|line| opens(line, mark, ticks));
    if !is_closed(written, mark, ticks) || swallowed {
        // A bare fence after another unclosed one is what was meant to close that one.
        if info.text().is_empty() && sink.iter().any(|found| found.code == Code::FIL1015) {
            return None;
        }
        sink.push(unclosed(outer, opening.clone(), mark, ticks));
        return None;
    }
    if info.text().starts_with('{') {
        return named(&info, body, sink).map(BlockKind::Fence);
    }
    let language = info.text().split_whitespace().next().map(str::to_owned);
    if let Some(name) = language.as_deref().filter(|name| BARE.contains(name)) {
        sink.push(bare(&info, name));
        return None;
    }
    Some(BlockKind::Code { language, text: body.text().to_owned() })
}

/// A block's name without its braces.
fn bare(info: &Fragment, name: &str) -> Diagnostic {
    let message = text! { fr: "« {name} » sans accolades donne un bloc de code", en: "« {name} » without braces is a code block" };
    let hint = text! { fr: "écrivez ```{{{name}}}", en: "write ```{{{name}}}" };
    Diagnostic::new(Code::FIL1016, info.all(), message).hint(hint)
}

/// Whether a line of a block opens the next one, which that block then swallows.
fn opens(line: &str, mark: char, ticks: usize) -> bool {
    line.strip_prefix(&mark.to_string().repeat(ticks)).is_some_and(|rest| rest.trim_start().starts_with('{'))
}

/// Whether the last line is the closing fence: a body line could not be, it would have closed.
fn is_closed(written: &str, mark: char, ticks: usize) -> bool {
    let mut lines = written.trim_end().lines();
    let last = lines.next_back().unwrap_or_default();
    let last = last.trim_start_matches(|c: char| c.is_whitespace() || c == '>').trim_end();
    lines.next().is_some() && last.len() >= ticks && last.chars().all(|c| c == mark)
}

fn unclosed(outer: &Fragment, opening: Range<usize>, mark: char, ticks: usize) -> Diagnostic {
    let fence = mark.to_string().repeat(ticks);
    Diagnostic::new(
        Code::FIL1015,
        outer.span(opening),
        text! { fr: "ce bloc n'est jamais fermé", en: "this block is never closed" },
    )
    .hint(text! {
        fr: "fermez-le par une ligne « {fence} », avec le même retrait; un bloc qui en contient un autre s'ouvre et se ferme par un accent de plus",
        en: "close it with a line « {fence} », with the same indent; a block that holds another one opens and closes with one more sign",
    })
}

fn indented(outer: &Fragment, range: &Range<usize>, sink: &mut Sink) {
    let first = outer.text()[range.clone()].lines().next().unwrap_or_default().len();
    sink.push(
        Diagnostic::new(
            Code::FIL1023,
            outer.span(range.start..range.start + first),
            text! { fr: "ces lignes en retrait de quatre espaces deviennent du code", en: "these lines indented by four spaces become code" },
        )
        .hint(text! {
            fr: "enlevez le retrait, ou placez le code entre deux lignes « ``` »",
            en: "remove the indent, or put the code between two lines « ``` »",
        }),
    );
}

/// `{name} id`
fn named(info: &Fragment, body: Fragment, sink: &mut Sink) -> Option<Fence> {
    let Some(close) = info.text().find('}') else {
        sink.push(
            Diagnostic::new(
                Code::FIL1016,
                info.all(),
                text! { fr: "l'accolade du nom de bloc n'est pas fermée", en: "the brace of the block name is not closed" },
            )
            .hint(text! { fr: "écrivez ```{{nom}} identifiant", en: "write ```{{name}} id" }),
        );
        return None;
    };
    let name = info.slice(1..close).trim();
    let rest = info.slice(close + 1..info.text().len()).trim();
    let id = (!rest.text().is_empty()).then_some(rest);
    Some(Fence { name, id, body })
}

//! Typography over all runs of a paragraph, as one text; the rules are in `notation`.

use crate::check::prose::rules;
use crate::model::Inline;
use crate::model::LangTag;
use crate::notation::Run;
use crate::notation::typeset_runs;

/// Applies the rules of `language` to all text of `content`.
pub fn typeset(content: &mut [Inline], language: &LangTag) {
    let mut runs = Vec::new();
    collect(content, language, &mut runs);
    typeset_runs(&mut runs);
    restore(content, &mut runs.into_iter());
}

fn collect(content: &[Inline], language: &LangTag, runs: &mut Vec<Run>) {
    for inline in content {
        match inline {
            Inline::Text(text) => runs.push(Run::text(text, rules(language))),
            Inline::Emphasis(c) | Inline::Strong(c) | Inline::Strike(c) | Inline::Sub(c) | Inline::Sup(c) => {
                collect(c, language, runs);
            }
            Inline::Link { content: c, .. } | Inline::Term { content: c, .. } | Inline::Review(c) => {
                collect(c, language, runs);
            }
            Inline::Lang { lang, content: c } => collect(c, lang, runs),
            Inline::Break => runs.push(Run::opaque("\n")),
            Inline::Footnote(_) => runs.push(Run::opaque("")),
            Inline::Code(_)
            | Inline::Math(_)
            | Inline::Image { .. }
            | Inline::Citation { .. }
            | Inline::Blank(_) => runs.push(Run::opaque("\u{fffc}")),
        }
    }
}

fn restore(content: &mut [Inline], runs: &mut impl Iterator<Item = Run>) {
    for inline in content {
        match inline {
            Inline::Text(text) => *text = runs.next().map(Run::into_text).unwrap_or_default(),
            Inline::Emphasis(c) | Inline::Strong(c) | Inline::Strike(c) | Inline::Sub(c) | Inline::Sup(c) => {
                restore(c, runs);
            }
            Inline::Link { content: c, .. }
            | Inline::Term { content: c, .. }
            | Inline::Review(c)
            | Inline::Lang { content: c, .. } => restore(c, runs),
            Inline::Break
            | Inline::Footnote(_)
            | Inline::Code(_)
            | Inline::Math(_)
            | Inline::Image { .. }
            | Inline::Citation { .. }
            | Inline::Blank(_) => drop(runs.next()),
        }
    }
}

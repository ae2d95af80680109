//! Blocks as written → blocks of the model.

use crate::check::findings;
use crate::check::prose::scope::Scope;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::model;
use crate::model::Block;
use crate::model::Callout;
use crate::notation::Display;
use crate::source::markdown;
use crate::source::markdown::BlockKind;
use crate::source::markdown::CalloutKind;
use crate::source::markdown::InlineKind;
use crate::text;

impl Scope<'_> {
    pub fn block(&mut self, block: &markdown::Block) -> Option<Block> {
        Some(match &block.kind {
            BlockKind::Paragraph(content) => return self.paragraph(content),
            BlockKind::Heading { .. } => {
                self.misplaced_heading(block.at);
                return None;
            }
            BlockKind::List { start, items } => {
                let items = items.iter().map(|item| self.prose(item)).collect();
                Block::List { start: *start, items }
            }
            BlockKind::Quote(content) => Block::Quote(self.prose(content)),
            BlockKind::Callout { kind, content } => {
                if content.is_empty() {
                    let message = text! { fr: "cet encadré est vide", en: "this callout is empty" };
                    self.sink.push(findings::blank(block.at, message));
                }
                Block::Callout { kind: callout(*kind), content: self.prose(content) }
            }
            BlockKind::Code { language, text } => {
                Block::Code { language: language.clone(), text: text.trim_end_matches('\n').to_owned() }
            }
            BlockKind::Fence(fence) => return self.fence(fence),
            BlockKind::Table(table) => Block::Table(self.written_table(table)),
            BlockKind::Definitions(list) => {
                Block::Definitions(list.iter().map(|definition| self.definition(definition)).collect())
            }
            BlockKind::Rule => Block::Rule,
        })
    }

    /// A paragraph, or a formula when it holds nothing else.
    fn paragraph(&mut self, content: &[markdown::Inline]) -> Option<Block> {
        if let [markdown::Inline { kind: InlineKind::Math { display: true, tex }, .. }] = content {
            return self.math(tex, Display::Block).map(Block::Math);
        }
        Some(Block::Paragraph(self.typeset(content)))
    }

    /// Only the page itself has headings.
    fn misplaced_heading(&mut self, at: Span) {
        let message = text! { fr: "un titre n'a pas sa place ici", en: "a heading does not belong here" };
        let cure = text! { fr: "écrivez ces mots en **gras**", en: "write these words in **bold**" };
        self.sink.push(Diagnostic::new(Code::FIL3001, at, message).hint(cure));
    }

    fn definition(&mut self, definition: &markdown::Definition) -> model::Definition {
        let term = self.typeset(&definition.term);
        let definitions = definition.definitions.iter().map(|blocks| self.prose(blocks)).collect();
        model::Definition { term, definitions }
    }
}

fn callout(kind: CalloutKind) -> Callout {
    match kind {
        CalloutKind::Note => Callout::Note,
        CalloutKind::Tip => Callout::Tip,
        CalloutKind::Important => Callout::Important,
        CalloutKind::Warning => Callout::Warning,
        CalloutKind::Caution => Callout::Caution,
    }
}

//! Events of the Markdown parser → tree.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;
use pulldown_cmark::CowStr;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::LinkType;
use pulldown_cmark::Tag;

use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::source::markdown::fence;
use crate::source::markdown::traps;
use crate::source::markdown::tree::*;

/// Containers deeper than this are a finding: the recursion must not exhaust the stack.
const MAX_DEPTH: usize = 32;

/// A cursor on the events of one text.
pub struct Builder<'a> {
    text: &'a Fragment,
    events: Vec<(Event<'a>, Range<usize>)>,
    next: usize,
    depth: usize,
    notes: Vec<Note>,
    too_deep: bool,
    sink: &'a mut Sink,
}

impl<'a> Builder<'a> {
    pub fn new(text: &'a Fragment, events: Vec<(Event<'a>, Range<usize>)>, sink: &'a mut Sink) -> Self {
        Self { text, events, next: 0, depth: 0, notes: Vec::new(), too_deep: false, sink }
    }

    pub fn document(mut self) -> Document {
        let blocks = self.blocks();
        Document { blocks, notes: self.notes }
    }

    /// The place of a range, without the line ends that close a block.
    fn span(&self, range: &Range<usize>) -> Span {
        let length = self.text.text()[range.clone()].trim_end().len();
        self.text.span(range.start..range.start + length)
    }

    fn peek(&self) -> Option<&Event<'a>> {
        self.events.get(self.next).map(|(event, _)| event)
    }

    fn take(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let taken = self.events.get(self.next).cloned();
        self.next += 1;
        taken
    }

    /// Blocks up to the end of their container, which is consumed.
    fn blocks(&mut self) -> Vec<Block> {
        let mut out = Vec::new();
        while let Some(event) = self.peek() {
            match event {
                Event::End(_) => {
                    self.next += 1;
                    return out;
                }
                Event::Rule => {
                    let at = self.take().map(|(_, range)| self.span(&range));
                    out.extend(at.map(|at| Block { at, kind: BlockKind::Rule }));
                }
                Event::Start(tag) if is_block(tag) => out.extend(self.block()),
                _ => out.extend(self.loose_paragraph()),
            }
        }
        out
    }

    /// Runs that stand in a tight item without a paragraph of their own.
    fn loose_paragraph(&mut self) -> Option<Block> {
        let content = self.inlines();
        let first = content.first()?.at;
        let at = content.last().map_or(first, |last| first.to(last.at));
        Some(Block { at, kind: BlockKind::Paragraph(content) })
    }

    fn block(&mut self) -> Option<Block> {
        let (Event::Start(tag), range) = self.take()? else { return None };
        let at = self.span(&range);
        if self.depth >= MAX_DEPTH {
            self.too_deep(at);
            self.skip();
            return None;
        }
        self.depth += 1;
        let kind = self.block_kind(tag, &range);
        self.depth -= 1;
        kind.map(|kind| Block { at, kind })
    }

    fn block_kind(&mut self, tag: Tag<'a>, range: &Range<usize>) -> Option<BlockKind> {
        Some(match tag {
            Tag::Paragraph => {
                traps::paragraph(self.text, range, self.sink);
                BlockKind::Paragraph(self.closed_inlines())
            }
            Tag::Heading { .. } if traps::is_header(self.text, range) => {
                self.sink.push(traps::header(self.span(range)));
                self.skip();
                return None;
            }
            Tag::Heading { level, id, .. } => self.heading(level, id),
            Tag::BlockQuote(Some(kind)) => BlockKind::Callout { kind, content: self.blocks() },
            Tag::BlockQuote(None) => {
                traps::quote(self.text, range, self.sink);
                BlockKind::Quote(self.blocks())
            }
            Tag::CodeBlock(kind) => return self.code(&kind, range),
            Tag::List(start) => BlockKind::List { start, items: self.items() },
            Tag::FootnoteDefinition(label) => {
                let (at, blocks) = (self.span(range), self.blocks());
                self.notes.push(Note { label: label.into_string(), at, blocks });
                return None;
            }
            Tag::DefinitionList => self.definitions(),
            Tag::Table(aligns) => self.table(aligns),
            Tag::HtmlBlock => {
                traps::html(self.text, range, self.sink);
                self.skip();
                return None;
            }
            _ => {
                self.skip();
                return None;
            }
        })
    }

    /// Once a text: the levels below say the same.
    fn too_deep(&mut self, at: Span) {
        if !std::mem::replace(&mut self.too_deep, true) {
            traps::too_deep(at, self.sink);
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<CowStr<'a>>) -> BlockKind {
        let content = self.closed_inlines();
        BlockKind::Heading { level: level as u8, id: id.map(CowStr::into_string), content }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.take() {
            items.push(self.blocks());
        }
        items
    }

    fn definitions(&mut self) -> BlockKind {
        let mut list: Vec<Definition> = Vec::new();
        while let Some((Event::Start(tag), _)) = self.take() {
            if tag == Tag::DefinitionListTitle {
                list.push(Definition { term: self.closed_inlines(), definitions: Vec::new() });
            } else {
                let blocks = self.blocks();
                if let Some(last) = list.last_mut() {
                    last.definitions.push(blocks);
                }
            }
        }
        BlockKind::Definitions(list)
    }

    fn table(&mut self, aligns: Vec<Alignment>) -> BlockKind {
        let mut rows = Vec::new();
        while let Some((Event::Start(_), range)) = self.take() {
            traps::row(self.text, &range, aligns.len(), self.sink);
            let mut row = Vec::new();
            while let Some((Event::Start(Tag::TableCell), range)) = self.take() {
                row.push(Cell { at: self.span(&range), content: self.closed_inlines() });
            }
            rows.push(row);
        }
        BlockKind::Table(Table { aligns, rows })
    }

    fn code(&mut self, kind: &CodeBlockKind<'a>, range: &Range<usize>) -> Option<BlockKind> {
        let mut body = Fragment::new(self.text.file(), self.span(range).start as usize);
        let mut first = true;
        while let Some((Event::Text(line), at)) = self.take() {
            let piece = self.text.slice(at.clone());
            if std::mem::take(&mut first) {
                body = Fragment::new(self.text.file(), self.text.span(at.clone()).start as usize);
            }
            if piece.text() == &*line {
                body.append(&piece);
            } else {
                body.push(&line, self.text.span(at).start as usize);
            }
        }
        fence::code(self.text, kind, range, body, self.sink)
    }

    /// Skips to the end of the container just opened.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0
            && let Some((event, _)) = self.take()
        {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
    }

    fn closed_inlines(&mut self) -> Vec<Inline> {
        let out = self.inlines();
        self.next += 1;
        out
    }

    /// Runs up to the end of their container or the next block, which is left.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut out = Vec::new();
        while let Some(event) = self.peek() {
            match event {
                Event::End(_) | Event::Rule => break,
                Event::Start(tag) if is_block(tag) => break,
                _ => {}
            }
            let Some((event, range)) = self.take() else { break };
            self.inline(event, range, &mut out);
        }
        out
    }

    fn inline(&mut self, event: Event<'a>, range: Range<usize>, out: &mut Vec<Inline>) {
        if let Some((label, end)) = self.undefined_note(&event, &range) {
            let at = self.span(&(range.start..end));
            return out.push(Inline { at, kind: InlineKind::Note(label) });
        }
        let at = self.span(&range);
        let kind = match event {
            Event::Text(text) => return push_text(&text, self.text.span(range), out),
            Event::SoftBreak => return push_text(" ", at, out),
            Event::HardBreak => InlineKind::Break,
            Event::Code(code) => match self.role(&range, out) {
                Some(role) => role,
                None => {
                    traps::code_span(self.text, &range, self.sink);
                    InlineKind::Code(code.into_string())
                }
            },
            Event::InlineMath(_) => InlineKind::Math { display: false, tex: self.inside(&range, 1) },
            Event::DisplayMath(_) => InlineKind::Math { display: true, tex: self.inside(&range, 2) },
            Event::FootnoteReference(label) => InlineKind::Note(label.into_string()),
            Event::Html(_) | Event::InlineHtml(_) => return traps::html(self.text, &range, self.sink),
            Event::Start(tag) => match self.span_kind(tag, &range) {
                Some(kind) => kind,
                None => return,
            },
            Event::End(_) | Event::Rule | Event::TaskListMarker(_) => return,
        };
        out.push(Inline { at, kind });
    }

    /// `[^label]` without a definition, which the parser gives as plain text; takes its events.
    fn undefined_note(&mut self, event: &Event<'a>, range: &Range<usize>) -> Option<(String, usize)> {
        let source = self.text.text();
        let opens = matches!(event, Event::Text(text) if text.starts_with('['));
        let label = source[range.start..].strip_prefix("[^").filter(|_| opens)?;
        let length = label.find([']', '[', '`', '\n'])?;
        let end = range.start + 2 + length + 1;
        let inside = |(event, at): &&(Event, Range<usize>)| at.end <= end && !matches!(event, Event::End(_));
        let covered = self.events[self.next..].iter().take_while(inside);
        let plain = covered.clone().all(|(event, _)| matches!(event, Event::Text(_)));
        let covered = covered.count();
        if !label[length..].starts_with(']') || length == 0 || !plain || source[..range.start].ends_with('\\')
        {
            return None;
        }
        self.next += covered;
        Some((label[..length].trim().to_owned(), end))
    }

    fn inside(&self, range: &Range<usize>, marks: usize) -> Fragment {
        let end = range.end.saturating_sub(marks).max(range.start);
        self.text.slice((range.start + marks).min(end)..end)
    }

    fn span_kind(&mut self, tag: Tag<'a>, range: &Range<usize>) -> Option<InlineKind> {
        if self.depth >= MAX_DEPTH {
            self.too_deep(self.span(range));
            self.skip();
            return None;
        }
        self.depth += 1;
        let content = self.closed_inlines();
        self.depth -= 1;
        Some(match tag {
            Tag::Emphasis => InlineKind::Emphasis(content),
            Tag::Strong => InlineKind::Strong(content),
            Tag::Strikethrough => InlineKind::Strike(content),
            Tag::Superscript => InlineKind::Sup(content),
            Tag::Subscript => InlineKind::Sub(content),
            Tag::Link { link_type, dest_url, id, .. } => self.link(link_type, &dest_url, &id, content, range),
            Tag::Image { dest_url, .. } => InlineKind::Image { source: dest_url.into_string(), alt: content },
            _ => return None,
        })
    }

    fn link(
        &mut self,
        kind: LinkType,
        target: &str,
        label: &str,
        content: Vec<Inline>,
        range: &Range<usize>,
    ) -> InlineKind {
        match kind {
            LinkType::ShortcutUnknown => InlineKind::Bracket { label: label.to_owned(), content },
            LinkType::ReferenceUnknown | LinkType::CollapsedUnknown => {
                traps::undefined_link(label, self.span(range), self.sink);
                InlineKind::Bracket { label: String::new(), content }
            }
            LinkType::Email => {
                InlineKind::Link { target: format!("mailto:{target}"), words: LinkWords::Written, content }
            }
            _ => {
                let bare = kind == LinkType::Autolink;
                let words = if bare { LinkWords::Address } else { LinkWords::Written };
                InlineKind::Link { target: target.to_owned(), words, content }
            }
        }
    }

    /// The role whose name in braces ends the run before a code span, if there is one.
    fn role(&mut self, code: &Range<usize>, out: &mut Vec<Inline>) -> Option<InlineKind> {
        let before = &self.text.text()[..code.start];
        let open = before.strip_suffix('}')?.rfind('{')?;
        let name = &before[open + 1..code.start - 1];
        let escaped = before[..open].ends_with('\\') || before[..open].ends_with('{');
        if escaped || name.is_empty() || name.contains(|c: char| c.is_whitespace() || "{}`$".contains(c)) {
            return None;
        }
        let last = out.last_mut()?;
        let InlineKind::Text(text) = &mut last.kind else { return None };
        let kept = text.strip_suffix(&before[open..])?.len();
        text.truncate(kept);
        if kept == 0 {
            out.pop();
        }
        let written = &self.text.text()[code.clone()];
        let ticks = written.len() - written.trim_start_matches('`').len();
        let name = self.text.slice(open + 1..code.start - 1);
        Some(InlineKind::Role { name, body: self.inside(code, ticks) })
    }
}

fn push_text(text: &str, at: Span, out: &mut Vec<Inline>) {
    if let Some(Inline { at: whole, kind: InlineKind::Text(last) }) = out.last_mut() {
        last.push_str(text);
        *whole = whole.to(at);
    } else {
        out.push(Inline { at, kind: InlineKind::Text(text.to_owned()) });
    }
}

fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

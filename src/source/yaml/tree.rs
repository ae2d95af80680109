//! Builds the tree from the parser's events; refuses what the format leaves out of YAML.

use saphyr_parser::Event;
use saphyr_parser::Parser;
use saphyr_parser::ScalarStyle;
use saphyr_parser::ScanError;

use crate::diag::Fragment;
use crate::diag::Sink;
use crate::source::yaml::Content;
use crate::source::yaml::Node;
use crate::source::yaml::Style;
use crate::source::yaml::Trap;
use crate::source::yaml::TrapKind;
use crate::source::yaml::align;
use crate::source::yaml::wording;

/// Levels of nesting that a file may have.
const DEPTH: usize = 64;

/// Why there is no tree.
pub(super) enum Failure {
    /// A finding says it.
    Reported,
    /// The parser stopped; the place is in bytes of the text.
    Syntax(SyntaxError),
}

/// What the parser said.
pub(super) struct SyntaxError {
    pub(super) at: usize,
    pub(super) info: String,
}

/// The tree of `text`, whose harmless twin `masked` is what the parser sees.
pub(super) fn tree(text: &Fragment, masked: &str, traps: &[Trap], sink: &mut Sink) -> Result<Node, Failure> {
    let mut builder = Builder { text, traps, bytes: bytes(text.text()), open: Vec::new(), root: None, sink };
    for event in Parser::new_from_str(masked) {
        let (event, span) = event.map_err(|e| builder.syntax(&e))?;
        let range = builder.byte(span.start.index())..builder.byte(span.end.index());
        builder.event(event, range)?;
    }
    let end = text.text().len();
    Ok(builder.root.unwrap_or_else(|| Node {
        span: text.span(end..end),
        content: Content::Scalar(
            Fragment::new(text.file(), text.span(end..end).start as usize),
            Style::Plain,
        ),
        flow: false,
        trapped: false,
    }))
}

/// Byte offset of each character, and of the end.
fn bytes(text: &str) -> Vec<usize> {
    text.char_indices().map(|(i, _)| i).chain([text.len()]).collect()
}

struct Open {
    start: usize,
    nodes: Vec<Node>,
    map: bool,
}

struct Builder<'a> {
    text: &'a Fragment,
    traps: &'a [Trap],
    bytes: Vec<usize>,
    open: Vec<Open>,
    root: Option<Node>,
    sink: &'a mut Sink,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: std::ops::Range<usize>) -> Result<(), Failure> {
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                self.refuse(anchor > 0, tag.is_some(), range.clone());
                let node = self.scalar(&value, style, range);
                self.add(node);
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse(anchor > 0, tag.is_some(), range.clone());
                self.start(range, false)?;
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse(anchor > 0, tag.is_some(), range.clone());
                self.start(range, true)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range),
            Event::Alias(_) => {
                self.sink.push(wording::advanced(self.text.span(range.clone())));
                let span = self.text.span(range.clone());
                self.add(Node {
                    span,
                    content: Content::Scalar(self.text.slice(range), Style::Plain),
                    flow: false,
                    trapped: false,
                });
            }
            Event::DocumentStart(_) if self.root.is_some() => {
                self.sink.push(wording::second_document(self.text.span(range)));
                return Err(Failure::Reported);
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
        Ok(())
    }

    fn refuse(&mut self, anchor: bool, tag: bool, range: std::ops::Range<usize>) {
        if anchor || tag {
            self.sink.push(wording::advanced(self.text.span(range)));
        }
    }

    fn start(&mut self, range: std::ops::Range<usize>, map: bool) -> Result<(), Failure> {
        if self.open.len() == DEPTH {
            self.sink.push(wording::too_deep(self.text.span(range)));
            return Err(Failure::Reported);
        }
        self.open.push(Open { start: range.start, nodes: Vec::new(), map });
        Ok(())
    }

    fn end(&mut self, range: std::ops::Range<usize>) {
        let open = self.open.pop().expect("the parser closes only what it opened");
        // A flow collection ends with its bracket, a block with its last value.
        let closed = self.text.text().get(range.start..).is_some_and(|t| t.starts_with([']', '}']));
        let opened = self.text.text()[open.start..].starts_with(['[', '{']);
        let start = self.text.span(open.start..open.start);
        let span = match open.nodes.last() {
            _ if opened && closed => self.text.span(open.start..range.start + 1),
            Some(last) => start.to(last.span),
            None => start,
        };
        let content = if open.map { Content::Map(pairs(open.nodes)) } else { Content::List(open.nodes) };
        self.add(Node { span, content, flow: opened && closed, trapped: false });
    }

    fn add(&mut self, node: Node) {
        match self.open.last_mut() {
            Some(open) => open.nodes.push(node),
            None => self.root = Some(node),
        }
    }

    fn scalar(&self, value: &str, style: ScalarStyle, range: std::ops::Range<usize>) -> Node {
        let source = &self.text.text()[range.clone()];
        let (text, style) = match style {
            // What is not written has the place of a neighbour.
            ScalarStyle::Plain if value.is_empty() || (value == "~" && source != "~") => {
                (self.text.slice(range.start..range.start), Style::Plain)
            }
            ScalarStyle::Plain => (self.plain(range.clone()), Style::Plain),
            ScalarStyle::Literal => (align::literal(self.text, range.start, value), Style::Block),
            ScalarStyle::Folded => (align::words(self.text, range.clone(), value), Style::Block),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let inside = range.start + 1..range.end.saturating_sub(1).max(range.start + 1);
                let same = self.text.text().get(inside.clone()) == Some(value);
                let text = if same {
                    self.text.slice(inside)
                } else {
                    align::words(self.text, range.clone(), value)
                };
                (text, Style::Quoted)
            }
        };
        let length = if style == Style::Block { source.trim_end().len() } else { source.len() };
        let span = match style {
            Style::Plain => text.all(),
            _ => self.text.span(range.start..range.start + length),
        };
        let trapped = self.traps.iter().any(|t| t.value.start < range.end && range.start < t.value.end);
        Node { span, content: Content::Scalar(text, style), flow: false, trapped }
    }

    /// A plain scalar as the author wrote it: the value of the parser may be masked.
    fn plain(&self, range: std::ops::Range<usize>) -> Fragment {
        let source = &self.text.text()[range.clone()];
        // « | text » was meant as text: the bar is not part of it.
        let is_bar = |t: &Trap| t.kind == TrapKind::AfterBlock('|') && t.value.start == range.start;
        let bar = if self.traps.iter().any(is_bar) {
            source[1..].trim_start_matches([' ', '\t', '\n'])
        } else {
            source
        };
        let start = range.end - bar.len();
        let bare = start..range.start + source.trim_end_matches([' ', '\t', '\n']).len();
        if self.text.text()[bare.clone()].contains('\n') {
            align::folded(self.text, bare)
        } else {
            self.text.slice(bare)
        }
    }

    fn byte(&self, index: usize) -> usize {
        self.bytes.get(index).copied().unwrap_or(self.text.text().len())
    }

    fn syntax(&self, error: &ScanError) -> Failure {
        let at = self.byte(error.marker().index());
        Failure::Syntax(SyntaxError { at, info: error.info().to_owned() })
    }
}

fn pairs(nodes: Vec<Node>) -> Vec<(Node, Node)> {
    let mut out = Vec::with_capacity(nodes.len() / 2);
    let mut nodes = nodes.into_iter();
    while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
        out.push((key, value));
    }
    out
}

//! The walk over an SVG file: strict well-formedness, elements kept, dropped or refused.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::Writer;
use quick_xml::events::BytesEnd;
use quick_xml::events::BytesStart;
use quick_xml::events::BytesText;
use quick_xml::events::Event;

use crate::notation::Size;
use crate::notation::svg::Refusal;
use crate::notation::svg::Svg;
use crate::notation::svg::allow::ELEMENTS;
use crate::notation::svg::allow::REFUSED;
use crate::notation::svg::attributes::attributes;
use crate::notation::svg::malformed;
use crate::notation::svg::refused;
use crate::text;

/// Elements inside elements, beyond what drawing programs write.
const DEEPEST: usize = 256;

/// Characters that XML 1.0 allows (XML 1.0, 2.2).
pub fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
        && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

type Done<T> = Result<T, Box<Refusal>>;

/// The cleaned drawing, or everything that is wrong with it.
pub fn clean(source: &str) -> Result<Svg, Vec<Refusal>> {
    let mut walk =
        Walk { source, writer: Writer::new(Vec::new()), open: Vec::new(), size: None, faults: Vec::new() };
    let read = walk.read();
    // What a script holds may well not be XML: the script is told, not its content.
    let inside = walk.open.iter().any(|(_, state)| *state == State::Refused);
    if let Err(fault) = read
        && !inside
    {
        walk.faults.push(*fault);
    }
    match walk.size {
        Some(size) if walk.faults.is_empty() => Ok(Svg { bytes: walk.writer.into_inner(), size }),
        _ => Err(walk.faults),
    }
}

fn place(position: u64, source: &str) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX).min(source.len())
}

struct Walk<'a> {
    source: &'a str,
    writer: Writer<Vec<u8>>,
    /// The open elements.
    open: Vec<(String, State)>,
    size: Option<Size>,
    /// What is refused; only what is not well-formed ends the walk.
    faults: Vec<Refusal>,
}

/// What becomes of an element; what is inside it shares its lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Kept,
    Dropped,
    Refused,
}

impl Walk<'_> {
    /// Reads the whole file.
    fn read(&mut self) -> Done<()> {
        let source = self.source;
        let mut reader = Reader::from_str(source);
        let mut start = 0;
        loop {
            let event = reader.read_event();
            let at = start..place(reader.buffer_position(), source);
            start = at.end;
            match event {
                Ok(Event::Eof) => return self.finish(),
                Ok(event) => self.event(&event, at)?,
                Err(_) => {
                    let at = source.floor_char_boundary(place(reader.error_position(), source));
                    let next = source[at..].chars().next().map_or(0, char::len_utf8);
                    return Err(malformed(at..at + next));
                }
            }
        }
    }

    fn event(&mut self, event: &Event, at: Range<usize>) -> Done<()> {
        match event {
            Event::Start(tag) => self.start(tag, at, false),
            Event::Empty(tag) => self.start(tag, at, true),
            Event::End(_) => self.end(at),
            Event::Text(text) => self.text(text, at),
            Event::CData(text) => self.text(text, at),
            Event::GeneralRef(name) => self.entity(name, at),
            Event::DocType(kind) if kind.contains('[') => self.refuse(at, "<!DOCTYPE […]>"),
            Event::PI(instruction) if instruction.starts_with("xml-stylesheet") => {
                self.refuse(at, "xml-stylesheet")
            }
            Event::Decl(_) | Event::DocType(_) | Event::PI(_) if self.size.is_some() => Err(malformed(at)),
            Event::Decl(_) | Event::DocType(_) | Event::PI(_) | Event::Comment(_) | Event::Eof => Ok(()),
        }
    }

    fn state(&self) -> State {
        self.open.last().map_or(State::Kept, |(_, state)| *state)
    }

    fn refuse(&mut self, at: Range<usize>, what: &str) -> Done<()> {
        self.faults.push(refused(at, what));
        Ok(())
    }

    fn write(&mut self, event: Event) {
        self.writer.write_event(event).expect("memory can be written to");
    }

    fn start(&mut self, tag: &BytesStart, at: Range<usize>, empty: bool) -> Done<()> {
        let name = tag.name().as_ref().to_owned();
        if self.open.len() >= DEEPEST {
            return Err(malformed(at));
        }
        let state = self.judged(&name, &at);
        if state != State::Refused {
            let attributes = attributes(self.source, tag, &at, &mut self.faults)?;
            if self.open.is_empty() {
                self.root(&name, tag, &attributes, at)?;
            }
            if state == State::Kept {
                self.element(&name, &attributes, empty);
            }
        }
        if !empty {
            self.open.push((name, state));
        }
        Ok(())
    }

    /// What becomes of an element of that name, here.
    fn judged(&mut self, name: &str, at: &Range<usize>) -> State {
        let local = name.rsplit(':').next().unwrap_or(name);
        let word = REFUSED.iter().find(|word| word.eq_ignore_ascii_case(local));
        match (self.state(), word) {
            (State::Refused, _) => State::Refused,
            (_, Some(word)) => {
                self.faults.push(refused(at.clone(), &format!("<{word}>")));
                State::Refused
            }
            (State::Kept, None) if ELEMENTS.contains(&name) => State::Kept,
            _ => State::Dropped,
        }
    }

    fn element(&mut self, name: &str, attributes: &[(String, String)], empty: bool) {
        let is_root = self.open.is_empty();
        let mut written = BytesStart::new(name.to_owned());
        if is_root {
            written.push_attribute(("xmlns", "http://www.w3.org/2000/svg"));
        }
        let sized = |name: &str| is_root && matches!(name, "width" | "height");
        for (name, value) in attributes.iter().filter(|(name, _)| !sized(name)) {
            written.push_attribute((name.as_str(), value.as_str()));
        }
        self.with_view_box(&mut written, attributes, is_root);
        self.write(if empty { Event::Empty(written) } else { Event::Start(written) });
    }

    /// A drawing that gave only its width and height gets the `viewBox` they mean.
    fn with_view_box(&self, tag: &mut BytesStart, attributes: &[(String, String)], is_root: bool) {
        if let (true, Some(size)) =
            (is_root && !attributes.iter().any(|(name, _)| name == "viewBox"), self.size)
        {
            let view_box = format!("0 0 {} {}", size.width, size.height);
            tag.push_attribute(("viewBox", view_box.as_str()));
        }
    }

    fn root(
        &mut self,
        name: &str,
        tag: &BytesStart,
        attributes: &[(String, String)],
        at: Range<usize>,
    ) -> Done<()> {
        if self.size.is_some() {
            return Err(malformed(at));
        }
        let space = tag.attributes().flatten().find(|a| a.key.as_ref() == "xmlns");
        let is_svg = space.is_none_or(|space| &*space.value == "http://www.w3.org/2000/svg");
        if name != "svg" || !is_svg {
            return Err(Box::new(Refusal {
                at,
                message: text! { fr: "ce fichier n'est pas une image SVG", en: "this file is not an SVG picture" },
                hint: text! {
                    fr: "sa racine doit être <svg xmlns=\"http://www.w3.org/2000/svg\">",
                    en: "its root must be <svg xmlns=\"http://www.w3.org/2000/svg\">",
                },
            }));
        }
        self.size = size(attributes);
        if self.size.is_none() {
            return Err(Box::new(Refusal {
                at,
                message: text! { fr: "cette image SVG ne dit pas sa taille", en: "this SVG picture does not say its size" },
                hint: text! { fr: "donnez à <svg> un viewBox=\"0 0 largeur hauteur\"", en: "give <svg> a viewBox=\"0 0 width height\"" },
            }));
        }
        Ok(())
    }

    fn end(&mut self, at: Range<usize>) -> Done<()> {
        // The reader compared the names.
        let Some((name, state)) = self.open.pop() else { return Err(malformed(at)) };
        if state == State::Kept {
            self.write(Event::End(BytesEnd::new(name)));
        }
        Ok(())
    }

    fn text(&mut self, text: &str, at: Range<usize>) -> Done<()> {
        let outside = self.open.is_empty();
        let blank = text.trim_matches(|c: char| c.is_ascii_whitespace() || c == '\u{feff}').is_empty();
        if (outside && !blank) || !text.chars().all(is_xml) || text.contains("]]>") {
            return Err(malformed(at));
        }
        if !outside && self.state() == State::Kept {
            self.write(Event::Text(BytesText::new(text)));
        }
        Ok(())
    }

    /// `&amp;` and its like, and numbers.
    fn entity(&mut self, name: &str, at: Range<usize>) -> Done<()> {
        let written = format!("&{name};");
        let text = quick_xml::escape::unescape(&written).map_err(|_| malformed(at.clone()))?;
        self.text_of_entity(&text, at)
    }

    fn text_of_entity(&mut self, text: &str, at: Range<usize>) -> Done<()> {
        if self.open.is_empty() {
            return Err(malformed(at));
        }
        self.text(text, at)
    }

    fn finish(&self) -> Done<()> {
        let end = self.source.len();
        let last = self.source.floor_char_boundary(end.saturating_sub(1));
        let whole = self.open.is_empty() && (self.size.is_some() || !self.faults.is_empty());
        if whole { Ok(()) } else { Err(malformed(last..end)) }
    }
}

fn size(attributes: &[(String, String)]) -> Option<Size> {
    let find =
        |name: &str| attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let whole = |value: f64| {
        let rounded = value.round();
        // Bounded just above: the conversion cannot lose anything.
        (1.0..=100_000.0).contains(&rounded).then_some(rounded as u32)
    };
    if let Some(view_box) = find("viewBox") {
        let numbers: Vec<f64> = view_box
            .split([' ', ',', '\n', '\t'])
            .filter(|n| !n.is_empty())
            .map_while(|n| n.parse().ok())
            .collect();
        let [_, _, width, height] = numbers.as_slice() else { return None };
        return Some(Size { width: whole(*width)?, height: whole(*height)? });
    }
    let pixels = |value: &str| value.trim().trim_end_matches("px").parse::<f64>().ok();
    Some(Size { width: whole(pixels(find("width")?)?)?, height: whole(pixels(find("height")?)?)? })
}

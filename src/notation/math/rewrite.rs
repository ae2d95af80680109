//! The library's MathML → ours: no `style`, no `id`, numbers in the language, the author's TeX.

use quick_xml::Reader;
use quick_xml::Writer;
use quick_xml::events::BytesStart;
use quick_xml::events::BytesText;
use quick_xml::events::Event;

use crate::notation::Lang;
use crate::notation::is_number;
use crate::notation::localized;
use crate::notation::math::classes::classes;

/// Marks the first and the last child of a row that is boxed; a character that no author types.
pub const BOX: char = '\u{e0b0}';

/// The same formula, rewritten.
pub fn rewrite(mathml: &str, tex: &str, lang: Lang) -> String {
    let events = events(mathml);
    let mut writer = Writer::new(Vec::new());
    let mut at = 0;
    while let Some(event) = events.get(at) {
        let (written, used) = step(event, &events[at + 1..], tex, lang);
        for event in written {
            writer.write_event(event).expect("memory can be written to");
        }
        at += used;
    }
    String::from_utf8(writer.into_inner()).expect("what is written is UTF-8")
}

/// What stands for an event, and how many events that covers.
fn step<'e>(event: &Event<'e>, next: &[Event<'e>], tex: &'e str, lang: Lang) -> (Vec<Event<'e>>, usize) {
    let Event::Start(tag) = event else {
        return match event {
            Event::Empty(tag) => (vec![Event::Empty(cleaned(tag, &[]))], 1),
            other => (vec![other.clone()], 1),
        };
    };
    let start = |classes: &[&str]| Event::Start(cleaned(tag, classes));
    match (tag.name().as_ref(), next) {
        // The marks are two children of their own: the first names the box, the last goes.
        ("mrow", [mark, text, end, ..]) if is_mark(mark, text, end) => (vec![start(&["math-boxed"])], 4),
        ("mi", [text, end, ..]) if is_mark(event, text, end) => (Vec::new(), 3),
        ("mn", [Event::Text(number), ..]) if is_number(number) => {
            (vec![start(&[]), Event::Text(BytesText::from_escaped(localized(number, lang)))], 2)
        }
        ("annotation", _) => {
            let old = next.iter().take_while(|event| !matches!(event, Event::End(_))).count();
            (vec![start(&[]), Event::Text(BytesText::new(tex))], old + 1)
        }
        _ => (vec![start(&[])], 1),
    }
}

fn events(mathml: &str) -> Vec<Event<'_>> {
    let mut reader = Reader::from_str(mathml);
    let mut events = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Eof) | Err(_) => return events,
            Ok(event) => events.push(event),
        }
    }
}

/// Whether three events are an element that holds the mark of a box and nothing else.
fn is_mark(start: &Event, text: &Event, end: &Event) -> bool {
    let (Event::Start(_), Event::Text(text), Event::End(_)) = (start, text, end) else { return false };
    text.chars().eq([BOX])
}

/// Without `style` and `id`.
fn cleaned(tag: &BytesStart, classes_of_ours: &[&str]) -> BytesStart<'static> {
    let mut out = BytesStart::new(tag.name().as_ref().to_owned());
    let mut class: Vec<String> = classes_of_ours.iter().map(|class| (*class).to_owned()).collect();
    for attribute in tag.attributes().flatten() {
        let (key, value) = (attribute.key.as_ref(), &*attribute.value);
        match key {
            "id" => {}
            "class" => class.extend(value.split_whitespace().map(str::to_owned)),
            "style" => {
                let (found, colour) = classes(value);
                class.extend(found.into_iter().map(str::to_owned));
                if let Some(colour) = colour {
                    out.push_attribute(("mathcolor", colour.as_str()));
                }
            }
            _ => out.push_attribute((key, value)),
        }
    }
    if !class.is_empty() {
        out.push_attribute(("class", class.join(" ").as_str()));
    }
    out
}

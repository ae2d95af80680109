//! XML written element by element: raw UTF-8, the fewest escapes; it checks no characters and no schema.

use quick_xml::Writer;
use quick_xml::escape::minimal_escape;
use quick_xml::events::BytesDecl;
use quick_xml::events::BytesEnd;
use quick_xml::events::BytesStart;
use quick_xml::events::BytesText;
use quick_xml::events::Event;

/// Attributes of an element, in the order written.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document that grows in memory.
pub(crate) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A document with its declaration.
    pub(crate) fn new() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 2));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// An element with others inside.
    pub(crate) fn element(&mut self, name: &str, attributes: Attributes, inside: impl FnOnce(&mut Self)) {
        self.event(Event::Start(start(name, attributes)));
        inside(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element with text inside.
    pub(crate) fn text(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.element(name, attributes, |xml| xml.event(Event::Text(BytesText::from_escaped(escape(text)))));
    }

    /// An element with attributes only.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// The document, with a last line end.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn event(&mut self, event: Event) {
        self.0.write_event(event).expect("a vector takes every byte");
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

// Moodle cuts a title at each entity and drops parts that are blank or « 0 »: what need not be
// escaped is not. XML 1.0, 2.4: only `]]>` asks for an escaped `>`.
fn escape(text: &str) -> String {
    minimal_escape(text).replace("]]>", "]]&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_escapes_what_xml_asks_for_and_nothing_else() {
        let mut xml = Xml::new();
        xml.text("t", &[("a", "1 < \"2\"")], "É’ \"q\" 'a' > & < ]]> 0");
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <t a=\"1 &lt; &quot;2&quot;\">É’ \"q\" 'a' > &amp; &lt; ]]&gt; 0</t>\n";
        assert_eq!(String::from_utf8(xml.finish()).unwrap(), expected);
    }
}

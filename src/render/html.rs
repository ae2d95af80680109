//! A writer of escaped HTML for formatted text; it knows tags and attributes, not what they mean.

/// HTML being written. Text and attribute values are escaped; only [`Html::raw`] is not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes words.
    pub fn text(&mut self, text: &str) {
        self.0.push_str(&escape(text));
    }

    /// Writes markup that the compiler made and checked, as MathML or a rendered template.
    pub fn raw(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// Opens an element; an attribute whose value is empty is written without value.
    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            if !value.is_empty() || *name == "alt" || *name == "value" {
                self.0.push_str("=\"");
                self.0.push_str(&escape(value));
                self.0.push('"');
            }
        }
        self.0.push('>');
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// Writes an element that holds only words.
    pub fn leaf(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// Writes one of the icons that the page defines.
    pub fn icon(&mut self, name: &str) {
        self.open("svg", &[("class", "fi-i"), ("aria-hidden", "true"), ("focusable", "false")]);
        self.open("use", &[("href", &format!("#fi-i-{name}"))]);
        self.close("use");
        self.close("svg");
    }

    /// The HTML.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// `text` with the four characters that mean something in HTML replaced.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

//! The prose of a page as blocks of words under headings, without its questions and its links to
//! other pages; it compares nothing.

/// Elements that begin and end a block of words.
const BLOCKS: &[&str] = &[
    "p",
    "li",
    "ol",
    "ul",
    "dl",
    "dt",
    "dd",
    "div",
    "tr",
    "table",
    "caption",
    "figure",
    "figcaption",
    "pre",
    "aside",
    "details",
    "summary",
    "blockquote",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
];
/// Elements whose words stand apart from the next ones of the block.
const CELLS: &[&str] = &["td", "th", "br"];
const HEADINGS: &[&str] = &["h3", "h4", "h5", "h6"];
/// Characters that pages write by name.
const NAMED: &[(&str, &str)] =
    &[("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];

/// Some words that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The last heading before it; empty before the first one.
    pub under: String,
    pub is_heading: bool,
    pub text: String,
    /// The same with its tags.
    html: String,
}

impl Block {
    /// Whether both show the same; their headings are blocks of their own.
    pub fn is(&self, other: &Self) -> bool {
        self.html == other.html && self.is_heading == other.is_heading
    }

    /// Whether both say the same words.
    pub fn says(&self, other: &Self) -> bool {
        self.text == other.text && self.is_heading == other.is_heading
    }
}

/// What the page `id` says, in its order.
pub fn blocks(document: &str, id: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for part in prose(document, id) {
        let mut rest = part;
        while let Some((text, after)) = rest.split_once('<') {
            reader.text(text);
            let Some((tag, next)) = after.split_once('>') else { break };
            reader.tag(tag);
            rest = next;
        }
        reader.text(rest);
        reader.end();
    }
    if let Some(last) = reader.found.last_mut() {
        last.html.push_str(reader.html.trim());
    }
    reader.found
}

/// The parts of a page between its forms.
fn prose<'a>(document: &'a str, id: &str) -> Vec<&'a str> {
    let start = format!("<section class=\"fi-page\" id=\"/{id}\"");
    let Some((_, after)) = document.split_once(&start) else { return Vec::new() };
    let section = after.split("<section class=\"fi-page").next().unwrap_or_default();
    let Some((_, body)) = section.split_once("<div class=\"fi-prose\">") else { return Vec::new() };
    let body = body.split("\n<nav ").next().unwrap_or_default();
    let mut parts = body.split("<form ");
    let first = parts.next();
    let others = parts.filter_map(|part| Some(part.split_once("</form>")?.1));
    first.into_iter().chain(others).collect()
}

#[derive(Default)]
struct Reader {
    found: Vec<Block>,
    under: String,
    text: String,
    html: String,
    is_heading: bool,
    /// Inside a formula: its source says more than its signs.
    in_math: bool,
    in_source: bool,
}

impl Reader {
    fn text(&mut self, text: &str) {
        self.html.push_str(text);
        if !self.in_math || self.in_source {
            self.text.push_str(text);
        }
    }

    fn tag(&mut self, tag: &str) {
        let is_end = tag.starts_with('/');
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        match name {
            "math" => self.in_math = !is_end,
            "annotation" => self.in_source = !is_end,
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.end();
            self.is_heading = !is_end && HEADINGS.contains(&name);
            if !is_end {
                self.html.push_str(&format!("<{tag}>"));
            }
            return;
        }
        if CELLS.contains(&name) {
            self.text.push(' ');
        }
        if let Some(said) = attribute(tag, "alt") {
            self.text.push_str(&format!(" [{said}] "));
        }
        self.html.push_str(&format!("<{tag}>"));
    }

    /// The block is whole.
    fn end(&mut self) {
        let text = plain(&std::mem::take(&mut self.text));
        // What has no words is told with the ones that come after it.
        if !text.is_empty() {
            let (is_heading, html) = (self.is_heading, std::mem::take(&mut self.html));
            let block = Block { under: self.under.clone(), is_heading, text, html: html.trim().to_owned() };
            if is_heading {
                self.under.clone_from(&block.text);
            }
            self.found.push(block);
        }
        self.is_heading = false;
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next().filter(|value| !value.is_empty())
}

/// Words with one blank between them.
fn plain(text: &str) -> String {
    let named = NAMED.iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign));
    named.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

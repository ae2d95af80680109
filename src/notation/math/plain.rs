//! The words of a formula, for lists and reports that show text only: « CO₂ », « M_Al = 26,982 ».

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

/// The formula in one line of text; `mathml` is what this module wrote.
pub(super) fn plain(mathml: &str) -> String {
    let mut reader = Reader::from_str(mathml);
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => open.push(Element::new(tag.name().as_ref())),
            Ok(Event::Empty(tag)) if tag.name().as_ref() == "mspace" && tag.attributes().count() > 0 => {
                last(&mut open).push(" ")
            }
            Ok(Event::Text(text)) => last(&mut open).push(&text),
            Ok(Event::GeneralRef(entity)) => {
                last(&mut open).push(resolve_predefined_entity(&entity).unwrap_or_default());
            }
            Ok(Event::End(_)) if open.len() > 1 => {
                let text = open.pop().map(Element::close).unwrap_or_default();
                last(&mut open).push(&text);
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    let text = open.swap_remove(0).parts.concat();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn last(open: &mut [Element]) -> &mut Element {
    open.last_mut().expect("the outermost element is never closed")
}

#[derive(Default)]
struct Element {
    name: String,
    parts: Vec<String>,
}

impl Element {
    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), parts: Vec::new() }
    }

    fn push(&mut self, text: &str) {
        self.parts.push(text.to_owned());
    }

    fn close(self) -> String {
        let part = |n: usize| self.parts.get(n).map_or("", |p| p.trim());
        match self.name.as_str() {
            "annotation" => String::new(),
            "msub" | "munder" => part(0).to_owned() + &below(part(1)),
            "msup" | "mover" => part(0).to_owned() + &above(part(1)),
            "msubsup" | "munderover" => part(0).to_owned() + &below(part(1)) + &above(part(2)),
            "mfrac" => format!("{}/{}", factor(part(0)), factor(part(1))),
            "msqrt" => format!("√{}", grouped(&self.parts.concat())),
            "mroot" => format!("{}√{}", above(part(1)).trim_start_matches('^'), grouped(part(0))),
            "mo" => operator(&self.parts.concat()),
            _ => self.parts.concat(),
        }
    }
}

/// Signs between two sides stand apart; brackets and invisible signs do not.
fn operator(sign: &str) -> String {
    match sign {
        "\u{2061}" | "\u{2062}" | "\u{2063}" => String::new(),
        "+" | "−" | "=" | "×" | "⋅" | "<" | ">" | "≤" | "≥" | "≈" | "→" | "⟶" | "⇌" => {
            format!(" {sign} ")
        }
        _ => sign.to_owned(),
    }
}

/// A side of a fraction: letters side by side are a product.
fn factor(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters > 1 { format!("({text})") } else { grouped(text) }
}

fn grouped(text: &str) -> String {
    let simple = text.chars().all(|c| c.is_alphanumeric() || ",.\u{a0}_₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c));
    if simple { text.to_owned() } else { format!("({text})") }
}

fn below(text: &str) -> String {
    small(text, "0123456789", "₀₁₂₃₄₅₆₇₈₉").unwrap_or_else(|| format!("_{}", grouped(text)))
}

fn above(text: &str) -> String {
    let text = text.replace(' ', "");
    small(&text, "0123456789+−-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ").unwrap_or_else(|| format!("^{}", grouped(&text)))
}

fn small(text: &str, from: &str, to: &str) -> Option<String> {
    let one = |c: char| from.chars().position(|f| f == c).and_then(|n| to.chars().nth(n));
    (!text.is_empty()).then(|| text.chars().map(one).collect())?
}

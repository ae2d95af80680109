//! `\ce`: a chemical reaction as one types it → TeX. It balances nothing.

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::notation::math::expand::closing;
use crate::text;

/// Arrows, the longest first, and their TeX with and without words over them.
const ARROWS: &[(&str, &str, &str)] = &[
    ("<=>", "\\xrightleftharpoons", "\\rightleftharpoons"),
    ("<->", "\\xleftrightarrow", "\\longleftrightarrow"),
    ("⇌", "\\xrightleftharpoons", "\\rightleftharpoons"),
    ("->", "\\xrightarrow", "\\longrightarrow"),
    ("→", "\\xrightarrow", "\\longrightarrow"),
    ("<-", "\\xleftarrow", "\\longleftarrow"),
];

/// States of matter.
const STATES: &[&str] = &["aq", "cr", "g", "l", "s"];

/// The reaction in TeX; `None` after a finding.
pub fn reaction(text: &Fragment, sink: &mut Sink) -> Option<String> {
    let mut reader = Reader { text, at: 0, out: String::new(), before: Before::Start };
    let read = reader.all();
    let before = sink.len();
    if read.is_ok() {
        lonely(text).into_iter().for_each(|finding| sink.push(finding));
    }
    match read {
        Ok(()) if !reader.out.is_empty() => (sink.len() == before).then_some(reader.out),
        _ => {
            let at = reader.at.min(text.text().len());
            let length = text.text()[at..].chars().next().map_or(0, char::len_utf8);
            let message = text! { fr: "cette réaction ne se lit pas", en: "this reaction cannot be read" };
            let cure = text! {
                fr: "écrivez par exemple \\ce{{2Al2O3 + 3C -> 4Al + 3CO2}} ou \\ce{{Al^3+}}",
                en: "write for instance \\ce{{2Al2O3 + 3C -> 4Al + 3CO2}} or \\ce{{Al^3+}}",
            };
            sink.push(Diagnostic::new(Code::FIL4006, text.span(at..at + length), message).hint(cure));
            None
        }
    }
}

/// The first arrow with nothing before or after it.
fn lonely(text: &Fragment) -> Option<Diagnostic> {
    let source = text.text();
    let mut start = 0;
    while let Some((at, sign)) = next_arrow(source, start) {
        let (before, after) = (source[start..at].trim(), past_words(source, at + sign.len()));
        let rest = source[after..].trim();
        let span = text.span(at..at + sign.len());
        let followed = !rest.is_empty() && next_arrow(rest, 0).is_none_or(|(next, _)| next > 0);
        if before.ends_with(" +") {
            let sign = start + source[start..at].trim_end().len() - 1;
            let message = text! { fr: "rien ne suit ce signe", en: "nothing stands after this sign" };
            return Some(incomplete(text.span(sign..sign + 1), message));
        }
        if before.is_empty() {
            let message =
                text! { fr: "rien ne précède cette flèche", en: "nothing stands before this arrow" };
            return Some(incomplete(span, message));
        }
        if !followed {
            let message = text! { fr: "rien ne suit cette flèche", en: "nothing stands after this arrow" };
            return Some(incomplete(span, message));
        }
        start = after;
    }
    None
}

fn next_arrow(source: &str, from: usize) -> Option<(usize, &'static str)> {
    let found = ARROWS.iter().filter_map(|(sign, ..)| Some((from + source[from..].find(sign)?, *sign)));
    // At one place, the longest sign comes first in the table.
    found.min_by_key(|(at, _)| *at)
}

/// Where the words over and under an arrow end.
fn past_words(source: &str, mut at: usize) -> usize {
    while let Some(length) = source[at..].strip_prefix('[').and_then(|inside| inside.find(']')) {
        at += length + 2;
    }
    at
}

fn incomplete(at: Span, message: Text) -> Diagnostic {
    let cure = text! {
        fr: "écrivez les deux côtés : \\ce{{2Al2O3 + 3C -> 4Al + 3CO2}}",
        en: "write both sides: \\ce{{2Al2O3 + 3C -> 4Al + 3CO2}}",
    };
    Diagnostic::new(Code::FIL4006, at, message).hint(cure)
}

/// What stands just before the cursor.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, a space or a sign: digits are a coefficient.
    Start,
    /// A coefficient.
    Number,
    /// An element or a group: digits are its count.
    Atom,
}

struct Reader<'a> {
    text: &'a Fragment,
    at: usize,
    out: String,
    before: Before,
}

/// The cursor stands where reading stopped.
struct Unreadable;

type Read = Result<(), Unreadable>;

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text.text()[self.at..]
    }

    fn all(&mut self) -> Read {
        while let Some(c) = self.rest().chars().next() {
            if self.arrow()? {
                continue;
            }
            match c {
                _ if c.is_whitespace() => self.step(c, "", Before::Start),
                '0'..='9' => self.digits(),
                'A'..='Z' => self.element(),
                'a'..='z' => self.word()?,
                '(' | '[' => self.open(c),
                ')' | ']' => self.step(c, if c == ')' { ")" } else { "]" }, Before::Atom),
                '^' => self.script('^')?,
                '_' => self.script('_')?,
                '+' | '-' | '−' => self.sign(c),
                '=' | '#' => self.step(c, if c == '=' { "=" } else { "\\equiv " }, Before::Start),
                '*' | '·' | '.' => self.step(c, "\\cdot ", Before::Start),
                '↑' => self.step(c, "\\uparrow ", Before::Atom),
                '↓' => self.step(c, "\\downarrow ", Before::Atom),
                _ => return Err(Unreadable),
            }
        }
        Ok(())
    }

    fn step(&mut self, c: char, tex: &str, before: Before) {
        self.at += c.len_utf8();
        self.out.push_str(tex);
        self.before = before;
    }

    /// An arrow, with words over and under it in brackets.
    fn arrow(&mut self) -> Result<bool, Unreadable> {
        let rest = self.rest();
        let Some((sign, worded, bare)) = ARROWS.iter().find(|(sign, ..)| rest.starts_with(sign)) else {
            return Ok(false);
        };
        self.at += sign.len();
        let over = self.bracket()?;
        let under = self.bracket()?;
        match (over, under) {
            (None, _) => self.out.push_str(&format!("{bare} ")),
            (Some(over), None) => self.out.push_str(&format!("{worded}{{{over}}}")),
            (Some(over), Some(under)) => self.out.push_str(&format!("{worded}[{under}]{{{over}}}")),
        }
        self.before = Before::Start;
        Ok(true)
    }

    fn bracket(&mut self) -> Result<Option<String>, Unreadable> {
        let Some(inside) = self.rest().strip_prefix('[') else { return Ok(None) };
        let end = inside.find(']').ok_or(Unreadable)?;
        let words = &inside[..end];
        if words.contains(['\\', '{', '}', '$', '#', '%', '&', '~', '^', '_']) {
            return Err(Unreadable);
        }
        self.at += end + 2;
        Ok(Some(format!("\\text{{{words}}}")))
    }

    fn digits(&mut self) {
        let rest = self.rest();
        let is_in = |c: char| c.is_ascii_digit() || (self.before != Before::Atom && matches!(c, '.' | '/'));
        let length = rest.find(|c| !is_in(c)).unwrap_or(rest.len());
        let number = rest[..length].trim_end_matches(['.', '/']);
        self.at += number.len();
        match (self.before, number.split_once('/')) {
            (Before::Atom, _) => self.out.push_str(&format!("_{{{number}}}")),
            (_, Some((above, below))) => {
                self.out.push_str(&format!("\\tfrac{{{above}}}{{{}}}\\,", below.replace('/', "")));
                self.before = Before::Number;
            }
            (_, None) => {
                self.out.push_str(&format!("{number}\\,"));
                self.before = Before::Number;
            }
        }
    }

    /// A capital and the small letters after it, at most two.
    fn element(&mut self) {
        let rest = self.rest();
        let small = rest[1..].chars().take_while(char::is_ascii_lowercase).take(2).count();
        self.out.push_str(&format!("\\mathrm{{{}}}", &rest[..=small]));
        self.at += small + 1;
        self.before = Before::Atom;
    }

    /// `e` of an electron, `n` of a count; `v` alone is a precipitate.
    fn word(&mut self) -> Read {
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
        let alone = self.before == Before::Start && rest[length..].starts_with(|c: char| c.is_whitespace());
        match &rest[..length] {
            "v" if alone || rest == "v" => self.out.push_str("\\downarrow "),
            word if length == 1 => self.out.push_str(&format!("\\mathrm{{{word}}}")),
            _ => return Err(Unreadable),
        }
        self.at += length;
        self.before = Before::Atom;
        Ok(())
    }

    /// A state of matter, or the opening of a group.
    fn open(&mut self, c: char) {
        let rest = self.rest();
        let state =
            STATES.iter().find(|state| rest[1..].strip_prefix(**state).is_some_and(|r| r.starts_with(')')));
        if let (Some(state), '(') = (state, c) {
            self.out.push_str(&format!("\\,(\\text{{{state}}})"));
            self.at += state.len() + 2;
            self.before = Before::Atom;
        } else {
            self.step(c, if c == '(' { "(" } else { "[" }, Before::Start);
        }
    }

    /// `^3+`, `^{3+}`, `_{13}`; `^` alone is a gas that leaves.
    fn script(&mut self, mark: char) -> Read {
        let rest = &self.rest()[1..];
        if mark == '^' && self.before == Before::Start && (rest.is_empty() || rest.starts_with(' ')) {
            self.step(mark, "\\uparrow ", Before::Atom);
            return Ok(());
        }
        let (inside, length) = match closing(rest) {
            Some(end) => (&rest[1..end], end + 1),
            None => {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let sign = usize::from(mark == '^' && rest[end..].starts_with(['+', '-']));
                (&rest[..end + sign], end + sign)
            }
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
        if inside.is_empty() || !inside.chars().all(plain) {
            return Err(Unreadable);
        }
        if self.before != Before::Atom && !self.out.ends_with('}') {
            self.out.push_str("{}");
        }
        self.out.push_str(&format!("{mark}{{{inside}}}"));
        self.at += length + 1;
        Ok(())
    }

    /// A charge when it ends a formula, else the sign between two.
    fn sign(&mut self, c: char) {
        let after = self.rest()[c.len_utf8()..].chars().next();
        let ends = after.is_none_or(|c| c.is_whitespace() || matches!(c, ')' | ']' | '(' | '['));
        let sign = if c == '+' { "+" } else { "-" };
        if self.before == Before::Atom && ends {
            self.step(c, &format!("^{{{sign}}}"), Before::Atom);
        } else {
            self.step(c, sign, Before::Start);
        }
    }
}

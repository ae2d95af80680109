//! Reads the symbol of a unit: atoms, prefixes, powers, products, quotients.

use std::ops::Range;

use crate::diag::closest;
use crate::formula::unit::Dimension;
use crate::formula::unit::Unit;
use crate::formula::unit::UnknownUnit;
use crate::formula::unit::table::ATOMS;
use crate::formula::unit::table::COMMON;
use crate::formula::unit::table::WORDS;
use crate::formula::unit::table::ZEROS;
use crate::formula::unit::table::prefix;

/// How deep parentheses may nest.
const DEEPEST: usize = 8;

/// The unit that `text` writes.
pub fn unit(text: &str) -> Result<Unit, UnknownUnit> {
    let mut reader = Reader { text, at: 0, depth: 0, shown: String::new() };
    let (dimension, factor) = reader.product()?;
    if reader.at < text.len() || text.trim().is_empty() {
        return Err(UnknownUnit { at: reader.at.min(text.len())..text.len(), meant: None });
    }
    // Only alone is a degree a point of a scale; in `W/(m·°C)` it is a difference.
    let offset = ZEROS.iter().find(|(symbol, _)| *symbol == text.trim()).map_or(0.0, |(_, zero)| *zero);
    let difference = text.contains(['Δ', '∆']);
    Ok(Unit { symbol: reader.shown, dimension, factor, offset, difference })
}

/// `-3` as `⁻³`.
pub fn superscript(power: i8) -> String {
    power
        .to_string()
        .chars()
        .map(|c| SUPERSCRIPTS.iter().find(|(n, _)| *n == c).map_or(c, |(_, s)| *s))
        .collect()
}

const SUPERSCRIPTS: [(char, char); 11] = [
    ('-', '⁻'),
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
];

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    /// The symbol as it is shown.
    shown: String,
}

type Size = (Dimension, f64);

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn bad(&self, from: usize) -> UnknownUnit {
        let rest = self.text.get(from..).unwrap_or_default();
        let length = rest.chars().next().map_or(0, char::len_utf8);
        UnknownUnit { at: from..from + length, meant: None }
    }

    fn product(&mut self) -> Result<Size, UnknownUnit> {
        self.skip_blanks();
        let mut size = self.factor()?;
        loop {
            let blank = self.at;
            self.skip_blanks();
            let sign = match self.peek() {
                Some('/') => -1,
                Some('·' | '*' | '⋅' | '.' | '×') => 1,
                Some(c) if blank < self.at && c != ')' => 0,
                _ => return Ok(size),
            };
            self.separator(sign);
            let next = self.factor()?;
            size = (
                combine(size.0, next.0, if sign < 0 { -1 } else { 1 }),
                size.1 * next.1.powi(if sign < 0 { -1 } else { 1 }),
            );
        }
    }

    fn separator(&mut self, sign: i8) {
        if sign != 0 {
            self.at += self.peek().map_or(0, char::len_utf8);
            self.skip_blanks();
        }
        // A blank after a power of ten stays a blank: « 10⁶ mm⁴ ».
        let after_number =
            self.shown.ends_with(|c: char| c.is_ascii_digit() || SUPERSCRIPTS.iter().any(|(_, s)| *s == c))
                && self.shown.starts_with(|c: char| c.is_ascii_digit());
        self.shown.push(match sign {
            -1 => '/',
            0 if after_number => '\u{a0}',
            _ => '·',
        });
    }

    fn factor(&mut self) -> Result<Size, UnknownUnit> {
        let (dimension, factor) = match self.peek() {
            Some('(') => self.group()?,
            Some(c) if c.is_ascii_digit() => self.number()?,
            _ => self.atom()?,
        };
        let power = self.power()?;
        if power != 1 {
            self.shown.push_str(&superscript(power));
        }
        let scaled = dimension.0.map(|n| n.saturating_mul(power));
        Ok((Dimension(scaled), factor.powi(i32::from(power))))
    }

    fn group(&mut self) -> Result<Size, UnknownUnit> {
        let open = self.at;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.bad(open));
        }
        self.at += 1;
        self.shown.push('(');
        let size = self.product()?;
        if self.peek() != Some(')') {
            return Err(self.bad(open));
        }
        self.at += 1;
        self.shown.push(')');
        self.depth -= 1;
        Ok(size)
    }

    /// `1` or `10`, as in `1/s` and `10^6 mm^4`.
    fn number(&mut self) -> Result<Size, UnknownUnit> {
        let length = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let digits = &self.rest()[..length];
        let value = match digits {
            "1" => 1.0,
            "10" => 10.0,
            _ => return Err(UnknownUnit { at: self.at..self.at + length, meant: None }),
        };
        self.shown.push_str(digits);
        self.at += length;
        Ok((Dimension([0; 8]), value))
    }

    fn atom(&mut self) -> Result<Size, UnknownUnit> {
        let letter = |c: char| c.is_alphabetic() || "°%‰$¢µ∆".contains(c);
        let length = self.rest().find(|c| !letter(c)).unwrap_or(self.rest().len());
        let written = &self.rest()[..length];
        if written.is_empty() {
            return Err(self.bad(self.at));
        }
        let at = self.at..self.at + length;
        let symbol = written.replace('μ', "µ").replace('∆', "Δ");
        let size = known(&symbol).ok_or_else(|| UnknownUnit { at: at.clone(), meant: meant(&symbol) })?;
        // A difference of 20 °C is read and shown so.
        self.shown.push_str(symbol.trim_start_matches('Δ'));
        self.at = at.end;
        Ok(size)
    }

    /// `²`, `⁻¹`, `^4`, `^-1`, `2`; 1 when nothing is written.
    fn power(&mut self) -> Result<i8, UnknownUnit> {
        let start = self.at;
        let plain = self.rest().strip_prefix('^');
        let digits: String = match plain {
            Some(rest) => rest.chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect(),
            None => self.rest().chars().map_while(normal).collect(),
        };
        self.at += match plain {
            Some(_) => 1 + digits.len(),
            None => self.rest().chars().take_while(|c| normal(*c).is_some()).map(char::len_utf8).sum(),
        };
        if digits.is_empty() && plain.is_none() {
            return Ok(1);
        }
        let power = digits.parse().ok().filter(|n: &i8| (-30..=30).contains(n) && *n != 0);
        power.ok_or(UnknownUnit { at: Range { start, end: self.at }, meant: None })
    }
}

fn combine(a: Dimension, b: Dimension, sign: i8) -> Dimension {
    let mut sum = a.0;
    for (left, right) in sum.iter_mut().zip(b.0) {
        *left = left.saturating_add(right.saturating_mul(sign));
    }
    Dimension(sum)
}

/// The character that a superscript or a digit behind a symbol stands for.
fn normal(c: char) -> Option<char> {
    let raised = SUPERSCRIPTS.iter().find(|(_, s)| *s == c).map(|(n, _)| *n);
    raised.or_else(|| c.is_ascii_digit().then_some(c))
}

fn known(symbol: &str) -> Option<Size> {
    if let Some(atom) = ATOMS.iter().find(|a| a.symbol == symbol) {
        return Some((atom.dimension, atom.factor));
    }
    let first = symbol.chars().next()?;
    let power = prefix(first)?;
    let rest = &symbol[first.len_utf8()..];
    let atom = ATOMS.iter().find(|a| a.symbol == rest && a.prefixes.contains(first))?;
    Some((atom.dimension, atom.factor * 10f64.powi(power)))
}

fn meant(symbol: &str) -> Option<String> {
    let folded = symbol.to_lowercase();
    if let Some((_, meant)) = WORDS.iter().find(|(word, _)| *word == folded) {
        return Some((*meant).to_owned());
    }
    let all: Vec<String> = ATOMS.iter().flat_map(spellings).collect();
    let same = all.iter().find(|s| s.to_lowercase() == folded);
    let long = symbol.chars().count() > 2;
    same.cloned()
        .or_else(|| closest(symbol, COMMON.iter().copied()).filter(|_| long).map(str::to_owned))
        .or_else(|| closest(symbol, all.iter().map(String::as_str)).filter(|_| long).map(str::to_owned))
}

fn spellings(atom: &crate::formula::unit::table::Atom) -> impl Iterator<Item = String> {
    let prefixed = atom.prefixes.chars().map(|p| format!("{p}{}", atom.symbol));
    std::iter::once(atom.symbol.to_owned()).chain(prefixed)
}

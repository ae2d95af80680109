//! Cuts an expression into tokens; it knows no grammar.

use std::ops::Range;

use crate::formula::fault::Fault;
use crate::formula::function;
use crate::text;

/// Characters of one expression.
const LONGEST: usize = 1000;

/// A token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Token<'a> {
    Number(f64),
    Name(&'a str),
    /// One of `+ - * / ^ ( ) ,`.
    Sign(char),
}

/// Where a token stands.
pub type Placed<'a> = (Token<'a>, Range<usize>);

/// The tokens of `text`.
pub fn tokens(text: &str) -> Result<Vec<Placed<'_>>, Fault> {
    if text.chars().count() > LONGEST {
        let message = text! {
            fr: "l'expression compte plus de {LONGEST} caractères",
            en: "the expression has more than {LONGEST} characters",
        };
        let hint = text! { fr: "calculez-en une partie d'avance", en: "compute a part of it beforehand" };
        return Err(Fault::new(0..text.len(), message).hint(hint));
    }
    let mut lexer = Lexer { text, at: 0, found: Vec::new(), open: Vec::new() };
    while let Some(c) = lexer.rest().chars().next() {
        lexer.next(c)?;
    }
    Ok(lexer.found)
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    found: Vec<Placed<'a>>,
    /// For each open parenthesis, whether commas separate arguments in it.
    open: Vec<bool>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn next(&mut self, c: char) -> Result<(), Fault> {
        match c {
            _ if c.is_whitespace() => self.at += c.len_utf8(),
            '0'..='9' => self.number()?,
            _ if c.is_alphabetic() || c == '_' => self.name(),
            '+' | '-' | '*' | '/' | '^' | ')' | '(' | ',' => self.sign(c),
            _ => return Err(self.foreign(c)),
        }
        Ok(())
    }

    fn push(&mut self, token: Token<'a>, length: usize) {
        self.found.push((token, self.at..self.at + length));
        self.at += length;
    }

    fn sign(&mut self, c: char) {
        match c {
            '(' => self.open.push(matches!(self.found.last(), Some((Token::Name(n), _)) if several(n))),
            ')' => {
                self.open.pop();
            }
            _ => {}
        }
        self.push(Token::Sign(c), c.len_utf8());
    }

    fn name(&mut self) {
        let part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let length = self.rest().find(|c| !part(c)).unwrap_or(self.rest().len());
        self.push(Token::Name(&self.rest()[..length]), length);
    }

    fn number(&mut self) -> Result<(), Fault> {
        let length = number_length(self.rest());
        let written = &self.rest()[..length];
        let after = &self.rest()[length..];
        if let Some(decimals) = self.decimal_comma(written, after) {
            let at = self.at..self.at + length + 1 + decimals.len();
            let wrong = &self.text[at.clone()];
            let message = text! {
                fr: "la virgule décimale de « {wrong} » ne se lit pas dans une expression",
                en: "the decimal comma of « {wrong} » is not read in an expression",
            };
            let hint = text! { fr: "écrivez « {written}.{decimals} »", en: "write « {written}.{decimals} »" };
            return Err(Fault::comma(at, message).hint(hint));
        }
        let value = written.parse::<f64>().ok().filter(|v| v.is_finite());
        let message = text! { fr: "« {written} » n'est pas un nombre fini", en: "« {written} » is not a finite number" };
        let hint = text! { fr: "écrivez un nombre plus petit", en: "write a smaller number" };
        let fault = Fault::new(self.at..self.at + length, message).hint(hint);
        let value = value.ok_or(fault)?;
        self.push(Token::Number(value), length);
        Ok(())
    }

    /// The digits after a comma that cannot separate arguments.
    fn decimal_comma(&self, written: &str, after: &'a str) -> Option<&'a str> {
        let digits = after.strip_prefix(',')?;
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let arguments = self.open.last().copied().unwrap_or(false);
        (length > 0 && !arguments && !written.contains(['.', 'e', 'E'])).then(|| &digits[..length])
    }

    fn foreign(&self, c: char) -> Fault {
        let at = self.at..self.at + c.len_utf8();
        let message = text! {
            fr: "le caractère « {c} » n'a pas de sens dans une expression",
            en: "the character « {c} » has no meaning in an expression",
        };
        let fault = Fault::new(at, message);
        match instead(c) {
            Some(cure) => fault.hint(text! { fr: "écrivez « {cure} »", en: "write « {cure} »" }),
            None => fault.hint(text! {
                fr: "une expression est faite de nombres, de + - * / ^ et de parenthèses",
                en: "an expression is made of numbers, + - * / ^ and parentheses",
            }),
        }
    }
}

fn several(name: &str) -> bool {
    function::function(name).is_some_and(|f| f.most > 1)
}

/// Bytes of the number that `text` starts with: `12`, `0.5`, `1.2e-3`.
fn number_length(text: &str) -> usize {
    let digits = |t: &str| t.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(text);
    if text[length..].starts_with('.') {
        length += 1 + digits(&text[length + 1..]);
    }
    if let Some(exponent) = text[length..].strip_prefix(['e', 'E']) {
        let unsigned = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if digits(unsigned) > 0 {
            length += 1 + (exponent.len() - unsigned.len()) + digits(unsigned);
        }
    }
    length
}

/// What to write instead of a character that people use in formulas.
fn instead(c: char) -> Option<&'static str> {
    Some(match c {
        '×' | '·' | '⋅' | '∙' => "*",
        '÷' | ':' => "/",
        '−' | '–' | '—' => "-",
        '²' => "^2",
        '³' => "^3",
        '⁴' => "^4",
        '√' => "sqrt(…)",
        '[' | '{' => "(",
        ']' | '}' => ")",
        ';' => ",",
        _ => return None,
    })
}

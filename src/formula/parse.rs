//! The grammar of expressions: tokens become a program for a stack.

use std::ops::Range;

use crate::diag::closest;
use crate::formula::fault::Fault;
use crate::formula::function;
use crate::formula::program::Op;
use crate::formula::program::Program;
use crate::formula::program::Step;
use crate::formula::scope::Scope;
use crate::formula::token::Placed;
use crate::formula::token::Token;
use crate::text;

/// How deep parentheses, signs and powers may nest.
const DEEPEST: usize = 64;

/// The program of `tokens`, cut from `text`; names are those of `scope`, functions and constants.
pub fn program(text: &str, tokens: &[Placed<'_>], scope: &Scope) -> Result<Program, Fault> {
    let mut parser = Parser { text, tokens, scope, at: 0, depth: 0, steps: Vec::new() };
    parser.sum()?;
    match parser.peek() {
        None => Ok(Program { steps: parser.steps }),
        Some((token, at)) => Err(parser.surplus(*token, at.clone())),
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Placed<'a>],
    scope: &'a Scope,
    at: usize,
    depth: usize,
    steps: Vec<Step>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Placed<'a>> {
        self.tokens.get(self.at)
    }

    /// Takes the next token when it is one of `signs`.
    fn take(&mut self, signs: &[char]) -> Option<(char, Range<usize>)> {
        match self.peek() {
            Some((Token::Sign(c), at)) if signs.contains(c) => {
                self.at += 1;
                Some((*c, at.clone()))
            }
            _ => None,
        }
    }

    fn step(&mut self, op: Op, at: Range<usize>) {
        self.steps.push(Step { op, at });
    }

    fn start(&self) -> usize {
        self.peek().map_or(self.text.len(), |(_, at)| at.start)
    }

    fn end(&self) -> usize {
        self.at.checked_sub(1).map_or(0, |last| self.tokens[last].1.end)
    }

    fn sum(&mut self) -> Result<(), Fault> {
        let start = self.start();
        self.product()?;
        while let Some((sign, _)) = self.take(&['+', '-']) {
            self.product()?;
            self.step(if sign == '+' { Op::Add } else { Op::Subtract }, start..self.end());
        }
        Ok(())
    }

    fn product(&mut self) -> Result<(), Fault> {
        let start = self.start();
        self.signed()?;
        while let Some((sign, _)) = self.take(&['*', '/']) {
            self.signed()?;
            self.step(if sign == '*' { Op::Multiply } else { Op::Divide }, start..self.end());
        }
        Ok(())
    }

    /// `-x`, `+x`, `x^y`; `-2^2` is −4 and `2^-1` is 0.5.
    fn signed(&mut self) -> Result<(), Fault> {
        let start = self.start();
        self.deeper()?;
        match self.take(&['-', '+']) {
            Some((sign, _)) => {
                self.signed()?;
                if sign == '-' {
                    self.step(Op::Negate, start..self.end());
                }
            }
            None => {
                self.operand()?;
                if self.take(&['^']).is_some() {
                    self.signed()?;
                    self.step(Op::Power, start..self.end());
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn deeper(&mut self) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth <= DEEPEST {
            return Ok(());
        }
        let message = text! {
            fr: "l'expression a plus de {DEEPEST} niveaux",
            en: "the expression has more than {DEEPEST} levels",
        };
        let at = self.peek().map_or(self.text.len()..self.text.len(), |(_, at)| at.clone());
        let hint = text! { fr: "calculez-en une partie d'avance", en: "compute a part of it beforehand" };
        Err(Fault::new(at, message).hint(hint))
    }

    fn operand(&mut self) -> Result<(), Fault> {
        let Some((token, at)) = self.peek() else { return Err(self.unfinished()) };
        self.at += 1;
        match *token {
            Token::Number(value) => self.step(Op::Number(value), at.clone()),
            Token::Name(name) => self.name(name, at.clone())?,
            Token::Sign('(') => {
                self.sum()?;
                self.close(at.clone())?;
            }
            Token::Sign(sign) => {
                let message = text! {
                    fr: "il manque une valeur devant « {sign} »",
                    en: "a value is missing before « {sign} »",
                };
                let hint = text! { fr: "ajoutez la valeur, ou enlevez le signe", en: "add the value, or remove the sign" };
                return Err(Fault::new(at.clone(), message).hint(hint));
            }
        }
        Ok(())
    }

    fn close(&mut self, open: Range<usize>) -> Result<(), Fault> {
        if self.take(&[')']).is_some() {
            return Ok(());
        }
        match self.peek() {
            Some((token, at)) if !matches!(token, Token::Sign(',')) => Err(self.surplus(*token, at.clone())),
            _ => {
                let message = text! {
                    fr: "cette parenthèse n'est pas fermée",
                    en: "this parenthesis is never closed",
                };
                let hint = text! { fr: "ajoutez la parenthèse fermante", en: "add the closing parenthesis" };
                Err(Fault::new(open, message).hint(hint))
            }
        }
    }

    fn name(&mut self, name: &str, at: Range<usize>) -> Result<(), Fault> {
        if let Some(function) = function::function(name) {
            let count = self.arguments(name, at.clone())?;
            if (function.least..=function.most).contains(&count) {
                self.step(Op::Call(function, count), at.start..self.end());
                return Ok(());
            }
            let most = function.most;
            let message = text! {
                fr: "« {name} » reçoit {count} valeurs, au lieu de {most}",
                en: "« {name} » is given {count} values instead of {most}",
            };
            let hint = text! { fr: "séparez les valeurs par des virgules", en: "separate values by commas" };
            return Err(Fault::new(at.start..self.end(), message).hint(hint));
        }
        match function::constant(name) {
            Some(value) => self.step(Op::Number(value), at),
            None if self.scope.get(name).is_some() => self.step(Op::Load(name.to_owned()), at),
            None => return Err(self.unknown(name, at)),
        }
        Ok(())
    }

    fn arguments(&mut self, name: &str, at: Range<usize>) -> Result<usize, Fault> {
        let Some((_, open)) = self.take(&['(']) else {
            let message = text! {
                fr: "« {name} » est une fonction, sans parenthèses ici",
                en: "« {name} » is a function, without parentheses here",
            };
            let hint = text! { fr: "écrivez « {name}(…) »", en: "write « {name}(…) »" };
            return Err(Fault::new(at, message).hint(hint));
        };
        let mut count = 1;
        self.sum()?;
        while self.take(&[',']).is_some() {
            self.sum()?;
            count += 1;
        }
        self.close(open)?;
        Ok(count)
    }

    fn unknown(&self, name: &str, at: Range<usize>) -> Fault {
        let message = text! {
            fr: "« {name} » n'est ni une fonction ni une constante",
            en: "« {name} » is neither a function nor a constant",
        };
        let fault = Fault::new(at, message);
        let names = function::FUNCTIONS.iter().map(|f| f.name).chain(["pi"]).chain(self.scope.names());
        let other = function::OTHER_NAMES.iter().find(|(n, _)| *n == name.to_lowercase()).map(|(_, k)| *k);
        match other.or_else(|| closest(name, names)) {
            Some(known) => {
                fault.hint(text! { fr: "vouliez-vous dire « {known} »?", en: "did you mean « {known} »?" })
            }
            None => fault.hint(text! {
                fr: "les fonctions sont sqrt, abs, min, max, round, floor, ceil, exp, ln, log10, sin, cos et tan",
                en: "functions are sqrt, abs, min, max, round, floor, ceil, exp, ln, log10, sin, cos and tan",
            }),
        }
    }

    fn unfinished(&self) -> Fault {
        if self.tokens.is_empty() {
            let message = text! { fr: "l'expression est vide", en: "the expression is empty" };
            let hint = text! { fr: "écrivez un nombre ou un calcul", en: "write a number or a calculation" };
            return Fault::new(0..self.text.len(), message).hint(hint);
        }
        let message = text! {
            fr: "l'expression s'arrête avant la fin",
            en: "the expression stops before its end",
        };
        let hint = text! { fr: "ajoutez la valeur qui manque", en: "add the missing value" };
        Fault::new(self.tokens[self.tokens.len() - 1].1.clone(), message).hint(hint)
    }

    fn surplus(&self, token: Token<'_>, at: Range<usize>) -> Fault {
        let written = &self.text[at.clone()];
        match token {
            Token::Sign(')') => Fault::new(
                at,
                text! { fr: "cette parenthèse n'a pas été ouverte", en: "this parenthesis was never opened" },
            )
            .hint(text! { fr: "enlevez-la, ou ouvrez-la plus tôt", en: "remove it, or open it earlier" }),
            Token::Sign(_) => Fault::new(
                at,
                text! { fr: "« {written} » n'a pas de sens ici", en: "« {written} » has no meaning here" },
            )
            .hint(text! { fr: "enlevez ce signe", en: "remove this sign" }),
            Token::Number(_) | Token::Name(_) => Fault::new(
                at,
                text! {
                    fr: "il manque un opérateur devant « {written} »",
                    en: "an operator is missing before « {written} »",
                },
            )
            .hint(text! {
                fr: "la multiplication s'écrit « * », et les nombres s'écrivent sans espace",
                en: "multiplication is written « * », and numbers are written without spaces",
            }),
        }
    }
}

//! Authors' expressions and units: parsed, evaluated, converted; what an answer may be is not judged here.

mod fault;
mod function;
mod parse;
mod program;
mod scope;
mod token;
pub mod unit;

#[cfg(test)]
mod tests;

use crate::diag::Fragment;
use crate::diag::Sink;

pub use fault::Fault;
pub use program::Op;
pub use program::Program;
pub use program::Step;
pub use scope::Scope;
pub use unit::Unit;
pub use unit::UnknownUnit;
pub use unit::quantities;
pub use unit::unit;

/// The value of an expression, finite; what is wrong goes to `sink` with its exact place.
pub fn evaluate(text: &Fragment, scope: &Scope, sink: &mut Sink) -> Option<f64> {
    value(text.text(), scope).map_err(|fault| sink.push(fault.diagnostic(text))).ok()
}

/// The value of an expression, or the first fault in it.
pub fn value(text: &str, scope: &Scope) -> Result<f64, Fault> {
    let tokens = token::tokens(text)?;
    let program = parse::program(text, &tokens, scope)?;
    program.run(scope)
}

/// `value` with 14 significant digits, so that no package depends on the last bit of a library.
pub fn tidy(value: f64) -> f64 {
    format!("{value:.13e}").parse().expect("Rust reads the numbers that it writes")
}

/// Significant digits of a finite `value` written in full: 3 for 0.105, 1 for 1200; from 1 to 17.
pub fn significant_digits(value: f64) -> u8 {
    let shortest = format!("{value:e}");
    let mantissa = shortest.bytes().take_while(|byte| *byte != b'e');
    let count = mantissa.filter(u8::is_ascii_digit).count();
    u8::try_from(count).expect("a number has at most 17 significant digits")
}

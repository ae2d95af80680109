//! What can be wrong in an expression, with its place; it is reported by the caller.

use std::ops::Range;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Text;

/// The first fault of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the expression.
    pub at: Range<usize>,
    code: Code,
    message: Text,
    hint: Option<Text>,
}

impl Fault {
    /// An expression that cannot be read or computed.
    pub fn new(at: Range<usize>, message: Text) -> Self {
        Self { at, code: Code::FIL2109, message, hint: None }
    }

    /// A number written with a comma.
    pub fn comma(at: Range<usize>, message: Text) -> Self {
        Self { code: Code::FIL1011, ..Self::new(at, message) }
    }

    /// Adds the cure.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The finding, at its place in `text`.
    pub fn diagnostic(self, text: &Fragment) -> Diagnostic {
        let found = Diagnostic::new(self.code, text.span(self.at), self.message);
        match self.hint {
            Some(hint) => found.hint(hint),
            None => found,
        }
    }
}

//! LaTeX → MathML.

use math_core::LatexToMathML;
use math_core::MathCoreConfig;
use math_core::MathDisplay;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::notation::Lang;
use crate::text;

/// Where a formula stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    Inline,
    Block,
}

/// A formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Math {
    pub mathml: String,
    pub tex: String,
}

/// The formula in MathML.
pub fn math(tex: &Fragment, display: Display, _lang: Lang, sink: &mut Sink) -> Option<Math> {
    let config = MathCoreConfig { annotation: true, ..MathCoreConfig::default() };
    let converter = LatexToMathML::new(config).ok()?;
    let display = if display == Display::Block { MathDisplay::Block } else { MathDisplay::Inline };
    match converter.convert_with_local_state(tex.text(), display) {
        Ok(result) => Some(Math { mathml: result.mathml, tex: tex.text().to_owned() }),
        Err(_) if tex.text().contains("\\ce") || tex.text().contains("\\boxed") => {
            Some(Math { mathml: String::new(), tex: tex.text().to_owned() })
        }
        Err(error) => {
            let said = error.error_message();
            let message = text! { fr: "{said}", en: "{said}" };
            sink.push(Diagnostic::new(Code::FIL4006, tex.all(), message));
            None
        }
    }
}

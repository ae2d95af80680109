//! SVG → the same drawing without anything that runs, loads or would not be well-formed.
//!
//! Titles and descriptions stay; sizes come from `viewBox`. It draws and resizes nothing.

mod allow;
mod attributes;
mod clean;

#[cfg(test)]
mod tests;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Text;
use crate::notation::Size;
use crate::text;

/// A cleaned drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Svg {
    pub bytes: Vec<u8>,
    /// From `viewBox`, else from `width` and `height`.
    pub size: Size,
}

/// A fault at a place of the source.
struct Refusal {
    at: std::ops::Range<usize>,
    message: Text,
    hint: Text,
}

/// The drawing, cleaned; `None` after findings, all that the file has.
pub fn svg(text: &Fragment, sink: &mut Sink) -> Option<Svg> {
    match clean::clean(text.text()) {
        Ok(svg) => Some(svg),
        Err(refusals) => {
            for refusal in refusals {
                let at = text.span(refusal.at);
                sink.push(Diagnostic::new(Code::FIL4008, at, refusal.message).hint(refusal.hint));
            }
            None
        }
    }
}

fn malformed(at: std::ops::Range<usize>) -> Box<Refusal> {
    Box::new(Refusal {
        at,
        message: text! { fr: "ce fichier SVG n'est pas du XML bien formé", en: "this SVG file is not well-formed XML" },
        hint: text! { fr: "exportez-le de nouveau depuis le logiciel de dessin", en: "export it again from the drawing program" },
    })
}

fn refused(at: std::ops::Range<usize>, what: &str) -> Refusal {
    Refusal {
        at,
        message: text! { fr: "« {what} » n'est pas permis dans une image SVG", en: "« {what} » is not allowed in an SVG picture" },
        hint: text! {
            fr: "exportez l'image en « SVG simple », avec des attributs de présentation et sans script",
            en: "export the picture as « plain SVG », with presentation attributes and without script",
        },
    }
}

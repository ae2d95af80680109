//! Values of a LOM record in the forms that IMS MD 1.2.1 wants; it writes no element.

use crate::model::Kind;

/// A role as SCORM 1.2 capitalises it: `graphical designer` is `Graphical Designer`.
pub(super) fn capitals(role: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    role.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The word of LOM 5.2 nearest to a kind of module.
pub(super) fn resource_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Theory => "Narrative Text",
        Kind::TechnicalProject | Kind::DigitalProject => "Problem Statement",
        Kind::Workshop => "Exercise",
        Kind::Video => "Lecture",
    }
}

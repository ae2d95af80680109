//! A comparison in words; it adds nothing to it.

use crate::comparison::About;
use crate::comparison::Change;
use crate::comparison::Comparison;
use crate::comparison::FileChange;
use crate::comparison::Renamed;
use crate::comparison::Side;
use crate::comparison::Verdict;
use crate::diag::Text;
use crate::text;

/// The whole of it, line by line; the verdict last.
pub fn told(found: &Comparison) -> Vec<Text> {
    let (from, to) = (&found.from, &found.to);
    let side = |side: &Side| format!("{} {} ({})", side.module, side.version, side.language);
    let (from, to) = (side(from), side(to));
    let mut out = vec![text! { fr: "{from} → {to}", en: "{from} → {to}" }];
    out.extend(section(
        text! { fr: "Pour les apprenants", en: "For learners" },
        found.changes.iter().map(change),
    ));
    out.extend(section(
        text! { fr: "Identifiants et état", en: "Identifiers and state" },
        found.identifiers.iter().map(identifier).chain(schema(found)),
    ));
    out.extend(section(text! { fr: "Fichiers", en: "Files" }, found.files.iter().map(file)));
    out.push(verdict(found));
    out.extend(found.losses.iter().map(|Text { fr, en }| text! { fr: "  {fr}", en: "  {en}" }));
    out
}

/// A title over its lines; nothing when there are none.
fn section(title: Text, lines: impl Iterator<Item = Text>) -> Vec<Text> {
    let lines: Vec<Text> = lines.map(|Text { fr, en }| text! { fr: "  {fr}", en: "  {en}" }).collect();
    let Text { fr, en } = title;
    let head = (!lines.is_empty()).then(|| text! { fr: "\n{fr}", en: "\n{en}" });
    head.into_iter().chain(lines).collect()
}

fn change(change: &Change) -> Text {
    let (what_fr, what_en) = match change.about {
        About::Module => ("module", "module"),
        About::Page if change.id.is_empty() => ("pages", "pages"),
        About::Page => ("page", "page"),
        About::Objective => ("objectif", "objective"),
        About::Assessment => ("évaluation", "assessment"),
        About::Question => ("question", "question"),
    };
    let id = if change.id.is_empty() { String::new() } else { format!(" {}", change.id) };
    let Text { fr, en } = &change.text;
    text! { fr: "{what_fr}{id} : {fr}", en: "{what_en}{id}: {en}" }
}

fn identifier(renamed: &Renamed) -> Text {
    let Renamed { what, from, to } = renamed;
    let word = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let (from, to) = (word(from), word(to));
    text! { fr: "{what} : {from} → {to}", en: "{what}: {from} → {to}" }
}

/// Nothing while states are packed alike.
fn schema(found: &Comparison) -> Option<Text> {
    let (from, to) = (&found.state.from, &found.state.to);
    if from == to {
        return None;
    }
    let (fr, en) = if found.state.read { ("est relu", "is read") } else { ("n'est pas relu", "is not read") };
    Some(text! {
        fr: "schéma de l'état : {from} → {to}, l'ancien {fr}",
        en: "schema of the state: {from} → {to}, the old one {en}",
    })
}

fn file(file: &FileChange) -> Text {
    let path = &file.path;
    match (file.from, file.to) {
        (Some(from), Some(to)) => {
            text! { fr: "{path} : changé, {from} → {to} octets", en: "{path}: changed, {from} → {to} bytes" }
        }
        (None, Some(to)) => text! { fr: "{path} : ajouté, {to} octets", en: "{path}: added, {to} bytes" },
        (Some(from), None) => {
            text! { fr: "{path} : retiré, {from} octets", en: "{path}: removed, {from} bytes" }
        }
        (None, None) => text! { fr: "{path}", en: "{path}" },
    }
}

fn verdict(found: &Comparison) -> Text {
    match found.verdict {
        Verdict::Same => text! { fr: "\nVerdict : les mêmes fichiers", en: "\nVerdict: the same files" },
        Verdict::Lossless => text! {
            fr: "\nVerdict : le second peut remplacer le premier sans perte",
            en: "\nVerdict: the second can replace the first without loss",
        },
        Verdict::Lossy => text! {
            fr: "\nVerdict : avec le second à la place du premier, les apprenants perdraient ceci",
            en: "\nVerdict: with the second in the place of the first, learners would lose this",
        },
    }
}

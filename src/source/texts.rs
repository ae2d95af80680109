//! Reads a text file into the sources and reports what is no text; it decodes nothing.

use std::path::Path;
use std::string::FromUtf8Error;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::source::files;
use crate::source::files::Found;
use crate::source::files::Place;
use crate::text;

/// The text at `disk`, known to people as `path`; `None` when it was reported.
pub(super) fn read(disk: &Path, path: &str, sources: &mut Sources, sink: &mut Sink) -> Option<Fragment> {
    match files::bytes(disk).map(String::from_utf8) {
        Ok(Ok(text)) => {
            let file = sources.add(path, &text);
            let text = Fragment::whole(sources, file);
            characters(&text, sink);
            return Some(text);
        }
        Ok(Err(error)) => sink.push(no_text(&error, path, sources)),
        Err(cause) => {
            let message = text! {
                fr: "ce fichier ne peut pas être lu : {cause}",
                en: "this file cannot be read: {cause}",
            };
            let cure = text! {
                fr: "donnez-vous le droit de le lire, ou remplacez-le",
                en: "give yourself the right to read it, or replace it",
            };
            sink.push(Diagnostic::new(Code::FIL1001, unread(path, sources), message).hint(cure));
        }
    }
    None
}

/// Like [`read`], for a file of a module: links out of it and texts too long are refused.
pub(super) fn of_module(
    found: &Found,
    path: &str,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Fragment> {
    let (code, message, cure) = if found.place == Place::Outside {
        let message = text! {
            fr: "« {path} » est un lien qui sort du dossier du module",
            en: "« {path} » is a link that leaves the module's folder",
        };
        let cure = text! {
            fr: "copiez le fichier dans le dossier du module",
            en: "copy the file into the module's folder",
        };
        (Code::FIL2006, message, cure)
    } else if found.length > files::TEXT_LIMIT {
        let message = text! {
            fr: "« {path} » dépasse 8 Mo, trop pour un texte",
            en: "« {path} » is above 8 MB, too much for a text",
        };
        let cure = text! {
            fr: "partagez-le en plusieurs fichiers, ou offrez-le dans un .zip",
            en: "split it into several files, or offer it in a .zip",
        };
        (Code::FIL1001, message, cure)
    } else {
        return read(&found.disk, path, sources, sink);
    };
    sink.push(Diagnostic::new(code, unread(path, sources), message).hint(cure));
    None
}

/// A folder that is not followed, so that nobody believes its files are there.
pub(super) fn too_deep(path: &str, sources: &mut Sources, sink: &mut Sink) {
    let depth = files::DEPTH;
    let message = text! {
        fr: "ce dossier est sous plus de {depth} autres : rien n'y est lu",
        en: "this folder is below more than {depth} others: nothing in it is read",
    };
    let cure =
        text! { fr: "rapprochez-le du dossier du module", en: "move it closer to the module's folder" };
    sink.push(Diagnostic::new(Code::FIL1001, unread(path, sources), message).hint(cure));
}

/// Where findings about a file that was not read point: to its first character.
fn unread(path: &str, sources: &mut Sources) -> Span {
    let file = sources.add(path, "");
    Span::new(file, 0..0)
}

/// Bytes that are no UTF-8, at the first of them.
fn no_text(error: &FromUtf8Error, path: &str, sources: &mut Sources) -> Diagnostic {
    let bytes = error.as_bytes();
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let binary = !wide && bytes.contains(&0);
    let before = String::from_utf8_lossy(&bytes[..error.utf8_error().valid_up_to()]).into_owned();
    let file = sources.add(path, &format!("{before}\u{fffd}"));
    let at = Span::new(file, before.len()..before.len() + '\u{fffd}'.len_utf8());
    let (message, cure) = if binary {
        let message = text! {
            fr: "ce fichier n'est pas un texte",
            en: "this file is not a text",
        };
        let cure = text! {
            fr: "un document Word, une image ou une archive ne devient pas un texte en changeant de nom : copiez son contenu dans un fichier neuf",
            en: "a Word document, a picture or an archive does not become a text by a new name: copy its content into a new file",
        };
        (message, cure)
    } else {
        let message = text! {
            fr: "à partir d'ici, ce fichier n'est pas en UTF-8",
            en: "from here on, this file is not UTF-8",
        };
        let cure =
            text! { fr: "enregistrez-le en UTF-8 dans votre éditeur", en: "save it as UTF-8 in your editor" };
        (message, cure)
    };
    Diagnostic::new(Code::FIL1001, at, message).hint(cure)
}

/// Reports each run of characters that XML 1.0 (production 2, Char) does not allow.
fn characters(text: &Fragment, sink: &mut Sink) {
    let mut at = 0;
    while let Some(found) = text.text()[at..].find(is_forbidden) {
        let start = at + found;
        let run = &text.text()[start..];
        let length = run.find(|c| !is_forbidden(c)).unwrap_or(run.len());
        let number = run.chars().next().map_or(0, u32::from);
        let message = text! {
            fr: "le caractère U+{number:04X} est invisible et n'a pas sa place dans un texte",
            en: "the character U+{number:04X} is invisible and has no place in a text",
        };
        let finding = Diagnostic::new(Code::FIL1021, text.span(start..start + length), message);
        sink.push(finding.hint(text! { fr: "effacez-le", en: "delete it" }));
        at = start + length;
    }
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

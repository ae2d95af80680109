//! Reads a text file into the sources and reports what is no text; it decodes nothing.

use std::path::Path;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::source::files;
use crate::source::files::Found;
use crate::text;

/// The text at `disk`, known to people as `path`; `None` when it was reported.
pub(super) fn read(disk: &Path, path: &str, sources: &mut Sources, sink: &mut Sink) -> Option<Fragment> {
    let bytes = match files::bytes(disk) {
        Ok(bytes) => bytes,
        Err(cause) => {
            let message = text! {
                fr: "ce fichier ne peut pas être lu : {cause}",
                en: "this file cannot be read: {cause}",
            };
            sink.push(Diagnostic::new(Code::FIL1001, unread(path, sources), message).hint(text! {
                fr: "donnez-vous le droit de le lire, ou remplacez-le",
                en: "give yourself the right to read it, or replace it",
            }));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => {
            let file = sources.add(path, &text);
            let text = Fragment::whole(sources, file);
            characters(&text, sink);
            Some(text)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
            let binary = !wide && bytes.contains(&0);
            let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
            let file = sources.add(path, &format!("{before}\u{fffd}"));
            let text = Fragment::whole(sources, file);
            let start = text.text().len() - '\u{fffd}'.len_utf8();
            let at = text.span(start..text.text().len());
            sink.push(if binary { not_a_text(at) } else { not_utf8(at) });
            None
        }
    }
}

/// Like [`read`], for a file of a module: links out of it and texts too long are refused.
pub(super) fn of_module(
    found: &Found,
    path: &str,
    sources: &mut Sources,
    sink: &mut Sink,
) -> Option<Fragment> {
    if found.outside {
        let message = text! {
            fr: "« {path} » est un lien qui sort du dossier du module",
            en: "« {path} » is a link that leaves the module's folder",
        };
        sink.push(Diagnostic::new(Code::FIL2006, unread(path, sources), message).hint(text! {
            fr: "copiez le fichier dans le dossier du module",
            en: "copy the file into the module's folder",
        }));
        return None;
    }
    if found.length > files::TEXT_LIMIT {
        let message = text! {
            fr: "« {path} » dépasse 8 Mo, trop pour un texte",
            en: "« {path} » is above 8 MB, too much for a text",
        };
        sink.push(Diagnostic::new(Code::FIL1001, unread(path, sources), message).hint(text! {
            fr: "partagez-le en plusieurs fichiers, ou offrez-le dans un .zip",
            en: "split it into several files, or offer it in a .zip",
        }));
        return None;
    }
    read(&found.disk, path, sources, sink)
}

fn not_a_text(at: crate::diag::Span) -> Diagnostic {
    let message = text! {
        fr: "ce fichier n'est pas un texte",
        en: "this file is not a text",
    };
    Diagnostic::new(Code::FIL1001, at, message).hint(text! {
        fr: "un document Word, une image ou une archive ne devient pas un texte en changeant de nom : copiez son contenu dans un fichier neuf",
        en: "a Word document, a picture or an archive does not become a text by a new name: copy its content into a new file",
    })
}

/// Where findings about a file that was not read point: to its first character.
fn unread(path: &str, sources: &mut Sources) -> Span {
    let file = sources.add(path, "");
    Span::new(file, 0..0)
}

fn not_utf8(at: Span) -> Diagnostic {
    let message = text! {
        fr: "à partir d'ici, ce fichier n'est pas en UTF-8",
        en: "from here on, this file is not UTF-8",
    };
    Diagnostic::new(Code::FIL1001, at, message).hint(text! {
        fr: "enregistrez-le en UTF-8 dans votre éditeur",
        en: "save it as UTF-8 in your editor",
    })
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

//! Files that prose shows or offers: they exist, stay in the module, and pictures can be measured.

use crate::check::prose::names::FileNames;
use crate::check::prose::scope::Scope;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Span;
use crate::model::Inline;
use crate::model::plain_text;
use crate::notation;
use crate::notation::Size;
use crate::source::markdown;
use crate::text;

/// Longest alternative text that a screen reader is given without a pause.
const LONGEST_ALT: usize = 250;

impl Scope<'_> {
    /// A file of the module, by the path as written; `None` after a finding.
    pub fn file(&mut self, path: &str, at: Span) -> Option<(String, FileNames)> {
        use unicode_normalization::UnicodeNormalization;
        let name: String = path.strip_prefix("./").unwrap_or(path).nfc().collect();
        let drive = name.get(1..2) == Some(":");
        let escapes = drive || name.starts_with('/') || name.split(['/', '\\']).any(|part| part == "..");
        let names = self.names;
        let found = names.files.get(&name);
        if escapes || found.is_some_and(|file| file.outside) {
            let message = text! { fr: "« {path} » sort du dossier du module", en: "« {path} » leaves the module's folder" };
            let cure = text! { fr: "copiez le fichier dans assets/", en: "copy the file into assets/" };
            self.sink.push(Diagnostic::new(Code::FIL2006, at, message).hint(cure));
            return None;
        }
        if let Some(file) = found {
            return Some((name, file.clone()));
        }
        let message =
            text! { fr: "le fichier « {path} » n'existe pas", en: "the file « {path} » does not exist" };
        let mut finding = Diagnostic::new(Code::FIL2005, at, message);
        finding = match near(&name, names.files.keys().map(String::as_str)) {
            Some(near) => {
                finding.hint(text! { fr: "vouliez-vous dire « {near} »?", en: "did you mean « {near} »?" })
            }
            None if name.contains("://") => finding.hint(text! {
                fr: "téléchargez le fichier dans assets/ : un paquet s'ouvre aussi hors ligne",
                en: "download the file into assets/: a package also opens offline",
            }),
            None => finding.hint(text! {
                fr: "placez-le dans le dossier du module; les chemins partent de ce dossier",
                en: "put it in the module's folder; paths start there",
            }),
        };
        self.sink.push(finding);
        None
    }

    /// A picture with its size.
    pub fn measured(&mut self, path: &str, at: Span) -> Option<(String, Size)> {
        let (name, file) = self.file(path, at)?;
        let size = match (&file.text, name.to_ascii_lowercase().ends_with(".svg")) {
            (Some(text), true) => {
                let svg = notation::svg(text, &mut self.sink)?;
                self.names.used.borrow_mut().svgs.insert(name.clone(), svg.bytes);
                svg.size
            }
            (None, true) if file.unread => return None,
            _ => match notation::image(&file.disk) {
                Some(size) => size,
                None => {
                    self.unreadable(path, at);
                    return None;
                }
            },
        };
        self.names.used.borrow_mut().files.entry(name.clone()).or_insert(at);
        Some((name, size))
    }

    fn unreadable(&mut self, path: &str, at: Span) {
        let message = text! { fr: "« {path} » n'est pas une image lisible", en: "« {path} » is not a readable picture" };
        let cure =
            text! { fr: "employez SVG, PNG, JPEG, WebP ou GIF", en: "use SVG, PNG, JPEG, WebP or GIF" };
        self.sink.push(Diagnostic::new(Code::FIL4008, at, message).hint(cure));
    }

    /// `![alt](file)` inside a sentence.
    pub fn picture(&mut self, source: &str, alt: &[markdown::Inline], at: Span) -> Option<Inline> {
        let content = self.typeset(alt);
        let alt = plain_text(&content).trim().to_owned();
        if alt.is_empty() {
            self.no_alt(at);
        }
        self.doubtful(&alt, source, at);
        let (asset, size) = self.measured(source, at)?;
        Some(Inline::Image { asset, alt, width: size.width, height: size.height })
    }

    pub fn no_alt(&mut self, at: Span) {
        let message = text! { fr: "cette image n'a pas d'équivalent textuel", en: "this picture has no text alternative" };
        let cure = text! {
            fr: "dites ce qu'elle montre : ![texte](fichier), ou « alt: » dans un bloc {{figure}}",
            en: "say what it shows: ![text](file), or « alt: » in a {{figure}} block",
        };
        self.sink.push(Diagnostic::new(Code::FIL4001, at, message).hint(cure));
    }

    /// A picture said to be decoration is passed over by screen readers.
    pub fn decorative_with_alt(&mut self, at: Span) {
        let message = text! {
            fr: "personne n'entendra cet équivalent textuel : l'image est dite décorative",
            en: "nobody will hear this text alternative: the picture is said to be decorative",
        };
        let cure = text! {
            fr: "enlevez « decorative: true », ou enlevez « alt »",
            en: "remove « decorative: true », or remove « alt »",
        };
        self.sink.push(Diagnostic::new(Code::FIL4002, at, message).hint(cure));
    }

    /// An alternative that says nothing of the picture.
    pub fn doubtful(&mut self, alt: &str, source: &str, at: Span) {
        let lower = alt.to_lowercase().replace('’', "'");
        let name = source.rsplit('/').next().unwrap_or(source);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
        let image_of = ["image de", "image d'", "photo de", "photo d'", "image of", "picture of", "photo of"];
        let message = if !alt.is_empty() && (lower == name.to_lowercase() || lower == stem) {
            text! { fr: "l'équivalent textuel est le nom du fichier", en: "the text alternative is the file's name" }
        } else if image_of.iter().any(|start| lower.starts_with(start)) {
            text! { fr: "l'équivalent textuel dit que c'est une image", en: "the text alternative says that it is a picture" }
        } else if alt.chars().count() > LONGEST_ALT {
            text! {
                fr: "l'équivalent textuel dépasse {LONGEST_ALT} caractères",
                en: "the text alternative is longer than {LONGEST_ALT} characters",
            }
        } else {
            return;
        };
        let cure = text! {
            fr: "dites en une phrase ce que l'image montre; le reste va dans « description: »",
            en: "say in one sentence what the picture shows; the rest goes to « description: »",
        };
        self.sink.push(Diagnostic::new(Code::FIL4002, at, message).hint(cure));
    }
}

/// The known path that was meant: same file name in another folder, else a near path.
fn near<'a>(path: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let base = |p: &str| p.rsplit('/').next().unwrap_or(p).to_lowercase();
    let same = known.clone().find(|candidate| base(candidate) == base(path));
    same.or_else(|| crate::diag::closest(path, known))
}

//! Judges a released folder as whoever received it would: its sums, its packages, its record; it
//! changes nothing and believes no part of the folder because another one says so.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::FileId;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::diag::Span;
use crate::diag::Text;
use crate::release::DECODER;
use crate::release::Edition;
use crate::release::Error;
use crate::release::RECORD;
use crate::release::SUMS;
use crate::release::claims;
use crate::release::decoder;
use crate::release::held;
use crate::release::sums;
use crate::text;

/// What was found.
pub struct Verified {
    /// The texts that findings refer to.
    pub sources: Sources,
    /// Everything found, sorted.
    pub findings: Vec<Diagnostic>,
    /// How many files there are.
    pub files: usize,
    /// How many packages were judged.
    pub packages: usize,
}

/// Judges the folder at `dist`.
pub fn verify(dist: &Path) -> Result<Verified, Error> {
    let files: BTreeSet<String> =
        held::files(dist)?.into_iter().filter(|file| !held::is_left(file)).collect();
    let mut judge = Judge {
        dist,
        files,
        sources: Sources::default(),
        sink: Sink::default(),
        sums: BTreeMap::new(),
        found: BTreeMap::new(),
    };
    judge.sums()?;
    judge.strangers();
    let packages = judge.record()?;
    let findings = judge.sink.into_sorted(&judge.sources);
    Ok(Verified { sources: judge.sources, findings, files: judge.files.len(), packages })
}

/// A judgement under way.
struct Judge<'a> {
    dist: &'a Path,
    /// Everything that is in the folder.
    files: BTreeSet<String>,
    sources: Sources,
    sink: Sink,
    /// What SHA256SUMS says, and where.
    sums: BTreeMap<String, (String, Span)>,
    /// Length and sum of each listed file, as it is.
    found: BTreeMap<String, (u64, String)>,
}

impl Judge<'_> {
    /// FIL8002, FIL8003 and FIL8005: the list and what it lists.
    fn sums(&mut self) -> Result<(), Error> {
        let Some((file, text)) = self.text(SUMS)? else { return Ok(()) };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(file, at..at + line.trim_end().len());
            at += line.len();
            let listed = sums::line(line.trim_end_matches('\n'));
            match listed.filter(|(path, _)| is_inside(path) && !self.sums.contains_key(*path)) {
                Some((path, sum)) => self.sum(path, sum, span)?,
                None => self.sink.push(no_line(span)),
            }
        }
        Ok(())
    }

    fn sum(&mut self, path: &str, sum: &str, span: Span) -> Result<(), Error> {
        self.sums.insert(path.to_owned(), (sum.to_owned(), span));
        if !self.files.contains(path) {
            self.sink.push(missing(path, span));
            return Ok(());
        }
        let place = self.dist.join(path);
        let found = sums::of_file(&place).map_err(Error::read(&place))?;
        if found.1 != sum {
            self.sink.push(altered(path, span));
        }
        self.found.insert(path.to_owned(), found);
        Ok(())
    }

    /// FIL8004: files that nobody lists.
    fn strangers(&mut self) {
        // Without a list every file would be one.
        let unlisted = |file: &&String| *file != SUMS && !self.sums.contains_key(*file);
        let strangers: Vec<String> = self.files.iter().filter(unlisted).cloned().collect();
        for name in strangers.into_iter().filter(|_| !self.sums.is_empty()) {
            let file = self.sources.add(name.as_str(), "");
            self.sink.push(stranger(&name, Span::new(file, 0..0)));
        }
    }

    /// FIL8005 and FIL8006: the record, and how many packages it names; each is judged as any other.
    fn record(&mut self) -> Result<usize, Error> {
        let Some((file, text)) = self.text(RECORD)? else { return Ok(0) };
        let edition = match Edition::read(&text) {
            Ok(edition) => edition,
            Err(error) => {
                self.sink.push(unread(&error, file, &text));
                return Ok(0);
            }
        };
        // Without a list there is nothing to compare with, and that was said.
        let claims = if self.sums.is_empty() { Vec::new() } else { claims::claims(&edition) };
        for claim in claims {
            let place = Span::new(file, claims::place(&text, &claim.file));
            let listed = self.sums.get(&claim.file).map(|(sum, _)| sum.as_str());
            let length = self.found.get(&claim.file).map(|(length, _)| *length);
            if listed != Some(&*claim.sha256) || length.is_some_and(|length| length != claim.bytes) {
                self.sink.push(contradicted(&claim.file, place));
            }
        }
        claims::coherent(&edition, file, &text, &mut self.sink);
        let mut judged = 0;
        for package in claims::packages(&edition) {
            if self.found.contains_key(package.file) {
                judged += 1;
                self.package(&package, Span::new(file, claims::place(&text, package.file)))?;
            }
        }
        if judged == claims::packages(&edition).len() && self.sums.contains_key(DECODER) {
            self.decoder(&edition)?;
        }
        Ok(judged)
    }

    /// FIL8006: the page that reads states, beside the packages, which are all there.
    fn decoder(&mut self, edition: &Edition) -> Result<(), Error> {
        let wanted = decoder::facts(edition, self.dist)?;
        let own = |name: &&String| name.starts_with(decoder::DATA);
        let listed = self.sums.keys().filter(own).cloned();
        let names: BTreeSet<String> = listed.chain(wanted.keys().cloned()).collect();
        for name in names {
            // Without its line, it is the page that leads nowhere.
            let line = self.sums.get(&name).or_else(|| self.sums.get(DECODER));
            let Some((sum, span)) = line.cloned() else { continue };
            if self.found.get(&name).is_some_and(|(_, found)| *found != sum) {
                continue;
            }
            let path = self.dist.join(&name);
            let text = fs::read_to_string(&path).unwrap_or_default();
            if decoder::said(&name, &text).as_ref() != wanted.get(&name) {
                self.sink.push(untrue(&name, span));
            }
        }
        Ok(())
    }

    fn package(&mut self, package: &claims::Package, place: Span) -> Result<(), Error> {
        let path = self.dist.join(package.file);
        claims::package(&path, package, place, &mut self.sources, &mut self.sink).map_err(Error::read(&path))
    }

    /// A text of the folder; FIL8005 when it is not there.
    fn text(&mut self, name: &str) -> Result<Option<(FileId, String)>, Error> {
        let path = self.dist.join(name);
        let bytes = match fs::read(&path) {
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                // A record that the list names was told to be missing there.
                if !self.sums.contains_key(name) {
                    self.sink.push(absent(name));
                }
                return Ok(None);
            }
            other => other.map_err(Error::read(&path))?,
        };
        let text = String::from_utf8_lossy(&bytes);
        let file = self.sources.add(name, &text);
        Ok(Some((file, self.sources.text(file).to_owned())))
    }
}

/// Whether a path stays in the folder.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !["", ".", ".."].contains(&part)) && !path.contains(['\\', ':'])
}

/// What to do about a folder that is not as it left.
fn again() -> Text {
    text! {
        fr: "reprenez la publication entière là où elle a été faite",
        en: "take the whole release again from where it was made",
    }
}

fn absent(name: &str) -> Diagnostic {
    let message =
        text! { fr: "il n'y a pas de {name} dans ce dossier", en: "there is no {name} in this folder" };
    Diagnostic::placeless(Code::FIL8005, message).hint(text! {
        fr: "nommez le dossier qu'a écrit « filiere release »",
        en: "name the folder that « filiere release » wrote",
    })
}

fn no_line(span: Span) -> Diagnostic {
    let message = text! {
        fr: "cette ligne n'est pas une somme et un fichier du dossier, ou le nomme une deuxième fois",
        en: "this line is no sum and file of the folder, or names it a second time",
    };
    Diagnostic::new(Code::FIL8005, span, message).hint(again())
}

fn unread(error: &serde_json::Error, file: FileId, text: &str) -> Diagnostic {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = (before + error.column().saturating_sub(1)).min(text.len());
    let message = text! {
        fr: "release.json ne se lit pas à partir d'ici",
        en: "release.json cannot be read from here on",
    };
    Diagnostic::new(Code::FIL8005, Span::new(file, at..at), message).hint(again())
}

fn missing(path: &str, span: Span) -> Diagnostic {
    let message = text! { fr: "« {path} » n'est pas dans le dossier", en: "« {path} » is not in the folder" };
    Diagnostic::new(Code::FIL8003, span, message).hint(again())
}

fn altered(path: &str, span: Span) -> Diagnostic {
    let message = text! { fr: "« {path} » n'a pas cette somme", en: "« {path} » does not have this sum" };
    Diagnostic::new(Code::FIL8002, span, message).hint(again())
}

fn stranger(path: &str, span: Span) -> Diagnostic {
    let message = text! {
        fr: "« {path} » ne fait pas partie de la publication",
        en: "« {path} » is no part of the release",
    };
    Diagnostic::new(Code::FIL8004, span, message).hint(text! {
        fr: "déplacez-le : personne ne répond de ce qu'il contient",
        en: "move it elsewhere: nobody answers for what it holds",
    })
}

fn untrue(path: &str, span: Span) -> Diagnostic {
    let message = text! {
        fr: "« {path} » ne dit pas des modules ce que leurs paquets en disent",
        en: "« {path} » does not say of modules what their packages say",
    };
    Diagnostic::new(Code::FIL8006, span, message).hint(again())
}

fn contradicted(path: &str, span: Span) -> Diagnostic {
    let message = text! {
        fr: "release.json dit de « {path} » autre chose que SHA256SUMS ou que le fichier",
        en: "release.json says something else of « {path} » than SHA256SUMS or the file",
    };
    Diagnostic::new(Code::FIL8006, span, message).hint(again())
}

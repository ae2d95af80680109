//! The text of filiere.lock becomes releases, or findings; it judges no module.

use std::collections::BTreeMap;

use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Span;
use crate::lock::Entry;
use crate::lock::Lock;
use crate::lock::is_same;
use crate::lock::write;
use crate::model::BankId;
use crate::model::LangTag;
use crate::model::Layout;
use crate::model::ModuleId;
use crate::model::ObjectiveId;
use crate::model::PageId;
use crate::model::QuestionId;
use crate::model::Release;
use crate::model::ReleasedDraw;
use crate::model::ReleasedPart;
use crate::model::ReleasedQuestion;
use crate::text;

/// The lock, or `None` when something of it was reported.
pub fn read(file: &Fragment, sink: &mut Sink) -> Option<Lock> {
    let mut reader = Reader::default();
    let mut at = 0;
    for line in file.text().split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        let span = file.span(at + indent.min(line.trim_end().len())..at + line.trim_end().len());
        at += line.len();
        if let Err(fault) = reader.line(line.trim_end(), span) {
            sink.push(said(&fault, span));
            return None;
        }
    }
    if !reader.opened {
        sink.push(said(&Fault::Head, file.span(0..0)));
        return None;
    }
    judged(reader.drafts, sink)
}

/// What is wrong with a line.
enum Fault {
    Conflict,
    /// Written by a newer filiere, with its version of the file.
    Newer(u32),
    Head,
    Line,
}

fn said(fault: &Fault, span: Span) -> Diagnostic {
    let restore = text! {
        fr: "reprenez le fichier de la dernière publication dans git; « filiere lock » seul l'écrit",
        en: "take the file of the last release back from git; only « filiere lock » writes it",
    };
    let (message, cure) = match fault {
        Fault::Conflict => (
            text! {
                fr: "une fusion n'est pas finie dans filiere.lock",
                en: "a merge is not finished in filiere.lock",
            },
            text! {
                fr: "gardez les sections des deux côtés, une ligne vide entre elles, et enlevez les marques",
                en: "keep the sections of both sides, an empty line between them, and remove the marks",
            },
        ),
        Fault::Newer(version) => (
            text! {
                fr: "ce fichier est de la version {version}, plus récente que ce programme, qui lit la version 1",
                en: "this file is of version {version}, newer than this program, which reads version 1",
            },
            text! {
                fr: "installez la version de filiere qui a publié en dernier, ou une plus récente",
                en: "install the version of filiere that released last, or a newer one",
            },
        ),
        Fault::Head => (
            text! {
                fr: "ce fichier ne commence pas par « filiere-lock 1 »",
                en: "this file does not begin with « filiere-lock 1 »",
            },
            restore,
        ),
        Fault::Line => (text! { fr: "cette ligne ne se lit pas", en: "this line cannot be read" }, restore),
    };
    Diagnostic::new(Code::FIL1029, span, message).hint(cure)
}

/// Reports sections that are there twice, or that are not as they were written.
fn judged(drafts: Vec<Draft>, sink: &mut Sink) -> Option<Lock> {
    let before = sink.len();
    let mut entries: Vec<Entry> = Vec::new();
    for Draft { entry, seal, .. } in drafts {
        let Release { module, version, .. } = &entry.release;
        if let Some(first) = entries.iter().find(|one| is_same(&one.release, &entry.release)) {
            let message = text! {
                fr: "la version {version} du module « {module} » est inscrite deux fois",
                en: "version {version} of the module « {module} » is written twice",
            };
            let found = Diagnostic::new(Code::FIL1029, entry.head, message);
            sink.push(
                found.related(first.head, text! { fr: "la première est ici", en: "the first is here" }).hint(
                    text! {
                        fr: "gardez la section de la version qui a été distribuée",
                        en: "keep the section of the version that was given out",
                    },
                ),
            );
            continue;
        }
        if seal.as_ref() != Some(&write::seal(&entry.release)) {
            sink.push(unsealed(&entry));
        }
        entries.push(entry);
    }
    (sink.len() == before).then_some(Lock { entries })
}

fn unsealed(entry: &Entry) -> Diagnostic {
    let Release { module, version, .. } = &entry.release;
    let message = text! {
        fr: "la section du module « {module} » {version} a été modifiée depuis sa publication",
        en: "the section of the module « {module} » {version} was changed since its release",
    };
    Diagnostic::new(Code::FIL1030, entry.place("seal"), message).hint(text! {
        fr: "reprenez cette section dans git : elle dit ce que les apprenants ont reçu, et rien d'autre",
        en: "take this section back from git: it says what learners received, and nothing else",
    })
}

struct Draft {
    entry: Entry,
    seal: Option<String>,
    /// The question that parts belong to.
    question: Option<QuestionId>,
}

#[derive(Default)]
struct Reader {
    opened: bool,
    drafts: Vec<Draft>,
}

impl Reader {
    fn line(&mut self, line: &str, span: Span) -> Result<(), Fault> {
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
            return Err(Fault::Conflict);
        }
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        let words: Vec<&str> = line.trim_start().split(' ').collect();
        if !self.opened {
            self.opened = words == ["filiere-lock", "1"];
            return if self.opened { Ok(()) } else { Err(head(&words)) };
        }
        if let ["release", module, version, language] = words[..] {
            self.drafts.push(draft(module, version, language, span).ok_or(Fault::Line)?);
            return Ok(());
        }
        self.drafts.last_mut().and_then(|draft| draft.take(&words, span)).ok_or(Fault::Line)
    }
}

/// What is wrong with the first line.
fn head(words: &[&str]) -> Fault {
    match words {
        ["filiere-lock", version] => {
            version.parse().ok().filter(|version| *version > 1).map_or(Fault::Head, Fault::Newer)
        }
        _ => Fault::Head,
    }
}

fn draft(module: &str, version: &str, language: &str, head: Span) -> Option<Draft> {
    let release = Release {
        module: ModuleId::new(module)?,
        version: version.to_owned(),
        language: LangTag::new(language)?,
        iri: String::new(),
        packages: BTreeMap::new(),
        state: String::new(),
        pages: Vec::new(),
        objectives: Vec::new(),
        rated: false,
        practice: Vec::new(),
        shuffled: false,
        draws: Vec::new(),
        questions: BTreeMap::new(),
    };
    let entry = Entry { release, head, places: BTreeMap::new() };
    Some(Draft { entry, seal: None, question: None })
}

impl Draft {
    /// `None`: no line of a section.
    fn take(&mut self, words: &[&str], span: Span) -> Option<()> {
        let release = &mut self.entry.release;
        let mut key = words.iter().take(2).copied().collect::<Vec<_>>().join(" ");
        match words {
            ["seal", seal] => {
                self.seal = Some((*seal).to_owned());
                key = "seal".to_owned();
            }
            ["iri", iri] => {
                release.iri = (*iri).to_owned();
                key = "iri".to_owned();
            }
            ["package", target, sum] if is_sum(sum) => {
                release.packages.insert((*target).to_owned(), (*sum).to_owned());
            }
            ["state", hash] if is_hash(hash) => release.state = (*hash).to_owned(),
            ["page", id] => release.pages.push(PageId::new(id)?),
            ["objective", id] => release.objectives.push(ObjectiveId::new(id)?),
            ["rated"] => release.rated = true,
            ["practice", id] => release.practice.push(QuestionId::new(id)?),
            ["shuffled"] => release.shuffled = true,
            ["draw", bank, take] => {
                let (bank, take) = (BankId::new(bank)?, take.parse().ok()?);
                release.draws.push(ReleasedDraw { bank, take, pool: Vec::new() });
            }
            ["candidate", id] => release.draws.last_mut()?.pool.push(QuestionId::new(id)?),
            ["question", id, kind, prompt, layout @ ..] => {
                let id = QuestionId::new(id)?;
                release.questions.insert(id.clone(), question(kind, prompt, layout)?);
                self.question = Some(id);
            }
            [side @ ("part" | "target"), name, print, words @ ..] => {
                key = self.part(
                    side,
                    ReleasedPart {
                        name: (*name).to_owned(),
                        print: (*print).to_owned(),
                        words: words.join(" "),
                    },
                )?;
            }
            _ => return None,
        }
        self.entry.places.entry(key).or_insert(span);
        Some(())
    }

    /// A part or a target of the last question; by what its place is found.
    fn part(&mut self, side: &str, part: ReleasedPart) -> Option<String> {
        let id = self.question.as_ref()?;
        let question = self.entry.release.questions.get_mut(id)?;
        let key = format!("{side} {id} {}", part.name);
        let list = if side == "part" { &mut question.parts } else { &mut question.targets };
        list.push(part);
        Some(key)
    }
}

fn is_sum(word: &str) -> bool {
    word.len() == 64 && word.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn is_hash(word: &str) -> bool {
    word.len() == 6 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

fn question(kind: &str, prompt: &str, words: &[&str]) -> Option<ReleasedQuestion> {
    Some(ReleasedQuestion {
        kind: kind.to_owned(),
        layout: layout(words)?,
        prompt: prompt.to_owned(),
        parts: Vec::new(),
        targets: Vec::new(),
    })
}

fn layout(words: &[&str]) -> Option<Layout> {
    // What no question can have is no layout, so that nothing is ever laid out along it.
    let numbers = words.get(1..)?.iter().map(|word| word.parse().ok().filter(|n| (1..=4096).contains(n)));
    let numbers: Vec<usize> = numbers.collect::<Option<_>>()?;
    Some(match (*words.first()?, &numbers[..]) {
        ("set", [set]) => Layout::Set { set: *set },
        ("pick", [pick]) => Layout::Pick { pick: *pick },
        ("picks", [picks, of]) => Layout::Picks { picks: *picks, of: *of },
        ("order", [order]) => Layout::Order { order: *order },
        ("text", [text, bytes]) => Layout::Text { text: *text, bytes: *bytes },
        _ => return None,
    })
}

use super::*;
use crate::diag::Code;
use crate::diag::Fragment;
use crate::diag::Sink;
use crate::diag::Sources;
use crate::model::Layout;
use crate::model::ReleasedDraw;
use crate::model::ReleasedPart;
use crate::model::ReleasedQuestion;

fn release(version: &str) -> Release {
    let id = |text: &str| crate::model::QuestionId::new(text).unwrap();
    let part = |name: &str, words: &str| ReleasedPart {
        name: name.to_owned(),
        print: "0123456789ab".to_owned(),
        words: words.to_owned(),
    };
    let question = |kind: &str, layout, parts| ReleasedQuestion {
        kind: kind.to_owned(),
        layout,
        prompt: "ba9876543210".to_owned(),
        parts,
        targets: Vec::new(),
    };
    let choice =
        question("choice", Layout::Pick { pick: 2 }, vec![part("b", "un, deux : trois"), part("a", "")]);
    let typed = question("fill-in", Layout::Text { text: 1, bytes: 24 }, vec![part("nom", "")]);
    Release {
        module: ModuleId::new("m").unwrap(),
        version: version.to_owned(),
        language: LangTag::new("fr-CA").unwrap(),
        iri: "https://college.example/".to_owned(),
        packages: BTreeMap::from([("scorm12".to_owned(), "a".repeat(64))]),
        state: "ab-_12".to_owned(),
        pages: vec![crate::model::PageId::new("page").unwrap()],
        objectives: vec![crate::model::ObjectiveId::new("lire").unwrap()],
        rated: true,
        practice: vec![id("q")],
        shuffled: true,
        draws: vec![ReleasedDraw {
            bank: crate::model::BankId::new("b").unwrap(),
            take: 1,
            pool: vec![id("r")],
        }],
        questions: BTreeMap::from([(id("q"), choice), (id("r"), typed)]),
    }
}

fn parsed(text: &str) -> (Option<Lock>, Vec<(Code, u32)>) {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let file = sources.add("filiere.lock", text);
    let lock = read(&Fragment::whole(&sources, file), &mut sink);
    let line = |span: Span| u32::try_from(sources.place(file, span.start).line).unwrap();
    let found = sink.iter().map(|f| (f.code, f.span.map_or(0, line))).collect();
    (lock, found)
}

#[test]
fn what_is_written_is_read_again_whole() {
    let text = Lock::default().text_with(&[release("1.10.0"), release("1.9.0")]);
    let (lock, found) = parsed(&text);
    assert_eq!(found, []);
    let lock = lock.unwrap();
    let versions: Vec<&str> = lock.entries.iter().map(|entry| entry.release.version.as_str()).collect();
    assert_eq!(versions, ["1.9.0", "1.10.0"]);
    assert_eq!(lock.entries[0].release, release("1.9.0"));
    assert_eq!(lock.text_with(&[]), text);
    assert_eq!(lock.text_with(&[release("1.9.0")]), text);
}

#[test]
fn every_changed_line_is_seen() {
    let text = Lock::default().text_with(&[release("1.0.0")]);
    let lines: Vec<&str> = text.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("release")).unwrap();
    for dropped in first..lines.len() {
        let rest: Vec<&str> =
            lines.iter().enumerate().filter(|(at, _)| *at != dropped).map(|(_, l)| *l).collect();
        let (lock, found) = parsed(&(rest.join("\n") + "\n"));
        assert!(lock.is_none() && found.len() == 1, "{}: {found:?}", lines[dropped]);
    }
}

#[test]
fn sections_in_any_order_are_read_and_a_section_twice_is_not() {
    let text = Lock::default().text_with(&[release("1.0.0"), release("1.1.0")]);
    let (head, rest) = text.split_once("\nrelease m 1.0.0").unwrap();
    let (first, second) = rest.split_once("\nrelease m 1.1.0").unwrap();
    let (lock, found) = parsed(&format!("{head}\nrelease m 1.1.0{second}\nrelease m 1.0.0{first}"));
    assert_eq!(found, []);
    assert_eq!(lock.unwrap().text_with(&[]), text);
    let (lock, found) = parsed(&format!("{text}\nrelease m 1.0.0{first}"));
    assert!(lock.is_none());
    assert_eq!(found.iter().map(|f| f.0).collect::<Vec<_>>(), [Code::FIL1029]);
}

#[test]
fn what_is_no_lock_is_told_at_its_line() {
    let found = |text: &str| parsed(text).1;
    assert_eq!(found(""), [(Code::FIL1029, 1)]);
    assert_eq!(found("filiere-lock 2\n"), [(Code::FIL1029, 1)]);
    assert_eq!(found("filiere-lock 1\n"), []);
    assert_eq!(found("filiere-lock 1\npage x\n"), [(Code::FIL1029, 2)]);
    assert_eq!(found("filiere-lock 1\nrelease M 1 fr\n"), [(Code::FIL1029, 2)]);
    assert_eq!(found("filiere-lock 1\n<<<<<<< HEAD\n"), [(Code::FIL1029, 2)]);
    assert_eq!(found("filiere-lock 1\nrelease m 1 fr\n  question q choice 0 pick 0\n"), [(Code::FIL1029, 3)]);
}

#[test]
fn sums_of_packages_stay_when_a_version_is_written_again_without_them() {
    let (lock, _) = parsed(&Lock::default().text_with(&[release("1.0.0")]));
    let mut again = release("1.0.0");
    again.packages = BTreeMap::from([("xapi".to_owned(), "b".repeat(64))]);
    let (lock, _) = parsed(&lock.unwrap().text_with(&[again]));
    let both = [("scorm12".to_owned(), "a".repeat(64)), ("xapi".to_owned(), "b".repeat(64))];
    assert_eq!(lock.unwrap().entries[0].release.packages, BTreeMap::from(both));
}

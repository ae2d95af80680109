//! What the command says when there is nothing to read: states and packages that are damaged or others'.

use std::fs;
use std::io::Cursor;
use std::io::Write;

use filiere::contents;
use filiere::transcript;

use crate::bless;
use crate::run;
use crate::tool;
use crate::transcript::FIRST;
use crate::transcript::SECOND;
use crate::transcript::opened;
use crate::transcript::packages;
use crate::transcript::told::text;

#[test]
fn a_state_or_a_package_that_says_nothing_is_told_in_words_and_exits_with_1() {
    let folder = packages();
    let root = folder.path();
    let whole = fs::read(root.join(FIRST)).unwrap();
    fs::write(root.join("cut.zip"), &whole[..whole.len() / 2]).unwrap();
    fs::write(root.join("empty.zip"), "").unwrap();
    fs::write(root.join("others.zip"), zip("index.html", "<p>H5P</p>")).unwrap();
    fs::write(root.join("pageless.zip"), zip("a.html", "")).unwrap();
    let block = |data: &str| zip("index.html", &format!("<script id=\"filiere-data\">{data}</script>"));
    fs::write(root.join("newer.zip"), block(r#"{"v":2}"#)).unwrap();
    fs::write(root.join("torn.zip"), block(r#"{"v":1,"pages":[]}"#)).unwrap();
    let state = text(100);
    let cut = format!("{:x<4096}", state);
    let cases = [
        ("empty", "", SECOND),
        ("shape", "bonjour", SECOND),
        ("changed", &format!("{}A{}", &state[..30], &state[31..]), SECOND),
        ("cut", &state[..state.len() - 9], SECOND),
        ("cut-by-the-platform", &cut, SECOND),
        ("of-another-version", &state, FIRST),
        ("package-cut", &state, "cut.zip"),
        ("package-empty", &state, "empty.zip"),
        ("package-of-others", &state, "others.zip"),
        ("package-without-page", &state, "pageless.zip"),
        ("package-newer", &state, "newer.zip"),
        ("package-torn", &state, "torn.zip"),
    ];
    for language in ["fr", "en"] {
        let mut said = String::new();
        for (name, state, zip) in cases {
            let run = run::run(root, &["decode", state, "--package", zip, "--ui", language]);
            assert_eq!((run.code, run.out.as_str()), (1, ""), "{name}");
            said.push_str(&format!("# {name}\n{}\n", run.err));
        }
        bless::same_file(
            &tool::repository(&format!("tests/it/transcript/said/refused.{language}.txt")),
            &said,
        );
    }
    let none = run::run(root, &["decode", &state, "--package", "none.zip"]);
    assert_eq!(none.code, 2);
}

/// Whatever is changed in a package or in a state, there is an answer and no panic.
#[test]
fn no_damage_makes_the_reader_panic() {
    let folder = packages();
    let second = opened(folder.path(), SECOND);
    let state = text(100);
    for at in 0..state.len() {
        assert!(transcript::read(&second.data, &state[..at]).is_err(), "{at}");
        let changed =
            format!("{}{}{}", &state[..at], if &state[at..=at] == "A" { "B" } else { "A" }, &state[at + 1..]);
        assert!(transcript::read(&second.data, &changed).is_err(), "{at}");
    }
    let (_, block) = second.document.split_once("id=\"filiere-data\">").unwrap();
    let block = block.split_once("</script>").unwrap().0;
    // Each number of the schema, made another one.
    let numbers: Vec<usize> =
        block.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let states = [0, 3, 8, 100].map(text);
    let (mut sound, mut torn) = (0, 0);
    for at in numbers.into_iter().rev().take(200) {
        for digit in ["0", "9", "9999"] {
            let changed = format!("{}{digit}{}", &block[..at], &block[at + 1..]);
            let page = format!("id=\"filiere-data\">{changed}</script>");
            match contents::data_of(&page) {
                Ok((data, _)) => {
                    sound += 1;
                    for state in &states {
                        let _ = transcript::read(&data, state);
                    }
                }
                Err(_) => torn += 1,
            }
        }
    }
    assert!(sound > 0 && torn > 0, "{sound} {torn}");
}

fn zip(name: &str, text: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

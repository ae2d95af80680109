//! Runs the program as a person would, in a folder of its own, with an environment that is known.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use tempfile::TempDir;

use crate::tool;

/// What a run of the program gave.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The program, about to run in `folder` with `arguments`.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_filiere"));
    command.args(arguments).current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

/// Runs the program; what changes from run to run or from machine to machine is written in brackets.
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output = command(folder, arguments).output().unwrap();
    let text = |bytes: Vec<u8>| redacted(&String::from_utf8(bytes).unwrap(), folder);
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// The exit code when whoever reads the output leaves after `bytes` bytes.
pub fn run_with_an_impatient_reader(folder: &Path, arguments: &[&str], bytes: usize) -> i32 {
    let mut child = command(folder, arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut reader = child.stdout.take().unwrap();
    reader.read_exact(&mut vec![0; bytes]).unwrap();
    drop(reader);
    child.wait().unwrap().code().unwrap()
}

/// A copy of the smallest workspace, tests/it/base.
pub fn workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&tool::repository("tests/it/base"), folder.path());
    folder
}

/// Names and texts of the files in `folder`, sorted.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = entries(folder)
        .into_iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Copies a folder and all it holds.
pub fn copy(from: &Path, to: &Path) {
    for entry in entries(from) {
        let to = to.join(entry.file_name().unwrap());
        if entry.is_dir() {
            fs::create_dir_all(&to).unwrap();
            copy(&entry, &to);
        } else {
            fs::copy(entry, to).unwrap();
        }
    }
}

/// What stands in a folder, in no order.
#[expect(clippy::disallowed_methods, reason = "who calls sorts, or does not depend on the order")]
pub fn entries(folder: &Path) -> Vec<std::path::PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Hashes, sizes and the folder's own name change; everything else is to stay.
fn redacted(text: &str, folder: &Path) -> String {
    let text = text.replace(&folder.display().to_string(), "[DOSSIER]");
    let mut out = String::new();
    for word in text.split_inclusive([' ', '\n']) {
        let bare = word.trim_end();
        let is_hash = bare.len() == 64 && bare.bytes().all(|b| b.is_ascii_hexdigit());
        let is_size = bare.trim_matches(['(', ')', ',']).contains('\u{a0}')
            && ["ko", "kB"].iter().any(|unit| bare.trim_end_matches([',', ')', ';']).ends_with(unit));
        match (is_hash, is_size) {
            (true, _) => out.push_str(&word.replace(bare, "[HASH]")),
            (_, true) => out.push_str(&word.replace(bare.trim_matches(['(', ')', ',', ';']), "[TAILLE]")),
            _ => out.push_str(word),
        }
    }
    out
}

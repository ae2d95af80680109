//! Expected files: compared as they stand, written anew by `make bless`; a file too many is a failure.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Asserts that the file at `path` holds `actual`.
pub fn same_file(path: &Path, actual: &str) {
    if blessing() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, actual).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(
        expected == actual,
        "{} (make bless, then read the diff)\n{}",
        path.display(),
        diff(&expected, actual)
    );
}

/// Asserts that `folder` holds these files and none else.
pub fn same_folder(folder: &Path, files: &BTreeMap<String, String>) {
    if blessing() && folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    files.iter().for_each(|(name, actual)| same_file(&folder.join(name), actual));
    assert_eq!(names(folder), files.keys().cloned().collect::<Vec<_>>(), "files of {}", folder.display());
}

/// The folders at a depth below `root`, as `a/b/c`, sorted.
pub fn folders(root: &Path, depth: usize) -> Vec<String> {
    let below = |name: &String| {
        let inside = folders(&root.join(name), depth - 1);
        inside
            .into_iter()
            .map(move |rest| format!("{name}/{rest}").trim_end_matches('/').to_owned())
            .collect::<Vec<_>>()
    };
    if depth == 0 { vec![String::new()] } else { names(root).iter().flat_map(below).collect() }
}

#[expect(clippy::disallowed_methods, reason = "a test may read how it was called")]
pub fn blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}

#[expect(clippy::disallowed_methods, reason = "the names are sorted below")]
pub fn names(folder: &Path) -> Vec<String> {
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<_> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

/// The first line that differs, both ways: enough to see what happened, whatever the length.
fn diff(expected: &str, actual: &str) -> String {
    let at = expected.lines().zip(actual.lines()).take_while(|(old, new)| old == new).count();
    let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
    format!("line {}\n- {}\n+ {}", at + 1, line(expected), line(actual))
}

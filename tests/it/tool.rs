//! Programs of the machine that judge what we write.

use std::path::Path;
use std::process::Command;

/// Runs a program in `folder` and returns what it printed; panics, with its complaint, when it refuses.
pub fn run(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|cause| panic!("{program} is needed (make test installs it): {cause}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{program} refuses:\n{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

/// A file of this repository.
pub fn repository(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

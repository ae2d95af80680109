//! Programs of the machine that judge what we write.

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;

/// Runs a program in `folder` and returns what it printed; panics, with its complaint, when it refuses.
pub fn run(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = output(folder, program, arguments);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{program} refuses:\n{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}

/// Whether a program accepts, else what it complains of.
pub fn verdict(folder: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    let output = output(folder, program, arguments);
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

fn output(folder: &Path, program: &str, arguments: &[&str]) -> Output {
    let run = Command::new(program).args(arguments).current_dir(folder).output();
    run.unwrap_or_else(|cause| panic!("{program} is needed (make test installs it): {cause}"))
}

/// A file of this repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

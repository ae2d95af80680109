//! Our own contestants: packing a folder, and the least that any packer must do.

use std::fs;
use std::fs::File;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use filiere::archive;
use filiere::package::Entry;
use filiere::package::Package;
use filiere::package::PackagePath;
use sha2::Digest;

/// Runs a task and says its peak memory.
pub fn run(task: &str, from: &Path, to: &Path) {
    match task {
        "pack" => pack(from, to),
        "floor" => floor(from, to),
        other => panic!("no task {other}"),
    }
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    println!("VmHWM {}", peak.trim().trim_end_matches(" kB"));
}

fn pack(from: &Path, to: &Path) {
    let mut package = Package::default();
    for path in files(from) {
        let name = path.strip_prefix(from).expect("it was found there").to_str().expect("an ASCII name");
        let length = path.metadata().expect("it was found there").len();
        package.insert(PackagePath::new(name).expect("a safe name"), Entry::File { path, length });
    }
    let folder = to.parent().expect("a file stands in a folder");
    let pending = archive::write(&package, &[], folder, &archive::Options::default());
    pending.and_then(|zip| zip.commit(to)).expect("the disk takes it");
}

/// Reads every file, hashes it, writes it into one file; one thread.
fn floor(from: &Path, to: &Path) {
    let mut out = File::create(to).expect("the disk takes it");
    let mut content = Vec::new();
    let mut all = 0_u8;
    for path in files(from) {
        content.clear();
        File::open(path).and_then(|mut file| file.read_to_end(&mut content)).expect("it was found there");
        all ^= sha2::Sha256::digest(&content)[0];
        out.write_all(&content).expect("the disk takes it");
    }
    std::hint::black_box(all);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(folder, &mut files);
    files.sort();
    files
}

#[expect(clippy::disallowed_methods, reason = "the files are sorted above")]
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder was made before") {
        let path = entry.expect("the folder is read").path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}

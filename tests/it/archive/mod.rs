//! Zips as readers that are not ours find them: a directory reader by hand, Python, unzip.

mod directory;

use std::fs;
use std::path::Path;

use filiere::archive;
use filiere::archive::Error;
use filiere::archive::Options;
use filiere::archive::Written;
use filiere::package::Entry;
use filiere::package::Package;
use filiere::package::PackagePath;

use crate::archive::directory::Row;
use crate::tool;

/// A megabyte.
const MB: usize = 1024 * 1024;

fn path(text: &str) -> PackagePath {
    PackagePath::new(text).unwrap()
}

/// Bytes that no compressor shortens: a xorshift from `seed`.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..length / 8 + 1).flat_map(|_| next()).take(length).collect()
}

/// One entry for every way through the code.
fn every_way(disk: &Path) -> Package {
    let mut package = Package::default();
    let text = "La cuve d’électrolyse. ".repeat(200).into_bytes();
    package.insert(path("index.html"), Entry::Bytes(text));
    package.insert(path("imsmanifest.xml"), Entry::Bytes(b"<manifest/>".to_vec()));
    package.insert(path("empty.txt"), Entry::Bytes(Vec::new()));
    package.insert(path("assets/noise.bin"), Entry::Bytes(noise(200_000, 1)));
    package.insert(path("assets/text.csv"), Entry::Bytes(b"a;b\n".repeat(50_000)));
    for (name, content) in [
        ("photo.jpg", b"text under a name that says otherwise ".repeat(40)),
        ("short.txt", b"x".repeat(3000)),
        ("video.mp4", noise(9 * MB, 2)),
        ("long.csv", b"2026;13,31\n".repeat(MB)),
        ("long.bin", noise(9 * MB, 3)),
    ] {
        let on_disk = disk.join(name);
        fs::write(&on_disk, &content).unwrap();
        package.insert(
            path(&format!("assets/{name}")),
            Entry::File { path: on_disk, length: content.len() as u64 },
        );
    }
    package
}

/// The bytes that an entry of a package holds.
fn content(entry: &Entry) -> Vec<u8> {
    match entry {
        Entry::Bytes(bytes) => bytes.clone(),
        Entry::File { path, .. } => fs::read(path).unwrap(),
    }
}

fn packed(package: &Package, folder: &Path, options: &Options) -> (Vec<u8>, Written) {
    let out = folder.join("packed.zip");
    let written =
        archive::write(package, &["imsmanifest.xml"], folder, options).unwrap().commit(&out).unwrap();
    (fs::read(out).unwrap(), written)
}

#[test]
fn a_zip_holds_plain_entries_without_gap_first_entries_first_the_others_by_path() {
    let folder = tempfile::tempdir().unwrap();
    let (zip, _) = packed(&every_way(folder.path()), folder.path(), &Options::default());
    let row = |name: &str, method: u16| Row { name: name.to_owned(), method };
    let expected = vec![
        row("imsmanifest.xml", 0),
        row("assets/long.bin", 0),
        row("assets/long.csv", 8),
        row("assets/noise.bin", 0),
        row("assets/photo.jpg", 0),
        row("assets/short.txt", 8),
        row("assets/text.csv", 8),
        row("assets/video.mp4", 0),
        row("empty.txt", 0),
        row("index.html", 8),
    ];
    assert_eq!(directory::rows(&zip), expected);
}

#[test]
fn python_reads_every_byte_under_the_mode_and_date_that_all_entries_share() {
    let folder = tempfile::tempdir().unwrap();
    let package = every_way(folder.path());
    let (_, written) = packed(&package, folder.path(), &Options::default());
    let script = tool::repository("tests/it/archive/judge.py");
    let said = tool::run(folder.path(), "python3", &[script.to_str().unwrap(), "packed.zip"]);
    let line = |name: &str, content: &[u8]| {
        format!("{name} {} {} 100644 1980-01-01\n", content.len(), archive::Hash::of(content))
    };
    let mut expected = line("imsmanifest.xml", b"<manifest/>");
    let others = package.entries().filter(|(path, _)| path.as_str() != "imsmanifest.xml");
    others.for_each(|(path, entry)| expected += &line(path.as_str(), &content(entry)));
    assert_eq!(said, expected);
    let listed: String = written
        .files
        .iter()
        .map(|file| format!("{} {} {} 100644 1980-01-01\n", file.path.as_str(), file.bytes, file.sha256))
        .collect();
    assert_eq!(listed, expected);
}

#[test]
fn unzip_finds_no_error() {
    let folder = tempfile::tempdir().unwrap();
    packed(&every_way(folder.path()), folder.path(), &Options::default());
    let said = tool::run(folder.path(), "unzip", &["-t", "packed.zip"]);
    assert_eq!(said.lines().last(), Some("No errors detected in compressed data of packed.zip."));
}

#[test]
fn the_report_gives_the_length_and_the_hash_of_the_zip() {
    let folder = tempfile::tempdir().unwrap();
    let (zip, written) = packed(&every_way(folder.path()), folder.path(), &Options::default());
    assert_eq!((written.bytes, written.sha256), (zip.len() as u64, archive::Hash::of(&zip)));
    let mut short = Package::default();
    short.insert(path("a.txt"), Entry::Bytes(b"one entry, nothing patched".to_vec()));
    let (zip, written) = packed(&short, folder.path(), &Options::default());
    assert_eq!((written.bytes, written.sha256), (zip.len() as u64, archive::Hash::of(&zip)));
}

#[test]
fn the_number_of_workers_changes_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let mut package = every_way(folder.path());
    for n in 0..300_u64 {
        let length = 1 + (n as usize * 7919) % 60_000;
        package.insert(path(&format!("many/{n}.txt")), Entry::Bytes(noise(length, n)));
    }
    let zip = |workers| packed(&package, folder.path(), &Options { workers, ..Options::default() }).1.sha256;
    assert_eq!([zip(1), zip(3), zip(16)], [zip(2); 3]);
}

#[test]
fn progress_adds_up_to_the_length_of_all_content() {
    let folder = tempfile::tempdir().unwrap();
    let package = every_way(folder.path());
    let sum = std::cell::Cell::new(0);
    let progress = |bytes| sum.set(sum.get() + bytes);
    packed(&package, folder.path(), &Options { progress: &progress, ..Options::default() });
    assert_eq!(sum.get(), package.entries().map(|(_, entry)| content(entry).len() as u64).sum::<u64>());
}

#[test]
fn a_file_that_is_gone_or_has_another_length_stops_the_zip_and_leaves_nothing() {
    let disk = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    let failure = |name: &str, length: usize| {
        let mut package = every_way(disk.path());
        let file = disk.path().join(name);
        package.insert(path("assets/x.bin"), Entry::File { path: file.clone(), length: length as u64 });
        let error = archive::write(&package, &[], out.path(), &Options::default()).unwrap_err();
        match error {
            Error::Read { path, cause } => (path == file, format!("{:?}", cause.kind())),
            Error::Changed { path } => (path == file, "changed".to_owned()),
            Error::Write { .. } => (false, "write".to_owned()),
        }
    };
    assert_eq!(failure("none.bin", 10), (true, "NotFound".to_owned()));
    assert_eq!(failure("none.mp4", 10 * MB), (true, "NotFound".to_owned()));
    assert_eq!(failure("short.txt", 2999), (true, "changed".to_owned()));
    assert_eq!(failure("short.txt", 3001), (true, "changed".to_owned()));
    assert_eq!(failure("video.mp4", 9 * MB - 1), (true, "changed".to_owned()));
    assert_eq!(failure("video.mp4", 9 * MB + 1), (true, "changed".to_owned()));
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
}

#[test]
fn a_zip_that_is_not_committed_leaves_nothing() {
    let out = tempfile::tempdir().unwrap();
    let mut package = Package::default();
    package.insert(path("a.txt"), Entry::Bytes(b"a".to_vec()));
    let pending = archive::write(&package, &[], out.path(), &Options::default()).unwrap();
    assert_eq!(pending.written().files.len(), 1);
    drop(pending);
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let folder = file.path().join("dist");
    let error = archive::write(&Package::default(), &[], &folder, &Options::default()).unwrap_err();
    assert!(matches!(error, Error::Write { path, .. } if path == folder));
}

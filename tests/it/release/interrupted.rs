//! A release that ends at any moment leaves the old edition whole or the new one, and the next one finishes.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

use filiere::archive::Hash;
use filiere::diag::Sink;
use filiere::diag::Sources;
use filiere::pipeline;
use filiere::pipeline::Order;
use filiere::pipeline::Purpose;
use filiere::pipeline::Staged;
use filiere::pipeline::Terms;
use filiere::release::Folder;
use tempfile::TempDir;

use crate::lock::edit;
use crate::release::MODULE;
use crate::release::release;
use crate::release::tree;
use crate::release::workspace;
use crate::run;

type Tree = Vec<(String, Hash)>;

/// A moment, and a release that ends then.
type Stage = (&'static str, fn(&Path));

/// How far a release went before it ended.
const STAGES: &[Stage] = &[
    ("while it was written", |root| {
        staged(root);
        fs::remove_file(root.join(".dist.filiere-new/SHA256SUMS")).unwrap();
        fs::write(root.join(".dist.filiere-new/.filiere-a1.part"), "PK").unwrap();
    }),
    ("before the exchange", |root| {
        staged(root);
    }),
    ("between the two renames", |root| {
        staged(root);
        fs::rename(root.join("dist"), root.join(".dist.filiere-old")).unwrap();
    }),
    ("after the two renames", |root| staged(root).0.replace_in_two_steps().unwrap()),
    ("after the exchange", |root| staged(root).0.replace().unwrap()),
    ("while it cleaned", |root| {
        let (folder, staged) = staged(root);
        folder.replace().unwrap();
        fs::write(root.join("filiere.lock"), &staged.lock).unwrap();
        fs::remove_file(root.join(".dist.filiere-new/release.json")).unwrap();
    }),
];

#[test]
fn whatever_the_moment_the_edition_is_whole_and_the_next_run_finishes() {
    let (old, new) = (two_versions(false), two_versions(true));
    let editions = [&old, &new].map(|folder| tree(&folder.path().join("dist")));
    let finished = tree(new.path());
    for (moment, interrupt) in STAGES {
        let folder = two_versions(false);
        edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
        interrupt(folder.path());
        assert!(editions.contains(&standing(folder.path())), "{moment}");
        release(folder.path(), &[]);
        assert_eq!(tree(folder.path()), finished, "{moment}");
    }
}

#[test]
fn an_interrupted_release_keeps_the_version_that_it_gave_out() {
    let folder = two_versions(false);
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    staged(folder.path()).0.replace().unwrap();
    let page = folder.path().join("modules/m/pages/01-etats.md");
    fs::write(&page, fs::read_to_string(&page).unwrap() + "\nUne phrase de plus.\n").unwrap();
    let run = run::run(folder.path(), &["release", "--format", "short"]);
    assert_eq!((run.code, run.err.contains(" error FIL8001: ")), (1, true), "{}", run.err);
}

#[test]
fn a_full_disk_leaves_the_edition_and_the_lock_as_they_were() {
    let folder = two_versions(false);
    edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
    let before = tree(folder.path());
    let longest = fs::metadata(folder.path().join("dist/m-1.0.0-fr-CA-xapi.zip")).unwrap().len() / 1024;
    // A limit of the length of files, in blocks of 1 KiB: what it cuts is refused as a full disk is.
    for blocks in [0, 1, 2, 4, longest / 2, longest - 1] {
        let run = Command::new("bash")
            .args(["-c", "trap '' XFSZ; ulimit -f $0; exec \"$1\" release", &blocks.to_string()])
            .arg(env!("CARGO_BIN_EXE_filiere"))
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(2), "{blocks}: {}", String::from_utf8_lossy(&run.stderr));
        assert_eq!(tree(folder.path()), before, "{blocks}");
    }
}

/// What appears on disk while a release goes on, in that order.
const SIGNS: [&str; 8] = [
    ".dist.filiere-new",
    ".dist.filiere-new/m-1.1.0-fr-CA-xapi.zip",
    ".dist.filiere-new/latest",
    ".dist.filiere-new/m-1.1.0-fr-CA-source.zip",
    ".dist.filiere-new/m-1.0.0-fr-CA-xapi.zip",
    ".dist.filiere-new/release.json",
    ".dist.filiere-new/SHA256SUMS",
    "dist/m-1.1.0-fr-CA-xapi.zip",
];

#[test]
fn a_release_that_is_killed_never_leaves_half_an_edition() {
    let (old, new) = (two_versions(false), two_versions(true));
    let editions = [&old, &new].map(|folder| tree(&folder.path().join("dist")));
    let finished = tree(new.path());
    for sign in SIGNS {
        let folder = tempfile::tempdir().unwrap();
        run::copy(old.path(), folder.path());
        edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
        let mut child = run::command(folder.path(), &["release"]);
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let sign = folder.path().join(sign);
        while !sign.exists() && child.try_wait().unwrap().is_none() {}
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().unwrap();
        assert!(editions.contains(&standing(folder.path())), "{}", sign.display());
        release(folder.path(), &[]);
        assert_eq!(tree(folder.path()), finished, "{}", sign.display());
    }
}

#[test]
fn two_releases_of_one_folder_do_not_mix() {
    let folder = workspace();
    let first = Folder::open(&folder.path().join("dist")).unwrap();
    let run = run::run(folder.path(), &["release", "--ui", "en"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (2, "error: another release into [DOSSIER]/dist is under way; wait until it ends\n")
    );
    drop(first);
    release(folder.path(), &[]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_is_a_mount_point_is_told_and_left_alone() {
    let alone = ["--user", "--map-root-user", "--mount"];
    if !Command::new("unshare").args(alone).arg("true").status().is_ok_and(|status| status.success()) {
        // This machine lets nobody mount: there is nothing to try here.
        return;
    }
    let folder = workspace();
    fs::create_dir(folder.path().join("dist")).unwrap();
    let script = "mount -t tmpfs none dist && { \"$0\" release --ui en; echo \"exit $?\"; ls -A . dist; }";
    let run = Command::new("unshare")
        .args(alone)
        .args(["sh", "-c", script, env!("CARGO_BIN_EXE_filiere")])
        .current_dir(folder.path())
        .env_remove("LANG")
        .output()
        .unwrap();
    let [out, err] = [run.stdout, run.stderr].map(|said| String::from_utf8(said).unwrap());
    let dist = folder.path().join("dist");
    let dist = dist.display();
    assert_eq!(
        err,
        format!(
            "error: {dist} is a mount point: the system lets no folder take its place, and nothing has changed; \
             name with --out a folder inside it, as {dist}/edition\n"
        )
    );
    assert_eq!(out, "exit 2\n.:\ndist\nfiliere.yaml\nmodules\n\ndist:\n");
}

/// The released workspace; with its second version, or only the first.
fn two_versions(both: bool) -> TempDir {
    let folder = workspace();
    release(folder.path(), &[]);
    if both {
        edit(folder.path(), MODULE, "version: 1.0.0", "version: 1.1.0");
        release(folder.path(), &[]);
    }
    folder
}

/// A release up to the exchange, which is not done.
fn staged(root: &Path) -> (Folder, Staged) {
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    let terms = Terms { purpose: Purpose::Release, ..Terms::default() };
    let candidate = pipeline::candidate(terms, root, &[], &mut sources, &mut sink).unwrap();
    let folder = Folder::open(&root.join("dist")).unwrap();
    let compiled = candidate.compile();
    let order = Order { tool: env!("CARGO_PKG_VERSION"), partial: false, progress: &|_| {} };
    let staged = pipeline::stage(&candidate, &compiled, &order, &folder, &mut sources, &mut sink).unwrap();
    (folder, staged.expect("nothing is refused"))
}

/// The edition that a reader finds: in dist/, or, between two renames, under the name that the next
/// run takes it back from.
fn standing(root: &Path) -> Tree {
    let dist = root.join("dist");
    if dist.exists() { tree(&dist) } else { tree(&root.join(".dist.filiere-old")) }
}

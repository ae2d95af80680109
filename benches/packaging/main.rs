//! Measures packaging against the tools that designers use, side by side; it prints ratios, it judges nothing.
//!
//! `make bench` runs it. Called with a task and two paths it is one of its own contestants, in a
//! process of its own so that its memory can be read.

mod contestant;
mod random;
mod report;
mod task;
mod tree;
mod web;

use std::path::Path;

use crate::contestant::Contestant;
use crate::report::Goal;

/// Rounds in which every contestant runs once.
const ROUNDS: usize = 7;
/// Extensions that `zip -n` is told to store.
const MEDIA: &str = ".mp4:.jpg:.png:.webp:.woff2";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match &arguments[..] {
        [task, from, to] => task::run(task, Path::new(from), Path::new(to)),
        _ => contests(Path::new("target/bench")),
    }
}

fn contests(folder: &Path) {
    let mixed = folder.join("mixed");
    tree::mixed(&mixed);
    let file = |name: &str| folder.join(name).display().to_string();
    let tree = mixed.display().to_string();
    let rows = contestant::race(
        ROUNDS,
        &[
            Contestant::own("filiere", "pack", &tree, &file("filiere.zip")),
            Contestant::own("hash and write", "floor", &tree, &file("floor.bin")),
            Contestant::tool("zip -6", &tree, &["zip", "-q", "-r", "-6", "../zip6.zip", "."])
                .making(&file("zip6.zip")),
            Contestant::tool("zip -n", &tree, &["zip", "-q", "-r", "-6", "-n", MEDIA, "../zipn.zip", "."])
                .making(&file("zipn.zip")),
        ],
    );
    let [ours, floor, all, stored] = &rows[..] else { unreachable!("four contestants run") };
    report::table("Mixed tree of 200 MB", &rows);
    report::figure("zip -r -6 / filiere", all.ratio(ours), &Goal::AtLeast(8.0));
    report::figure("zip -n media / filiere", stored.ratio(ours), &Goal::AtLeast(3.0));
    report::figure("filiere / hash and write", ours.ratio(floor), &Goal::AtMost(2.2));
    report::figure("filiere, peak MB", ours.median(|run| run.megabytes), &Goal::AtMost(48.0));
    let shrunk = (ours.bytes as f64 - tree::MEDIA as f64) / tree::TEXTS as f64;
    report::figure("texts shrink to", shrunk, &Goal::Between(0.22, 0.26));
    video(folder);
    module(folder);
}

fn video(folder: &Path) {
    let tree = folder.join("video");
    tree::video(&tree);
    let out = folder.join("video.zip").display().to_string();
    let rows = contestant::race(1, &[Contestant::own("filiere", "pack", &tree.display().to_string(), &out)]);
    report::table("Video of 3 GB", &rows);
    report::figure("filiere, peak MB", rows[0].median(|run| run.megabytes), &Goal::AtMost(32.0));
}

fn module(folder: &Path) {
    let (out, unzipped) = (folder.join("dist"), folder.join("hall-heroult"));
    tree::unpacked_module(&out, &unzipped);
    let (out, here) =
        (out.display().to_string(), std::path::absolute("target").expect("the current folder exists"));
    let bundle = here.join("bench/venv/bin/bundle.py").display().to_string();
    let python = here.join("bench/venv/bin/python").display().to_string();
    let rows = contestant::race(
        11,
        &[
            Contestant::tool(
                "filiere build",
                ".",
                &[env!("CARGO_BIN_EXE_filiere"), "build", "hall-heroult", "--out", &out],
            ),
            Contestant::tool("scocli", &unzipped.display().to_string(), &[&python, &bundle])
                .making(&unzipped.join("hall-heroult.zip").display().to_string()),
        ],
    );
    report::table("Module « De la bauxite au lingot », whole process; scocli only zips its files", &rows);
    report::figure("scocli / filiere build", rows[1].ratio(&rows[0]), &Goal::AtLeast(1.0));
}

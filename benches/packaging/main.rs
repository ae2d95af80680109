//! Measures packaging against the tools that designers use, side by side; it prints ratios, it judges nothing.
//!
//! `make bench` runs it. Called with a task and two paths it is one of its own contestants, in a
//! process of its own so that its memory can be read.

mod contestant;
mod report;
mod task;
mod tree;

use std::path::Path;

use crate::contestant::Contestant;
use crate::report::Goal;

/// Rounds in which every contestant runs once.
const ROUNDS: usize = 5;
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
    report::table("Mixed tree of 200 MB", &rows);
    report::ratio("zip -r -6 / filiere", rows[2].seconds / rows[0].seconds, Goal::AtLeast(8.0));
    report::ratio("zip -n media / filiere", rows[3].seconds / rows[0].seconds, Goal::AtLeast(3.0));
    report::ratio("filiere / hash and write", rows[0].seconds / rows[1].seconds, Goal::AtMost(2.2));
    report::ratio("peak memory, MB", rows[0].megabytes, Goal::AtMost(48.0));
    video(folder);
    module(folder);
}

fn video(folder: &Path) {
    let tree = folder.join("video");
    tree::video(&tree);
    let out = folder.join("video.zip").display().to_string();
    let rows = contestant::race(1, &[Contestant::own("filiere", "pack", &tree.display().to_string(), &out)]);
    report::table("Video of 3 GB", &rows);
    report::ratio("peak memory, MB", rows[0].megabytes, Goal::AtMost(32.0));
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
                &["target/release/filiere", "build", "hall-heroult", "--out", &out],
            ),
            Contestant::tool("scocli", &unzipped.display().to_string(), &[&python, &bundle])
                .making(&unzipped.join("hall-heroult.zip").display().to_string()),
        ],
    );
    report::table("Module « De la bauxite au lingot », whole process; scocli only zips its files", &rows);
    report::ratio("scocli / filiere build", rows[1].seconds / rows[0].seconds, Goal::AtLeast(1.0));
}

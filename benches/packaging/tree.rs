//! What is packed: folders made by a generator that gives the same bytes every time.

use std::fs;
use std::fs::File;
use std::path::Path;
use std::process::Command;

use crate::random::Xorshift;
use crate::web::Web;

/// Length of all media of the mixed tree, of all its texts, and of the video.
pub const MEDIA: usize = 140_000_000;
pub const TEXTS: usize = 60_000_000;
const VIDEO: u64 = 3_000_000_000;

/// Raise it whenever the generator makes other bytes.
const RECIPE: &[u8] = b"2";

/// Files of each kind, as a large course has them.
const MEDIA_FILES: usize = 153;
const TEXT_FILES: usize = 3711;

/// 200 MB: media that no compressor shortens, and texts that one shortens to a quarter.
pub fn mixed(folder: &Path) {
    once(folder, || {
        let mut random = Xorshift(0x9e37_79b9_7f4a_7c15);
        for (n, length) in shares(MEDIA, MEDIA_FILES).into_iter().enumerate() {
            let extension = ["mp4", "jpg", "png", "webp", "woff2"][n % 5];
            let noise: Vec<u8> = (0..length.div_ceil(8)).flat_map(|_| random.next().to_le_bytes()).collect();
            write(&folder.join(format!("assets/{}/{n}.{extension}", n % 7)), &noise[..length]);
        }
        let web = Web::new(&mut random);
        for (n, length) in shares(TEXTS, TEXT_FILES).into_iter().enumerate() {
            let extension = ["html", "js", "json", "svg", "css", "xml"][n % 6];
            let path = folder.join(format!("pages/{}/{n}.{extension}", n % 40));
            write(&path, &web.text(&mut random, extension, length));
        }
    });
}

/// A video of 3 GB beside a page.
pub fn video(folder: &Path) {
    once(folder, || {
        write(&folder.join("index.html"), "<!DOCTYPE html><title>Coulée</title>".as_bytes());
        let file = File::create(folder.join("coulee.mp4")).and_then(|file| file.set_len(VIDEO));
        file.expect("the disk takes a sparse file");
    });
}

/// The module's package, unzipped, as scocli wants it.
pub fn unpacked_module(out: &Path, folder: &Path) {
    let run = |program: &str, arguments: &[&str]| {
        let status = Command::new(program).args(arguments).status();
        assert!(status.is_ok_and(|status| status.success()), "{program} {arguments:?}");
    };
    let path = |path: &Path| path.display().to_string();
    fs::remove_dir_all(folder).ok();
    fs::remove_dir_all(out).ok();
    run(env!("CARGO_BIN_EXE_filiere"), &["build", "hall-heroult", "--out", &path(out)]);
    let zip = out.join("hall-heroult-1.0.0-fr-CA-scorm12.zip");
    run("unzip", &["-q", &path(&zip), "-d", &path(folder)]);
}

/// Makes a folder unless an earlier run of the same generator has made it whole.
fn once(folder: &Path, make: impl FnOnce()) {
    let whole = folder.with_extension("whole");
    if fs::read(&whole).is_ok_and(|recipe| recipe == RECIPE) {
        return;
    }
    fs::remove_dir_all(folder).ok();
    fs::create_dir_all(folder).expect("the disk takes it");
    make();
    write(&whole, RECIPE);
}

/// `total` in unequal shares, the largest about thirty times the smallest.
fn shares(total: usize, count: usize) -> Vec<usize> {
    let weight = |n: usize| 1 + (n * 37 % 31) + if n % 50 == 7 { 150 } else { 0 };
    let sum: usize = (0..count).map(weight).sum();
    (0..count).map(|n| total * weight(n) / sum).collect()
}

fn write(path: &Path, content: &[u8]) {
    let folder = path.parent().expect("a file stands in a folder");
    fs::create_dir_all(folder).and_then(|()| fs::write(path, content)).expect("the disk takes it");
}

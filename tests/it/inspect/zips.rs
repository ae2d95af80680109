//! Zips with one fault each, made byte by byte: what `inspect` says of them, whole.

use std::fs;

use filiere::inspect;
use filiere::inspect::About;
use filiere::inspect::Judged;
use filiere::inspect::Standard;

use crate::bless;
use crate::cases;
use crate::inspect::made::Made;
use crate::inspect::made::deflated;
use crate::inspect::made::stored;
use crate::inspect::made::zip;
use crate::inspect::short;

const PAGE: &str = "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Essai</title></head>\
                    <body><script src=\"a.js\"></script></body></html>";
const SCRIPT: &str = "API.LMSSetValue('cmi.core.lesson_status', 'completed')";

/// A manifest that lists these files beside `index.html`.
fn manifest(files: &[&str]) -> String {
    let files: String = files.iter().map(|name| format!("<file href=\"{name}\"/>")).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <manifest identifier=\"m\" xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" \
         xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\">\n\
         <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>\n\
         <organizations default=\"o\"><organization identifier=\"o\"><title>Essai</title>\n\
         <item identifier=\"i\" identifierref=\"r\" isvisible=\"true\"><title>Essai</title></item></organization></organizations>\n\
         <resources>\n\
         <resource identifier=\"r\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"index.html\"><file href=\"index.html\"/>{files}</resource>\n\
         </resources></manifest>\n"
    )
}

/// The least of a right package, then these entries, which the manifest lists by their names.
fn package(more: Vec<Made>) -> Vec<Made> {
    let names: Vec<String> =
        more.iter().map(|made| String::from_utf8_lossy(&made.name).into_owned()).collect();
    let listed = |name: &&str| {
        !name.contains(['\\', '<', '\'', '\u{7}', '\u{fffd}'])
            && !name.starts_with(['.', '/', '_'])
            && !name.ends_with('/')
    };
    let mut listed: Vec<&str> =
        names.iter().map(String::as_str).filter(listed).filter(|name| !name.is_empty()).collect();
    listed.sort_unstable();
    listed.dedup();
    listed.insert(0, "a.js");
    let mut out = vec![
        deflated("imsmanifest.xml", manifest(&listed).as_bytes()),
        deflated("index.html", PAGE.as_bytes()),
        stored("a.js", SCRIPT.as_bytes()),
    ];
    out.extend(more);
    out
}

/// A right package whose last entry is changed.
fn with(change: impl FnOnce(&mut Made)) -> Vec<u8> {
    let mut last = stored("b.txt", b"Du texte.");
    change(&mut last);
    zip(&package(vec![last])).0
}

/// A right package with another entry of this name.
fn named(name: &str) -> Vec<u8> {
    with(|last| last.name = name.as_bytes().to_vec())
}

/// A right package, changed after it was made; the second number is where its directory starts.
fn patched(change: impl FnOnce(&mut Vec<u8>, usize)) -> Vec<u8> {
    let (mut bytes, start) = zip(&package(vec![stored("b.txt", b"Du texte.")]));
    change(&mut bytes, start);
    bytes
}

type Case = (&'static str, fn() -> Vec<u8>);

/// Faults of the archive.
const DAMAGED: [Case; 14] = [
    ("coupe", || patched(|bytes, _| bytes.truncate(bytes.len() - 10))),
    ("pas-un-zip", || b"<html>Connectez-vous.</html>".to_vec()),
    ("plusieurs-volumes", || patched(|bytes, _| end(bytes)[4] = 1)),
    ("repertoire-illisible", || patched(|bytes, start| bytes[start] = b'X')),
    ("repertoire-hors-du-fichier", || patched(|bytes, _| end(bytes)[15] = 1)),
    ("compte-faux", || patched(|bytes, _| end(bytes)[8..12].copy_from_slice(&[9, 0, 9, 0]))),
    ("en-tete-absent", || with(|last| last.offset = Some(7))),
    ("en-tetes-contraires", || with(|last| last.local_name = Some(b"c.txt".to_vec()))),
    ("sommes-contraires", || with(|last| last.local_sum = Some(5))),
    ("donnees-coupees", || with(|last| (last.packed, last.length) = (900, 900))),
    ("recouvrement", || {
        let mut twice = stored("imsmanifest.xml", b"");
        twice.offset = Some(0);
        let mut all = package(vec![]);
        (twice.sum, twice.packed, twice.length, twice.method) = (all[0].sum, all[0].packed, all[0].length, 8);
        twice.data.clear();
        all.push(twice);
        zip(&all).0
    }),
    ("somme-fausse", || with(|last| last.sum ^= 1)),
    ("longueur-fausse", || with(|last| last.length += 1)),
    ("deflate-illisible", || with(|last| last.method = 8)),
];

/// Entries that platforms refuse or change.
const REFUSED: [Case; 17] = [
    ("chiffre", || with(|last| last.flags = 1)),
    ("lzma", || with(|last| last.method = 14)),
    ("stocke-avec-descripteur", || zip(&package(vec![stored("b.txt", b"Du texte.").described()])).0),
    ("lien", || with(|last| last.mode = 0o120_777)),
    ("nom-absolu", || named("/b.txt")),
    ("nom-avec-disque", || named("c:b.txt")),
    ("nom-qui-remonte", || named("../b.txt")),
    ("nom-avec-barre-inverse", || named("a\\b.txt")),
    ("nom-vide", || named("")),
    ("nom-avec-commande", || named("a\u{7}.txt")),
    ("nom-avec-apostrophe", || named("l'alu.txt")),
    ("nom-accentue-sans-marque", || named("été.txt")),
    ("nom-faussement-utf-8", || with(|last| (last.name, last.flags) = (b"\xe9t\xe9.txt".to_vec(), 1 << 11))),
    ("nom-trop-long", || named(&"n".repeat(256))),
    ("nom-en-double", || named("index.html")),
    ("page-php", || named("a/config.PHP")),
    ("bombe", || with(|last| (last.length, last.packed) = (u32::MAX - 1, last.packed))),
];

/// What does no harm everywhere.
const UNTIDY: [Case; 13] = [
    ("nom-accentue", || with(|last| (last.name, last.flags) = ("été.txt".into(), 1 << 11))),
    ("noms-avec-espaces", || {
        zip(&package(["a b.txt", "c d.txt", "e f.txt"].map(|name| stored(name, b"x")).into())).0
    }),
    ("nom-avec-tilde", || named("b~1.txt")),
    ("chemin-long", || named(&format!("{}/b.txt", "d".repeat(100)))),
    ("noms-egaux-a-la-casse", || named("INDEX.html")),
    ("dossiers", || zip(&package(vec![stored("d/", b""), stored("e/", b"")])).0),
    ("descripteurs", || zip(&package(vec![deflated("b.txt", b"Du texte.").described()])).0),
    ("zip64-inutile", || {
        with(|last| {
            let long = [9_u64; 1].into_iter().flat_map(u64::to_le_bytes);
            last.extra = [1, 0, 8, 0].into_iter().chain(long).collect();
        })
    }),
    ("octets-avant", || patched(|bytes, _| drop(bytes.splice(0..0, *b"#!/bin/sh\n")))),
    ("octets-apres", || patched(|bytes, _| bytes.extend(b"\r\n"))),
    ("trou", || with(|last| last.gap = b"PK\x03\x04 ancien".to_vec())),
    ("restes-de-mac", || {
        zip(&package(vec![stored("__MACOSX/._index.html", b"x"), stored(".DS_Store", b"x")])).0
    }),
    ("manifeste-en-second", || {
        let mut all = package(vec![]);
        all.swap(0, 1);
        zip(&all).0
    }),
];

/// Zips in order whose content is not.
const CONTENT: [Case; 9] = [
    ("zip-vide", || zip(&[]).0),
    ("sans-manifeste", || zip(&[stored("index.html", PAGE.as_bytes())]).0),
    ("manifeste-dans-un-dossier", || zip(&in_a_folder("cours/")).0),
    ("manifeste-apres-point-barre", || zip(&in_a_folder("./")).0),
    ("manifeste-en-majuscules", || {
        let mut all = package(vec![]);
        all[0].name = b"IMSManifest.xml".to_vec();
        zip(&all).0
    }),
    ("sans-encodage", || page("<html><script src=\"a.js\"></script></html>")),
    ("page-qui-n-est-pas-html", || page("%PDF-1.7")),
    ("scripts-d-un-autre-site", || {
        page(
            "<html><meta charset=utf-8>\n<script src=\"https://cdn.example/a.js\"></script>\n<img src='HTTPS://cdn.example/b.png'><link rel=stylesheet href=\"http://fonts.example/c.css\"><a href=\"https://autre.example/\">ici</a></html>",
        )
    }),
    ("etat-jamais-transmis", || {
        let mut all = package(vec![]);
        all[2] = stored("a.js", b"API.LMSInitialize('')");
        zip(&all).0
    }),
];

fn end(bytes: &mut [u8]) -> &mut [u8] {
    let at = bytes.len() - 22;
    &mut bytes[at..]
}

fn in_a_folder(folder: &str) -> Vec<Made> {
    let moved = |made: Made| Made { name: [folder.as_bytes(), &made.name].concat(), ..made };
    package(vec![]).into_iter().map(moved).collect()
}

fn page(text: &str) -> Vec<u8> {
    let mut all = package(vec![]);
    all[1] = deflated("index.html", text.as_bytes());
    zip(&all).0
}

/// What `inspect` says of these bytes, under a name without a folder.
pub fn judged(bytes: &[u8]) -> Judged {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paquet.zip");
    fs::write(&path, bytes).unwrap();
    inspect::zip(&path).unwrap()
}

/// The findings, without the folder that the zip stands in.
pub fn findings(judged: &Judged) -> String {
    let line = |line: &str| {
        line.split_once("paquet.zip").map_or(line.to_owned(), |(_, rest)| format!("paquet.zip{rest}"))
    };
    short(judged).lines().map(|one| line(one) + "\n").collect()
}

#[test]
fn every_faulty_zip_gets_exactly_its_findings() {
    let mut slugs = Vec::new();
    for (slug, made) in DAMAGED.iter().chain(&REFUSED).chain(&UNTIDY).chain(&CONTENT) {
        let judged = judged(&made());
        assert!(!judged.findings.is_empty(), "{slug}");
        bless::same_file(&cases::cases("inspect/zip").join(slug).join("expected.txt"), &findings(&judged));
        let wrong: Vec<String> = judged.findings.iter().flat_map(cases::wording).collect();
        assert_eq!(wrong, Vec::<String>::new(), "{slug}");
        slugs.push((*slug).to_owned());
    }
    slugs.sort();
    assert_eq!(bless::names(&cases::cases("inspect/zip")), slugs);
}

#[test]
fn a_right_zip_gets_no_finding_and_its_facts_are_told() {
    let (bytes, _) = zip(&package(vec![stored("b/C_1-2.txt", b"Du texte.")]));
    let judged = judged(&bytes);
    assert_eq!(findings(&judged), "");
    let unpacked = manifest(&["a.js", "b/C_1-2.txt"]).len() + PAGE.len() + SCRIPT.len() + 9;
    let about = About {
        standards: vec![Standard::Scorm12],
        title: Some("Essai".to_owned()),
        scos: 1,
        launch: Some("index.html".to_owned()),
        files: 4,
        size: bytes.len() as u64,
        unpacked: unpacked as u64,
    };
    assert_eq!(judged.about, about);
}

#[test]
fn a_zip_that_is_cut_or_garbled_anywhere_is_judged_without_a_panic() {
    let (whole, _) = zip(&package(vec![deflated("b.txt", b"Du texte.").described()]));
    for at in (0..whole.len()).step_by(3) {
        let mut garbled = whole.clone();
        garbled[at] ^= 0xff;
        assert!(!judged(&garbled).findings.is_empty(), "{at}");
        assert!(!judged(&whole[..at]).findings.is_empty(), "{at}");
    }
}

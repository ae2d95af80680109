//! The page that says what a learner's state holds without the program, and beside it what it needs of
//! each module; it decodes nothing (player/decoder does).

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use crate::assets;
use crate::contents;
use crate::contents::Contents;
use crate::diag::Text;
use crate::release::Edition;
use crate::release::Error;
use crate::render::SafeJson;
use crate::render::Templates;
use crate::text;
use crate::transcript;

/// Its name, in the folder of an edition.
pub const DECODER: &str = "decode.html";

/// Where its files of data are.
pub(super) const DATA: &str = "decode/";

/// What stands around the data in such a file, and in the page.
const CALL: (&str, &str) = ("filiereDecoder(", ");\n");
const BLOCK: (&str, &str) = ("id=\"known\">", "</script>");

/// Version of what it and its files of data say to each other.
const VERSION: u32 = 1;

/// The page and its files of data, one a module, by their path in the folder of the edition, whose
/// packages are there already. A module that another program made, in a way that this one does not
/// read, is left out.
pub fn decoder(edition: &Edition, folder: &Path) -> Result<Vec<(String, String)>, Error> {
    let (packages, shelves) = gathered(edition, folder)?;
    let known = Known { v: VERSION, words: transcript::words(), packages };
    let mut out = vec![(DECODER.to_owned(), page(edition, &known))];
    out.extend(shelves.into_iter().map(|(name, packages)| {
        let shelf = SafeJson::new(&Shelf { v: VERSION, packages });
        (name, format!("{}{}{}", CALL.0, shelf.as_str(), CALL.1))
    }));
    Ok(out)
}

/// What the packages in `folder` let the page and its files of data say, by their paths.
pub(super) fn facts(edition: &Edition, folder: &Path) -> Result<BTreeMap<String, Value>, Error> {
    let (entries, shelves) = gathered(edition, folder)?;
    let mut out: BTreeMap<String, Value> =
        shelves.into_iter().map(|(name, packages)| (name, Value::Array(packages))).collect();
    let list = serde_json::to_value(entries).expect("an entry has only string keys");
    out.insert(DECODER.to_owned(), list);
    Ok(out)
}

/// What the text of one of them says; `None` when it is of another version, or no such file.
pub(super) fn said(name: &str, text: &str) -> Option<Value> {
    let around = if name == DECODER { BLOCK } else { CALL };
    let (_, after) = text.split_once(around.0)?;
    let mut found: Value = serde_json::from_str(after.split_once(around.1)?.0).ok()?;
    (found["v"] == VERSION).then(|| found["packages"].take())
}

type Gathered = (Vec<Entry>, BTreeMap<String, Vec<Value>>);

fn gathered(edition: &Edition, folder: &Path) -> Result<Gathered, Error> {
    let mut entries = Vec::new();
    let mut shelves: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (module, file) in packages(edition) {
        let Some((contents, bare)) = read(&folder.join(file))? else { continue };
        let name = format!("{DATA}{module}.js");
        entries.push(Entry::new(&name, &contents));
        shelves.entry(name).or_default().push(bare);
    }
    Ok((entries, shelves))
}

/// A package of each module, version and language, with the module's id: all targets carry the same data.
fn packages(edition: &Edition) -> Vec<(&str, &str)> {
    let mut out: BTreeMap<[&str; 3], (&str, &str)> = BTreeMap::new();
    for module in &edition.modules {
        for one in &module.packages {
            let key = [&*module.id, &module.version, &module.language];
            out.entry(key).or_insert((&module.id, &one.file));
        }
    }
    for one in &edition.kept {
        out.entry([&*one.module, &one.version, &one.language]).or_insert((&one.module, &one.file));
    }
    out.into_values().collect()
}

fn read(path: &Path) -> Result<Option<(Contents, Value)>, Error> {
    let file = File::open(path).map_err(Error::read(path))?;
    let Ok(contents) = contents::read(BufReader::new(file)) else { return Ok(None) };
    let bare = contents.bare();
    Ok(bare.ok().map(|bare| (contents, bare)))
}

/// What player/decoder/package.ts calls so.
#[derive(Serialize)]
struct Known {
    v: u32,
    words: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
    packages: Vec<Entry>,
}

#[derive(Serialize)]
struct Shelf {
    v: u32,
    packages: Vec<Value>,
}

#[derive(Serialize)]
struct Entry {
    file: String,
    title: String,
    version: String,
    language: String,
    hash: String,
    earlier: Vec<String>,
}

impl Entry {
    fn new(file: &str, contents: &Contents) -> Self {
        let (info, state) = (&contents.data.module, &contents.data.state);
        Self {
            file: file.to_owned(),
            title: info.title.clone(),
            version: info.version.clone(),
            language: info.language.clone(),
            hash: state.hash.clone(),
            earlier: state.earlier.iter().map(|one| one.hash.clone()).collect(),
        }
    }
}

#[derive(Serialize)]
struct View<'a> {
    title: Text,
    publisher: &'a str,
    name: &'a str,
    css: &'static str,
    script: &'static str,
    known: SafeJson,
}

fn page(edition: &Edition, known: &Known) -> String {
    let (publisher, name) = (&*edition.publisher.name, &*edition.name);
    let view = View {
        title: text! {
            fr: "Lire ce qu’une personne a fait · {publisher}",
            en: "Read what a learner did · {publisher}",
        },
        publisher,
        name,
        css: assets::DECODER_CSS,
        script: assets::DECODER_JS,
        known: SafeJson::new(known),
    };
    Templates::new(&["decode"]).render("decode", &view) + "\n"
}

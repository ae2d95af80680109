//! The files of a module: which go into the package, under which safe name; their bytes are not read.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::safe;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::diag::Span;
use crate::diag::Text;
use crate::model::Asset;
use crate::model::AssetContent;
use crate::source::ModuleFile;
use crate::text;

/// Endings that servers run or refuse: an LMS that meets one may reject the whole package.
const SCRIPTS: &[&str] = &[
    "asp", "aspx", "bat", "cer", "cfm", "cgi", "cmd", "com", "dll", "exe", "htaccess", "jar", "jsp", "jspx",
    "msi", "phar", "php", "php3", "php4", "php5", "php7", "phps", "phtml", "pl", "ps1", "py", "rb", "scr",
    "sh", "shtml", "vbs",
];

/// Above this many bytes a package meets the upload limit of many LMSs.
const HEAVY: u64 = 50 * 1024 * 1024;

/// The files that go into the package, by name; those that nothing uses are reported.
pub fn assets(context: &Context<'_>, at: Span, sink: &mut Sink) -> Vec<Asset> {
    same_but_for_case(context, at, sink);
    let mut taken = BTreeSet::new();
    let mut assets = Vec::new();
    let used = context.names.used.borrow();
    for file in &context.draft.files {
        if let Some(place) = used.files.get(&file.path) {
            let svg = used.svgs.get(&file.path).cloned();
            assets.push(asset(file, svg, &mut taken, *place, sink));
        } else if !used.data.contains(&file.path) && context.clean && !sink.has_errors() {
            sink.push(idle(file, place(file, at)));
        }
    }
    assets
}

/// Where a file that nothing names begins: in itself when it is a text.
fn place(file: &ModuleFile, module: Span) -> Span {
    file.text.as_ref().map_or(module, |text| text.span(0..0))
}

fn asset(
    file: &ModuleFile,
    svg: Option<Vec<u8>>,
    taken: &mut BTreeSet<String>,
    place: Span,
    sink: &mut Sink,
) -> Asset {
    refused(file, place, sink);
    heavy(file, place, sink);
    let path = unique(&packaged(&file.path), taken);
    if path != expected(&file.path) {
        let (old, new) = (&file.path, &path);
        sink.push(Diagnostic::new(Code::FIL4009, place, fragile(old)).hint(text! {
            fr: "dans le paquet, il s'appelle « {new} »; donnez-lui un nom semblable : minuscules sans accent, chiffres, traits d'union",
            en: "in the package it is called « {new} »; give it such a name: lower case without accents, digits, hyphens",
        }));
    }
    let content = match (svg, &file.text) {
        (Some(bytes), _) => AssetContent::Bytes(bytes),
        // A text as it was read: without byte order mark, lines ended as on Unix, so that the
        // package is the same wherever the source was checked out.
        (None, Some(text)) => AssetContent::Bytes(text.text().into()),
        (None, None) => AssetContent::File { path: file.disk.clone(), length: file.length },
    };
    Asset { source: file.path.clone(), path, content }
}

fn fragile(name: &str) -> Text {
    text! {
        fr: "des plateformes abîment le nom de fichier « {name} »",
        en: "some platforms mangle the file name « {name} »",
    }
}

/// The path inside the package when every part of it is safe.
fn expected(path: &str) -> String {
    if path.starts_with("assets/") { path.to_owned() } else { format!("assets/{path}") }
}

fn packaged(path: &str) -> String {
    expected(path).split('/').map(safe::name).collect::<Vec<_>>().join("/")
}

/// `path`, or with a number before its ending when it is taken.
fn unique(path: &str, taken: &mut BTreeSet<String>) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("assets", path));
    let folder = if path.len() <= 100 { folder } else { "assets" };
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (name, String::new()),
    };
    let numbered = |n: usize| match n {
        1 => format!("{folder}/{name}"),
        n => format!("{folder}/{stem}-{n}{ending}"),
    };
    let path = (1..).map(numbered).find(|p| !taken.contains(p)).expect("numbers never run out");
    taken.insert(path.clone());
    path
}

fn refused(file: &ModuleFile, place: Span, sink: &mut Sink) {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path).to_lowercase();
    // Some servers run `x.php.txt` too.
    let script = name.split('.').skip(1).find(|part| SCRIPTS.contains(part));
    if let Some(ending) = script {
        let path = &file.path;
        let message = text! {
            fr: "des plateformes refusent un paquet qui contient « {path} »",
            en: "some platforms refuse a package that contains « {path} »",
        };
        sink.push(Diagnostic::new(Code::FIL4010, place, message).hint(text! {
            fr: "l'extension .{ending} est celle d'un programme : mettez le fichier dans un .zip ou changez son format",
            en: "the extension .{ending} is that of a program: put the file in a .zip or change its format",
        }));
    }
}

fn heavy(file: &ModuleFile, place: Span, sink: &mut Sink) {
    if file.length <= HEAVY {
        return;
    }
    let (path, size) = (&file.path, file.length / (1024 * 1024));
    let message = text! {
        fr: "« {path} » pèse {size} Mo; bien des plateformes refusent un paquet de plus de 50 Mo",
        en: "« {path} » weighs {size} MB; many platforms refuse a package above 50 MB",
    };
    sink.push(Diagnostic::new(Code::FIL4014, place, message).hint(text! {
        fr: "compressez le fichier, ou demandez à l'établissement sa limite",
        en: "compress the file, or ask the institution for its limit",
    }));
}

fn idle(file: &ModuleFile, place: Span) -> Diagnostic {
    let path = &file.path;
    let message =
        text! { fr: "rien n'utilise le fichier « {path} »", en: "nothing uses the file « {path} »" };
    let found = Diagnostic::new(Code::FIL2010, place, message);
    if path.starts_with("pages/") {
        return found.hint(text! {
            fr: "une page est un fichier .md, en minuscules, directement dans pages/ : renommez-le, ou supprimez-le",
            en: "a page is a .md file, in lower case, directly in pages/: rename it, or delete it",
        });
    }
    found.hint(text! {
        fr: "il n'est pas dans le paquet : montrez-le dans une page, ou supprimez-le",
        en: "it is not in the package: show it on a page, or delete it",
    })
}

/// Two names that a disk without case takes for one cannot both be checked out.
fn same_but_for_case(context: &Context<'_>, at: Span, sink: &mut Sink) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in &context.draft.files {
        let key = file.path.to_lowercase();
        if let Some(first) = seen.get(&key) {
            let second = &file.path;
            let place = place(file, at);
            let message = text! {
                fr: "« {first} » et « {second} » ne diffèrent que par la casse",
                en: "« {first} » and « {second} » differ by case only",
            };
            sink.push(Diagnostic::new(Code::FIL4011, place, message).hint(text! {
                fr: "renommez l'un des deux : Windows et macOS n'en gardent qu'un",
                en: "rename one of the two: Windows and macOS keep only one",
            }));
        }
        seen.entry(key).or_insert(&file.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::PackagePath;

    #[test]
    fn safe_names_stay_and_others_become_safe() {
        let mut taken = BTreeSet::new();
        let mut path = |written: &str| unique(&packaged(written), &mut taken);
        assert_eq!(path("assets/cuve.svg"), "assets/cuve.svg");
        assert_eq!(path("assets/a/b/cuve.svg"), "assets/a/b/cuve.svg");
        assert_eq!(path("data/a.csv"), "assets/data/a.csv");
        assert_eq!(path("assets/Cuve.svg"), "assets/cuve-2.svg");
        assert_eq!(path("assets/Schéma n°1.svg"), "assets/schema-n-1.svg");
    }

    #[test]
    fn the_ending_of_a_program_is_refused_wherever_it_stands_in_the_name() {
        let mut sources = crate::diag::Sources::default();
        let place = Span::new(sources.add("p.md", ""), 0..0);
        let is_refused = |path: &str| {
            let file = ModuleFile {
                path: path.to_owned(),
                disk: std::path::PathBuf::new(),
                length: 1,
                text: None,
                outside: false,
            };
            let mut sink = Sink::default();
            refused(&file, place, &mut sink);
            sink.iter().map(|finding| finding.code).eq([Code::FIL4010])
        };
        let names = ["assets/a.php", "assets/a.PHP.txt", "assets/php.txt", "assets/a.php5.zip", "a.py/b.txt"];
        assert_eq!(names.map(is_refused), [true, true, false, true, false]);
    }

    proptest::proptest! {
        #[test]
        fn every_file_gets_a_path_of_its_own_that_packages_accept(
            names in proptest::collection::vec("(assets/)?([A-Za-z0-9é._ -]{1,70}/){0,3}.{1,40}", 1..6),
        ) {
            let mut taken = BTreeSet::new();
            for name in &names {
                let path = unique(&packaged(name), &mut taken);
                proptest::prop_assert!(PackagePath::new(&path).is_some(), "{} -> {}", name, path);
            }
            proptest::prop_assert_eq!(taken.len(), names.len());
        }
    }
}

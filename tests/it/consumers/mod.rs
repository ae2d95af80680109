//! The manifests of xAPI as those who import them read them: four platforms, one of them by its own
//! code, and two grammars written apart from the judge in `inspect`.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use filiere::archive;
use filiere::archive::Options;
use filiere::package::Package;
use filiere::pipeline;
use filiere::target;
use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

use crate::cases;
use crate::run;
use crate::sample;
use crate::tool;

/// What `manifests:` can say.
const MANIFESTS: [&str; 3] = ["both", "cmi5", "tincan"];
/// Workspaces whose modules are built.
const WORKSPACES: [&str; 2] = [".", "tests/e2e/workspace"];
/// What a module is called in the vocabulary of ADL.
const COURSE: &str = "http://adlnet.gov/expapi/activities/course";
/// Wrong manifests in which each element stands where it may: only readers stumble on them.
const FORMALLY_RIGHT: [&str; 24] = [
    "cmi5-deux-unites",
    "cmi5-id-avec-accent",
    "cmi5-langue-absente",
    "cmi5-langue-repetee",
    "cmi5-moveon-absent",
    "cmi5-moveon-sans-objet",
    "cmi5-objectif-inconnu",
    "cmi5-objectif-repete",
    "cmi5-page-absente",
    "cmi5-page-depuis-la-racine",
    "cmi5-parametre-reserve",
    "cmi5-reussite-sans-note",
    "tincan-avec-prefixe",
    "tincan-deux-activites-lancees",
    "tincan-deux-lancements",
    "tincan-element-avec-separateur",
    "tincan-elements-repetes",
    "tincan-id-repete",
    "tincan-lancement-avec-espaces",
    "tincan-lancement-en-second",
    "tincan-page-absente",
    "tincan-ressource-absente",
    "tincan-sans-lancement",
    "xml-autre-encodage-annonce",
];

/// Packages of xAPI, in a folder that lives as long as they do.
struct Built {
    folder: TempDir,
    zips: Vec<PathBuf>,
}

/// The packages of every module, with these manifests.
fn built(manifests: &str) -> Built {
    let folder = tempfile::tempdir().unwrap();
    let mut zips = Vec::new();
    for workspace in WORKSPACES {
        let (from, copy) = (tool::repository(workspace), tempfile::tempdir().unwrap());
        run::copy(&from.join("modules"), &copy.path().join("modules"));
        let settings = fs::read_to_string(from.join("filiere.yaml")).unwrap();
        let asked = format!("targets: [xapi]\nmanifests: {manifests}");
        let changed = settings.replace("targets: [scorm12, xapi]", &asked);
        assert_ne!(changed, settings);
        fs::write(copy.path().join("filiere.yaml"), changed).unwrap();
        let outcome = pipeline::build(copy.path(), folder.path(), &[], &|_| {}).unwrap();
        let names = outcome.packages.iter().map(|package| package.path.file_name().unwrap().to_owned());
        zips.extend(names.map(|name| folder.path().join(name)));
    }
    assert!(zips.len() >= 3);
    Built { folder, zips }
}

/// What a program prints of each package, a line each.
fn printed(program: &str, script: &str, mode: &[&str], zips: &[PathBuf]) -> Vec<Value> {
    let script = tool::repository(script).display().to_string();
    let zips: Vec<String> = zips.iter().map(|zip| zip.display().to_string()).collect();
    let all = [script.as_str()].into_iter().chain(mode.iter().copied());
    let arguments: Vec<&str> = all.chain(zips.iter().map(String::as_str)).collect();
    let said = tool::run(Path::new("."), program, &arguments);
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn entry(zip: &Path, name: &str) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    let mut content = Vec::new();
    std::io::Read::read_to_end(&mut archive.by_name(name).ok()?, &mut content).unwrap();
    Some(content)
}

/// What the page of a package gives the run-time, which sends statements by it.
fn data(zip: &Path) -> Value {
    let page = String::from_utf8(entry(zip, "index.html").unwrap()).unwrap();
    let (_, rest) = page.split_once("id=\"filiere-data\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// What the run-time knows of a module.
struct Known {
    iri: String,
    title: String,
    /// What it is about.
    about: String,
    language: String,
    objectives: Value,
    move_on: &'static str,
    /// From 0 to 1.
    mastery: Option<f64>,
}

impl Known {
    fn of(zip: &Path) -> Self {
        let data = data(zip);
        let text = |pointer: &str| data.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        let (iri, language) = (text("/module/iri"), text("/module/language"));
        let objective = |one: &Value| {
            let words = json!({ &language: one["text"] });
            json!({ "id": format!("{iri}/o/{}", one["id"].as_str().unwrap()), "title": words, "description": words })
        };
        let objectives = data["objectives"].as_array().unwrap().iter().map(objective).collect();
        let move_on = match data["completion"].as_str().unwrap() {
            "pages" => "Completed",
            "assessment" => "Passed",
            _ => "CompletedAndPassed",
        };
        let mastery = data["assessment"]["pass"].as_f64().map(|percent| percent / 100.0);
        let (title, about) = (text("/module/title"), text("/module/about"));
        Self { title, about, iri, language, objectives, move_on, mastery }
    }

    fn words(&self, text: &str) -> Value {
        json!({ &self.language: text })
    }

    /// The course structure, whole.
    fn structure(&self) -> Value {
        let (title, description) = (self.words(&self.title), self.words(&self.about));
        let ids: Vec<&Value> = self.objectives.as_array().unwrap().iter().map(|one| &one["id"]).collect();
        json!({
            "course": { "id": self.iri, "title": title, "description": description },
            "objectives": self.objectives,
            "units": [{
                "id": format!("{}/au", self.iri), "title": title, "description": description,
                "objectives": ids, "url": "index.html", "move_on": self.move_on, "mastery": self.mastery,
                "method": "AnyWindow", "kind": COURSE,
            }],
        })
    }

    /// What ILIAS takes from one of the manifests.
    fn ilias(&self, manifest: &str) -> Value {
        let taken = json!({
            "manifest": manifest, "title": self.title, "description": self.about, "launch": "index.html",
            "id": self.iri,
        });
        let mut fields = taken.as_object().unwrap().clone();
        if manifest == "cmi5.xml" {
            let mastery = self.mastery.map_or("0.7".to_owned(), |mastery| mastery.to_string());
            let move_on = if self.move_on == "CompletedAndPassed" { "Passed" } else { self.move_on };
            fields.insert("id".to_owned(), json!(format!("{}/au", self.iri)));
            fields.insert("move_on".to_owned(), json!(move_on));
            fields.insert("mastery".to_owned(), json!(mastery));
        }
        Value::Object(fields)
    }
}

#[test]
fn each_platform_finds_its_manifest_and_takes_from_it_what_the_run_time_says() {
    for manifests in MANIFESTS {
        let Built { folder: _folder, zips } = built(manifests);
        let read = printed("python3", "tests/it/consumers/read.py", &[], &zips);
        for (zip, read) in zips.iter().zip(read) {
            let known = Known::of(zip);
            let tincan = json!({ "id": known.iri, "launch": "index.html" });
            let cmi5 = known.structure();
            let from = if manifests == "tincan" { "tincan.xml" } else { "cmi5.xml" };
            let expected = json!({
                "moodle": if manifests == "cmi5" { Value::Null } else { tincan },
                "ilias": known.ilias(from),
                "catapult": if manifests == "tincan" { Value::Null } else { cmi5 },
            });
            assert_eq!(read, expected, "{manifests}: {}", zip.display());
        }
    }
}

#[test]
fn words_that_xml_could_trip_over_come_through_whole() {
    let (module, folder) = (sample::module(), tempfile::tempdir().unwrap());
    let mut package = Package::default();
    target::find("xapi").unwrap().finish(&module, &mut package);
    let zip = folder.path().join("sample.zip");
    archive::write(&package, &[], folder.path(), &Options::default()).unwrap().commit(&zip).unwrap();
    let [read] = &printed("python3", "tests/it/consumers/read.py", &[], &[zip])[..] else { panic!("one") };
    let course = json!({
        "id": "https://alucompetences.example/modules/hall-heroult",
        "title": { "fr-CA": module.title }, "description": { "fr-CA": module.description },
    });
    assert_eq!(read["catapult"]["course"], course);
    assert_eq!(
        [&read["ilias"]["title"], &read["ilias"]["description"]],
        [&module.title, &module.description]
    );
    let objective = json!({ "fr-CA": "Calculer la production d’une cuve" });
    assert_eq!(read["catapult"]["objectives"][0]["title"], objective);
}

#[test]
fn open_edx_itself_imports_every_package() {
    for manifests in ["both", "cmi5"] {
        let Built { folder: _folder, zips } = built(manifests);
        let python = tool::repository("target/openedx/venv/bin/python").display().to_string();
        let read = printed(&python, "tests/openedx/lms.py", &["read"], &zips);
        for (zip, read) in zips.iter().zip(read) {
            let known = Known::of(zip);
            let expected = json!({
                "course": { "course_id": known.iri, "title": known.title, "description": known.about },
                "units": [{ "url": "index.html", "title": known.title, "launch_method": "AnyWindow" }],
                "opens": "index.html",
            });
            assert_eq!(read, expected, "{manifests}: {}", zip.display());
        }
    }
}

/// What xmllint says of a manifest against the grammar of its standard.
fn formal(manifest: &Path) -> Result<(), String> {
    let name = manifest.file_stem().unwrap().to_str().unwrap();
    let grammar = tool::repository("tests/it/consumers").join(format!("{name}.rng"));
    let [grammar, manifest] = [&grammar, manifest].map(|path| path.display().to_string());
    tool::verdict(Path::new("."), "xmllint", &["--noout", "--nonet", "--relaxng", &grammar, &manifest])
}

#[test]
fn the_grammars_of_both_standards_take_the_manifests_of_every_module() {
    for manifests in MANIFESTS {
        let Built { folder, zips } = built(manifests);
        let mut judged = 0;
        for zip in &zips {
            for name in ["cmi5.xml", "tincan.xml"] {
                let Some(content) = entry(zip, name) else { continue };
                fs::write(folder.path().join(name), content).unwrap();
                assert_eq!(formal(&folder.path().join(name)), Ok(()), "{}", zip.display());
                judged += 1;
            }
        }
        assert_eq!(judged, zips.len() * if manifests == "both" { 2 } else { 1 });
    }
}

/// The cases of `inspect` about xAPI; the official schemas judge those about SCORM.
fn about_xapi(cases: &str) -> impl Iterator<Item = PathBuf> {
    let scorm = |case: &PathBuf| case.file_name().unwrap().to_str().unwrap().starts_with("scorm12-");
    cases::folders(&cases::cases(cases)).into_iter().filter(move |case| !scorm(case))
}

/// The manifest of a case of `inspect`.
fn manifest(case: &Path) -> PathBuf {
    let is_manifest = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "xml");
    run::entries(case).into_iter().find(is_manifest).unwrap()
}

#[test]
fn the_grammars_and_the_judge_agree_on_which_manifests_are_formally_wrong() {
    let taken = about_xapi("inspect/err").filter(|case| formal(&manifest(case)).is_ok());
    let names: Vec<String> =
        taken.map(|case| case.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(names, FORMALLY_RIGHT);
    for case in about_xapi("inspect/ok") {
        assert_eq!(formal(&manifest(&case)), Ok(()));
    }
}

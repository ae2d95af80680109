//! The manifests of an xAPI package, whole, for each policy of completion.

use filiere::model::Assessment;
use filiere::model::Completion;
use filiere::model::Corrections;
use filiere::model::FeedbackPolicy;
use filiere::model::Grading;
use filiere::model::LangTag;
use filiere::model::Manifests;
use filiere::model::Module;
use filiere::model::PassMark;
use filiere::package::Entry;
use filiere::package::Package;
use filiere::package::PackagePath;
use filiere::target;

use crate::bless;
use crate::sample;
use crate::tool;

/// The package of a module: its page and what the target adds.
fn package(module: &Module) -> Package {
    let mut package = Package::default();
    package.insert(PackagePath::new("index.html").unwrap(), Entry::Bytes(b"<!doctype html>".to_vec()));
    target::find("xapi").unwrap().finish(module, &mut package);
    package
}

fn text(package: &Package, name: &str) -> String {
    match package.get(name) {
        Some(Entry::Bytes(bytes)) => String::from_utf8(bytes.clone()).unwrap(),
        other => panic!("{name}: {other:?}"),
    }
}

fn assessed(pass_mark: u8, completion: Completion) -> Module {
    let assessment = Assessment {
        pass_mark: PassMark::new(pass_mark).unwrap(),
        attempts: None,
        grading: Grading::Best,
        feedback: FeedbackPolicy::AfterAttempt,
        corrections: Corrections::Worked,
        shuffle_questions: true,
        shuffle_options: true,
        after_pages: false,
        draws: Vec::new(),
    };
    Module { assessment: Some(assessment), completion, ..sample::module() }
}

/// The line of cmi5.xml that says what satisfies the unit.
fn unit(module: &Module) -> String {
    let manifest = text(&package(module), "cmi5.xml");
    let line = manifest.lines().find(|line| line.contains("<au ")).unwrap();
    line.trim().replace("https://alucompetences.example/modules/hall-heroult", "…")
}

#[test]
fn the_manifests_of_a_french_module_are_these() {
    let package = package(&sample::module());
    for name in ["cmi5.xml", "tincan.xml"] {
        bless::same_file(&tool::repository("tests/it/manifest").join(name), &text(&package, name));
    }
}

#[test]
fn what_satisfies_the_unit_follows_the_modules_policy() {
    let course = "launchMethod=\"AnyWindow\" activityType=\"http://adlnet.gov/expapi/activities/course\">";
    let units = [
        sample::module(),
        assessed(70, Completion::Pages),
        assessed(60, Completion::Assessment),
        assessed(100, Completion::Both),
        assessed(7, Completion::Both),
    ]
    .map(|module| unit(&module));
    let expected = [
        "moveOn=\"Completed\"",
        "moveOn=\"Completed\" masteryScore=\"0.7\"",
        "moveOn=\"Passed\" masteryScore=\"0.6\"",
        "moveOn=\"CompletedAndPassed\" masteryScore=\"1\"",
        "moveOn=\"CompletedAndPassed\" masteryScore=\"0.07\"",
    ];
    assert_eq!(units, expected.map(|policy| format!("<au id=\"…/au\" {policy} {course}")));
}

#[test]
fn every_pass_mark_is_written_whole_in_fewer_decimals_than_the_four_allowed() {
    for percent in 0..=100 {
        let line = unit(&assessed(percent, Completion::Both));
        let (_, rest) = line.split_once("masteryScore=\"").unwrap();
        let (score, _) = rest.split_once('"').unwrap();
        let decimals = score.split_once('.').map_or("", |(_, decimals)| decimals);
        assert!(decimals.len() <= 2, "{score}");
        assert_eq!((score.parse::<f64>().unwrap() * 100.0).round(), f64::from(percent), "{score}");
    }
}

#[test]
fn the_manifests_are_those_that_the_workspace_asks_for() {
    let names = [Manifests::Tincan, Manifests::Cmi5, Manifests::Both].map(|manifests| {
        let mut module = sample::module();
        module.workspace.manifests = manifests;
        let package = package(&module);
        package.entries().map(|(path, _)| path.as_str().to_owned()).collect::<Vec<_>>()
    });
    let expected = [
        vec!["index.html", "tincan.xml"],
        vec!["cmi5.xml", "index.html"],
        vec!["cmi5.xml", "index.html", "tincan.xml"],
    ];
    assert_eq!(names, expected);
}

#[test]
fn addresses_stay_when_title_version_date_and_language_change() {
    let addresses = |module: &Module| -> Vec<String> {
        let package = package(module);
        let both = text(&package, "cmi5.xml") + &text(&package, "tincan.xml");
        both.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let later = Module {
        title: "Autre titre".to_owned(),
        version: "2.0.0".to_owned(),
        date: "2027-01-01".to_owned(),
        language: LangTag::new("en-CA").unwrap(),
        ..sample::module()
    };
    let base = "https://alucompetences.example/modules/hall-heroult";
    let expected =
        [base.to_owned(), format!("{base}/o/calculer-cuve"), format!("{base}/au"), base.to_owned()];
    assert_eq!(addresses(&sample::module()), expected);
    assert_eq!(addresses(&later), expected);
}

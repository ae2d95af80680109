//! What each target allows, found from both sides of its limits.

use std::fs;
use std::path::Path;

use filiere::diag::Code;
use filiere::diag::Diagnostic;
use filiere::diag::Sink;
use filiere::diag::Sources;
use filiere::pipeline;

/// A module whose assessment asks for as many long words, for these targets.
fn written(folder: &Path, targets: &str, words: usize) {
    let module = folder.join("modules/m");
    for sub in ["pages", "questions"] {
        fs::create_dir_all(module.join(sub)).unwrap();
    }
    let workspace = "filiere: 1\npublisher: { name: Essai, organization: Essai, url: \"https://essai.ca/\" }\n\
        iri: \"https://essai.ca/\"\nlanguage: fr-CA\nlicence: CC-BY-4.0\n";
    fs::write(folder.join("filiere.yaml"), format!("{workspace}targets: {targets}\n")).unwrap();
    let about = "id: m\nversion: 1.0.0\ndate: 2026-11-22\ntitle: Essai\ndescription: |\n  Un essai.\n\
        kind: theory\nduration: 10 min\nassessment:\n  pass_mark: 70\n  draw:\n    - { bank: q }\n";
    fs::write(module.join("module.yaml"), about).unwrap();
    fs::write(module.join("pages/01-page.md"), "# Une page\n\nDu texte.\n").unwrap();
    let word = "a".repeat(200);
    let question =
        |n: usize| format!("- id: q{n}\n  type: fill-in\n  prompt: |\n    Dites.\n  answers: ['{word}']\n");
    fs::write(module.join("questions/q.yaml"), (0..words).map(question).collect::<String>()).unwrap();
}

/// What is found in such a module about its state: too long, or nearly.
fn found(targets: &str, words: usize) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), targets, words);
    let (mut sources, mut sink) = (Sources::default(), Sink::default());
    pipeline::check(folder.path(), &[], &mut sources, &mut sink).unwrap();
    sink.into_sorted(&sources)
}

/// The two numbers of a finding: what the state takes, what it may.
fn numbers(finding: &Diagnostic) -> [u64; 2] {
    let digits = |word: &str| word.replace([',', '\u{a0}'], "").parse().ok();
    let numbers: Vec<u64> = finding.message.en.split([' ', ';']).filter_map(digits).collect();
    numbers.try_into().unwrap_or_else(|_| panic!("{}", finding.message.en))
}

#[test]
fn a_state_is_refused_from_the_first_question_that_does_not_fit() {
    for (targets, limit) in [("[scorm12]", 4_000), ("[xapi]", 32_000), ("[scorm12, xapi]", 4_000)] {
        let (mut fits, mut too_many) = (1, 400);
        while too_many - fits > 1 {
            let words = fits + (too_many - fits) / 2;
            let refused = found(targets, words).iter().any(|finding| finding.code == Code::FIL5003);
            if refused { too_many = words } else { fits = words }
        }
        let [nearly, refused] = [fits, too_many].map(|words| found(targets, words));
        let codes = |findings: &[Diagnostic]| findings.iter().map(|finding| finding.code).collect::<Vec<_>>();
        assert_eq!(
            (codes(&nearly), codes(&refused)),
            (vec![Code::FIL5004], vec![Code::FIL5003]),
            "{targets}"
        );
        let ([below, least], [above, most]) = (numbers(&nearly[0]), numbers(&refused[0]));
        assert_eq!((least, most), (limit, limit), "{targets}");
        assert!(below <= limit && above > limit && above - below < 300, "{targets}: {below}, {above}");
    }
}

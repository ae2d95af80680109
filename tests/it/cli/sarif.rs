//! A log for code scanning has the shape that SARIF 2.1.0 asks for (OASIS, 3.13 to 3.49): the keys
//! that it requires, none that it does not know, and references that lead somewhere.

use serde_json::Value;

use crate::cli::faulty;
use crate::run;

/// An object of the standard: keys that it must have, and others of those that it may have.
type Shape = (&'static [&'static str], &'static [&'static str]);

const LOG: Shape = (&["version", "runs"], &["$schema"]);
const RUN: Shape = (&["tool", "results"], &["columnKind"]);
const DRIVER: Shape = (&["name"], &["version", "rules", "informationUri"]);
const RULE: Shape = (&["id"], &["name", "fullDescription", "help", "helpUri", "defaultConfiguration"]);
const RESULT: Shape =
    (&["message"], &["ruleId", "ruleIndex", "level", "locations", "partialFingerprints", "relatedLocations"]);
const LOCATION: Shape = (&["physicalLocation"], &["message"]);
const REGION: Shape = (&["startLine"], &["startColumn", "endLine", "endColumn"]);

#[test]
fn a_log_of_findings_has_the_shape_of_the_standard() {
    let folder = faulty();
    let run = run::run(folder.path(), &["check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.out).unwrap();
    shaped(&log, LOG);
    assert_eq!((run.code, &log["version"]), (1, &Value::from("2.1.0")));
    let run = &log["runs"][0];
    shaped(run, RUN);
    shaped(&run["tool"], (&["driver"], &[]));
    shaped(&run["tool"]["driver"], DRIVER);
    assert!(["utf16CodeUnits", "unicodeCodePoints"].map(Value::from).contains(&run["columnKind"]));
    let rules = list(&run["tool"]["driver"]["rules"]);
    rules.iter().for_each(judged);
    let results = list(&run["results"]);
    assert!(!results.is_empty());
    for result in results {
        shaped(result, RESULT);
        levelled(&result["level"]);
        assert!(result["message"]["text"].is_string(), "{result}");
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[at]["id"], result["ruleId"]);
        list(&result["locations"]).iter().chain(list(&result["relatedLocations"])).for_each(located);
    }
}

fn judged(rule: &Value) {
    shaped(rule, RULE);
    levelled(&rule["defaultConfiguration"]["level"]);
    assert!(rule["fullDescription"]["text"].is_string() && rule["help"]["text"].is_string(), "{rule}");
}

fn located(location: &Value) {
    shaped(location, LOCATION);
    let place = &location["physicalLocation"];
    shaped(place, (&["artifactLocation"], &["region"]));
    let uri = place["artifactLocation"]["uri"].as_str().unwrap();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/%".contains(&b);
    assert!(!uri.is_empty() && !uri.starts_with('/') && uri.bytes().all(plain), "{uri}");
    let region = &place["region"];
    shaped(region, REGION);
    let [line, column, end_line, end_column] =
        ["startLine", "startColumn", "endLine", "endColumn"].map(|key| region[key].as_u64().unwrap());
    assert!(line >= 1 && column >= 1 && (line, column) <= (end_line, end_column), "{region}");
}

fn levelled(level: &Value) {
    assert!(["none", "note", "warning", "error"].map(Value::from).contains(level), "{level}");
}

fn shaped(value: &Value, (required, others): Shape) {
    let object = value.as_object().unwrap();
    let missing: Vec<_> = required.iter().filter(|key| !object.contains_key(**key)).collect();
    let known = |key: &&String| required.contains(&key.as_str()) || others.contains(&key.as_str());
    let unknown: Vec<_> = object.keys().filter(|key| !known(key)).collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing {missing:?}, unknown {unknown:?}");
}

/// The items of a list, none where there is none.
fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

//! `filiere lrs` as a test starts it: one line, an address that answers, an end with its input.

use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::TcpStream;
use std::path::Path;
use std::process::Child;
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;
use serde_json::json;

use crate::run;
use crate::tool;

/// Longest wait for what must come.
const PATIENCE: Duration = Duration::from_secs(30);

struct Lrs {
    child: Child,
    start: Value,
}

impl Drop for Lrs {
    fn drop(&mut self) {
        // It may have ended by itself, as it should.
        let _ = self.child.kill();
        self.child.wait().unwrap();
    }
}

impl Lrs {
    fn start(arguments: &[&str]) -> Self {
        let arguments: Vec<&str> = ["lrs"].iter().chain(arguments).copied().collect();
        let mut command = run::command(Path::new("."), &arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        Self { child, start: serde_json::from_str(&line).unwrap() }
    }

    fn text(&self, key: &str) -> &str {
        self.start[key].as_str().unwrap()
    }

    /// Head and body of the answer to a request; both empty when the connection was cut.
    fn ask(&self, method: &str, address: &str, headers: &[(&str, &str)], body: &str) -> (String, String) {
        let rest = address.strip_prefix("http://").unwrap();
        let (host, path) = rest.split_once('/').unwrap();
        let mut stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let length = body.len();
        write!(stream, "{method} /{path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {length}\r\n").unwrap();
        for (name, value) in headers {
            write!(stream, "{name}: {value}\r\n").unwrap();
        }
        write!(stream, "Connection: close\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        // A connection that is cut ends early, by an error or not.
        let _ = stream.read_to_string(&mut answer);
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_default();
        (head.to_owned(), body.to_owned())
    }

    fn xapi(&self, method: &str, resource: &str, body: &str) -> (String, String) {
        let headers = [
            ("Authorization", self.text("auth")),
            ("X-Experience-API-Version", "1.0.3"),
            ("Content-Type", "application/json"),
        ];
        self.ask(method, &format!("{}{resource}", self.text("endpoint")), &headers, body)
    }

    fn admin(&self, method: &str, name: &str, body: &str) -> Value {
        let (head, body) = self.ask(method, &format!("{}{name}", self.text("admin")), &[], body);
        assert!(head.starts_with("HTTP/1.1 20"), "{head}\n{body}");
        serde_json::from_str(&body).unwrap_or_default()
    }
}

fn status(answer: &(String, String)) -> &str {
    answer.0.lines().next().unwrap_or_default()
}

const STATEMENT: &str = r#"{
  "id": "5a7e0c7e-3a1f-4c9e-8d53-2f1f8f1a0b11",
  "actor": {"mbox": "mailto:camille@example.org"},
  "verb": {"id": "http://adlnet.gov/expapi/verbs/experienced"},
  "object": {"id": "https://example.org/modules/cuve"}
}"#;

#[test]
fn it_tells_where_it_is_keeps_statements_and_ends_with_its_input() {
    let mut lrs = Lrs::start(&[]);
    let base = lrs.text("endpoint").strip_suffix("xapi/").unwrap().to_owned();
    let expected = json!({ "endpoint": format!("{base}xapi/"), "admin": format!("{base}admin/"), "auth": lrs.text("auth") });
    assert_eq!(lrs.start, expected);
    assert_eq!(status(&lrs.xapi("POST", "statements", STATEMENT)), "HTTP/1.1 200 OK");
    let kept = lrs.admin("GET", "statements", "");
    assert_eq!(kept[0]["id"], "5a7e0c7e-3a1f-4c9e-8d53-2f1f8f1a0b11");
    assert_eq!(kept.as_array().map(Vec::len), Some(1));
    drop(lrs.child.stdin.take());
    assert!(lrs.child.wait().unwrap().success());
}

#[test]
fn a_request_for_the_head_alone_gets_that_of_a_reading_and_no_body() {
    let lrs = Lrs::start(&[]);
    assert_eq!(status(&lrs.xapi("POST", "statements", STATEMENT)), "HTTP/1.1 200 OK");
    let agent = "agent=%7B%22mbox%22%3A%22mailto%3Acamille%40example.org%22%7D";
    let activity = "activityId=https%3A%2F%2Fexample.org%2Fmodules%2Fcuve";
    let state = format!("activities/state?{activity}&{agent}&stateId=s");
    assert_eq!(status(&lrs.xapi("PUT", &state, "{}")), "HTTP/1.1 204 No Content");
    for resource in [
        "about",
        "statements",
        "statements?statementId=5a7e0c7e-3a1f-4c9e-8d53-2f1f8f1a0b11",
        &format!("activities?{activity}"),
        &format!("agents?{agent}"),
        &state,
    ] {
        let [get, head] = ["GET", "HEAD"].map(|method| lrs.xapi(method, resource, ""));
        assert_eq!((status(&head), head.1.as_str()), ("HTTP/1.1 200 OK", ""), "{resource}");
        assert_ne!(get.1, "", "{resource}");
        let lasting = |head: &str| -> Vec<String> {
            let moving = |line: &&str| !line.starts_with("date") && !line.contains("consistent-through");
            head.lines().filter(moving).map(str::to_owned).collect()
        };
        assert_eq!(lasting(&head.0), lasting(&get.0), "{resource}");
    }
}

#[test]
fn a_connection_is_cut_when_a_test_asks_for_it_and_only_then() {
    let lrs = Lrs::start(&["--versions", "1.0.3"]);
    lrs.admin("POST", "faults", r#"[{"method": "POST", "path": "statements", "drop": true, "times": 1}]"#);
    assert_eq!(lrs.xapi("POST", "statements", STATEMENT), (String::new(), String::new()));
    assert_eq!(lrs.admin("GET", "statements", ""), json!([]));
    assert_eq!(status(&lrs.xapi("POST", "statements", STATEMENT)), "HTTP/1.1 200 OK");
    let log = lrs.admin("GET", "log", "");
    let told = |index: usize| (log[index]["status"].as_u64().unwrap(), log[index]["fault"].clone());
    assert_eq!([told(0), told(1)], [(403, json!("dropped")), (200, Value::Null)]);
}

#[test]
fn pages_of_other_origins_may_do_what_the_guides_have_colleges_allow_and_no_more() {
    let lrs = Lrs::start(&[]);
    let statements = format!("{}statements", lrs.text("endpoint"));
    let (head, _) = lrs.ask("OPTIONS", &statements, &[("Origin", "https://moodle.example")], "");
    assert!(head.starts_with("HTTP/1.1 204"), "{head}");
    let guides = ["fr/guides/importer-un-paquet-xapi", "en/guides/import-an-xapi-package"]
        .map(|page| fs::read_to_string(tool::repository(&format!("docs/{page}.md"))).unwrap());
    for name in ["Allow-Methods", "Allow-Headers", "Expose-Headers"] {
        let name = format!("Access-Control-{name}");
        let said = head.lines().find_map(|line| line.strip_prefix(&format!("{}: ", name.to_lowercase())));
        let row = format!("| `{name}` | `{}` |", said.unwrap());
        assert!(guides.iter().all(|guide| guide.contains(&row)), "{row}");
    }
}

#[test]
fn a_name_that_is_not_of_this_machine_reaches_nothing() {
    let lrs = Lrs::start(&[]);
    let about = format!("{}about", lrs.text("endpoint"));
    assert_eq!(status(&lrs.ask("GET", &about, &[], "")), "HTTP/1.1 200 OK");
    let rebound = lrs.ask("GET", &about, &[("Host", "site.example")], "");
    assert_eq!(status(&rebound), "HTTP/1.1 403 Forbidden");
}

#[test]
fn a_file_outlives_the_process() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lrs.db");
    let arguments = ["--db", path.to_str().unwrap()];
    let mut first = Lrs::start(&arguments);
    assert_eq!(status(&first.xapi("POST", "statements", STATEMENT)), "HTTP/1.1 200 OK");
    drop(first.child.stdin.take());
    assert!(first.child.wait().unwrap().success());
    let second = Lrs::start(&arguments);
    assert_eq!(second.admin("GET", "statements", "")[0]["id"], "5a7e0c7e-3a1f-4c9e-8d53-2f1f8f1a0b11");
    let refused = run::run(folder.path(), &["lrs", "--db", "."]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(
        refused.err.starts_with("erreur\u{a0}: . ne s'ouvre pas comme une base SQLite\u{a0}: "),
        "{refused:?}"
    );
}

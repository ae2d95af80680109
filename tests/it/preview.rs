//! The preview as a browser meets it: the package's own bytes, news of each save, loopback only.

use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::TcpStream;
use std::process::Child;
use std::process::Stdio;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use snapbox::assert_data_eq;
use snapbox::str;

use crate::run;

/// How long an event may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// A preview that stops with the test.
struct Preview {
    child: Child,
    port: u16,
    said: mpsc::Receiver<String>,
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Preview {
    fn start(folder: &std::path::Path) -> Self {
        let mut child = run::command(folder, &["preview"]).stdout(Stdio::piped()).spawn().unwrap();
        let (sender, said) = mpsc::channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || out.lines().try_for_each(|line| sender.send(line.unwrap())));
        let line = said.recv_timeout(PATIENCE).unwrap();
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.unwrap_or_else(|| panic!("no address in « {line} »")).parse().unwrap();
        let preview = Self { child, port, said };
        // The address answers once the first build is done.
        assert_eq!(preview.line(), "compilation 1\u{a0}: 0 erreur, 0 avertissement");
        preview
    }

    /// The next line that the terminal shows.
    fn line(&self) -> String {
        self.said.recv_timeout(PATIENCE).expect("the terminal shows another line")
    }

    fn ask(&self, path: &str, host: &str) -> TcpStream {
        self.request(path, &format!("Host: {host}\r\n"))
    }

    fn request(&self, path: &str, headers: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n").unwrap();
        stream
    }

    /// Head and body of the answer.
    fn get(&self, path: &str) -> (String, Vec<u8>) {
        self.get_with(path, "")
    }

    fn get_with(&self, path: &str, header: &str) -> (String, Vec<u8>) {
        let mut answer = Vec::new();
        let headers = format!("Host: 127.0.0.1:{}\r\n{header}", self.port);
        self.request(path, &headers).read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        (String::from_utf8(answer[..end].to_vec()).unwrap(), answer[end + 4..].to_vec())
    }
}

#[test]
fn the_package_is_served_byte_for_byte_under_a_strict_header() {
    let folder = run::workspace();
    let preview = Preview::start(folder.path());
    let (head, _) = preview.get("/package/base-1.0.0-fr-CA-scorm12/assets/cuve.svg");
    let head: Vec<&str> = head.lines().filter(|line| !line.starts_with("date:")).collect();
    assert_data_eq!(
        head.join("\n"),
        str![[r#"
HTTP/1.1 200 OK
accept-ranges: bytes
content-length: 96
content-type: image/svg+xml
content-security-policy: default-src 'self'
x-content-type-options: nosniff
cache-control: no-store
connection: close
"#]]
    );
    assert_eq!(run::run(folder.path(), &["build"]).code, 0);
    let zip = fs::File::open(folder.path().join("dist/base-1.0.0-fr-CA-scorm12.zip")).unwrap();
    let mut zip = zip::ZipArchive::new(zip).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(names.len() > 5);
    for name in names {
        let mut bytes = Vec::new();
        zip.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        let (_, served) = preview.get(&format!("/package/base-1.0.0-fr-CA-scorm12/{name}"));
        assert_eq!(served, bytes, "{name}");
    }
}

#[test]
fn a_player_of_media_gets_the_part_it_asks_for_of_a_file_that_stays_on_the_disk() {
    let folder = run::workspace();
    let bytes: Vec<u8> = (0..3_000_000_u32).flat_map(|n| n.to_be_bytes()).take(3_000_000).collect();
    fs::write(folder.path().join("modules/base/assets/plan.pdf"), &bytes).unwrap();
    let page = folder.path().join("modules/base/pages/01-page.md");
    let download = "\n```{download}\nsrc: assets/plan.pdf\ntitle: Plan de la cuve\n```\n";
    fs::write(&page, fs::read_to_string(&page).unwrap() + download).unwrap();
    let preview = Preview::start(folder.path());
    let path = "/package/base-1.0.0-fr-CA-scorm12/assets/plan.pdf";
    assert!(preview.get(path).1 == bytes);
    let (head, body) = preview.get_with(path, "Range: bytes=5-2999998\r\n");
    assert_eq!(head.lines().next(), Some("HTTP/1.1 206 Partial Content"));
    assert!(head.lines().any(|line| line == "content-range: bytes 5-2999998/3000000"), "{head}");
    assert!(body == bytes[5..2_999_999]);
    let (head, body) = preview.get_with(path, "Range: bytes=3000000-\r\n");
    assert_eq!(head.lines().next(), Some("HTTP/1.1 416 Range Not Satisfiable"));
    assert!(head.lines().any(|line| line == "content-range: bytes */3000000"), "{head}");
    assert_eq!(body, b"");
}

#[test]
fn a_folder_of_modules_that_comes_later_is_seen_and_so_are_saves_in_it() {
    let folder = run::workspace();
    let (modules, aside) = (folder.path().join("modules"), folder.path().join("aside"));
    let page = "/package/base-1.0.0-fr-CA-scorm12/index.html";
    let preview = Preview::start(folder.path());
    fs::rename(&modules, &aside).unwrap();
    assert_eq!(preview.line(), "compilation 2\u{a0}: 0 erreur, 0 avertissement");
    assert_eq!(preview.get(page).0.lines().next(), Some("HTTP/1.1 404 Not Found"));
    fs::rename(&aside, &modules).unwrap();
    assert_eq!(preview.line(), "compilation 3\u{a0}: 0 erreur, 0 avertissement");
    assert_eq!(preview.get(page).0.lines().next(), Some("HTTP/1.1 200 OK"));
    fs::write(modules.join("base/pages/01-page.md"), "# Page\n\nUn mot<br>\n").unwrap();
    assert_eq!(preview.line(), "compilation 4\u{a0}: 1 erreur, 0 avertissement dans 1 fichier");
}

#[test]
fn another_site_cannot_read_the_preview_under_a_name_of_its_own() {
    let folder = run::workspace();
    let preview = Preview::start(folder.path());
    let mut answer = String::new();
    preview.ask("/state", "site.example").read_to_string(&mut answer).unwrap();
    assert_eq!(answer.lines().next(), Some("HTTP/1.1 403 Forbidden"));
    let (head, _) = preview.get("/package/base-1.0.0-fr-CA-scorm12/../../filiere.yaml");
    assert_eq!(head.lines().next(), Some("HTTP/1.1 404 Not Found"));
}

#[test]
fn a_save_is_built_and_told_to_the_page_with_its_findings() {
    let folder = run::workspace();
    let preview = Preview::start(folder.path());
    let mut news = BufReader::new(preview.ask("/events", &format!("localhost:{}", preview.port)));
    assert_eq!(next_event(&mut news), "1");

    let page = "# Première page\n\nLe bain est très chaud.<br>\n";
    fs::write(folder.path().join("modules/base/pages/01-page.md"), page).unwrap();
    assert_eq!(preview.line(), "compilation 2\u{a0}: 1 erreur, 0 avertissement dans 1 fichier");
    assert_eq!(next_event(&mut news), "2");
    let (_, state) = preview.get("/state");
    let state: serde_json::Value = serde_json::from_slice(&state).unwrap();
    let check = run::run(folder.path(), &["check"]);
    assert!(check.out.starts_with(state["findings"].as_str().unwrap()));
    assert_eq!(state["errors"], 1);
    // The packages of the last build that had no error are still there.
    assert_eq!(state["modules"][0]["name"], "base-1.0.0-fr-CA-scorm12");
}

#[test]
fn a_module_for_two_targets_is_listed_once_for_each() {
    let folder = run::workspace();
    let file = folder.path().join("filiere.yaml");
    let text = fs::read_to_string(&file).unwrap().replace("[scorm12]", "[scorm12, xapi]");
    fs::write(file, text).unwrap();
    let preview = Preview::start(folder.path());
    let (_, state) = preview.get("/state");
    let state: serde_json::Value = serde_json::from_slice(&state).unwrap();
    let modules = state["modules"].as_array().unwrap();
    let listed: Vec<_> = modules.iter().map(|m| (m["title"].as_str().unwrap(), &m["state_limit"])).collect();
    assert_eq!(
        listed,
        [("Module de base (scorm12)", &4000.into()), ("Module de base (xapi)", &32_000.into())]
    );
    // The simulated platforms speak SCORM: so does the player of both.
    let player = |target| preview.get(&format!("/package/base-1.0.0-fr-CA-{target}/player/filiere.js"));
    assert_eq!(player("xapi").1, player("scorm12").1);
    assert!(player("xapi").0.starts_with("HTTP/1.1 200"), "{}", player("xapi").0);
}

#[test]
fn a_port_that_is_taken_is_an_error_with_its_number() {
    let folder = run::workspace();
    let preview = Preview::start(folder.path());
    let port = preview.port.to_string();
    let second = run::run(folder.path(), &["preview", "--port", &port]);
    assert_eq!(second.code, 2);
    let said = format!("erreur\u{a0}: le port {port} ne peut pas être utilisé\u{a0}: ");
    assert!(second.err.starts_with(&said), "{}", second.err);
}

/// The data of the next event.
fn next_event(news: &mut impl BufRead) -> String {
    loop {
        let mut line = String::new();
        assert!(news.read_line(&mut line).unwrap() > 0, "the stream ended");
        if let Some(data) = line.strip_prefix("data: ") {
            return data.trim_end().to_owned();
        }
    }
}

//! `filiere lrs`: the Learning Record Store that tests send statements to. No help lists it.

use std::hash::BuildHasher;
use std::hash::RandomState;
use std::io;
use std::io::Read;
use std::path::PathBuf;
use std::thread;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use clap::Arg;
use clap::ArgAction;
use clap::ArgMatches;
use clap::Command;
use clap::builder::PossibleValuesParser;
use clap::value_parser;
use serde_json::json;
use tokio::sync::oneshot;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::cli::terminal::Terminal;
use crate::diag::Language;
use crate::lrs;
use crate::lrs::Means;
use crate::lrs::Moment;
use crate::lrs::Version;
use crate::lrs::store::Fault;
use crate::lrs::store::Memory;
use crate::lrs::store::Sqlite;
use crate::lrs::store::Store;
use crate::text;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("lrs")
        .hide(true)
        .about(say(
            language,
            "Sert un petit LRS strict, pour les essais, jusqu'à la fin de l'entrée standard",
            "Serves a small strict LRS, for tests, until the standard input ends",
        ))
        .arg(arguments::port(language))
        .arg(
            arguments::option("db")
                .value_name(say(language, "FICHIER", "FILE"))
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    language,
                    "Fichier SQLite qui garde tout; par défaut, la mémoire",
                    "SQLite file that keeps all; by default memory",
                )),
        )
        .arg(versions(language))
}

fn versions(language: Language) -> Arg {
    arguments::option("versions")
        .value_name("VERSIONS")
        .value_delimiter(',')
        .action(ArgAction::Append)
        .value_parser(PossibleValuesParser::new(Version::ALL.map(|(name, _)| name)))
        .help(say(
            language,
            "Versions de xAPI acceptées, 1.0.3 et 2.0.0; par défaut, les deux",
            "Versions of xAPI accepted, 1.0.3 and 2.0.0; by default both",
        ))
}

/// Serves until the standard input ends.
pub fn run(matches: &ArgMatches, _context: &mut Context) -> Result<Exit, Failure> {
    let wanted: Vec<&String> = matches.get_many("versions").into_iter().flatten().collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| *word == name);
    let versions = Version::ALL.into_iter().filter(|(name, _)| is_wanted(name));
    let settings = lrs::Settings {
        port: *matches.get_one("port").expect("it has a default"),
        versions: versions.map(|(_, version)| version).collect(),
        store: store(matches.get_one("db"))?,
        means: Means { clock, random },
    };
    let stopped = end_of_input();
    let stop = async {
        // An error says that the thread is gone: there is nothing to wait for either.
        let _ = stopped.await;
    };
    lrs::run(settings, tell, stop).map_err(|error| Failure::Said(error.text()))?;
    Ok(Exit::Done)
}

/// A file when one is named, else memory.
fn store(path: Option<&PathBuf>) -> Result<Box<dyn Store>, Failure> {
    let Some(path) = path else { return Ok(Box::new(Memory::default())) };
    let opened = Sqlite::open(path).map_err(|Fault(cause)| {
        let path = path.display();
        Failure::Said(text! {
            fr: "{path} ne s'ouvre pas comme une base SQLite\u{a0}: {cause}",
            en: "{path} does not open as an SQLite database: {cause}",
        })
    });
    Ok(Box::new(opened?))
}

/// One line of JSON, for the program that started us.
fn tell(addresses: &lrs::Addresses) {
    let line = json!({
        "endpoint": addresses.endpoint,
        "admin": addresses.admin,
        "auth": addresses.auth,
    });
    Terminal::new().write(Stream::Out, &format!("{line}\n"));
}

/// Says when whoever started us closes our standard input.
fn end_of_input() -> oneshot::Receiver<()> {
    let (sender, receiver) = oneshot::channel();
    thread::spawn(move || {
        let mut buffer = [0; 256];
        while io::stdin().read(&mut buffer).is_ok_and(|count| count > 0) {}
        // The server may be gone before its input is.
        let _ = sender.send(());
    });
    receiver
}

#[expect(clippy::disallowed_methods, reason = "cli is where the clock is read")]
fn clock() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment::try_from(since.as_millis()).unwrap_or(Moment::MAX)
}

/// Bytes from the keys that the system gives to each map: enough for identifiers of tests.
fn random() -> [u8; 16] {
    let half = || RandomState::new().hash_one(clock()).to_le_bytes();
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&half());
    bytes[8..].copy_from_slice(&half());
    bytes
}

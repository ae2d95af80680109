//! How the process ends; the four codes are part of the contract with scripts.

use std::panic::PanicHookInfo;
use std::process::ExitCode;

/// How the process ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done, nothing of error level was found.
    Done,
    /// 1: findings stop the work.
    Findings,
    /// 2: it could not run: usage, files, network port.
    CannotRun,
    /// 101: a fault of the program itself.
    Bug,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::CannotRun => 2,
            Exit::Bug => 101,
        })
    }
}

/// Asks in both languages for a report, with what is needed to find the fault.
pub fn report_bug(info: &PanicHookInfo<'_>) {
    use std::io::Write;
    let version = env!("CARGO_PKG_VERSION");
    let report = format!(
        "filiere {version} s'est arrêté sur une erreur du programme, pas de votre contenu.\n\
         Signalez-la s'il vous plaît avec le message ci-dessous et le fichier en cause.\n\
         filiere {version} stopped on a fault of the program, not of your content.\n\
         Please report it with the message below and the file at fault.\n\n{info}\n"
    );
    // Nothing is left to try when the standard error is closed too.
    let _ = std::io::stderr().write_all(report.as_bytes());
}

//! How the process ends; the four codes are part of the contract with scripts.

use std::panic;
use std::panic::PanicHookInfo;
use std::panic::UnwindSafe;
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

impl Exit {
    /// The number that the process ends with.
    fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::CannotRun => 2,
            Self::Bug => 101,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.number())
    }
}

/// Does `work`; a fault of the program in it is reported in words and ends as [`Exit::Bug`].
pub fn guarded(work: impl FnOnce() -> Exit + UnwindSafe) -> Exit {
    panic::set_hook(Box::new(report_bug));
    panic::catch_unwind(work).unwrap_or(Exit::Bug)
}

/// Asks in both languages for a report, with what is needed to find the fault.
fn report_bug(info: &PanicHookInfo<'_>) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn a_fault_of_the_program_asks_for_a_report_and_exits_with_101() {
        let child = ["--exact", "cli::exit::tests::a_process_with_a_fault", "--ignored", "--nocapture"];
        let program = std::env::current_exe().unwrap();
        let output = Command::new(program).args(child).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let version = env!("CARGO_PKG_VERSION");
        let (asked, fault) = said.split_once("\n\n").unwrap();
        assert_eq!(output.status.code(), Some(101));
        assert_eq!(
            asked.trim_start(),
            format!(
                "filiere {version} s'est arrêté sur une erreur du programme, pas de votre contenu.\n\
                 Signalez-la s'il vous plaît avec le message ci-dessous et le fichier en cause.\n\
                 filiere {version} stopped on a fault of the program, not of your content.\n\
                 Please report it with the message below and the file at fault."
            )
        );
        assert!(fault.contains("src/cli/exit.rs") && fault.contains("un essai"), "{fault}");
    }

    #[test]
    #[ignore = "ends its process: the test above runs it in one of its own"]
    fn a_process_with_a_fault() {
        let exit = guarded(|| panic!("un essai"));
        std::process::exit(i32::from(exit.number()));
    }
}

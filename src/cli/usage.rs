//! What is wrong with the arguments, in the reader's language; clap's own sentences are English.

use clap::Error;
use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::ErrorKind;

use crate::cli::exit::Exit;
use crate::cli::terminal::Stream;
use crate::cli::terminal::Terminal;
use crate::diag::Language;
use crate::diag::Text;
use crate::text;

/// Prints the help or the version that was asked for, or what is wrong with the arguments.
pub fn answer(error: &Error, language: Language, terminal: &mut Terminal) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal.write(Stream::Out, &help(error, language));
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            terminal.write(Stream::Err, &help(error, language));
            Exit::CannotRun
        }
        _ => {
            terminal.write(Stream::Err, complaint(error).get(language));
            Exit::CannotRun
        }
    }
}

/// The help, whose headings clap ends with a colon as in English.
fn help(error: &Error, language: Language) -> String {
    let text = error.to_string();
    match language {
        Language::French => text.replace(":\n", "\u{a0}:\n"),
        Language::English => text,
    }
}

fn complaint(error: &Error) -> Text {
    let mut text = sentence(error);
    text.fr = format!("erreur\u{a0}: {}\n", text.fr);
    text.en = format!("error: {}\n", text.en);
    if let Some(near) = near(error) {
        text.fr.push_str(&format!("  = vouliez-vous dire «\u{a0}{near}\u{a0}»?\n"));
        text.en.push_str(&format!("  = did you mean « {near} »?\n"));
    }
    text.fr.push_str("  = pour l'aide\u{a0}: filiere --help\n");
    text.en.push_str("  = for help: filiere --help\n");
    text
}

fn sentence(error: &Error) -> Text {
    let arg = word(error, ContextKind::InvalidArg);
    let value = word(error, ContextKind::InvalidValue);
    let valid = word(error, ContextKind::ValidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            text! { fr: "l'option «\u{a0}{arg}\u{a0}» n'existe pas ici", en: "there is no option « {arg} » here" }
        }
        ErrorKind::InvalidSubcommand => {
            let name = word(error, ContextKind::InvalidSubcommand);
            text! {
                fr: "la commande «\u{a0}{name}\u{a0}» n'existe pas",
                en: "there is no command « {name} »",
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            text! { fr: "il manque une valeur à «\u{a0}{arg}\u{a0}»", en: "« {arg} » lacks a value" }
        }
        ErrorKind::InvalidValue => text! {
            fr: "«\u{a0}{value}\u{a0}» n'est pas une valeur de «\u{a0}{arg}\u{a0}» ({valid})",
            en: "« {value} » is not a value of « {arg} » ({valid})",
        },
        ErrorKind::ValueValidation => text! {
            fr: "«\u{a0}{value}\u{a0}» ne convient pas à «\u{a0}{arg}\u{a0}»",
            en: "« {value} » does not fit « {arg} »",
        },
        ErrorKind::MissingRequiredArgument => {
            text! { fr: "il manque «\u{a0}{arg}\u{a0}»", en: "« {arg} » is missing" }
        }
        ErrorKind::MissingSubcommand => text! { fr: "il manque une commande", en: "a command is missing" },
        ErrorKind::ArgumentConflict => text! {
            fr: "«\u{a0}{arg}\u{a0}» ne va pas avec une autre option, ou est donné deux fois",
            en: "« {arg} » does not go with another option, or is given twice",
        },
        _ => text! {
            fr: "les arguments ne conviennent pas («\u{a0}{arg}\u{a0}» «\u{a0}{value}\u{a0}»)",
            en: "the arguments do not fit (« {arg} » « {value} »)",
        },
    }
}

fn word(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

fn near(error: &Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| word(error, kind))
        .find(|near| !near.is_empty())
}

//! `filiere preview`: shows modules in a simulated platform, and again after each save.

use clap::ArgMatches;
use clap::Command;

use crate::cli::arguments;
use crate::cli::context::Context;
use crate::cli::context::Failure;
use crate::cli::exit::Exit;
use crate::cli::say;
use crate::cli::terminal::Stream;
use crate::cli::terminal::Terminal;
use crate::diag::Language;
use crate::diag::Text;
use crate::preview;
use crate::preview::Event;
use crate::preview::Preview;
use crate::text;

/// Name, help and arguments.
pub fn command(language: Language) -> Command {
    Command::new("preview")
        .about(say(
            language,
            "Montre les modules dans une plateforme simulée, à nouveau après chaque enregistrement",
            "Shows the modules in a simulated platform, again after each save",
        ))
        .arg(arguments::modules(language))
        .arg(arguments::port(language))
}

/// Serves until the person stops it.
pub fn run(matches: &ArgMatches, context: &mut Context) -> Result<Exit, Failure> {
    let preview = Preview {
        root: context.root(),
        selection: arguments::selection(matches),
        port: *matches.get_one("port").expect("it has a default"),
        language: context.language,
    };
    let language = context.language;
    preview::run(preview, move |event| tell(&event, language))
        .map_err(|error| Failure::Said(error.text()))?;
    Ok(Exit::Done)
}

fn tell(event: &Event<'_>, language: Language) {
    let text = match event {
        Event::Listening(address) => text! {
            fr: "aperçu sur http://{address}/ (Ctrl+C pour arrêter)\n",
            en: "preview at http://{address}/ (Ctrl+C to stop)\n",
        },
        Event::Built(snapshot) => {
            let number = snapshot.number;
            let Text { fr, en } = snapshot.count.text();
            text! { fr: "compilation {number}\u{a0}: {fr}\n", en: "build {number}: {en}\n" }
        }
    };
    Terminal::new().write(Stream::Out, text.get(language));
}

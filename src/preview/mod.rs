//! Serves a build on the loopback interface, with the simulated LMS around it, and builds anew on
//! each save. It knows neither terminal nor environment, and never listens to another machine.

mod content;
mod page;
mod routes;
mod snapshot;
mod watch;

use std::io;
use std::net::Ipv4Addr;
use std::net::SocketAddr;
use std::path::PathBuf;

use tokio::net::TcpListener;
use tokio::runtime;

use crate::diag::Language;
use crate::diag::Text;
use crate::text;

use snapshot::Builder;
pub use snapshot::Snapshot;

/// What to serve.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The workspace.
    pub root: PathBuf,
    /// Modules wanted; none: all.
    pub selection: Vec<String>,
    /// Port; 0 takes a free one.
    pub port: u16,
    /// Language of the page around the module.
    pub language: Language,
}

/// What happens while the preview runs.
pub enum Event<'a> {
    /// The address is known.
    Listening(SocketAddr),
    /// A build is done.
    Built(&'a Snapshot),
}

/// Why the preview could not start.
#[derive(Debug)]
pub enum Error {
    /// The port is taken, or may not be used.
    Port { port: u16, cause: io::Error },
    /// The workspace cannot be watched.
    Watch { path: PathBuf, cause: io::Error },
    /// The server stopped.
    Server { cause: io::Error },
}

impl Error {
    /// What happened, in both languages.
    pub fn text(&self) -> Text {
        match self {
            Self::Port { port, cause } => text! {
                fr: "le port {port} ne peut pas être utilisé\u{a0}: {cause}",
                en: "port {port} cannot be used: {cause}",
            },
            Self::Watch { path, cause } => {
                let path = path.display();
                text! {
                    fr: "{path} ne peut pas être surveillé\u{a0}: {cause}",
                    en: "{path} cannot be watched: {cause}",
                }
            }
            Self::Server { cause } => text! {
                fr: "le serveur s'est arrêté\u{a0}: {cause}",
                en: "the server stopped: {cause}",
            },
        }
    }
}

/// Builds, serves and builds anew until the process is stopped.
pub fn run(preview: Preview, tell: impl Fn(Event<'_>) + Send + 'static) -> Result<(), Error> {
    let fail = |cause| Error::Server { cause };
    let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(fail)?;
    runtime.block_on(async {
        let port = preview.port;
        let address = (Ipv4Addr::LOCALHOST, port);
        let listener = TcpListener::bind(address).await.map_err(|cause| Error::Port { port, cause })?;
        let address = listener.local_addr().map_err(fail)?;
        tell(Event::Listening(address));
        let language = preview.language;
        let watcher = watch::watch(&preview.root)?;
        let mut builder = Builder::new(preview);
        let first = builder.build(1);
        tell(Event::Built(&first));
        let (sender, snapshots) = tokio::sync::watch::channel(first);
        watch::start(watcher, builder, sender, tell);
        axum::serve(listener, routes::routes(snapshots, language, address)).await.map_err(fail)
    })
}

//! Serves a desk on the loopback interface until it is told to stop; it applies no rule of xAPI.

use std::future::Future;
use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;

use axum::Router;
use axum::body;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::extract::State;
use axum::http;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::runtime;

use crate::diag::Text;
use crate::lrs::Ledger;
use crate::lrs::Lrs;
use crate::lrs::Means;
use crate::lrs::Request;
use crate::lrs::access::Version;
use crate::lrs::connection::Door;
use crate::lrs::connection::Scissors;
use crate::lrs::desk::Desk;
use crate::lrs::encoding;
use crate::lrs::service::ROOT;
use crate::lrs::store::Store;
use crate::text;

/// Longest body that is read, in bytes.
const LIMIT: usize = 4 * 1024 * 1024;

/// What to serve.
pub struct Settings {
    /// Port; 0 takes a free one.
    pub port: u16,
    /// Versions of xAPI that are spoken.
    pub versions: Vec<Version>,
    /// Where statements and documents are kept.
    pub store: Box<dyn Store>,
    /// Clock and randomness.
    pub means: Means,
}

/// Where the server is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    /// Of xAPI.
    pub endpoint: String,
    /// Of the tests' own entrance.
    pub admin: String,
    /// The header Authorization that opens the endpoint.
    pub auth: String,
}

/// Why the server could not start, or stopped.
#[derive(Debug)]
pub enum Error {
    /// The port is taken, or may not be used.
    Port { port: u16, cause: io::Error },
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
            Self::Server { cause } => text! {
                fr: "le serveur s'est arrêté\u{a0}: {cause}",
                en: "the server stopped: {cause}",
            },
        }
    }
}

/// What handlers share.
#[derive(Clone)]
struct Site {
    desk: Arc<Mutex<Desk>>,
    /// The names under which this machine may ask.
    hosts: Arc<[String; 2]>,
}

/// Serves until `stop` is there.
pub fn run(
    settings: Settings,
    tell: impl FnOnce(&Addresses),
    stop: impl Future<Output = ()>,
) -> Result<(), Error> {
    let fail = |cause| Error::Server { cause };
    let runtime = runtime::Builder::new_current_thread().enable_all().build().map_err(fail)?;
    runtime.block_on(async {
        let port = settings.port;
        let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
        let listener = bound.map_err(|cause| Error::Port { port, cause })?;
        let port = listener.local_addr().map_err(fail)?.port();
        let base = format!("http://127.0.0.1:{port}");
        let auth =
            format!("Basic {}", encoding::base64(encoding::hex(&(settings.means.random)()).as_bytes()));
        let ledger = Ledger::new(settings.store, settings.means, &base);
        let desk = Desk::new(Lrs::new(ledger, settings.versions, auth.clone()));
        let hosts = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        let site = Site { desk: Arc::new(Mutex::new(desk)), hosts: Arc::new(hosts) };
        let router = Router::new().fallback(answer).with_state(site);
        tell(&Addresses { endpoint: format!("{base}{ROOT}"), admin: format!("{base}/admin/"), auth });
        let service = router.into_make_service_with_connect_info::<Scissors>();
        tokio::select! {
            served = async { axum::serve(Door(listener), service).await } => served.map_err(fail),
            () = stop => Ok(()),
        }
    })
}

async fn answer(
    State(site): State<Site>,
    ConnectInfo(scissors): ConnectInfo<Scissors>,
    request: http::Request<Body>,
) -> Response {
    let request = match read(request, &site.hosts[..]).await {
        Ok(request) => request,
        Err(status) => return status.into_response(),
    };
    let outcome = site.desk.lock().expect("no handler panics with the desk").answer(&request);
    if outcome.delay > 0 {
        tokio::time::sleep(Duration::from_millis(outcome.delay)).await;
    }
    if outcome.cut {
        scissors.cut();
    }
    let mut response = http::Response::builder().status(outcome.answer.status);
    for (name, value) in &outcome.answer.headers {
        response = response.header(name, value);
    }
    let made = response.body(Body::from(outcome.answer.body));
    made.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Whether every Host names this machine: a page of another site may be led here by a name of its
/// own (DNS rebinding).
fn is_ours(request: &Request, hosts: &[String]) -> bool {
    let mut named = request.headers.iter().filter(|(name, _)| name == "host").peekable();
    named.peek().is_some() && named.all(|(_, host)| hosts.contains(host))
}

/// The request free of the server, unless it is not for us or too long.
async fn read(request: http::Request<Body>, hosts: &[String]) -> Result<Request, StatusCode> {
    let (parts, body) = request.into_parts();
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    let mut read = Request::new(parts.method.as_str(), target).map_err(|_| StatusCode::BAD_REQUEST)?;
    for (name, value) in &parts.headers {
        let value = value.to_str().map_err(|_| StatusCode::BAD_REQUEST)?;
        read = read.header(name.as_str(), value);
    }
    if !is_ours(&read, hosts) {
        return Err(StatusCode::FORBIDDEN);
    }
    let body = body::to_bytes(body, LIMIT).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    Ok(read.body(body))
}

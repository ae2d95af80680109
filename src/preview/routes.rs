//! The addresses of the preview: its page, the packages' own bytes, and news of each build.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::extract::Request;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::HeaderValue;
use axum::http::StatusCode;
use axum::http::header;
use axum::middleware;
use axum::middleware::Next;
use axum::response::IntoResponse;
use axum::response::Response;
use axum::response::Sse;
use axum::response::sse;
use axum::routing::get;
use futures_util::Stream;
use futures_util::stream;

use tokio::sync::watch::Receiver;

use crate::assets;
use crate::diag::Language;
use crate::package::PackagePath;
use crate::preview::Snapshot;
use crate::preview::content::content;
use crate::preview::page;

/// What handlers share.
#[derive(Clone)]
struct Site {
    snapshots: Receiver<Arc<Snapshot>>,
    page: Arc<String>,
    language: Language,
    /// The names under which a browser of this machine may ask.
    hosts: Arc<[String; 2]>,
}

/// The whole site, as served at `address`.
pub fn routes(snapshots: Receiver<Arc<Snapshot>>, language: Language, address: SocketAddr) -> Router {
    let port = address.port();
    let hosts = Arc::new([format!("127.0.0.1:{port}"), format!("localhost:{port}")]);
    let site = Site { snapshots, page: Arc::new(page::page(language)), language, hosts };
    Router::new()
        .route("/", get(shell))
        .route("/preview.css", get(|| async { file("preview.css", assets::PREVIEW_CSS) }))
        .route("/preview.js", get(|| async { file("preview.js", assets::PREVIEW_JS) }))
        .route("/icon.svg", get(|| async { file("icon.svg", icon()) }))
        .route("/state", get(state))
        .route("/events", get(events))
        .route("/package/{name}/{*path}", get(package))
        .layer(middleware::from_fn_with_state(site.clone(), guard))
        .with_state(site)
}

/// Refuses pages of other sites that were led here by a name of theirs (DNS rebinding), and says
/// how every answer may be used.
async fn guard(State(site): State<Site>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if !host.is_some_and(|host| site.hosts.iter().any(|known| known == host)) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'self'"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn shell(State(site): State<Site>) -> Response {
    file("index.html", site.page.to_string())
}

async fn state(State(site): State<Site>) -> Response {
    let record = site.snapshots.borrow().record(site.language);
    file("state.json", record.to_string())
}

/// The number of the current build, then of each new one.
async fn events(State(site): State<Site>) -> Sse<impl Stream<Item = Result<sse::Event, Infallible>>> {
    let mut snapshots = site.snapshots;
    snapshots.mark_changed();
    Sse::new(stream::unfold(snapshots, async |mut snapshots| {
        snapshots.changed().await.ok()?;
        let number = snapshots.borrow_and_update().number;
        Some((Ok(sse::Event::default().data(number.to_string())), snapshots))
    }))
}

async fn package(
    State(site): State<Site>,
    Path((name, path)): Path<(String, String)>,
    request: HeaderMap,
) -> Response {
    let snapshot = Arc::clone(&site.snapshots.borrow());
    let compiled = snapshot.packages.iter().find(|one| one.name.trim_end_matches(".zip") == name);
    match compiled.and_then(|one| one.package.get(&path)) {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(entry) => typed(&path, content(entry, &request).await),
    }
}

fn icon() -> &'static str {
    assets::template("icon.svg").expect("a test renders a package with it")
}

fn file(name: &str, body: impl Into<Body>) -> Response {
    typed(name, body.into().into_response())
}

/// The answer with the media type of `name`.
fn typed(name: &str, mut response: Response) -> Response {
    let media = PackagePath::new(name).map_or("application/octet-stream", |path| path.media_type());
    let charset = if media.starts_with("text/") { "; charset=utf-8" } else { "" };
    let media = HeaderValue::from_str(&format!("{media}{charset}")).expect("media types are plain words");
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    response
}

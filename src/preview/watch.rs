//! Builds anew when a file of the workspace was saved; it serves nothing.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use notify_debouncer_full::DebounceEventResult;
use notify_debouncer_full::Debouncer;
use notify_debouncer_full::RecommendedCache;
use notify_debouncer_full::new_debouncer;
use notify_debouncer_full::notify;
use notify_debouncer_full::notify::RecommendedWatcher;
use notify_debouncer_full::notify::RecursiveMode;
use tokio::sync::watch::Sender;

use crate::preview::Error;
use crate::preview::Event;
use crate::preview::Snapshot;
use crate::preview::snapshot::Builder;

/// Editors save in several steps: what happens within this time is one save.
const QUIET: Duration = Duration::from_millis(120);

/// Says when something changed.
pub struct Watcher {
    events: mpsc::Receiver<DebounceEventResult>,
    /// Stops watching when it is dropped.
    _debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

/// Watches filiere.yaml and modules/ of the workspace at `root`, from now on.
pub fn watch(root: &Path) -> Result<Watcher, Error> {
    let (sender, events) = mpsc::channel();
    let fail = |path: &Path, error: notify::Error| Error::Watch {
        path: path.to_owned(),
        cause: io::Error::other(error),
    };
    let mut debouncer = new_debouncer(QUIET, None, sender).map_err(|error| fail(root, error))?;
    debouncer.watch(root, RecursiveMode::NonRecursive).map_err(|error| fail(root, error))?;
    let modules = root.join("modules");
    if modules.is_dir() {
        debouncer.watch(&modules, RecursiveMode::Recursive).map_err(|error| fail(&modules, error))?;
    }
    Ok(Watcher { events, _debouncer: debouncer })
}

/// Builds anew after each save, from a thread of its own.
pub fn start(
    watcher: Watcher,
    mut builder: Builder,
    snapshots: Sender<Arc<Snapshot>>,
    tell: impl Fn(Event<'_>) + Send + 'static,
) {
    thread::spawn(move || {
        // All of it moves in: a closure takes only the fields that it names, and would leave the
        // debouncer to be dropped here.
        let watcher = watcher;
        let root = builder.preview.root.clone();
        let mut number = 1;
        for result in &watcher.events {
            if is_a_save(&result, &root) {
                number += 1;
                let snapshot = builder.build(number);
                tell(Event::Built(&snapshot));
                snapshots.send_replace(snapshot);
            }
        }
    });
}

/// Reading is not saving, and a package that is written beside the sources is none of them.
fn is_a_save(result: &DebounceEventResult, root: &Path) -> bool {
    let Ok(events) = result else { return true };
    let changes = events.iter().filter(|event| !event.kind.is_access());
    changes.flat_map(|event| &event.paths).any(|path| {
        path.strip_prefix(root)
            .is_ok_and(|path| path.starts_with("modules") || path == Path::new("filiere.yaml"))
    })
}

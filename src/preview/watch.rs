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
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watcher {
    /// Watches modules/, which may be new, or another folder than the one that was watched.
    fn follow(&mut self, modules: &Path) -> notify::Result<()> {
        // It fails when nothing was watched there, or what was is gone.
        let _ = self.debouncer.unwatch(modules);
        if modules.is_dir() { self.debouncer.watch(modules, RecursiveMode::Recursive) } else { Ok(()) }
    }
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
    let mut watcher = Watcher { events, debouncer };
    let modules = root.join("modules");
    watcher.follow(&modules).map_err(|error| fail(&modules, error))?;
    Ok(watcher)
}

/// Builds anew after each save, from a thread of its own.
pub fn start(
    mut watcher: Watcher,
    mut builder: Builder,
    snapshots: Sender<Arc<Snapshot>>,
    tell: impl Fn(Event<'_>) + Send + 'static,
) {
    thread::spawn(move || {
        let root = builder.preview.root.clone();
        let modules = root.join("modules");
        let mut number = 1;
        while let Ok(result) = watcher.events.recv() {
            // Before the build: what is saved in there from now on is not missed. A folder that
            // cannot be watched is still built.
            if is_about(&result, &modules) {
                let _ = watcher.follow(&modules);
            }
            if is_a_save(&result, &root) {
                number += 1;
                let snapshot = builder.build(number);
                snapshots.send_replace(Arc::clone(&snapshot));
                tell(Event::Built(&snapshot));
            }
        }
    });
}

/// Whether that very folder came or went.
fn is_about(result: &DebounceEventResult, folder: &Path) -> bool {
    let events = result.as_deref().unwrap_or_default();
    let changes = events.iter().filter(|event| !event.kind.is_access());
    changes.flat_map(|event| &event.paths).any(|path| path == folder)
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

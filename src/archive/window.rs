//! Hands out indices in order and gives results back in order, few of them at a time; it does no work itself.

use std::collections::BTreeMap;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::thread;

/// Results that may wait for the writer.
const AHEAD: usize = 64;
/// Bytes that claimed and waiting results may take together, unless a single one takes more.
const MEMORY: u64 = 16 * 1024 * 1024;

/// An ordered window over `costs.len()` results.
pub(super) struct Window<T> {
    /// Bytes that each result takes from its claim until it is taken.
    costs: Vec<u64>,
    state: Mutex<State<T>>,
    moved: Condvar,
}

struct State<T> {
    claimed: usize,
    taken: usize,
    held: u64,
    ready: BTreeMap<usize, T>,
    stopped: bool,
}

impl<T> Window<T> {
    pub(super) fn new(costs: Vec<u64>) -> Self {
        let state = State { claimed: 0, taken: 0, held: 0, ready: BTreeMap::new(), stopped: false };
        Self { costs, state: Mutex::new(state), moved: Condvar::new() }
    }

    /// The next index to work on, once there is room for it; `None` when there is none left.
    pub(super) fn claim(&self) -> Option<usize> {
        let mut state = self.lock();
        loop {
            let index = state.claimed;
            let cost = *self.costs.get(index)?;
            if state.stopped {
                return None;
            }
            if index < state.taken + AHEAD && (state.held == 0 || state.held + cost <= MEMORY) {
                state.claimed += 1;
                state.held += cost;
                return Some(index);
            }
            state = self.moved.wait(state).expect(UNPOISONED);
        }
    }

    /// Hands in the result of a claimed index.
    pub(super) fn put(&self, index: usize, result: T) {
        self.lock().ready.insert(index, result);
        self.moved.notify_all();
    }

    /// Waits for the result of `index`; `None` when work has stopped.
    pub(super) fn take(&self, index: usize) -> Option<T> {
        let mut state = self.lock();
        loop {
            if let Some(result) = state.ready.remove(&index) {
                state.taken = index + 1;
                state.held -= self.costs[index];
                self.moved.notify_all();
                return Some(result);
            }
            if state.stopped {
                return None;
            }
            state = self.moved.wait(state).expect(UNPOISONED);
        }
    }

    /// A guard of the writer: whatever way it ends, the workers end.
    pub(super) fn stop_when_dropped(&self) -> impl Drop + '_ {
        Stop { window: self, always: true }
    }

    /// A guard of a worker: when it panics, the writer does not wait for it.
    pub(super) fn stop_on_panic(&self) -> impl Drop + '_ {
        Stop { window: self, always: false }
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().expect(UNPOISONED)
    }
}

const UNPOISONED: &str = "no thread panics while it holds the lock";

struct Stop<'a, T> {
    window: &'a Window<T>,
    always: bool,
}

impl<T> Drop for Stop<'_, T> {
    fn drop(&mut self) {
        if self.always || thread::panicking() {
            self.window.lock().stopped = true;
            self.window.moved.notify_all();
        }
    }
}

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
/// Results, and bytes held, for which the writer is woken: waking it for each costs as much as a small entry.
const BATCH: usize = 16;
const BATCH_MEMORY: u64 = MEMORY / 4;

/// An ordered window over `costs.len()` results.
pub(super) struct Window<T> {
    /// Bytes that each result takes from its claim until it is taken.
    costs: Vec<u64>,
    state: Mutex<State<T>>,
    /// There may be room for a claim.
    room: Condvar,
    /// The next result is ready.
    next: Condvar,
}

struct State<T> {
    claimed: usize,
    taken: usize,
    held: u64,
    ready: BTreeMap<usize, T>,
    stopped: bool,
}

impl<T> State<T> {
    fn has_room(&self, cost: u64) -> bool {
        self.claimed < self.taken + AHEAD && (self.held == 0 || self.held + cost <= MEMORY)
    }
}

impl<T> Window<T> {
    pub(super) fn new(costs: Vec<u64>) -> Self {
        let state = State { claimed: 0, taken: 0, held: 0, ready: BTreeMap::new(), stopped: false };
        Self { costs, state: Mutex::new(state), room: Condvar::new(), next: Condvar::new() }
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
            if state.has_room(cost) {
                state.claimed += 1;
                state.held += cost;
                return Some(index);
            }
            // The writer may sleep until a batch is ready, and there will be none before it makes room.
            self.next.notify_all();
            state = self.room.wait(state).expect(UNPOISONED);
        }
    }

    /// Hands in the result of a claimed index.
    pub(super) fn put(&self, index: usize, result: T) {
        let mut state = self.lock();
        state.ready.insert(index, result);
        let last = state.claimed == self.costs.len();
        if last || state.ready.len() >= BATCH || state.held >= BATCH_MEMORY {
            self.next.notify_all();
        }
    }

    /// Waits for the next result in order; `None` when work has stopped.
    pub(super) fn take(&self) -> Option<T> {
        let mut state = self.lock();
        loop {
            let index = state.taken;
            if let Some(result) = state.ready.remove(&index) {
                state.taken += 1;
                state.held -= self.costs[index];
                self.room.notify_all();
                return Some(result);
            }
            if state.stopped {
                return None;
            }
            state = self.next.wait(state).expect(UNPOISONED);
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
            self.window.room.notify_all();
            self.window.next.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn state(claimed: usize, taken: usize, held: u64) -> State<()> {
        State { claimed, taken, held, ready: BTreeMap::new(), stopped: false }
    }

    #[test]
    fn sixty_four_results_wait_at_most() {
        assert_eq!([state(73, 10, 0).has_room(1), state(74, 10, 0).has_room(1)], [true, false]);
    }

    #[test]
    fn sixteen_megabytes_wait_at_most_unless_one_result_takes_more() {
        let room = |held, cost| state(1, 1, held).has_room(cost);
        assert_eq!([room(MEMORY - 5, 5), room(MEMORY - 5, 6), room(0, MEMORY + 1)], [true, false, true]);
    }

    #[test]
    fn results_come_in_order_whatever_the_order_in_which_they_end() {
        let window = Window::new(vec![1, 1, 1]);
        let claimed: Vec<_> = (0..4).map(|_| window.claim()).collect();
        assert_eq!(claimed, [Some(0), Some(1), Some(2), None]);
        [(2, "c"), (0, "a"), (1, "b")].into_iter().for_each(|(index, result)| window.put(index, result));
        assert_eq!([window.take(), window.take(), window.take()], [Some("a"), Some("b"), Some("c")]);
    }

    /// Works on everything in one thread while another takes, and gives the sum of what was taken.
    fn sum_through(costs: Vec<u64>) -> u64 {
        let (count, window) = (costs.len(), Window::new(costs));
        let (sender, receiver) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(|| {
                while let Some(index) = window.claim() {
                    window.put(index, index as u64);
                }
            });
            scope.spawn(|| sender.send((0..count).filter_map(|_| window.take()).sum()));
        });
        receiver.recv().unwrap()
    }

    #[test]
    fn nobody_waits_for_a_batch_that_never_gets_full() {
        let few = sum_through(vec![1; 3]);
        let many = sum_through(vec![1; 1000]);
        let large = sum_through(vec![MEMORY + 1; 20]);
        let mixed = sum_through((0..300).map(|n| n * 100_000).collect());
        assert_eq!([few, many, large, mixed], [3, 499_500, 190, 44_850]);
    }

    #[test]
    fn a_worker_that_panics_leaves_nobody_waiting() {
        let window: Window<()> = Window::new(vec![1]);
        let worker = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _stop = window.stop_on_panic();
            window.claim();
            panic!("a worker panics");
        }));
        assert_eq!((worker.is_err(), window.take(), window.claim()), (true, None, None));
    }
}

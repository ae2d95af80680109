//! Draws the questions of an attempt again from its seed (player/src/core/random.ts, draw.ts): the same
//! seed gives the same questions for ever.

use crate::contents::Pool;
use crate::contents::Slot;

/// A 32-bit counter, mixed by the finalizer of MurmurHash3.
struct Chance(u32);

impl Chance {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9);
        let mut z = self.0;
        z = (z ^ z >> 16).wrapping_mul(0x85eb_ca6b);
        z = (z ^ z >> 13).wrapping_mul(0xc2b2_ae35);
        z ^ z >> 16
    }

    /// A number from 0 to n − 1, each as likely as any other.
    fn below(&mut self, n: usize) -> usize {
        let n = n as u64;
        let limit = (1 << 32) - (1 << 32) % n;
        let mut value = u64::from(self.next());
        while value >= limit {
            value = u64::from(self.next());
        }
        usize::try_from(value % n).expect("below a number of parts")
    }

    /// The list in an order of chance (Fisher–Yates, from the end).
    fn shuffled<T: Clone>(&mut self, list: &[T]) -> Vec<T> {
        let mut out = list.to_vec();
        for i in (1..out.len()).rev() {
            let j = self.below(i + 1);
            out.swap(i, j);
        }
        out
    }
}

/// Slots of an attempt's questions in the order shown.
pub fn drawn(draws: &[Pool<Slot>], shuffle: bool, seed: u32) -> Vec<&Slot> {
    let mut chance = Chance(seed);
    let mut taken: Vec<&Slot> = Vec::new();
    for draw in draws {
        // Two draws may share a bank: a question comes once.
        let left: Vec<&Slot> =
            draw.pool.iter().filter(|slot| !taken.iter().any(|other| other.q == slot.q)).collect();
        if draw.take >= left.len() {
            taken.extend(left);
            continue;
        }
        let mut order = chance.shuffled(&(0..left.len()).collect::<Vec<_>>());
        order.truncate(draw.take);
        // Without shuffling the bank's order is kept, drawn or not.
        order.sort_unstable();
        taken.extend(order.into_iter().map(|at| left[at]));
    }
    if shuffle { chance.shuffled(&taken) } else { taken }
}

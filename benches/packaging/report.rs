//! What a bench prints.

use crate::contestant::Row;

/// What a ratio should be.
pub enum Goal {
    AtLeast(f64),
    AtMost(f64),
}

/// The medians of a contest.
pub fn table(title: &str, rows: &[Row]) {
    println!("\n{title}");
    for row in rows {
        let made = row.bytes as f64 / 1e6;
        println!(
            "  {:<16} {:>8.3} s {:>10.1} MB made {:>7.1} MB of memory",
            row.name, row.seconds, made, row.megabytes
        );
    }
}

/// A ratio beside its goal.
pub fn ratio(name: &str, value: f64, goal: Goal) {
    let (sign, bound, kept) = match goal {
        Goal::AtLeast(bound) => ("≥", bound, value >= bound),
        Goal::AtMost(bound) => ("≤", bound, value <= bound),
    };
    println!("  {name:<28} {value:>7.2}  (goal {sign} {bound}{})", if kept { "" } else { ", missed" });
}

//! What a bench prints.

use crate::contestant::Row;

/// What a figure should be.
pub enum Goal {
    AtLeast(f64),
    AtMost(f64),
    Between(f64, f64),
}

/// The medians of a contest, and its shortest times.
pub fn table(title: &str, rows: &[Row]) {
    println!("\n{title}");
    println!(
        "  {:<28} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "", "median s", "min s", "CPU s", "MB made", "peak MB"
    );
    for row in rows {
        let shortest = row.runs.iter().map(|run| run.seconds).fold(f64::INFINITY, f64::min);
        let (seconds, cpu) = (row.median(|run| run.seconds), row.median(|run| run.cpu));
        let (made, memory) = (row.bytes as f64 / 1e6, row.median(|run| run.megabytes));
        println!(
            "  {:<28} {seconds:>9.3} {shortest:>9.3} {cpu:>9.2} {:>9} {:>9}",
            row.name,
            known(made),
            known(memory)
        );
    }
}

fn known(value: f64) -> String {
    if value > 0.0 { format!("{value:.1}") } else { "–".to_owned() }
}

/// A figure beside its goal.
pub fn figure(name: &str, value: f64, goal: &Goal) {
    let (wanted, kept) = match goal {
        Goal::AtLeast(bound) => (format!("≥ {bound}"), value >= *bound),
        Goal::AtMost(bound) => (format!("≤ {bound}"), value <= *bound),
        Goal::Between(low, high) => (format!("{low} to {high}"), (*low..=*high).contains(&value)),
    };
    println!("  {name:<28} {value:>9.3}   goal {wanted}: {}", if kept { "kept" } else { "missed" });
}

//! Programs that are timed, in turn, round after round.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::time::Instant;

/// A program with its arguments.
pub struct Contestant {
    pub name: &'static str,
    folder: String,
    command: Vec<String>,
    /// Removed before each run.
    output: Option<PathBuf>,
}

/// What a contestant took, round after round.
pub struct Row {
    pub name: &'static str,
    pub runs: Vec<Run>,
    /// Length of what it made.
    pub bytes: u64,
}

/// What one run took.
#[derive(Clone, Copy)]
pub struct Run {
    pub seconds: f64,
    /// Of all its threads, in hundredths; a loaded machine changes it less.
    pub cpu: f64,
    /// Peak memory, for our own tasks; 0 for others.
    pub megabytes: f64,
}

impl Row {
    /// The median of what `of` reads.
    pub fn median(&self, of: impl Fn(&Run) -> f64) -> f64 {
        median(self.runs.iter().map(of).collect())
    }

    /// The median over the rounds of the time of this one over the time of the other.
    pub fn ratio(&self, other: &Self) -> f64 {
        median(self.runs.iter().zip(&other.runs).map(|(run, other)| run.seconds / other.seconds).collect())
    }
}

impl Contestant {
    /// A task of this very program.
    pub fn own(name: &'static str, task: &str, from: &str, to: &str) -> Self {
        let program = std::env::current_exe().expect("a running program has a path").display().to_string();
        Self::tool(name, ".", &[&program, task, from, to]).making(to)
    }

    /// A program that runs in `folder`.
    pub fn tool(name: &'static str, folder: &str, command: &[&str]) -> Self {
        let command = command.iter().map(|word| (*word).to_owned()).collect();
        Self { name, folder: folder.to_owned(), command, output: None }
    }

    /// The same, with the file that it makes.
    pub fn making(mut self, output: &str) -> Self {
        self.output = Some(PathBuf::from(output));
        self
    }

    fn row(&self) -> Row {
        Row { name: self.name, runs: Vec::new(), bytes: 0 }
    }

    fn made(&self) -> u64 {
        self.output.as_ref().and_then(|output| fs::metadata(output).ok()).map_or(0, |data| data.len())
    }

    fn run(&self) -> Run {
        if let Some(output) = &self.output {
            fs::remove_file(output).ok();
        }
        let mut command = Command::new(&self.command[0]);
        command.args(&self.command[1..]).current_dir(&self.folder).stderr(Stdio::inherit());
        let (start, before) = (Instant::now(), cpu_of_children());
        let done = command.output().unwrap_or_else(|cause| panic!("{}: {cause}", self.command[0]));
        let (seconds, cpu) = (start.elapsed().as_secs_f64(), cpu_of_children() - before);
        assert!(done.status.success(), "{} fails", self.name);
        let said = String::from_utf8_lossy(&done.stdout);
        let kilobytes = said.strip_prefix("VmHWM ").and_then(|rest| rest.trim().parse::<f64>().ok());
        Run { seconds, cpu, megabytes: kilobytes.unwrap_or(0.0) / 1024.0 }
    }
}

/// Runs every contestant once a round, and gives what they took in the same order.
pub fn race(rounds: usize, contestants: &[Contestant]) -> Vec<Row> {
    let mut rows: Vec<Row> = contestants.iter().map(Contestant::row).collect();
    for _ in 0..rounds {
        rows.iter_mut().zip(contestants).for_each(|(row, contestant)| row.runs.push(contestant.run()));
    }
    rows.iter_mut().zip(contestants).for_each(|(row, contestant)| row.bytes = contestant.made());
    rows
}

/// Processor time of the processes that have ended, as Linux counts it; 0 elsewhere.
fn cpu_of_children() -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = text.rsplit_once(") ").map_or("", |(_, rest)| rest).split(' ').skip(13).take(2);
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

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

/// What a contestant took: medians over the rounds.
pub struct Row {
    pub name: &'static str,
    pub seconds: f64,
    /// Peak memory, for our own tasks; 0 for others.
    pub megabytes: f64,
    /// Length of what it made.
    pub bytes: u64,
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

    fn run(&self) -> (f64, f64) {
        if let Some(output) = &self.output {
            fs::remove_file(output).ok();
        }
        let mut command = Command::new(&self.command[0]);
        command.args(&self.command[1..]).current_dir(&self.folder).stderr(Stdio::inherit());
        let start = Instant::now();
        let done = command.output().unwrap_or_else(|cause| panic!("{}: {cause}", self.command[0]));
        let seconds = start.elapsed().as_secs_f64();
        assert!(done.status.success(), "{} fails", self.name);
        let said = String::from_utf8_lossy(&done.stdout);
        let kilobytes = said.strip_prefix("VmHWM ").and_then(|rest| rest.trim().parse::<f64>().ok());
        (seconds, kilobytes.unwrap_or(0.0) / 1024.0)
    }
}

/// Runs every contestant once a round, and gives their medians in the same order.
pub fn race(rounds: usize, contestants: &[Contestant]) -> Vec<Row> {
    let mut runs: Vec<Vec<(f64, f64)>> = contestants.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        runs.iter_mut().zip(contestants).for_each(|(runs, contestant)| runs.push(contestant.run()));
    }
    contestants.iter().zip(runs).map(|(contestant, runs)| row(contestant, &runs)).collect()
}

fn row(contestant: &Contestant, runs: &[(f64, f64)]) -> Row {
    let bytes =
        contestant.output.as_ref().and_then(|output| fs::metadata(output).ok()).map_or(0, |data| data.len());
    let seconds = median(runs.iter().map(|run| run.0).collect());
    Row { name: contestant.name, seconds, megabytes: median(runs.iter().map(|run| run.1).collect()), bytes }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

//! Phases: each prints its name and its time, and the first that fails is named at the end.

use std::time::{Duration, Instant};

use crate::trouble::{Outcome, Trouble};

use super::tally::Tally;

/// What was run so far.
#[derive(Default)]
pub struct Phases {
    done: Vec<(String, Duration)>,
    tally: Tally,
}

impl Phases {
    /// Runs one phase.
    pub fn run<T>(
        &mut self,
        name: &str,
        work: impl FnOnce(&mut Tally) -> Outcome<T>,
    ) -> Outcome<T> {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = work(&mut self.tally);
        let took = start.elapsed();
        self.done.push((name.to_string(), took));
        println!("-- {name}: {}", seconds(took));
        outcome.map_err(|trouble| Trouble::new(format!("phase \"{name}\": {trouble}")))
    }

    /// Prints the times and the last line: `N passed, N failed`.
    pub fn close(&self, outcome: &Outcome) {
        println!("\n== phases");
        for (name, took) in &self.done {
            println!("{:>10}  {name}", seconds(*took));
        }
        let whole = self.done.iter().map(|(_, took)| *took).sum();
        println!("{:>10}  in all", seconds(whole));
        if outcome.is_err()
            && let Some((name, _)) = self.done.last()
        {
            println!("stopped in \"{name}\"");
        }
        if self.tally.ignored > 0 {
            println!("{} ignored", self.tally.ignored);
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
    }
}

fn seconds(time: Duration) -> String {
    format!("{}.{} s", time.as_secs(), time.subsec_millis() / 100)
}

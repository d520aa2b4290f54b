//! Counts tests by the closing lines of their runners.

/// How many tests were run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Succeeded.
    pub passed: u64,
    /// Failed.
    pub failed: u64,
    /// Left out by their author.
    pub ignored: u64,
}

impl Tally {
    /// Every test that was run.
    pub fn run(self) -> u64 {
        self.passed + self.failed
    }

    /// Adds what a line of output says, if it is a closing line.
    pub fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some(counts) = line.strip_prefix("test result: ") {
            // Rust: `test result: ok. 12 passed; 0 failed; 1 ignored; …`
            self.add(
                counts.split_once(". ").map_or(counts, |(_, rest)| rest),
                ';',
            );
        } else if let Some(counts) = line.strip_prefix("Tests ") {
            // vitest: `Tests  1 failed | 56 passed | 2 skipped (59)`
            self.add(counts.split('(').next().unwrap_or(counts), '|');
        }
    }

    fn add(&mut self, counts: &str, between: char) {
        for part in counts.split(between) {
            let Some((number, what)) = part.trim().split_once(' ') else {
                continue;
            };
            let Ok(number) = number.parse::<u64>() else {
                continue;
            };
            match what.trim() {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" | "skipped" | "todo" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_both_runners_add_up() {
        let mut tally = Tally::default();
        tally.read("test a::b ... ok");
        tally.read(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s",
        );
        tally.read("      Tests  1 failed | 56 passed | 2 skipped (59)");
        tally.read(" Test Files  3 passed (3)");
        assert_eq!(
            tally,
            Tally {
                passed: 68,
                failed: 1,
                ignored: 3
            },
            "files are no tests, and filtered ones were not run"
        );
    }

    #[test]
    fn a_failed_run_counts_too() {
        let mut tally = Tally::default();
        tally.read("test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured");
        assert_eq!((tally.passed, tally.failed), (2, 3));
    }
}

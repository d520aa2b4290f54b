//! Prints figures beside their limits, and remembers whether all of them held.

use std::time::Duration;

/// What was measured.
#[derive(Debug, Default)]
pub struct Report {
    broken: usize,
}

impl Report {
    /// Whether every figure stayed within its limit.
    pub fn holds(&self) -> bool {
        self.broken == 0
    }

    /// A time that must stay under `limit`.
    pub fn time(&mut self, what: &str, took: Duration, limit: Duration) {
        let fine = took < limit;
        self.line(
            what,
            &milliseconds(took),
            &format!("under {}", milliseconds(limit)),
            fine,
        );
    }

    /// A number that must be at least `least`.
    pub fn at_least(&mut self, what: &str, number: u128, least: u128) {
        self.line(
            what,
            &number.to_string(),
            &format!("at least {least}"),
            number >= least,
        );
    }

    /// A number that must be at most `most`.
    pub fn at_most(&mut self, what: &str, number: u128, most: u128) {
        self.line(
            what,
            &number.to_string(),
            &format!("at most {most}"),
            number <= most,
        );
    }

    /// The peak memory of this process, which must stay under `limit` MB (10^6 bytes).
    pub fn memory(&mut self, limit: u64) {
        match crate::machine::peak_memory_mb() {
            Some(peak) => {
                let fine = peak < limit;
                self.line(
                    "peak memory",
                    &format!("{peak} MB"),
                    &format!("under {limit} MB"),
                    fine,
                );
            }
            None => self.note("peak memory", "not measured on this system"),
        }
    }

    /// How often `part` goes into `whole`: a figure that means the same on every machine.
    pub fn ratio(&self, what: &str, whole: Duration, part: Duration) {
        let tenths = whole.as_micros() * 10 / part.as_micros().max(1);
        self.note(what, &format!("{}.{} ×", tenths / 10, tenths % 10));
    }

    /// Something to know beside the figures.
    pub fn note(&self, what: &str, said: &str) {
        println!("  {what:<58} {said:>12}");
    }

    fn line(&mut self, what: &str, said: &str, limit: &str, fine: bool) {
        self.broken += usize::from(!fine);
        let judged = if fine { "holds" } else { "DOES NOT HOLD" };
        println!("  {what:<58} {said:>12}   {limit}: {judged}");
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{} ms", time.as_millis())
}

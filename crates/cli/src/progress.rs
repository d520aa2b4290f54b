//! Progress of long work, on standard error: a bar on a terminal, a line now and then elsewhere.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use app::{Job, Lang};
use indicatif::{ProgressBar, ProgressStyle};

use crate::words::Words;

/// How long elsewhere than on a terminal nothing is said.
const SILENCE: Duration = Duration::from_secs(5);

struct Shown {
    label: String,
    bar: Option<ProgressBar>,
    said: Instant,
}

/// What is shown of running work.
pub struct Progress {
    lang: Lang,
    shown: Mutex<Option<Shown>>,
}

impl Progress {
    /// Nothing yet.
    pub fn new(lang: Lang) -> Progress {
        Progress {
            lang,
            shown: Mutex::new(None),
        }
    }

    /// Shows a step.
    pub fn step(&self, job: &Job) {
        let Ok(mut shown) = self.shown.lock() else {
            return;
        };
        if shown.as_ref().is_none_or(|shown| shown.label != job.label) {
            finish(shown.take());
            *shown = Some(self.start(job));
        }
        let Some(shown) = shown.as_mut() else { return };
        match &shown.bar {
            Some(bar) => bar.set_position(u64::from(job.done)),
            None if shown.said.elapsed() >= SILENCE => {
                shown.said = Instant::now();
                let of = job
                    .total
                    .map(|total| format!("/{total}"))
                    .unwrap_or_default();
                let words = Words::new(self.lang).job(&job.label);
                // Nobody listens when it cannot be written; the work goes on.
                let _ = writeln!(std::io::stderr(), "{words}: {}{of}", job.done);
            }
            None => {}
        }
    }

    fn start(&self, job: &Job) -> Shown {
        let label = job.label.clone();
        let bar = std::io::stderr().is_terminal().then(|| {
            let words = Words::new(self.lang).job(&job.label);
            let bar = match job.total {
                Some(total) => ProgressBar::new(u64::from(total))
                    .with_style(style("{msg} {bar:32} {human_pos}/{human_len}  {eta}")),
                None => ProgressBar::new_spinner().with_style(style("{msg} {spinner} {human_pos}")),
            };
            bar.with_message(words.to_string())
        });
        Shown {
            label,
            bar,
            said: Instant::now(),
        }
    }

    /// Takes the bar away.
    pub fn clear(&self) {
        if let Ok(mut shown) = self.shown.lock() {
            finish(shown.take());
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

fn finish(shown: Option<Shown>) {
    if let Some(bar) = shown.and_then(|shown| shown.bar) {
        bar.finish_and_clear();
    }
}

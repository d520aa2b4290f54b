//! The figures that must hold, measured on generated data. Run by `cargo xtask bench`, each step in a
//! process of its own: `bench prepare|measure today|ui|import|letters FOLDER`.

mod decide;
mod import;
mod letters;
mod machine;
mod report;
mod statement;
mod window;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use report::Report;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match step(&words) {
        Ok(report) if report.holds() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

fn step(words: &[String]) -> Result<Report, Box<dyn Error>> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [step, figure, folder] = words[..] else {
        return Err("prepare|measure today|ui|import|letters FOLDER".into());
    };
    let folder = Path::new(folder);
    let mut report = Report::default();
    match (step, figure) {
        ("prepare", "today") => decide::prepare(folder)?,
        ("measure", "today") => decide::measure(folder, &mut report)?,
        ("prepare", "ui") => window::prepare(folder)?,
        ("measure", "ui") => window::measure(folder, &mut report)?,
        ("prepare", "import") => import::prepare(folder)?,
        ("measure", "import") => import::measure(folder, &mut report)?,
        ("prepare", "letters") => {}
        ("measure", "letters") => letters::measure(&mut report)?,
        _ => return Err(format!("there is no {step} {figure}").into()),
    }
    Ok(report)
}

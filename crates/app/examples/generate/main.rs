//! Writes the files that are generated from the core, or with `--check` compares them. Run by
//! `cargo xtask types`.

mod generated;

use std::fs;
use std::io;
use std::process::ExitCode;

use generated::{Generated, all};

fn main() -> ExitCode {
    let check = std::env::args().any(|word| word == "--check");
    match run(check) {
        Ok(fine) if fine => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("generate: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(check: bool) -> io::Result<bool> {
    let mut fine = true;
    for file in all()? {
        if file.is_current() {
            continue;
        }
        if check {
            eprintln!("{} is not what the core says now", file.path.display());
            fine = false;
        } else {
            write(&file)?;
        }
    }
    Ok(fine)
}

fn write(file: &Generated) -> io::Result<()> {
    if let Some(folder) = file.path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file.path, &file.text)?;
    println!("wrote {}", file.path.display());
    Ok(())
}

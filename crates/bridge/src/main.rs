//! The development bridge: the same commands as the window's, on loopback, so that tests can
//! drive the web files in a browser. Never part of a bundle.
//!
//! Prints one line of JSON, `{"url":…,"token":…}`, and serves until it is stopped. Every call
//! must carry the token, and nothing but a page of the bridge itself may call.

mod computer;
mod gate;
mod pages;
mod policy;
mod serve;

use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use app::{Keychain, NoKeychain};
use chrono::NaiveDate;
use clap::Parser;

use computer::{MemoryKeychain, TestComputer};
use gate::Gate;
use post::Smtp;

/// Serves the window's web files and its commands on this computer only.
#[derive(Debug, Parser)]
struct Options {
    /// The folder with the built web files.
    #[arg(long, default_value = "ui/dist")]
    ui: PathBuf,
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Where application data and new administrations go.
    #[arg(long)]
    data: PathBuf,
    /// The token that calls must carry; a random one when not given.
    #[arg(long)]
    token: Option<String>,
    /// Keeps keys in memory, as a keychain that forgets at the end. Without it there is no keychain.
    #[arg(long)]
    memory_keychain: bool,
    /// The day that stands for today.
    #[arg(long)]
    date: Option<NaiveDate>,
    /// The only certificate (PEM) whose mail servers are trusted: that of a server on this computer, in tests.
    #[arg(long)]
    mail_root: Option<PathBuf>,
}

impl Options {
    fn computer(&self) -> Result<TestComputer, Box<dyn std::error::Error>> {
        let keychain: Box<dyn Keychain> = if self.memory_keychain {
            Box::new(MemoryKeychain::default())
        } else {
            Box::new(NoKeychain("deze proefopstelling heeft geen sleutelbos"))
        };
        let post = match &self.mail_root {
            None => Smtp::system(),
            Some(file) => Smtp::trusting_only(&std::fs::read(file)?)
                .ok_or("the file of --mail-root holds no certificate")?,
        };
        Ok(TestComputer::new(
            self.data.clone(),
            self.date,
            keychain,
            post,
        ))
    }
}

fn random_token() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

async fn run(options: Options) -> Result<(), Box<dyn std::error::Error>> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let listener = tokio::net::TcpListener::bind(address).await?;
    let port = listener.local_addr()?.port();
    let token = match options.token.clone() {
        Some(token) if token.is_empty() => return Err("an empty token protects nothing".into()),
        Some(token) => token,
        None => random_token()?,
    };
    let gate = Gate::new(port, token.clone());
    let router = serve::router(options.computer()?, &options.ui, gate)?;
    let first = serde_json::json!({ "url": format!("http://127.0.0.1:{port}"), "token": token });
    let mut out = std::io::stdout();
    writeln!(out, "{first}")?;
    out.flush()?;
    axum::serve(listener, router).await?;
    Ok(())
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bridge: {error}");
            ExitCode::FAILURE
        }
    }
}

//! A run that is killed at any moment loses no letter and sends none twice (promises 1 and 8).
//! `STANDVAST_KILLS=200` makes it as many kills as that.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::books::{TODAY, stocked};
use crate::home::{Home, copy_folder, files_under, sha256};

/// Numbers that look random; the seed is printed, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn new() -> Dice {
        let given = std::env::var("STANDVAST_KILL_SEED")
            .ok()
            .and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| RandomState::new().hash_one("kills")) | 1;
        println!("STANDVAST_KILL_SEED={seed}");
        Dice(seed)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most.max(1)
    }
}

const BUSINESSES: usize = 6;

fn run_args(home: &Home) -> Vec<String> {
    let out = home.text("uit");
    home.opening(&[
        "run",
        "--approve",
        "all",
        "--out",
        &out,
        "--date",
        TODAY,
        "--json",
    ])
}

/// The letters as a user finds them: file name and what it asks.
fn letters_of(home: &Home) -> Vec<Value> {
    home.admin(&["export", "--out", &home.text("export")]).ok();
    let bytes = std::fs::read(home.path("export/letters.json")).unwrap();
    serde_json::from_slice::<Value>(&bytes)
        .unwrap()
        .as_array()
        .unwrap()
        .clone()
}

fn names(home: &Home) -> BTreeSet<String> {
    files_under(&home.path("uit"))
        .iter()
        .map(|file| file.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

/// What every finished run must have left, however often it was killed.
fn check(home: &Home, wanted: &BTreeSet<String>, count: usize) {
    let letters = letters_of(home);
    assert_eq!(letters.len(), count, "each letter once in the records");
    let mut keys = BTreeSet::new();
    for letter in &letters {
        for invoice in letter["invoices"].as_array().unwrap() {
            let key = format!("{} {} {invoice}", letter["customer"], letter["step"]);
            assert!(keys.insert(key.clone()), "{key} was sent twice");
        }
    }
    let mut on_disk: BTreeMap<String, usize> = BTreeMap::new();
    for file in files_under(&home.path("uit")) {
        *on_disk
            .entry(sha256(&std::fs::read(&file).unwrap()))
            .or_default() += 1;
    }
    for letter in &letters {
        let hash = letter["sha256"].as_str().unwrap();
        assert_eq!(
            on_disk.get(hash),
            Some(&1),
            "{letter} lies there once, with its own bytes"
        );
    }
    let found = names(home);
    assert!(
        found
            .iter()
            .any(|name| name.contains("_R-") && name.ends_with(".pdf")),
        "the list of what left was made, also when the run was cut off before it: {found:?}"
    );
    let letters_only = |names: &BTreeSet<String>| -> BTreeSet<String> {
        names
            .iter()
            .filter(|name| name.contains("_K-"))
            .cloned()
            .collect()
    };
    assert_eq!(
        letters_only(&found),
        letters_only(wanted),
        "the same letters as without a kill"
    );
    assert!(
        !found.iter().any(|name| name.ends_with(".part")),
        "nothing half: {found:?}"
    );
    assert_eq!(home.admin(&["verify"]).ok()["ok"], true);
}

#[test]
fn a_killed_run_is_finished_with_each_letter_once() {
    let kills = std::env::var("STANDVAST_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(25);
    let mut dice = Dice::new();
    let home = stocked(BUSINESSES);
    let untouched = home.path("onaangeroerd");
    for name in ["boek.standvast", "appdata"] {
        copy_folder(&home.path(name), &untouched.join(name));
    }
    let args = run_args(&home);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let begun = Instant::now();
    let whole = home.run(&args).ok();
    let first = u64::try_from(begun.elapsed().as_micros()).unwrap();
    // The first run may have been slowed by whatever else the machine did: kills that come too
    // late shorten the aim, kills that strike lengthen it again.
    let mut most = first;
    let count = whole["letters"].as_array().unwrap().len();
    assert!(
        count > BUSINESSES,
        "the businesses and the person get one each: {whole}"
    );
    let wanted = names(&home);
    check(&home, &wanted, count);

    let mut struck = 0;
    let mut rounds = 0;
    while struck < kills {
        rounds += 1;
        assert!(rounds < 50 * kills, "kills must strike now and then");
        for name in ["boek.standvast", "appdata", "uit", "export"] {
            let _ = std::fs::remove_dir_all(home.path(name));
            if untouched.join(name).exists() {
                copy_folder(&untouched.join(name), &home.path(name));
            }
        }
        // One to four kills before the run may finish; most of its time is opening, so aim past it.
        for _ in 0..=dice.below(4) {
            let mut child = home.start(&args);
            let wait = if dice.below(4) == 0 {
                dice.below(most)
            } else {
                most / 3 + dice.below(most)
            };
            std::thread::sleep(Duration::from_micros(wait));
            if child.try_wait().unwrap().is_none() {
                child.kill().unwrap();
                struck += 1;
                most = (most * 21 / 20).min(first);
            } else {
                most = (most * 4 / 5).max(5_000);
            }
            child.wait().unwrap();
        }
        let finished = home.run(&args).ok();
        assert!(finished["resumed"].as_u64().unwrap() <= finished["sent"].as_u64().unwrap());
        check(&home, &wanted, count);
        let again = home.run(&args).ok();
        assert_eq!(
            (again["sent"].as_u64(), again["resumed"].as_u64()),
            (Some(0), Some(0)),
            "nothing again"
        );
    }
    println!("{struck} kills in {rounds} rounds");
}

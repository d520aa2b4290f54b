//! Keys: passphrase, recovery code, damage.

use store::*;

use crate::desk::*;

fn open_with(desk: &Desk, unlock: Unlock<'_>) -> Result<Administration> {
    Administration::open(&desk.folder(), unlock, now(), today())
}

#[test]
fn opens_with_each_of_the_three() {
    let desk = Desk::new();
    for unlock in [
        Unlock::Passphrase(PASSPHRASE),
        Unlock::Recovery(&desk.recovery),
        Unlock::Recovery(&desk.recovery.to_lowercase().replace('-', " ")),
        Unlock::DataKey(&desk.key),
    ] {
        let opened = open_with(&desk, unlock).unwrap();
        assert_eq!(opened.id().len(), 32, "a random 128-bit id");
    }
}

#[test]
fn composed_and_decomposed_accents_are_one_passphrase() {
    let dir = tempfile::TempDir::new().unwrap();
    let folder = dir.path().join("a.standvast");
    drop(
        Administration::create(&folder, "caf\u{e9}", KdfCost::for_tests(), now(), today()).unwrap(),
    );
    Administration::open(&folder, Unlock::Passphrase("cafe\u{301}"), now(), today())
        .expect("another keyboard sends e and an accent");
}

#[test]
fn tells_wrong_from_malformed() {
    let desk = Desk::new();
    let other = Desk::new();
    let mut typo = desk.recovery.clone();
    let first = if typo.starts_with('7') { "8" } else { "7" };
    typo.replace_range(0..1, first);
    let cases = [
        (Unlock::Passphrase("iets anders"), "wrong_key"),
        (Unlock::Passphrase(""), "wrong_key"),
        (Unlock::Recovery(&other.recovery), "wrong_recovery_code"),
        (Unlock::Recovery(&typo), "malformed_recovery_code"),
        (Unlock::DataKey(&other.key), "wrong_key"),
    ];
    for (unlock, code) in cases {
        let refused = open_with(&desk, unlock).unwrap_err();
        assert_eq!(refused.code(), code, "{unlock:?}");
    }
}

#[test]
fn changing_the_passphrase_keeps_the_data_and_the_recovery_code() {
    let desk = Desk::new();
    let mut opened = desk.open();
    one_invoice(&mut opened);
    opened
        .change_passphrase("nieuw", KdfCost::for_tests(), now(), today())
        .unwrap();
    drop(opened);
    assert_eq!(
        open_with(&desk, Unlock::Passphrase(PASSPHRASE))
            .unwrap_err()
            .code(),
        "wrong_key"
    );
    assert_eq!(
        open_with(&desk, Unlock::Passphrase("nieuw"))
            .unwrap()
            .read()
            .customer_count()
            .unwrap(),
        1
    );
    let mut opened = open_with(&desk, Unlock::Recovery(&desk.recovery)).unwrap();
    let new = opened.draw_recovery_code(KdfCost::for_tests()).unwrap();
    let code = new.code().clone();
    let check = |opened: &Administration, code: &str| opened.check_recovery_code(code).is_ok();
    assert!(
        check(&opened, &desk.recovery) && !check(&opened, code.expose()),
        "a drawn code is not in force yet"
    );
    opened
        .replace_recovery_code(new, now(), today(), || Ok::<_, StoreError>(()))
        .unwrap();
    drop(opened);
    assert_eq!(
        open_with(&desk, Unlock::Recovery(&desk.recovery))
            .unwrap_err()
            .code(),
        "wrong_recovery_code",
        "the old sheet no longer opens it"
    );
    assert_sound(&open_with(&desk, Unlock::Recovery(code.expose())).unwrap());
}

#[test]
fn a_recovery_code_that_cannot_be_handed_over_leaves_the_old_one() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let new = opened.draw_recovery_code(KdfCost::for_tests()).unwrap();
    let code = new.code().clone();
    let refused = opened.replace_recovery_code(new, now(), today(), || {
        assert!(
            open_keys(&desk, code.expose()),
            "its sheet gets its place when the code opens"
        );
        Err::<(), _>(StoreError::Crypto)
    });
    assert_eq!(refused.unwrap_err().code(), StoreError::Crypto.code());
    assert!(opened.check_recovery_code(&desk.recovery).is_ok());
    let told: Vec<_> = opened
        .read()
        .facts(None, 2)
        .unwrap()
        .iter()
        .map(|fact| fact.data["what"].clone())
        .collect();
    assert_eq!(
        told,
        ["recovery_code_kept", "recovery_code"],
        "the log says that it was put back"
    );
    drop(opened);
    assert!(!open_keys(&desk, code.expose()), "nobody has that code");
    assert_sound(&open_with(&desk, Unlock::Recovery(&desk.recovery)).unwrap());
}

/// Whether a recovery code opens what lies on the disk now.
fn open_keys(desk: &Desk, code: &str) -> bool {
    let copy = desk.dir.path().join("blik.standvast");
    std::fs::create_dir_all(&copy).unwrap();
    for file in ["keys.json", "administration.db"] {
        std::fs::copy(desk.folder().join(file), copy.join(file)).unwrap();
    }
    let opened = Administration::open(&copy, Unlock::Recovery(code), now(), today());
    !matches!(opened, Err(error) if error.code() == "wrong_recovery_code")
}

#[test]
fn any_flipped_bit_in_the_keys_is_told_as_damage() {
    let desk = Desk::new();
    let path = desk.folder().join("keys.json");
    let good = std::fs::read(&path).unwrap();
    for place in (0..good.len()).step_by(7) {
        let mut bad = good.clone();
        bad[place] ^= 1;
        std::fs::write(&path, &bad).unwrap();
        let refused = open_with(&desk, Unlock::Passphrase(PASSPHRASE));
        // White space between the values carries nothing.
        if good[place].is_ascii_whitespace() && refused.is_ok() {
            continue;
        }
        assert_eq!(
            refused.unwrap_err().code(),
            "damaged",
            "byte {place} ({:?})",
            char::from(good[place])
        );
    }
    std::fs::write(&path, &good).unwrap();
    open_with(&desk, Unlock::Passphrase(PASSPHRASE)).unwrap();
}

#[test]
fn secrets_do_not_print() {
    let desk = Desk::new();
    let code = RecoveryCode::parse(&desk.recovery).unwrap();
    let printed = format!(
        "{:?} {:?} {:?} {:?} {:?}",
        desk.key,
        code,
        Unlock::Passphrase(PASSPHRASE),
        Unlock::Recovery(&desk.recovery),
        desk.open()
    );
    assert!(
        !printed.contains(PASSPHRASE) && !printed.contains(&desk.recovery),
        "{printed}"
    );
    assert!(
        !printed.contains(&format!("{:?}", desk.key.expose())),
        "{printed}"
    );
}

#[test]
fn the_product_makes_guessing_expensive() {
    let cost = KdfCost::default();
    assert!(
        cost.memory_kib >= 64 * 1024 && cost.passes >= 3,
        "at least 64 MiB and three passes"
    );
    let dir = tempfile::TempDir::new().unwrap();
    let folder = dir.path().join("a.standvast");
    drop(Administration::create(&folder, PASSPHRASE, cost, now(), today()).unwrap());
    let keys = std::fs::read_to_string(folder.join("keys.json")).unwrap();
    assert!(
        keys.contains("\"memory_kib\": 65536"),
        "the cost is kept with the keys: {keys}"
    );
    Administration::open(&folder, Unlock::Passphrase(PASSPHRASE), now(), today()).unwrap();
}

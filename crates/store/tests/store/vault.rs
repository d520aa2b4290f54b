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
    let code = opened
        .new_recovery_code(KdfCost::for_tests(), now(), today())
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

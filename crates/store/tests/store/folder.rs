//! The folder: lock, rights, damage, versions, a full disk.

use std::fs;

use store::*;

use crate::desk::*;

#[test]
fn a_second_opener_is_refused_until_the_first_lets_go() {
    let desk = Desk::new();
    let first = desk.open();
    assert_eq!(desk.try_open().unwrap_err().code(), "in_use");
    drop(first);
    desk.open();
}

#[test]
fn refuses_what_is_there_and_what_is_not() {
    let desk = Desk::new();
    let create = |path: &str| {
        let path = desk.dir.path().join(path);
        Administration::create(&path, PASSPHRASE, KdfCost::for_tests(), now(), today()).map(|_| ())
    };
    assert_eq!(
        create("bakkerij.standvast").unwrap_err().code(),
        "already_exists"
    );
    assert_eq!(
        create("bakkerij").unwrap_err().code(),
        "not_an_administration",
        "the name must end in .standvast"
    );
    let open = |path: &str| {
        let path = desk.dir.path().join(path);
        Administration::open(&path, Unlock::Passphrase(PASSPHRASE), now(), today()).map(|_| ())
    };
    assert_eq!(open("nergens.standvast").unwrap_err().code(), "not_found");
    fs::create_dir(desk.dir.path().join("leeg.standvast")).unwrap();
    assert_eq!(
        open("leeg.standvast").unwrap_err().code(),
        "not_an_administration"
    );
}

#[test]
fn a_copy_in_another_folder_opens() {
    let desk = Desk::new();
    let mut opened = desk.open();
    one_invoice(&mut opened);
    opened.close(None, now(), today()).unwrap();
    let copy = desk.dir.path().join("elders").join("kopie.standvast");
    fs::create_dir_all(&copy).unwrap();
    for name in ["administration.db", "keys.json"] {
        fs::copy(desk.folder().join(name), copy.join(name)).unwrap();
    }
    let opened =
        Administration::open(&copy, Unlock::Passphrase(PASSPHRASE), now(), today()).unwrap();
    assert_eq!(opened.read().invoice_count().unwrap(), 1);
    assert_sound(&opened);
}

#[test]
fn a_read_only_file_is_told() {
    let desk = Desk::new();
    let mut rights = fs::metadata(desk.database()).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(desk.database(), rights).unwrap();
    assert_eq!(desk.try_open().unwrap_err().code(), "read_only");
}

#[test]
fn a_newer_version_is_refused_untouched() {
    let desk = Desk::new();
    desk.raw().pragma_update(None, "user_version", 999).unwrap();
    let refused = desk.try_open().unwrap_err();
    assert!(
        matches!(refused, StoreError::NewerVersion { found: 999, .. }),
        "{refused}"
    );
    let found: u32 = desk
        .raw()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(found, 999);
}

#[test]
fn another_program_s_database_is_refused() {
    let desk = Desk::new();
    desk.raw().pragma_update(None, "application_id", 1).unwrap();
    assert_eq!(desk.try_open().unwrap_err().code(), "not_an_administration");
}

#[test]
fn a_damaged_database_is_told_from_a_wrong_key() {
    let desk = Desk::new();
    let mut opened = desk.open();
    one_invoice(&mut opened);
    opened.close(None, now(), today()).unwrap();
    let good = fs::read(desk.database()).unwrap();
    for place in [20, good.len() / 2, good.len() - 100] {
        let mut bad = good.clone();
        bad[place] ^= 1;
        fs::write(desk.database(), &bad).unwrap();
        let refused = desk.try_open().and_then(|opened| {
            let found = opened.read().verify()?;
            assert!(!found.ok, "a flipped bit at {place} must be found");
            Err(StoreError::Damaged {
                part: Part::Database,
            })
        });
        assert_eq!(
            refused.map(|_: ()| ()).unwrap_err().code(),
            "damaged",
            "at {place}"
        );
    }
    fs::write(desk.database(), &good[..good.len() / 2]).unwrap();
    let cut = desk
        .try_open()
        .and_then(|opened| Ok(opened.read().verify()?.ok));
    assert!(
        !matches!(cut, Ok(true)),
        "half a file must not pass: {cut:?}"
    );
    fs::write(desk.database(), b"").unwrap();
    assert!(
        desk.try_open().is_err(),
        "an empty file is no administration"
    );
}

#[test]
fn a_full_disk_changes_nothing() {
    let desk = Desk::new();
    let mut opened = desk.open();
    let (_, invoice) = one_invoice(&mut opened);
    let head = opened.read().head().unwrap();
    let file = NewFile {
        name: "groot.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: vec![7; 3_000_000],
    };
    let refused = with_full_disk(&mut opened, |full| {
        write(full, |w| w.attach_file(invoice, &file)).unwrap_err()
    });
    assert_eq!(refused.code(), "disk_full");
    assert_eq!(opened.read().head().unwrap(), head, "nothing was changed");
    write(&mut opened, |w| w.attach_file(invoice, &file)).unwrap();
    assert_sound(&opened);
}

/// SQLite answers SQLITE_FULL at its own page limit just as it does on a full disk.
fn with_full_disk<T>(
    administration: &mut Administration,
    act: impl FnOnce(&mut Administration) -> T,
) -> T {
    administration.limit_pages_for_tests(Some(300)).unwrap();
    let outcome = act(administration);
    administration.limit_pages_for_tests(None).unwrap();
    outcome
}

#[cfg(unix)]
#[test]
fn only_the_user_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let mut opened = desk.open();
    one_invoice(&mut opened);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&desk.folder()), 0o700);
    for entry in fs::read_dir(desk.folder()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(
            mode(&path) & 0o077,
            0,
            "{} must be closed to others",
            path.display()
        );
    }
}

#[test]
fn closing_writes_the_journal_back() {
    let desk = Desk::new();
    let mut opened = desk.open();
    one_invoice(&mut opened);
    opened
        .close(Some(KeepBackups { copies: 2 }), now(), today())
        .unwrap();
    let wal = desk.folder().join("administration.db-wal");
    assert!(
        !wal.exists() || fs::metadata(&wal).unwrap().len() == 0,
        "one file is left to copy"
    );
    let backups: Vec<_> = fs::read_dir(desk.folder().join("backups"))
        .unwrap()
        .collect();
    assert_eq!(backups.len(), 1);
}

//! Backups: one file, checked, restored whole or not at all.

use std::fs;

use store::*;

use crate::desk::*;

fn backed_up() -> (Desk, std::path::PathBuf) {
    let desk = Desk::new();
    let mut opened = desk.open();
    one_invoice(&mut opened);
    let file = desk.dir.path().join("kopie.standvast-backup");
    opened.backup(&file, now(), today()).unwrap();
    (desk, file)
}

fn restore_as(
    desk: &Desk,
    file: &std::path::Path,
    name: &str,
    unlock: Unlock<'_>,
) -> Result<Administration> {
    restore(
        file,
        &desk.dir.path().join(name),
        unlock,
        None,
        now(),
        day("2026-11-09"),
    )
}

#[test]
fn a_backup_restores_with_each_key() {
    let (desk, file) = backed_up();
    let info = backup_info(&file).unwrap();
    assert_eq!((info.day, info.at), (today(), now()));
    for (name, unlock) in [
        ("a.standvast", Unlock::Passphrase(PASSPHRASE)),
        ("b.standvast", Unlock::Recovery(&desk.recovery)),
        ("c.standvast", Unlock::DataKey(&desk.key)),
    ] {
        let restored = restore_as(&desk, &file, name, unlock).unwrap();
        assert_eq!(restored.id(), info.administration);
        assert_eq!(restored.read().invoice_count().unwrap(), 1);
        assert_eq!(
            restored.read().restored().unwrap(),
            Some(credit::PriorReach::Unknown { backup: today() }),
            "the day of the backup, not of the restore"
        );
        assert_sound(&restored);
        drop(restored);
        Administration::open(
            &desk.dir.path().join(name),
            Unlock::Passphrase(PASSPHRASE),
            now(),
            today(),
        )
        .unwrap();
    }
}

#[test]
fn refusals_leave_nothing_behind() {
    let (desk, file) = backed_up();
    let before = fs::read_dir(desk.dir.path()).unwrap().count();
    let code = |outcome: Result<Administration>| outcome.unwrap_err().code();
    assert_eq!(
        code(restore_as(
            &desk,
            &file,
            "bakkerij.standvast",
            Unlock::DataKey(&desk.key)
        )),
        "already_exists"
    );
    assert_eq!(
        code(restore_as(&desk, &file, "x", Unlock::DataKey(&desk.key))),
        "not_an_administration"
    );
    assert_eq!(
        code(restore_as(
            &desk,
            &file,
            "x.standvast",
            Unlock::Passphrase("fout")
        )),
        "wrong_key"
    );
    assert_eq!(
        code(restore_as(
            &desk,
            &desk.database(),
            "x.standvast",
            Unlock::DataKey(&desk.key)
        )),
        "not_an_administration"
    );
    assert_eq!(
        code(restore_as(
            &desk,
            &desk.dir.path().join("weg"),
            "x.standvast",
            Unlock::DataKey(&desk.key)
        )),
        "not_found"
    );
    let good = fs::read(&file).unwrap();
    for place in (19..good.len()).step_by(good.len() / 40) {
        let mut bad = good.clone();
        bad[place] ^= 0x10;
        fs::write(&file, &bad).unwrap();
        assert_eq!(
            code(restore_as(
                &desk,
                &file,
                "x.standvast",
                Unlock::DataKey(&desk.key)
            )),
            "damaged",
            "byte {place}"
        );
    }
    for cut in [good.len() - 1, good.len() / 2, 30] {
        fs::write(&file, &good[..cut]).unwrap();
        assert_eq!(
            code(restore_as(
                &desk,
                &file,
                "x.standvast",
                Unlock::DataKey(&desk.key)
            )),
            "damaged",
            "cut at {cut}"
        );
    }
    fs::write(&file, [good.as_slice(), b"x"].concat()).unwrap();
    assert_eq!(
        code(restore_as(
            &desk,
            &file,
            "x.standvast",
            Unlock::DataKey(&desk.key)
        )),
        "damaged"
    );
    assert_eq!(
        fs::read_dir(desk.dir.path()).unwrap().count(),
        before,
        "no half folder, no temporary file"
    );
    let opened = desk.open();
    assert_eq!(
        opened.backup(&file, now(), today()).unwrap_err().code(),
        "already_exists"
    );
}

#[test]
fn a_backup_is_of_its_moment_and_does_not_hold_writing_up() {
    let (desk, file) = backed_up();
    let mut opened = desk.open();
    write(&mut opened, |w| w.insert_customer(&customer("D2", "Later"))).unwrap();
    let restored = restore_as(&desk, &file, "r.standvast", Unlock::DataKey(&desk.key)).unwrap();
    assert_eq!(restored.read().customer_count().unwrap(), 1);
    assert_eq!(opened.read().customer_count().unwrap(), 2);
}

#[test]
fn daily_backups_are_made_once_and_the_oldest_go() {
    let desk = Desk::new();
    for (number, date) in [
        "2026-11-03",
        "2026-11-03",
        "2026-11-04",
        "2026-11-05",
        "2026-11-06",
    ]
    .iter()
    .enumerate()
    {
        let mut opened = desk.open();
        write(&mut opened, |w| {
            w.insert_customer(&customer(&number.to_string(), "Klant"))
        })
        .unwrap();
        opened
            .close(Some(KeepBackups { copies: 3 }), now(), day(date))
            .unwrap();
    }
    let folder = desk.folder().join("backups");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "2026-11-04-daily.standvast-backup",
            "2026-11-05-daily.standvast-backup",
            "2026-11-06-daily.standvast-backup"
        ]
    );
    let restored = restore_as(
        &desk,
        &folder.join(&names[0]),
        "r.standvast",
        Unlock::Passphrase(PASSPHRASE),
    )
    .unwrap();
    assert_eq!(
        restored.read().customer_count().unwrap(),
        3,
        "the state at the end of that day"
    );
}

// Windows keeps an open folder where it is.
#[cfg(unix)]
#[test]
fn closing_makes_no_folder_in_place_of_one_that_was_moved() {
    let desk = Desk::new();
    let away = desk.dir.path().join("elders.standvast");
    let mut opened = desk.open();
    one_invoice(&mut opened);
    fs::rename(desk.folder(), &away).unwrap();
    let refused = opened
        .close(Some(KeepBackups::default()), now(), today())
        .unwrap_err();
    assert_eq!(refused.code(), "not_found");
    assert!(
        !desk.folder().exists(),
        "what stands in its place keeps the real one from coming back"
    );
    fs::rename(&away, desk.folder()).unwrap();
    let back = desk.open();
    assert_eq!(back.read().invoice_count().unwrap(), 1, "nothing is lost");
}

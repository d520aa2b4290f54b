//! Keeping an administration: its place, its backups, its keys, its rates, and sheets of calculations.

use serde_json::{Value, json};

use crate::books::stocked;
use crate::home::{Answer, Home, PASSPHRASE};

fn call(home: &Home, name: &str, request: Value) -> Answer {
    let file = home.write(&format!("{name}.json"), request.to_string());
    home.admin(&["call", name, "--file", &file])
}

#[test]
fn the_place_tells_its_size_and_no_cloud() {
    let home = stocked(1);
    let place = call(&home, "administration_place", json!({})).ok();
    assert!(place["folder"].as_str().unwrap().ends_with(".standvast"));
    assert!(place["bytes"].as_u64().unwrap() > 10_000, "{place}");
    assert_eq!(place["cloud"], Value::Null);
    assert_eq!(place["writable"], true);
}

#[test]
fn backups_are_listed_with_their_day_newest_first() {
    let home = stocked(1);
    let folder = home.path("boek.standvast/backups");
    // Closing made the backup of the day; a broken file beside it must not hide it.
    std::fs::write(folder.join("stuk.standvast-backup"), b"geen back-up").unwrap();
    let backups = call(&home, "backups", json!({})).ok();
    let files = backups["files"].as_array().unwrap();
    assert_eq!(files.len(), 2, "{backups}");
    assert_eq!(files[0]["reason"], "daily");
    assert!(files[0]["day"].is_string(), "{backups}");
    assert_eq!(files[1]["day"], Value::Null, "unreadable, and listed");
    assert_eq!(backups["uncertain_since"], Value::Null);
    assert!(
        backups["suggestion"]
            .as_str()
            .unwrap()
            .starts_with("Proefbakkerij De Korenmaat "),
        "{backups}"
    );
}

#[test]
fn a_recovery_code_can_be_tried_and_a_new_sheet_ends_the_old_one() {
    let home = stocked(1);
    let tried = |code: &str| call(&home, "recovery_test", json!({ "recovery_code": code }));
    assert_eq!(
        tried("niet eens bijna").refused(),
        "malformed_recovery_code"
    );
    let error = tried("").json()["error"].clone();
    assert_eq!(error["fields"][0]["field"], "recovery_code", "{error}");
    let sheet = home.text("blad.pdf");
    let wrong = call(
        &home,
        "recovery_sheet_save",
        json!({ "file": sheet, "passphrase": "verkeerd" }),
    );
    assert_eq!(wrong.refused(), "wrong_key");
    assert!(
        !home.path("blad.pdf").exists(),
        "nothing is written for somebody without the passphrase"
    );
    call(
        &home,
        "recovery_sheet_save",
        json!({ "file": sheet, "passphrase": PASSPHRASE }),
    )
    .ok();
    assert!(home.path("blad.pdf").exists());
}

#[test]
fn a_recovery_code_stands_in_for_a_forgotten_passphrase() {
    let home = stocked(1);
    let right = std::fs::read_to_string(home.path("code.txt")).unwrap();
    let good = "molen regen fiets lantaarn boter";
    let sheet = home.text("blad.pdf");
    for (name, mut request) in [
        ("passphrase_change", json!({ "new_passphrase": good })),
        ("recovery_sheet_save", json!({ "file": sheet })),
    ] {
        assert_eq!(
            call(&home, name, request.clone()).refused(),
            "passphrase_needed",
            "{name}: something must show who asks"
        );
        request["recovery_code"] = json!("niet eens bijna");
        let error = call(&home, name, request).json()["error"].clone();
        assert_eq!(error["code"], "malformed_recovery_code", "{name}");
        assert_eq!(error["fields"][0]["field"], "recovery_code", "{name}");
    }
    assert!(!home.path("blad.pdf").exists(), "nothing was written");
    home.admin(&["today"]).ok();
    let request = json!({ "recovery_code": right.trim(), "new_passphrase": good });
    call(&home, "passphrase_change", request).ok();
    assert_eq!(home.admin(&["today"]).refused(), "wrong_key");
}

#[test]
fn a_passphrase_change_names_the_field_that_is_wrong() {
    let home = stocked(1);
    let change = |old: &str, new: &str| {
        let answer = call(
            &home,
            "passphrase_change",
            json!({ "passphrase": old, "new_passphrase": new }),
        );
        let code = answer.refused();
        let field = answer.json()["error"]["fields"][0]["field"].clone();
        (code, field)
    };
    let good = "molen regen fiets lantaarn boter";
    assert_eq!(
        change("verkeerd", good),
        ("wrong_key".to_string(), json!("passphrase"))
    );
    assert_eq!(
        change(PASSPHRASE, "welkom"),
        ("passphrase_too_weak".to_string(), json!("new_passphrase"))
    );
}

#[test]
fn rates_are_listed_without_gaps_and_own_ones_are_marked() {
    let home = stocked(1);
    let add = json!({ "what": "rate", "rate": {
        "kind": "commercial", "start_date": "2027-01-01", "percent": "10.15", "source": "rijksoverheid.nl" } });
    call(&home, "configure", add).ok();
    let view = call(&home, "rates", json!({})).ok();
    let rates = view["rates"].as_array().unwrap();
    let of =
        |kind: &str| -> Vec<&Value> { rates.iter().filter(|rate| rate["kind"] == kind).collect() };
    assert_eq!(of("commercial")[0]["own"], true, "the newest is ours");
    assert_eq!(of("commercial")[0]["through"], Value::Null);
    assert_eq!(of("commercial")[1]["through"], "2026-12-31");
    assert_eq!(of("consumer")[0]["own"], false);
    let sourceless = json!({ "what": "rate", "rate": {
        "kind": "consumer", "start": "2027-01-01", "percent": "4", "source": " " } });
    let refused = call(&home, "configure", sourceless);
    assert_eq!(refused.refused(), "invalid_fields");
}

#[test]
fn a_logo_comes_back_as_it_was_given() {
    let home = stocked(1);
    assert_eq!(
        call(&home, "logo_read", json!({})).ok()["logo"],
        Value::Null
    );
    // The smallest PNG there is: one pixel.
    let bytes: [u8; 67] = [
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44,
        0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a,
        0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x68,
        0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0x00, 0x00, 0x00, 0x00, 0x49,
        0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
    ];
    let file = home.write("logo.png", bytes);
    call(&home, "configure", json!({ "what": "logo", "file": file })).ok();
    let logo = call(&home, "logo_read", json!({})).ok()["logo"].clone();
    assert_eq!(logo["media_type"], "image/png");
    assert_eq!((&logo["width"], &logo["height"]), (&json!(1), &json!(1)));
    call(&home, "configure", json!({ "what": "logo", "file": null })).ok();
    assert_eq!(
        call(&home, "logo_read", json!({})).ok()["logo"],
        Value::Null
    );
}

#[test]
fn every_calculation_has_a_sheet_and_bad_input_has_none() {
    let home = stocked(1);
    let sheets = [
        (
            "interest",
            json!({ "regime": "commercial", "principal": "3500.00", "from": "2025-03-15", "through": "2027-04-21" }),
        ),
        (
            "interest",
            json!({ "regime": "contract", "principal": "3500.00", "percent": "1.5", "per": "month", "from": "2025-03-15", "through": "2026-04-21" }),
        ),
        (
            "costs",
            json!({ "principal": "1986.42", "vat_not_recoverable": true }),
        ),
        (
            "notice",
            json!({ "sent": "2026-11-03", "delivery_days": 3 }),
        ),
        (
            "interest_start",
            json!({ "debtor": "business", "due": "2026-10-01" }),
        ),
        ("interest_start", json!({ "debtor": "consumer" })),
        (
            "limitation",
            json!({ "due": "2024-03-31", "kind": "contract", "interrupted": ["2025-06-15"] }),
        ),
        (
            "claim",
            json!({
                "date": "2026-11-22",
                "claims": [{ "id": "2026-01", "regime": "consumer", "principal": "1000.00", "interest_from": "2026-01-01" }],
                "costs": [{ "claim": null, "amount": "150.00", "due_from": "2026-03-10" }],
                "payments": [{ "date": "2026-03-31", "amount": "500.00" }],
            }),
        ),
    ];
    for (index, (what, request)) in sheets.into_iter().enumerate() {
        let name = format!("blad{index}.pdf");
        let ask = json!({ "what": what, "request": request, "about": "Ångström & Zonen", "out": home.text(&name) });
        call(&home, "calc_sheet", ask.clone()).ok();
        let bytes = std::fs::read(home.path(&name)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{what}");
        let preview = call(
            &home,
            "calc_sheet_preview",
            json!({ "what": what, "request": request }),
        )
        .ok();
        assert!(preview["pages"].as_u64().unwrap() >= 1);
    }
    let refused = |what: &str, request: Value| {
        let ask = json!({ "what": what, "request": request, "out": home.text("niet.pdf") });
        let code = call(&home, "calc_sheet", ask).refused();
        assert!(!home.path("niet.pdf").exists(), "nothing half is written");
        code
    };
    assert_eq!(
        refused("costs", json!({ "principal": "veel" })),
        "bad_request"
    );
    assert_eq!(
        refused(
            "notice",
            json!({ "sent": "2026-11-03", "delivery_days": 1 })
        ),
        "invalid_fields"
    );
    assert_eq!(
        refused(
            "interest",
            json!({ "regime": "consumer", "principal": "1.00", "from": "1950-01-01", "through": "1950-02-01" })
        ),
        "rate_unknown"
    );
    assert_eq!(refused("interest", json!({})), "bad_request");
}

#[test]
fn a_backup_that_cannot_be_made_or_put_back_names_its_place() {
    let home = stocked(1);
    let refused = |answer: Answer, code: &str, place: &str| {
        assert_eq!(answer.refused(), code);
        let message = answer.json()["error"]["message"].clone();
        assert!(message.as_str().unwrap().starts_with(place), "{message}");
    };
    let nowhere = home.text("nergens/boek.standvast-backup");
    refused(
        home.admin(&["backup", "--out", &nowhere]),
        "not_found",
        &nowhere,
    );
    let other = home.write("brief.txt", "Geachte heer");
    let into = home.text("terug.standvast");
    let key = home.text("wachtzin.txt");
    let restore = |file: &str| {
        home.run(&[
            "restore",
            file,
            "--admin",
            &into,
            "--passphrase-file",
            &key,
            "--json",
        ])
    };
    refused(restore(&other), "not_a_backup", &other);
    refused(restore(&nowhere), "not_found", &nowhere);
    assert!(!home.path("terug.standvast").exists(), "nothing half made");
}

//! Mail from the command line: the account, the outbox, and what stays here without a server.

use std::net::TcpListener;

use serde_json::{Value, json};

use crate::books::{TODAY, stocked};
use crate::home::Home;

/// Letters that wait, none of them written out.
fn approved() -> Home {
    let home = stocked(4);
    let request = home.write(
        "goedkeuren.json",
        json!({ "approve": "all", "date": TODAY }).to_string(),
    );
    home.admin(&["call", "run_approve", "--file", &request])
        .ok();
    home
}

/// A port on which nobody listens.
fn closed_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

fn account(home: &Home, port: u16) -> String {
    home.write(
        "account.json",
        json!({
            "host": "127.0.0.1", "port": port, "security": "tls", "user": "bakker",
            "sender_name": "Bakkerij", "sender_address": "wij@bakkerij.example"
        })
        .to_string(),
    )
}

fn outbox(home: &Home) -> Vec<Value> {
    let page = home.admin(&["mail", "outbox"]).ok();
    page["messages"].as_array().unwrap().clone()
}

#[test]
fn an_account_is_kept_without_its_password_and_nothing_leaves_without_a_server() {
    let home = approved();
    let waiting = outbox(&home);
    assert!(
        waiting.iter().any(|row| row["state"] == "waiting"),
        "something must wait: {waiting:?}"
    );
    assert_eq!(
        home.admin(&["mail", "send", "--date", TODAY]).refused(),
        "mail_no_account"
    );

    let kept = home
        .admin(&["mail", "account", "--file", &account(&home, closed_port())])
        .ok();
    assert_eq!(
        kept["account"]["per_minute"], 20,
        "a careful pace when none is told"
    );
    assert_eq!(kept["password"], "none");
    assert_eq!(
        home.admin(&["mail", "send", "--date", TODAY]).refused(),
        "mail_password_needed",
        "there is no terminal to ask it on"
    );

    let password = home.write("wachtwoord.txt", "heel geheim\n");
    let sent = home.admin(&[
        "mail",
        "send",
        "--date",
        TODAY,
        "--mail-password-file",
        &password,
    ]);
    assert_eq!(sent.refused(), "mail_not_listening", "nobody is there");
    assert_eq!(outbox(&home), waiting, "and everything waits as before");
    let secret = std::fs::read(home.path("boek.standvast/administration.db")).unwrap();
    assert!(
        !secret.windows(11).any(|window| window == b"heel geheim"),
        "the password is nowhere in the administration"
    );
    let by_environment = home
        .command()
        .args(home.opening(&["mail", "test", "--json"]))
        .env("STANDVAST_MAIL_PASSWORD", "heel geheim")
        .output()
        .unwrap();
    let said: Value = serde_json::from_slice(&by_environment.stdout).unwrap();
    assert_eq!(said["error"]["code"], "mail_not_listening");
}

#[test]
fn a_draft_is_written_and_what_never_left_cannot_come_back() {
    let home = approved();
    let row = outbox(&home)
        .into_iter()
        .find(|row| row["state"] == "waiting" && row["on_paper"] == false)
        .expect("a letter that goes by mail only");
    let letter = row["letter"].as_str().unwrap();
    assert_eq!(
        home.admin(&["mail", "bounce", letter, "--reason", "weg"])
            .refused(),
        "mail_state"
    );
    assert_eq!(
        home.admin(&["mail", "settle", letter, "--as", "arrived"])
            .refused(),
        "mail_state"
    );
    let message = home.admin(&["mail", "message", letter]).ok();
    assert_eq!(message["sent"], false);
    assert_eq!(message["files"][0]["media_type"], "application/pdf");
    let draft = home.text("concept.eml");
    home.admin(&["mail", "draft", letter, "--out", &draft]).ok();
    assert!(
        std::fs::read_to_string(&draft)
            .unwrap()
            .contains("X-Unsent: 1")
    );
    let pdf = home.text("brief.pdf");
    home.admin(&["mail", "paper", letter, "--out", &pdf]).ok();
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    let words = home.words(&["mail", "outbox"]);
    assert!(words.out.contains(letter), "{}", words.out);
}

#[test]
fn the_account_and_its_messages_are_shown_in_words() {
    let home = approved();
    let none = home.words(&["mail", "account"]);
    assert!(
        none.out.contains("Er is nog geen mailaccount"),
        "{}",
        none.out
    );
    home.admin(&["mail", "account", "--file", &account(&home, closed_port())])
        .ok();
    let kept = home.words(&["mail", "account"]);
    for part in [
        "Bakkerij <wij@bakkerij.example>",
        "127.0.0.1:",
        "(tls)",
        "bakker",
        "20",
    ] {
        assert!(
            kept.out.contains(part),
            "{part:?} is missing in:\n{}",
            kept.out
        );
    }
    let row = outbox(&home)
        .into_iter()
        .find(|row| row["state"] == "waiting");
    let letter = row.expect("a letter waits")["letter"]
        .as_str()
        .unwrap()
        .to_string();
    let message = home.words(&["mail", "message", &letter, "--lang", "en"]);
    for part in [letter.as_str(), "waits", "To", "Files", ".pdf"] {
        assert!(
            message.out.contains(part),
            "{part:?} is missing in:\n{}",
            message.out
        );
    }
    assert_eq!(home.admin(&["mail", "message", "B-999"]).code, 1);

    let known = home
        .run(&["mail", "preset", "ik@outlook.com", "--json"])
        .ok();
    assert_eq!(
        known["preset"]["works"], false,
        "a provider that lets no program in says so"
    );
    let unknown = home.run(&["mail", "preset", "ik@onbekend.example"]);
    assert!(unknown.out.contains("niets zeker"), "{}", unknown.out);
    assert_eq!(home.run(&["mail", "preset"]).code, 2);
}

//! The bridge as a program: what it prints, whom it answers, whom it turns away.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod http;
mod running;

use http::{Answer, get, post};
use running::Running;
use serde_json::{Value, json};

fn call(bridge: &Running, headers: &[(&str, &str)], name: &str, payload: Value) -> Answer {
    let body = json!({ "name": name, "payload": payload, "lang": "en" }).to_string();
    post(bridge.port, "/api/call", headers, &body)
}

fn token(bridge: &Running) -> [(&str, &str); 1] {
    [("x-standvast-token", bridge.token.as_str())]
}

#[test]
fn a_call_with_the_token_is_answered() {
    let bridge = Running::start(&[]);
    let answer = call(&bridge, &token(&bridge), "app_info", json!({}));
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(
        answer.json()["session"]["state"],
        "closed",
        "nothing is open at first"
    );
}

#[test]
fn the_day_can_be_fixed() {
    let bridge = Running::start(&["--date", "2026-11-22"]);
    let answer = call(&bridge, &token(&bridge), "app_info", json!({}));
    assert_eq!(answer.json()["today"], "2026-11-22");
}

#[test]
fn a_refused_command_answers_with_the_cores_own_error() {
    let bridge = Running::start(&[]);
    let answer = call(&bridge, &token(&bridge), "today", json!({}));
    assert_eq!(answer.status, 422);
    assert_eq!(answer.json()["code"], "no_administration");
    assert!(
        answer.json()["message"]
            .as_str()
            .is_some_and(|words| words.contains("open")),
        "worded in the language of the call: {}",
        answer.body
    );
    let unknown = call(&bridge, &token(&bridge), "format_disk", json!({}));
    assert_eq!(unknown.json()["code"], "unknown_command");
}

#[test]
fn a_call_without_the_token_is_refused() {
    let bridge = Running::start(&[]);
    assert_eq!(call(&bridge, &[], "app_info", json!({})).status, 401);
    let wrong = [("x-standvast-token", "0000")];
    assert_eq!(call(&bridge, &wrong, "app_info", json!({})).status, 401);
    let twice = [token(&bridge)[0], ("x-standvast-token", "0000")];
    assert_eq!(
        call(&bridge, &twice, "app_info", json!({})).status,
        401,
        "two tokens are none"
    );
}

#[test]
fn another_page_or_another_name_is_refused() {
    let bridge = Running::start(&[]);
    let token = token(&bridge)[0];
    let origin = |origin| call(&bridge, &[token, ("Origin", origin)], "app_info", json!({})).status;
    assert_eq!(
        origin("http://example.nl"),
        403,
        "a page from elsewhere may not call"
    );
    assert_eq!(origin("null"), 403, "nor one that hides where it is from");
    assert_eq!(origin(&format!("http://127.0.0.1:{}", bridge.port)), 200);
    let name = get(bridge.port, "/", &[("Host", "standvast.example.nl")]);
    assert_eq!(
        name.status, 403,
        "a name that somebody pointed at this computer"
    );
}

#[test]
fn nothing_beside_the_web_files_is_served() {
    let bridge = Running::start(&[]);
    let page = get(bridge.port, "/", &[]);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<title>proef</title>"));
    for address in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "//secret.txt",
    ] {
        let answer = get(bridge.port, address, &[]);
        assert_eq!(answer.status, 404, "{address}");
        assert!(!answer.body.contains("geheim"), "{address} leaked");
    }
    let posted = post(bridge.port, "/", &[], "x");
    assert_eq!(posted.status, 405, "pages are only read");
}

#[test]
fn every_answer_carries_the_policy() {
    let bridge = Running::start(&[]);
    for answer in [
        get(bridge.port, "/", &[]),
        call(&bridge, &[], "app_info", json!({})),
    ] {
        let policy = answer.header("content-security-policy").expect("a policy");
        assert!(policy.contains("default-src 'self'"), "{policy}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
}

#[test]
fn the_keychain_is_in_memory_only_when_asked() {
    let status = |bridge: &Running| {
        let payload = json!({ "folder": "/nowhere/x.standvast" });
        call(bridge, &token(bridge), "keychain_status", payload).json()["available"].clone()
    };
    assert_eq!(status(&Running::start(&[])), false);
    assert_eq!(status(&Running::start(&["--memory-keychain"])), true);
}

#[test]
fn it_does_not_start_without_web_files_or_with_an_empty_token() {
    let home = tempfile::tempdir().unwrap();
    let refused = |arguments: &[&str]| {
        let data = home.path().to_str().unwrap();
        let mut all = vec!["--data", data];
        all.extend(arguments);
        let run = std::process::Command::new(running::PROGRAM)
            .args(all)
            .output()
            .unwrap();
        assert!(!run.status.success(), "it must not serve");
        assert!(run.stdout.is_empty(), "and must not say where");
        String::from_utf8(run.stderr).unwrap()
    };
    assert!(refused(&["--ui", home.path().to_str().unwrap()]).contains("no built web files"));
    std::fs::write(home.path().join("index.html"), "x").unwrap();
    assert!(refused(&["--ui", home.path().to_str().unwrap(), "--token", ""]).contains("token"));
}

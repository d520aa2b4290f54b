//! The shell's policy as written down: nothing remote, nothing inline, single permissions.

use serde_json::Value;

fn config() -> Value {
    serde_json::from_str(include_str!("../../tauri.conf.json")).expect("well-formed")
}

#[test]
fn the_content_security_policy_allows_nothing_but_our_own_files() {
    let config = config();
    let policy = config
        .pointer("/app/security/csp")
        .and_then(Value::as_object)
        .unwrap();
    assert_eq!(
        policy["default-src"], "'self'",
        "what is not named falls back on this"
    );
    for (directive, sources) in policy {
        for source in sources.as_str().unwrap().split_whitespace() {
            let allowed = match directive.as_str() {
                "connect-src" => ["ipc:", "http://ipc.localhost"].contains(&source),
                "img-src" => ["'self'", "data:", "blob:"].contains(&source),
                _ => ["'self'", "'none'"].contains(&source),
            };
            assert!(allowed, "{directive} must not allow {source}");
        }
    }
    for closed in ["object-src", "frame-src", "base-uri", "form-action"] {
        assert_eq!(
            policy[closed], "'none'",
            "{closed} does not fall back on default-src for all"
        );
    }
}

#[test]
fn the_page_gets_single_permissions_and_no_remote_page_any() {
    let config = config();
    let security = &config["app"]["security"];
    assert_eq!(config["app"]["withGlobalTauri"], false);
    assert_eq!(security["freezePrototype"], true);
    let capabilities = security["capabilities"].as_array().unwrap();
    assert_eq!(capabilities.len(), 1, "one window, one capability");
    let capability = &capabilities[0];
    assert!(
        capability.get("remote").is_none(),
        "no address outside the program is trusted"
    );
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    for permission in capability["permissions"].as_array().unwrap() {
        let permission = permission
            .as_str()
            .expect("a plain permission without a scope");
        assert!(
            permission.contains(":allow-"),
            "{permission} must be a single permission"
        );
    }
}

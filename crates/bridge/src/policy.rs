//! The content security policy: the window's own, taken from tauri.conf.json, so that a page that
//! breaks it breaks in the browser tests too.

use serde_json::Value;

const WINDOW: &str = include_str!("../../../tauri.conf.json");

/// The header's value. The page calls the bridge where the window calls the shell; beyond that
/// nothing differs.
pub(crate) fn content_security_policy() -> Result<String, &'static str> {
    let window: Value =
        serde_json::from_str(WINDOW).map_err(|_| "tauri.conf.json is not well-formed")?;
    let rules = window
        .pointer("/app/security/csp")
        .and_then(Value::as_object)
        .ok_or("tauri.conf.json has no content security policy by directive")?;
    let mut policy = Vec::new();
    for (directive, sources) in rules {
        let sources = sources
            .as_str()
            .ok_or("a directive's sources are not text")?;
        let sources = if directive == "connect-src" {
            "'self'"
        } else {
            sources
        };
        policy.push(format!("{directive} {sources}"));
    }
    policy.push("frame-ancestors 'none'".to_string());
    Ok(policy.join("; "))
}

#[cfg(test)]
mod tests {
    use super::content_security_policy;

    #[test]
    fn the_windows_policy_holds_in_the_browser() {
        let policy = content_security_policy().unwrap();
        for rule in [
            "default-src 'self'",
            "script-src 'self'",
            "object-src 'none'",
        ] {
            assert!(policy.contains(rule), "{rule} is missing in {policy}");
        }
        assert!(
            policy.contains("connect-src 'self';"),
            "the page may call the bridge only"
        );
        assert!(
            !policy.contains("unsafe"),
            "nothing inline, nothing evaluated: {policy}"
        );
        assert!(
            !policy.contains("ipc"),
            "there is no shell in a browser: {policy}"
        );
    }
}

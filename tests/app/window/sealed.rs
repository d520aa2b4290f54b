//! The window is sealed: no request leaves it, no text becomes code, no other page is shown.

use std::io::ErrorKind;
use std::net::TcpListener;

use serde_json::json;

use crate::desk::Desk;

#[test]
fn nothing_gets_out_and_nothing_else_gets_in() {
    let Some(desk) = Desk::set_up() else { return };
    let outside = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    outside.set_nonblocking(true).unwrap();
    let port = outside.local_addr().unwrap().port();
    let address = format!("http://127.0.0.1:{port}/");
    let page = desk.open(&[]);
    page.says("Welkom bij Standvast");

    let fetched = page.promise("return (await fetch(args[0])).status;", json!([address]));
    assert!(
        fetched["reason"].is_string(),
        "a fetch must fail: {fetched}"
    );
    let sent = page.promise(
        "return navigator.sendBeacon(args[0], 'x');",
        json!([address]),
    );
    let socket = page.promise(
        "return new Promise((done, fail) => {
           const socket = new WebSocket(args[0].replace('http', 'ws'));
           socket.onopen = () => done('open'); socket.onerror = () => fail('refused'); });",
        json!([address]),
    );
    assert!(socket["reason"].is_string(), "a socket must fail: {socket}");
    for element in ["img", "script", "iframe", "link"] {
        let loaded = page.promise(
            "return new Promise((done) => {
               const element = document.createElement(args[1]);
               element.onload = () => done('loaded'); element.onerror = () => done('refused');
               if (args[1] === 'link') { element.rel = 'stylesheet'; element.href = args[0]; }
               else element.src = args[0];
               document.body.append(element);
               setTimeout(() => done('nothing'), 1500); });",
            json!([address, element]),
        );
        // What matters is that nobody called, below; an empty frame may say that it loaded.
        assert!(
            element == "iframe" || loaded["value"] != "loaded",
            "{element}: {loaded}"
        );
    }

    let evaluated = page.promise("return (0, eval)('1 + 1');", json!([]));
    assert!(
        evaluated["reason"].is_string(),
        "text must not become code: {evaluated}"
    );
    let made = page.promise("return new Function('return 2')();", json!([]));
    assert!(made["reason"].is_string(), "nor by the other way: {made}");
    let inline = page.promise(
        "const script = document.createElement('script');
         script.textContent = 'window.inlineRan = true'; document.body.append(script);
         return window.inlineRan === true;",
        json!([]),
    );
    assert_eq!(inline["value"], false, "an inline script must not run");

    page.script("location.href = arguments[0]", json!([address]))
        .unwrap();
    page.script("window.open(arguments[0])", json!([address]))
        .ok();
    std::thread::sleep(std::time::Duration::from_millis(800));
    assert!(
        page.address().starts_with("tauri://localhost"),
        "the window stays: {}",
        page.address()
    );
    page.says("Welkom bij Standvast");

    let called = outside.accept();
    assert!(
        called
            .as_ref()
            .is_err_and(|error| error.kind() == ErrorKind::WouldBlock),
        "somebody outside was called ({sent}): {called:?}"
    );
}

#[test]
fn the_page_has_no_more_of_the_shell_than_it_needs() {
    let Some(desk) = Desk::set_up() else { return };
    let page = desk.open(&[]);
    page.says("Welkom bij Standvast");
    let global = page
        .script("return typeof window.__TAURI__", json!([]))
        .unwrap();
    assert_eq!(global, "undefined", "no global door to the shell");
    let frozen = page
        .script("return Object.isFrozen(Object.prototype)", json!([]))
        .unwrap();
    assert_eq!(
        frozen, true,
        "nothing can be slipped under the page's own objects"
    );
    for command in [
        "plugin:window|close",
        "plugin:dialog|save",
        "plugin:path|resolve_directory",
    ] {
        let answer = page.promise(
            "return window.__TAURI_INTERNALS__.invoke(args[0], {});",
            json!([command]),
        );
        assert!(
            answer["reason"].is_string(),
            "{command} is not for the page: {answer}"
        );
    }
    let heard = page.promise(
        "return window.__TAURI_INTERNALS__.invoke('plugin:event|listen', {
           event: 'files-dropped', target: { kind: 'Any' },
           handler: window.__TAURI_INTERNALS__.transformCallback(() => {}) });",
        json!([]),
    );
    assert!(
        heard["value"].is_number(),
        "it may hear of dropped files: {heard}"
    );
}

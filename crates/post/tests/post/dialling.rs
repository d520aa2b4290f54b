//! Connections: encrypted or none, the right server or none, and what is wrong is told apart.

use std::time::{Duration, Instant};

use app::post::{Delivery, Dial, Post, PostFailure, PostLine, Safety, Untrusted};
use post::Smtp;

use crate::lines::{dial, smtp};
use crate::server::{Manners, Server, Then};

fn failure(server: &Server, safety: Safety) -> PostFailure {
    match smtp().dial(&dial(server, safety)) {
        Ok(_) => panic!("it should not have let us in"),
        Err(why) => why,
    }
}

fn line(server: &Server, safety: Safety) -> Box<dyn PostLine> {
    smtp().dial(&dial(server, safety)).unwrap()
}

fn starttls() -> Manners {
    Manners {
        wrapped: false,
        starttls: true,
        ..Manners::default()
    }
}

const MESSAGE: &[u8] =
    b"Subject: =?utf-8?Q?re=C3=BCnie?=\r\n\r\n.een punt\r\n..twee\r\n.\r\nlaatste regel\r\n";

#[test]
fn a_message_arrives_byte_for_byte_on_either_port() {
    for (manners, safety) in [
        (Manners::default(), Safety::Tls),
        (starttls(), Safety::StartTls),
    ] {
        let server = Server::new(manners);
        let mut line = line(&server, safety);
        let delivery = line.deliver("wij@kruimel.example", "zij@klant.example", MESSAGE);
        assert_eq!(
            delivery,
            Delivery::Accepted("250 2.0.0 aangenomen als 4XyZ".into())
        );
        let second = line.deliver(
            "wij@kruimel.example",
            "ander@klant.example",
            b"Subject: y\r\n\r\nz\r\n",
        );
        assert!(
            matches!(second, Delivery::Accepted(_)),
            "one call carries more: {second:?}"
        );
        line.hang_up();
        let received = server.received();
        assert_eq!(
            received[0].bytes, MESSAGE,
            "lines that begin with a dot arrive as they were"
        );
        assert_eq!(
            (received[0].from.as_str(), received[0].to.as_str()),
            ("wij@kruimel.example", "zij@klant.example")
        );
        assert_eq!(server.connections(), 1);
        let clear = server.in_the_clear();
        assert!(
            clear
                .iter()
                .all(|said| said.starts_with("EHLO") || said == "STARTTLS"),
            "nothing else is said before the line is encrypted: {clear:?}"
        );
    }
}

#[test]
fn both_ways_of_login_work() {
    for mechanisms in ["LOGIN", "PLAIN", "XOAUTH2 LOGIN"] {
        let server = Server::new(Manners {
            mechanisms,
            ..Manners::default()
        });
        assert!(line(&server, Safety::Tls).is_open(), "{mechanisms}");
    }
    let oauth = Server::new(Manners {
        mechanisms: "XOAUTH2",
        ..Manners::default()
    });
    assert_eq!(failure(&oauth, Safety::Tls), PostFailure::NoLogin);
}

#[test]
fn a_wrong_password_is_told_in_the_servers_words() {
    let server = Server::new(Manners {
        password: "iets anders",
        ..starttls()
    });
    assert_eq!(
        failure(&server, Safety::StartTls),
        PostFailure::LoginRefused("535 5.7.8 authentication failed".into())
    );
    server.behave(|manners| manners.login_refusal = "454 4.7.0 cannot check now");
    assert!(
        matches!(
            failure(&server, Safety::StartTls),
            PostFailure::Answer { code: 454, .. }
        ),
        "nothing is wrong with the password then"
    );
}

#[test]
fn a_server_without_starttls_hears_nothing() {
    let server = Server::new(Manners {
        starttls: false,
        ..starttls()
    });
    assert_eq!(failure(&server, Safety::StartTls), PostFailure::NoStartTls);
    let clear = server.in_the_clear().join(" ").to_uppercase();
    assert!(
        !clear.contains("AUTH") && !clear.contains("MAIL"),
        "never in the clear: {clear}"
    );
}

#[test]
fn the_wrong_kind_of_port_is_no_connection() {
    let plain = Server::new(starttls());
    let why = failure(&plain, Safety::Tls);
    assert!(
        matches!(
            why,
            PostFailure::NoTls(_) | PostFailure::Timeout | PostFailure::Broken(_)
        ),
        "{why:?}"
    );
    assert!(plain.received().is_empty());
    let wrapped = Server::new(Manners::default());
    let why = failure(&wrapped, Safety::StartTls);
    assert!(
        matches!(why, PostFailure::Timeout | PostFailure::Broken(_)),
        "{why:?}"
    );
}

#[test]
fn only_the_right_certificate_is_trusted() {
    let other = Server::new(Manners {
        name: "mail.ander.example",
        ..Manners::default()
    });
    match failure(&other, Safety::Tls) {
        PostFailure::Certificate(Untrusted::OtherName(names)) => {
            assert!(
                names.contains(&"mail.ander.example".to_string()),
                "it says whose it is: {names:?}"
            );
        }
        why => panic!("{why:?}"),
    }
    let stranger = Server::new(Manners {
        stranger: true,
        ..starttls()
    });
    assert_eq!(
        failure(&stranger, Safety::StartTls),
        PostFailure::Certificate(Untrusted::UnknownIssuer)
    );
    assert!(
        stranger
            .in_the_clear()
            .iter()
            .all(|said| !said.starts_with("AUTH")),
        "the password stays here"
    );
    let expired = Server::new(Manners {
        expired: true,
        ..Manners::default()
    });
    assert_eq!(
        failure(&expired, Safety::Tls),
        PostFailure::Certificate(Untrusted::Expired)
    );
}

#[test]
fn the_product_does_not_trust_our_authority() {
    let server = Server::new(Manners::default());
    let product = Smtp::system().with_patience(Duration::from_secs(3));
    match product.dial(&dial(&server, Safety::Tls)) {
        Ok(_) => panic!("the product must only trust whom the system trusts"),
        Err(why) => assert!(matches!(why, PostFailure::Certificate(_)), "{why:?}"),
    }
}

#[test]
fn names_ports_and_silence_are_told_apart() {
    let server = Server::new(Manners::default());
    let nobody = Dial {
        host: "bestaat-niet.invalid".into(),
        ..dial(&server, Safety::Tls)
    };
    let why = smtp().dial(&nobody).err().unwrap();
    assert!(
        matches!(
            why,
            PostFailure::NameNotFound | PostFailure::Offline | PostFailure::Timeout
        ),
        "{why:?}"
    );

    let free = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let closed = Dial {
        port,
        ..dial(&server, Safety::Tls)
    };
    assert_eq!(smtp().dial(&closed).err(), Some(PostFailure::NotListening));

    let slow = Server::new(Manners {
        slow_greeting: Duration::from_secs(6),
        ..starttls()
    });
    let began = Instant::now();
    assert_eq!(failure(&slow, Safety::StartTls), PostFailure::Timeout);
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "nobody waits for ever: {:?}",
        began.elapsed()
    );
}

#[test]
fn refusals_are_told_apart_by_whom_they_are_about() {
    let recipients = [
        (
            "weg@klant.example".to_string(),
            (9, "550 5.1.1 no such user"),
        ),
        (
            "vol@klant.example".to_string(),
            (9, "452 4.2.2 mailbox full"),
        ),
        ("beleid@klant.example".to_string(), (9, "550 5.7.1 blocked")),
    ]
    .into();
    let server = Server::new(Manners {
        recipients,
        then: vec![Then::Say("554 5.6.0 rejected")],
        ..Manners::default()
    });
    let mut line = line(&server, Safety::Tls);
    let mut to = |address: &str| line.deliver("wij@kruimel.example", address, MESSAGE);
    assert_eq!(
        to("weg@klant.example"),
        Delivery::Refused {
            answer: "550 5.1.1 no such user".into(),
            address: true
        }
    );
    assert!(matches!(
        to("vol@klant.example"),
        Delivery::PutOff(PostFailure::Answer { code: 452, .. })
    ));
    assert!(matches!(
        to("beleid@klant.example"),
        Delivery::Refused { address: false, .. }
    ));
    assert!(matches!(
        to("geweigerd@klant.example"),
        Delivery::Refused { address: false, .. }
    ));
    assert!(
        matches!(to("goed@klant.example"), Delivery::Accepted(_)),
        "the others go on"
    );
    assert!(matches!(
        to("jürgen@klant.example"),
        Delivery::PutOff(PostFailure::BadAddress(_))
    ));
    assert!(matches!(to("goed@bücher.example"), Delivery::Accepted(_)));
    assert_eq!(
        server.received().last().unwrap().to,
        "goed@xn--bcher-kva.example"
    );

    let refusing = Server::new(Manners {
        sender_refusal: Some("553 5.7.1 not your address"),
        ..Manners::default()
    });
    let mut line = smtp().dial(&dial(&refusing, Safety::Tls)).unwrap();
    let delivery = line.deliver("wij@kruimel.example", "zij@klant.example", MESSAGE);
    assert!(
        matches!(
            delivery,
            Delivery::Stopped(PostFailure::Answer { code: 553, .. })
        ),
        "{delivery:?}"
    );
}

#[test]
fn a_line_that_breaks_after_the_last_byte_leaves_it_unknown() {
    for then in [
        Then::HangUp,
        Then::BeSilent(Duration::from_secs(4)),
        Then::Say("354 eh"),
    ] {
        let server = Server::new(Manners {
            then: vec![then.clone()],
            ..Manners::default()
        });
        let mut line = line(&server, Safety::Tls);
        let delivery = line.deliver("wij@kruimel.example", "zij@klant.example", MESSAGE);
        assert!(
            matches!(delivery, Delivery::Uncertain(_)),
            "{then:?}: {delivery:?}"
        );
        assert!(!line.is_open(), "that line is not used again");
        assert_eq!(server.received().len(), 1, "it may well have arrived");
    }
}

#[test]
fn a_line_that_breaks_within_the_message_leaves_nothing() {
    let server = Server::new(Manners {
        hang_up_within: Some(1_000),
        ..Manners::default()
    });
    let mut line = line(&server, Safety::Tls);
    let long = "regel van een lange brief\r\n".repeat(400_000);
    let delivery = line.deliver("wij@kruimel.example", "zij@klant.example", long.as_bytes());
    assert!(
        matches!(delivery, Delivery::PutOff(_)),
        "without its end no server takes a message: {delivery:?}"
    );
    assert!(server.received().is_empty());
}

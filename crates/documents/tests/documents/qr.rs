//! The payment code read back from the printed page, byte for byte.

use documents::*;
use law::{Cents, Lang};
use rxing::Reader;

use crate::fixtures;
use crate::tools::{have, run};

/// Renders the first page in grey and reads the code on it.
fn scan(pdf: &[u8], dots: &str) -> Vec<u8> {
    let image = run(
        "pdftoppm",
        &["-gray", "-r", dots, "-f", "1", "-l", "1"],
        pdf,
        &[],
    )
    .stdout;
    let (head, pixels) = pgm(&image);
    let source = rxing::Luma8LuminanceSource::new(pixels.to_vec(), head.0, head.1);
    let binarizer = rxing::common::HybridBinarizer::new(source.unwrap());
    let mut bitmap = rxing::BinaryBitmap::new(binarizer);
    let result = rxing::qrcode::QRCodeReader
        .decode(&mut bitmap)
        .expect("the code must be found on the page");
    result.getText().as_bytes().to_vec()
}

/// Width, height and pixels of a binary PGM.
fn pgm(image: &[u8]) -> ((u32, u32), &[u8]) {
    let mut fields = Vec::new();
    let mut at = 0;
    while fields.len() < 4 {
        let end = at
            + image[at..]
                .iter()
                .position(u8::is_ascii_whitespace)
                .unwrap();
        fields.push(std::str::from_utf8(&image[at..end]).unwrap().to_owned());
        at = end + 1;
    }
    assert_eq!((fields[0].as_str(), fields[3].as_str()), ("P5", "255"));
    (
        (fields[1].parse().unwrap(), fields[2].parse().unwrap()),
        &image[at..],
    )
}

fn print(payment: PaymentDetails) -> Vec<u8> {
    let mut letter = fixtures::letter(LetterKind::Reminder, Lang::Nl);
    letter.payment = payment;
    print_letter(
        &letter,
        &Template::shipped(letter.kind, letter.lang),
        &PageSetup::default(),
    )
    .unwrap()
    .bytes
}

#[test]
fn the_code_is_read_back_from_the_page() {
    if !have("pdftoppm") {
        return;
    }
    let base = fixtures::letter(LetterKind::Reminder, Lang::Nl).payment;
    let payments = [
        base.clone(),
        PaymentDetails {
            reference: "RF18539007547034".into(),
            bic: Some("INGBNL2A".into()),
            ..base.clone()
        },
        PaymentDetails {
            name: "Bäckerei Ångström & Łódź €".into(),
            reference: "Factuur é 12".into(),
            ..base.clone()
        },
        PaymentDetails {
            name: "N".repeat(70),
            reference: "t".repeat(140),
            amount: Cents(99_999_999_999),
            ..base
        },
    ];
    for payment in payments {
        let expected = epc_payload(&payment).unwrap();
        let read = scan(&print(payment.clone()), "200");
        assert_eq!(String::from_utf8_lossy(&read), expected, "{payment:?}");
    }
}

#[test]
fn the_code_is_at_least_two_centimetres_with_its_quiet_zone() {
    if !have("pdftoppm") {
        return;
    }
    let payment = fixtures::letter(LetterKind::Reminder, Lang::Nl).payment;
    let image = run(
        "pdftoppm",
        &["-gray", "-r", "254", "-f", "1", "-l", "1"],
        &print(payment),
        &[],
    )
    .stdout;
    let ((width, height), pixels) = pgm(&image);
    let dark = |x: u32, y: u32| pixels[(y * width + x) as usize] < 128;
    // At 254 dots an inch a millimetre is ten dots. The finder patterns stand at the left margin,
    // solid for seven squares; no letter is that high.
    let solid = |y: u32| (y..y + 30).all(|y| (200..206).all(|x| dark(x, y)));
    let rows: Vec<u32> = (1_000..height - 30)
        .filter(|&y| solid(y))
        .flat_map(|y| [y, y + 29])
        .collect();
    let (top, bottom) = (*rows.first().unwrap(), *rows.last().unwrap());
    assert!(
        bottom - top >= 200,
        "{} tenths of a millimetre",
        bottom - top
    );
    assert!(
        (0..195).all(|x| (top..bottom).all(|y| !dark(x, y))),
        "nothing at the left"
    );
    let side = bottom - top;
    assert!(
        (top..bottom).all(|y| (200 + side + 10..200 + side + 24).all(|x| !dark(x, y))),
        "nothing close at the right"
    );
}

//! The customers of the sample: bakeries, restaurants, schools, people. All invented.

use chrono::NaiveDate;
use credit::{Address, Creditor, Customer, CustomerId, CustomerKind, WindowSide};
use law::Lang;

use super::rng::Rng;

const FIRST: &[&str] = &[
    "Anouk", "Bram", "Cees", "Daan", "Els", "Fatima", "Gijs", "Hanna", "Ilse", "Jeroen", "Karin",
    "Lotte", "Mehmet", "Noor", "Olivier", "Petra", "Quinten", "Roos", "Sjoerd", "Tess", "Umar",
    "Vera", "Wout", "Yara", "Zeno",
];
const LAST: &[&str] = &[
    "de Graaf",
    "van Loon",
    "Bakker",
    "Jansen",
    "de Wit",
    "Mulder",
    "Ångström",
    "Yılmaz",
    "Visser",
    "van den Berg",
    "Smit",
    "Hoekstra",
    "Özdemir",
    "Peeters",
    "Kok",
    "van Dijk",
    "Brouwer",
    "Šimić",
    "Meijer",
    "Dekker",
    "Vermeulen",
    "Postma",
    "Nguyễn",
    "Kuipers",
];
const TRADE: &[&str] = &[
    "Bakkerij",
    "Banketbakkerij",
    "Lunchroom",
    "Patisserie",
    "Restaurant",
    "Hotel",
    "Koffiehuis",
    "IJssalon",
    "Eetcafé",
    "Cateraar",
    "Broodhuis",
    "Brasserie",
];
const SIGN: &[&str] = &[
    "Het Anker",
    "De Molen",
    "De Gouden Aar",
    "'t Stoepje",
    "De Eik",
    "Zoet",
    "De Kaap",
    "Luna",
    "De Halve Maan",
    "Het Wapen",
    "De Zwaan",
    "Bolwerk",
    "De Ooievaar",
    "De Pelikaan",
    "Vlaai & Co",
    "De Korf",
    "Krokant",
    "De Linde",
    "Suikerrijk",
    "De Schelp",
];
const FORM: &[&str] = &["B.V.", "B.V.", "V.O.F.", "", ""];
const PUBLIC: &[&str] = &[
    "Gemeente Duinwijk",
    "Gemeente Polderdam",
    "Provincie Zuidmark",
    "Waterschap De Vliet",
    "Gemeente Sint Aldegonde",
];
const STREET: &[&str] = &[
    "Molenweg",
    "Havenkade",
    "Dorpsstraat",
    "Nieuwstraat",
    "Kerkplein",
    "Lange Delft",
    "Markt",
    "Stationsweg",
    "Beatrixlaan",
    "Oude Gracht",
    "Zeedijk",
    "Wilgenlaan",
];
const TOWN: &[(&str, &str)] = &[
    ("4381", "Vlissingen"),
    ("4331", "Middelburg"),
    ("4461", "Goes"),
    ("4357", "Domburg"),
    ("3011", "Rotterdam"),
    ("2312", "Leiden"),
    ("3511", "Utrecht"),
    ("5611", "Eindhoven"),
    ("9712", "Groningen"),
    ("6211", "Maastricht"),
    ("8911", "Leeuwarden"),
    ("1811", "Alkmaar"),
];

/// The creditor of the sample.
pub(super) fn creditor() -> Creditor {
    Creditor {
        name: "De Korenaar Bakkerijgrondstoffen B.V.".to_string(),
        legal_form: "B.V.".to_string(),
        address: Address {
            street: "Havenkade 12".to_string(),
            extra: String::new(),
            postcode: "4381NB".to_string(),
            city: "Vlissingen".to_string(),
            country: "NL".to_string(),
        },
        kvk: Some("22012345".to_string()),
        vat: Some("NL004495445B01".to_string()),
        iban: "NL20INGB0001234567".to_string(),
        email: Some("debiteuren@korenaar.example".to_string()),
        phone: Some("0118 555 012".to_string()),
        term_days: 14,
        term_agreed: true,
        collects_for_others: false,
        register_number: None,
        collection_vat: false,
        terms_name_costs: Some(false),
        window: WindowSide::Left,
    }
}

/// A Dutch account number with a right check, from a number.
pub(super) fn iban(number: i64) -> String {
    let account = format!("{number:010}");
    // INGB = 18 23 16 11, NL = 23 21; the check makes the whole 1 modulo 97.
    let digits = format!("18231611{account}232100");
    let rest = digits.bytes().fold(0_u64, |rest, digit| {
        (rest * 10 + u64::from(digit - b'0')) % 97
    });
    format!("NL{:02}INGB{account}", 98 - rest)
}

fn kind_of(index: usize, rng: &mut Rng) -> CustomerKind {
    // The first ones are fixed, so that a sample of any size has every kind.
    match index % 20 {
        0 | 7 | 12 | 17 => CustomerKind::Consumer,
        3 => CustomerKind::Government,
        5 if rng.percent(70) => CustomerKind::Unknown,
        _ => CustomerKind::Business,
    }
}

fn plain_letters(text: &str) -> String {
    let letters: String = text
        .to_lowercase()
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .collect();
    if letters.is_empty() {
        "klant".to_string()
    } else {
        letters
    }
}

/// Customer number `index`, counted from 0.
pub(super) fn customer(index: usize, rng: &mut Rng, since: NaiveDate) -> Customer {
    let kind = kind_of(index, rng);
    let person = format!("{} {}", rng.word(FIRST), rng.word(LAST));
    let number = i64::try_from(index).unwrap_or(0) + 1001;
    let shop = format!("{} {} {}", rng.word(TRADE), rng.word(SIGN), rng.word(FORM));
    let name = match kind {
        CustomerKind::Consumer => person.clone(),
        CustomerKind::Unknown => rng.word(LAST).to_string() + " " + rng.word(SIGN),
        CustomerKind::Government => rng.word(PUBLIC).to_string(),
        CustomerKind::Business => shop.trim().to_string(),
    };
    let (postcode, town) = rng.one(TOWN).copied().unwrap_or(("4381", "Vlissingen"));
    let letters = ["AB", "CD", "NB", "KL", "XP", "GH"];
    let reason = match kind {
        CustomerKind::Unknown => None,
        CustomerKind::Consumer => Some("bestelt op naam, geen KvK-nummer".to_string()),
        CustomerKind::Government => Some("overheid volgens de naam".to_string()),
        CustomerKind::Business => Some("KvK-nummer bekend".to_string()),
    };
    let business = kind == CustomerKind::Business;
    Customer {
        id: CustomerId(0),
        number: Some(number.to_string()),
        attention: business.then_some(person),
        kind,
        kind_reason: reason,
        kvk: business.then(|| format!("{:08}", 40_000_000 + number * 37)),
        vat: None,
        email: rng
            .percent(88)
            .then(|| format!("administratie@{}{number}.example", plain_letters(&name))),
        phone: Some(format!("0118 55{:04}", number % 10_000)),
        address: Address {
            street: format!("{} {}", rng.word(STREET), rng.between(1, 180)),
            extra: String::new(),
            postcode: format!("{postcode}{}", rng.word(&letters)),
            city: town.to_string(),
            country: "NL".to_string(),
        },
        language: if rng.percent(8) { Lang::En } else { Lang::Nl },
        ibans: vec![iban(1_000_000 + number)],
        agreed_interest: None,
        term_agreed: None,
        buys_goods: Some(true),
        recurring: Some(false),
        corrected: Vec::new(),
        since,
        name,
    }
}

/// Bends the first customers so that every reason of the send gate stands in the sample.
pub(super) fn bend(index: usize, customer: &mut Customer) {
    match index {
        1 => {
            customer.address.street.clear();
            customer.address.city.clear();
            customer.email = None;
        }
        2 => customer.name = "バケリー京都 Bakery".to_string(),
        4 => {
            customer.name = "Ångström & Zonen Internationale Groothandelsmaatschappij voor \
                             Bakkerij-ingrediënten B.V."
                .to_string();
        }
        7 => customer.recurring = Some(true),
        12 => customer.recurring = None,
        _ => {}
    }
}

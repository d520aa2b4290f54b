//! The creditor's details: as a form, as a TOML file, as read from one of its own e-invoices.

use credit::{Address, Creditor, WindowSide};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult, FieldProblem};
use crate::session::Context;

/// The creditor's details as typed into a form. Empty text means unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CreditorForm {
    /// Name as on letters.
    pub name: String,
    /// Legal form: `private_limited` and so on, or any other words.
    pub legal_form: String,
    /// Street and house number.
    pub street: String,
    /// A second address line, or "".
    pub address_extra: String,
    /// Postal code.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// ISO 3166 code of two letters.
    pub country: String,
    /// Number in the trade register.
    pub kvk: String,
    /// VAT number.
    pub vat: String,
    /// Account on which customers pay.
    pub iban: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Usual payment term in days.
    pub term_days: u16,
    /// Whether the customers agreed to that term (a contract, or conditions that were handed over).
    pub term_agreed: bool,
    /// Whether both conditions of art. 2 lid 3 BIK are declared: a VAT-taxed outside service
    /// collects, and that VAT cannot be deducted.
    pub collection_vat: bool,
    /// Whether claims of others are collected: then the Wki asks a registration.
    pub collects_for_others: bool,
    /// Number in the Wki register.
    pub register_number: Option<String>,
    /// Where the window of the envelope is.
    #[ts(type = "EnvelopeWindow")]
    pub window: WindowSide,
}

impl Default for CreditorForm {
    fn default() -> CreditorForm {
        CreditorForm {
            name: String::new(),
            legal_form: String::new(),
            street: String::new(),
            address_extra: String::new(),
            postcode: String::new(),
            city: String::new(),
            country: "NL".to_string(),
            kvk: String::new(),
            vat: String::new(),
            iban: String::new(),
            email: String::new(),
            phone: String::new(),
            term_days: 14,
            term_agreed: false,
            collection_vat: false,
            collects_for_others: false,
            register_number: None,
            window: WindowSide::Left,
        }
    }
}

/// Legal forms as the window lists them, and as letters and dossiers name them.
const LEGAL_FORMS: [(&str, &str); 9] = [
    ("sole_trader", "eenmanszaak"),
    ("general_partnership", "v.o.f."),
    ("limited_partnership", "c.v."),
    ("professional_partnership", "maatschap"),
    ("private_limited", "B.V."),
    ("public_limited", "N.V."),
    ("foundation", "stichting"),
    ("association", "vereniging"),
    ("cooperative", "coöperatie"),
];

fn legal_form_name(form: &str) -> String {
    let form = form.trim();
    let named = LEGAL_FORMS.iter().find(|(code, _)| *code == form);
    named.map_or(form, |(_, name)| name).to_string()
}

fn legal_form_code(name: &str) -> String {
    let plain = |text: &str| text.to_lowercase().replace(['.', ' '], "");
    let known = LEGAL_FORMS
        .iter()
        .find(|(_, known)| plain(known) == plain(name));
    known.map_or(name, |(code, _)| code).to_string()
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_string())
}

/// A text without its white space, in capitals: how numbers are kept.
pub(crate) fn compact(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_uppercase()
}

impl CreditorForm {
    /// The creditor, once every field is right.
    ///
    /// # Errors
    /// `invalid_fields`, naming each field that is wrong.
    pub fn check(&self) -> AppResult<Creditor> {
        let mut error = AppError::new(Code::InvalidFields);
        for (field, text) in [
            ("name", &self.name),
            ("street", &self.street),
            ("city", &self.city),
        ] {
            if text.trim().is_empty() {
                error = error.field(field, Code::FieldRequired);
            }
        }
        let country = crate::country::code(&self.country).unwrap_or_else(|| {
            error = error.clone().field("country", Code::FieldCountry);
            String::new()
        });
        let postcode = compact(&self.postcode);
        if country == "NL" && exchange::numbers::normal_postcode(&postcode).is_none() {
            error = error.field("postcode", Code::FieldPostcode);
        }
        let kvk = compact(&self.kvk);
        if !kvk.is_empty() && !exchange::numbers::is_kvk(&kvk) {
            error = error.field("kvk", Code::FieldKvk);
        }
        let iban = compact(&self.iban);
        if iban.is_empty() {
            error = error.field("iban", Code::FieldRequired);
        } else if !exchange::numbers::is_iban(&iban) {
            error = error.field("iban", Code::FieldIban);
        }
        if !self.email.trim().is_empty() && !looks_like_email(&self.email) {
            error = error.field("email", Code::FieldEmail);
        }
        if !(1..=365).contains(&self.term_days) {
            error = error.field("term_days", Code::FieldTerm);
        }
        if !error.fields.is_empty() {
            return Err(error);
        }
        Ok(Creditor {
            name: self.name.trim().to_string(),
            legal_form: legal_form_name(&self.legal_form),
            address: Address {
                street: self.street.trim().to_string(),
                extra: self.address_extra.trim().to_string(),
                postcode,
                city: self.city.trim().to_string(),
                country,
            },
            kvk: some(&kvk),
            vat: some(&compact(&self.vat).replace('.', "")),
            iban,
            email: some(&self.email),
            phone: some(&self.phone),
            term_days: self.term_days,
            term_agreed: self.term_agreed,
            collects_for_others: self.collects_for_others,
            register_number: self.register_number.as_deref().and_then(some),
            collection_vat: self.collection_vat,
            terms_name_costs: None,
            window: self.window,
        })
    }

    /// The form of a known creditor.
    pub fn of(creditor: &Creditor) -> CreditorForm {
        CreditorForm {
            name: creditor.name.clone(),
            legal_form: legal_form_code(&creditor.legal_form),
            street: creditor.address.street.clone(),
            address_extra: creditor.address.extra.clone(),
            postcode: creditor.address.postcode.clone(),
            city: creditor.address.city.clone(),
            country: creditor.address.country.clone(),
            kvk: creditor.kvk.clone().unwrap_or_default(),
            vat: creditor.vat.clone().unwrap_or_default(),
            iban: creditor.iban.clone(),
            email: creditor.email.clone().unwrap_or_default(),
            phone: creditor.phone.clone().unwrap_or_default(),
            term_days: creditor.term_days,
            term_agreed: creditor.term_agreed,
            collection_vat: creditor.collection_vat,
            collects_for_others: creditor.collects_for_others,
            register_number: creditor.register_number.clone(),
            window: creditor.window,
        }
    }
}

/// Whether a text has the shape of an e-mail address. Only the mail server knows more.
pub(crate) fn looks_like_email(text: &str) -> bool {
    let text = text.trim();
    match text.split_once('@') {
        Some((local, domain)) => {
            !local.is_empty()
                && domain.contains('.')
                && !domain.starts_with('.')
                && !domain.ends_with('.')
                && !text.contains(|c: char| c.is_whitespace() || c.is_control() || c == ',')
                && text.matches('@').count() == 1
        }
        None => false,
    }
}

/// Address in a creditor file: one text with lines, or a table of fields.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum FileAddress {
    Text(String),
    Lines(Vec<String>),
    Table {
        street: String,
        #[serde(default)]
        extra: String,
        postcode: String,
        #[serde(alias = "town")]
        city: String,
        #[serde(default)]
        country: String,
    },
}

/// The creditor file of `standvast new --creditor`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CreditorFile {
    name: String,
    #[serde(default)]
    legal_form: String,
    address: FileAddress,
    #[serde(default)]
    street: Option<String>,
    #[serde(default)]
    postcode: Option<String>,
    #[serde(default)]
    city: Option<String>,
    #[serde(default)]
    country: Option<String>,
    #[serde(default)]
    kvk: Option<toml::Value>,
    #[serde(default)]
    vat: Option<String>,
    iban: String,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    phone: Option<toml::Value>,
    #[serde(default = "fourteen")]
    term_days: u16,
    #[serde(default)]
    term_agreed: bool,
    #[serde(default)]
    collects_for_others: bool,
    #[serde(default)]
    register_number: Option<String>,
    #[serde(default)]
    collection_vat: bool,
    #[serde(default)]
    terms_name_costs: Option<bool>,
    #[serde(default)]
    window: WindowSide,
}

fn fourteen() -> u16 {
    14
}

fn plain(value: Option<toml::Value>) -> Option<String> {
    value.map(|value| match value {
        toml::Value::String(text) => text,
        other => other.to_string(),
    })
}

/// Splits an address written as text: street, then `1234 AB Town`, then perhaps a country.
fn split_address(text: &str) -> Address {
    let parts: Vec<&str> = text
        .split(['\n', ','])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let mut address = Address {
        country: "NL".to_string(),
        ..Address::default()
    };
    for part in parts {
        let compacted = compact(part);
        let head: String = compacted.chars().take(6).collect();
        if address.postcode.is_empty() && exchange::numbers::normal_postcode(&head).is_some() {
            address.postcode = head;
            let mut seen = 0;
            address.city = part
                .chars()
                .skip_while(|c| {
                    if !c.is_whitespace() {
                        seen += 1;
                    }
                    seen <= 6
                })
                .collect::<String>()
                .trim()
                .to_string();
        } else if address.street.is_empty() {
            address.street = part.to_string();
        } else if address.postcode.is_empty() {
            address.extra = part.to_string();
        } else if address.city.is_empty() {
            address.city = part.to_string();
        } else if part.len() == 2 {
            address.country = part.to_uppercase();
        }
    }
    address
}

/// Reads the creditor's details from the text of a TOML file.
///
/// # Errors
/// `bad_creditor` naming the line, or `invalid_fields` naming each wrong field.
pub fn from_toml(path: &str, text: &str) -> AppResult<Creditor> {
    let bad = |what: String| {
        AppError::new(Code::BadCreditor)
            .with("path", path)
            .with("what", what)
    };
    let file: CreditorFile = toml::from_str(text).map_err(|error| bad(error.to_string()))?;
    let mut address = match file.address {
        FileAddress::Text(text) => split_address(&text),
        FileAddress::Lines(lines) => split_address(&lines.join("\n")),
        FileAddress::Table {
            street,
            extra,
            postcode,
            city,
            country,
        } => Address {
            street,
            extra,
            postcode,
            city,
            country,
        },
    };
    for (known, place) in [
        (file.street, &mut address.street),
        (file.postcode, &mut address.postcode),
        (file.city, &mut address.city),
        (file.country, &mut address.country),
    ] {
        if let Some(known) = known {
            *place = known;
        }
    }
    let form = CreditorForm {
        name: file.name,
        legal_form: file.legal_form,
        street: address.street,
        address_extra: address.extra,
        postcode: address.postcode,
        city: address.city,
        country: address.country,
        kvk: plain(file.kvk).unwrap_or_default(),
        vat: file.vat.unwrap_or_default(),
        iban: file.iban,
        email: file.email.unwrap_or_default(),
        phone: plain(file.phone).unwrap_or_default(),
        term_days: file.term_days,
        term_agreed: file.term_agreed,
        collection_vat: file.collection_vat,
        collects_for_others: file.collects_for_others,
        register_number: file.register_number,
        window: file.window,
    };
    let mut creditor = form.check().map_err(|error| {
        let fields: Vec<String> = error
            .fields
            .iter()
            .map(|(field, code)| format!("{field} ({})", code.text()))
            .collect();
        bad(fields.join(", "))
    })?;
    creditor.terms_name_costs = file.terms_name_costs;
    Ok(creditor)
}

/// Which e-invoice to read.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FromInvoice {
    /// Its path.
    pub file: String,
}

/// Reads the creditor's details from one of its own e-invoices.
///
/// # Errors
/// `not_found`, `io`, `not_an_invoice`.
pub fn from_invoice(_: &mut Context<'_>, request: FromInvoice) -> AppResult<CreditorForm> {
    let path = std::path::Path::new(&request.file);
    let bytes = std::fs::read(path).map_err(|error| AppError::reading(path, &error))?;
    let (invoice, _) = exchange::ubl::read(&bytes)
        .map_err(|_| AppError::new(Code::NotAnInvoice).with("path", path.display()))?;
    let supplier = invoice.supplier;
    let text = |known: Option<String>| known.unwrap_or_default();
    let mut form = CreditorForm {
        name: text(supplier.name),
        street: text(supplier.address.street),
        address_extra: supplier.address.more.join(", "),
        postcode: text(supplier.address.postcode),
        city: text(supplier.address.city),
        kvk: text(supplier.kvk),
        vat: text(supplier.vat),
        iban: invoice.ibans.into_iter().next().unwrap_or_default(),
        email: text(supplier.email),
        phone: text(supplier.phone),
        ..CreditorForm::default()
    };
    if let Some(country) = supplier.address.country {
        form.country = country;
    }
    if let (Some(date), Some(due)) = (invoice.date, invoice.due) {
        let days = (due - date).num_days();
        form.term_days = u16::try_from(days)
            .ok()
            .filter(|days| *days > 0)
            .unwrap_or(14);
    }
    Ok(form)
}

/// What the law asks of this creditor, in words: nothing for most.
pub(crate) fn notices(creditor: &Creditor, lang: law::Lang) -> Vec<String> {
    if !creditor.collects_for_others {
        return Vec::new();
    }
    vec![crate::words::say(
        lang,
        "U int vorderingen van anderen. Wie dat beroepsmatig doet bij natuurlijke personen, ook bij een \
         eenmanszaak of v.o.f., moet zich registreren bij Justis en dat elk jaar vernieuwen (Wet kwaliteit \
         incassodienstverlening). Zonder registratie kunnen de incassokosten verloren gaan. Het \
         registernummer komt op de brieven. Laat u adviseren als u twijfelt.",
        "You collect claims of others. Who does so professionally from natural persons, sole traders and \
         partnerships included, must be registered with Justis and renew that every year (Wet kwaliteit \
         incassodienstverlening). Without registration the collection costs may be lost. The register \
         number stands on the letters. Take advice when in doubt.",
    )]
}

/// A creditor's details to check.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CreditorCheck {
    /// The details.
    pub creditor: CreditorForm,
}

/// What is wrong with the details, field by field.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CreditorChecked {
    /// The fields that are wrong; empty when all is right.
    pub problems: Vec<FieldProblem>,
}

/// Checks a creditor's details before anything is made.
///
/// # Errors
/// None: problems are the answer.
pub fn check(context: &mut Context<'_>, request: CreditorCheck) -> AppResult<CreditorChecked> {
    let problems = match request.creditor.check() {
        Ok(_) => Vec::new(),
        Err(error) => error.to_api(context.lang).fields,
    };
    Ok(CreditorChecked { problems })
}

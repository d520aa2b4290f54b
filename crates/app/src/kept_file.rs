//! A kept file to look at: a copy of an invoice, or the proof that a letter was posted. A PDF and a picture as
//! they are; of an e-invoice what was read in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use exchange::{Amount, Content, Party};
use law::Lang;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;
use crate::tell::file_id;
use crate::words::{day, say};

/// Which file: one of an invoice, or a proof of a letter.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct KeptFileAsk {
    /// The file of an invoice, by its id.
    pub file: Option<String>,
    /// The letter whose proof is asked (`B-17`).
    pub letter: Option<String>,
    /// Which of its proofs, from zero; the first when none.
    pub at: Option<u32>,
}

/// How a file can be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileView {
    /// A PDF.
    Pdf,
    /// A picture.
    Image,
    /// An e-invoice, by its fields.
    EInvoice,
    /// Text.
    Text,
    /// It can only be saved.
    None,
}

/// One thing that an e-invoice says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FileField {
    /// What it is about.
    pub label: String,
    /// What is said.
    pub value: String,
}

/// A kept file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct KeptFile {
    /// Its name.
    pub name: String,
    /// Its media type, by what it is.
    pub media_type: String,
    /// Its size.
    pub bytes: u64,
    /// How it can be looked at.
    pub view: FileView,
    /// The file, base64, when it is a PDF or a picture.
    pub data: Option<String>,
    /// What an e-invoice says.
    pub fields: Vec<FileField>,
    /// The beginning of a text.
    pub text: Option<String>,
    /// How many files there are to look at: proofs of one letter.
    pub count: u32,
}

/// So much of a text is shown.
const TEXT: usize = 20_000;

/// A kept file to look at.
///
/// # Errors
/// `unknown_file`, `unknown_letter`.
pub fn kept_file(context: &mut Context<'_>, request: KeptFileAsk) -> AppResult<KeptFile> {
    let lang = context.lang;
    let reader = context.reader()?;
    if let Some(letter) = &request.letter {
        let unknown = || AppError::new(Code::UnknownFile).with("file", letter);
        let id = reader.letter(find::letter(letter)?)?.id;
        let proofs = reader.letter_proofs(id)?;
        let count = u32::try_from(proofs.len()).unwrap_or(u32::MAX);
        let at = request.at.unwrap_or(0) as usize;
        let proof = proofs.into_iter().nth(at).ok_or_else(unknown)?;
        return Ok(KeptFile {
            count,
            ..shown(&proof.name, &proof.media_type, &proof.bytes, lang)
        });
    }
    let text = request.file.as_deref().unwrap_or_default();
    let id = file_id(text)?;
    let missing = |error: store::StoreError| match error {
        store::StoreError::NotFound { .. } => AppError::new(Code::UnknownFile).with("file", text),
        other => other.into(),
    };
    let info = reader.file_info(id).map_err(missing)?;
    let bytes = reader.file_bytes(id).map_err(missing)?;
    Ok(shown(&info.name, &info.media_type, &bytes, lang))
}

fn shown(name: &str, media_type: &str, bytes: &[u8], lang: Lang) -> KeptFile {
    let mut file = KeptFile {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        bytes: bytes.len() as u64,
        view: FileView::None,
        data: None,
        fields: Vec::new(),
        text: None,
        count: 1,
    };
    // By what the bytes are: a name may say anything.
    match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => file.view = FileView::Pdf,
        [0x89, b'P', b'N', b'G', ..] => {
            file.view = FileView::Image;
            file.media_type = "image/png".to_owned();
        }
        [0xFF, 0xD8, 0xFF, ..] => {
            file.view = FileView::Image;
            file.media_type = "image/jpeg".to_owned();
        }
        _ => {
            let read = exchange::read(name, bytes).into_iter().next();
            match read.map(|read| read.content) {
                Some(Content::Invoice(invoice)) => {
                    file.view = FileView::EInvoice;
                    file.fields = fields(&invoice, lang);
                }
                _ => file.text = text_of(bytes),
            }
            if file.text.is_some() {
                file.view = FileView::Text;
            }
        }
    }
    if matches!(file.view, FileView::Pdf | FileView::Image) {
        file.data = Some(STANDARD.encode(bytes));
    }
    file
}

/// The beginning of what is text.
fn text_of(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let printable = |one: char| !one.is_control() || one.is_whitespace();
    let shown: String = text.chars().take(TEXT).collect();
    shown.chars().all(printable).then_some(shown)
}

fn money(amount: &Amount, lang: Lang) -> String {
    match amount.cents() {
        Some(cents) => credit::words::amount(cents, lang),
        None => format!("{} {}", amount.number(), amount.currency),
    }
}

/// Name and address, and by what it is registered.
fn party(party: &Party) -> String {
    let address = &party.address;
    let place = [address.postcode.as_deref(), address.city.as_deref()];
    let place: Vec<&str> = place.into_iter().flatten().collect();
    let mut said: Vec<String> = Vec::new();
    said.extend(party.name.clone().or_else(|| party.trading_name.clone()));
    said.extend(address.street.clone());
    said.extend(address.more.iter().cloned());
    said.push(place.join(" "));
    said.retain(|part| !part.trim().is_empty());
    said.join(", ")
}

/// What an e-invoice says, as it was read.
fn fields(invoice: &exchange::Invoice, lang: Lang) -> Vec<FileField> {
    let on = |date: Option<chrono::NaiveDate>| date.map(|date| day(date, lang));
    let in_euros = |amount: &Option<Amount>| amount.as_ref().map(|amount| money(amount, lang));
    let kind = match invoice.kind {
        exchange::InvoiceKind::Invoice => say(lang, "Factuur", "Invoice"),
        exchange::InvoiceKind::CreditNote => say(lang, "Creditnota", "Credit note"),
    };
    let registered = |party: &Party| {
        let kvk = party.kvk.as_ref().map(|kvk| format!("KvK {kvk}"));
        let vat = party.vat.as_ref().map(|vat| {
            let name = say(lang, "btw", "VAT");
            format!("{name} {vat}")
        });
        let said: Vec<String> = [kvk, vat].into_iter().flatten().collect();
        Some(said.join(" · "))
    };
    let said: [(&str, &str, Option<String>); 19] = [
        ("Soort", "Kind", Some(kind)),
        ("Nummer", "Number", Some(invoice.number.clone())),
        ("Datum", "Date", on(invoice.date)),
        ("Uiterste betaaldag", "Last day of payment", on(invoice.due)),
        (
            "Betaalvoorwaarden",
            "Terms of payment",
            invoice.terms.clone(),
        ),
        ("Van", "From", Some(party(&invoice.supplier))),
        (
            "Ingeschreven als",
            "Registered as",
            registered(&invoice.supplier),
        ),
        ("Aan", "To", Some(party(&invoice.customer))),
        (
            "Ingeschreven als",
            "Registered as",
            registered(&invoice.customer),
        ),
        (
            "Klantnummer",
            "Customer number",
            invoice.customer_number.clone(),
        ),
        (
            "Uw referentie",
            "Your reference",
            invoice.buyer_reference.clone(),
        ),
        ("Bestelling", "Order", invoice.order_reference.clone()),
        (
            "Crediteert factuur",
            "Credits invoice",
            invoice.credits.clone(),
        ),
        ("Btw", "VAT", in_euros(&invoice.tax)),
        (
            "Totaal met btw",
            "Total with VAT",
            in_euros(&invoice.tax_inclusive),
        ),
        ("Al betaald", "Paid already", in_euros(&invoice.prepaid)),
        ("Te betalen", "To pay", Some(money(&invoice.payable, lang))),
        (
            "Betalingskenmerk",
            "Payment reference",
            invoice.payment_reference.clone(),
        ),
        ("Rekening", "Account", Some(invoice.ibans.join(", "))),
    ];
    let notes = (!invoice.notes.is_empty()).then(|| invoice.notes.join(" "));
    let note = ("Opmerking", "Remark", notes);
    said.into_iter()
        .chain([note])
        .filter_map(|(nl, en, value)| {
            let value = value.filter(|value| !value.trim().is_empty())?;
            Some(FileField {
                label: say(lang, nl, en),
                value,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::{call, sample};

    #[test]
    fn a_copy_is_looked_at_by_what_it_is() {
        let dir = tempfile::tempdir().unwrap();
        let session = sample(dir.path());
        let open = json!({ "filters": ["open"], "limit": 1 });
        let row = call(&session, "invoices", open).unwrap()["rows"][0].clone();
        let png: &[u8] = &[0x89, b'P', b'N', b'G', 13, 10, 26, 10];
        for (name, bytes, view, media_type) in [
            (
                "een.pdf",
                b"%PDF-1.7 x".as_slice(),
                "pdf",
                "application/pdf",
            ),
            ("foto.jpg", png, "image", "image/png"),
            (
                "los.txt",
                b"Beste klant,",
                "text",
                "application/octet-stream",
            ),
            (
                "vreemd.bin",
                &[0, 159, 146, 150],
                "none",
                "application/octet-stream",
            ),
        ] {
            let file = dir.path().join(name);
            std::fs::write(&file, bytes).unwrap();
            let add = json!({ "invoice": row["id"], "file": file });
            call(&session, "invoice_file_add", add).unwrap();
            let ask = json!({ "customer": row["customer"] });
            let kept = call(&session, "customer_detail", ask).unwrap()["files"][0].clone();
            assert_eq!(
                kept["name"], name,
                "the newest copy is first with the customer"
            );
            assert_eq!(
                kept["invoice"], row["number"],
                "it says of which invoice it is"
            );
            let shown = call(&session, "kept_file", json!({ "file": kept["id"] })).unwrap();
            assert_eq!(shown["view"], view, "{name}");
            assert_eq!(
                shown["media_type"], media_type,
                "{name}: by its bytes, not its name"
            );
            let whole = matches!(view, "pdf" | "image").then(|| STANDARD.encode(bytes));
            assert_eq!(
                shown["data"],
                json!(whole),
                "{name}: as it is, where it is drawn"
            );
        }
        let fake = dir.path().join("nep.pdf");
        std::fs::write(&fake, "PK geen pdf").unwrap();
        let add = json!({ "invoice": row["id"], "file": fake });
        let said = call(&session, "invoice_file_add", add).unwrap_err();
        assert_eq!(said, "file_not_pdf", "a name does not make a PDF");
        let nowhere = call(&session, "kept_file", json!({ "file": "999" })).unwrap_err();
        assert_eq!(nowhere, "unknown_file");
        let letter = call(&session, "kept_file", json!({ "letter": "B-1" })).unwrap_err();
        assert_eq!(
            letter, "unknown_file",
            "a letter without proof has none to look at"
        );
    }

    #[test]
    fn an_e_invoice_is_read_field_by_field() {
        let party = |name: &str| Party {
            name: Some(name.to_owned()),
            trading_name: None,
            kvk: Some("12345678".to_owned()),
            oin: None,
            vat: None,
            company_id: None,
            peppol_id: None,
            email: None,
            phone: None,
            contact: None,
            address: exchange::Address {
                street: Some("Kade 1".to_owned()),
                more: Vec::new(),
                postcode: Some("1011 AB".to_owned()),
                city: Some("Amsterdam".to_owned()),
                country: None,
            },
        };
        let invoice = exchange::Invoice {
            number: "2026-9".to_owned(),
            kind: exchange::InvoiceKind::Invoice,
            type_code: None,
            date: "2026-10-01".parse().ok(),
            due: "2026-10-31".parse().ok(),
            terms: None,
            payable: Amount::new("121".parse().unwrap(), "EUR"),
            tax: Some(Amount::new("21".parse().unwrap(), "EUR")),
            tax_inclusive: None,
            prepaid: None,
            supplier: party("De Korenaar"),
            customer: party("Bakkerij Zoet"),
            customer_number: None,
            buyer_reference: None,
            order_reference: None,
            ibans: Vec::new(),
            payment_reference: None,
            credits: None,
            notes: Vec::new(),
            attachments: Vec::new(),
        };
        let said = fields(&invoice, Lang::Nl);
        let value = |label: &str| {
            let field = said.iter().find(|field| field.label == label);
            field.map(|field| field.value.as_str())
        };
        assert_eq!(
            value("Aan"),
            Some("Bakkerij Zoet, Kade 1, 1011 AB Amsterdam")
        );
        assert_eq!(value("Uiterste betaaldag"), Some("31 oktober 2026"));
        assert!(value("Te betalen").unwrap().ends_with("121,00"), "{said:?}");
        assert_eq!(value("Rekening"), None, "what is not said is not shown");
    }
}

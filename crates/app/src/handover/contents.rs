//! The files of a dossier, in the order in which they are read.

use credit::{Invoice, LetterId};
use exchange::{Cell, csv_out};
use serde::Serialize;
use serde_json::{Value, json};
use store::{FileId, LetterFileId, LetterFileKind, MailState, Reader};
use ts_rs::TS;

use super::{Dossier, missing, overview, timeline};
use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::words::say;

/// Path inside the ZIP, and bytes.
pub(crate) type Entry = (String, Vec<u8>);

/// The parts of a dossier that are made for it, in their order.
pub(crate) const MADE: [(&str, FileKind); 4] = [
    ("00-overzicht.pdf", FileKind::Overview),
    ("dossier.json", FileKind::Data),
    ("vorderingen.csv", FileKind::Data),
    ("tijdlijn.csv", FileKind::Data),
];

/// What a file of the dossier is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "DossierFileKind")]
pub enum FileKind {
    /// The overview for people.
    Overview,
    /// The same as data.
    Data,
    /// A copy of an invoice.
    Invoice,
    /// A letter or e-mail as it was sent.
    Letter,
    /// A proof of sending.
    Proof,
}

/// Where the bytes of a kept document are.
enum Source {
    Invoice(FileId),
    Letter(LetterFileId),
    Bytes(Vec<u8>),
}

/// A kept document with its path in the dossier.
pub(crate) struct Kept {
    pub(crate) path: String,
    pub(crate) kind: FileKind,
    pub(crate) bytes: u64,
    source: Source,
}

/// Every file of the dossier; the manifest is added by the ZIP.
pub(crate) fn files(reader: &Reader<'_>, dossier: &Dossier<'_>) -> AppResult<Vec<Entry>> {
    let kept = kept_documents(reader, dossier)?;
    let evidence: Vec<String> = kept.iter().map(|document| document.path.clone()).collect();
    let pdf = documents::print_report(&overview::report(dossier, &evidence))?;
    let made = [
        pdf.bytes,
        pretty(&dossier_json(dossier, &evidence))?,
        claims_csv(dossier),
        timeline::csv_of(dossier),
    ];
    let mut files: Vec<Entry> = MADE
        .iter()
        .zip(made)
        .map(|((path, _), bytes)| ((*path).to_string(), bytes))
        .collect();
    for document in kept {
        let bytes = match document.source {
            Source::Invoice(id) => reader.file_bytes(id)?,
            Source::Letter(id) => reader.letter_bytes(id)?,
            Source::Bytes(bytes) => bytes,
        };
        files.push((document.path, bytes));
    }
    Ok(files)
}

fn pretty(value: &Value) -> AppResult<Vec<u8>> {
    serde_json::to_vec_pretty(value)
        .map_err(|error| AppError::new(Code::Internal).with("what", error))
}

/// Copies of invoices, letters as sent, and proofs.
pub(crate) fn kept_documents(reader: &Reader<'_>, dossier: &Dossier<'_>) -> AppResult<Vec<Kept>> {
    let mut documents = Vec::new();
    for claimed in &dossier.claim.invoices {
        for kept in reader.invoice_files(claimed.invoice)? {
            let name = safe(&format!("{} {}", claimed.number, kept.name));
            documents.push(Kept {
                path: format!("facturen/{name}"),
                kind: FileKind::Invoice,
                bytes: kept.size,
                source: Source::Invoice(kept.id),
            });
        }
    }
    for letter in dossier.letters() {
        let mailed = sent_mail(reader, letter.id)?;
        for kept in reader.letter_files(letter.id)? {
            if mailed.is_some() && kept.kind == LetterFileKind::Eml {
                continue;
            }
            documents.push(Kept {
                path: format!("brieven/{}", safe(&kept.name)),
                kind: FileKind::Letter,
                bytes: kept.size,
                source: Source::Letter(kept.id),
            });
        }
        if let Some(mail) = mailed {
            documents.push(Kept {
                path: format!("brieven/{}_{}.eml", letter.date, letter.id),
                kind: FileKind::Letter,
                bytes: u64::try_from(mail.len()).unwrap_or(u64::MAX),
                source: Source::Bytes(mail),
            });
        }
        for proof in reader.letter_proofs(letter.id)? {
            let name = safe(&format!("{} {}", letter.id, proof.name));
            documents.push(Kept {
                path: format!("bewijs/{name}"),
                kind: FileKind::Proof,
                bytes: u64::try_from(proof.bytes.len()).unwrap_or(u64::MAX),
                source: Source::Bytes(proof.bytes),
            });
        }
    }
    Ok(unique(documents))
}

/// The message of a letter exactly as a mail server took it, or may have: it stands in the place
/// of the draft that it was made from.
fn sent_mail(reader: &Reader<'_>, letter: LetterId) -> AppResult<Option<Vec<u8>>> {
    let left = matches!(
        reader.mail_state(letter)?,
        Some(
            MailState::Sent
                | MailState::Arrived
                | MailState::Uncertain
                | MailState::Sending
                | MailState::Bounced
        )
    );
    if !left {
        return Ok(None);
    }
    Ok(reader.kept_mail(letter)?.map(|mail| mail.bytes))
}

fn safe(name: &str) -> String {
    crate::recent::file_name_of(name, "bestand")
}

/// Two files of one name both stay: the second gets a number.
fn unique(mut documents: Vec<Kept>) -> Vec<Kept> {
    let mut seen = std::collections::HashSet::new();
    for document in &mut documents {
        let mut name = document.path.clone();
        let mut number = 2;
        while !seen.insert(name.to_lowercase()) {
            name = match document.path.rsplit_once('.') {
                Some((stem, end)) => format!("{stem} {number}.{end}"),
                None => format!("{} {number}", document.path),
            };
            number += 1;
        }
        document.path = name;
    }
    documents
}

fn claims_csv(dossier: &Dossier<'_>) -> Vec<u8> {
    let heads = [
        "factuurnummer",
        "factuurdatum",
        "vervaldatum",
        "factuurbedrag",
        "gecrediteerd",
        "betaald",
        "hoofdsom_open",
        "rente_vanaf",
        "rente_tot_en_met",
        "rente_open",
    ];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for claimed in &dossier.claim.invoices {
        let parts = &claimed.principal;
        rows.push(vec![
            Cell::from(claimed.number.as_str()),
            Cell::from(Some(claimed.date)),
            Cell::from(claimed.due),
            Cell::from(parts.amount),
            Cell::from(parts.credited + parts.written_off),
            Cell::from(parts.paid + parts.paid_before),
            Cell::from(parts.open),
            Cell::from(claimed.interest_from),
            Cell::from(claimed.interest_through),
            Cell::from(claimed.interest_open),
        ]);
    }
    csv_out(&heads, &rows)
}

/// The dossier as data. Field names of the invoice block follow the open APIs of Dutch
/// collection software (nummer, datum, vervaldatum, bedrag), so that a receiver knows them.
fn dossier_json(dossier: &Dossier<'_>, evidence: &[String]) -> Value {
    let creditor = &dossier.books.creditor;
    let customer = &dossier.account.customer;
    let claim = dossier.claim;
    let kind = customer.kind;
    json!({
        "formaat": "standvast-dossier/1",
        "datum": dossier.date,
        "schuldeiser": {
            "naam": creditor.name, "rechtsvorm": creditor.legal_form,
            "adres": address(&creditor.address), "kvknummer": creditor.kvk, "btwnummer": creditor.vat,
            "iban": creditor.iban, "email": creditor.email, "telefoon": creditor.phone,
            "int_voor_derden": creditor.collects_for_others,
            "registernummer_wki": creditor.register_number,
            "btw_over_incassokosten": creditor.collection_vat,
        },
        "debiteur": {
            "standvast_id": customer.id.to_string(), "debiteurnr": customer.number,
            "naam": customer.name, "ter_attentie_van": customer.attention,
            "vorm": kind, "vorm_reden": customer.kind_reason,
            "adres": address(&customer.address), "kvknummer": customer.kvk,
            "btwnummer": customer.vat, "email": customer.email, "telefoon": customer.phone,
            "iban": customer.ibans, "taal": customer.language,
        },
        "vordering": {
            "per": claim.date, "hoofdsom": claim.principal, "rente": claim.interest,
            "incassokosten": claim.costs, "totaal": claim.total,
            "rente_per_dag_daarna": claim.per_day,
            "niet_toegerekend_ontvangen": claim.unallocated,
            "opmerkingen": claim.warnings.iter().map(|warning| warning.text(dossier.lang)).collect::<Vec<_>>(),
        },
        "factuur": claim.invoices.iter().map(|claimed| invoice_json(dossier, claimed)).collect::<Vec<_>>(),
        "incassokosten": claim.costs_items.iter().map(|item| json!({
            "grondslag": item.base, "kosten": item.costs, "btw": item.vat,
            "eerder_gevraagd": item.asked_before, "kwijtgescholden": item.waived,
            "bedrag": item.amount, "betaald": item.paid, "open": item.open,
            "verschuldigd_vanaf": item.due_from,
            "regels": lines(&item.lines, dossier.lang),
        })).collect::<Vec<_>>(),
        "betalingen": payments(dossier),
        "brieven": dossier.letters().map(|letter| json!({
            "id": letter.id.to_string(), "soort": letter.step.code(), "datum": letter.date,
            "verzonden": letter.left(), "kanalen": letter.channels, "staat": letter.state,
            "bewijs": letter.proof, "vordering": letter.claim,
        })).collect::<Vec<_>>(),
        "verweren": dossier.disputes().map(|dispute| json!({
            "factuur": number_of(dossier, dispute.invoice), "sinds": dispute.date,
            "bedrag": dispute.amount, "verweer": dispute.reason,
        })).collect::<Vec<_>>(),
        "tijdlijn": timeline::events(dossier).iter().map(|event| json!({
            "datum": event.date, "gebeurtenis": event.text,
        })).collect::<Vec<_>>(),
        "ontbreekt": missing(dossier.weaknesses, dossier.lang).iter().map(|gap| json!({
            "code": gap.code, "wat": gap.message, "wat_te_doen": gap.what_to_do,
        })).collect::<Vec<_>>(),
        "producties": evidence,
    })
}

fn address(address: &credit::Address) -> Value {
    json!({
        "straat": address.street, "toevoeging": address.extra, "postcode": address.postcode,
        "plaats": address.city, "land": address.country,
    })
}

fn number_of(dossier: &Dossier<'_>, id: credit::InvoiceId) -> String {
    invoice_of(dossier, id).map_or_else(|| id.to_string(), |invoice| invoice.number.clone())
}

fn invoice_of<'a>(dossier: &Dossier<'a>, id: credit::InvoiceId) -> Option<&'a Invoice> {
    dossier
        .account
        .invoices
        .iter()
        .find(|invoice| invoice.id == id)
}

fn invoice_json(dossier: &Dossier<'_>, claimed: &credit::InvoiceClaim) -> Value {
    let invoice = invoice_of(dossier, claimed.invoice);
    json!({
        "nummer": claimed.number, "datum": claimed.date, "vervaldatum": claimed.due,
        "bedrag": claimed.principal.amount, "btw": invoice.and_then(|invoice| invoice.vat),
        "omschrijving": invoice.and_then(|invoice| invoice.description.clone()),
        "gecrediteerd": claimed.principal.credited, "eerder_betaald": claimed.principal.paid_before,
        "afgeboekt": claimed.principal.written_off, "betaald": claimed.principal.paid,
        "open": claimed.principal.open, "valuta": "EUR",
        "rente": {
            "grondslag": claimed.interest_rule.map(|rule| rule.article()),
            "vanaf": claimed.interest_from, "tot_en_met": claimed.interest_through,
            "totaal": claimed.interest_total, "betaald": claimed.interest_paid,
            "kwijtgescholden": claimed.interest_waived, "open": claimed.interest_open,
            "regels": lines(&claimed.lines, dossier.lang),
        },
    })
}

fn lines(lines: &[credit::CalcLine], lang: law::Lang) -> Vec<Value> {
    lines
        .iter()
        .map(|line| {
            json!({
                "tekst": line.text(lang), "over": line.base, "percentage": line.percent,
                "vanaf": line.from, "tot_en_met": line.through, "dagen": line.days,
                "bedrag": line.amount, "artikel": line.rule.map(|rule| rule.article()),
            })
        })
        .collect()
}

fn payments(dossier: &Dossier<'_>) -> Vec<Value> {
    dossier
        .payments()
        .map(|payment| {
            let imputed = dossier
                .claim
                .payments
                .iter()
                .find(|imputed| imputed.payment == payment.id);
            json!({
                "datum": payment.date, "bedrag": payment.amount,
                "op_facturen": payment.allocations.iter().map(|part| json!({
                    "factuur": number_of(dossier, part.invoice), "bedrag": part.amount,
                })).collect::<Vec<_>>(),
                "toerekening": imputed.map(|imputed| json!({
                    "kosten": imputed.costs, "rente": imputed.interest,
                    "hoofdsom": imputed.principal, "over": imputed.rest,
                    "regel": say(dossier.lang, "art. 6:43 en 6:44 BW", "art. 6:43 and 6:44 BW"),
                })),
                "niet_toegerekend": payment.unallocated(),
            })
        })
        .collect()
}

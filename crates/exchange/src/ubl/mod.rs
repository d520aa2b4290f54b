//! UBL 2.1 invoices and credit notes (NLCIUS, SI-UBL 1 and 2, Peppol BIS 3).

mod party;

use base64::Engine;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use chrono::NaiveDate;
use roxmltree::{Document, Node, ParsingOptions};

use crate::amount::{Amount, xml_decimal};
use crate::charset;
use crate::dutch_day::dutch_day;
use crate::invoice::{Attachment, Invoice, InvoiceKind};
use crate::numbers;
use crate::problem::{Problem, ProblemKind};
use crate::refusal::Refusal;
use crate::xml::{charset_problems, tidy};

/// The largest invoice file, with its attachments.
const SIZE_LIMIT: usize = 100 * 1024 * 1024;
/// The most elements and texts in an invoice.
const NODE_LIMIT: u32 = 2_000_000;
/// The deepest nesting.
const DEPTH_LIMIT: usize = 64;

/// Base64 as it is found: padding present or not.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Reads an invoice or credit note, also inside an envelope.
///
/// # Errors
/// A file that is cut off, damaged or unsafe, or that lacks its number or what is to be paid.
pub fn read(bytes: &[u8]) -> Result<(Invoice, Vec<Problem>), Refusal> {
    if bytes.len() > SIZE_LIMIT {
        return Err(Refusal::TooLarge);
    }
    let (text, notes) = charset::decode_xml(bytes);
    let mut problems = charset_problems(&notes);
    let options = ParsingOptions {
        nodes_limit: NODE_LIMIT,
        ..ParsingOptions::default()
    };
    let document =
        Document::parse_with_options(&text, options).map_err(|e| refusal_of(&e, &text))?;
    check_depth(&document)?;
    let root = document
        .descendants()
        .find(|node| is_named(*node, "Invoice") || is_named(*node, "CreditNote"))
        .ok_or_else(|| Refusal::UnknownFormat {
            root: Some(document.root_element().tag_name().name().to_owned()),
        })?;
    let invoice = Reader {
        root,
        problems: &mut problems,
    }
    .invoice()?;
    Ok((invoice, problems))
}

/// Refuses a document nested beyond reason.
fn check_depth(document: &Document<'_>) -> Result<(), Refusal> {
    let mut depths: Vec<usize> = Vec::new();
    for node in document.descendants() {
        let depth = node
            .parent()
            .and_then(|parent| depths.get(parent.id().get_usize()))
            .map_or(0, |above| above + 1);
        if depth > DEPTH_LIMIT {
            return Err(Refusal::UnsafeXml {
                line: line_of(node),
            });
        }
        // Nodes are numbered in the order of the document, which is the order of this walk.
        depths.push(depth);
    }
    Ok(())
}

fn refusal_of(error: &roxmltree::Error, text: &str) -> Refusal {
    use roxmltree::Error as E;
    let last = text.lines().count().max(1) as u64;
    let line = match u64::from(error.pos().row) {
        0 => last,
        row => row,
    };
    match error {
        E::DtdDetected | E::EntityReferenceLoop(_) => Refusal::UnsafeXml { line },
        E::NodesLimitReached | E::AttributesLimitReached | E::NamespacesLimitReached => {
            Refusal::TooLarge
        }
        E::UnclosedRootNode | E::UnexpectedEndOfStream => Refusal::Truncated { line: last },
        _ => Refusal::MalformedXml { line },
    }
}

fn is_named(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// Children of a name, whatever their namespace prefix.
fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is_named(*child, name))
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

/// The first element at the end of a path.
fn at<'a, 'i>(node: Node<'a, 'i>, path: &[&'static str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |node, name| child(node, name))
}

/// The text of an element; nothing when it is blank.
fn value(node: Node<'_, '_>) -> Option<String> {
    let text: String = node
        .children()
        .filter(Node::is_text)
        .filter_map(|n| n.text())
        .collect();
    let text = tidy(&text);
    (!text.is_empty()).then_some(text)
}

fn text_at(node: Node<'_, '_>, path: &[&'static str]) -> Option<String> {
    at(node, path).and_then(value)
}

fn line_of(node: Node<'_, '_>) -> u64 {
    u64::from(node.document().text_pos_at(node.range().start).row)
}

/// Reads one document and gathers what is wrong with it.
struct Reader<'a, 'i, 'p> {
    root: Node<'a, 'i>,
    problems: &'p mut Vec<Problem>,
}

impl<'a, 'i> Reader<'a, 'i, '_> {
    fn invoice(mut self) -> Result<Invoice, Refusal> {
        let root = self.root;
        let number = text_at(root, &["ID"]).ok_or_else(|| self.missing("ID"))?;
        let currency = text_at(root, &["DocumentCurrencyCode"]);
        let payable = self.payable(currency.as_deref())?;
        if payable.currency != "EUR" {
            let currency = payable.currency.clone();
            self.problems
                .push(Problem::of_file(ProblemKind::OtherCurrency { currency }));
        }
        let type_code =
            text_at(root, &["InvoiceTypeCode"]).or_else(|| text_at(root, &["CreditNoteTypeCode"]));
        let kind = if is_named(root, "CreditNote")
            || matches!(type_code.as_deref(), Some("381" | "396" | "81"))
            || payable.value.is_sign_negative() && !payable.value.is_zero()
        {
            InvoiceKind::CreditNote
        } else {
            InvoiceKind::Invoice
        };
        let date = self.date(child(root, "IssueDate"));
        if date.is_none() {
            self.problems
                .push(Problem::of_file(ProblemKind::InvoiceDateMissing));
        }
        let due = self.due(kind, date);
        let total = |name: &'static str| {
            at(root, &["LegalMonetaryTotal", name]).and_then(|node| amount(node, &payable.currency))
        };
        let (supplier, customer) = (
            self.party("AccountingSupplierParty"),
            self.party("AccountingCustomerParty"),
        );
        if customer.name.is_none() {
            self.problems
                .push(Problem::of_file(ProblemKind::NameMissing));
        }
        Ok(Invoice {
            number,
            kind,
            type_code,
            date,
            due,
            terms: joined(
                children(root, "PaymentTerms")
                    .flat_map(|terms| children(terms, "Note"))
                    .filter_map(value),
            ),
            tax: self.tax(&payable.currency),
            tax_inclusive: total("TaxInclusiveAmount"),
            prepaid: total("PrepaidAmount"),
            payable,
            supplier,
            customer,
            customer_number: text_at(
                root,
                &["AccountingCustomerParty", "SupplierAssignedAccountID"],
            )
            .or_else(|| {
                text_at(
                    root,
                    &["AccountingCustomerParty", "CustomerAssignedAccountID"],
                )
            }),
            buyer_reference: text_at(root, &["BuyerReference"]),
            order_reference: text_at(root, &["OrderReference", "ID"]),
            ibans: self.ibans(),
            payment_reference: children(root, "PaymentMeans").find_map(|means| {
                text_at(means, &["PaymentID"]).or_else(|| text_at(means, &["InstructionID"]))
            }),
            credits: children(root, "BillingReference").find_map(|reference| {
                text_at(reference, &["InvoiceDocumentReference", "ID"])
                    .or_else(|| text_at(reference, &["CreditNoteDocumentReference", "ID"]))
            }),
            notes: children(root, "Note").filter_map(value).collect(),
            attachments: self.attachments(),
        })
    }

    fn missing(&self, field: &str) -> Refusal {
        Refusal::BadValue {
            field: field.to_owned(),
            value: String::new(),
            line: line_of(self.root),
        }
    }

    /// What is owed: after prepayments and rounding.
    fn payable(&self, currency: Option<&str>) -> Result<Amount, Refusal> {
        let node = at(self.root, &["LegalMonetaryTotal", "PayableAmount"])
            .ok_or_else(|| self.missing("PayableAmount"))?;
        let fallback = currency.unwrap_or_default().to_ascii_uppercase();
        let amount = amount(node, &fallback).filter(|amount| !amount.currency.is_empty());
        amount.ok_or_else(|| Refusal::BadValue {
            field: "PayableAmount".to_owned(),
            value: value(node).unwrap_or_default().chars().take(40).collect(),
            line: line_of(node),
        })
    }

    /// The VAT in the invoice's currency; a second total in the tax currency is passed over.
    fn tax(&self, currency: &str) -> Option<Amount> {
        children(self.root, "TaxTotal")
            .filter_map(|total| amount(child(total, "TaxAmount")?, currency))
            .find(|amount| amount.currency == currency)
    }

    fn date(&mut self, node: Option<Node<'a, 'i>>) -> Option<NaiveDate> {
        let node = node?;
        let text = value(node)?;
        let date = dutch_day(&text);
        if date.is_none() {
            let value = text.chars().take(40).collect();
            self.problems
                .push(Problem::at(line_of(node), ProblemKind::BadDate { value }));
        }
        date
    }

    /// The due date, where it can stand: in the document, in the means of payment, in the terms.
    fn due(&mut self, kind: InvoiceKind, issued: Option<NaiveDate>) -> Option<NaiveDate> {
        let mut due = self.date(child(self.root, "DueDate"));
        for holder in ["PaymentMeans", "PaymentTerms"] {
            if due.is_some() {
                break;
            }
            let nodes: Vec<_> = children(self.root, holder)
                .filter_map(|h| child(h, "PaymentDueDate"))
                .collect();
            let mut dates: Vec<NaiveDate> = nodes
                .into_iter()
                .filter_map(|node| self.date(Some(node)))
                .collect();
            dates.sort_unstable();
            dates.dedup();
            if dates.len() > 1 {
                self.problems
                    .push(Problem::of_file(ProblemKind::DueDatesDiffer));
            }
            // Nobody may be reminded too early, so the last one counts.
            due = dates.last().copied();
        }
        match (due, issued) {
            (None, _) if kind == InvoiceKind::Invoice => {
                self.problems
                    .push(Problem::of_file(ProblemKind::DueDateMissing));
            }
            (Some(due), Some(issued)) if due < issued => {
                self.problems
                    .push(Problem::of_file(ProblemKind::DueBeforeInvoice));
            }
            _ => {}
        }
        due
    }

    fn ibans(&mut self) -> Vec<String> {
        let mut ibans: Vec<String> = Vec::new();
        for account in children(self.root, "PaymentMeans")
            .filter_map(|m| at(m, &["PayeeFinancialAccount", "ID"]))
        {
            let Some(text) = value(account) else { continue };
            let plain = numbers::compact(&text);
            if ibans.contains(&plain) {
                continue;
            }
            if !numbers::is_iban(&plain) {
                self.doubt("iban", &plain, account);
            }
            ibans.push(plain);
        }
        ibans
    }

    fn doubt(&mut self, number: &str, value: &str, node: Node<'a, 'i>) {
        let kind = ProblemKind::CheckDigitsWrong {
            number: number.to_owned(),
            value: value.to_owned(),
        };
        self.problems.push(Problem::at(line_of(node), kind));
    }

    fn attachments(&mut self) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        for reference in children(self.root, "AdditionalDocumentReference") {
            let Some(object) = at(reference, &["Attachment", "EmbeddedDocumentBinaryObject"])
            else {
                continue;
            };
            let text: String = object
                .children()
                .filter_map(|n| n.text())
                .flat_map(str::chars)
                .filter(|c| !c.is_whitespace())
                .collect();
            match BASE64.decode(text.as_bytes()) {
                Ok(bytes) => attachments.push(Attachment {
                    name: object
                        .attribute("filename")
                        .map(str::to_owned)
                        .or_else(|| text_at(reference, &["ID"])),
                    mime: object.attribute("mimeCode").map(str::to_owned),
                    bytes,
                }),
                Err(_) => self.problems.push(Problem::at(
                    line_of(object),
                    ProblemKind::AttachmentUnreadable,
                )),
            }
        }
        attachments
    }
}

/// An amount with its own currency, else the one given.
fn amount(node: Node<'_, '_>, currency: &str) -> Option<Amount> {
    let value = xml_decimal(&value(node)?)?;
    let currency = node.attribute("currencyID").map_or(currency, str::trim);
    Some(Amount::new(value, &currency.to_ascii_uppercase()))
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let text = texts.collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

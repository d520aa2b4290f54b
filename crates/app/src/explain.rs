//! A claim line by line: what was summed, over what, on the ground of which article.

use chrono::NaiveDate;
use credit::{
    CalcLine, CalcLineKind, Claim, CostsClaim, InvoiceClaim, Proposal, ProposalKind, Step,
};
use law::{Cents, Lang, Per};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;
use crate::words::say;

/// Whose claim.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ExplainAsk {
    /// The customer.
    pub customer: String,
    /// Only this invoice of it, due or not.
    pub invoice: Option<String>,
    /// Only these invoices of it, as one dossier: of costs that rest on others too only their share.
    pub dossier: Option<Vec<String>>,
    /// Only what is proposed for today: a letter, a call, a handover; `invoice` is one that it is about.
    #[ts(optional, type = "ProposalKind")]
    pub proposal: Option<ProposalKind>,
    /// The level of that letter.
    #[ts(optional, type = "Step")]
    pub step: Option<Step>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ExplainedKind {
    /// The amount of an invoice.
    Principal,
    /// Interest over a period.
    Interest,
    /// Collection costs.
    Costs,
    /// VAT over costs.
    Vat,
    /// What was paid.
    Payment,
    /// What was given up.
    Waived,
    /// What was credited.
    Credit,
}

/// One line of a calculation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExplainedLine {
    /// In words.
    pub label: String,
    /// What it is.
    pub kind: ExplainedKind,
    /// Signed; the lines of a part sum to its amount.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// Over what was reckoned.
    #[ts(type = "Money | null")]
    pub base: Option<Cents>,
    /// The percentage.
    pub percent: Option<String>,
    /// First day.
    #[ts(type = "IsoDate | null")]
    pub from: Option<NaiveDate>,
    /// Last day, included.
    #[ts(type = "IsoDate | null")]
    pub through: Option<NaiveDate>,
    /// How many days.
    pub days: Option<i64>,
    /// The article or decision, in words.
    pub article: Option<String>,
}

/// A part of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExplainedPart {
    /// In words.
    pub title: String,
    /// What it adds to the total.
    #[ts(type = "Money")]
    pub amount: Cents,
    /// What else is to be known about it.
    pub note: Option<String>,
    /// What was summed.
    pub lines: Vec<ExplainedLine>,
}

/// A claim, explained.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Explained {
    /// The day; interest runs through it.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// The parts together.
    #[ts(type = "Money")]
    pub total: Cents,
    /// Interest of each further day.
    #[ts(type = "Money")]
    pub per_day: Cents,
    /// Principal, interest and costs.
    pub parts: Vec<ExplainedPart>,
    /// What the user should know.
    pub warnings: Vec<String>,
}

/// Explains the claim of a customer, of one invoice of it, or of what is proposed today.
///
/// # Errors
/// `unknown_customer`, `unknown_invoice`, `no_letter_due`.
pub fn explain(context: &mut Context<'_>, request: ExplainAsk) -> AppResult<Explained> {
    let date = context.day(request.date);
    let rates = context.rates()?;
    let reader = context.reader()?;
    let customer = find::customer(&reader, &request.customer)?;
    let account = reader.account(customer.id)?;
    let books = reader.books()?;
    if let Some(kind) = request.proposal {
        let about = match &request.invoice {
            Some(number) => Some(find::invoice(&reader, number)?.id),
            None => None,
        };
        let concerns = |one: &Proposal| {
            let mut lines = one.lines.iter();
            one.kind == kind
                && (request.step.is_none() || one.step == request.step)
                && about.is_none_or(|about| lines.any(|line| line.invoice == about))
        };
        let proposals = crate::today::decide(&account, &books, &rates, date);
        let sheet = proposals.into_iter().find(concerns).and_then(whole_sheet);
        let step = request.step.unwrap_or(Step::Reminder);
        let sheet = sheet.ok_or_else(|| {
            AppError::new(Code::NoLetterDue)
                .with("customer", &customer.name)
                .with("step", credit::words::step(step, context.lang))
        })?;
        return Ok(explained(&sheet, context.lang));
    }
    if let Some(numbers) = &request.dossier {
        let mut invoices = Vec::new();
        for number in numbers {
            let invoice = find::invoice(&reader, number)?;
            if invoice.customer != customer.id {
                return Err(AppError::new(Code::UnknownInvoice).with("invoice", number));
            }
            invoices.push(invoice.id);
        }
        let claim = credit::claim_of_dossier(&account, &books, &rates, date, &invoices);
        return Ok(explained(&claim, context.lang));
    }
    let claim = match &request.invoice {
        None => credit::claim_of(&account, &books, &rates, date),
        Some(number) => {
            let invoice = match reader.invoice_of(customer.id, number)? {
                Some(own) => own,
                None => find::invoice(&reader, number)?,
            };
            if invoice.customer != customer.id {
                return Err(AppError::new(Code::UnknownInvoice)
                    .with("invoice", format!("{number}@{}", customer.id)));
            }
            credit::claim_of_invoices(&account, &books, &rates, date, &[invoice.id])
        }
    };
    Ok(explained(&claim, context.lang))
}

/// The calculation of what a proposal is about. What is no letter that goes counts disputed parts too,
/// which its sheet leaves out as a letter would.
fn whole_sheet(proposal: Proposal) -> Option<Claim> {
    let mut sheet = proposal.sheet?;
    if sheet.total != proposal.claim.total {
        for invoice in &mut sheet.invoices {
            let disputed = std::mem::take(&mut invoice.principal.disputed);
            invoice.principal.open -= disputed;
            sheet.principal -= disputed;
            sheet.total -= disputed;
        }
    }
    Some(sheet)
}

/// A claim, worded line by line.
pub(crate) fn explained(claim: &Claim, lang: Lang) -> Explained {
    let mut parts = Vec::new();
    for invoice in &claim.invoices {
        parts.push(principal_part(invoice, lang));
    }
    for invoice in &claim.invoices {
        if !invoice.lines.is_empty() || !invoice.interest_open.is_zero() {
            parts.push(interest_part(invoice, lang));
        }
    }
    for costs in &claim.costs_items {
        parts.push(costs_part(costs, claim, lang));
    }
    Explained {
        date: claim.date,
        total: claim.total,
        per_day: claim.per_day,
        parts,
        warnings: warnings(claim, lang),
    }
}

fn euro(amount: Cents, lang: Lang) -> String {
    credit::words::amount(amount, lang)
}

fn kind_of(kind: CalcLineKind) -> ExplainedKind {
    match kind {
        CalcLineKind::InvoiceAmount => ExplainedKind::Principal,
        CalcLineKind::Credited => ExplainedKind::Credit,
        CalcLineKind::PaidBefore | CalcLineKind::Paid => ExplainedKind::Payment,
        CalcLineKind::WrittenOff | CalcLineKind::Disputed => ExplainedKind::Waived,
        CalcLineKind::Interest => ExplainedKind::Interest,
        CalcLineKind::CostsTier | CalcLineKind::CostsMinimum | CalcLineKind::CostsMaximum => {
            ExplainedKind::Costs
        }
        CalcLineKind::CostsVat => ExplainedKind::Vat,
    }
}

fn line(line: &CalcLine, lang: Lang) -> ExplainedLine {
    let over = |base| match lang {
        Lang::Nl => format!("{} over {}", line.text(lang), euro(base, lang)),
        Lang::En => format!("{} on {}", line.text(lang), euro(base, lang)),
    };
    let label = line.base.map_or_else(|| line.text(lang).to_owned(), over);
    let per_month = line.per == Some(Per::Month);
    ExplainedLine {
        label: if per_month {
            format!("{label}{}", say(lang, ", per maand", ", per month"))
        } else {
            label
        },
        kind: kind_of(line.kind),
        amount: line.amount,
        base: line.base,
        percent: line.percent.map(|percent| percent.normalize().to_string()),
        from: line.from,
        through: line.through,
        days: line.days,
        article: line.rule.map(|rule| rule.basis(lang)),
    }
}

pub(crate) fn plain(label: String, kind: ExplainedKind, amount: Cents) -> ExplainedLine {
    ExplainedLine {
        label,
        kind,
        amount,
        base: None,
        percent: None,
        from: None,
        through: None,
        days: None,
        article: None,
    }
}

/// Lines of what was taken off, those of nothing left out.
fn less(lines: &mut Vec<ExplainedLine>, taken: &[(&str, &str, ExplainedKind, Cents)], lang: Lang) {
    for (nl, en, kind, amount) in taken {
        if !amount.is_zero() {
            lines.push(plain(say(lang, nl, en), *kind, *amount));
        }
    }
}

fn principal_part(invoice: &InvoiceClaim, lang: Lang) -> ExplainedPart {
    let number = &invoice.number;
    let date = credit::words::date(invoice.date, lang);
    ExplainedPart {
        title: say(
            lang,
            &format!("Factuur {number} van {date}"),
            &format!("Invoice {number} of {date}"),
        ),
        amount: invoice.principal.open,
        note: invoice.due.map(|due| {
            let due = credit::words::date(due, lang);
            say(
                lang,
                &format!("Uiterste betaaldag {due}."),
                &format!("Last day of payment {due}."),
            )
        }),
        lines: invoice
            .principal
            .lines()
            .iter()
            .map(|part| line(part, lang))
            .collect(),
    }
}

fn interest_part(invoice: &InvoiceClaim, lang: Lang) -> ExplainedPart {
    let mut lines: Vec<ExplainedLine> = invoice.lines.iter().map(|part| line(part, lang)).collect();
    less(
        &mut lines,
        &[
            (
                "Rente die al is betaald",
                "Interest that was paid",
                ExplainedKind::Payment,
                -invoice.interest_paid,
            ),
            (
                "Rente die is kwijtgescholden",
                "Interest that was waived",
                ExplainedKind::Waived,
                -invoice.interest_waived,
            ),
        ],
        lang,
    );
    let start = invoice.interest_from.zip(invoice.start_rule);
    ExplainedPart {
        title: say(
            lang,
            &format!("Rente over factuur {}", invoice.number),
            &format!("Interest on invoice {}", invoice.number),
        ),
        amount: invoice.interest_open,
        note: start.map(|(from, rule)| {
            let (from, basis) = (credit::words::date(from, lang), rule.basis(lang));
            say(
                lang,
                &format!("De rente loopt vanaf {from}: {basis}."),
                &format!("Interest runs from {from}: {basis}."),
            )
        }),
        lines,
    }
}

fn costs_part(costs: &CostsClaim, claim: &Claim, lang: Lang) -> ExplainedPart {
    let mut lines: Vec<ExplainedLine> = costs.lines.iter().map(|part| line(part, lang)).collect();
    less(
        &mut lines,
        &[
            (
                "Eerder gevraagd over dezelfde facturen",
                "Asked earlier over the same invoices",
                ExplainedKind::Costs,
                costs.asked_before,
            ),
            (
                "Kosten die zijn kwijtgescholden",
                "Costs that were waived",
                ExplainedKind::Waived,
                costs.waived,
            ),
            (
                "Kosten die al zijn betaald",
                "Costs that were paid",
                ExplainedKind::Payment,
                costs.paid,
            ),
        ],
        lang,
    );
    let numbers: Vec<String> = claim
        .invoices
        .iter()
        .filter(|invoice| costs.invoices.contains(&invoice.invoice))
        .map(|invoice| invoice.number.clone())
        .collect();
    let others = costs.invoices.len() - numbers.len().min(costs.invoices.len());
    let mut over = credit::words::list(&numbers, lang);
    if others > 0 {
        over = say(
            lang,
            &format!("{over} en {others} andere"),
            &format!("{over} and {others} more"),
        );
    }
    let (base, from) = (
        euro(costs.base, lang),
        credit::words::date(costs.due_from, lang),
    );
    ExplainedPart {
        title: say(lang, "Incassokosten", "Collection costs"),
        amount: costs.open,
        note: Some(say(
            lang,
            &format!("Over {base} aan hoofdsom ({over}), verschuldigd vanaf {from}."),
            &format!("On {base} of principal ({over}), due from {from}."),
        )),
        lines,
    }
}

fn warnings(claim: &Claim, lang: Lang) -> Vec<String> {
    let mut warnings: Vec<String> = Vec::new();
    for warning in &claim.warnings {
        let text = warning.text(lang);
        if !warnings.contains(&text) {
            warnings.push(text);
        }
    }
    if claim.interest_unknown.is_some() {
        warnings.push(say(
            lang,
            "De rente is niet meegerekend: voor een deel van de tijd is geen percentage bekend. Er wordt niets geraden.",
            "Interest is not included: for a part of the time no percentage is known. Nothing is guessed.",
        ));
    }
    if claim.unallocated.is_positive() {
        let amount = euro(claim.unallocated, lang);
        warnings.push(say(
            lang,
            &format!("Er is {amount} ontvangen dat nog bij geen factuur hoort; dat is hier niet afgetrokken."),
            &format!("{amount} was received that is put to no invoice yet; it is not taken off here."),
        ));
    }
    if claim.open_credit.is_positive() {
        let amount = euro(claim.open_credit, lang);
        warnings.push(say(
            lang,
            &format!("Er staat {amount} aan creditnota's open; dat is hier niet afgetrokken."),
            &format!("Credit notes of {amount} are open; they are not taken off here."),
        ));
    }
    warnings
}

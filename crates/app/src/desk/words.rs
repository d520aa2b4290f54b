//! Why a proposal was made, in whole sentences about this very line.

use credit::words::{amount, date, list};
use credit::{BankLine, InvoiceId, MatchProposal, MatchReason};
use law::Lang;

use super::page::{DeskReason, ReasonTone};
use crate::words::say;

/// What the words need to name.
pub(super) struct Named<'a> {
    pub(super) customer: &'a str,
    pub(super) number: &'a dyn Fn(InvoiceId) -> String,
    /// Whether an invoice was paid already.
    pub(super) paid: &'a dyn Fn(InvoiceId) -> bool,
    /// The customer's invoices that the line names, and how.
    pub(super) invoices: Vec<(InvoiceId, MatchReason)>,
}

/// The reasons of a proposal, worded.
pub(super) fn reasons(
    line: &BankLine,
    proposal: &MatchProposal,
    named: &Named<'_>,
    lang: Lang,
) -> Vec<DeskReason> {
    proposal
        .reasons
        .iter()
        .map(|reason| DeskReason {
            code: reason.code(),
            tone: tone(*reason),
            words: words(*reason, line, proposal, named, lang),
        })
        .collect()
}

fn tone(reason: MatchReason) -> ReasonTone {
    match reason {
        MatchReason::SeveralCandidates
        | MatchReason::WrongReference
        | MatchReason::OtherCustomersIban
        | MatchReason::PartPayment
        | MatchReason::Overpayment => ReasonTone::Mind,
        _ => ReasonTone::For,
    }
}

fn words(
    reason: MatchReason,
    line: &BankLine,
    proposal: &MatchProposal,
    named: &Named<'_>,
    lang: Lang,
) -> String {
    let (nl_invoices, en_invoices) = invoices(reason, proposal, named);
    let customer = named.customer;
    let sum = amount(line.amount.abs(), lang);
    let rest = amount(proposal.unallocated.abs(), lang);
    let many = proposal.allocations.len();
    let (nl, en) = match reason {
        MatchReason::PaymentReference => (
            format!("Het betalingskenmerk is dat van {nl_invoices}."),
            format!("The payment reference is that of {en_invoices}."),
        ),
        MatchReason::EndToEnd => (
            format!("Het kenmerk van de betaler is dat van {nl_invoices}."),
            format!("The payer's reference is that of {en_invoices}."),
        ),
        MatchReason::InvoiceNumber => (
            format!("De omschrijving noemt {nl_invoices}."),
            format!("The description names {en_invoices}."),
        ),
        MatchReason::CustomerNumber => (
            format!("De omschrijving noemt het klantnummer van {customer}."),
            format!("The description names the customer number of {customer}."),
        ),
        MatchReason::Iban => (
            format!("{customer} betaalt van deze rekening."),
            format!("{customer} pays from this account."),
        ),
        MatchReason::Name => (
            format!("De naam van de betaler is die van {customer}."),
            format!("The payer's name is that of {customer}."),
        ),
        MatchReason::AmountExact if line.amount.is_negative() => (
            format!("Het bedrag is precies dat van een eerdere betaling ({sum})."),
            format!("The amount is exactly that of an earlier payment ({sum})."),
        ),
        MatchReason::AmountExact => (
            format!("Het bedrag is precies wat er openstaat ({sum})."),
            format!("The amount is exactly what is open ({sum})."),
        ),
        MatchReason::AmountSum => (
            format!("Het bedrag is precies {many} facturen samen ({sum})."),
            format!("The amount is exactly {many} invoices together ({sum})."),
        ),
        MatchReason::AmountRemaining => (
            format!("Het bedrag is precies wat er na een eerdere deelbetaling overbleef ({sum})."),
            format!("The amount is exactly what was left after an earlier part payment ({sum})."),
        ),
        MatchReason::AmountWithCosts => (
            format!("Het bedrag is precies wat de sommatie vroeg, met rente en kosten ({sum})."),
            format!(
                "The amount is exactly what the final demand asked, with interest and costs ({sum})."
            ),
        ),
        MatchReason::PartPayment => (
            "Het is minder dan er openstaat: een deelbetaling.".to_string(),
            "It is less than what is open: a part payment.".to_string(),
        ),
        MatchReason::Overpayment => (
            format!("Het is meer dan er openstaat: {rest} blijft over."),
            format!("It is more than what is open: {rest} is left over."),
        ),
        MatchReason::SeveralCandidates => (
            "Een andere lezing is even goed: kies zelf.".to_string(),
            "Another reading is as good: choose yourself.".to_string(),
        ),
        MatchReason::WrongReference => (
            "De omschrijving noemt iets anders dan waar de rest op wijst.".to_string(),
            "The description names something else than the rest points to.".to_string(),
        ),
        MatchReason::OtherCustomersIban => (
            "Deze rekening is bekend van een andere klant.".to_string(),
            "This account is known of another customer.".to_string(),
        ),
        MatchReason::Returned => (
            format!(
                "Een betaling van {customer} is teruggeboekt; wat zij betaalde, staat weer open."
            ),
            format!("A payment of {customer} went back; what it paid is open again."),
        ),
    };
    // A name may end in the full stop of its legal form.
    say(lang, &nl, &en).replace("..", ".")
}

/// The invoices that a line names, in both languages: those that the proposal pays, else those that
/// it does not, which may be paid already.
fn invoices(reason: MatchReason, proposal: &MatchProposal, named: &Named<'_>) -> (String, String) {
    let mut all: Vec<InvoiceId> = Vec::new();
    for (invoice, how) in &named.invoices {
        if *how == reason && !all.contains(invoice) {
            all.push(*invoice);
        }
    }
    let pays = |id: &InvoiceId| proposal.allocations.iter().any(|part| part.invoice == *id);
    let put = all.iter().any(pays);
    if put {
        all.retain(pays);
    }
    let numbers: Vec<String> = all.iter().map(|id| (named.number)(*id)).collect();
    let (nl, en) = (list(&numbers, Lang::Nl), list(&numbers, Lang::En));
    let paid = !put && all.iter().all(|id| (named.paid)(*id));
    match (all.len(), paid) {
        (0, _) => ("een factuur".to_string(), "an invoice".to_string()),
        (1, true) => (
            format!("factuur {nl}, die al betaald is"),
            format!("invoice {en}, which is paid already"),
        ),
        (1, false) => (format!("factuur {nl}"), format!("invoice {en}")),
        (_, true) => (
            format!("de facturen {nl}, die al betaald zijn"),
            format!("the invoices {en}, which are paid already"),
        ),
        (_, false) => (format!("de facturen {nl}"), format!("the invoices {en}")),
    }
}

/// Why a bank says that a payment came back.
pub(super) fn return_reason(code: &str, lang: Lang) -> String {
    let (nl, en) = match code {
        "AC01" | "AC03" => (
            "het rekeningnummer klopt niet",
            "the account number is wrong",
        ),
        "AC04" => ("de rekening is opgeheven", "the account is closed"),
        "AC06" => ("de rekening is geblokkeerd", "the account is blocked"),
        "AM04" => ("te weinig saldo", "not enough money on the account"),
        "MD01" => ("geen geldige machtiging", "no valid mandate"),
        "MD06" => (
            "de klant liet terugboeken",
            "the customer had it taken back",
        ),
        "MD07" => ("de betaler is overleden", "the payer has died"),
        "MS02" | "MS03" => ("de bank geeft geen reden", "the bank gives no reason"),
        "SL01" => (
            "de klant blokkeert incasso's",
            "the customer blocks direct debits",
        ),
        other => return other.to_string(),
    };
    say(lang, nl, en)
}

/// A line in words, for messages: the amount, the other side and the day.
pub(crate) fn of_line(line: &BankLine, lang: Lang) -> String {
    let (sum, day) = (amount(line.amount.abs(), lang), date(line.date, lang));
    let name = line.name.as_deref().map(str::trim);
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        return say(
            lang,
            &format!("{sum} van {day}"),
            &format!("{sum} of {day}"),
        );
    };
    if line.amount.is_negative() {
        say(
            lang,
            &format!("{sum} aan {name} op {day}"),
            &format!("{sum} to {name} on {day}"),
        )
    } else {
        say(
            lang,
            &format!("{sum} van {name} op {day}"),
            &format!("{sum} from {name} on {day}"),
        )
    }
}

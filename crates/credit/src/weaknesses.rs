//! What is missing or weak in a claim before it goes to a bailiff or a court.

use chrono::NaiveDate;
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::limitation::last_safe_day;
use crate::plan_of::{as_consumer, has_left, term_agreed};
use crate::stage::{letters_of, notice_for};
use crate::{
    Account, Books, CustomerKind, InsolvencyKind, Invoice, InvoiceId, LetterState, Step, words,
};

/// Up to here the cantonal court decides, interest included (art. 93 sub a Rv).
const CANTONAL_LIMIT: Cents = Cents(2_500_000);
/// Days before the last safe day from which limitation is a weakness.
const LIMITATION_DAYS: i64 = 90;

/// What is missing or weak in a claim, most important first.
///
/// `has_copy` tells whether a copy of an invoice is kept.
pub fn weaknesses(
    account: &Account,
    books: &Books,
    claim: &Claim,
    date: NaiveDate,
    has_copy: &dyn Fn(InvoiceId) -> bool,
) -> Vec<Weakness> {
    let invoices: Vec<&Invoice> = account
        .invoices
        .iter()
        .filter(|invoice| {
            claim
                .invoices
                .iter()
                .any(|claimed| claimed.invoice == invoice.id)
        })
        .collect();
    let mut found = about_customer(account, books);
    found.extend(about_letters(account, &invoices, date));
    found.extend(about_default(account, books, claim, &invoices, date));
    found.extend(about_invoices(account, &invoices, date, has_copy));
    found.extend(about_money(claim, date));
    if as_consumer(account.customer.kind) && claim.costs.is_positive() {
        let small = claim
            .costs_items
            .iter()
            .any(|costs| law::costs::periodic_term_warning(costs.base).is_some());
        let recurring = account.customer.recurring == Some(true)
            || invoices.iter().any(|invoice| invoice.contract.is_some());
        if small && recurring {
            found.push(Weakness::PeriodicTermRule);
        }
    }
    found
}

fn about_customer(account: &Account, books: &Books) -> Vec<Weakness> {
    let customer = &account.customer;
    let creditor = &books.creditor;
    let consumer = as_consumer(customer.kind);
    let empty = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    let mut found: Vec<Weakness> = account
        .insolvencies
        .iter()
        .map(|insolvency| Weakness::Insolvency {
            kind: insolvency.kind,
            since: insolvency.date,
        })
        .collect();
    if customer.kind == CustomerKind::Unknown {
        found.push(Weakness::KindUnknown);
    }
    if !customer.address.is_deliverable() {
        found.push(Weakness::AddressMissing);
    }
    if customer.kind == CustomerKind::Business && empty(&customer.kvk) {
        found.push(Weakness::KvkMissing);
    }
    match creditor.terms_name_costs {
        Some(true) if consumer => found.push(Weakness::TermsNameCosts),
        None if consumer => found.push(Weakness::TermsUnknown),
        _ => {}
    }
    if creditor.collects_for_others && empty(&creditor.register_number) && consumer {
        found.push(Weakness::WkiRegisterMissing);
    }
    found
}

fn about_letters(account: &Account, invoices: &[&Invoice], date: NaiveDate) -> Vec<Weakness> {
    let mut found = Vec::new();
    if as_consumer(account.customer.kind) {
        let without: Vec<String> = invoices
            .iter()
            .filter(|invoice| notice_for(account, invoice).is_none())
            .map(|invoice| invoice.number.clone())
            .collect();
        if !without.is_empty() {
            found.push(Weakness::NoticeMissing { invoices: without });
        }
        for letter in invoices
            .iter()
            .filter_map(|invoice| notice_for(account, invoice))
        {
            let term = law::notice_term(letter.left(), letter.delivery_days, letter.plan_days);
            let running = Weakness::NoticeRunning {
                claimable: term.claimable_in_plan,
            };
            if date < term.claimable_in_plan && !found.contains(&running) {
                found.push(running);
            }
            let unproved = Weakness::NoticeProofMissing {
                left: letter.left(),
            };
            if !letter.proof && !found.contains(&unproved) {
                found.push(unproved);
            }
        }
    }
    let undemanded: Vec<String> = invoices
        .iter()
        .filter(|invoice| {
            !letters_of(account, invoice)
                .iter()
                .any(|(letter, _)| has_left(letter) && letter.step == Step::FinalDemand)
        })
        .map(|invoice| invoice.number.clone())
        .collect();
    if !undemanded.is_empty() {
        found.push(Weakness::FinalDemandMissing {
            invoices: undemanded,
        });
    }
    let mut unconfirmed: Vec<NaiveDate> = invoices
        .iter()
        .flat_map(|invoice| letters_of(account, invoice))
        .filter(|(letter, _)| letter.state != LetterState::Confirmed)
        .map(|(letter, _)| letter.date)
        .collect();
    unconfirmed.sort_unstable();
    unconfirmed.dedup();
    found.extend(
        unconfirmed
            .into_iter()
            .map(|date| Weakness::LetterUnconfirmed { date }),
    );
    found
}

fn about_default(
    account: &Account,
    books: &Books,
    claim: &Claim,
    invoices: &[&Invoice],
    date: NaiveDate,
) -> Vec<Weakness> {
    let mut found = Vec::new();
    let numbers = |wanted: &dyn Fn(Option<NaiveDate>) -> bool| -> Vec<String> {
        claim
            .invoices
            .iter()
            .filter(|claimed| wanted(claimed.interest_from))
            .map(|claimed| claimed.number.clone())
            .collect()
    };
    let waiting = numbers(&|from| from.is_none_or(|from| from > date));
    if !term_agreed(account, books) && !waiting.is_empty() {
        found.push(Weakness::NotInDefault { invoices: waiting });
    } else {
        let unknown = numbers(&|from| from.is_none());
        if !unknown.is_empty() {
            found.push(Weakness::InterestStartUnknown { invoices: unknown });
        }
    }
    for invoice in invoices {
        let disputes = account
            .disputes
            .iter()
            .filter(|dispute| dispute.invoice == invoice.id);
        found.extend(disputes.map(|dispute| Weakness::DisputeKnown {
            invoice: invoice.number.clone(),
            reason: dispute.reason.clone(),
        }));
    }
    found
}

fn about_invoices(
    account: &Account,
    invoices: &[&Invoice],
    date: NaiveDate,
    has_copy: &dyn Fn(InvoiceId) -> bool,
) -> Vec<Weakness> {
    let mut found = Vec::new();
    for invoice in invoices {
        if invoice.due.is_none() {
            found.push(Weakness::DueDateMissing {
                invoice: invoice.number.clone(),
            });
        }
        if let Some(safe) = last_safe_day(account, invoice)
            && (safe.last_safe_day - date).num_days() <= LIMITATION_DAYS
        {
            let (invoice, last_safe_day) = (invoice.number.clone(), safe.last_safe_day);
            found.push(Weakness::LimitationNear {
                invoice,
                last_safe_day,
            });
        }
    }
    let without: Vec<String> = invoices
        .iter()
        .filter(|invoice| !has_copy(invoice.id))
        .map(|invoice| invoice.number.clone())
        .collect();
    if !without.is_empty() {
        found.push(Weakness::InvoiceCopyMissing { invoices: without });
    }
    found
}

fn about_money(claim: &Claim, date: NaiveDate) -> Vec<Weakness> {
    let mut found = Vec::new();
    if claim.unallocated.is_positive() {
        found.push(Weakness::UnallocatedMoney {
            amount: claim.unallocated,
        });
    }
    if claim.open_credit.is_positive() {
        found.push(Weakness::OpenCredit {
            amount: claim.open_credit,
        });
    }
    if claim.interest_unknown.is_some() {
        found.push(Weakness::InterestUnknown);
    }
    found.extend(claim.warnings.iter().find_map(|warning| match warning {
        law::Warning::RateNotVerified { verified_until, .. } if date > *verified_until => {
            Some(Weakness::RateNotVerified {
                verified_until: *verified_until,
            })
        }
        _ => None,
    }));
    if claim.total > CANTONAL_LIMIT {
        found.push(Weakness::AboveCantonalLimit { total: claim.total });
    }
    found
}

/// One thing that is missing or weak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Weakness {
    /// Whether the customer is a consumer is not known.
    KindUnknown,
    /// A 14-day letter left, but there is no proof of sending.
    NoticeProofMissing {
        /// Day it left.
        left: NaiveDate,
    },
    /// No 14-day letter left for these invoices, so no costs can be claimed from a consumer.
    NoticeMissing {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// The 14 days are still running.
    NoticeRunning {
        /// Day from which costs may be asked.
        claimable: NaiveDate,
    },
    /// No final demand left for these invoices.
    FinalDemandMissing {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// A letter was handed over but never confirmed as posted or sent.
    LetterUnconfirmed {
        /// Date of the letter.
        date: NaiveDate,
    },
    /// A business without a number in the trade register.
    KvkMissing,
    /// No complete postal address.
    AddressMissing,
    /// The creditor's terms name costs or interest for consumers.
    TermsNameCosts,
    /// Whether the creditor's terms name costs was never answered.
    TermsUnknown,
    /// A claim lapses soon, or may have lapsed.
    LimitationNear {
        /// Number of the invoice.
        invoice: String,
        /// Last safe day.
        last_safe_day: NaiveDate,
    },
    /// No copy of these invoices is in the administration.
    InvoiceCopyMissing {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// The payment term was not agreed, and no notice of default ran out.
    NotInDefault {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// A known defence has to stand in the writ (art. 111 lid 3 Rv).
    DisputeKnown {
        /// Number of the invoice.
        invoice: String,
        /// What the customer says.
        reason: String,
    },
    /// The claim is larger than the cantonal court decides (art. 93 Rv).
    AboveCantonalLimit {
        /// The claim.
        total: Cents,
    },
    /// Interest was reckoned past the last day for which rates were verified.
    RateNotVerified {
        /// Last verified day.
        verified_until: NaiveDate,
    },
    /// Interest could not be reckoned.
    InterestUnknown,
    /// From which day interest runs is not known.
    InterestStartUnknown {
        /// Numbers of the invoices.
        invoices: Vec<String>,
    },
    /// Money of the customer was put to no invoice.
    UnallocatedMoney {
        /// How much.
        amount: Cents,
    },
    /// A credit note was set off against nothing.
    OpenCredit {
        /// How much.
        amount: Cents,
    },
    /// Insolvency or debt help: the claim has to be filed elsewhere.
    Insolvency {
        /// What kind.
        kind: InsolvencyKind,
        /// Since when.
        since: NaiveDate,
    },
    /// Collects for others without a number in the Wki register.
    WkiRegisterMissing,
    /// Small periodic terms of a consumer: costs since 1 October 2024 need a person's look.
    PeriodicTermRule,
    /// No due date.
    DueDateMissing {
        /// Number of the invoice.
        invoice: String,
    },
}

/// A weakness in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeaknessText {
    /// What is missing or weak.
    pub message: String,
    /// What to do about it.
    pub what_to_do: String,
}

impl Weakness {
    /// The name on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Weakness::KindUnknown => "kind_unknown",
            Weakness::NoticeProofMissing { .. } => "notice_proof_missing",
            Weakness::NoticeMissing { .. } => "notice_missing",
            Weakness::NoticeRunning { .. } => "notice_running",
            Weakness::FinalDemandMissing { .. } => "final_demand_missing",
            Weakness::LetterUnconfirmed { .. } => "letter_unconfirmed",
            Weakness::KvkMissing => "kvk_missing",
            Weakness::AddressMissing => "address_missing",
            Weakness::TermsNameCosts => "terms_name_costs",
            Weakness::TermsUnknown => "terms_unknown",
            Weakness::LimitationNear { .. } => "limitation_near",
            Weakness::InvoiceCopyMissing { .. } => "invoice_copy_missing",
            Weakness::NotInDefault { .. } => "not_in_default",
            Weakness::DisputeKnown { .. } => "dispute_known",
            Weakness::AboveCantonalLimit { .. } => "above_cantonal_limit",
            Weakness::RateNotVerified { .. } => "rate_not_verified",
            Weakness::InterestUnknown => "interest_unknown",
            Weakness::InterestStartUnknown { .. } => "interest_start_unknown",
            Weakness::UnallocatedMoney { .. } => "unallocated_money",
            Weakness::OpenCredit { .. } => "open_credit",
            Weakness::Insolvency { .. } => "insolvency",
            Weakness::WkiRegisterMissing => "wki_register_missing",
            Weakness::PeriodicTermRule => "periodic_term_rule",
            Weakness::DueDateMissing { .. } => "due_date_missing",
        }
    }

    /// What is missing, and what to do about it.
    pub fn text(&self, lang: Lang) -> WeaknessText {
        let (message, what_to_do) = match lang {
            Lang::Nl => dutch(self),
            Lang::En => english(self),
        };
        WeaknessText {
            message,
            what_to_do: what_to_do.to_owned(),
        }
    }
}

fn dutch(weakness: &Weakness) -> (String, &'static str) {
    let lang = Lang::Nl;
    let list = |items: &[String]| words::list(items, lang);
    let date = |day| words::date(day, lang);
    match weakness {
        Weakness::KindUnknown => ("Niet bekend is of de klant een consument of een bedrijf is.".into(), "Zoek het uit en leg vast waarom; tot dan gelden de regels voor consumenten."),
        Weakness::NoticeProofMissing { left } => (format!("Van de veertiendagenbrief van {} is geen bewijs van verzending bewaard.", date(*left)), "Voeg het bewijs toe (aangetekend, verzendlijst, leesbevestiging)."),
        Weakness::NoticeMissing { invoices } => (format!("Voor {} is geen veertiendagenbrief verstuurd; van een consument zijn dan geen incassokosten te vorderen.", list(invoices)), "Stuur eerst de veertiendagenbrief, of draag over zonder incassokosten."),
        Weakness::NoticeRunning { claimable } => (format!("De 14 dagen lopen nog; kosten mogen vanaf {}.", date(*claimable)), "Wacht tot die dag."),
        Weakness::FinalDemandMissing { invoices } => (format!("Voor {} is geen sommatie verstuurd.", list(invoices)), "Stuur de sommatie, of leg uit waarom die niet nodig is."),
        Weakness::LetterUnconfirmed { date: day } => (format!("De brief van {} is nooit bevestigd als gepost of verstuurd.", date(*day)), "Bevestig dat die brief weg is, met de dag."),
        Weakness::KvkMissing => ("Het KvK-nummer van de klant ontbreekt.".into(), "Zoek het op in het handelsregister."),
        Weakness::AddressMissing => ("Er is geen volledig postadres.".into(), "Vul het adres aan; de deurwaarder moet weten waar de klant is."),
        Weakness::TermsNameCosts => ("Uw voorwaarden noemen kosten of rente voor consumenten. Wijken die af van de wet, dan kan de rechter de incassokosten afwijzen.".into(), "Voeg de voorwaarden toe die golden en laat ze nakijken."),
        Weakness::TermsUnknown => ("Niet bekend is of uw voorwaarden kosten of rente voor consumenten noemen.".into(), "Kijk het na en vul het in bij uw gegevens."),
        Weakness::LimitationNear { invoice, last_safe_day } => (format!("Factuur {invoice} verjaart mogelijk na {}.", date(*last_safe_day)), "Stuit de verjaring met een brief waarvan u de ontvangst kunt bewijzen."),
        Weakness::InvoiceCopyMissing { invoices } => (format!("Van {} is geen kopie bewaard.", list(invoices)), "Voeg de factuur als bestand toe."),
        Weakness::NotInDefault { invoices } => (format!("De betaaltermijn is niet afgesproken en er is geen ingebrekestelling verlopen voor {}.", list(invoices)), "Stuur een ingebrekestelling met een redelijke termijn, of voeg de afspraak toe."),
        Weakness::DisputeKnown { invoice, reason } => (format!("De klant betwist factuur {invoice}: {reason}"), "Beschrijf dit verweer en uw antwoord; het moet in de dagvaarding."),
        Weakness::AboveCantonalLimit { total } => (format!("De vordering van {} is hoger dan de grens van € 25.000,00 van de kantonrechter.", words::amount(*total, lang)), "Overleg: boven de grens is een advocaat nodig, tenzij het om een consumentenkoop gaat."),
        Weakness::RateNotVerified { verified_until } => (format!("De rentepercentages zijn gecontroleerd tot en met {}.", date(*verified_until)), "Werk de rentetabel bij en bereken de rente opnieuw."),
        Weakness::InterestUnknown => ("De rente kon niet worden berekend.".into(), "Kijk de data van de factuur en de rentetabel na."),
        Weakness::InterestStartUnknown { invoices } => (format!("Niet bekend is vanaf wanneer rente loopt over {}.", list(invoices)), "Leg vast of de termijn is afgesproken en wanneer de factuur is ontvangen."),
        Weakness::UnallocatedMoney { amount } => (format!("Er staat {} van deze klant die bij geen factuur hoort.", words::amount(*amount, lang)), "Deel het toe voordat u overdraagt."),
        Weakness::OpenCredit { amount } => (format!("De klant heeft {} tegoed die niet is verrekend.", words::amount(*amount, lang)), "Verreken de creditnota."),
        Weakness::Insolvency { kind, since } => (format!("Er geldt {} sinds {}.", words::insolvency(*kind, lang), date(*since)), "Dien de vordering in bij de curator of bewindvoerder; draag niet over."),
        Weakness::WkiRegisterMissing => ("U int voor een ander, maar uw nummer in het register incassodienstverlening ontbreekt.".into(), "Vul het nummer in; zonder registratie zijn de kosten onzeker."),
        Weakness::PeriodicTermRule => ("Het gaat om kleine termijnen van een doorlopend contract; daarvoor gelden sinds 1 oktober 2024 andere regels voor de kosten.".into(), "Laat de incassokosten nakijken door een jurist."),
        Weakness::DueDateMissing { invoice } => (format!("Van factuur {invoice} is de vervaldatum niet bekend."), "Vul de vervaldatum in."),
    }
}

fn english(weakness: &Weakness) -> (String, &'static str) {
    let lang = Lang::En;
    let list = |items: &[String]| words::list(items, lang);
    let date = |day| words::date(day, lang);
    match weakness {
        Weakness::KindUnknown => ("Whether the customer is a consumer or a business is not known.".into(), "Find out and note why; until then the rules for consumers hold."),
        Weakness::NoticeProofMissing { left } => (format!("No proof of sending was kept of the 14-day letter of {}.", date(*left)), "Add the proof (registered post, list of posted mail, read receipt)."),
        Weakness::NoticeMissing { invoices } => (format!("No 14-day letter was sent for {}; a consumer then owes no collection costs.", list(invoices)), "Send the 14-day letter first, or hand over without collection costs."),
        Weakness::NoticeRunning { claimable } => (format!("The 14 days are still running; costs may be asked from {}.", date(*claimable)), "Wait until that day."),
        Weakness::FinalDemandMissing { invoices } => (format!("No final demand was sent for {}.", list(invoices)), "Send the final demand, or explain why it is not needed."),
        Weakness::LetterUnconfirmed { date: day } => (format!("The letter of {} was never confirmed as posted or sent.", date(*day)), "Confirm that it left, with the day."),
        Weakness::KvkMissing => ("The customer's number in the trade register is missing.".into(), "Look it up in the trade register."),
        Weakness::AddressMissing => ("There is no complete postal address.".into(), "Complete the address; the bailiff has to know where the customer is."),
        Weakness::TermsNameCosts => ("Your terms name costs or interest for consumers. Where they differ from the law, a court may reject the collection costs.".into(), "Add the terms that applied and have them checked."),
        Weakness::TermsUnknown => ("Whether your terms name costs or interest for consumers is not known.".into(), "Check, and fill it in with your details."),
        Weakness::LimitationNear { invoice, last_safe_day } => (format!("Invoice {invoice} may lapse after {}.", date(*last_safe_day)), "Interrupt the limitation with a letter whose receipt you can prove."),
        Weakness::InvoiceCopyMissing { invoices } => (format!("No copy was kept of {}.", list(invoices)), "Add the invoice as a file."),
        Weakness::NotInDefault { invoices } => (format!("The payment term was not agreed and no notice of default has run out for {}.", list(invoices)), "Send a notice of default with a reasonable term, or add the agreement."),
        Weakness::DisputeKnown { invoice, reason } => (format!("The customer disputes invoice {invoice}: {reason}"), "Describe this defence and your answer; it has to stand in the writ."),
        Weakness::AboveCantonalLimit { total } => (format!("The claim of {} is above the limit of €25,000.00 of the cantonal court.", words::amount(*total, lang)), "Seek advice: above the limit a lawyer is needed, unless it is a consumer sale."),
        Weakness::RateNotVerified { verified_until } => (format!("Interest rates were verified through {}.", date(*verified_until)), "Update the table of rates and reckon again."),
        Weakness::InterestUnknown => ("Interest could not be reckoned.".into(), "Check the dates of the invoice and the table of rates."),
        Weakness::InterestStartUnknown { invoices } => (format!("From which day interest runs over {} is not known.", list(invoices)), "Note whether the term was agreed and when the invoice was received."),
        Weakness::UnallocatedMoney { amount } => (format!("{} of this customer belongs to no invoice.", words::amount(*amount, lang)), "Allocate it before handing over."),
        Weakness::OpenCredit { amount } => (format!("The customer has a credit of {} that was not set off.", words::amount(*amount, lang)), "Set off the credit note."),
        Weakness::Insolvency { kind, since } => (format!("There is a {} since {}.", words::insolvency(*kind, lang), date(*since)), "File the claim with the trustee; do not hand it over."),
        Weakness::WkiRegisterMissing => ("You collect for another, but your number in the register of collection services is missing.".into(), "Fill in the number; without registration the costs are uncertain."),
        Weakness::PeriodicTermRule => ("These are small terms of a continuing contract; since 1 October 2024 other rules for costs hold.".into(), "Have a lawyer look at the collection costs."),
        Weakness::DueDateMissing { invoice } => (format!("The due date of invoice {invoice} is not known."), "Fill in the due date."),
    }
}

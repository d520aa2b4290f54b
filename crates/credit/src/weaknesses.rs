//! What is missing or weak in a claim before it goes to a bailiff or a court.

use chrono::NaiveDate;
use law::{Cents, Lang};
use serde::{Deserialize, Serialize};

use crate::{InsolvencyKind, words};

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

//! What is weak in a claim and what to do about it, in Dutch and English.

use law::Lang;

use super::Weakness;
use crate::words;

pub(super) fn dutch(weakness: &Weakness) -> (String, &'static str) {
    let lang = Lang::Nl;
    let list = |items: &[String]| words::list(items, lang);
    let date = |day| words::date(day, lang);
    match weakness {
        Weakness::KindUnknown => ("Niet bekend is of de klant een consument of een bedrijf is.".into(), "Zoek het uit en leg vast waarom; tot dan gelden de regels voor consumenten."),
        Weakness::NoticeProofMissing { left } => (format!("Van de veertiendagenbrief van {} is geen bewijs van verzending bewaard.", date(*left)), "Voeg het bewijs toe (aangetekend, verzendlijst, leesbevestiging)."),
        Weakness::NoticeMissing { invoices } => (format!("Voor {} is geen veertiendagenbrief verstuurd; van een consument zijn dan geen incassokosten te vorderen.", list(invoices)), "Stuur eerst de veertiendagenbrief, of draag over zonder incassokosten."),
        Weakness::NoticeRunning { claimable } => (format!("De 14 dagen lopen nog; kosten mogen vanaf {}.", date(*claimable)), "Wacht tot die dag."),
        Weakness::FinalDemandMissing { invoices } => (format!("Voor {} is geen sommatie verstuurd.", list(invoices)), "Stuur de sommatie, of leg uit waarom die niet nodig is."),
        Weakness::FinalDemandRunning { invoices, from } => (format!("De termijn van de laatste brief loopt nog voor {}. Overdragen kan vanaf {}.", list(invoices), date(*from)), "Wacht tot die dag; de klant mag tot dan nog betalen zonder deurwaarder."),
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

pub(super) fn english(weakness: &Weakness) -> (String, &'static str) {
    let lang = Lang::En;
    let list = |items: &[String]| words::list(items, lang);
    let date = |day| words::date(day, lang);
    match weakness {
        Weakness::KindUnknown => ("Whether the customer is a consumer or a business is not known.".into(), "Find out and note why; until then the rules for consumers hold."),
        Weakness::NoticeProofMissing { left } => (format!("No proof of sending was kept of the 14-day letter of {}.", date(*left)), "Add the proof (registered post, list of posted mail, read receipt)."),
        Weakness::NoticeMissing { invoices } => (format!("No 14-day letter was sent for {}; a consumer then owes no collection costs.", list(invoices)), "Send the 14-day letter first, or hand over without collection costs."),
        Weakness::NoticeRunning { claimable } => (format!("The 14 days are still running; costs may be asked from {}.", date(*claimable)), "Wait until that day."),
        Weakness::FinalDemandMissing { invoices } => (format!("No final demand was sent for {}.", list(invoices)), "Send the final demand, or explain why it is not needed."),
        Weakness::FinalDemandRunning { invoices, from } => (format!("The term of the last letter still runs for {}. It can be handed over from {}.", list(invoices), date(*from)), "Wait until that day; until then the customer may still pay without a bailiff."),
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

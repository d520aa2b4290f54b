//! The reasons in plain words, Dutch and English, with their dates and amounts.

use law::Lang;

use super::Reason;
use crate::words;

impl Reason {
    /// The reason in one or two plain sentences.
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Nl => dutch(self),
            Lang::En => english(self),
        }
    }
}

/// What a user gave as the reason, to end a sentence with.
fn ending(why: &str) -> &str {
    why.trim().trim_end_matches('.')
}

fn dutch(reason: &Reason) -> String {
    let lang = Lang::Nl;
    let date = |day| words::date(day, lang);
    let euro = |cents| words::amount(cents, lang);
    match reason {
        Reason::PastDue { invoice, due, days } => format!(
            "Factuur {invoice} had op {} betaald moeten zijn, {} geleden.",
            date(*due),
            words::days(*days, lang)
        ),
        Reason::AfterStep { previous, left, days } => format!(
            "De {} ging op {} de deur uit, {} geleden, en er is niet betaald.",
            words::step(*previous, lang),
            date(*left),
            words::days(*days, lang)
        ),
        Reason::NoticeRanOut { left, last_day, claimable } => format!(
            "De veertiendagenbrief van {} is verlopen: de 14 dagen liepen tot en met {} en vanaf {} mogen de kosten gevraagd worden.",
            date(*left),
            date(*last_day),
            date(*claimable)
        ),
        Reason::CaughtUp { due_on } => {
            format!("Deze stap kon al op {}; hij wordt nu één keer ingehaald.", date(*due_on))
        }
        Reason::NoticeOfDefault { days } => format!(
            "De betaaltermijn is niet afgesproken. Daarom is deze brief ook de ingebrekestelling, met een termijn van {}.",
            words::days(i64::from(*days), lang)
        ),
        Reason::BankDataMissing => {
            "Er zijn nog geen bankgegevens ingelezen. Misschien is er al betaald.".to_owned()
        }
        Reason::BankDataOld { through, bank_days } => format!(
            "De bankgegevens lopen tot en met {} en zijn {bank_days} bankdagen oud. Lees eerst een nieuw afschrift in, of ga bewust door.",
            date(*through)
        ),
        Reason::BankDataTooOld { through, bank_days } => format!(
            "De bankgegevens lopen maar tot en met {} ({bank_days} bankdagen oud). Lees eerst een nieuw afschrift in.",
            date(*through)
        ),
        Reason::UnallocatedMoney { amount } => format!(
            "Er staat {} van deze klant die nog bij geen factuur hoort. Deel dat eerst toe.",
            euro(*amount)
        ),
        Reason::UnbookedLine { lines: 1 } => {
            "Er is een bankregel die van deze klant kan zijn en nog niet is geboekt.".to_owned()
        }
        Reason::UnbookedLine { lines } => format!(
            "Er zijn {lines} bankregels die van deze klant kunnen zijn en nog niet zijn geboekt."
        ),
        Reason::RecentPayment { date: day, amount } => format!(
            "Op {} kwam er {} binnen. Er kan nog meer onderweg zijn.",
            date(*day),
            euro(*amount)
        ),
        Reason::OpenCredit { amount } => format!(
            "De klant heeft nog {} tegoed uit een creditnota die niet is verrekend.",
            euro(*amount)
        ),
        Reason::KindUnknown => "Het is niet bekend of deze klant een consument of een bedrijf is. Tot dat bekend is, gelden de regels voor consumenten.".to_owned(),
        Reason::PredecessorUnconfirmed { step, date: day } => format!(
            "De {} van {} is klaargezet, maar nog niet bevestigd als gepost of verstuurd.",
            words::step(*step, lang),
            date(*day)
        ),
        Reason::PredecessorNotHandedOver { step, date: day } => format!(
            "De {} van {} is goedgekeurd maar nog niet weggeschreven. Maak die eerst af.",
            words::step(*step, lang),
            date(*day)
        ),
        Reason::Dispute { invoice, since, amount: None } => {
            format!("De klant betwist factuur {invoice} sinds {}.", date(*since))
        }
        Reason::Dispute { invoice, since, amount: Some(part) } => format!(
            "De klant betwist {} van factuur {invoice} sinds {}.",
            euro(*part),
            date(*since)
        ),
        Reason::DisputedPartLeftOut { invoice, amount } => format!(
            "Het betwiste deel van factuur {invoice}, {}, is niet gevraagd.",
            euro(*amount)
        ),
        Reason::Hold { invoice: None, until, why } => {
            format!("Deze klant is gepauzeerd tot en met {}: {why}.", date(*until), why = ending(why))
        }
        Reason::Hold { invoice: Some(invoice), until, why } => {
            format!("Factuur {invoice} is gepauzeerd tot en met {}: {why}.", date(*until), why = ending(why))
        }
        Reason::Insolvency { kind, since } => format!(
            "Er geldt {} sinds {}. Er gaat niets meer uit; de rente staat stil.",
            words::insolvency(*kind, lang),
            date(*since)
        ),
        Reason::PromiseRunning { amount, by } => format!(
            "De klant heeft beloofd {} te betalen, uiterlijk {}. Die belofte loopt nog.",
            euro(*amount),
            date(*by)
        ),
        Reason::PromiseBroken { amount, by, paid } => format!(
            "De klant beloofde {} te betalen, uiterlijk {}. Er kwam {} binnen.",
            euro(*amount),
            date(*by),
            euro(*paid)
        ),
        Reason::NoAddress => {
            "Deze brief moet per post, maar er is geen volledig postadres.".to_owned()
        }
        Reason::NoEmail => {
            "Er is geen e-mailadres bekend; daarom gaat de brief per post.".to_owned()
        }
        Reason::EmailFailed => {
            "De vorige e-mail aan dit adres kwam niet aan; daarom gaat de brief per post.".to_owned()
        }
        Reason::UnprintableName { name } => {
            format!("“{name}” bevat tekens die niet afgedrukt kunnen worden.")
        }
        Reason::RestoredUnknown { backup } => format!(
            "Deze administratie is teruggezet uit een back-up van {}. Wat daarna is verstuurd, is niet bekend.",
            date(*backup)
        ),
        Reason::SentElsewhere { invoice, step } => format!(
            "De {} voor factuur {invoice} is na de back-up al verstuurd. Die gaat niet nog eens.",
            words::step(*step, lang)
        ),
        Reason::RateNotVerified { verified_until } => format!(
            "De rente is gecontroleerd tot en met {}. Daarna kan het percentage anders zijn.",
            date(*verified_until)
        ),
        Reason::InterestUnknown { verified_until } => format!("De rente kon niet worden berekend en is weggelaten. De percentages zijn gecontroleerd tot en met {}.", date(*verified_until)),
        Reason::SecondMinimumWithinSixMonths { earlier, contract } => format!(
            "Dit mag niet: op {} ging er voor {} al een veertiendagenbrief uit met het minimum van € 40,00. Binnen zes maanden geldt voor kleine termijnen van één contract een lager bedrag; dat moet eerst iemand nakijken.",
            date(*earlier),
            contract.as_deref().map_or("ditzelfde contract".to_owned(), |name| format!("contract {name}"))
        ),
        Reason::RecurringUnknown { earlier } => format!(
            "Op {} ging er al een veertiendagenbrief uit met het minimum van € 40,00. Vallen deze facturen onder één doorlopend contract, dan mag dat minimum niet nog eens.",
            date(*earlier)
        ),
        Reason::TermsNameCosts => "Uw voorwaarden noemen zelf kosten of rente voor consumenten. Wijkt dat af van de wet, dan kan de rechter alle incassokosten afwijzen.".to_owned(),
        Reason::WkiRegisterMissing => "U int voor een ander bij een natuurlijk persoon, maar er is geen nummer uit het register incassodienstverlening ingevuld.".to_owned(),
        Reason::NotInDefault { invoice } => format!(
            "Dit mag nog niet: de klant is voor factuur {invoice} nog niet in verzuim. De betaaltermijn is niet afgesproken en er is geen ingebrekestelling verlopen."
        ),
        Reason::NoticeRunning { last_day, claimable } => format!(
            "Dit mag nog niet: de 14 dagen lopen tot en met {}. Het plan gaat verder op {}.",
            date(*last_day),
            date(*claimable)
        ),
        Reason::IntervalRunning { last, from } => format!("Op {} ging er nog een brief uit; de volgende mag vanaf {}.", date(*last), date(*from)),
        Reason::DueDateMissing { invoice } => {
            format!("Van factuur {invoice} is de vervaldatum niet bekend.")
        }
        Reason::AddressMissing { channel } => format!(
            "Er is geen e-mailadres en geen volledig postadres; voor de volgende stap is {} nodig.",
            words::channel(*channel, lang)
        ),
        Reason::LimitationNear { invoice, last_safe_day } => format!(
            "De vordering van factuur {invoice} verjaart als er niet uiterlijk {} wordt gestuit.",
            date(*last_safe_day)
        ),
        Reason::LimitationPassed { invoice, last_safe_day } => format!(
            "De vordering van factuur {invoice} kan verjaard zijn: {} was de laatste veilige dag om te stuiten.",
            date(*last_safe_day)
        ),
        Reason::GoodsUnknown => "Niet bekend is of er zaken zijn verkocht. Daarom is met twee jaar gerekend, de kortste termijn.".to_owned(),
    }
}

fn english(reason: &Reason) -> String {
    let lang = Lang::En;
    let date = |day| words::date(day, lang);
    let euro = |cents| words::amount(cents, lang);
    match reason {
        Reason::PastDue { invoice, due, days } => format!(
            "Invoice {invoice} was due on {}, {} ago.",
            date(*due),
            words::days(*days, lang)
        ),
        Reason::AfterStep { previous, left, days } => format!(
            "The {} left on {}, {} ago, and nothing was paid.",
            words::step(*previous, lang),
            date(*left),
            words::days(*days, lang)
        ),
        Reason::NoticeRanOut { left, last_day, claimable } => format!(
            "The 14-day letter of {} has run out: its 14 days ended on {} and costs may be asked from {}.",
            date(*left),
            date(*last_day),
            date(*claimable)
        ),
        Reason::CaughtUp { due_on } => {
            format!("This step could have gone on {}; it is caught up once.", date(*due_on))
        }
        Reason::NoticeOfDefault { days } => format!(
            "The payment term was not agreed, so this letter is the notice of default as well, with a term of {}.",
            words::days(i64::from(*days), lang)
        ),
        Reason::BankDataMissing => {
            "No bank data was read yet. It may have been paid already.".to_owned()
        }
        Reason::BankDataOld { through, bank_days } => format!(
            "Bank data runs through {} and is {bank_days} bank days old. Read a new statement first, or go on knowingly.",
            date(*through)
        ),
        Reason::BankDataTooOld { through, bank_days } => format!(
            "Bank data runs through {} only ({bank_days} bank days old). Read a new statement first.",
            date(*through)
        ),
        Reason::UnallocatedMoney { amount } => format!(
            "{} of this customer belongs to no invoice yet. Allocate it first.",
            euro(*amount)
        ),
        Reason::UnbookedLine { lines: 1 } => {
            "A bank line that may be this customer's has not been booked.".to_owned()
        }
        Reason::UnbookedLine { lines } => {
            format!("{lines} bank lines that may be this customer's have not been booked.")
        }
        Reason::RecentPayment { date: day, amount } => {
            format!("{} came in on {}. More may be in transit.", euro(*amount), date(*day))
        }
        Reason::OpenCredit { amount } => format!(
            "A credit note of which {} is open was not set off.",
            euro(*amount)
        ),
        Reason::KindUnknown => "Whether this customer is a consumer or a business is not known. Until it is, the rules for consumers hold.".to_owned(),
        Reason::PredecessorUnconfirmed { step, date: day } => format!(
            "The {} of {} was made ready, but nobody confirmed that it was posted or sent.",
            words::step(*step, lang),
            date(*day)
        ),
        Reason::PredecessorNotHandedOver { step, date: day } => format!(
            "The {} of {} was approved but not yet written out. Finish that one first.",
            words::step(*step, lang),
            date(*day)
        ),
        Reason::Dispute { invoice, since, amount: None } => {
            format!("The customer has disputed invoice {invoice} since {}.", date(*since))
        }
        Reason::Dispute { invoice, since, amount: Some(part) } => format!(
            "The customer has disputed {} of invoice {invoice} since {}.",
            euro(*part),
            date(*since)
        ),
        Reason::DisputedPartLeftOut { invoice, amount } => {
            format!("The disputed part of invoice {invoice}, {}, is not asked.", euro(*amount))
        }
        Reason::Hold { invoice: None, until, why } => {
            format!("This customer is on hold through {}: {why}.", date(*until), why = ending(why))
        }
        Reason::Hold { invoice: Some(invoice), until, why } => {
            format!("Invoice {invoice} is on hold through {}: {why}.", date(*until), why = ending(why))
        }
        Reason::Insolvency { kind, since } => format!(
            "There is a {} since {}. Nothing is sent any more; interest stands still.",
            words::insolvency(*kind, lang),
            date(*since)
        ),
        Reason::PromiseRunning { amount, by } => format!(
            "The customer promised to pay {} by {}. That promise is still running.",
            euro(*amount),
            date(*by)
        ),
        Reason::PromiseBroken { amount, by, paid } => format!(
            "The customer promised to pay {} by {}. {} came in.",
            euro(*amount),
            date(*by),
            euro(*paid)
        ),
        Reason::NoAddress => {
            "This letter has to go by post, but there is no complete postal address.".to_owned()
        }
        Reason::NoEmail => {
            "No e-mail address is known, so the letter goes by post.".to_owned()
        }
        Reason::EmailFailed => {
            "The last e-mail to this address did not arrive, so the letter goes by post.".to_owned()
        }
        Reason::UnprintableName { name } => {
            format!("“{name}” has characters that cannot be printed.")
        }
        Reason::RestoredUnknown { backup } => format!(
            "This administration was restored from a backup of {}. What was sent after it is not known.",
            date(*backup)
        ),
        Reason::SentElsewhere { invoice, step } => format!(
            "The {} for invoice {invoice} was sent after the backup was made. It does not go again.",
            words::step(*step, lang)
        ),
        Reason::RateNotVerified { verified_until } => format!(
            "Interest rates were verified through {}. After that the percentage may differ.",
            date(*verified_until)
        ),
        Reason::InterestUnknown { verified_until } => format!("Interest could not be reckoned and is left out. The rates were verified through {}.", date(*verified_until)),
        Reason::SecondMinimumWithinSixMonths { earlier, contract } => format!(
            "Not allowed: on {} a 14-day letter with the minimum of €40.00 left for {} already. Within six months a lower amount holds for small terms of one contract; somebody has to look at that first.",
            date(*earlier),
            contract.as_deref().map_or("this same contract".to_owned(), |name| format!("contract {name}"))
        ),
        Reason::RecurringUnknown { earlier } => format!(
            "On {} a 14-day letter with the minimum of €40.00 left already. If these invoices fall under one continuing contract, that minimum may not be asked again.",
            date(*earlier)
        ),
        Reason::TermsNameCosts => "Your own terms name costs or interest for consumers. Where they differ from the law, a court may reject all collection costs.".to_owned(),
        Reason::WkiRegisterMissing => "You collect for another from a natural person, but no number of the register of collection services was filled in.".to_owned(),
        Reason::NotInDefault { invoice } => format!(
            "Not yet allowed: the customer is not in default for invoice {invoice}. The payment term was not agreed and no notice of default has run out."
        ),
        Reason::NoticeRunning { last_day, claimable } => format!(
            "Not yet allowed: the 14 days run through {}. The plan goes on on {}.",
            date(*last_day),
            date(*claimable)
        ),
        Reason::IntervalRunning { last, from } => format!("A letter left on {}; the next one may go from {}.", date(*last), date(*from)),
        Reason::DueDateMissing { invoice } => {
            format!("The due date of invoice {invoice} is not known.")
        }
        Reason::AddressMissing { channel } => format!(
            "There is neither an e-mail address nor a complete postal address; the next step needs {}.",
            words::channel(*channel, lang)
        ),
        Reason::LimitationNear { invoice, last_safe_day } => format!(
            "The claim of invoice {invoice} lapses unless it is interrupted by {}.",
            date(*last_safe_day)
        ),
        Reason::LimitationPassed { invoice, last_safe_day } => format!(
            "The claim of invoice {invoice} may have lapsed: {} was the last safe day to interrupt it.",
            date(*last_safe_day)
        ),
        Reason::GoodsUnknown => "Whether goods were sold is not known, so two years were reckoned with, the shortest term.".to_owned(),
    }
}

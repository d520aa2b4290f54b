//! The words of every error of the application, Dutch and English, in one table.
//! docs/errors.md is generated from it.

use std::collections::BTreeMap;

use law::Lang;

use crate::error::Severity;

/// One error: its words and what to do.
#[derive(Debug)]
pub struct Entry {
    /// How bad it is.
    pub severity: Severity,
    nl: &'static str,
    en: &'static str,
    hint_nl: &'static str,
    hint_en: &'static str,
}

impl Entry {
    /// What happened.
    pub fn message(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }

    /// What to do, when there is something to do.
    pub fn hint(&self, lang: Lang) -> Option<&'static str> {
        let hint = match lang {
            Lang::Nl => self.hint_nl,
            Lang::En => self.hint_en,
        };
        (!hint.is_empty()).then_some(hint)
    }
}

/// Puts parameters into words: `{name}` becomes the value of `name`, or nothing when there is none.
pub fn fill(words: &str, params: &BTreeMap<&'static str, String>) -> String {
    let mut text = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            break;
        };
        text.push_str(before);
        text.push_str(params.get(name).map(String::as_str).unwrap_or_default());
        rest = behind;
    }
    text.push_str(rest);
    text
}

macro_rules! catalogue {
    ($($code:ident $text:literal $severity:ident
        nl $nl:literal $hint_nl:literal
        en $en:literal $hint_en:literal;)*) => {
        /// The stable code of an error.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the table gives each its words")]
        pub enum Code { $($code),* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$code),*];

            /// The code on the wire.
            pub fn text(self) -> &'static str {
                match self { $(Code::$code => $text),* }
            }
        }

        /// The words of a code.
        pub fn entry(code: Code) -> &'static Entry {
            match code { $(Code::$code => &Entry {
                severity: Severity::$severity,
                nl: $nl, en: $en, hint_nl: $hint_nl, hint_en: $hint_en,
            }),* }
        }
    };
}

catalogue! {
    // --- the program and its session ---
    Internal "internal" Error
        nl "Er ging iets mis dat niet had mogen gebeuren: {what}." "Uw gegevens zijn niet gewijzigd. Meld dit met de tekst hierboven."
        en "Something went wrong that should not have: {what}." "Your data was not changed. Please report this with the text above.";
    UnknownCommand "unknown_command" Error
        nl "De opdracht {name} bestaat niet." ""
        en "There is no command {name}." "";
    BadRequest "bad_request" Error
        nl "De opdracht {name} begrijpt deze invoer niet: {what}." "Controleer de opgegeven velden."
        en "The command {name} does not understand this input: {what}." "Check the fields you gave.";
    InvalidFields "invalid_fields" Warning
        nl "Niet alles is goed ingevuld." "Verbeter de velden hieronder."
        en "Not everything is filled in correctly." "Correct the fields below.";
    Refused "refused" Error
        nl "Dit is geweigerd." ""
        en "This was refused." "";
    NoAdministration "no_administration" Warning
        nl "Er is geen administratie geopend." "Open eerst een administratie."
        en "No administration is open." "Open an administration first.";
    Locked "locked" Warning
        nl "De administratie is vergrendeld." "Ontgrendel haar met uw wachtzin of herstelcode."
        en "The administration is locked." "Unlock it with your passphrase or recovery code.";
    JobCancelled "job_cancelled" Info
        nl "Gestopt op uw verzoek. Er is niets gewijzigd." ""
        en "Stopped as you asked. Nothing was changed." "";
    // --- opening and keys ---
    PassphraseNeeded "passphrase_needed" Error
        nl "Er is een wachtzin nodig." "Geef --passphrase-file, zet STANDVAST_PASSPHRASE, of werk in een terminal."
        en "A passphrase is needed." "Give --passphrase-file, set STANDVAST_PASSPHRASE, or work in a terminal.";
    PassphraseTooWeak "passphrase_too_weak" Warning
        nl "Deze wachtzin is te makkelijk te raden." "Neem vier of meer losse woorden, of minstens twaalf verschillende tekens."
        en "This passphrase is too easy to guess." "Take four or more unrelated words, or at least twelve varied characters.";
    WrongKey "wrong_key" Error
        nl "Deze wachtzin past niet op deze administratie." "Let op hoofdletters en spaties. Met de herstelcode op uw herstelblad komt u er ook in."
        en "This passphrase does not fit this administration." "Mind capitals and spaces. The recovery code on your recovery sheet opens it too.";
    WrongRecoveryCode "wrong_recovery_code" Error
        nl "Deze herstelcode is goed geschreven, maar hoort niet bij deze administratie." "Controleer of u het juiste herstelblad hebt."
        en "This recovery code is well written, but not of this administration." "Check that you have the right recovery sheet.";
    MalformedRecoveryCode "malformed_recovery_code" Error
        nl "In deze herstelcode zit een typefout." "Vergelijk haar groep voor groep met het herstelblad."
        en "There is a typing error in this recovery code." "Compare it group by group with the recovery sheet.";
    KeychainUnavailable "keychain_unavailable" Warning
        nl "De sleutelbos van deze computer is niet te gebruiken: {why}." "Open met uw wachtzin of herstelcode."
        en "The keychain of this computer cannot be used: {why}." "Open with your passphrase or recovery code.";
    KeychainEmpty "keychain_empty" Warning
        nl "De sleutelbos van deze computer kent deze administratie niet." "Open met uw wachtzin en kies 'onthouden op deze computer'."
        en "The keychain of this computer does not know this administration." "Open with your passphrase and choose 'remember on this computer'.";
    NotAnAdministration "not_an_administration" Error
        nl "{path} is geen administratie van Standvast." "Kies een map die eindigt op .standvast."
        en "{path} is not an administration of Standvast." "Choose a folder that ends in .standvast.";
    NotABackup "not_a_backup" Error
        nl "{path} is geen back-up van Standvast." "Kies een bestand dat eindigt op .standvast-backup."
        en "{path} is not a backup of Standvast." "Choose a file that ends in .standvast-backup.";
    AlreadyExists "already_exists" Error
        nl "{path} bestaat al." "Kies een andere naam; er is niets overschreven."
        en "{path} exists already." "Choose another name; nothing was overwritten.";
    InsideAdministration "inside_administration" Error
        nl "{path} ligt in de map van een administratie. Daar komt niets leesbaars te staan." "Kies een map daarbuiten; er is niets geschreven."
        en "{path} lies in the folder of an administration. Nothing readable is put there." "Choose a folder outside it; nothing was written.";
    BadFolderName "bad_folder_name" Error
        nl "De map van een administratie eindigt op .standvast, en {path} doet dat niet." "Geef een map zoals bakkerij.standvast."
        en "The folder of an administration ends in .standvast, and {path} does not." "Give a folder such as bakery.standvast.";
    NotFound "not_found" Error
        nl "{path} is er niet." "Controleer de naam en of de schijf is aangesloten."
        en "{path} is not there." "Check the name, and that the disk is connected.";
    Unreadable "unreadable" Error
        nl "{path} mag niet gelezen worden." "Geef uzelf toegang tot het bestand, of kopieer het naar een map waar u bij mag."
        en "{path} may not be read." "Give yourself access to the file, or copy it to a folder that is yours.";
    InUse "in_use" Error
        nl "Deze administratie is al geopend, in een ander venster of programma." "Sluit haar daar eerst."
        en "This administration is already open, in another window or program." "Close it there first.";
    ReadOnly "read_only" Error
        nl "In {path} mag niet geschreven worden." "Maak de map schrijfbaar, of kopieer de administratie naar een andere plaats."
        en "{path} may not be written to." "Make the folder writable, or copy the administration elsewhere.";
    DiskFull "disk_full" Error
        nl "De schijf is vol. Er is niets half opgeslagen." "Maak ruimte en probeer het opnieuw."
        en "The disk is full. Nothing was half saved." "Free some space and try again.";
    Damaged "damaged" Error
        nl "Het bestand van de administratie is beschadigd: {what}." "Werk niet verder in dit bestand. Zet de laatste back-up terug met 'restore'; back-ups staan in de map backups van de administratie."
        en "The administration's file is damaged: {what}." "Do not go on working in this file. Restore the latest backup with 'restore'; backups are in the administration's folder backups.";
    NewerVersion "newer_version" Error
        nl "Deze administratie is gemaakt met een nieuwere versie van Standvast." "Werk Standvast bij op deze computer; de administratie is niet gewijzigd."
        en "This administration was made by a newer version of Standvast." "Update Standvast on this computer; the administration was not changed.";
    Io "io" Error
        nl "{path} kon niet gelezen of geschreven worden: {what}." "Controleer of de schijf is aangesloten en of u er rechten op hebt."
        en "{path} could not be read or written: {what}." "Check that the disk is connected and that you have the rights.";
    Database "database" Error
        nl "De administratie kon dit niet verwerken: {what}." "Er is niets gewijzigd. Controleer de administratie met 'verify'."
        en "The administration could not do this: {what}." "Nothing was changed. Check the administration with 'verify'.";
    // --- what the user asks for ---
    DateBeforeFacts "date_before_facts" Error
        nl "Op {latest} is al iets verzonden; met de datum {date} kan niet meer besloten worden." "Neem {latest} of een latere dag."
        en "Something left the house on {latest} already; no decision can be made with the date {date}." "Take {latest} or a later day.";
    UnknownCustomer "unknown_customer" Error
        nl "Er is geen klant {customer}." "Geef het klantnummer van Standvast (K-…) of uw eigen klantnummer."
        en "There is no customer {customer}." "Give Standvast's customer number (K-…) or your own.";
    AmbiguousCustomer "ambiguous_customer" Error
        nl "Meer dan één klant heeft nummer {customer}." "Gebruik het nummer van Standvast: {choices}."
        en "More than one customer has number {customer}." "Use Standvast's number: {choices}.";
    UnknownInvoice "unknown_invoice" Error
        nl "Er is geen factuur {invoice}." "Geef het gedrukte factuurnummer, zo nodig als nummer@klant."
        en "There is no invoice {invoice}." "Give the printed invoice number, if need be as number@customer.";
    AmbiguousInvoice "ambiguous_invoice" Error
        nl "Meer dan één klant heeft een factuur {invoice}." "Schrijf {choices}."
        en "More than one customer has an invoice {invoice}." "Write {choices}.";
    UnknownLetter "unknown_letter" Error
        nl "Er is geen brief {letter}." "De nummers (B-…) staan in de uitvoer van run en in letters.json."
        en "There is no letter {letter}." "The numbers (B-…) are in the output of run and in letters.json.";
    UnknownLine "unknown_line" Error
        nl "Er is geen bankregel {line}." "De nummers (L-…) staan in de uitvoer van match."
        en "There is no bank line {line}." "The numbers (L-…) are in the output of match.";
    FileChanged "file_changed" Warning
        nl "{path} is gewijzigd sinds u het bekeek. Er is niets ingelezen." "Bekijk het bestand opnieuw en lees het dan in."
        en "{path} was changed since you looked at it. Nothing was imported." "Look at the file again, then import it.";
    NotATable "not_a_table" Warning
        nl "In {path} is geen tabel te herkennen." "Bewaar de lijst als CSV, met een regel kolomnamen erboven."
        en "No table can be recognised in {path}." "Save the list as CSV, with a row of column names on top.";
    NothingLeft "nothing_left" Warning
        nl "Van betaling {payment} is niets meer over." "Ververs de lijst."
        en "Nothing is left of payment {payment}." "Refresh the list.";
    LineBooked "line_booked" Warning
        nl "Deze bankregel is al geboekt." "Maak de boeking eerst ongedaan."
        en "This bank line is booked already." "Undo that booking first.";
    OtherCustomer "other_customer" Warning
        nl "Deze factuur is van een andere klant." "Kies een factuur van dezelfde klant."
        en "This invoice is another customer's." "Choose an invoice of the same customer.";
    OutOfRange "out_of_range" Warning
        nl "Dit bedrag of deze datum kan niet: {what}." "Controleer het bedrag en de datum."
        en "This amount or date cannot be used: {what}." "Check the amount and the date.";
    Duplicate "duplicate" Warning
        nl "Dit bestaat al." "Er is niets dubbel opgeslagen."
        en "This exists already." "Nothing was stored twice.";
    UnknownRun "unknown_run" Error
        nl "Er is geen ronde {run}." "De nummers (R-…) staan bij de eerdere rondes."
        en "There is no run {run}." "The numbers (R-…) are with the earlier runs.";
    UnknownFile "unknown_file" Error
        nl "Er is geen bestand {file} bij een factuur." "De bestanden staan bij de factuur."
        en "There is no file {file} with an invoice." "The files are with the invoice.";
    NothingToPrint "nothing_to_print" Warning
        nl "In ronde {run} zit geen brief op papier." ""
        en "Run {run} holds no letter on paper." "";
    NothingToMail "nothing_to_mail" Warning
        nl "In ronde {run} zit geen e-mail." ""
        en "Run {run} holds no e-mail." "";
    TooManyToShow "too_many_to_show" Warning
        nl "Dit zijn {count} brieven; hooguit {limit} kunnen in één keer naar het scherm." "Sla ze op als één PDF, of kies er minder."
        en "These are {count} letters; {limit} at most can be shown at once." "Save them as one PDF, or choose fewer.";
    NotOnPaper "not_on_paper" Warning
        nl "Brief {letter} gaat niet per post." "Bewaar hem als e-mail."
        en "Letter {letter} does not go by post." "Save it as an e-mail.";
    NotByMail "not_by_mail" Warning
        nl "Brief {letter} gaat niet per e-mail." "Druk hem af of bewaar hem als PDF."
        en "Letter {letter} does not go by e-mail." "Print it or save it as a PDF.";
    HandedOverBefore "handed_over_before" Info
        nl "Dit stond al genoteerd." "Er is niets dubbel vastgelegd."
        en "This was noted already." "Nothing was recorded twice.";
    NothingToConfirm "nothing_to_confirm" Warning
        nl "In ronde {run} is niets dat nog bevestigd kan worden." "Druk de brieven eerst af of bewaar ze."
        en "Run {run} holds nothing left to confirm." "Print or save the letters first.";
    LeftBeforeMade "left_before_made" Warning
        nl "{date} ligt vóór de dag waarop dit is goedgekeurd ({made})." "Geef {made} of een latere dag."
        en "{date} is before the day this was approved ({made})." "Give {made} or a later day.";
    LetterNotLeft "letter_not_left" Warning
        nl "Brief {letter} is nog niet afgedrukt of bewaard." "Doe dat eerst; van wat nog niet weg is, bestaat geen kopie."
        en "Letter {letter} was not printed or saved yet." "Do that first; what has not left has no copy.";
    NoLetterDue "no_letter_due" Warning
        nl "Voor {customer} is nu geen {step} aan de beurt." "Bekijk wat er vandaag voor deze klant wordt voorgesteld."
        en "No {step} is due for {customer} now." "See what is proposed for this customer today.";
    LetterState "letter_state" Warning
        nl "Deze brief is al verder dan dat." ""
        en "This letter is past that already." "";
    LetterStays "letter_stays" Warning
        nl "Brief {letter} kan niet meer teruggenomen worden: {why}." "Wat de deur uit is, of misschien, blijft staan. Leg een toezegging, een betwisting of een pauze vast als de klant niet verder aangemaand moet worden."
        en "Letter {letter} cannot be taken back any more: {why}." "What has left, or may have, stays. Note a promise, a dispute or a pause when the customer should not be reminded further.";
    LetterWithdrawn "letter_withdrawn" Warning
        nl "Brief {letter} is teruggenomen; daarmee gebeurt niets meer." "Is hij toch nodig, keur hem dan opnieuw goed bij Aanmanen: hij is weer aan de beurt."
        en "Letter {letter} was taken back; nothing happens to it any more." "If it is needed after all, approve it again under Reminders: it is due again.";
    NothingToWithdraw "nothing_to_withdraw" Warning
        nl "Hier is geen brief die nog teruggenomen kan worden." "Alleen wat goedgekeurd is en de deur nog niet uit, kan terug."
        en "There is no letter here that can still be taken back." "Only what was approved and has not left can be.";
    WithdrawnStays "withdrawn_stays" Warning
        nl "Terugnemen wordt niet ongedaan gemaakt." "De brief is weer aan de beurt: keur hem opnieuw goed bij Aanmanen. Wat u daarvóór deed, maakt u ongedaan in de lijst van handelingen."
        en "Taking back is not undone." "The letter is due again: approve it again under Reminders. What you did before that is undone in the list of acts.";
    DocumentFailed "document_failed" Error
        nl "Het document kon niet gemaakt worden: {what}." "Verbeter de naam, het adres of de tekst."
        en "The document could not be made: {what}." "Correct the name, the address or the text.";
    UnknownFact "unknown_fact" Error
        nl "Er is niets met nummer {id} om ongedaan te maken." "De nummers (F-…) staan in de uitvoer van elke opdracht."
        en "There is nothing with number {id} to undo." "The numbers (F-…) are in the output of each command.";
    NothingToUndo "nothing_to_undo" Warning
        nl "Er is niets om ongedaan te maken." ""
        en "There is nothing to undo." "";
    CannotUndo "cannot_undo" Warning
        nl "Dit kan niet ongedaan gemaakt worden: {why}." "Wat het huis uit is, kan alleen gecorrigeerd worden met een nieuwe vastlegging."
        en "This cannot be undone: {why}." "What has left the house can only be corrected by a new entry.";
    AlreadyUndone "already_undone" Warning
        nl "Dit was al ongedaan gemaakt." "" en "This was undone already." "";
    LastActStays "last_act_stays" Warning
        nl "Het laatste wat u deed blijft staan: {what}." "Wat daarvoor kwam, maakt u ongedaan in de geschiedenis (Ctrl+Shift+H)."
        en "What you did last stays: {what}." "What came before it can be undone in the history (Ctrl+Shift+H).";
    PromiseTooLarge "promise_too_large" Warning
        nl "{amount} is meer dan twee keer wat er gevraagd wordt ({asked})." "Kijk het bedrag na; er is niets genoteerd."
        en "{amount} is more than twice what is asked ({asked})." "Look at the amount again; nothing was noted.";
    FarPromise "far_promise" Warning
        nl "{date} is meer dan een jaar ver. Tot die dag zou deze klant niets van u horen." "Spreek een eerdere dag af, of pauzeer de klant met een reden."
        en "{date} is more than a year away. Until that day this customer would not hear from you." "Agree on an earlier day, or pause the customer with a reason.";
    AlreadySent "already_sent" Warning
        nl "Deze stap is voor factuur {invoice} al eens verzonden." "Een herinnering bestaat maar één keer; stuur zo nodig een kopie."
        en "This step was sent before for invoice {invoice}." "A reminder exists only once; send a copy if need be.";
    HandoverTooEarly "handover_too_early" Warning
        nl "Van {customer} is nog niets over te dragen. {why}" "Wacht tot de dag die genoemd is, of los op wat het tegenhoudt. Wilt u toch nu overdragen, zeg dat dan erbij: --early."
        en "Nothing of {customer} can be handed over yet. {why}" "Wait until the day that is named, or settle what holds it back. To hand over now all the same, say so: --early.";
    NothingOpen "nothing_open" Warning
        nl "{customer} heeft niets openstaan om over te dragen." ""
        en "{customer} has nothing open to hand over." "";
    NotACreditNote "not_a_credit_note" Warning
        nl "{invoice} is een factuur, geen creditnota." "Kies de creditnota die u wilt verrekenen."
        en "{invoice} is an invoice, not a credit note." "Choose the credit note that you want to set off.";
    SetOffAgainstCredit "set_off_against_credit" Warning
        nl "{invoice} is zelf een creditnota: daar valt niets op te verrekenen." "Kies een factuur waarvan nog iets openstaat."
        en "{invoice} is a credit note itself: nothing can be set off against it." "Choose an invoice of which something is open.";
    CreditUsedUp "credit_used_up" Warning
        nl "Van creditnota {credit} is niets meer over." "Zij is al helemaal verrekend of uitbetaald; er is niets meer te doen."
        en "Nothing is left of credit note {credit}." "It was set off or paid out already; there is nothing left to do.";
    SetOffAlready "set_off_already" Warning
        nl "Creditnota {credit} is al helemaal verrekend, met factuur {invoice}." "Was dat de verkeerde factuur? Maak die verrekening dan eerst ongedaan."
        en "Credit note {credit} was set off in full already, against invoice {invoice}." "Was that the wrong invoice? Then undo that act first.";
    InvoiceNothingOpen "invoice_nothing_open" Warning
        nl "Van factuur {invoice} staat niets meer open." "Kies een factuur waarvan nog iets openstaat."
        en "Nothing is open of invoice {invoice}." "Choose an invoice of which something is open.";
    UnknownDossier "unknown_dossier" Error
        nl "Er is geen dossier {dossier}." "Geef het nummer van het dossier (F-…) of de klant die is overgedragen."
        en "There is no dossier {dossier}." "Give the dossier's number (F-…) or the customer who was handed over.";
    DossierWithdrawn "dossier_withdrawn" Warning
        nl "Dit dossier is al teruggenomen, op {date}." "De klant staat weer in het debiteurenplan. Draag opnieuw over als dat nodig is."
        en "This dossier was taken back already, on {date}." "The customer is in the dunning plan again. Hand over again if need be.";
    DateBeforeHandover "date_before_handover" Warning
        nl "{date} ligt voor de overdracht van {handover}." "Geef de dag van de overdracht of een latere."
        en "{date} is before the handover of {handover}." "Give the day of the handover or a later one.";
    HandoverRefused "handover_refused" Error
        nl "{customer} kan nu niet overgedragen worden: {why}." "Los dit eerst op."
        en "{customer} cannot be handed over now: {why}." "Settle this first.";
    AmountNotPositive "amount_not_positive" Warning
        nl "Het bedrag moet groter dan nul zijn." ""
        en "The amount must be greater than zero." "";
    AmountTooLarge "amount_too_large" Warning
        nl "Het bedrag {amount} is meer dan wat openstaat ({open})." "Geef ten hoogste {open}."
        en "The amount {amount} is more than what is open ({open})." "Give {open} at most.";
    FutureDate "future_date" Warning
        nl "{date} ligt in de toekomst." "Geef vandaag ({today}) of een eerdere dag."
        en "{date} is in the future." "Give today ({today}) or an earlier day.";
    PastDate "past_date" Warning
        nl "{date} is al voorbij." "Geef vandaag of een latere dag."
        en "{date} is past already." "Give today or a later day.";
    DuplicateInvoice "duplicate_invoice" Warning
        nl "Factuur {invoice} van deze klant bestaat al." "Verbeter de bestaande, of geef een ander nummer."
        en "Invoice {invoice} of this customer exists already." "Correct the one that exists, or give another number.";
    ReasonNeeded "reason_needed" Warning
        nl "Zeg erbij waarom." ""
        en "Say why." "";
    BadCreditor "bad_creditor" Error
        nl "Het bestand met de gegevens van de schuldeiser klopt niet: {what}." "Verbeter {path} en probeer het opnieuw."
        en "The file with the creditor's details is not right: {what}." "Correct {path} and try again.";
    BadJson "bad_json" Error
        nl "{path} is geen goed gevormd JSON-bestand: {what}." "Verbeter het bestand op die plaats."
        en "{path} is not well-formed JSON: {what}." "Correct the file at that place.";
    NotOwnInvoice "not_own_invoice" Error
        nl "Deze factuur is niet van {creditor} maar van {supplier}." "Alleen eigen verkoopfacturen horen hier. Is het toch uw factuur, zeg dan dat u deze leverancier aanneemt."
        en "This invoice is not {creditor}'s but {supplier}'s." "Only your own sales invoices belong here. If it is yours after all, say that you accept this supplier.";
    NotAnInvoice "not_an_invoice" Warning
        nl "{path} is geen e-factuur." "Kies een UBL-bestand van een van uw eigen facturen."
        en "{path} is not an e-invoice." "Choose a UBL file of one of your own invoices.";
    PlanInvalid "plan_invalid" Warning
        nl "Dit plan kan zo niet: {what}." "Verbeter de stappen."
        en "This plan cannot be used: {what}." "Correct the steps.";
    LetterFailed "letter_failed" Error
        nl "De brief voor {customer} kon niet gemaakt worden: {what}." "De andere brieven zijn niet verstuurd. Verbeter de naam, het adres of de tekst."
        en "The letter for {customer} could not be made: {what}." "The other letters were not sent. Correct the name, address or text.";
    TemplateRefused "template_refused" Warning
        nl "Deze brieftekst kan zo niet (regel {line}): {what}." "Verbeter de tekst, of neem de meegeleverde terug."
        en "This letter's text cannot be used (line {line}): {what}." "Correct the text, or take the shipped one back.";
    TemplateIncomplete "template_incomplete" Warning
        nl "Deze brieftekst is niet volledig: {what}." "Zet het terug in de tekst, of neem de meegeleverde terug."
        en "This letter's text is not complete: {what}." "Put it back in the text, or take the shipped one back.";
    FileTooLarge "file_too_large" Warning
        nl "{file} is te groot om te bewaren; het mag {limit} MB zijn." "Maak het bestand kleiner."
        en "{file} is too large to keep; {limit} MB is allowed." "Make the file smaller.";
    FileEmpty "file_empty" Warning
        nl "{file} is leeg." "Kies een ander bestand."
        en "{file} is empty." "Choose another file.";
    FileNotPdf "file_not_pdf" Warning
        nl "{file} heet een PDF, maar is er geen." "Open het bestand waar het vandaan komt, en bewaar het opnieuw als PDF."
        en "{file} is called a PDF, but is none." "Open the file where it came from, and save it as a PDF again.";
    FileKept "file_kept" Info
        nl "{file} was al bij factuur {invoice} bewaard." ""
        en "{file} was kept with invoice {invoice} already." "";
    // --- mail ---
    MailNoAccount "mail_no_account" Warning
        nl "Er is nog geen e-mailaccount ingesteld." "Stel uw account in bij Instellingen, E-mail; of bewaar de e-mails als concept en verstuur ze zelf."
        en "No e-mail account is set up yet." "Set your account up under Settings, E-mail; or save the e-mails as drafts and send them yourself.";
    MailPasswordNeeded "mail_password_needed" Warning
        nl "Het wachtwoord van uw e-mailaccount is nodig." "Geef het wachtwoord. Het wordt alleen onthouden als u daarvoor kiest."
        en "The password of your e-mail account is needed." "Give the password. It is only remembered when you choose so.";
    MailOauth "mail_oauth" Warning
        nl "Microsoft laat bij dit account alleen inloggen via OAuth toe, en dat kan Standvast niet." "Bewaar de e-mails als concept en verstuur ze met Outlook, of gebruik een account bij een andere aanbieder."
        en "Microsoft only lets this account log in by OAuth, which Standvast cannot do." "Save the e-mails as drafts and send them with Outlook, or use an account with another provider.";
    MailNotHere "mail_not_here" Error
        nl "Dit programma kan geen e-mail versturen." "Bewaar de e-mails als concept en verstuur ze zelf."
        en "This program cannot send e-mail." "Save the e-mails as drafts and send them yourself.";
    MailNameNotFound "mail_name_not_found" Error
        nl "De server {host} is niet te vinden." "Controleer de naam van de server, en of deze computer internet heeft. Er is niets verzonden."
        en "The server {host} cannot be found." "Check the name of the server, and that this computer is online. Nothing was sent.";
    MailOffline "mail_offline" Error
        nl "Deze computer heeft nu geen verbinding met internet." "Maak verbinding en probeer het opnieuw. Er is niets verzonden."
        en "This computer is not online now." "Connect it and try again. Nothing was sent.";
    MailNotListening "mail_not_listening" Error
        nl "De server {host} neemt op poort {port} niet op." "Controleer de poort: 465 voor TLS, 587 voor STARTTLS. Er is niets verzonden."
        en "The server {host} does not answer on port {port}." "Check the port: 465 for TLS, 587 for STARTTLS. Nothing was sent.";
    MailTimeout "mail_timeout" Error
        nl "De server {host} gaf te laat antwoord." "Probeer het later opnieuw. Blijft dit zo, controleer dan de poort, of dat een firewall haar tegenhoudt."
        en "The server {host} answered too late." "Try again later. If it stays so, check the port, or whether a firewall blocks it.";
    MailCertificate "mail_certificate" Error
        nl "Het certificaat van {host} is niet te vertrouwen: {why}." "Er is niets verzonden, ook uw wachtwoord niet. Controleer de naam van de server, of vraag uw aanbieder."
        en "The certificate of {host} cannot be trusted: {why}." "Nothing was sent, nor was your password. Check the name of the server, or ask your provider.";
    MailNoTls "mail_no_tls" Error
        nl "De server {host} spreekt op poort {port} geen TLS: {why}." "Kies poort 465 met TLS, of poort 587 met STARTTLS. Er is niets verzonden, ook uw wachtwoord niet."
        en "The server {host} does not speak TLS on port {port}: {why}." "Choose port 465 with TLS, or port 587 with STARTTLS. Nothing was sent, nor was your password.";
    MailNoStartTls "mail_no_starttls" Error
        nl "De server {host} biedt op poort {port} geen versleuteling aan (STARTTLS)." "Standvast verstuurt nooit onversleuteld. Kies poort 465 met TLS, of vraag uw aanbieder. Er is niets verzonden, ook uw wachtwoord niet."
        en "The server {host} offers no encryption (STARTTLS) on port {port}." "Standvast never sends unencrypted. Choose port 465 with TLS, or ask your provider. Nothing was sent, nor was your password.";
    MailNoLogin "mail_no_login" Error
        nl "De server {host} biedt geen manier van inloggen die Standvast kent." "Vaak betekent dit dat de aanbieder alleen OAuth toelaat. Bewaar de e-mails dan als concept en verstuur ze zelf."
        en "The server {host} offers no way to log in that Standvast knows." "Often this means that the provider only allows OAuth. Then save the e-mails as drafts and send them yourself.";
    MailLoginRefused "mail_login_refused" Error
        nl "De server {host} weigert deze gebruikersnaam of dit wachtwoord: {answer}." "Controleer beide. Gmail, iCloud en Yahoo willen een app-wachtwoord, dat u bij hen aanmaakt."
        en "The server {host} refuses this user name or password: {answer}." "Check both. Gmail, iCloud and Yahoo want an app password, which you make with them.";
    MailAnswer "mail_answer" Error
        nl "De server {host} antwoordde: {answer}." "Er is niets verzonden. Probeer het later opnieuw, of vraag uw aanbieder met deze tekst."
        en "The server {host} answered: {answer}." "Nothing was sent. Try again later, or ask your provider with this text.";
    MailBroken "mail_broken" Error
        nl "De verbinding met {host} brak af: {why}." "Probeer het opnieuw."
        en "The connection to {host} broke: {why}." "Try again.";
    MailBadAddress "mail_bad_address" Warning
        nl "{address} is geen adres waar e-mail naartoe kan." "Verbeter het e-mailadres van de klant."
        en "{address} is not an address that mail can go to." "Correct the customer's e-mail address.";
    MailBusy "mail_busy" Warning
        nl "Er worden al e-mails verstuurd." "Wacht tot dat klaar is, of stop het."
        en "E-mails are being sent already." "Wait until that is done, or stop it.";
    MailState "mail_state" Warning
        nl "Dat kan niet met de e-mail van {letter} zoals die er nu voor staat: {state}." "Kijk in het postvak hoe hij ervoor staat."
        en "That cannot be done with the e-mail of {letter} as it stands: {state}." "See in the outbox how it stands.";
    MailLeft "mail_left" Warning
        nl "De e-mail van {letter} is al verzonden, of misschien verzonden: een concept zou hem dubbel kunnen versturen." "Kijk in het postvak hoe hij ervoor staat. Een kopie bewaart u daar."
        en "The e-mail of {letter} was sent already, or may have been: a draft could send it twice." "See in the outbox how it stands. You save a copy there.";
    MailNone "mail_none" Warning
        nl "{letter} gaat niet per e-mail." "Print de brief."
        en "{letter} does not go by e-mail." "Print the letter.";
    MailNoAddress "mail_no_address" Warning
        nl "{customer} heeft geen e-mailadres." "Vul het e-mailadres in bij de klant."
        en "{customer} has no e-mail address." "Fill in the customer's e-mail address.";
    // --- fields of forms ---
    FieldRequired "required" Warning
        nl "Dit is nodig." "" en "This is needed." "";
    FieldInvalid "invalid" Warning
        nl "Dit klopt niet." "" en "This is not right." "";
    FieldIban "iban_invalid" Warning
        nl "Dit is geen geldige IBAN." "" en "This is not a valid IBAN." "";
    FieldKvk "kvk_invalid" Warning
        nl "Een KvK-nummer heeft 8 cijfers." "" en "A KvK number has 8 digits." "";
    FieldPostcode "postcode_invalid" Warning
        nl "Een Nederlandse postcode is zoals 1234 AB." "" en "A Dutch postal code is like 1234 AB." "";
    FieldCountry "country_invalid" Warning
        nl "Een land is twee letters, zoals NL, BE of DE." "" en "A country is two letters, such as NL, BE or DE." "";
    FieldEmail "email_invalid" Warning
        nl "Dit is geen e-mailadres." "" en "This is not an e-mail address." "";
    FieldBankRed "bank_red_before_amber" Warning
        nl "Dit moet minstens zoveel zijn als waarna eerst wordt gevraagd." "" en "This must be at least what it takes to be asked first." "";
    FieldHost "host_invalid" Warning
        nl "Dit is geen naam van een server, zoals smtp.voorbeeld.nl." "" en "This is not the name of a server, such as smtp.example.com." "";
    FieldPort "port_invalid" Warning
        nl "Een poort is 1 tot 65535; gebruikelijk is 465 of 587." "" en "A port is 1 to 65535; usually 465 or 587." "";
    FieldPace "pace_invalid" Warning
        nl "Kies 1 tot 600 e-mails per minuut." "" en "Choose 1 to 600 e-mails a minute." "";
    FieldTooLong "too_long" Warning
        nl "Dit is te lang." "" en "This is too long." "";
    FieldLongAgo "long_ago" Warning
        nl "Dat is meer dan twintig jaar geleden. Klopt het jaar?" "" en "That is more than twenty years ago. Is the year right?" "";
    FieldFarAhead "far_ahead" Warning
        nl "Dat is te ver vooruit. Klopt het jaar?" "" en "That is too far ahead. Is the year right?" "";
    FieldBeforeInvoice "before_invoice" Warning
        nl "Dat is vóór de factuurdatum." "" en "That is before the date of the invoice." "";
    FieldToCome "still_to_come" Warning
        nl "Die dag moet nog komen." "" en "That day is still to come." "";
    FieldVat "vat_too_large" Warning
        nl "De btw is een deel van het bedrag: kleiner, en met dezelfde min als het een creditnota is." "" en "VAT is a part of the amount: smaller, and with the same minus for a credit note." "";
    FieldTerm "term_invalid" Warning
        nl "Een betaaltermijn is 1 tot 365 dagen." "" en "A payment term is 1 to 365 days." "";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_every_hole_is_filled_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for code in Code::ALL {
            assert!(seen.insert(code.text()), "{} stands twice", code.text());
            let entry = entry(*code);
            let holes = |text: &str| text.matches('{').count();
            assert_eq!(
                holes(entry.nl),
                holes(entry.en),
                "both languages of {} must name the same parameters",
                code.text()
            );
        }
    }
}

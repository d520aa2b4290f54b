//! THE list of commands: every use case of Standvast, once. The router, the command line, the
//! window's TypeScript types and the development bridge are all made from it.
//!
//! To add one: write the use case (`fn(&mut Context, Request) -> AppResult<Response>`), add a
//! line here, run `cargo xtask types`.

use law::Lang;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::catalogue::Code;
use crate::error::{ApiError, AppError, AppResult};
use crate::session::{Context, Session};
use crate::typescript::TypeList;
use crate::{
    administration, backup, calc, calc_sheet, creditor, customer, customer_detail, customers, desk,
    explain, export, finding, handover, history, import, invoice_detail, invoices, jobs, kept,
    kept_file, mail, matching, overview, paper, place, plans, preview, rates, read, recent, run,
    sample, secrets, strength, sums, tell, texts, today, verify, whole_file,
};

/// When a command may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Always; it may find no administration.
    Always,
    /// Only while an administration is open and unlocked.
    Open,
    /// Likewise, and it only reads, and not for long: it is answered while other work writes.
    Read,
    /// Likewise, and it may take long: short answers do not wait for it either.
    Apart,
}

/// A command of the list.
#[derive(Clone, Copy, Debug)]
pub struct Command {
    /// Its name on the wire.
    pub name: &'static str,
    /// When it may be called.
    pub access: Access,
    /// What it does.
    pub doc: &'static str,
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $response:ty, $access:ident, $body:path;)*) => {
        /// Every command.
        pub const COMMANDS: &[Command] = &[
            $(Command { name: stringify!($name), access: Access::$access, doc: concat!($($doc),+) }),*
        ];

        fn route(session: &Session, name: &str, payload: Value, lang: Lang) -> AppResult<Value> {
            match name {
                $(stringify!($name) => {
                    call::<$request, $response>(session, name, payload, lang, Access::$access, $body)
                })*
                _ => Err(AppError::new(Code::UnknownCommand).with("name", name)),
            }
        }

        /// The TypeScript types of every command: the window's `api.gen.ts`.
        pub fn typescript() -> String {
            let mut types = TypeList::default();
            types.add::<ApiError>();
            $(types.command::<$request, $response>(stringify!($name), concat!($($doc),+));)*
            types.finish()
        }
    };
}

commands! {
    // --- the program ---
    /// Version, day, recent administrations and the session.
    app_info(recent::Nothing) -> recent::AppInfo, Always, recent::app_info;
    /// How long the window waits before it locks.
    lock_after_set(recent::LockAfter) -> recent::LockAfter, Always, recent::lock_after_set;
    /// A free folder for a new administration of this name.
    folder_suggest(recent::FolderSuggest) -> recent::FolderSuggestion, Always, recent::folder_suggest;
    /// The running long work.
    job_state(recent::Nothing) -> jobs::JobState, Always, jobs::job_state;
    /// Asks the running long work to stop.
    job_cancel(jobs::JobCancel) -> jobs::JobState, Always, jobs::job_cancel;

    // --- the administration ---
    /// Makes an administration.
    administration_create(administration::Create) -> administration::Created, Always, administration::create;
    /// Opens an administration by passphrase, recovery code or keychain.
    administration_open(administration::Open) -> administration::SessionReply, Always, administration::open;
    /// Locks the open administration: the key leaves memory.
    administration_lock(recent::Nothing) -> administration::SessionReply, Always, administration::lock;
    /// Closes the open administration.
    administration_close(recent::Nothing) -> administration::SessionReply, Always, administration::close;
    /// How hard a passphrase is to guess.
    passphrase_strength(strength::Strength) -> strength::PassphraseStrength, Always, strength::passphrase_strength;
    /// Changes the passphrase.
    passphrase_change(secrets::PassphraseChange) -> administration::SessionReply, Open, secrets::passphrase_change;
    /// Whether the keychain can be used and knows this administration.
    keychain_status(secrets::KeychainAsk) -> secrets::KeychainStatus, Always, secrets::keychain_status;
    /// Lets this computer's keychain remember the key of the open administration.
    keychain_remember(recent::Nothing) -> secrets::KeychainStatus, Open, secrets::keychain_remember;
    /// Lets this computer's keychain forget it.
    keychain_forget(recent::Nothing) -> secrets::KeychainStatus, Open, secrets::keychain_forget;
    /// Tries whether a recovery code opens the open administration.
    recovery_test(secrets::RecoveryTry) -> secrets::RecoveryTried, Open, secrets::recovery_test;
    /// Where the open administration stands, how large it is, and whether a cloud drive copies it.
    administration_place(recent::Nothing) -> place::Place, Read, place::administration_place;
    /// Writes the recovery sheet as PDF.
    recovery_sheet_save(secrets::RecoverySheetSave) -> whole_file::SavedFile, Open, secrets::recovery_sheet_save;
    /// The recovery sheet of the code that was just made, for the printer.
    recovery_sheet_pdf(recent::Nothing) -> secrets::RecoverySheetPdf, Open, secrets::recovery_sheet_pdf;
    /// Checks a creditor's details, field by field.
    creditor_check(creditor::CreditorCheck) -> creditor::CreditorChecked, Always, creditor::check;
    /// Reads the creditor's details from one of its own e-invoices.
    creditor_from_invoice(creditor::FromInvoice) -> creditor::CreditorForm, Always, creditor::from_invoice;
    /// Makes a sample administration and opens it.
    sample_create(sample::SampleCreate) -> sample::SampleMade, Always, sample::create;
    /// Writes one file that holds the whole administration.
    backup(backup::Backup) -> whole_file::SavedFile, Open, backup::backup;
    /// The automatic backups of the open administration.
    backups(recent::Nothing) -> backup::Backups, Read, backup::backups;
    /// Puts a backup back as a new administration.
    restore(backup::Restore) -> backup::Restored, Always, backup::restore;
    /// Says what left the house after a restored backup was made.
    settle_restored(backup::SettleRestored) -> tell::Done, Open, backup::settle_restored;
    /// Checks the log, the kept letters and the database.
    verify(recent::Nothing) -> verify::Verified, Apart, verify::verify;
    /// Writes everything in open formats.
    export(export::Export) -> export::Exported, Apart, export::export;

    // --- files in, money matched ---
    /// Says what it understands of files; writes nothing.
    read(read::Read) -> read::ReadReport, Always, read::read;
    /// Imports files.
    import(import::Import) -> import::Imported, Open, import::import;
    /// Says what importing files would add, change and skip; books nothing.
    import_preview(import::ImportPreviewAsk) -> import::ImportPreview, Open, import::import_preview;
    /// Reads a table, so that somebody can point out its columns.
    table_read(import::TableAsk) -> import::TableRead, Open, import::table_read;
    /// The imports of the past.
    imports(import::ImportsAsk) -> import::ImportsPage, Read, import::imports;
    /// Proposes where received money belongs, and books what is certain when asked.
    match_lines(matching::Match) -> matching::Matched, Open, matching::match_lines;
    /// Books one proposal, or the user's own division of a line.
    match_accept(matching::Accept) -> tell::Done, Open, matching::accept;

    /// The desk for bank money: lines that wait, each with its proposals and their reasons.
    bank_desk(desk::DeskAsk) -> desk::DeskPage, Apart, desk::bank_desk;
    /// Customers and their open invoices, to put a bank line by hand.
    bank_candidates(desk::CandidatesAsk) -> desk::Candidates, Apart, desk::bank_candidates;
    /// Books every line whose best proposal is certain.
    accept_certain(recent::Nothing) -> desk::AcceptedCertain, Open, desk::accept_certain;
    /// Sets every waiting line of one counterparty aside.
    dismiss_like(desk::DismissLike) -> tell::Done, Open, desk::dismiss_like;
    /// Money that was put to no invoice.
    unallocated(desk::UnallocatedAsk) -> desk::UnallocatedPage, Read, desk::unallocated;
    /// Notes that what is left of a payment was paid back.
    refund(desk::Refund) -> tell::Done, Open, desk::refund;
    /// The bank accounts and their statements.
    statements(desk::StatementsAsk) -> desk::StatementsPage, Read, desk::statements;

    /// Puts what is left of a payment to invoices.
    allocate(tell::Allocate) -> tell::Done, Open, tell::allocate;
    /// Sets a bank line aside: it is no customer's.
    dismiss(tell::Dismiss) -> tell::Done, Open, tell::dismiss;

    // --- customers ---
    /// One customer: what is open, what comes next, everything that happened.
    customer(customer::CustomerAsk) -> customer::CustomerView, Read, customer::customer;
    /// The list of customers, page by page.
    customers(customers::CustomersAsk) -> customers::CustomersPage, Read, customers::customers;
    /// One customer for the window: row, claim, agreements, payments, letters, and everything that happened.
    customer_detail(customer_detail::CustomerDetailAsk) -> customer_detail::CustomerDetail, Read, customer_detail::customer_detail;
    /// The claim of a customer, or of one invoice of it, line by line.
    explain(explain::ExplainAsk) -> explain::Explained, Read, explain::explain;
    /// A sum of the screen, part by part: what is open, late, expected, set in motion, put to no invoice.
    explain_sum(sums::SumAsk) -> sums::ExplainedSum, Read, sums::explain_sum;
    /// Makes two customers one.
    merge_customers(tell::MergeCustomers) -> tell::Done, Open, tell::merge_customers;

    // --- invoices ---
    /// The list of invoices and credit notes, page by page.
    invoices(invoices::InvoicesAsk) -> invoices::InvoicesPage, Read, invoices::invoices;
    /// One invoice: how its amount came down, what it grew to, what was sent about it.
    invoice_detail(invoice_detail::InvoiceDetailAsk) -> invoice_detail::InvoiceDetail, Read, invoice_detail::invoice_detail;

    // --- finding, history ---
    /// Finds customers and invoices by what was typed, best first.
    find(finding::FindAsk) -> finding::Found, Read, finding::find;
    /// The newest acts, newest first.
    history(history::HistoryAsk) -> history::History, Read, history::history;

    // --- paper ---
    /// Writes a statement of account.
    statement(paper::StatementOf) -> whole_file::SavedFile, Open, paper::statement;
    /// Draws a statement of account to look at.
    statement_preview(preview::StatementAsk) -> preview::StatementPreview, Read, preview::statement_preview;
    /// Writes the paper letters of a run as one PDF.
    print_run(paper::PrintRun) -> paper::Printed, Open, paper::print_run;
    /// Writes a page with rulers, to see where the window of an envelope falls.
    test_page(paper::TestPage) -> whole_file::SavedFile, Open, paper::test_page;
    /// The logo on letters, to look at.
    logo_read(recent::Nothing) -> paper::KeptLogo, Read, paper::logo_read;
    /// The customers on whom a text can be looked at: who get its letter today first.
    sample_customers(texts::SampleCustomersAsk) -> texts::SampleCustomers, Read, texts::sample_customers;
    /// Draws a text on one letter as it would leave; on an invented customer when none is named.
    sample_letter(texts::SampleLetterAsk) -> texts::SampleLetter, Read, texts::sample_letter;
    /// Draws a letter's text on a real customer, before it is kept.
    template_preview(texts::TemplatePreview) -> texts::TemplatePreviewed, Apart, texts::template_preview;
    /// The texts of letters.
    templates(recent::Nothing) -> texts::Templates, Read, texts::templates;
    /// A text with its fields, its locked blocks and what it was before.
    template_read(texts::WhichTemplate) -> texts::TemplateText, Read, texts::template_read;
    /// Tries a text on every customer who could ever get it. Long work.
    template_check(texts::TemplateCheck) -> texts::TemplateChecked, Apart, texts::template_check;
    /// What a dunning plan would do today, before it is kept.
    plan_preview(plans::PlanPreviewAsk) -> plans::PlanPreview, Apart, plans::plan_preview;

    // --- today ---
    /// What to do today.
    today(today::TodayRequest) -> today::Today, Read, today::today;
    /// The whole administration on one day.
    overview(overview::OverviewAsk) -> overview::Overview, Read, overview::overview;
    /// What is proposed, page by page.
    proposals(overview::ProposalsAsk) -> overview::ProposalsPage, Read, overview::proposals;
    /// Makes the run: letters for what may be sent.
    run(run::Run) -> run::RunReport, Open, run::run;
    /// Draws one letter as it would leave, with its own words when given.
    letter_preview(preview::LetterPreviewAsk) -> preview::LetterPreview, Read, preview::letter_preview;
    /// Approves letters: they exist from now on and wait to be printed, saved or mailed. Nothing is written to disk.
    run_approve(run::ApproveRun) -> run::RunApproved, Open, run::approve_run;
    /// The runs, newest first.
    runs(run::RunsAsk) -> run::Runs, Read, run::runs;
    /// The letters of a run.
    run_letters(run::WhichRun) -> run::LettersOfRun, Read, run::run_letters;
    /// The paper letters of a run as one PDF for the printer; records nothing.
    run_pdf(run::RunPdf) -> run::RunBytes, Read, run::run_pdf;
    /// Notes that these letters were handed over: they came out of the printer.
    run_printed(run::PrintedRun) -> tell::Done, Open, run::run_printed;
    /// Writes the paper letters as one PDF and hands them over.
    run_save(run::SaveRun) -> whole_file::SavedFile, Open, run::run_save;
    /// Writes the e-mails as drafts into a folder and hands them over.
    run_save_mails(run::SaveMails) -> run::SavedMails, Open, run::run_save_mails;
    /// Writes the list of what left in a run, with the head of the log.
    run_sheet_save(run::SheetSave) -> whole_file::SavedFile, Open, run::run_sheet_save;
    /// Notes that everything of a run that was handed over was posted or sent on this day.
    run_confirm(run::ConfirmRun) -> tell::Done, Open, run::confirm_run;
    /// Takes back letters that were approved and have not left: their steps are free again.
    letters_withdraw(run::Withdraw) -> run::Withdrawn, Open, run::letters_withdraw;
    /// A file that is kept with an invoice, or the proof that a letter was posted, to look at.
    kept_file(kept_file::KeptFileAsk) -> kept_file::KeptFile, Read, kept_file::kept_file;
    /// A kept letter as it was made.
    letter_pdf(kept::WhichLetter) -> kept::KeptLetter, Read, kept::letter_pdf;
    /// Writes a kept letter where the user asks; one that still waited is handed over by it.
    letter_save(kept::SaveLetter) -> whole_file::SavedFile, Open, kept::letter_save;
    /// The same letter once more, marked as a copy; counts as no step.
    letter_copy(kept::SaveLetter) -> whole_file::SavedFile, Open, kept::letter_copy;
    /// Confirms that a letter was posted or sent.
    confirm(run::Confirm) -> tell::Done, Open, run::confirm;
    /// Hands a customer over: the dossier for the bailiff.
    handover(handover::HandoverRequest) -> handover::HandoverReport, Open, handover::handover;

    /// The customers that the plan proposes to hand over, with how complete their dossiers are.
    dossiers_ready(handover::ReadyAsk) -> handover::ReadyDossiers, Read, handover::dossiers_ready;
    /// What a customer's dossier would hold and lack; hands nothing over.
    dossier_check(handover::DossierAsk) -> handover::DossierCheck, Read, handover::dossier_check;
    /// What was handed over, newest first.
    dossiers(handover::ReadyAsk) -> handover::Dossiers, Read, handover::dossiers;
    /// One dossier: what happened, and what is open of it today.
    dossier_detail(handover::DossierDetailAsk) -> handover::DossierDetail, Read, handover::dossier_detail;
    /// Notes what came back of a dossier: paid there, costs, a settlement, taken back …
    handover_event(handover::HandoverEventTell) -> tell::Done, Open, handover::handover_event;

    // --- mail ---
    /// The mail account, and where its password is.
    mail_account(recent::Nothing) -> mail::AccountView, Open, mail::account;
    /// Keeps the mail account.
    mail_account_set(mail::AccountSet) -> mail::AccountView, Open, mail::account_set;
    /// Tries the mail account: dials, logs in, and sends a message to oneself when asked.
    mail_account_test(mail::AccountTest) -> mail::AccountTested, Always, mail::account_test;
    /// Takes the mail account away, with its password.
    mail_account_remove(mail::AccountRemove) -> tell::Done, Open, mail::account_remove;
    /// Gives the password of the mail account.
    mail_password(mail::PasswordSet) -> mail::AccountView, Open, mail::password_set;
    /// Settings of the provider of an address, if they are known for sure.
    mail_preset(mail::PresetAsk) -> mail::PresetReply, Always, mail::preset;
    /// The letters that go by e-mail, and how they stand.
    outbox(mail::OutboxAsk) -> mail::Outbox, Read, mail::outbox;
    /// Sends the e-mails that wait through the user's own account.
    mail_send(mail::MailSend) -> mail::MailSent, Always, mail::send;
    /// Sends these e-mails again.
    mail_retry(mail::MailRetry) -> mail::MailSent, Always, mail::retry;
    /// Says whether an e-mail of unknown fate arrived, or may be sent again.
    mail_settle(mail::Settle) -> tell::Done, Open, mail::settle;
    /// Notes that an e-mail came back.
    mail_bounce(mail::Bounce) -> tell::Done, Open, mail::bounce;
    /// Notes that a letter which could not be mailed was posted.
    mail_posted(mail::Posted) -> tell::Done, Open, mail::posted;
    /// The kept e-mail of a letter, and what happened to it.
    mail_message(mail::MessageAsk) -> mail::KeptMessage, Read, mail::message;
    /// Writes the kept e-mail of a letter to a file, byte for byte.
    mail_message_save(mail::MessageSave) -> whole_file::SavedFile, Open, mail::message_save;
    /// Saves the e-mail of a letter as a draft for another mail program.
    mail_draft_save(mail::DraftSave) -> whole_file::SavedFile, Open, mail::draft_save;
    /// Writes the letter of an e-mail as a PDF, to print and post.
    mail_paper_save(mail::PaperSave) -> whole_file::SavedFile, Open, mail::paper_save;
    /// A link that opens the user's own mail program.
    mailto(mail::MailTo) -> mail::MailToLink, Open, mail::mailto;

    // --- what the user tells ---
    /// Corrects a customer.
    set_customer(tell::SetCustomer) -> tell::Done, Open, tell::set_customer;
    /// A cash or card payment.
    pay(tell::Pay) -> tell::Done, Open, tell::pay;
    /// Gives up a part of an invoice.
    write_off(tell::WriteOffRequest) -> tell::Done, Open, tell::write_off;
    /// Sets a credit note off against an invoice of the same customer.
    credit_set_off(tell::CreditSetOff) -> tell::Done, Open, tell::credit_set_off;
    /// What setting a credit note off would do; writes nothing.
    credit_set_off_preview(tell::CreditSetOff) -> tell::SetOffOutcome, Read, tell::credit_set_off_preview;
    /// Gives up interest or costs.
    waive(tell::Waive) -> tell::Done, Open, tell::waive;
    /// Pauses a customer or an invoice.
    hold(tell::HoldRequest) -> tell::Done, Open, tell::hold;
    /// Notes that an invoice, or a part of it, is disputed.
    dispute(tell::DisputeRequest) -> tell::Done, Open, tell::dispute;
    /// Notes a promise to pay.
    promise(tell::PromiseRequest) -> tell::Done, Open, tell::promise;
    /// Notes an insolvency or debt help.
    insolvency(tell::InsolvencyRequest) -> tell::Done, Open, tell::insolvency;
    /// Notes a call, a visit, anything.
    note(tell::NoteRequest) -> tell::Done, Open, tell::note;
    /// Adds an invoice typed by hand.
    invoice_add(tell::InvoiceAdd) -> tell::Done, Open, tell::invoice_add;
    /// Keeps a file (PDF, image, UBL) with an invoice.
    invoice_file_add(tell::InvoiceFileAdd) -> tell::Done, Open, tell::invoice_file_add;
    /// Saves a file that was kept with an invoice.
    invoice_file_save(tell::InvoiceFileSave) -> whole_file::SavedFile, Open, tell::invoice_file_save;
    /// Undoes one act, or the last.
    undo(tell::Undo) -> tell::Done, Open, tell::undo;
    /// Changes the creditor's details, settings, plans, a template or a rate.
    configure(tell::Configure) -> tell::Done, Open, tell::configure;

    /// How the administration is set up.
    settings(recent::Nothing) -> tell::SettingsView, Read, tell::settings;

    // --- the law, for anyone ---
    /// The statutory rates: shipped and own, and through which day they were verified.
    rates(recent::Nothing) -> rates::RatesView, Always, rates::rates;
    /// Collection costs.
    calc_costs(calc::CostsRequest) -> calc::Calculated, Always, calc::costs;
    /// Interest.
    calc_interest(calc::InterestRequest) -> calc::Calculated, Always, calc::interest;
    /// Dates of a 14-day letter.
    calc_notice(calc::NoticeRequest) -> calc::Calculated, Always, calc::notice;
    /// Limitation.
    calc_limitation(calc::LimitationRequest) -> calc::Calculated, Always, calc::limitation;
    /// Start of interest.
    calc_interest_start(calc::InterestStartRequest) -> calc::Calculated, Always, calc::interest_start;
    /// A claim with payments, imputed by law.
    calc_claim(calc::ClaimRequest) -> calc::Calculated, Always, calc::claim;
    /// Writes the sheet of a calculation as PDF: inputs, lines, articles, rates with their source.
    calc_sheet(calc_sheet::CalcSheet) -> whole_file::SavedFile, Always, calc_sheet::calc_sheet;
    /// Draws that sheet without writing it.
    calc_sheet_preview(calc_sheet::CalcSheetPreview) -> calc_sheet::PdfPages, Always, calc_sheet::calc_sheet_preview;
}

fn call<Request: DeserializeOwned, Response: Serialize>(
    session: &Session,
    name: &str,
    payload: Value,
    lang: Lang,
    access: Access,
    body: fn(&mut Context<'_>, Request) -> AppResult<Response>,
) -> AppResult<Value> {
    let request = serde_json::from_value(payload).map_err(|error| {
        AppError::new(Code::BadRequest)
            .with("name", name)
            .with("what", error)
    })?;
    let response = session.with_context(lang, access, |context| body(context, request))?;
    serde_json::to_value(response)
        .map_err(|error| AppError::new(Code::Internal).with("what", error))
}

/// Calls a command by its name.
///
/// # Errors
/// The error of the command, worded in `lang`.
pub fn dispatch(
    session: &Session,
    name: &str,
    payload: Value,
    lang: Lang,
) -> Result<Value, ApiError> {
    route(session, name, payload, lang).map_err(|error| error.to_api(lang))
}

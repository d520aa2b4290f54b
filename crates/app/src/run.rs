//! The run: from decisions to letters in the user's hands, each exactly once.
//!
//! Order of things, so that a crash at any moment neither loses nor doubles a letter: the bytes
//! and the (invoice, step) keys are stored in one transaction (approved); this computer's journal
//! notes the keys; the file is written beside its place and renamed into it; then it is recorded
//! as handed over. A run that was cut off is finished first, with the same bytes.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use credit::{
    Account, Channel, Gate, Letter, LetterId, LetterState, Proposal, ProposalKind, RunId, Step,
};
use serde::{Deserialize, Serialize};
use store::{
    Accounts, LetterFileKind, NewFile, NewLetter, NewLetterFile, NewRun, OpenRun, PendingLetter,
};
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::find::{self, InvoiceNames};
use crate::jobs::Running;
use crate::letters::Desk;
use crate::session::{Context, shown};
use crate::tell::Done;
use crate::today::{ClaimView, ReasonView, reasons};

/// Which letters to approve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Approve {
    /// None: only say what would go.
    #[default]
    None,
    /// All that are green.
    Green,
    /// Green and amber; that amber went is written down. Red never goes.
    All,
}

/// Make the run.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Run {
    /// Which letters to approve.
    #[serde(default)]
    #[ts(optional, as = "Option<Approve>")]
    pub approve: Approve,
    /// The folder to write to.
    pub out: String,
    /// Only these customers; everybody when none.
    pub customers: Option<Vec<String>>,
    /// Today, when it is not the clock's.
    #[ts(optional, type = "IsoDate")]
    pub date: Option<NaiveDate>,
}

/// A file of a letter.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LetterFile {
    /// Where it is.
    pub file: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// One letter of the run.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SentLetter {
    /// The letter's id; what `confirm` takes.
    pub letter: String,
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Level.
    #[ts(type = "Step")]
    pub step: Step,
    /// Date it bears.
    #[ts(type = "IsoDate")]
    pub date: NaiveDate,
    /// How it travels.
    #[ts(type = "Channel[]")]
    pub channels: Vec<Channel>,
    /// Its first file.
    pub file: String,
    /// SHA-256 of that file.
    pub sha256: String,
    /// All its files.
    pub files: Vec<LetterFile>,
    /// What it asks.
    pub claim: ClaimView,
    /// Printed numbers of its invoices.
    pub invoices: Vec<String>,
    /// Whether an earlier, cut-off run had approved it.
    pub resumed: bool,
}

/// A letter that did not go.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Skipped {
    /// The customer.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// Level.
    #[ts(type = "Step | null")]
    pub step: Option<Step>,
    /// Its gate.
    #[ts(type = "Gate")]
    pub gate: Gate,
    /// Why.
    pub reasons: Vec<ReasonView>,
}

/// What a run did.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct RunReport {
    /// The run; null when nothing was approved now.
    pub run: Option<String>,
    /// Letters handed over in this call.
    pub sent: u32,
    /// Those among them that an earlier, cut-off run had approved.
    pub resumed: u32,
    /// Letters that were due and did not go.
    pub held: u32,
    /// The letters.
    pub letters: Vec<SentLetter>,
    /// Those that did not go, and why.
    pub skipped: Vec<Skipped>,
    /// The list of what left, with the head of the log; null when nothing left.
    pub sheet: Option<LetterFile>,
}

/// Makes the run.
///
/// # Errors
/// `date_before_facts`, `read_only`, `disk_full`, `letter_failed`.
pub fn run(context: &mut Context<'_>, request: Run) -> AppResult<RunReport> {
    let date = context.deciding_day(request.date)?;
    let out = PathBuf::from(&request.out);
    std::fs::create_dir_all(&out).map_err(|error| AppError::io(&out, &error))?;
    let out = std::path::absolute(&out).map_err(|error| AppError::io(&out, &error))?;
    let running = context.session.jobs().start("run", None);
    let mut report = RunReport::default();
    let names = InvoiceNames::read(&context.reader()?)?;
    let mut going = Going {
        out: &out,
        date,
        names: &names,
        resumed: true,
    };
    resume(context, &going, &mut report)?;
    going.resumed = false;

    let (customers, skipped) = sort_out(context, &request, date)?;
    report.skipped = skipped;
    let approved = approve(
        context,
        &customers,
        date,
        &out,
        &running,
        &mut report.skipped,
    )?;
    for (handed, pending) in context.reader()?.pending()?.iter().enumerate() {
        // From here on stopping would only leave letters for the next run to finish: go on.
        let _ = running.step(handed);
        report.letters.push(hand_over(context, pending, &going)?);
    }
    report.held = u32::try_from(report.skipped.len()).unwrap_or(u32::MAX);
    report.run = approved.map(|run| run.to_string());
    report.sent = u32::try_from(report.letters.len()).unwrap_or(u32::MAX);
    report.sheet = crate::run_sheet::write_if_owed(context, &report, date, &out)?;
    Ok(report)
}

/// Where letters go, when, and how their invoices are named.
struct Going<'a> {
    out: &'a Path,
    date: NaiveDate,
    names: &'a InvoiceNames,
    resumed: bool,
}

/// Customers with the letters that go, and the letters that do not.
type SortedOut = (Vec<credit::CustomerId>, Vec<Skipped>);

fn sort_out(context: &Context<'_>, request: &Run, date: NaiveDate) -> AppResult<SortedOut> {
    let lang = context.lang;
    let rates = context.rates()?;
    let reader = context.reader()?;
    let books = reader.books()?;
    let only = match &request.customers {
        None => None,
        Some(names) => Some(
            names
                .iter()
                .map(|name| Ok(find::customer(&reader, name)?.id))
                .collect::<AppResult<std::collections::HashSet<_>>>()?,
        ),
    };
    let mut going = Vec::new();
    let mut skipped = Vec::new();
    reader.for_each_account(Accounts::Unsettled, |account: Account| -> AppResult<()> {
        if only
            .as_ref()
            .is_some_and(|only| !only.contains(&account.customer.id))
        {
            return Ok(());
        }
        for proposal in crate::today::decide(&account, &books, &rates, date) {
            if proposal.kind != ProposalKind::Letter {
                continue;
            }
            if goes(&proposal, request.approve) {
                going.push((proposal.claim.total, account.customer.id));
            } else {
                skipped.push(skip(&proposal, lang));
            }
        }
        Ok(())
    })?;
    going.sort_by_key(|(total, customer)| (std::cmp::Reverse(*total), *customer));
    let mut customers: Vec<_> = going.into_iter().map(|(_, customer)| customer).collect();
    customers.dedup();
    Ok((customers, skipped))
}

fn goes(proposal: &Proposal, approve: Approve) -> bool {
    proposal.kind == ProposalKind::Letter
        && match approve {
            Approve::None => false,
            Approve::Green => proposal.gate == Gate::Green,
            Approve::All => proposal.gate != Gate::Red,
        }
}

fn skip(proposal: &Proposal, lang: law::Lang) -> Skipped {
    let mut why = reasons(proposal, lang);
    if proposal.gate != Gate::Red {
        why.push(ReasonView {
            code: "not_approved",
            message: match lang {
                law::Lang::Nl => "Niet goedgekeurd in deze ronde.".to_string(),
                law::Lang::En => "Not approved in this run.".to_string(),
            },
        });
    }
    Skipped {
        customer: proposal.customer.to_string(),
        name: proposal.name.clone(),
        step: proposal.step,
        gate: proposal.gate,
        reasons: why,
    }
}

/// Draws the letters of these customers and stores them, all in one transaction: from then on
/// they exist. A letter that cannot be drawn is skipped with its reason and holds up no other.
fn approve(
    context: &mut Context<'_>,
    customers: &[credit::CustomerId],
    date: NaiveDate,
    out: &Path,
    running: &Running,
    skipped: &mut Vec<Skipped>,
) -> AppResult<Option<RunId>> {
    if customers.is_empty() {
        return Ok(None);
    }
    let lang = context.lang;
    let rates = context.rates()?;
    let desk = Desk::open(&context.reader()?)?;
    let new = NewRun {
        date,
        out: shown(out),
        info: serde_json::Value::Null,
    };
    context.write(date, |writer| {
        let approved = writer.approve(&new, |open| -> AppResult<()> {
            for (done, customer) in customers.iter().enumerate() {
                running.step(done)?;
                let account = open.account(*customer)?;
                // What was green or amber a moment ago is decided the same now: nothing else can
                // write while the administration is held.
                for proposal in crate::today::decide(&account, &desk.books, &rates, date) {
                    if !goes(&proposal, Approve::All) {
                        continue;
                    }
                    match draw(&desk, &account, &proposal) {
                        Ok(files) => add(open, &proposal, date, &files)?,
                        Err(error) => skipped.push(failed(&proposal, &error, lang)),
                    }
                }
            }
            Ok(())
        })?;
        Ok(approved.run)
    })
}

fn failed(proposal: &Proposal, error: &AppError, lang: law::Lang) -> Skipped {
    let mut why = skip(proposal, lang);
    why.reasons.push(ReasonView {
        code: "letter_failed",
        message: error.to_api(lang).message,
    });
    why
}

/// Stores one letter with what it was let through for.
pub(crate) fn add(
    open: &mut OpenRun<'_, '_>,
    proposal: &Proposal,
    date: NaiveDate,
    files: &[DrawnFile],
) -> AppResult<()> {
    let letter = stored_letter(proposal, date);
    let files: Vec<NewLetterFile<'_>> = files
        .iter()
        .map(|file| NewLetterFile {
            kind: file.kind,
            name: file.name.clone(),
            media_type: file.media_type.to_string(),
            bytes: &file.bytes,
        })
        .collect();
    let info = serde_json::json!({ "gate": proposal.gate, "reasons": proposal.reasons });
    open.add(&NewLetter {
        letter: &letter,
        info,
        files: &files,
    })?;
    Ok(())
}

/// A file of a letter, drawn.
pub(crate) struct DrawnFile {
    kind: LetterFileKind,
    name: String,
    media_type: &'static str,
    bytes: Vec<u8>,
}

/// Draws the files of one letter.
pub(crate) fn draw(
    desk: &Desk,
    account: &Account,
    proposal: &Proposal,
) -> AppResult<Vec<DrawnFile>> {
    let model = desk.compose(account, proposal)?;
    let template = desk.template(model.kind, model.lang);
    let pdf = documents::print_letter(&model, &template, &desk.setup)?;
    let name = file_stem(proposal);
    let mut files = Vec::new();
    if proposal.channels.contains(&Channel::Email) {
        let to = account.customer.email.clone().unwrap_or_default();
        let attached = format!("{name}.pdf");
        files.push(DrawnFile {
            kind: LetterFileKind::Eml,
            name: format!("{name}.eml"),
            media_type: "message/rfc822",
            bytes: crate::letters::draft_mail(&model, &template, &to, &pdf, &attached)?,
        });
    }
    if proposal.channels.contains(&Channel::Letter) {
        let file = DrawnFile {
            kind: LetterFileKind::Pdf,
            name: format!("{name}.pdf"),
            media_type: "application/pdf",
            bytes: pdf.bytes,
        };
        // The paper letter is the letter; an e-mail beside it is its copy.
        files.insert(0, file);
    }
    Ok(files)
}

fn stored_letter(proposal: &Proposal, run_date: NaiveDate) -> Letter {
    Letter {
        id: LetterId(0),
        run: RunId(0),
        customer: proposal.customer,
        step: proposal.step.unwrap_or(Step::Reminder),
        run_date,
        date: proposal.date,
        channels: proposal.channels.clone(),
        state: LetterState::Approved,
        left_on: None,
        proof: false,
        claim: proposal.claim.clone(),
        delivery_days: proposal.delivery_days,
        plan_days: proposal.plan_days,
        notice_of_default_days: proposal.notice_of_default_days,
        lines: proposal.lines.clone(),
    }
}

/// One letter of a customer a day at most, so this names it; no name of a person in it.
fn file_stem(proposal: &Proposal) -> String {
    let step = proposal.step.map_or("letter", Step::code);
    format!("{}_{}_{step}", proposal.date, proposal.customer)
}

/// Finishes what an earlier, cut-off run had approved.
fn resume(context: &mut Context<'_>, going: &Going<'_>, report: &mut RunReport) -> AppResult<()> {
    let pending = context.reader()?.pending()?;
    for letter in pending {
        let sent = hand_over(context, &letter, going)?;
        report.letters.push(sent);
        report.resumed += 1;
    }
    Ok(())
}

/// Puts one approved letter in the user's hands, and records it.
fn hand_over(
    context: &mut Context<'_>,
    pending: &PendingLetter,
    going: &Going<'_>,
) -> AppResult<SentLetter> {
    let Going {
        out, date, resumed, ..
    } = *going;
    let keys = context.reader()?.journal_keys(pending.letter.id)?;
    context.administration()?.journal_append(&keys, date)?;
    let mut files = Vec::new();
    for file in &pending.files {
        let bytes = context.reader()?.letter_bytes(file.id)?;
        // Where the cut-off run had put it already, it stays: one letter, one place.
        let earlier = Path::new(&pending.out).join(&file.name);
        let place = if resumed && holds(&earlier, &bytes) {
            earlier
        } else {
            out.join(&file.name)
        };
        if !holds(&place, &bytes) {
            crate::administration::write_whole(&place, &bytes)?;
        }
        files.push(LetterFile {
            file: shown(&place),
            sha256: file.sha256.clone(),
        });
    }
    let first = files.first().cloned().ok_or_else(|| {
        AppError::new(Code::Internal).with("what", format!("{} has no file", pending.letter.id))
    })?;
    context.write(date, |writer| {
        Ok(writer.hand_over(pending.letter.id, &first.file)?)
    })?;
    view(context, &pending.letter, files, first, going)
}

fn holds(place: &Path, bytes: &[u8]) -> bool {
    std::fs::read(place).is_ok_and(|found| found == bytes)
}

fn view(
    context: &Context<'_>,
    letter: &Letter,
    files: Vec<LetterFile>,
    first: LetterFile,
    going: &Going<'_>,
) -> AppResult<SentLetter> {
    let reader = context.reader()?;
    let mut invoices = Vec::new();
    for line in &letter.lines {
        invoices.push(
            going
                .names
                .name(&reader.invoice(line.invoice)?.number, letter.customer),
        );
    }
    Ok(SentLetter {
        letter: letter.id.to_string(),
        customer: letter.customer.to_string(),
        name: reader.customer(letter.customer)?.name,
        step: letter.step,
        date: letter.date,
        channels: letter.channels.clone(),
        file: first.file,
        sha256: first.sha256,
        files,
        claim: ClaimView::from(&letter.claim),
        invoices,
        resumed: going.resumed,
    })
}

/// Confirm that a letter was posted or sent.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct Confirm {
    /// The letter (`B-17`).
    pub letter: String,
    /// Day it was posted or sent; the letter's own date when none.
    #[ts(optional, type = "IsoDate")]
    pub left_on: Option<NaiveDate>,
    /// Proof of sending: a file to keep.
    pub proof: Option<String>,
}

/// Confirms that a letter was posted or sent.
///
/// # Errors
/// `unknown_letter`, `future_date`, and what reading the proof gives.
pub fn confirm(context: &mut Context<'_>, request: Confirm) -> AppResult<Done> {
    let today = context.day(None);
    let id = find::letter(&request.letter)?;
    let letter = context.reader()?.letter(id)?;
    if let Some(left) = request.left_on
        && left > today.max(letter.date)
    {
        return Err(AppError::new(Code::FutureDate)
            .with("date", left)
            .with("today", today));
    }
    let proof = match &request.proof {
        None => None,
        Some(path) => {
            let path = Path::new(path);
            let bytes = std::fs::read(path).map_err(|error| AppError::io(path, &error))?;
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            Some(NewFile {
                name,
                media_type: "application/octet-stream".to_string(),
                bytes,
            })
        }
    };
    let fact = context.write(today, |writer| {
        Ok(writer.confirm(id, request.left_on, proof.as_ref())?)
    })?;
    Ok(Done::new(
        fact,
        context.lang,
        format!("{id} staat als verzonden genoteerd."),
        format!("{id} is noted as sent."),
    ))
}

//! The law for anyone: the calculations without an administration, as cli.md shapes them.

use chrono::NaiveDate;
use law::{
    Cents, ClaimCase, ClaimKind, Compound, ContractInterest, CostsVat, DayCount, DebtorKind,
    InterestBasis, InterestStartFacts, InterestTerms, Per, Percent, RateKind, RateTable,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::catalogue::Code;
use crate::error::{AppError, AppResult};
use crate::session::Context;

/// A calculation with its explanation, as `standvast calc` prints it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(transparent)]
#[ts(type = "Record<string, unknown>")]
pub struct Calculated(Value);

fn calculated(view: impl Serialize) -> AppResult<Calculated> {
    serde_json::to_value(view)
        .map(Calculated)
        .map_err(|error| AppError::new(Code::Internal).with("what", error))
}

/// The shipped rates; with those that the user added when an administration is open.
pub(crate) fn rates(context: &Context<'_>) -> AppResult<RateTable> {
    let own = context
        .session
        .while_open(|reader, _| Ok(reader.user_rates::<law::RateRow>()?));
    match own.transpose()? {
        Some(own) => Ok(RateTable::shipped().with_user_rates(&own)),
        None => Ok(RateTable::shipped().clone()),
    }
}

/// Costs over a principal.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct CostsRequest {
    /// The principal.
    #[ts(type = "Money")]
    pub principal: Cents,
    /// Whether both conditions of art. 2 lid 3 BIK are declared.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub vat_not_recoverable: bool,
}

/// Collection costs.
///
/// # Errors
/// None.
pub fn costs(context: &mut Context<'_>, request: CostsRequest) -> AppResult<Calculated> {
    calculated(request.reckon().view(context.lang))
}

impl CostsRequest {
    /// What the law makes of it.
    pub(crate) fn reckon(&self) -> law::Costs {
        let vat = if self.vat_not_recoverable {
            CostsVat::DeclaredNotDeductible
        } else {
            CostsVat::None
        };
        law::collection_costs(self.principal, vat)
    }
}

/// Which interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Regime {
    /// Art. 6:119 BW.
    Consumer,
    /// Art. 6:119a BW.
    Commercial,
    /// Art. 6:119b BW.
    Government,
    /// Agreed.
    Contract,
}

/// Interest over a principal.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct InterestRequest {
    /// Which interest.
    pub regime: Regime,
    /// The principal.
    #[ts(type = "Money")]
    pub principal: Cents,
    /// First day that bears interest.
    #[ts(type = "IsoDate")]
    pub from: NaiveDate,
    /// Last day.
    #[ts(type = "IsoDate")]
    pub through: NaiveDate,
    /// `year` or `365`.
    #[serde(default)]
    #[ts(optional, type = "'year' | '365'")]
    pub day_count: DayCount,
    /// Points above the statutory rate.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub surcharge: Option<Percent>,
    /// Agreed percentage.
    #[serde(default)]
    #[ts(optional, type = "string")]
    pub percent: Option<Percent>,
    /// Per year or month.
    #[serde(default)]
    #[ts(optional, type = "'year' | 'month'")]
    pub per: Option<Per>,
    /// Compounding.
    #[serde(default)]
    #[ts(optional, type = "'none' | 'year' | 'month'")]
    pub compound: Option<Compound>,
}

/// Interest.
///
/// # Errors
/// `rate_unknown`, `invalid_fields` where regime and percentage do not go together.
pub fn interest(context: &mut Context<'_>, request: InterestRequest) -> AppResult<Calculated> {
    let rates = rates(context)?;
    calculated(request.reckon(&rates)?.view(context.lang))
}

impl InterestRequest {
    /// What the law makes of it.
    ///
    /// # Errors
    /// As [`interest`].
    pub(crate) fn reckon(&self, rates: &RateTable) -> AppResult<law::Interest> {
        let terms = terms(self)?;
        Ok(law::interest(
            &terms,
            self.principal,
            self.from,
            self.through,
            rates,
        )?)
    }
}

fn terms(request: &InterestRequest) -> AppResult<InterestTerms> {
    let statutory = |kind| InterestBasis::Statutory {
        kind,
        surcharge: request.surcharge.unwrap_or(Percent::ZERO),
    };
    let basis = match request.regime {
        Regime::Consumer => statutory(RateKind::Consumer),
        Regime::Commercial => statutory(RateKind::Commercial),
        Regime::Government => statutory(RateKind::Government),
        Regime::Contract => InterestBasis::Contract(contract(request)?),
    };
    if request.regime != Regime::Contract && request.percent.is_some() {
        return Err(AppError::new(Code::InvalidFields).field("percent", Code::FieldInvalid));
    }
    Ok(InterestTerms {
        basis,
        day_count: request.day_count,
    })
}

fn contract(request: &InterestRequest) -> AppResult<ContractInterest> {
    let percent = request
        .percent
        .ok_or_else(|| AppError::new(Code::InvalidFields).field("percent", Code::FieldRequired))?;
    if request
        .surcharge
        .is_some_and(|surcharge| !surcharge.is_zero())
    {
        return Err(AppError::new(Code::InvalidFields).field("surcharge", Code::FieldInvalid));
    }
    Ok(ContractInterest {
        percent,
        per: request.per.unwrap_or(Per::Year),
        compound: request.compound.unwrap_or_default(),
    })
}

/// Dates of a 14-day letter.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct NoticeRequest {
    /// Day it was posted.
    #[ts(type = "IsoDate")]
    pub sent: NaiveDate,
    /// Delivery days: 2 (default) or 3.
    pub delivery_days: Option<u8>,
    /// Days that the plan waits after sending.
    pub plan_days: Option<u16>,
}

/// Dates of a 14-day letter.
///
/// # Errors
/// `invalid_fields` for delivery days below 2 or above 30, or plan days below 21.
pub fn notice(context: &mut Context<'_>, request: NoticeRequest) -> AppResult<Calculated> {
    calculated(request.reckon()?.view(context.lang))
}

impl NoticeRequest {
    /// Days that the post takes.
    pub(crate) fn delivery(&self) -> u8 {
        self.delivery_days.unwrap_or(law::notice::MIN_DELIVERY_DAYS)
    }

    /// Days that the plan waits.
    pub(crate) fn plan(&self) -> u16 {
        self.plan_days.unwrap_or(law::notice::DEFAULT_PLAN_DAYS)
    }

    /// What the law makes of it.
    ///
    /// # Errors
    /// As [`notice`].
    pub(crate) fn reckon(&self) -> AppResult<law::NoticeTerm> {
        let (delivery, plan) = (self.delivery(), self.plan());
        if !(law::notice::MIN_DELIVERY_DAYS..=30).contains(&delivery) {
            return Err(
                AppError::new(Code::InvalidFields).field("delivery_days", Code::FieldInvalid)
            );
        }
        if !(law::notice::MIN_PLAN_DAYS..=365).contains(&plan) {
            return Err(AppError::new(Code::InvalidFields).field("plan_days", Code::FieldInvalid));
        }
        Ok(law::notice_term(self.sent, delivery, plan))
    }
}

/// Limitation of a claim.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct LimitationRequest {
    /// Day it became due; for a judgment, its date.
    #[ts(type = "IsoDate")]
    pub due: NaiveDate,
    /// What it is for.
    #[ts(type = "'contract' | 'consumer-sale' | 'periodic' | 'judgment'")]
    pub kind: ClaimKind,
    /// Days on which the debtor received an interruption.
    #[serde(default)]
    #[ts(optional, type = "IsoDate[]")]
    pub interrupted: Vec<NaiveDate>,
}

/// Limitation.
///
/// # Errors
/// None.
pub fn limitation(context: &mut Context<'_>, request: LimitationRequest) -> AppResult<Calculated> {
    calculated(request.reckon().view(context.lang))
}

impl LimitationRequest {
    /// What the law makes of it.
    pub(crate) fn reckon(&self) -> law::Limitation {
        law::limitation(self.due, self.kind, &self.interrupted)
    }
}

/// Facts from which the start of interest follows.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields)]
pub struct InterestStartRequest {
    /// What kind of debtor.
    #[ts(type = "'business' | 'consumer' | 'government'")]
    pub debtor: DebtorKind,
    /// Agreed last day of payment.
    #[ts(optional, type = "IsoDate")]
    pub due: Option<NaiveDate>,
    /// Day the invoice was received.
    #[ts(optional, type = "IsoDate")]
    pub invoice_received: Option<NaiveDate>,
    /// Day the performance was received.
    #[ts(optional, type = "IsoDate")]
    pub performance_received: Option<NaiveDate>,
    /// Day a notice of default was received.
    #[ts(optional, type = "IsoDate")]
    pub notice_received: Option<NaiveDate>,
    /// Days that it gave.
    pub notice_days: Option<u16>,
    /// Whether the due day was only printed on the invoice, not agreed.
    pub due_not_agreed: Option<bool>,
    /// Whether a large company owes a small or medium one.
    pub large_debtor: Option<bool>,
}

/// Start of interest.
///
/// # Errors
/// None; facts that do not give an answer give null and a warning.
pub fn interest_start(
    context: &mut Context<'_>,
    request: InterestStartRequest,
) -> AppResult<Calculated> {
    calculated(request.reckon().view(context.lang))
}

impl InterestStartRequest {
    /// What the law makes of it.
    pub(crate) fn reckon(&self) -> law::InterestStart {
        law::interest_start(&InterestStartFacts {
            due: self.due,
            due_agreed: !self.due_not_agreed.unwrap_or(false),
            invoice_received: self.invoice_received,
            performance_received: self.performance_received,
            notice_received: self.notice_received,
            notice_days: self.notice_days,
            large_debtor: self.large_debtor.unwrap_or(false),
            ..InterestStartFacts::of(self.debtor)
        })
    }
}

/// A claim with costs and payments, as the file of `standvast calc claim`.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "Record<string, unknown>")]
pub struct ClaimRequest(pub(crate) ClaimCase);

/// A claim, its payments imputed by art. 6:43 and 6:44 BW.
///
/// # Errors
/// What the law engine refuses: `rate_unknown`, `claim_unknown`, `payment_negative` …
pub fn claim(context: &mut Context<'_>, request: ClaimRequest) -> AppResult<Calculated> {
    let statement = law::claim(&request.0, &rates(context)?)?;
    calculated(statement.view(context.lang))
}

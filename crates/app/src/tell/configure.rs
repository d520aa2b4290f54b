//! Changes of the creditor's details, settings, plans, templates and rates.

use credit::{CustomerKind, DunningPlan, PlanProblem, Settings};
use law::RateRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Done;
use crate::catalogue::Code;
use crate::creditor::CreditorForm;
use crate::error::{AppError, AppResult};
use crate::find;
use crate::session::Context;

/// One change of the administration's settings.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Configure {
    /// The creditor's details.
    Creditor {
        /// The details.
        creditor: Box<CreditorForm>,
        /// Whether its own terms name collection costs or interest for consumers.
        #[serde(default)]
        terms_name_costs: Option<bool>,
    },
    /// Settings, only the fields that are given; docs/settings.md lists them.
    Settings {
        /// Field and new value.
        #[ts(type = "Record<string, unknown>")]
        change: serde_json::Map<String, Value>,
    },
    /// A plan of one customer; none removes it.
    CustomerPlan {
        /// The customer.
        customer: String,
        /// Its plan.
        #[ts(type = "unknown")]
        plan: Option<DunningPlan>,
    },
    /// The text of a letter.
    Template {
        /// Which letter: `reminder.nl`, `final_demand.en` …
        name: String,
        /// Its text.
        text: String,
    },
    /// The logo on letters; none takes it away.
    Logo {
        /// A PNG or JPEG.
        file: Option<String>,
    },
    /// A statutory rate that the program does not ship yet.
    Rate {
        /// The rate, with its source.
        #[ts(type = "{ kind: string; start_date: string; percent: string; source: string }")]
        rate: RateRow,
    },
}

/// Makes one change.
///
/// # Errors
/// `invalid_fields`, `plan_invalid`, and what a template is refused for.
pub fn configure(context: &mut Context<'_>, request: Configure) -> AppResult<Done> {
    let day = context.day(None);
    let lang = context.lang;
    let (fact, nl, en) = match request {
        Configure::Creditor {
            creditor,
            terms_name_costs,
        } => {
            let mut checked = creditor.check()?;
            let known = context.reader()?.creditor()?;
            checked.terms_name_costs =
                terms_name_costs.or(known.and_then(|creditor| creditor.terms_name_costs));
            let fact = context.write(day, |writer| Ok(writer.put_creditor(&checked)?))?;
            context.rename(&checked.name);
            (
                fact,
                "De gegevens zijn bijgewerkt.",
                "The details were updated.",
            )
        }
        Configure::Settings { change } => {
            let settings = changed_settings(&context.reader()?.settings()?, change)?;
            let fact = context.write(day, |writer| Ok(writer.put_settings(&settings)?))?;
            (
                fact,
                "De instellingen zijn bijgewerkt.",
                "The settings were updated.",
            )
        }
        Configure::CustomerPlan { customer, plan } => {
            let customer = find::customer(&context.reader()?, &customer)?;
            if let Some(plan) = &plan {
                check_plan(plan, customer.kind, lang)?;
            }
            let fact = context.write(day, |writer| {
                Ok(writer.put_customer_plan(customer.id, plan.as_ref())?)
            })?;
            (
                fact,
                "Het plan van deze klant is bijgewerkt.",
                "This customer's plan was updated.",
            )
        }
        Configure::Template { name, text } => {
            crate::letters::check_template(&name, &text)?;
            let fact = context.write(day, |writer| Ok(writer.put_template(&name, &text)?))?;
            (
                fact,
                "De brieftekst is bijgewerkt.",
                "The letter's text was updated.",
            )
        }
        Configure::Logo { file } => {
            let logo = file.as_deref().map(crate::letters::read_logo).transpose()?;
            let fact = context.write(day, |writer| {
                Ok(writer.put_setting(crate::letters::LOGO, &logo)?)
            })?;
            (fact, "Het logo is bijgewerkt.", "The logo was updated.")
        }
        Configure::Rate { rate } => {
            if rate.source.trim().is_empty() {
                return Err(AppError::new(Code::InvalidFields).field("source", Code::FieldRequired));
            }
            let fact = context.write(day, |writer| Ok(writer.put_user_rate(&rate)?))?;
            (fact, "De rentevoet is toegevoegd.", "The rate was added.")
        }
    };
    Ok(Done::new(fact, lang, nl.to_string(), en.to_string()))
}

fn changed_settings(
    before: &Settings,
    change: serde_json::Map<String, Value>,
) -> AppResult<Settings> {
    let internal = |error: serde_json::Error| {
        AppError::new(Code::BadRequest)
            .with("name", "configure")
            .with("what", error)
    };
    let mut whole = serde_json::to_value(before).map_err(internal)?;
    let mut error = AppError::new(Code::InvalidFields);
    if let Value::Object(fields) = &mut whole {
        for (field, value) in change {
            if fields.contains_key(&field) {
                fields.insert(field, value);
            } else {
                error = error.field(&field, Code::FieldInvalid);
            }
        }
    }
    let after: Settings = serde_json::from_value(whole).map_err(internal)?;
    let within = [
        ("delivery_days", (2..=3).contains(&after.delivery_days)),
        ("plan_days", (21..=365).contains(&after.plan_days)),
        ("window_shift_x", (-10..=10).contains(&after.window_shift_x)),
        ("window_shift_y", (-10..=10).contains(&after.window_shift_y)),
        (
            "bank_red_days",
            after.bank_red_days >= after.bank_amber_days,
        ),
        (
            "notice_of_default_days",
            (7..=60).contains(&after.notice_of_default_days),
        ),
    ];
    for (field, right) in within {
        if !right {
            error = error.field(field, Code::FieldInvalid);
        }
    }
    if !error.fields.is_empty() {
        return Err(error);
    }
    let plans = [
        (&after.plans.consumer, CustomerKind::Consumer),
        (&after.plans.business, CustomerKind::Business),
        (&after.plans.government, CustomerKind::Government),
    ];
    for (plan, kind) in plans {
        check_plan(plan, kind, law::Lang::Nl)?;
    }
    Ok(after)
}

fn check_plan(plan: &DunningPlan, kind: CustomerKind, lang: law::Lang) -> AppResult<()> {
    let problems: Vec<PlanProblem> = credit::validate_plan(plan, kind);
    if problems.is_empty() {
        return Ok(());
    }
    let words: Vec<String> = problems
        .iter()
        .map(|problem| problem.message(lang))
        .collect();
    Err(AppError::new(Code::PlanInvalid).with("what", words.join("; ")))
}

/// How the administration is set up.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SettingsView {
    /// The creditor's details.
    pub creditor: CreditorForm,
    /// The settings; docs/settings.md lists them.
    #[ts(type = "Record<string, unknown>")]
    pub settings: Value,
    /// Names of the letters' texts that the user changed.
    pub templates: Vec<String>,
    /// Rates that the user added.
    #[ts(type = "{ kind: string; start: string; percent: string; source: string }[]")]
    pub rates: Vec<RateRow>,
    /// Through which day the shipped rates were verified.
    #[ts(type = "IsoDate")]
    pub rates_verified_until: chrono::NaiveDate,
    /// Whether letters bear a logo.
    pub logo: bool,
}

/// How the administration is set up.
///
/// # Errors
/// What the store gives.
pub fn settings(context: &mut Context<'_>, _: crate::recent::Nothing) -> AppResult<SettingsView> {
    let reader = context.reader()?;
    let settings = serde_json::to_value(reader.settings()?)
        .map_err(|error| AppError::new(Code::Internal).with("what", error))?;
    Ok(SettingsView {
        creditor: reader
            .creditor()?
            .map(|known| CreditorForm::of(&known))
            .unwrap_or_default(),
        settings,
        templates: reader
            .templates()?
            .into_iter()
            .map(|kept| kept.name)
            .collect(),
        rates: reader.user_rates()?,
        rates_verified_until: law::RateTable::shipped().verified_until(),
        logo: crate::letters::kept_logo(&reader)?.is_some(),
    })
}

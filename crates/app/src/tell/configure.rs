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
use crate::plans::PlanView;
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
        plan: Option<PlanView>,
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
        #[ts(type = "{ kind: string; start: string; percent: string; source: string }")]
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
            let plan = plan.map(DunningPlan::from);
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

/// What a numeric setting may be.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub struct SettingLimit {
    /// The setting.
    pub field: &'static str,
    /// At least.
    pub min: i32,
    /// At most.
    pub max: i32,
    /// As shipped.
    pub default: i32,
}

const fn limit(field: &'static str, min: i32, max: i32, default: i32) -> SettingLimit {
    SettingLimit {
        field,
        min,
        max,
        default,
    }
}

/// docs/settings.md has the same table with words; a test compares the defaults.
const LIMITS: [SettingLimit; 8] = [
    limit("delivery_days", 2, 3, 3),
    limit("plan_days", 21, 365, 24),
    limit("bank_amber_days", 0, 365, 3),
    limit("bank_red_days", 0, 365, 10),
    limit("transit_days", 0, 30, 2),
    limit("notice_of_default_days", 7, 60, 14),
    limit("window_shift_x", -10, 10, 0),
    limit("window_shift_y", -10, 10, 0),
];

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
    for limit in LIMITS {
        let value = match limit.field {
            "delivery_days" => i32::from(after.delivery_days),
            "plan_days" => i32::from(after.plan_days),
            "bank_amber_days" => i32::from(after.bank_amber_days),
            "bank_red_days" => i32::from(after.bank_red_days),
            "transit_days" => i32::from(after.transit_days),
            "notice_of_default_days" => i32::from(after.notice_of_default_days),
            "window_shift_x" => i32::from(after.window_shift_x),
            "window_shift_y" => i32::from(after.window_shift_y),
            _ => limit.min,
        };
        if !(limit.min..=limit.max).contains(&value) {
            error = error.field(limit.field, Code::FieldInvalid);
        }
    }
    if after.bank_red_days < after.bank_amber_days {
        error = error.field("bank_red_days", Code::FieldBankRed);
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
    /// What the numeric settings may be.
    pub limits: Vec<SettingLimit>,
    /// Whether the creditor's own terms name collection costs or interest for consumers; null: not
    /// answered yet.
    pub terms_name_costs: Option<bool>,
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
        limits: LIMITS.to_vec(),
        terms_name_costs: reader.creditor()?.and_then(|known| known.terms_name_costs),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_know_every_number_and_its_default() {
        let shipped = serde_json::to_value(Settings::default()).unwrap();
        for limit in LIMITS {
            assert_eq!(
                shipped[limit.field], limit.default,
                "{} must say what is shipped",
                limit.field
            );
        }
        let numbers = shipped.as_object().unwrap().values();
        assert_eq!(
            numbers.filter(|value| value.is_number()).count(),
            LIMITS.len(),
            "a number without limits could not be set in the window"
        );
    }

    #[test]
    fn what_is_out_of_bounds_is_named_by_field() {
        let change = |text: &str| {
            let change = serde_json::from_str(text).unwrap();
            changed_settings(&Settings::default(), change)
                .unwrap_err()
                .fields
        };
        assert_eq!(
            change(r#"{"plan_days": 20, "transit_days": 31}"#),
            [
                ("plan_days".to_string(), Code::FieldInvalid),
                ("transit_days".to_string(), Code::FieldInvalid)
            ]
        );
        assert_eq!(
            change(r#"{"bank_amber_days": 11}"#),
            [("bank_red_days".to_string(), Code::FieldBankRed)],
            "red before amber makes no sense"
        );
    }
}

//! Values with parts: `2026-17=120.50`, `bailiff=Dijk`, `K-3=100+2026-17=60`, `reminder=5`.

use serde::Serialize;
use serde_json::Value;

use super::{amount, say};

/// A part of a bank line: so much to one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The invoice.
    pub invoice: String,
    /// How much; negative reopens.
    pub amount: String,
}

/// A part as it is typed: `2026-17=120.50`.
///
/// # Errors
/// In words, for what has no invoice or no amount.
pub fn part(text: &str) -> Result<Part, String> {
    let (invoice, value) = text.rsplit_once('=').ok_or_else(|| {
        say(
            "schrijf FACTUUR=BEDRAG, zoals 2026-17=120.50",
            "write INVOICE=AMOUNT, like 2026-17=120.50",
        )
    })?;
    Ok(Part {
        invoice: invoice.to_string(),
        amount: amount(value)?,
    })
}

/// Who takes a dossier over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Party {
    /// `bailiff`, `agency` or `lawyer`.
    pub kind: String,
    /// Their name.
    pub name: String,
}

/// Who takes a dossier over, as typed: `bailiff=Gerechtsdeurwaarder Dijk`.
///
/// # Errors
/// In words, for another kind or no name.
pub fn party(text: &str) -> Result<Party, String> {
    let (kind, name) = text.split_once('=').unwrap_or(("", text));
    let (kind, name) = (kind.trim(), name.trim());
    if !["bailiff", "agency", "lawyer"].contains(&kind) || name.is_empty() {
        return Err(say(
            "schrijf bailiff=NAAM, agency=NAAM of lawyer=NAAM",
            "write bailiff=NAME, agency=NAME or lawyer=NAME",
        ));
    }
    Ok(Party {
        kind: kind.to_string(),
        name: name.to_string(),
    })
}

/// The part of a bank line that is one customer's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Whose money it is.
    pub customer: String,
    /// How much.
    pub amount: String,
    /// What is put where; the rest stays unallocated.
    pub parts: Vec<Part>,
}

/// A share as it is typed: `K-3=150.00+2026-17=100.00+2026-18=50.00`.
///
/// # Errors
/// In words, for what has no customer or no amount.
pub fn share(text: &str) -> Result<Share, String> {
    let mut pieces = text.split('+');
    let head = pieces.next().unwrap_or_default();
    let (customer, value) = head
        .rsplit_once('=')
        .filter(|(customer, _)| !customer.trim().is_empty())
        .ok_or_else(|| {
            say(
                "schrijf KLANT=BEDRAG+FACTUUR=BEDRAG, zoals K-3=150.00+2026-17=100.00",
                "write CUSTOMER=AMOUNT+INVOICE=AMOUNT, like K-3=150.00+2026-17=100.00",
            )
        })?;
    Ok(Share {
        customer: customer.trim().to_string(),
        amount: amount(value)?,
        parts: pieces.map(part).collect::<Result<_, _>>()?,
    })
}

/// The days before a step of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDays {
    /// The step.
    pub step: String,
    /// How many days.
    pub days: u16,
}

/// The steps of a plan.
const STEPS: [&str; 5] = [
    "reminder",
    "final_reminder",
    "notice_14_days",
    "final_demand",
    "handover",
];

/// The days before a step, as typed: `final_demand=7`.
///
/// # Errors
/// In words, for what is no step or no number of days.
pub fn step_days(text: &str) -> Result<StepDays, String> {
    let (step, days) = text.split_once('=').unwrap_or((text, ""));
    match days.trim().parse() {
        Ok(days) if STEPS.contains(&step.trim()) => Ok(StepDays {
            step: step.trim().to_string(),
            days,
        }),
        _ => Err(format!(
            "{} {}",
            say(
                "schrijf STAP=DAGEN, zoals final_demand=7; de stappen zijn",
                "write STEP=DAYS, like final_demand=7; the steps are",
            ),
            STEPS.join(", ")
        )),
    }
}

/// A setting and its new value.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The setting.
    pub field: String,
    /// Its value.
    pub value: Value,
}

/// A setting as typed: `delivery_days=2`, `always_365=true`.
///
/// # Errors
/// In words, for what has no value, or one that is neither a whole number nor true or false.
pub fn setting(text: &str) -> Result<Setting, String> {
    let (field, value) = text.split_once('=').unwrap_or((text, ""));
    let value = match value.trim() {
        "true" => Some(Value::Bool(true)),
        "false" => Some(Value::Bool(false)),
        number => number.parse::<i32>().ok().map(Value::from),
    };
    match value {
        Some(value) if !field.trim().is_empty() => Ok(Setting {
            field: field.trim().to_string(),
            value,
        }),
        _ => Err(say(
            "schrijf INSTELLING=WAARDE, zoals delivery_days=2 of always_365=true",
            "write FIELD=VALUE, like delivery_days=2 or always_365=true",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_customer_and_where_the_money_goes() {
        let part = |invoice: &str, amount: &str| Part {
            invoice: invoice.into(),
            amount: amount.into(),
        };
        assert_eq!(
            share("K-3=150,00+2026/17=100+F=1=50"),
            Ok(Share {
                customer: "K-3".into(),
                amount: "150.00".into(),
                parts: vec![part("2026/17", "100.00"), part("F=1", "50.00")],
            })
        );
        assert_eq!(share("D0001=5").map(|share| share.parts.len()), Ok(0));
        for wrong in ["", "K-3", "=5", "K-3=x", "K-3=5+", "K-3=5+2026-1"] {
            assert!(share(wrong).is_err(), "{wrong:?} names no share");
        }
    }

    #[test]
    fn steps_and_settings_are_named_and_valued() {
        assert_eq!(
            step_days("final_demand=7"),
            Ok(StepDays {
                step: "final_demand".into(),
                days: 7
            })
        );
        for wrong in ["final_demand", "sommatie=7", "reminder=-1", "reminder=x"] {
            assert!(step_days(wrong).is_err(), "{wrong:?} is no step with days");
        }
        assert_eq!(
            setting("window_shift_x=-3").map(|one| one.value),
            Ok(Value::from(-3))
        );
        assert_eq!(
            setting("always_365=true").map(|one| one.value),
            Ok(Value::Bool(true))
        );
        for wrong in ["delivery_days", "=2", "delivery_days=two", "x="] {
            assert!(setting(wrong).is_err(), "{wrong:?} sets nothing");
        }
    }
}

//! Words that ask the core more than one thing: a plan that starts from the kept one, a claim that is
//! named by its invoice, a calculation with its sheet, an answer of which a file is written.

use std::path::Path;

use app::{ApiError, AppError, AppResult, Code};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Answered, Work};
use crate::answer::Done;
use crate::args::{Calculation, Plan, PlanAct, PlanChange, PreviewText, Texts, TextsAct, Why};
use crate::requests::{Write, internal, json_of};

impl Work<'_> {
    /// The plans: shown, tried or changed.
    pub(super) fn plan(&self, plan: &Plan) -> Answered {
        self.open()?;
        match &plan.act {
            None | Some(PlanAct::Show) => {
                Ok(Done::new("plan", self.dispatch("settings", json!({}))?))
            }
            Some(PlanAct::Preview(change)) => {
                let (_, plan) = self.changed(change)?;
                let mut ask = json!({ "kind": change.kind, "plan": plan });
                if let Some(customer) = &change.customer {
                    ask["customer"] = json!(customer);
                }
                if let Some(date) = self.common.date {
                    ask["date"] = json!(date);
                }
                self.ask("plan_preview", ask)
            }
            Some(PlanAct::Set(change)) => {
                let (mut plans, plan) = self.changed(change)?;
                let request = match &change.customer {
                    Some(customer) => {
                        json!({ "what": "customer_plan", "customer": customer, "plan": plan })
                    }
                    None => {
                        let kind = self.own(serde_json::to_value(change.kind).map_err(internal))?;
                        plans[kind.as_str().unwrap_or_default()] = plan;
                        json!({ "what": "settings", "change": { "plans": plans } })
                    }
                };
                self.ask("configure", request)
            }
            Some(PlanAct::Reset(reset)) => self.ask(
                "configure",
                json!({ "what": "customer_plan", "customer": reset.customer, "plan": null }),
            ),
        }
    }

    /// The plans as they are kept, and the one that is asked: from a file, or the kept one changed.
    fn changed(&self, change: &PlanChange) -> Result<(Value, Value), ApiError> {
        let settings = self.dispatch("settings", json!({}))?;
        let plans = settings["settings"]["plans"].clone();
        let kind = self.own(serde_json::to_value(change.kind).map_err(internal))?;
        let mut plan = match &change.file {
            Some(file) => self.own(json_of(file))?,
            None => plans[kind.as_str().unwrap_or_default()].clone(),
        };
        if let Some(interval) = change.interval {
            plan["min_interval_days"] = json!(interval);
        }
        for days in &change.days {
            let step = plan["steps"]
                .as_array_mut()
                .and_then(|steps| steps.iter_mut().find(|step| step["step"] == days.step));
            match step {
                Some(step) => step["after_days"] = json!(days.days),
                None => {
                    let error = AppError::new(Code::InvalidFields);
                    return self.own(Err(error.field(&days.step, Code::FieldInvalid)));
                }
            }
        }
        Ok((plans, plan))
    }

    /// The claim of a customer, or of an invoice.
    pub(super) fn why(&self, why: &Why) -> Answered {
        self.open()?;
        let dated = |mut ask: Value| {
            if let Some(date) = self.common.date {
                ask["date"] = json!(date);
            }
            ask
        };
        let mut ask = json!({ "customer": why.subject });
        if let Some(invoice) = &why.invoice {
            ask["invoice"] = json!(invoice);
        }
        let unknown = match self.ask("explain", dated(ask)) {
            Err(error) if error.code == "unknown_customer" && why.invoice.is_none() => error,
            answered => return answered,
        };
        // No customer of that name: then it names an invoice, and its customer follows from it.
        let invoice =
            match self.dispatch("invoice_detail", dated(json!({ "invoice": why.subject }))) {
                Err(error) if error.code == "unknown_invoice" => return Err(unknown),
                found => found?,
            };
        let row = &invoice["row"];
        self.ask(
            "explain",
            dated(json!({ "customer": row["customer"], "invoice": row["id"] })),
        )
    }

    /// A text that is drawn on nobody in particular is drawn on who gets its letter today, or could.
    pub(super) fn somebody(&self, texts: &Texts, ask: &mut Value) -> Result<(), ApiError> {
        let Some(TextsAct::Preview(PreviewText {
            name,
            customer: None,
            ..
        })) = &texts.act
        else {
            return Ok(());
        };
        let mut who = json!({ "name": name });
        if let Some(date) = self.common.date {
            who["date"] = json!(date);
        }
        let found = self.dispatch("sample_customers", who)?;
        if let Some(customer) = found["customers"][0]["customer"].as_str() {
            ask["customer"] = json!(customer);
        }
        Ok(())
    }

    /// Writes the sheet of a calculation, when it was asked.
    pub(super) fn sheet(
        &self,
        calc: &Calculation,
        request: Value,
        done: &mut Done,
    ) -> Result<(), ApiError> {
        let Some(out) = &calc.sheet else {
            return Ok(());
        };
        let what = done.name.strip_prefix("calc_").unwrap_or(done.name);
        let mut ask = json!({ "what": what, "request": request, "out": out });
        if let Some(about) = &calc.about {
            ask["about"] = json!(about);
        }
        done.value["sheet"] = self.dispatch("calc_sheet", ask)?;
        Ok(())
    }
}

/// Writes a file that stands in an answer, and says in it where.
pub(super) fn write(write: &Write, answer: &mut Value) -> AppResult<()> {
    let Some(encoded) = answer.pointer(write.bytes).and_then(Value::as_str) else {
        // No logo is kept, or a proof that is neither a PDF nor a picture.
        let what = match write.bytes {
            "/logo/data" => "logo",
            _ => &write.out,
        };
        return Err(AppError::new(Code::NotFound).with("path", what));
    };
    let bytes = STANDARD
        .decode(encoded)
        .map_err(|error| AppError::new(Code::Internal).with("what", error))?;
    app::whole_file::write_whole(Path::new(&write.out), &bytes)?;
    answer["file"] = json!(write.out);
    Ok(())
}

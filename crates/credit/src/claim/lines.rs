//! The words and lines of a calculation: principal, costs, interest.

use law::{Cents, CostLineKind, Costs, Lang, Rule};

use super::{CalcLine, CalcLineKind, PrincipalParts};

pub(super) fn text(kind: CalcLineKind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Nl, CalcLineKind::InvoiceAmount) => "Factuurbedrag",
        (Lang::Nl, CalcLineKind::Credited) => "Gecrediteerd",
        (Lang::Nl, CalcLineKind::PaidBefore) => "Eerder betaald",
        (Lang::Nl, CalcLineKind::WrittenOff) => "Afgeboekt",
        (Lang::Nl, CalcLineKind::Paid) => "Betaald",
        (Lang::Nl, CalcLineKind::Disputed) => "Betwist deel, niet gevraagd",
        (Lang::Nl, CalcLineKind::Interest) => "Rente",
        (Lang::Nl, CalcLineKind::CostsTier) => "Incassokosten volgens de staffel",
        (Lang::Nl, CalcLineKind::CostsMinimum) => "Aanvulling tot het minimum",
        (Lang::Nl, CalcLineKind::CostsMaximum) => "Verlaging tot het maximum",
        (Lang::Nl, CalcLineKind::CostsVat) => "Btw over de incassokosten",
        (Lang::En, CalcLineKind::InvoiceAmount) => "Invoice amount",
        (Lang::En, CalcLineKind::Credited) => "Credited",
        (Lang::En, CalcLineKind::PaidBefore) => "Paid earlier",
        (Lang::En, CalcLineKind::WrittenOff) => "Written off",
        (Lang::En, CalcLineKind::Paid) => "Paid",
        (Lang::En, CalcLineKind::Disputed) => "Disputed part, not asked",
        (Lang::En, CalcLineKind::Interest) => "Interest",
        (Lang::En, CalcLineKind::CostsTier) => "Collection costs by the statutory scale",
        (Lang::En, CalcLineKind::CostsMinimum) => "Up to the minimum",
        (Lang::En, CalcLineKind::CostsMaximum) => "Down to the maximum",
        (Lang::En, CalcLineKind::CostsVat) => "VAT on the collection costs",
    }
}

fn plain(kind: CalcLineKind, amount: Cents, rule: Option<Rule>) -> CalcLine {
    CalcLine {
        kind,
        base: None,
        percent: None,
        per: None,
        from: None,
        through: None,
        days: None,
        amount,
        rule,
    }
}

impl PrincipalParts {
    /// The parts as lines that sum to `open`; parts of nothing are left out.
    pub fn lines(&self) -> Vec<CalcLine> {
        let mut lines = vec![plain(CalcLineKind::InvoiceAmount, self.amount, None)];
        let rest = [
            (CalcLineKind::Credited, self.credited),
            (CalcLineKind::PaidBefore, self.paid_before),
            (CalcLineKind::WrittenOff, self.written_off),
            (CalcLineKind::Paid, self.paid),
            (CalcLineKind::Disputed, self.disputed),
        ];
        lines.extend(
            rest.into_iter()
                .filter(|(_, amount)| !amount.is_zero())
                .map(|(kind, amount)| plain(kind, amount, None)),
        );
        lines
    }
}

/// The scale, minimum, maximum and VAT as lines that sum to costs and VAT.
pub(crate) fn of_costs(costs: &Costs) -> Vec<CalcLine> {
    let mut lines: Vec<CalcLine> = costs
        .lines
        .iter()
        .map(|line| {
            let kind = match line.kind {
                CostLineKind::Tier => CalcLineKind::CostsTier,
                CostLineKind::Minimum => CalcLineKind::CostsMinimum,
                CostLineKind::Maximum => CalcLineKind::CostsMaximum,
            };
            CalcLine {
                base: line.percent.map(|_| line.base),
                percent: line.percent.map(law::Percent::value),
                ..plain(kind, line.amount, Some(line.rule))
            }
        })
        .collect();
    if !costs.vat.is_zero() {
        lines.push(CalcLine {
            base: Some(costs.costs),
            ..plain(CalcLineKind::CostsVat, costs.vat, costs.vat_rule)
        });
    }
    lines
}

//! The parts of a sum, found in the picture: few bytes each, and put into words only for a page.

use credit::{
    Bucket, CustomerId, ExpectedIn, ExpectedPlace, Forecast, Gate, InvoiceId, InvoiceKind,
    Proposal, ProposalKind,
};
use law::{Cents, Lang};

use super::{Rule, SumPart, named, words};
use crate::explain::{ExplainedKind, ExplainedLine, plain};
use crate::find;
use crate::picture::{CustomerPicture, InvoicePicture, Picture, expected_item};
use crate::words::say;

/// A part, before it is worded.
pub(super) enum What<'p> {
    Customer(&'p CustomerPicture, u32),
    Invoice(&'p InvoicePicture, Option<ExpectedPlace>),
    Letter(&'p Proposal),
    /// Worded already.
    Said(SumPart),
}

pub(super) struct Part<'p> {
    pub(super) amount: Cents,
    pub(super) what: What<'p>,
}

/// Looks for the parts of one sum.
pub(super) struct Finding<'p> {
    picture: &'p Picture,
    rule: Rule,
    only: Option<InvoiceId>,
    forecast: Forecast,
    lang: Lang,
}

impl<'p> Finding<'p> {
    pub(super) fn new(
        picture: &'p Picture,
        rule: Rule,
        only: Option<InvoiceId>,
        lang: Lang,
    ) -> Finding<'p> {
        let median = picture.totals().expected.median_days_late;
        Finding {
            picture,
            rule,
            only,
            forecast: Forecast::new(picture.date, median),
            lang,
        }
    }

    /// Everybody with a part in it, most euros first.
    pub(super) fn customers(&self) -> Vec<Part<'p>> {
        let mut found: Vec<Part<'p>> = self
            .picture
            .customers
            .iter()
            .map(AsRef::as_ref)
            .filter_map(|customer| {
                let (amount, parts) = self.of_customer(customer);
                (parts > 0).then_some(Part {
                    amount,
                    what: What::Customer(customer, parts),
                })
            })
            .collect();
        found.sort_by_key(|part| match &part.what {
            What::Customer(customer, _) => (std::cmp::Reverse(part.amount), customer.id),
            _ => (std::cmp::Reverse(part.amount), CustomerId(0)),
        });
        found
    }

    fn of_customer(&self, customer: &'p CustomerPicture) -> (Cents, u32) {
        let mut amount = Cents::ZERO;
        let mut parts = 0;
        let mut add = |more: Cents| {
            amount += more;
            parts += 1;
        };
        match self.rule {
            Rule::Unallocated => {
                if customer.unallocated.is_positive() {
                    add(customer.unallocated);
                }
            }
            Rule::Moving => letters_of(customer).for_each(|letter| add(letter.claim.total)),
            _ => customer
                .invoices
                .iter()
                .filter_map(|invoice| self.counts(customer, invoice))
                .for_each(|(more, _)| add(more)),
        }
        (amount, parts)
    }

    /// The invoices and credit notes of a customer, the oldest due first.
    pub(super) fn invoices(&self, customer: &'p CustomerPicture) -> Vec<Part<'p>> {
        let mut found: Vec<(&InvoicePicture, Part<'p>)> = customer
            .invoices
            .iter()
            .filter(|invoice| self.only.is_none_or(|only| invoice.id == only))
            .filter_map(|invoice| {
                let (amount, place) = self.counts(customer, invoice)?;
                let what = What::Invoice(invoice, place);
                Some((invoice, Part { amount, what }))
            })
            .collect();
        found.sort_by_key(|(invoice, _)| (invoice.due.is_none(), invoice.due, invoice.id));
        found.into_iter().map(|(_, part)| part).collect()
    }

    /// The letters of a customer that may go today, or ask a decision.
    pub(super) fn letters(&self, customer: &'p CustomerPicture) -> Vec<Part<'p>> {
        letters_of(customer)
            .map(|letter| Part {
                amount: letter.claim.total,
                what: What::Letter(letter),
            })
            .collect()
    }

    /// What an invoice adds to the sum; none when it has no part in it.
    fn counts(
        &self,
        customer: &CustomerPicture,
        invoice: &InvoicePicture,
    ) -> Option<(Cents, Option<ExpectedPlace>)> {
        if invoice.open.is_zero() {
            // An invoice that is asked by itself says how it came to nothing.
            return (self.only == Some(invoice.id)).then_some((Cents::ZERO, None));
        }
        let bucket = || Bucket::of(invoice.due, self.picture.date);
        let counts = match self.rule {
            Rule::Open => true,
            Rule::Late => bucket() != Bucket::NotDue,
            Rule::Bucket(asked) => bucket() == asked,
            Rule::Expected(within) => return self.expected(customer, invoice, within),
            Rule::Moving | Rule::Unallocated => false,
        };
        counts.then_some((invoice.open, None))
    }

    fn expected(
        &self,
        customer: &CustomerPicture,
        invoice: &InvoicePicture,
        within: ExpectedIn,
    ) -> Option<(Cents, Option<ExpectedPlace>)> {
        let item = expected_item(customer, invoice);
        let place = self.forecast.place(customer.habit.median_days_late, item)?;
        let amount = place.part(within);
        (!amount.is_zero()).then_some((amount, Some(place)))
    }

    /// A part in words.
    pub(super) fn worded(&self, part: &Part<'p>) -> SumPart {
        let lang = self.lang;
        match &part.what {
            What::Said(said) => said.clone(),
            What::Customer(customer, parts) => SumPart {
                id: Some(customer.id.to_string()),
                label: named(customer),
                note: Some(customer.city.clone()).filter(|city| !city.is_empty()),
                parts: *parts,
                amount: part.amount,
                lines: Vec::new(),
            },
            What::Letter(letter) => SumPart {
                id: None,
                label: words::letter(letter, lang),
                note: Some(words::about(letter, lang)),
                parts: 0,
                amount: part.amount,
                lines: claim_lines(letter, lang),
            },
            What::Invoice(invoice, place) => SumPart {
                id: Some(find::invoice_id(invoice.id)),
                label: invoice.number.to_string(),
                note: Some(match (self.rule, place) {
                    (Rule::Expected(within), Some(place)) => {
                        words::expected(invoice, place, within, lang)
                    }
                    _ => words::invoice(invoice, self.picture.date, lang),
                }),
                parts: 0,
                amount: part.amount,
                lines: invoice_lines(invoice, part.amount, lang),
            },
        }
    }
}

fn letters_of(customer: &CustomerPicture) -> impl Iterator<Item = &Proposal> {
    customer
        .proposals
        .iter()
        .filter(|proposal| proposal.kind == ProposalKind::Letter && proposal.gate != Gate::Red)
}

/// Lines, those of nothing left out; a sum of nothing keeps its first.
fn lines<const N: usize>(
    of: [(&str, &str, ExplainedKind, Cents); N],
    lang: Lang,
) -> Vec<ExplainedLine> {
    let said = of.into_iter().enumerate();
    said.filter(|(at, (.., amount))| *at == 0 || !amount.is_zero())
        .map(|(_, (nl, en, kind, amount))| plain(say(lang, nl, en), kind, amount))
        .collect()
}

/// From the amount of an invoice to the part of it that counts.
fn invoice_lines(invoice: &InvoicePicture, amount: Cents, lang: Lang) -> Vec<ExplainedLine> {
    use ExplainedKind as K;
    let (nl, en, less_nl, less_en) = match invoice.kind {
        InvoiceKind::Invoice => ("Gefactureerd", "Invoiced", "Gecrediteerd", "Credited"),
        InvoiceKind::CreditNote => (
            "Gecrediteerd",
            "Credited",
            "Verrekend of uitbetaald",
            "Set off or paid out",
        ),
    };
    lines(
        [
            (nl, en, K::Principal, invoice.amount),
            (less_nl, less_en, K::Credit, invoice.credited),
            ("Betaald", "Paid", K::Payment, invoice.paid),
            ("Afgeboekt", "Written off", K::Waived, invoice.written_off),
            (
                "Het deel dat hier niet meetelt, om de betwisting",
                "The part that does not count here, because of the dispute",
                K::Waived,
                amount - invoice.open,
            ),
        ],
        lang,
    )
}

fn claim_lines(letter: &Proposal, lang: Lang) -> Vec<ExplainedLine> {
    use ExplainedKind as K;
    let claim = &letter.claim;
    lines(
        [
            ("Openstaand", "Open", K::Principal, claim.principal),
            ("Rente", "Interest", K::Interest, claim.interest),
            ("Incassokosten", "Collection costs", K::Costs, claim.costs),
        ],
        lang,
    )
}

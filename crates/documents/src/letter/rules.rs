//! What a letter must hold before it may be drawn.

use std::cell::RefCell;

use law::Cents;

use crate::template::{Rendered, Template, check, other_term};
use crate::{DocumentError, Letter, LetterKind, fonts};

/// Refuses figures that contradict each other and letters that would not do what the law asks.
pub(crate) fn letter(letter: &Letter) -> Result<(), DocumentError> {
    fonts::refuse_unprintable(texts(letter))?;
    let needs_claim = matches!(
        letter.kind,
        LetterKind::Notice14Days | LetterKind::FinalDemand
    );
    let Some(claim) = &letter.claim else {
        return if needs_claim {
            Err(DocumentError::ClaimMissing)
        } else {
            Ok(())
        };
    };
    let parts = claim.principal + claim.interest + claim.costs + claim.vat_on_costs;
    if parts != claim.total {
        return Err(DocumentError::ClaimDoesNotSum {
            parts,
            total: claim.total,
        });
    }
    let asks_more = claim.total != claim.principal || !claim.interest.is_zero();
    if letter.kind == LetterKind::Notice14Days {
        if asks_more || letter.payment.amount > claim.principal {
            return Err(DocumentError::NoticeAsksMore);
        }
        let announced = claim
            .costs_announced
            .as_ref()
            .filter(|costs| costs.costs.is_positive());
        if announced.is_none_or(|costs| costs.vat.is_negative() || !costs.base.is_positive()) {
            return Err(DocumentError::NoticeWithoutCosts);
        }
        let rows = open(letter.invoices.iter().filter(|row| row.bears_costs));
        let base = announced.map_or(Cents::ZERO, |costs| costs.base);
        if rows != base {
            return Err(DocumentError::NoticeBase { base, rows });
        }
        if let Some(words) = letter
            .invoices
            .iter()
            .filter_map(|row| row.note.as_deref())
            .find_map(other_term)
        {
            return Err(DocumentError::NoticeOtherTerm(words));
        }
    } else if asks_more && letter.calculation.is_none() {
        return Err(DocumentError::CalculationMissing);
    }
    Ok(())
}

thread_local! {
    /// The template that held last; a run prints many letters with one template.
    static HELD: RefCell<Option<(LetterKind, Template)>> = const { RefCell::new(None) };
}

/// Refuses a template that does not hold.
pub(crate) fn template(letter: &Letter, template: &Template) -> Result<(), DocumentError> {
    let known = HELD.with_borrow(|held| {
        held.as_ref()
            .is_some_and(|(kind, text)| *kind == letter.kind && text == template)
    });
    if known {
        return Ok(());
    }
    let problems = check(letter.kind, letter.lang, template);
    if !problems.is_empty() {
        return Err(DocumentError::Template(problems));
    }
    HELD.set(Some((letter.kind, template.clone())));
    Ok(())
}

/// Judges the words as filled in: what the checks of the template cannot see before.
pub(crate) fn filled(letter: &Letter, rendered: &Rendered) -> Result<(), DocumentError> {
    match letter.kind {
        LetterKind::Notice14Days => match other_term(&rendered.own_words) {
            Some(words) => Err(DocumentError::NoticeOtherTerm(words)),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// Sum of what is open in some rows.
pub(crate) fn open<'a>(rows: impl IntoIterator<Item = &'a crate::InvoiceRow>) -> Cents {
    rows.into_iter().map(|row| row.remaining).sum()
}

/// Every text of a letter that is printed.
fn texts(letter: &Letter) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![
        &letter.reference,
        &letter.payment.name,
        &letter.payment.reference,
        &letter.signatory.name,
    ];
    let head = &letter.sender;
    texts.push(&head.name);
    texts.extend(head.address.iter().map(String::as_str));
    let optional = [
        &head.tagline,
        &head.kvk,
        &head.vat,
        &head.email,
        &head.phone,
        &head.website,
        &letter.place,
        &letter.salutation,
        &letter.customer_number,
        &letter.signatory.role,
        &letter.addressee.extra,
        &letter.addressee.attention,
        &letter.addressee.country,
    ];
    texts.extend(optional.into_iter().filter_map(|text| text.as_deref()));
    let to = &letter.addressee;
    texts.extend([&to.name, &to.street, &to.postcode, &to.town].map(String::as_str));
    for row in &letter.invoices {
        texts.push(&row.number);
        texts.extend(row.note.as_deref());
    }
    if let Some(other) = &letter.on_behalf_of {
        texts.push(&other.name);
        texts.extend(other.address.iter().map(String::as_str));
        texts.extend(
            [&other.ground, &other.register_number]
                .into_iter()
                .filter_map(|t| t.as_deref()),
        );
    }
    if let Some(claim) = &letter.claim {
        texts.extend(
            [&claim.interest_basis, &claim.costs_basis]
                .into_iter()
                .filter_map(|t| t.as_deref()),
        );
        let lines = claim.costs_announced.iter().flat_map(|costs| &costs.lines);
        texts.extend(
            lines.flat_map(|line| {
                std::iter::once(line.text.as_str()).chain(line.article.as_deref())
            }),
        );
    }
    if let Some(sheet) = &letter.calculation {
        texts.extend(sheet.notes.iter().map(String::as_str));
        for section in &sheet.sections {
            texts.push(&section.title);
            let lines = section.lines.iter();
            texts.extend(lines.flat_map(|line| {
                std::iter::once(line.text.as_str()).chain(line.article.as_deref())
            }));
        }
    }
    texts
}

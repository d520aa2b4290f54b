//! How a letter travels: the plan's channels, what the customer can be reached by, and its date.

use chrono::NaiveDate;
use law::calendar::next_posting_day;

use crate::reasons::Reason;
use crate::{Account, Channel, PlanStep, Step};

fn has_email(account: &Account) -> bool {
    !account.email_failed && is_given(account)
}

fn is_given(account: &Account) -> bool {
    account
        .customer
        .email
        .as_deref()
        .is_some_and(|email| email.trim().contains('@'))
}

/// Whether the customer can be reached by neither e-mail nor post.
pub(crate) fn unreachable(account: &Account) -> bool {
    !has_email(account) && !account.customer.address.is_deliverable()
}

/// The channels a step goes by. E-mail alone falls back to post; post never to e-mail.
pub(crate) fn channels(account: &Account, plan: &PlanStep) -> (Vec<Channel>, Vec<Reason>) {
    let mut reasons = Vec::new();
    if plan.step == Step::Handover {
        return (plan.channels.clone(), reasons);
    }
    let by_email = plan.channels.contains(&Channel::Email) || plan.channels.is_empty();
    let email = by_email && has_email(account);
    if by_email && !email {
        reasons.push(if is_given(account) {
            Reason::EmailFailed
        } else {
            Reason::NoEmail
        });
    }
    let post = plan.channels.contains(&Channel::Letter) || !email;
    if post && !account.customer.address.is_deliverable() {
        reasons.push(Reason::NoAddress);
    }
    let channels = [(Channel::Letter, post), (Channel::Email, email)];
    (
        channels
            .into_iter()
            .filter(|(_, used)| *used)
            .map(|(channel, _)| channel)
            .collect(),
        reasons,
    )
}

/// The date a letter bears: the next posting day when it goes by post.
pub(crate) fn letter_date(channels: &[Channel], today: NaiveDate) -> NaiveDate {
    if channels.contains(&Channel::Letter) {
        next_posting_day(today)
    } else {
        today
    }
}

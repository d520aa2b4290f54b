//! Who is on the other side of a payment.

use crate::statement::Counterparty;
use crate::xml::Node;

/// An account: its IBAN, else whatever identifies it.
pub(super) fn account_of(node: &Node) -> Option<String> {
    let id = node.child("Id")?;
    let text = id
        .text_at(&["IBAN"])
        .or_else(|| id.text_at(&["Othr", "Id"]))
        .or_else(|| id.text_at(&["BBAN"]))
        .or_else(|| id.text_at(&["PrtryAcct", "Id"]))?;
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    (!plain.is_empty()).then_some(plain)
}

/// One side of a payment.
struct Side {
    name: Option<String>,
    account: Option<String>,
    ultimate: Option<String>,
    bic: Option<String>,
}

impl Side {
    fn of(node: &Node, party: &str, ultimate: &str, account: &str, agent: &str) -> Side {
        let parties = node.child("RltdPties");
        let name = |which: &str| {
            let party = parties?.child(which)?;
            party
                .text_at(&["Nm"])
                .or_else(|| party.text_at(&["Pty", "Nm"]))
                .or_else(|| party.text_at(&["Agt", "FinInstnId", "Nm"]))
        };
        let bank = node.at(&["RltdAgts", agent, "FinInstnId"]);
        Side {
            name: name(party),
            account: parties.and_then(|p| p.child(account)).and_then(account_of),
            ultimate: name(ultimate),
            bic: bank.and_then(|b| b.text_at(&["BIC"]).or_else(|| b.text_at(&["BICFI"]))),
        }
    }

    fn is_known(&self) -> bool {
        self.name.is_some() || self.account.is_some() || self.ultimate.is_some()
    }
}

/// The other side: who pays for money in, who is paid for money out. Of a payment that came
/// back the parties are those of the original payment, so there the roles are turned; whoever
/// has the statement's own account is never the other side.
pub(super) fn counterparty_of(
    node: &Node,
    incoming: bool,
    returned: bool,
    own: &str,
) -> Counterparty {
    let payer = Side::of(node, "Dbtr", "UltmtDbtr", "DbtrAcct", "DbtrAgt");
    let payee = Side::of(node, "Cdtr", "UltmtCdtr", "CdtrAcct", "CdtrAgt");
    let (by_direction, opposite) = if incoming {
        (payer, payee)
    } else {
        (payee, payer)
    };
    let is_own = |side: &Side| side.account.as_deref() == Some(own);
    let turn = if !by_direction.is_known() {
        true
    } else if !opposite.is_known() {
        false
    } else if is_own(&by_direction) != is_own(&opposite) {
        is_own(&by_direction)
    } else {
        returned
    };
    let side = if turn { opposite } else { by_direction };
    if is_own(&side) && side.name.is_none() && side.ultimate.is_none() {
        return Counterparty::default();
    }
    Counterparty {
        name: side.name.or_else(|| side.ultimate.clone()),
        iban: side.account,
        ultimate_name: side.ultimate,
        bic: side.bic,
    }
}

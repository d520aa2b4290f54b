//! A seller or buyer: names, numbers by their schemes, contact and address.

use roxmltree::Node;

use super::{Reader, at, child, children, text_at, value};
use crate::invoice::{Address, Party};
use crate::numbers;

/// A number with the scheme that says what it is.
struct Identifier<'a, 'i> {
    scheme: String,
    value: String,
    node: Node<'a, 'i>,
}

/// The schemes of a number in the Dutch commercial register.
const KVK: [&str; 2] = ["0106", "NL:KVK"];
/// The schemes of a Dutch government organisation.
const OIN: [&str; 2] = ["0190", "NL:OIN"];
/// The schemes of a Dutch VAT number.
const VAT: [&str; 2] = ["9944", "NL:VAT"];

impl<'a, 'i> Reader<'a, 'i, '_> {
    pub(super) fn party(&mut self, role: &'static str) -> Party {
        let Some(node) = at(self.root, &[role, "Party"]) else {
            return Party::default();
        };
        let trading_name = text_at(node, &["PartyName", "Name"]);
        let registered = text_at(node, &["PartyLegalEntity", "RegistrationName"]);
        let person = at(node, &["Person"]).and_then(person_name);
        let endpoint = child(node, "EndpointID").and_then(identifier);
        let address = address(node);
        let legal = at(node, &["PartyLegalEntity", "CompanyID"]).and_then(identifier);
        let identifications =
            children(node, "PartyIdentification").filter_map(|p| identifier(child(p, "ID")?));
        // The legal entity's number comes first; the address on the network may be another's.
        let known: Vec<Identifier<'a, 'i>> = legal
            .into_iter()
            .chain(identifications)
            .chain(endpoint.iter().map(copy))
            .collect();
        let vat = self.vat(node, &known);
        let kvk = self.kvk(&known, address.country.as_deref());
        let oin = known
            .iter()
            .find(|id| OIN.contains(&id.scheme.as_str()))
            .map(|id| id.value.clone());
        let company_id = at(node, &["PartyLegalEntity", "CompanyID"])
            .and_then(value)
            .filter(|id| Some(id) != kvk.as_ref() && Some(id) != oin.as_ref());
        let mail_endpoint = endpoint
            .as_ref()
            .filter(|e| e.scheme == "EM")
            .map(|e| e.value.clone());
        Party {
            name: registered.or_else(|| trading_name.clone()).or(person),
            trading_name,
            kvk,
            oin,
            vat,
            company_id,
            peppol_id: endpoint
                .filter(|e| !e.scheme.is_empty())
                .map(|e| (e.scheme, e.value)),
            email: text_at(node, &["Contact", "ElectronicMail"]).or(mail_endpoint),
            phone: text_at(node, &["Contact", "Telephone"]),
            contact: text_at(node, &["Contact", "Name"]),
            address,
        }
    }

    /// The number in the commercial register: one that says it is, else eight digits of a Dutch
    /// company that do not say what they are.
    fn kvk(&mut self, known: &[Identifier<'a, 'i>], country: Option<&str>) -> Option<String> {
        let stated = known.iter().find(|id| KVK.contains(&id.scheme.as_str()));
        if let Some(stated) = stated {
            if !numbers::is_kvk(&stated.value) {
                self.doubt("kvk", &stated.value, stated.node);
            }
            return Some(stated.value.clone());
        }
        let bare = known.iter().find(|id| {
            id.scheme.is_empty()
                && id.node.tag_name().name() == "CompanyID"
                && numbers::is_kvk(&id.value)
        })?;
        (country == Some("NL")).then(|| bare.value.clone())
    }

    fn vat(&mut self, node: Node<'a, 'i>, known: &[Identifier<'a, 'i>]) -> Option<String> {
        let scheme = |tax: &Node<'a, 'i>| text_at(*tax, &["TaxScheme", "ID"]);
        let taxes: Vec<Node<'a, 'i>> = children(node, "PartyTaxScheme").collect();
        let own = taxes
            .iter()
            .find(|tax| scheme(tax).as_deref() == Some("VAT"))
            .or_else(|| taxes.iter().find(|tax| scheme(tax).is_none()))
            .and_then(|tax| child(*tax, "CompanyID"))
            .and_then(identifier);
        let found = own.or_else(|| {
            known
                .iter()
                .find(|id| VAT.contains(&id.scheme.as_str()))
                .map(copy)
        })?;
        let vat = numbers::normal_vat(&found.value);
        if !numbers::is_vat(&vat) {
            self.doubt("vat", &vat, found.node);
        }
        (!vat.is_empty()).then_some(vat)
    }
}

fn copy<'a, 'i>(id: &Identifier<'a, 'i>) -> Identifier<'a, 'i> {
    Identifier {
        scheme: id.scheme.clone(),
        value: id.value.clone(),
        node: id.node,
    }
}

fn identifier<'a, 'i>(node: Node<'a, 'i>) -> Option<Identifier<'a, 'i>> {
    let scheme = node
        .attribute("schemeID")
        .unwrap_or_default()
        .trim()
        .to_ascii_uppercase();
    Some(Identifier {
        scheme,
        value: value(node)?,
        node,
    })
}

fn person_name(node: Node<'_, '_>) -> Option<String> {
    let parts: Vec<String> = ["FirstName", "MiddleName", "FamilyName"]
        .into_iter()
        .filter_map(|part| text_at(node, &[part]))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn address(party: Node<'_, '_>) -> Address {
    let Some(node) = child(party, "PostalAddress") else {
        return Address::default();
    };
    let street = match (
        text_at(node, &["StreetName"]),
        text_at(node, &["BuildingNumber"]),
    ) {
        (Some(street), Some(number)) => Some(format!("{street} {number}")),
        (street, _) => street,
    };
    let mut more: Vec<String> = ["AdditionalStreetName", "Postbox"]
        .into_iter()
        .filter_map(|name| text_at(node, &[name]))
        .collect();
    more.extend(children(node, "AddressLine").filter_map(|line| text_at(line, &["Line"])));
    let country =
        text_at(node, &["Country", "IdentificationCode"]).map(|code| code.to_ascii_uppercase());
    let postcode = text_at(node, &["PostalZone"]);
    let dutch = matches!(country.as_deref(), None | Some("NL"));
    let normal = postcode
        .as_deref()
        .filter(|_| dutch)
        .and_then(numbers::normal_postcode);
    Address {
        street,
        more,
        postcode: normal.or(postcode),
        city: text_at(node, &["CityName"]),
        country,
    }
}

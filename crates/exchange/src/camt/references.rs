//! Every place where a payment can carry a text or a reference.

use crate::statement::{References, StructuredReference};
use crate::xml::Node;

/// A reference that is one; banks write several words for "none".
pub(super) fn reference(text: Option<String>) -> Option<String> {
    text.filter(|text| {
        let plain: String = text
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .to_ascii_uppercase();
        !plain.is_empty()
            && !matches!(
                plain.as_str(),
                "NOTPROVIDED" | "NONREF" | "NONE" | "NOTAVAILABLE"
            )
    })
}

/// The remittance text and all references of a transaction.
pub(super) fn references_of(node: &Node) -> (String, References) {
    let refs = |name: &str| reference(node.text_at(&["Refs", name]));
    let mut references = References {
        bank: refs("AcctSvcrRef"),
        end_to_end: refs("EndToEndId"),
        mandate: refs("MndtId"),
        ..References::default()
    };
    let mut texts = Vec::new();
    let mut notes = Vec::new();
    for remittance in node.all("RmtInf") {
        texts.extend(remittance.all("Ustrd").filter_map(Node::value));
        for structured in remittance.all("Strd") {
            for info in structured.all("CdtrRefInf") {
                references.structured.extend(structured_of(info));
            }
            references.documents.extend(
                structured
                    .all("RfrdDocInf")
                    .filter_map(|d| reference(d.text_at(&["Nb"]))),
            );
            notes.extend(structured.all("AddtlRmtInf").filter_map(Node::value));
        }
    }
    if texts.is_empty() {
        texts = notes;
    }
    (texts.join(" "), references)
}

fn structured_of(info: &Node) -> Option<StructuredReference> {
    let reference = reference(info.text_at(&["Ref"]))?;
    let issuer = info
        .text_at(&["Tp", "Issr"])
        .or_else(|| info.text_at(&["CdtrRefTp", "Issr"]));
    Some(StructuredReference { reference, issuer })
}

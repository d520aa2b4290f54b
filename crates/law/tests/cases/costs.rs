//! Collection costs: cases W01 to W37.

use law::costs::{collection_costs_amount, periodic_term_warning};
use law::{Cents, CostLineKind, CostsVat, Lang, Rule, Warning, collection_costs};

use crate::{euro, rows};

/// Id, principal, costs, costs with VAT.
const CASES: &str = "
    W01              1.00    40.00    48.40
    W02              9.00    40.00        -
    W03             60.00    40.00        -
    W04            100.00    40.00    48.40
    W05            266.66    40.00        -
    W06            266.67    40.00        -
    W07            267.00    40.05    48.46
    W08            986.42   147.96        -
    W09           1000.00   150.00   181.50
    W10           1523.47   228.52        -
    W11           2499.99   375.00        -
    W12           2500.00   375.00   453.75
    W13           2500.01   375.00        -
    W14           2501.00   375.10        -
    W15           3333.33   458.33        -
    W16           3500.00   475.00   574.75
    W17           3750.00   500.00        -
    W18           5000.00   625.00   756.25
    W19           5001.00   625.05        -
    W20           7500.00   750.00        -
    W21          10000.00   875.00  1058.75
    W22          10001.00   875.01        -
    W23          15000.00   925.00        -
    W24          25000.00  1025.00        -
    W25         100000.00  1775.00        -
    W26         200000.00  2775.00        -
    W27         200001.00  2775.01        -
    W28         300000.00  3275.00        -
    W29         500000.00  4275.00        -
    W30        1000000.00  6775.00  8197.75
    W31        2000000.00  6775.00        -
    W32              0.00     0.00     0.00
    W32-credit    -250.00     0.00     0.00
    W37            150.00    40.00        -
";

#[test]
fn worked_cases() {
    for [id, principal, costs, with_vat] in rows(CASES) {
        let plain = collection_costs(euro(principal), CostsVat::None);
        assert_eq!(plain.costs, euro(costs), "{id}: costs over {principal}");
        assert_eq!(
            plain.vat,
            Cents::ZERO,
            "{id}: no VAT unless both conditions are declared (W36)"
        );
        assert_eq!(
            plain.total, plain.costs,
            "{id}: without VAT the total is the costs"
        );
        assert_eq!(
            collection_costs_amount(euro(principal)),
            euro(costs),
            "{id}: the short way agrees"
        );
        if with_vat != "-" {
            let declared = collection_costs(euro(principal), CostsVat::DeclaredNotDeductible);
            assert_eq!(
                declared.total,
                euro(with_vat),
                "{id}: costs with VAT over {principal}"
            );
            assert_eq!(
                declared.costs, plain.costs,
                "{id}: VAT comes after minimum and maximum"
            );
        }
    }
}

#[test]
fn lines_are_what_was_summed() {
    let tiers = |amount: &str| -> Vec<(CostLineKind, String, Option<String>, String)> {
        collection_costs(euro(amount), CostsVat::None)
            .lines
            .iter()
            .map(|line| {
                let percent = line.percent.map(|percent| percent.to_string());
                (
                    line.kind,
                    line.base.to_string(),
                    percent,
                    line.amount.to_string(),
                )
            })
            .collect()
    };
    let tier = |base: &str, percent: &str, amount: &str| {
        (
            CostLineKind::Tier,
            base.to_owned(),
            Some(percent.to_owned()),
            amount.to_owned(),
        )
    };
    assert_eq!(
        tiers("200001.00"),
        [
            tier("2500.00", "15", "375.00"),
            tier("2500.00", "10", "250.00"),
            tier("5000.00", "5", "250.00"),
            tier("190000.00", "1", "1900.00"),
            tier("1.00", "0.5", "0.01"),
        ],
        "W27: five slices"
    );
    assert_eq!(
        tiers("60.00"),
        [
            tier("60.00", "15", "9.00"),
            (
                CostLineKind::Minimum,
                "0.00".to_owned(),
                None,
                "31.00".to_owned()
            ),
        ],
        "W03: a minimum line makes up the difference"
    );
    assert_eq!(
        tiers("2000000.00").last().unwrap(),
        &(
            CostLineKind::Maximum,
            "0.00".to_owned(),
            None,
            "-5000.00".to_owned()
        ),
        "W31: a maximum line takes off what is too much"
    );
    assert_eq!(
        tiers("1000000.00").len(),
        5,
        "W30: reached exactly, nothing to take off"
    );
    assert!(tiers("0.00").is_empty(), "W32: nothing to explain");
}

#[test]
fn only_the_unpaid_rest_bears_costs() {
    // P14: HR 2016:2704. 600 of 1,000 was paid in the term of the letter.
    let rest = euro("1000.00") - euro("600.00");
    assert_eq!(
        collection_costs(rest, CostsVat::None).costs,
        euro("60.00"),
        "P14: 15% of 400"
    );
}

#[test]
fn small_periodic_terms_ask_for_a_person() {
    // W34, W35: the rules since 1 October 2024.
    assert_eq!(
        periodic_term_warning(euro("20.00")),
        Some(Warning::PeriodicTermRule),
        "W34: a term of 20"
    );
    assert_eq!(
        periodic_term_warning(euro("266.67")),
        None,
        "from 266.67 on the plain rule holds"
    );
}

#[test]
fn the_view_has_the_shape_of_the_contract() {
    let view = collection_costs(euro("986.42"), CostsVat::None).view(Lang::Nl);
    let json = serde_json::to_value(&view).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "principal": "986.42", "costs": "147.96", "vat": "0.00", "total": "147.96",
            "lines": [{"kind": "tier", "base": "986.42", "percent": "15", "amount": "147.96",
                       "basis": Rule::CostsTier.basis(Lang::Nl)}],
            "warnings": [],
        }),
        "calc costs prints this"
    );
    let text = serde_json::to_string(&view).unwrap();
    assert!(
        text.starts_with(r#"{"principal":"986.42","costs":"147.96""#),
        "the order of fields is kept: {text}"
    );
}

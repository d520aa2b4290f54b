//! Which open invoices an amount is the sum of.

use law::Cents;

/// Most invoices over which every combination is tried; beyond these only the oldest are.
const MOST: usize = 14;

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sum {
    /// One combination, by positions.
    One(Vec<usize>),
    /// More than one; these are the two found first, the one with the oldest invoices first.
    Several(Vec<Vec<usize>>),
    /// None.
    None,
}

/// The combinations of amounts (positive, oldest first) that sum to a target.
///
/// All open and the oldest so many are found whatever their number; other combinations among the
/// oldest [`MOST`].
pub(super) fn sums_to(target: Cents, amounts: &[Cents]) -> Sum {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut running = Cents::ZERO;
    for (position, amount) in amounts.iter().enumerate() {
        running += *amount;
        if running == target {
            found.push((0..=position).collect());
            break;
        }
        if running > target {
            break;
        }
    }
    let oldest = amounts.get(..MOST.min(amounts.len())).unwrap_or(amounts);
    let mut chosen = Vec::with_capacity(oldest.len());
    let rest: Cents = oldest.iter().sum();
    search(target, oldest, rest, 0, &mut chosen, &mut found);
    match found.len() {
        0 => Sum::None,
        1 => Sum::One(found.remove(0)),
        _ => Sum::Several(found),
    }
}

/// Depth first, oldest first, until two different combinations are known.
fn search(
    target: Cents,
    amounts: &[Cents],
    rest: Cents,
    position: usize,
    chosen: &mut Vec<usize>,
    found: &mut Vec<Vec<usize>>,
) {
    if found.len() >= 2 || target > rest || target.is_negative() {
        return;
    }
    if target.is_zero() {
        if !found.contains(chosen) {
            found.push(chosen.clone());
        }
        return;
    }
    let Some(amount) = amounts.get(position) else {
        return;
    };
    chosen.push(position);
    search(
        target - *amount,
        amounts,
        rest - *amount,
        position + 1,
        chosen,
        found,
    );
    chosen.pop();
    search(target, amounts, rest - *amount, position + 1, chosen, found);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(amounts: &[i64]) -> Vec<Cents> {
        amounts.iter().map(|amount| Cents(*amount)).collect()
    }

    #[test]
    fn finds_the_one_combination() {
        assert_eq!(
            sums_to(Cents(700), &cents(&[100, 200, 500])),
            Sum::One(vec![1, 2])
        );
        assert_eq!(
            sums_to(Cents(800), &cents(&[100, 200, 500])),
            Sum::One(vec![0, 1, 2])
        );
        assert_eq!(
            sums_to(Cents(200), &cents(&[100, 200, 500])),
            Sum::One(vec![1])
        );
        assert_eq!(sums_to(Cents(50), &cents(&[100])), Sum::None);
    }

    #[test]
    fn a_tie_is_told_oldest_first() {
        let tie = sums_to(Cents(150), &cents(&[100, 100, 50]));
        assert_eq!(
            tie,
            Sum::Several(vec![vec![0, 2], vec![1, 2]]),
            "twins are a tie"
        );
        assert!(matches!(
            sums_to(Cents(300), &cents(&[100, 200, 300])),
            Sum::Several(_)
        ));
    }

    #[test]
    fn many_invoices_take_no_time() {
        let many: Vec<Cents> = (0..5000).map(|n| Cents(10_000 + n)).collect();
        let all: Cents = many.iter().sum();
        assert_eq!(
            sums_to(all, &many),
            Sum::One((0..5000).collect()),
            "all open is always tried"
        );
        assert_eq!(sums_to(Cents(1), &many), Sum::None);
    }
}

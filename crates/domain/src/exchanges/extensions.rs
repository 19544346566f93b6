//! Which extensions of an exchange are taken, and where the gaps are (SPEC PBX-1).

use kernel::Result;
use kernel::ids::ExchangeId;

use super::range::number;
use super::table::Exchange;
use crate::cx::Cx;
use crate::users;

/// Taken extensions of an exchange and what is free between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extensions {
    /// The exchange.
    pub exchange: Exchange,
    /// Taken ones, in order.
    pub taken: Vec<String>,
    /// The smallest free one; none where all are taken.
    pub next_free: Option<String>,
    /// Unbroken runs of free ones: first, last.
    pub gaps: Vec<(String, String)>,
}

/// Lists the extensions of an exchange.
///
/// # Errors
/// [`kernel::Error::NotFound`] for a foreign or missing exchange.
pub async fn extensions(cx: &mut Cx<'_>, id: ExchangeId) -> Result<Extensions> {
    let exchange = super::get(cx, id).await?;
    let taken = users::extensions_on(cx, id).await?;
    Ok(found(exchange, taken))
}

fn found(exchange: Exchange, taken: Vec<String>) -> Extensions {
    let (mut gaps, mut next) = (Vec::new(), number(&exchange.first_extension));
    let end = number(&exchange.last_extension);
    let mut gap = |from: i64, to: i64| {
        if from <= to {
            gaps.push((exchange.written(from), exchange.written(to)));
        }
    };
    for one in taken.iter().map(|extension| number(extension)) {
        gap(next, one - 1);
        next = one + 1;
    }
    gap(next, end);
    let next_free = gaps.first().map(|(first, _)| first.clone());
    Extensions { exchange, taken, next_free, gaps }
}

impl Extensions {
    /// How many are free.
    pub fn free(&self) -> i64 {
        self.exchange.extensions() - i64::try_from(self.taken.len()).unwrap_or(i64::MAX)
    }

    /// Unbroken runs of taken ones: first, last, how many.
    pub fn runs(&self) -> Vec<(String, String, i64)> {
        let mut runs: Vec<(String, String, i64)> = Vec::new();
        for one in &self.taken {
            match runs.last_mut() {
                Some(run) if number(&run.1) + 1 == number(one) => {
                    run.1.clone_from(one);
                    run.2 += 1;
                }
                _ => runs.push((one.clone(), one.clone(), 1)),
            }
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;
    use kernel::ids::ExchangeId;

    use super::{Exchange, found};

    fn exchange(first: &str, last: &str) -> Exchange {
        Exchange {
            id: ExchangeId::from_uuid(uuid::Uuid::nil()),
            name: "Main".into(),
            first_extension: first.into(),
            last_extension: last.into(),
            changes_pending_since: None,
            version: 1,
            created_at: Timestamp::default(),
            updated_at: Timestamp::default(),
        }
    }

    #[test]
    fn gaps_and_runs_cover_the_range() {
        let taken = ["007", "008", "011"].map(str::to_owned).to_vec();
        let all = found(exchange("005", "012"), taken);
        assert_eq!(all.next_free.as_deref(), Some("005"));
        let gaps: Vec<_> = all.gaps.iter().map(|gap| (gap.0.as_str(), gap.1.as_str())).collect();
        assert_eq!(gaps, [("005", "006"), ("009", "010"), ("012", "012")]);
        let runs = all.runs();
        let runs: Vec<_> = runs.iter().map(|run| (run.0.as_str(), run.1.as_str(), run.2)).collect();
        assert_eq!(runs, [("007", "008", 2), ("011", "011", 1)]);
        assert_eq!(all.free(), 5);
    }

    #[test]
    fn a_full_range_has_no_next() {
        let taken = ["10", "11"].map(str::to_owned).to_vec();
        let all = found(exchange("10", "11"), taken);
        assert_eq!((all.next_free, all.gaps.len()), (None, 0));
    }

    #[test]
    fn an_extension_of_another_length_is_no_part_of_the_range() {
        let exchange = exchange("100", "199");
        assert!(exchange.has("150") && !exchange.has("1500") && !exchange.has("15"));
    }
}

//! Which numeric ids are taken and which is the next free one (SPEC USR-11).

use db::params;
use kernel::Result;

use super::table::NUMERIC_IDS;
use crate::access::Action;
use crate::cx::Cx;

/// The highest numeric id.
const HIGHEST: usize = 999_999;

/// Taken ids in order, and the smallest free one from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumericIds {
    /// Taken, in numeric order.
    pub taken: Vec<String>,
    /// The smallest free number; none where all are taken.
    pub next_free: Option<String>,
}

/// Lists the numeric ids of the organisation.
///
/// # Errors
/// [`kernel::Error::Forbidden`] for those who create no users.
pub async fn numeric_ids(cx: &mut Cx<'_>) -> Result<NumericIds> {
    cx.require(Action::UsersCreate)?;
    let rows = cx.tx.all::<(String,)>(NUMERIC_IDS, &params![cx.organisation_id]).await?;
    let mut taken: Vec<String> = rows.into_iter().map(|(id,)| id).collect();
    taken.sort_by_key(|id| (id.parse::<usize>().unwrap_or(0), id.len()));
    let mut free = 1;
    for id in taken.iter().filter_map(|id| id.parse::<usize>().ok()) {
        if id == free {
            free += 1;
        }
    }
    let next_free = (free <= HIGHEST).then(|| free.to_string());
    Ok(NumericIds { taken, next_free })
}

impl NumericIds {
    /// Unbroken runs of taken ids with how many ids each holds: what lies between two is free. Ids that
    /// differ in leading zeros only count as one place.
    pub fn runs(&self) -> Vec<(String, String, i64)> {
        let mut runs: Vec<(String, String, i64)> = Vec::new();
        let mut before = None;
        for id in &self.taken {
            let number = id.parse::<i64>().unwrap_or(0);
            match (before, runs.last_mut()) {
                (Some(last), Some(run)) if number - last <= 1 => {
                    run.1.clone_from(id);
                    run.2 += 1;
                }
                _ => runs.push((id.clone(), id.clone(), 1)),
            }
            before = Some(number);
        }
        runs
    }
}

#[cfg(test)]
mod tests {
    use super::NumericIds;

    #[test]
    fn runs_end_where_a_number_is_free() {
        let taken = ["1", "2", "02", "3", "7", "100", "101"].map(str::to_owned).to_vec();
        let runs = NumericIds { taken, next_free: None }.runs();
        let runs: Vec<_> = runs.iter().map(|run| (run.0.as_str(), run.1.as_str(), run.2)).collect();
        assert_eq!(runs, [("1", "3", 4), ("7", "7", 1), ("100", "101", 2)]);
    }
}

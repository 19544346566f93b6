//! How much longer a request takes with many users than with 10,000.

use anyhow::Result;

use super::Wanted::AtMost;
use super::{Bench, figure, read, say, search};

/// How many users the small organisation has.
pub(super) const FEW: u64 = 10_000;

/// Measures both one after the other, each request alone.
pub(super) fn measure(few: &Bench, many: &Bench) -> Result<()> {
    say(&format!("time of a request, beside that with {FEW} users, 16 connections"));
    let mut requests = vec![("read a user", read::lines(few)?, read::lines(many)?)];
    for list in search::lists() {
        requests.push((list.what, list.lines.clone(), list.lines));
    }
    for (what, with_few, with_many) in requests {
        let (few, many) = (rate(few, &with_few)?, rate(many, &with_many)?);
        figure(what, few / many, "×", AtMost(1.5));
    }
    Ok(())
}

fn rate(bench: &Bench, lines: &[String]) -> Result<f64> {
    let requests = bench.requests("growth", lines)?;
    Ok(bench.load(16).send_warm(&requests, &bench.token, "-")?.rate)
}

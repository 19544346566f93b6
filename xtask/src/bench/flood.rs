//! A flood: strangers who guess ten times as fast as the cores can hash (SECURITY.md S5), and what others feel.

use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use serde_json::json;

use super::Wanted::{AtLeast, AtMost, Nothing};
use super::{Bench, figure, read, say};

/// How many times what can be hashed.
const TIMES: f64 = 10.0;
/// Strangers, each with a connection of their own. Some five hundred of them wait for a hash at any time and
/// ask nothing meanwhile; the others make the flood.
const STRANGERS: u32 = 1_200;
/// Those others.
const ASKING: f64 = 700.0;
/// For how long.
const LASTS: Duration = Duration::from_secs(8);

/// An answer to a stranger.
struct Answer {
    turned_away: bool,
    took: Duration,
}

/// Measures, given how many hashes all cores do in a second.
pub(super) fn measure(bench: &Bench, hashes: f64) -> Result<()> {
    say("a flood of ten times the sign-ins that can be hashed");
    let reads = bench.requests("others", &read::lines(bench)?)?;
    let mut calm = bench.load(4);
    (calm.pause, calm.seconds) = (20, 6);
    let between = Duration::from_secs_f64(ASKING / (hashes * TIMES));
    let answers = Mutex::new(Vec::new());
    let others = thread::scope(|scope| -> Result<_> {
        let strangers: Vec<_> = (0..STRANGERS)
            .map(|n| {
                let answers = &answers;
                scope.spawn(move || guess(bench, n, between, answers))
            })
            .collect();
        thread::sleep(Duration::from_secs(1));
        let others = calm.send_meanwhile(&reads, &bench.token)?.wait()?;
        for stranger in strangers {
            stranger.join().map_err(|_| anyhow!("a stranger fell over"))??;
        }
        Ok(others)
    })?;
    let answers = answers.into_inner().map_err(|_| anyhow!("a stranger fell over"))?;
    let mut turned: Vec<f64> = answers
        .iter()
        .filter(|answer| answer.turned_away)
        .map(|answer| answer.took.as_secs_f64() * 1e3)
        .collect();
    turned.sort_by(f64::total_cmp);
    let p99 = turned.get(turned.len() * 99 / 100).copied().unwrap_or_default();
    let share = 100.0 * turned.len() as f64 / answers.len().max(1) as f64;
    figure("guesses", answers.len() as f64 / LASTS.as_secs_f64(), "/s", Nothing);
    figure("turned away with 429", share, "%", AtLeast(50.0));
    figure("turned away after, p99", p99, "ms", AtMost(100.0));
    figure("turned away after, longest", turned.last().copied().unwrap_or_default(), "ms", Nothing);
    figure("reading a user meanwhile, p99", others.p99, "ms", AtMost(20.0));
    figure("resident memory at its highest", bench.server.memory()?.1, "MiB", Nothing);
    Ok(())
}

/// One stranger, who asks at even distances and not before the last answer.
fn guess(bench: &Bench, n: u32, between: Duration, answers: &Mutex<Vec<Answer>>) -> Result<()> {
    let began = Instant::now();
    let mut next = between * n / STRANGERS;
    for round in 0.. {
        thread::sleep(next.saturating_sub(began.elapsed()));
        if began.elapsed() > LASTS {
            break;
        }
        let body =
            json!({"email": format!("nobody{n}.{round}@example.org"), "password": "a guess"});
        let asked = Instant::now();
        let status = bench.server.knock("/api/v1/session", &body)?;
        let answer = Answer { turned_away: matches!(status, 429 | 503), took: asked.elapsed() };
        answers.lock().map_err(|_| anyhow!("a stranger fell over"))?.push(answer);
        next = began.elapsed().max(next + between);
    }
    Ok(())
}

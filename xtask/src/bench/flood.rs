//! A flood: strangers who guess ten times as fast as the cores can hash (SECURITY.md S5), and what others feel.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use reqwest::{Client, RequestBuilder};
use serde_json::json;
use tokio::runtime;
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::Wanted::{AtLeast, AtMost, Nothing};
use super::{Bench, figure, read, say};

/// How many times what can be hashed.
const TIMES: f64 = 10.0;
/// Strangers, each with a connection of their own. Some five hundred of them wait for a hash at any time and
/// ask nothing meanwhile; the others make the flood.
const STRANGERS: u32 = 1_200;
/// Those others.
const ASKING: f64 = 700.0;
/// Within this time all of them have come: what so many new connections cost at once is the load generator's own.
const COME: Duration = Duration::from_secs(2);
/// For how long.
const LASTS: Duration = Duration::from_secs(10);

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
    (calm.pause, calm.seconds) = (20, 9);
    let between = Duration::from_secs_f64(ASKING / (hashes * TIMES));
    let strangers = runtime::Builder::new_current_thread().enable_all().build()?;
    let others = calm.send_meanwhile(&reads, &bench.token)?;
    let answers = strangers.block_on(everybody(&bench.server.url, between))?;
    let others = others.wait()?;
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

/// All strangers, on one thread: what they cost the machine is little beside what they ask of it.
async fn everybody(server: &str, between: Duration) -> Result<Vec<Answer>> {
    let (client, mut strangers) = (Client::new(), JoinSet::new());
    for n in 0..STRANGERS {
        let guess = client.post(format!("{server}/api/v1/session"));
        strangers.spawn(stranger(guess, n, between));
    }
    let answers = strangers.join_all().await.into_iter().collect::<Result<Vec<_>>>()?;
    Ok(answers.into_iter().flatten().collect())
}

/// One stranger, who asks at even distances and not before the last answer.
async fn stranger(guess: RequestBuilder, n: u32, between: Duration) -> Result<Vec<Answer>> {
    let (mut answers, mut next) = (Vec::new(), COME * n / STRANGERS);
    let began = Instant::now();
    for round in 0.. {
        sleep(next.saturating_sub(began.elapsed())).await;
        if began.elapsed() > LASTS {
            break;
        }
        let email = format!("nobody{n}.{round}@example.org");
        let asked = Instant::now();
        let guess = guess.try_clone().context("a guess")?;
        let guess = guess.json(&json!({"email": email, "password": "a guess"}));
        let answer = guess.send().await.context("a stranger got no answer")?;
        let turned_away = matches!(answer.status().as_u16(), 429 | 503);
        answer.bytes().await?;
        answers.push(Answer { turned_away, took: asked.elapsed() });
        next = began.elapsed().max(next + between);
    }
    Ok(answers)
}

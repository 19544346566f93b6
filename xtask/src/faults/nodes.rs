//! R6: two nodes on one PostgreSQL.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use super::client::{self, Client, word};
use super::mails::Sink;
use super::server::{Installation, Node};
use super::{Report, Stand, mails};

/// Who want the last seat at once.
const RACERS: usize = 40;
/// Longest that word may take from one node to the other, in milliseconds.
const WORD: u64 = 1000;
/// An event that has not come after this long does not come.
const PATIENCE: Duration = Duration::from_secs(10);
/// Requests tried with a power that is gone.
const TRIES: usize = 50;

/// The first Administrator at both nodes.
pub(super) struct Pair {
    pub(super) a: Client,
    pub(super) b: Client,
    nodes: [Node; 2],
}

/// Starts both nodes at once on an empty database, then lets them serve one organisation.
pub(super) async fn run(stand: &Stand, report: &mut Report) -> Result<()> {
    let mut sink = Sink::start()?;
    let mut installation = Installation::postgres(stand)?;
    installation.settings.push(("CREWDESK_SMTP_URL".into(), sink.url()));
    let (a, b) = (installation.begin()?, installation.begin()?);
    let nodes = [a.ready("").await?, b.ready("").await?];
    migrated_once(&installation, &nodes, report)?;
    let ordered = ["--licences", "helpdesk=1"];
    let token = installation.organisation(&ordered)?;
    let [first, second] = &nodes;
    let (a, b) = (first.client.bearing(&token), second.client.bearing(&token));
    let pair = Pair { a, b, nodes };
    suspended(&pair, stand.rounds, report).await?;
    heard(&pair, stand.rounds, report).await?;
    raced(&pair, stand.rounds, report).await?;
    mails::run(&pair, &mut sink, report).await?;
    report.none("postgres: complaints of doctor --verify", installation.verify()?.len());
    let mut unclean = 0;
    for node in pair.nodes {
        node.terminate()?;
        unclean += usize::from(node.wait()?.code() != Some(0));
    }
    report.none("postgres: nodes that ended with another code than 0", unclean);
    Ok(())
}

fn migrated_once(
    installation: &Installation,
    nodes: &[Node; 2],
    report: &mut Report,
) -> Result<()> {
    let known: usize = installation.ask("SELECT COUNT(*) FROM schema_migrations")?.parse()?;
    let mut ran = 0;
    for node in nodes {
        ran += node.log()?.matches("\"message\":\"migrated\"").count();
    }
    let what = "postgres: migrations run by two nodes that start together";
    report.figure(what, &known.to_string(), ran, ran == known && known > 0);
    Ok(())
}

/// Creates a user who is signed in at the first node; the id and how to speak as that user.
async fn signed_in(pair: &Pair, name: &str) -> Result<(String, Client)> {
    let (id, credentials) = with_password(pair, name).await?;
    let token = sign_in(pair, &credentials).await?;
    Ok((id, pair.a.bearing(&token)))
}

async fn with_password(pair: &Pair, name: &str) -> Result<(String, Value)> {
    let mut user = client::user(name);
    if let Value::Object(fields) = &mut user {
        fields.insert("generate_password".into(), json!(true));
    }
    let made = pair.a.go(Method::POST, "/api/v1/users", Some(&user)).await?;
    let credentials = json!({
        "email": word(&made, "email")?,
        "password": word(&made, "first_password")?,
    });
    Ok((word(&made, "id")?.to_owned(), credentials))
}

async fn sign_in(pair: &Pair, credentials: &Value) -> Result<String> {
    let session = pair.a.go(Method::POST, "/api/v1/session", Some(credentials)).await?;
    Ok(word(&session, "token")?.to_owned())
}

/// Suspends at one node while the other is asked with the user's session.
async fn suspended(pair: &Pair, rounds: usize, report: &mut Report) -> Result<()> {
    let (mut slowest, mut alive) = (Duration::ZERO, 0);
    for round in 0..rounds {
        let (id, at_a) = signed_in(pair, &format!("suspended-{round}")).await?;
        let at_b = pair.b.bearing(at_a.token());
        let before = at_b.status("/api/v1/me").await?;
        anyhow::ensure!(before == 200, "the session is answered {before} at the other node");
        let reason = json!({ "reason": "fault" });
        let place = format!("/api/v1/users/{id}/suspension");
        pair.a.go(Method::PUT, &place, Some(&reason)).await?;
        let told = Instant::now();
        while at_b.status("/api/v1/me").await? == 200 && told.elapsed() < PATIENCE {}
        slowest = slowest.max(told.elapsed());
        for attempt in 0..TRIES {
            let asked = if attempt % 2 == 0 { &at_a } else { &at_b };
            alive += usize::from(asked.status("/api/v1/me").await? == 200);
        }
    }
    let what = format!("postgres: a suspension holds at the other node, slowest of {rounds}");
    report.within(&what, slowest, WORD);
    report.none("postgres: requests that succeeded after that", alive);
    Ok(())
}

/// Signs in at one node while the other's stream is watched.
async fn heard(pair: &Pair, rounds: usize, report: &mut Report) -> Result<()> {
    let mut stream = pair.b.send(Method::GET, "/api/v1/events", None).await?;
    let (mut slowest, mut unheard, mut unseen) = (Duration::ZERO, 0, 0);
    for round in 0..rounds {
        let (id, credentials) = with_password(pair, &format!("heard-{round}")).await?;
        sign_in(pair, &credentials).await?;
        let began = Instant::now();
        let wanted = |event: &str| event.contains("event: session.started") && event.contains(&id);
        let heard = tokio::time::timeout(PATIENCE, event(&mut stream, wanted)).await;
        match heard {
            Ok(found) => found?,
            Err(_) => unheard += 1,
        }
        slowest = slowest.max(began.elapsed());
        let shown = pair.b.go(Method::GET, &format!("/api/v1/users/{id}"), None).await?;
        unseen += usize::from(word(&shown, "presence")? != "logged_in");
    }
    report.none("postgres: sign-ins that the other node's stream does not tell", unheard);
    report.none("postgres: of those, not shown as signed in at the other node", unseen);
    let what = format!(
        "postgres: from the answer to a sign-in to the other node's event, slowest of {rounds}"
    );
    report.within(&what, slowest, WORD);
    Ok(())
}

/// Waits for an event that is wanted.
async fn event(stream: &mut reqwest::Response, wanted: impl Fn(&str) -> bool) -> Result<()> {
    let mut text = String::new();
    loop {
        let chunk = stream.chunk().await?.context("the stream has ended")?;
        text.push_str(&String::from_utf8_lossy(&chunk));
        while let Some((event, rest)) = text.split_once("\n\n") {
            if wanted(event) {
                return Ok(());
            }
            text = rest.to_owned();
        }
    }
}

/// Forty people want the last seat, half of them at each node.
async fn raced(pair: &Pair, rounds: usize, report: &mut Report) -> Result<()> {
    let mut wrong = 0;
    for round in 0..rounds {
        let mut racers = JoinSet::new();
        for racer in 0..RACERS {
            let client = if racer % 2 == 0 { pair.a.clone() } else { pair.b.clone() };
            let mut user = client::user(&format!("racer-{round}-{racer}"));
            if let Value::Object(fields) = &mut user {
                fields.insert("licence".into(), json!("helpdesk"));
            }
            racers.spawn(async move { client.create(&user).await });
        }
        let winners: Vec<String> = racers.join_all().await.into_iter().flatten().collect();
        wrong += usize::from(winners.len() != 1);
        for id in winners {
            let place = format!("/api/v1/users/{id}/suspension");
            pair.b.go(Method::PUT, &place, Some(&json!({ "reason": "fault" }))).await?;
        }
    }
    let what = format!("postgres: of {rounds} races of {RACERS} for the last seat over both nodes");
    report.none(&format!("{what}, without exactly one winner"), wrong);
    Ok(())
}

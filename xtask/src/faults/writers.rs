//! Load: tasks that create users one after another.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use anyhow::{Result, bail};
use tokio::task::JoinSet;

use super::client::{self, Client};

/// Writers at work.
pub(super) struct Writers {
    tasks: JoinSet<Vec<String>>,
    end: Arc<AtomicBool>,
}

impl Writers {
    /// Lets so many write until they are told to end or an answer does not come.
    pub(super) fn start(count: usize, client: &Client, prefix: &str) -> Self {
        let end = Arc::new(AtomicBool::new(false));
        let mut tasks = JoinSet::new();
        for writer in 0..count {
            let (client, end) = (client.clone(), Arc::clone(&end));
            let prefix = format!("{prefix}-{writer}");
            tasks.spawn(async move {
                let mut acknowledged = Vec::new();
                for number in 0.. {
                    if end.load(Ordering::Relaxed) {
                        break;
                    }
                    let user = client::user(&format!("{prefix}-{number}"));
                    match client.create(&user).await {
                        Some(id) => acknowledged.push(id),
                        None => break,
                    }
                }
                acknowledged
            });
        }
        Self { tasks, end }
    }

    /// Everything that was acknowledged, once all have ended.
    pub(super) async fn acknowledged(self) -> Vec<String> {
        self.end.store(true, Ordering::Relaxed);
        self.tasks.join_all().await.into_iter().flatten().collect()
    }
}

/// Creates so many users as fast as the server takes them; their ids.
pub(super) async fn fill(client: &Client, users: usize) -> Result<Vec<String>> {
    let next = Arc::new(AtomicUsize::new(0));
    let mut tasks = JoinSet::new();
    for _ in 0..64 {
        let (client, next) = (client.clone(), Arc::clone(&next));
        tasks.spawn(async move {
            let mut made = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= users {
                    return made;
                }
                made.extend(client.create(&client::user(&format!("fill-{number}"))).await);
            }
        });
    }
    let made: Vec<String> = tasks.join_all().await.into_iter().flatten().collect();
    if made.len() != users {
        bail!("only {} of {users} users could be created", made.len());
    }
    Ok(made)
}

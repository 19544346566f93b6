//! What waits for the disk and what does not, with a disk that answers when the test says so.

use std::{
    io,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
};

use tokio::{sync::broadcast, task::JoinHandle, time};

use super::syncing::Syncing;
use super::{Readers, Writer, all, connect, execute};
use crate::{DbError, DbOptions, closing::Closing, on_disk_failure, params, tx::Until};

const LONG: time::Duration = time::Duration::from_secs(10);

/// A file with one table whose log comes to the disk when [`Desk::disk`] says how that went.
struct Desk {
    writer: Arc<Writer>,
    readers: Arc<Readers>,
    /// How many writes have had their turn.
    ran: Arc<AtomicUsize>,
    asked: Mutex<mpsc::Receiver<()>>,
    answers: mpsc::Sender<io::Result<()>>,
    folder: PathBuf,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Desk {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("crewdesk-sync-{}-{name}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join("crewdesk.db");
        let options = DbOptions::default();
        let connection = connect::writer(&path, &options).unwrap();
        connection.execute_batch("CREATE TABLE things (n INTEGER NOT NULL) STRICT").unwrap();
        let copier = connect::writer(&path, &options).unwrap();
        let readers = Arc::new(Readers::new(path, options, true));
        let (asks, asked) = mpsc::channel();
        let (answers, answer) = mpsc::channel();
        let answer = Mutex::new(answer);
        let syncing = Syncing::new(move || {
            asks.send(()).unwrap();
            answer.lock().unwrap().recv().unwrap()
        });
        let (news, _) = broadcast::channel(8);
        let writer = Writer::new(connection, copier, syncing, Arc::clone(&readers), news).unwrap();
        let ran = Arc::default();
        Self { writer, readers, ran, asked: Mutex::new(asked), answers, folder }
    }

    /// Begins to write a row.
    fn write(&self, until: Until) -> JoinHandle<Result<(), DbError>> {
        let (writer, ran) = (Arc::clone(&self.writer), Arc::clone(&self.ran));
        tokio::spawn(async move {
            let turn = writer.turn().await?;
            execute(turn.connection()?, "INSERT INTO things (n) VALUES ($1)", &params![1])?;
            ran.fetch_add(1, Ordering::SeqCst);
            turn.commit(Closing::default(), until).await
        })
    }

    /// Waits until so many writes have had their turn.
    async fn have_run(&self, writes: usize) {
        while self.ran.load(Ordering::SeqCst) < writes {
            time::sleep(time::Duration::from_millis(1)).await;
        }
    }

    /// Waits until the disk is asked.
    fn disk_is_asked(&self) {
        self.asked.lock().unwrap().recv_timeout(LONG).unwrap();
    }

    fn disk(&self, answer: io::Result<()>) {
        self.answers.send(answer).unwrap();
    }

    async fn rows(&self) -> i64 {
        let sql = "SELECT COUNT(*) FROM things";
        self.readers.inline(|connection| all::<(i64,)>(connection, sql, &[])).unwrap()[0].0
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_disk_keeps_one_batch_the_next_gathers() {
    let desk = Desk::new("gathers");
    let first = desk.write(Until::OnDisk);
    desk.disk_is_asked();
    let others: Vec<_> = (0..10).map(|_| desk.write(Until::OnDisk)).collect();
    desk.have_run(11).await;
    assert_eq!(desk.rows().await, 1);
    assert!(!first.is_finished() && others.iter().all(|other| !other.is_finished()));
    desk.disk(Ok(()));
    first.await.unwrap().unwrap();
    desk.disk_is_asked();
    assert!(others.iter().all(|other| !other.is_finished()), "they are not on disk yet");
    desk.disk(Ok(()));
    for other in others {
        other.await.unwrap().unwrap();
    }
    assert_eq!((desk.rows().await, desk.readers.commits()), (11, Some(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_wait_for_the_disk_is_seen_while_it_is_busy() {
    let desk = Desk::new("seen");
    let first = desk.write(Until::OnDisk);
    desk.disk_is_asked();
    let gathered = desk.write(Until::OnDisk);
    desk.have_run(2).await;
    let seen = time::timeout(LONG, desk.write(Until::Seen)).await;
    seen.expect("it waited for the disk").unwrap().unwrap();
    assert_eq!(desk.rows().await, 3);
    assert!(!first.is_finished() && !gathered.is_finished());
    desk.disk(Ok(()));
    first.await.unwrap().unwrap();
    desk.disk_is_asked();
    desk.disk(Ok(()));
    gathered.await.unwrap().unwrap();
}

/// Whoever waits for the disk keeps a thread, and the one who holds the turn may need one to commit.
#[test]
fn one_thread_that_may_block_is_enough() {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.max_blocking_threads(1).enable_all().build().unwrap();
    runtime.block_on(async {
        let desk = Desk::new("one-thread");
        let first = desk.write(Until::OnDisk);
        desk.disk_is_asked();
        let gathered = desk.write(Until::OnDisk);
        desk.have_run(2).await;
        let both = [gathered, desk.write(Until::Seen)];
        desk.have_run(3).await;
        desk.disk(Ok(()));
        desk.disk(Ok(()));
        first.await.unwrap().unwrap();
        for one in both {
            time::timeout(LONG, one).await.expect("nobody commits").unwrap().unwrap();
        }
    });
}

/// SECURITY.md, decision 3.
#[tokio::test(flavor = "multi_thread")]
async fn after_a_failed_sync_nobody_is_told_that_all_is_well() {
    static ENDED: AtomicUsize = AtomicUsize::new(0);
    on_disk_failure(|_| {
        ENDED.fetch_add(1, Ordering::SeqCst);
    });
    let desk = Desk::new("fails");
    let first = desk.write(Until::OnDisk);
    desk.disk_is_asked();
    let gathered = desk.write(Until::OnDisk);
    desk.have_run(2).await;
    desk.disk(Err(io::Error::other("the disk is gone")));
    assert_eq!(first.await.unwrap(), Err(DbError::Unavailable("the disk is gone".into())));
    assert!(gathered.await.unwrap().is_err(), "no second try");
    assert!(desk.write(Until::OnDisk).await.unwrap().is_err());
    assert!(ENDED.load(Ordering::SeqCst) > 0, "the process ends");
}

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kernel::{Entropy, Error, Result, Secret, Span};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};

use super::argon::Argon;
use super::hands::Hands;
use super::rules::normal;

/// How many may wait for their turn; more are turned away, because they would wait for seconds.
const QUEUE: usize = 512;

/// What one hash costs.
#[derive(Debug, Clone, Copy)]
pub struct HashCost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Default for HashCost {
    fn default() -> Self {
        Self { memory: 19 * 1024, passes: 2 }
    }
}

/// Hashes and compares passwords with Argon2id, as many at a time as there are cores, away from the
/// threads that answer requests.
#[derive(Debug)]
pub struct Hasher {
    argon: Arc<Argon>,
    hands: Hands,
    /// Compared with where there is no password, so that the answer takes as long (S9).
    decoy: String,
    hashing: Arc<Semaphore>,
    admission: Semaphore,
    /// Sign-ins that wait to be admitted.
    arriving: Queue,
    /// Work that waits for a core. Those who were admitted are few, so none of them is turned away here after
    /// they have waited there.
    waiting: Queue,
}

impl Hasher {
    /// A hasher for a node on which at most `tries` wrong passwords are allowed.
    pub(crate) fn new(cost: HashCost, tries: i64) -> Self {
        let argon = Argon::new(cost);
        let decoy = format!(
            "$argon2id$v=19$m={},t={},p=1${}${}",
            argon.params().memory_kib(),
            argon.params().passes(),
            "A".repeat(22),
            "A".repeat(43)
        );
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let below_limit = usize::try_from(tries - 1).unwrap_or(1).max(1);
        Self {
            argon: Arc::new(argon),
            hands: Hands::new(cores),
            decoy,
            hashing: Arc::new(Semaphore::new(cores)),
            admission: Semaphore::new((cores * 3).min(below_limit)),
            arriving: Queue::default(),
            waiting: Queue::default(),
        }
    }

    /// Lets a sign-in begin. Fewer are between counting and deciding than wrong tries are allowed, so
    /// that many right sign-ins of one account at a time never look like guessing.
    pub(crate) async fn admit(&self) -> Result<SemaphorePermit<'_>> {
        let _place = self.arriving.place()?;
        self.admission.acquire().await.map_err(Error::internal)
    }

    /// The hash to keep of a password, in PHC form.
    pub(crate) async fn hash(&self, password: &Secret, entropy: &Entropy) -> Result<String> {
        let (argon, password) = (Arc::clone(&self.argon), normal(password));
        let salt = entropy.bytes::<16>();
        self.work(move || argon.hash(password.expose().as_bytes(), &salt)).await?
    }

    /// Whether the password has this hash; false after the same work where there is none.
    pub(crate) async fn verify(&self, password: &Secret, stored: Option<&str>) -> Result<bool> {
        let stored = stored.unwrap_or(&self.decoy).to_owned();
        let (argon, password) = (Arc::clone(&self.argon), normal(password));
        self.work(move || argon.verify(password.expose().as_bytes(), &stored)).await?
    }

    /// Gives the memory of hashes back if there was none since it was last called.
    pub fn rest(&self) {
        self.argon.rest();
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let place = self.waiting.place()?;
        let permit = Arc::clone(&self.hashing).acquire_owned().await.map_err(Error::internal)?;
        drop(place);
        // The permit goes along: a request that is dropped leaves its hash running for a moment.
        let task = move |_permit: OwnedSemaphorePermit| work();
        self.hands.work(move || task(permit)).await
    }
}

/// How many wait for something.
#[derive(Debug, Default)]
struct Queue(AtomicUsize);

impl Queue {
    /// A place at its end, unless it is full.
    fn place(&self) -> Result<Place<'_>> {
        let place = Place(&self.0);
        if self.0.fetch_add(1, Ordering::Relaxed) >= QUEUE {
            return Err(Error::TooMany { retry_after: Span::seconds(2) });
        }
        Ok(place)
    }
}

/// One place in a queue.
struct Place<'a>(&'a AtomicUsize);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;
    use kernel::{Entropy, Secret};

    use super::{HashCost, Hasher, QUEUE};

    fn cheap() -> Hasher {
        Hasher::new(HashCost { memory: 8, passes: 1 }, 10)
    }

    #[tokio::test]
    async fn a_password_is_recognised_in_any_composition() {
        let hasher = cheap();
        let hash =
            hasher.hash(&Secret::new("Žluťoučký kůň úpěl"), &Entropy::seeded(1)).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        let decomposed = Secret::new(
            "Z\u{30c}lut\u{30c}ouc\u{30c}ky\u{301} ku\u{30a}n\u{30c} u\u{301}pe\u{30c}l",
        );
        assert!(hasher.verify(&decomposed, Some(&hash)).await.unwrap());
        assert!(!hasher.verify(&Secret::new("zluťoučký kůň úpěl"), Some(&hash)).await.unwrap());
    }

    #[tokio::test]
    async fn s5_who_was_admitted_is_not_turned_away_by_a_crowd_and_the_crowd_is_at_once() {
        let hasher = cheap();
        let mut admitted = Vec::new();
        while hasher.admission.available_permits() > 0 {
            admitted.push(hasher.admit().await.unwrap());
        }
        let mut crowd: Vec<_> = (0..QUEUE).map(|_| Box::pin(hasher.admit())).collect();
        for one in &mut crowd {
            assert!(one.as_mut().now_or_never().is_none());
        }
        assert!(hasher.admit().await.is_err(), "there is no place left");
        assert!(!hasher.verify(&Secret::new("a guess"), None).await.unwrap());
    }

    #[tokio::test]
    async fn without_a_hash_nothing_is_right() {
        assert!(!cheap().verify(&Secret::new(""), None).await.unwrap());
    }

    #[tokio::test]
    async fn two_hashes_of_one_password_differ() {
        let (hasher, entropy, password) = (cheap(), Entropy::seeded(1), Secret::new("same"));
        let first = hasher.hash(&password, &entropy).await.unwrap();
        assert_ne!(first, hasher.hash(&password, &entropy).await.unwrap());
    }

    #[test]
    fn the_default_is_what_we_promise() {
        let hasher = Hasher::new(HashCost::default(), 10);
        assert!(hasher.decoy.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }
}

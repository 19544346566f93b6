use std::cell::RefCell;
use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::Timestamp;

/// Where randomness comes from: the operating system, or a seed in tests and demo data.
#[derive(Clone)]
pub struct Entropy(Source);

#[derive(Clone)]
enum Source {
    System,
    Seeded(Arc<Mutex<(u64, u64)>>),
}

impl std::fmt::Debug for Entropy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.0 {
            Source::System => "Entropy(system)",
            Source::Seeded(_) => "Entropy(seeded)",
        })
    }
}

/// Randomness of the operating system that was fetched and not yet given out: each request wants a few
/// bytes, and a call into the kernel costs more than the rest of making an id.
struct Pool {
    bytes: [u8; 512],
    used: usize,
}

thread_local! {
    static POOL: RefCell<Pool> = const { RefCell::new(Pool { bytes: [0; 512], used: 512 }) };
}

impl Pool {
    /// Gives out bytes that nobody had before, and forgets them.
    #[expect(clippy::expect_used, reason = "without randomness no secret may be handed out")]
    fn take(&mut self, out: &mut [u8]) {
        let fetch = |bytes: &mut [u8]| {
            getrandom::fill(bytes).expect("the operating system's randomness");
        };
        if out.len() > self.bytes.len() {
            return fetch(out);
        }
        if self.bytes.len() - self.used < out.len() {
            fetch(&mut self.bytes);
            self.used = 0;
        }
        for (to, from) in out.iter_mut().zip(self.bytes.iter_mut().skip(self.used)) {
            *to = std::mem::take(from);
        }
        self.used += out.len();
    }
}

impl Entropy {
    /// The operating system's generator.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// A repeatable stream for tests and demo data. Never for secrets of a live installation.
    pub fn seeded(seed: u64) -> Self {
        Self(Source::Seeded(Arc::new(Mutex::new((seed, 0)))))
    }

    /// `N` random bytes.
    ///
    /// # Panics
    /// If the operating system can give no randomness: nothing secure can go on then.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0_u8; N];
        match &self.0 {
            Source::System => POOL.with_borrow_mut(|pool| pool.take(&mut out)),
            Source::Seeded(state) => {
                for chunk in out.chunks_mut(32) {
                    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
                    state.1 += 1;
                    let block = Sha256::new()
                        .chain_update(state.0.to_le_bytes())
                        .chain_update(state.1.to_le_bytes())
                        .finalize();
                    for (to, from) in chunk.iter_mut().zip(block) {
                        *to = from;
                    }
                }
            }
        }
        out
    }

    /// A number in `0..limit`, each equally likely; 0 if `limit` is 0.
    pub fn below(&self, limit: u64) -> u64 {
        if limit == 0 {
            return 0;
        }
        let fair = u64::MAX - u64::MAX % limit;
        loop {
            let n = u64::from_le_bytes(self.bytes());
            if n < fair {
                return n % limit;
            }
        }
    }

    /// A version 7 UUID (RFC 9562 section 5.7) that sorts by `now`, to the microsecond.
    pub fn uuid(&self, now: Timestamp) -> Uuid {
        let micros = u64::try_from(now.micros()).unwrap_or(0);
        let mut random: [u8; 10] = self.bytes();
        // Sub-millisecond order goes into rand_a, as RFC 9562 section 6.2 method 3 allows.
        let fraction = (micros % 1000) * 4096 / 1000;
        let [high, low, ..] = &mut random;
        *high = u8::try_from(fraction >> 8).unwrap_or(0);
        *low = u8::try_from(fraction & 0xff).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(micros / 1000, &random).into_uuid()
    }
}

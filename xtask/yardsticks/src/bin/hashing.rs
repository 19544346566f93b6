//! How many Argon2id hashes of the default cost all cores make in a second, and how many milliseconds the slowest
//! of a hundred takes: what `cargo xtask bench` compares sign-ins with. Prints both.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a yardstick measures real time, may stop, and its answer is what it prints"
)]

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use domain::accounts::password::HashCost;

fn main() {
    let cores = std::thread::available_parallelism().unwrap().get();
    let began = Instant::now();
    let threads: Vec<_> = (0..cores).map(|_| std::thread::spawn(move || hashes(began))).collect();
    let mut took: Vec<Duration> =
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    let rate = took.len() as f64 / began.elapsed().as_secs_f64();
    took.sort();
    println!("{rate:.1} {:.1}", took.get(took.len() * 99 / 100).unwrap().as_secs_f64() * 1e3);
}

fn hashes(began: Instant) -> Vec<Duration> {
    let cost = HashCost::default();
    let params = Params::new(cost.memory, cost.passes, 1, None).unwrap();
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let (mut out, mut took) = ([0; 32], Vec::new());
    while began.elapsed() < Duration::from_secs(5) {
        let asked = Instant::now();
        argon.hash_password_into(b"seven blue kettles", b"0123456789abcdef", &mut out).unwrap();
        took.push(asked.elapsed());
    }
    took
}

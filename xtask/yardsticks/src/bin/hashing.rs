//! How many Argon2id hashes of the default cost all cores make in a second: what `cargo xtask bench`
//! compares sign-ins with. Prints the rate.
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
    let hashes: u32 = threads.into_iter().map(|thread| thread.join().unwrap()).sum();
    println!("{:.1}", f64::from(hashes) / began.elapsed().as_secs_f64());
}

fn hashes(began: Instant) -> u32 {
    let cost = HashCost::default();
    let params = Params::new(cost.memory, cost.passes, 1, None).unwrap();
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let (mut out, mut count) = ([0; 32], 0);
    while began.elapsed() < Duration::from_secs(5) {
        argon.hash_password_into(b"seven blue kettles", b"0123456789abcdef", &mut out).unwrap();
        count += 1;
    }
    count
}

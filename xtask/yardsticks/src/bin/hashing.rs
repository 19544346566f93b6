//! How many Argon2id hashes of the default cost all cores make in a second, and how many milliseconds the slowest
//! of a hundred takes: what `cargo xtask bench` compares sign-ins with. Prints both, of the crate `argon2`, which is
//! what most servers in Rust hash with, or with `--ours` of the one that Crewdesk hashes with.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a yardstick measures real time, may stop, and its answer is what it prints"
)]

use std::time::{Duration, Instant};

use argon2_rust::params::Memory;
use domain::accounts::password::HashCost;

const PASSWORD: &[u8] = b"seven blue kettles";
const SALT: &[u8] = b"0123456789abcdef";

fn main() {
    let ours = std::env::args().nth(1).is_some_and(|given| given == "--ours");
    let cores = std::thread::available_parallelism().unwrap().get();
    let began = Instant::now();
    let hashes = move || if ours { repeat(began, our_hash()) } else { repeat(began, hash()) };
    let threads: Vec<_> = (0..cores).map(|_| std::thread::spawn(hashes)).collect();
    let mut took: Vec<Duration> =
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    let rate = took.len() as f64 / began.elapsed().as_secs_f64();
    took.sort();
    println!("{rate:.1} {:.1}", took.get(took.len() * 99 / 100).unwrap().as_secs_f64() * 1e3);
}

fn repeat(began: Instant, mut hash: impl FnMut()) -> Vec<Duration> {
    let mut took = Vec::new();
    while began.elapsed() < Duration::from_secs(5) {
        let asked = Instant::now();
        hash();
        took.push(asked.elapsed());
    }
    took
}

fn hash() -> impl FnMut() {
    let cost = HashCost::default();
    let params = argon2::Params::new(cost.memory, cost.passes, 1, None).unwrap();
    let argon = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    move || argon.hash_password_into(PASSWORD, SALT, &mut [0; 32]).unwrap()
}

fn our_hash() -> impl FnMut() {
    let cost = HashCost::default();
    let params = argon2_rust::Params::builder().memory(Memory::kib(cost.memory.into()));
    let params = params.passes(cost.passes).build().unwrap();
    let (algorithm, version) = (argon2_rust::Algorithm::Argon2id, argon2_rust::Version::V0x13);
    let mut argon = argon2_rust::Argon2::new(algorithm, version, params).hasher();
    move || argon.hash_into(PASSWORD, SALT, &mut [0; 32]).unwrap()
}

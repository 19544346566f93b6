//! The mail server for tests as a program of its own: prints its address, then for each line it reads the
//! number of mails for each recipient as one line of JSON. Ends with its input.

use std::collections::BTreeMap;

use testkit::smtp::Sink;

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the answers of this program")]
async fn main() -> std::io::Result<()> {
    let sink = Sink::start().await;
    println!("{}", sink.address());
    // Waiting here blocks no mail: those are taken on the runtime's other threads.
    for asked in std::io::stdin().lines() {
        asked?;
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for recipient in sink.mails().into_iter().flat_map(|mail| mail.to) {
            *counts.entry(recipient).or_default() += 1;
        }
        println!("{}", serde_json::to_string(&counts)?);
    }
    Ok(())
}

//! Passwords of known breaches (ASVS 5.0, 6.2.12).

use adapters::breaches::BreachFiles;
use domain::ports::Breaches as _;
use kernel::Secret;
use testkit::sms::Gate;

/// The SHA-1 of `password` is 5BAA6, then this.
const ENDING: &str = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

fn files(place: &str) -> BreachFiles {
    BreachFiles::new(place.parse().unwrap()).unwrap()
}

async fn hold(files: &BreachFiles, password: &str) -> Result<bool, String> {
    files.hold(&Secret::new(password)).await
}

#[tokio::test]
async fn a_password_is_found_by_the_ending_of_its_hash() {
    let folder = std::env::temp_dir().join(format!("crewdesk-breaches-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("5BAA6.txt");
    std::fs::write(&file, format!("0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n{ENDING}:52\r\n"))
        .unwrap();
    let files = files(folder.to_str().unwrap());
    assert_eq!(hold(&files, "password").await, Ok(true));
    std::fs::write(&file, format!("{ENDING}:0\n")).unwrap();
    assert_eq!(hold(&files, "password").await, Ok(false), "what fills an answer up was never seen");
    let missing = hold(&files, "seven blue kettles").await.unwrap_err();
    assert!(missing.contains(".txt"), "{missing}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn only_the_beginning_of_the_hash_goes_out() {
    let gate = Gate::start().await;
    gate.say(format!("{ENDING}:52\r\n0018A45C4D1DEF81644B54AB7F969B88D65:0\r\n"));
    let files = files(&format!("http://{}/range", gate.address()));
    assert_eq!(hold(&files, "password").await, Ok(true));
    let asked = gate.handed().pop().unwrap();
    assert_eq!((asked.target.as_str(), asked.body.as_str()), ("GET /range/5BAA6", ""));
    assert_eq!(asked.headers["add-padding"], "true");
}

#[tokio::test]
async fn a_service_that_is_away_says_so() {
    assert!(hold(&files("http://127.0.0.1:1"), "password").await.is_err());
}

//! `crewdesk organisation`: founding, listing, ordering (SPEC ORG-3).

use serde_json::{Value, json};

use crate::program::Program;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn an_order_is_changed_on_the_command_line() {
    let program = Program::new();
    let create = [
        "organisation",
        "create",
        "--name",
        "Contoso",
        "--admin-email",
        "olga@example.org",
        "--json",
    ];
    let founded = parsed(&program.answer(&create));
    let id = founded["organisation_id"].as_str().unwrap();
    let order =
        ["organisation", "order", id, "--services", "pbx,helpdesk", "--tier", "profi", "--json"];
    let order =
        [&order[..], &["--licences", "omnichannel_mini=10,callcentre=5", "--operators", "3"]]
            .concat();
    let ordered = parsed(&program.answer(&order));
    assert_eq!(ordered["seats"], 15);
    assert_eq!(ordered["licences"]["omnichannel_mini"], json!({"quantity": 10, "used": 0}));
    let listed = parsed(&program.answer(&["organisation", "list", "--json"]));
    assert_eq!(listed, ordered);
    let plain = program.answer(&["organisation", "list"]);
    assert!(plain.contains("tier: profi"), "{plain}");
}

#[test]
fn what_can_not_be_ordered_is_named() {
    let program = Program::new();
    let nobody = "01890000-0000-7000-8000-000000000000";
    for (arguments, sentence) in [
        (&["--services", "fax"][..], "there are pbx, helpdesk, video"),
        (&["--tier", "gold"], "write one of start, profi, enterprise"),
        (&["--licences", "callcentre"], "write kind=quantity"),
        (&["--trial-until", "soon"], "write a day, such as"),
        (&["--paid"], "There is nothing here"),
    ] {
        let said = program.refused(&[&["organisation", "order", nobody], arguments].concat());
        assert!(said.contains(sentence), "{arguments:?}: {said}");
    }
}

#[test]
fn the_resellers_example_of_the_guide_runs() {
    run_example("reseller.sh");
}

#[test]
fn the_help_desk_of_the_guide_runs() {
    run_example("helpdesk.sh");
}

#[test]
fn the_contact_centre_of_the_guide_runs() {
    run_example("contact-centre.sh");
}

/// Runs a script of the guide on a port of its own.
fn run_example(name: &str) {
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/guide/examples");
    let probe = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = probe.local_addr().unwrap().port();
    drop(probe);
    let output = std::process::Command::new("sh")
        .arg(format!("{guide}/{name}"))
        .env("CREWDESK", env!("CARGO_BIN_EXE_crewdesk"))
        .env("PORT", port.to_string())
        // The guide has 3,000; as many as shows that the calls in portions go on where they should.
        .env("AGENTS", "1100")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("All as told."), "{said}{wrong}");
}

#[test]
fn a_short_operator_token_is_refused_and_not_told() {
    let said = Program::new().with("OPERATOR_TOKEN", "hunter2").refusal();
    assert!(said.contains("CREWDESK_OPERATOR_TOKEN has fewer than 32 characters"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
}

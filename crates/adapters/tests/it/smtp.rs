use adapters::smtp::{Sender, Smtp};
use domain::ports::{Letter, Mailer as _, MailerFault};
use kernel::Timestamp;
use testkit::smtp::{Fault, Setup, Sink};

fn mailer(url: &str) -> Smtp {
    let sender = Sender::new("Crewdesk <desk@example.org>", "desk.example.org").unwrap();
    Smtp::new(url.parse().unwrap(), sender)
}

fn letter(to: &str, id: &str) -> Letter {
    Letter {
        to: to.into(),
        subject: "Pozvánka".into(),
        text: "Dobrý den\n.\n..\n".into(),
        html: "<p>Dobrý den</p>".into(),
        message_id: id.into(),
        at: Timestamp::from_micros(1_790_000_000_000_000),
    }
}

fn credentials() -> Option<(String, String)> {
    Some(("desk".into(), "a+b/c".into()))
}

#[tokio::test]
async fn letters_arrive_whole_over_one_connection() {
    let sink = Sink::start().await;
    let smtp = mailer(&format!("smtp://{}", sink.address()));
    for id in ["one", "two", "three"] {
        smtp.send(&letter("eva@example.org", id)).await.unwrap();
    }
    let mails = sink.mails();
    assert_eq!(mails.len(), 3);
    assert_eq!(sink.connections(), 1);
    assert_eq!(mails[0].from, "desk@example.org");
    assert_eq!(mails[0].to, ["eva@example.org"]);
    assert_eq!(mails[2].header("Message-ID"), Some("<three@desk.example.org>"));
    assert!(mails[0].message.contains("multipart/alternative"));
}

#[tokio::test]
async fn an_address_beyond_ascii_needs_a_server_that_takes_it() {
    let sink = Sink::start().await;
    let smtp = mailer(&format!("smtp://{}", sink.address()));
    let refused = smtp.send(&letter("žofie@example.org", "1")).await.unwrap_err();
    assert!(matches!(refused, MailerFault::Permanent(_)), "{refused:?}");
    smtp.send(&letter("eva@příklad.example", "2")).await.ok();
    smtp.send(&letter("eva@example.org", "3")).await.unwrap();
}

#[tokio::test]
async fn what_may_pass_is_told_from_what_will_not() {
    let sink = Sink::start().await;
    let smtp = mailer(&format!("smtp://{}", sink.address()));
    sink.fail(Fault::Busy);
    let busy = smtp.send(&letter("eva@example.org", "1")).await.unwrap_err();
    assert!(matches!(busy, MailerFault::Temporary(_)), "{busy:?}");
    sink.fail(Fault::NoSuchMailbox);
    let gone = smtp.send(&letter("eva@example.org", "1")).await.unwrap_err();
    assert!(matches!(gone, MailerFault::Permanent(_)), "{gone:?}");
    sink.fail(Fault::SilentAfterMail);
    let lost = smtp.send(&letter("eva@example.org", "1")).await.unwrap_err();
    assert!(matches!(lost, MailerFault::Temporary(_)), "{lost:?}");
    sink.fail(Fault::None);
    smtp.send(&letter("eva@example.org", "1")).await.unwrap();
    let ids: Vec<_> =
        sink.mails().iter().map(|m| m.header("Message-ID").map(str::to_owned)).collect();
    assert_eq!(
        ids,
        [Some("<1@desk.example.org>".to_owned()), Some("<1@desk.example.org>".to_owned())]
    );
}

#[tokio::test]
async fn a_server_that_is_away_is_a_passing_trouble() {
    let mut sink = Sink::start().await;
    let smtp = mailer(&format!("smtp://{}", sink.address()));
    smtp.send(&letter("eva@example.org", "1")).await.unwrap();
    sink.go_down().await;
    let away = smtp.send(&letter("eva@example.org", "2")).await.unwrap_err();
    assert!(matches!(away, MailerFault::Away(_)), "{away:?}");
    sink.come_back().await;
    smtp.send(&letter("eva@example.org", "2")).await.unwrap();
    assert_eq!(sink.mails().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_says_nothing_is_given_up() {
    let sink = Sink::start().await;
    sink.fail(Fault::Mute);
    let smtp = mailer(&format!("smtp://{}", sink.address()));
    let silent = smtp.send(&letter("eva@example.org", "1")).await.unwrap_err();
    assert!(matches!(silent, MailerFault::Temporary(_)), "{silent:?}");
    assert!(smtp.check().await.unwrap_err().to_string().contains("does not answer"));
}

#[tokio::test]
async fn a_letter_dropped_midway_leaves_no_connection_behind() {
    let sink = Sink::start().await;
    let smtp = mailer(&format!("smtp://{}", sink.address()));
    for n in 0..40_u64 {
        let wait = std::time::Duration::from_micros(n * 50);
        let _ = tokio::time::timeout(wait, smtp.send(&letter("eva@example.org", "dropped"))).await;
    }
    for n in 0..10 {
        smtp.send(&letter("eva@example.org", &format!("kept-{n}"))).await.unwrap();
    }
    let kept = sink.mails().iter().filter(|m| m.message.contains("<kept-")).count();
    assert_eq!(kept, 10);
}

#[tokio::test]
async fn encryption_is_as_the_address_demands() {
    let plain = Sink::start().await;
    let tls = Sink::start_with(Setup { starttls: true, credentials: credentials() }).await;
    let ca = std::env::temp_dir().join(format!("crewdesk-ca-{}.pem", tls.address().port()));
    std::fs::write(&ca, tls.authority()).unwrap();
    let (port, ca_file) = (tls.address().port(), ca.display());
    let check = |url: String| async move { mailer(&url).check().await };

    let report = check(format!("smtp://{}", plain.address())).await.unwrap();
    assert!(!report.encrypted && !report.signed_in);
    let refused = check(format!("smtp://{}?tls=required", plain.address())).await.unwrap_err();
    assert!(refused.to_string().contains("no STARTTLS"), "{refused}");

    let report = check(format!("smtp://desk:a+b%2Fc@localhost:{port}")).await.unwrap();
    assert!(report.encrypted && !report.verified && report.signed_in);
    let url = format!("smtp://desk:a+b%2Fc@localhost:{port}?tls=required");
    let strange = check(url.clone()).await.unwrap_err();
    assert!(strange.to_string().contains("can't be encrypted"), "{strange}");
    let report = check(format!("{url}&ca={ca_file}")).await.unwrap();
    assert!(report.encrypted && report.verified);

    let wrong = check(format!("smtp://desk:wrong@localhost:{port}")).await.unwrap_err();
    assert!(wrong.to_string().contains("refuses the sign-in"), "{wrong}");
    std::fs::remove_file(ca).unwrap();
}

#[tokio::test]
async fn a_wrong_password_of_ours_loses_no_letter() {
    let sink = Sink::start_with(Setup { starttls: false, credentials: credentials() }).await;
    for url in [format!("smtp://{}", sink.address()), format!("smtp://desk:old@{}", sink.address())]
    {
        let refused = mailer(&url).send(&letter("eva@example.org", "1")).await.unwrap_err();
        assert!(matches!(refused, MailerFault::Away(_)), "{refused:?}");
    }
}

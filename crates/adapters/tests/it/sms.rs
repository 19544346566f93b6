//! Text messages over HTTP, by a gateway of our own and by Kannel (SPEC ACC-3).

use adapters::sms_http::{Gateway, SmsHttp, Written};
use domain::ports::{Sms, SmsFault, SmsSender as _};
use kernel::Timestamp;
use testkit::kannel::Kannel;
use testkit::smpp::Centre;
use testkit::sms::{Gate, GateFault};

fn sms(text: &str) -> Sms {
    let at = Timestamp::from_micros(1_790_000_000_000_000);
    Sms { to: "+420601123456".into(), text: text.into(), id: "01-a".into(), at }
}

fn sender(written: &Written<'_>) -> SmsHttp {
    SmsHttp::new(Gateway::read(written).unwrap()).unwrap()
}

#[tokio::test]
async fn number_and_text_arrive_encoded_for_their_place() {
    let gate = Gate::start().await;
    let text = "Kód \"042917\" & více + ž";
    let url = gate.template();
    sender(&Written { url: &url, ..Written::default() }).send(&sms(text)).await.unwrap();
    let url = format!("http://{}/v2/messages", gate.address());
    let json = Written {
        url: &url,
        headers: "Authorization: Bearer hush | X-Plan: a",
        body: r#"{"to": ["{to_digits}"], "content": "{text}", "ref": "{id}"}"#,
        success: "OK",
        ..Written::default()
    };
    sender(&json).send(&sms(text)).await.unwrap();
    let form = Written {
        body: "a=1&number={to}&msg={text}",
        method: "PUT",
        url: &url,
        ..Written::default()
    };
    sender(&form).send(&sms(text)).await.unwrap();
    let [query, json, form] = gate.handed().try_into().unwrap();
    assert_eq!(
        (query.query("to").unwrap(), query.query("text").unwrap()),
        ("+420601123456".into(), text.into())
    );
    assert_eq!(json.target, "POST /v2/messages");
    assert_eq!(
        (json.headers["authorization"].as_str(), json.headers["x-plan"].as_str()),
        ("Bearer hush", "a")
    );
    let body: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(body, serde_json::json!({"to": ["420601123456"], "content": text, "ref": "01-a"}));
    assert_eq!(form.target, "PUT /v2/messages");
    assert!(form.body.starts_with("a=1&number=%2B420601123456&msg=K%C3%B3d"), "{}", form.body);
}

#[tokio::test]
async fn faults_are_told_apart_and_no_redirect_is_followed() {
    let gate = Gate::start().await;
    let url = gate.template();
    let sender = sender(&Written { url: &url, ..Written::default() });
    assert_eq!(sender.check().await, Ok(()));
    for (fault, lasting) in [
        (GateFault::Status(400), true),
        (GateFault::Status(401), false),
        (GateFault::Status(503), false),
        (GateFault::Redirect, false),
    ] {
        gate.fail(fault);
        let answer = sender.send(&sms("042917")).await.unwrap_err();
        assert_eq!(matches!(answer, SmsFault::Permanent(_)), lasting, "{fault:?}: {answer}");
    }
    gate.fail(GateFault::Silent);
    let SmsFault::Temporary(reason) = sender.send(&sms("042917")).await.unwrap_err() else {
        panic!()
    };
    assert!(!reason.contains("042917") && !reason.contains("420601"), "{reason}");
    assert_eq!(gate.handed().len(), 1, "what was led elsewhere was not sent there");
    drop(gate);
    assert!(sender.check().await.is_err());
}

#[tokio::test]
async fn kannel_hands_every_alphabet_on() {
    let centre = Centre::start().await;
    let Some(kannel) = Kannel::start(centre.port()).await else {
        panic!("install the Debian package kannel, as `cargo xtask test` does");
    };
    let url = kannel.template();
    let sender = sender(&Written { url: &url, success: "Accepted", ..Written::default() });
    assert_eq!(sender.check().await, Ok(()));
    let texts = ["042917 is your code & more", "Váš kód je 042917, příteli"];
    for text in texts {
        sender.send(&sms(text)).await.unwrap();
    }
    for _ in 0..200 {
        if centre.arrived().len() == 2 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let arrived = centre.arrived();
    assert_eq!(arrived.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), texts);
    assert!(
        arrived.iter().all(|one| one.to.trim_start_matches('+') == "420601123456"),
        "{arrived:?}"
    );
    let wrong = url.replace("password=hush", "password=guess");
    let refused =
        self::sender(&Written { url: &wrong, ..Written::default() }).send(&sms("1")).await;
    assert!(
        matches!(refused, Err(SmsFault::Temporary(_))),
        "a wrong key is for the operator to mend: {refused:?}"
    );
}

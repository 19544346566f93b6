//! Text messages by any gateway that speaks HTTP.
//!
//! - [`Gateway`]: address, method, headers, body and what counts as taken
//! - `fill`: number and text put into them, encoded for their place
//! - [`SmsHttp`]: hands messages over

mod fill;
mod gateway;

use std::time::Duration;

use domain::ports::{BoxFuture, Sms, SmsFault, SmsSender};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode, header};
use tokio::net::TcpStream;

use fill::Values;
use gateway::Body;
pub use gateway::{Gateway, Written, WrongGateway};

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(5);
/// How long a whole message may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// As much of an answer is read as is needed to know it.
const LONGEST_ANSWER: usize = 16 * 1024;
/// As much of an answer stands in the log.
const QUOTED: usize = 120;
/// Longer words of an answer do not.
const LONGEST_WORD: usize = 24;

/// Hands text messages to a gateway.
#[derive(Debug)]
pub struct SmsHttp {
    gateway: Gateway,
    client: Client,
}

impl SmsHttp {
    /// A sender for this gateway. Connects when there is something to send; never follows a redirect, which
    /// could carry the gateway's key elsewhere.
    ///
    /// # Errors
    /// Why no client can be made: the machine's list of certificate authorities can't be read.
    pub fn new(gateway: Gateway) -> Result<Self, String> {
        // The first to install one decides; all of ours are the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .redirect(Policy::none())
            .connect_timeout(CONNECT)
            .timeout(PATIENCE)
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { gateway, client })
    }

    /// Whether the gateway takes connections; nothing is sent.
    ///
    /// # Errors
    /// Why not, in words.
    pub async fn check(&self) -> Result<(), String> {
        let (host, port) = self.gateway.place();
        match tokio::time::timeout(CONNECT, TcpStream::connect((host.as_str(), port))).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(error.to_string()),
            Err(_) => Err("no answer in time".to_owned()),
        }
    }

    fn request(&self, sms: &Sms) -> RequestBuilder {
        let values = Values::of(sms);
        let mut url = self.gateway.url.clone();
        if !self.gateway.query.is_empty() {
            url.set_query(Some(&fill::pairs(&self.gateway.query, &values)));
        }
        let request = self.client.request(self.gateway.method.clone(), url);
        let request = match &self.gateway.body {
            Body::None => request,
            Body::Form(pairs) => request
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(fill::pairs(pairs, &values)),
            Body::Json(template) => request
                .header(header::CONTENT_TYPE, "application/json")
                .body(fill::json(template, &values).to_string()),
        };
        // After the content type, so that a configured one replaces ours.
        request.headers(self.gateway.headers.clone())
    }

    async fn deliver(&self, sms: &Sms) -> Result<(), SmsFault> {
        let answer = self.request(sms).send().await;
        let answer = answer.map_err(|error| {
            let fault = if error.is_connect() { SmsFault::Away } else { SmsFault::Temporary };
            // The error's own text names the address with its query, which may hold a key.
            fault(error.without_url().to_string())
        })?;
        let status = answer.status();
        judge(status, &text_of(answer).await, self.gateway.success.as_deref())
    }
}

/// What an answer means.
fn judge(status: StatusCode, body: &str, success: Option<&str>) -> Result<(), SmsFault> {
    let refused = format!("the gateway answered {status}: {}", quoted(body));
    match status {
        status if status.is_success() => match success {
            Some(wanted) if !body.contains(wanted) => Err(SmsFault::Temporary(refused)),
            _ => Ok(()),
        },
        // What only this message can be blamed for; a wrong key or address is for the operator to mend.
        StatusCode::BAD_REQUEST
        | StatusCode::PAYLOAD_TOO_LARGE
        | StatusCode::UNPROCESSABLE_ENTITY => Err(SmsFault::Permanent(refused)),
        _ => Err(SmsFault::Temporary(refused)),
    }
}

/// The beginning of an answer, for the log. A gateway may repeat what it was sent, so that digits and long
/// words, such as codes, links and keys, are left out.
fn quoted(body: &str) -> String {
    let words = body.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty());
    let words = words.map(|word| if word.len() > LONGEST_WORD { "…" } else { word });
    let text = words.collect::<Vec<_>>().join(" ");
    text.chars().take(QUOTED).map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

/// The beginning of an answer. One that breaks off is judged by what came.
async fn text_of(mut answer: Response) -> String {
    let mut bytes = Vec::new();
    while bytes.len() < LONGEST_ANSWER {
        match answer.chunk().await {
            Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
            Ok(None) | Err(_) => break,
        }
    }
    bytes.truncate(LONGEST_ANSWER);
    String::from_utf8_lossy(&bytes).into_owned()
}

impl SmsSender for SmsHttp {
    fn send<'a>(&'a self, sms: &'a Sms) -> BoxFuture<'a, Result<(), SmsFault>> {
        Box::pin(self.deliver(sms))
    }
}

#[cfg(test)]
mod tests {
    use domain::ports::SmsFault;
    use reqwest::StatusCode;

    use super::judge;

    #[test]
    fn an_answer_decides_and_no_digits_of_it_are_kept() {
        let answer = |status, body, success| judge(status, body, success);
        assert_eq!(answer(StatusCode::ACCEPTED, "0: Accepted", None), Ok(()));
        assert_eq!(answer(StatusCode::OK, "{\"ok\":true}", Some("\"ok\":true")), Ok(()));
        let refused =
            answer(StatusCode::OK, "ERR 042917 https://desk.example/a/very/long/link", Some("OK"));
        let said = "the gateway answered 200 OK: ERR ###### …";
        assert_eq!(refused, Err(SmsFault::Temporary(said.into())));
        for (status, lasting) in
            [(400, true), (422, true), (301, false), (403, false), (429, false), (503, false)]
        {
            let fault = answer(StatusCode::from_u16(status).unwrap(), "", None).unwrap_err();
            assert_eq!(matches!(fault, SmsFault::Permanent(_)), lasting, "{status}");
        }
    }
}

//! `/sign-in/second`: what is asked for once the password was right (SPEC ACC-5).

use axum::response::Response;
use domain::factors::Second;
use domain::sessions::{self, Asked};
use http::StatusCode;
use kernel::{Code, Error, Token};

use super::doors::{Knock, secret};
use super::form::Form;
use super::links::own_path;
use super::page::redirect;
use crate::html::doors::second::SecondStep;
use crate::html::parts::Notice;
use crate::html::typed::Typed;
use crate::problem::Problem;

/// Asks for the first of what may be shown.
pub(super) fn ask(
    knock: &Knock,
    ticket: &Token,
    methods: &[Second],
    trust_days: i64,
    next: &str,
) -> Response {
    knock.show(StatusCode::OK, &first(knock, ticket, methods, trust_days, next))
}

fn first(
    knock: &Knock,
    ticket: &Token,
    methods: &[Second],
    trust_days: i64,
    next: &str,
) -> SecondStep {
    let typed = Typed::of([("ticket", ticket.expose()), ("next", next)]);
    let typed_ones = |method: &&Second| **method != Second::Passkey;
    let method = methods.iter().find(typed_ones).copied().unwrap_or(Second::RecoveryCode);
    let view = SecondStep::new(knock.door(), method, methods, false, &typed);
    SecondStep { trust_days, ..view }
}

/// A passkey shown at the second step: a wrong one leads back there and says why.
pub(super) async fn by_passkey(
    knock: &Knock,
    request: &Token,
    typed: &Typed,
) -> Result<Response, Problem> {
    let Some(ticket) = Token::from_request(typed.value("ticket")) else { return Ok(anew(knock)) };
    let (crewdesk, credential) = (knock.app.crewdesk(), typed.value("credential"));
    let (origin, next) = (&knock.visitor.origin, own_path(typed.value("next")));
    let done =
        sessions::sign_in_by_passkey(crewdesk, origin, request, credential, Some(&ticket)).await;
    let error = match done {
        Ok(outcome) => return Ok(knock.came_to(outcome, next)),
        Err(Error::Unauthenticated(Code::Unauthenticated)) => return Ok(anew(knock)),
        Err(error) => error,
    };
    let status = crate::problem::status(&error);
    let (_, notice) = knock.refused(error, Typed::default())?;
    match sessions::asked_for(crewdesk, &ticket).await {
        Ok(Asked { methods, trust_days }) => {
            let view = first(knock, &ticket, &methods, trust_days, next);
            Ok(knock.show(status, &SecondStep { notice, ..view }))
        }
        Err(Error::Unauthenticated(_)) => Ok(anew(knock)),
        Err(other) => Err(other.into()),
    }
}

/// `POST /sign-in/second`.
pub(super) async fn enter(knock: Knock, Form(typed): Form) -> Result<Response, Problem> {
    let Some(ticket) = Token::from_request(typed.value("ticket")) else {
        return Ok(anew(&knock));
    };
    if let Some(method) = Second::parse(typed.value("instead")) {
        let notice = match method.sent() {
            Some(_) => match send(&knock, &ticket, method).await? {
                Sent::OnTheWay => None,
                Sent::Not(notice) => Some(notice),
                Sent::Anew => return Ok(anew(&knock)),
            },
            None => None,
        };
        return again(&knock, &ticket, method, &Typed::default(), &typed, notice).await;
    }
    let crewdesk = knock.app.crewdesk();
    let code = secret(&typed, "code");
    let trust = typed.has("trust");
    match sessions::second_step(crewdesk, &knock.visitor.origin, &ticket, &code, trust).await {
        Ok(outcome) => {
            let next = own_path(typed.value("next")).to_owned();
            Ok(knock.came_to(outcome, &next))
        }
        Err(Error::Unauthenticated(Code::Unauthenticated)) => Ok(anew(&knock)),
        Err(Error::Unauthenticated(Code::CodeWrong)) => {
            let method = Second::parse(typed.value("method")).unwrap_or(Second::Totp);
            let mut wrong = typed.clone();
            wrong.refuse("code", knock.reader.texts.error(Code::CodeWrong));
            again(&knock, &ticket, method, &wrong, &typed, None).await
        }
        Err(error) => {
            let method = Second::parse(typed.value("method")).unwrap_or(Second::Totp);
            let (wrong, notice) = knock.refused(error, typed.clone())?;
            again(&knock, &ticket, method, &wrong, &typed, notice).await
        }
    }
}

/// What came of sending a code.
enum Sent {
    OnTheWay,
    Not(Notice),
    Anew,
}

async fn send(knock: &Knock, ticket: &Token, method: Second) -> Result<Sent, Problem> {
    knock.visitor.may_cause_mail(&knock.app)?;
    let crewdesk = knock.app.crewdesk();
    match sessions::send_code(crewdesk, &knock.visitor.origin, ticket, method).await {
        Ok(()) => Ok(Sent::OnTheWay),
        Err(Error::Unauthenticated(_)) => Ok(Sent::Anew),
        Err(Error::TooMany { .. }) => {
            Ok(Sent::Not(Notice::warn(knock.reader.texts.get("second-no-more-codes"))))
        }
        Err(error @ Error::Conflict { .. }) => {
            Ok(Sent::Not(Notice::bad(knock.reader.texts.error(error.code()))))
        }
        Err(error) => Err(error.into()),
    }
}

/// The ticket is used or too old: from the beginning.
fn anew(knock: &Knock) -> Response {
    redirect(&knock.reader, "/sign-in?reason=ended")
}

async fn again(
    knock: &Knock,
    ticket: &Token,
    method: Second,
    shown: &Typed,
    typed: &Typed,
    notice: Option<Notice>,
) -> Result<Response, Problem> {
    let Asked { methods, trust_days } =
        match sessions::asked_for(knock.app.crewdesk(), ticket).await {
            Ok(asked) => asked,
            Err(Error::Unauthenticated(_)) => return Ok(anew(knock)),
            Err(other) => return Err(other.into()),
        };
    let method = if methods.contains(&method) { method } else { Second::RecoveryCode };
    let status = if shown.is_wrong("code") || notice.is_some() {
        StatusCode::UNAUTHORIZED
    } else {
        StatusCode::OK
    };
    let view = SecondStep {
        notice,
        ticket: ticket.expose().to_owned(),
        next: own_path(typed.value("next")).to_owned(),
        trust_days,
        trusting: typed.has("trust"),
        ..SecondStep::new(knock.door(), method, &methods, true, shown)
    };
    Ok(knock.show(status, &view))
}

//! `/api/v1/mail-templates`: mails in an organisation's own words (SPEC ORG-4).

use axum::extract::{Path, State};
use domain::mail_templates::{self, Filled, Kind, OwnText, Wish};
use kernel::{Error, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::reply::{ListBody, Reply};
use crate::extract::{Body, Caller, IfMatch};
use crate::problem::{Problem, ProblemBody};
use crate::state::AppState;

/// Words of one's own for a mail in one language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailTemplate)]
pub struct TemplateBody {
    /// Which mail.
    #[schema(example = "invitation")]
    pub kind: String,
    /// In which language.
    #[schema(example = "en")]
    pub language: String,
    /// One line, with placeholders.
    #[schema(example = "{{ organisation }} invites you")]
    pub subject: String,
    /// Paragraphs with empty lines between them, with placeholders.
    pub body: String,
    /// Counts changes.
    pub version: i64,
    /// When it was last changed.
    #[schema(value_type = String, format = "date-time")]
    pub updated_at: Timestamp,
}

impl From<OwnText> for TemplateBody {
    fn from(own: OwnText) -> Self {
        let OwnText { organisation_id: _, kind, language, subject, body, version, updated_at } =
            own;
        Self { kind: kind.as_str().to_owned(), language, subject, body, version, updated_at }
    }
}

/// Words for a mail.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = MailWords)]
#[serde(deny_unknown_fields)]
pub struct WordsBody {
    /// One line, with placeholders.
    #[schema(example = "{{ organisation }} invites you")]
    pub subject: String,
    /// Paragraphs with empty lines between them, with placeholders.
    #[schema(example = "Hello {{ name }},\n\nchoose your password here: {{ link }}")]
    pub body: String,
}

/// What a mail will say, with sample values.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MailPreview)]
pub struct PreviewBody {
    /// One line.
    pub subject: String,
    /// The text.
    pub body: String,
}

type Place = Path<(String, String)>;

fn kind(name: &str) -> Result<Kind, Problem> {
    Ok(Kind::parse(name).ok_or(Error::NotFound)?)
}

fn shown(own: OwnText) -> Result<Reply, Problem> {
    let version = own.version;
    Ok(Reply::ok(&TemplateBody::from(own))?.version(version))
}

/// List the mails that have words of their own; all others say what is built in.
#[utoipa::path(get, path = "/mail-templates", tag = "Organisation", operation_id = "listMailTemplates",
    responses((status = 200, body = ListBody<TemplateBody>), (status = 403, body = ProblemBody)))]
pub async fn list(State(app): State<AppState>, caller: Caller) -> Result<Reply, Problem> {
    let all =
        app.crewdesk().read(caller.actor(), async |cx| mail_templates::list(cx).await).await?;
    let bodies: Vec<TemplateBody> = all.into_iter().map(TemplateBody::from).collect();
    Ok(Reply::ok(&ListBody::from(bodies))?)
}

/// Read the words for a mail.
#[utoipa::path(get, path = "/mail-templates/{kind}/{language}", tag = "Organisation", operation_id = "getMailTemplate",
    params(("kind" = String, Path), ("language" = String, Path)),
    responses((status = 200, body = TemplateBody), (status = 404, body = ProblemBody)))]
pub async fn get(
    State(app): State<AppState>,
    caller: Caller,
    Path((name, language)): Place,
) -> Result<Reply, Problem> {
    let read = app.crewdesk().read(caller.actor(), async |cx| {
        // Who may not look is told so before whether there is anything.
        mail_templates::list(cx).await?;
        let kind = Kind::parse(&name).ok_or(Error::NotFound)?;
        mail_templates::get(cx, kind, &language).await?.ok_or(Error::NotFound)
    });
    shown(read.await?)
}

/// Save words for a mail. What it is sent for must be named: `link` in invitations, `code` in codes.
#[utoipa::path(put, path = "/mail-templates/{kind}/{language}", tag = "Organisation", operation_id = "putMailTemplate", request_body = WordsBody,
    params(("kind" = String, Path), ("language" = String, Path), ("If-Match" = Option<String>, Header)),
    responses((status = 200, body = TemplateBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 412, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn put(
    State(app): State<AppState>,
    caller: Caller,
    Path((name, language)): Place,
    IfMatch(version): IfMatch,
    Body { value, .. }: Body<WordsBody>,
) -> Result<Reply, Problem> {
    let kind = kind(&name)?;
    let WordsBody { subject, body } = value;
    let wish = Wish { subject, body };
    let verb = app.crewdesk().write(caller.actor(), async |cx| {
        mail_templates::put(cx, kind, &language, version, wish).await
    });
    shown(verb.await?)
}

/// Take the words back: what is built in is sent again.
#[utoipa::path(delete, path = "/mail-templates/{kind}/{language}", tag = "Organisation", operation_id = "resetMailTemplate",
    params(("kind" = String, Path), ("language" = String, Path)),
    responses((status = 204), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
pub async fn reset(
    State(app): State<AppState>,
    caller: Caller,
    Path((name, language)): Place,
) -> Result<Reply, Problem> {
    let kind = kind(&name)?;
    let verb = app
        .crewdesk()
        .write(caller.actor(), async |cx| mail_templates::reset(cx, kind, &language).await);
    verb.await?;
    Ok(Reply::empty())
}

/// Show what a mail with these words will say, with sample values. Nothing is saved.
#[utoipa::path(post, path = "/mail-templates/{kind}/{language}/preview", tag = "Organisation", operation_id = "previewMailTemplate", request_body = WordsBody,
    params(("kind" = String, Path), ("language" = String, Path)),
    responses((status = 200, body = PreviewBody), (status = 403, body = ProblemBody), (status = 422, body = ProblemBody)))]
pub async fn preview(
    State(app): State<AppState>,
    caller: Caller,
    Path((name, _language)): Place,
    Body { value, .. }: Body<WordsBody>,
) -> Result<Reply, Problem> {
    let kind = kind(&name)?;
    let WordsBody { subject, body } = value;
    let wish = Wish { subject, body };
    let read =
        app.crewdesk().read(caller.actor(), async |cx| mail_templates::preview(cx, kind, &wish));
    let Filled { subject, body } = read.await?;
    Ok(Reply::ok(&PreviewBody { subject, body })?)
}

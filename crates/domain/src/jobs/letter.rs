use kernel::Result;

use super::work::Mail;
use crate::product::Crewdesk;
use crate::{accounts, invitations, organisations};

/// The mail as it goes out: with the parameter `token` where it holds a link, and `code` where it holds a
/// code. The outbox has only ids of both, so that neither it nor a backup can be used to get in. None
/// where the mail is no longer wanted, because the invitation was taken back or sent anew, or the code
/// is void.
///
/// The same mail always gets the same secret, so that one sent twice by a crash is the same mail twice
/// (SECURITY.md R4). The hash is stored before the secret leaves, which holds even where nodes have
/// different keys.
///
/// # Errors
/// Faults of the database; [`kernel::Error::TooMany`] where too many hashes wait.
pub async fn letter(crewdesk: &Crewdesk, mail: &Mail) -> Result<Option<Mail>> {
    let mail = mail.clone();
    if let Some(id) = mail.number::<uuid::Uuid>("invitation_id") {
        let sends = mail.number("sends").unwrap_or(1);
        let token = invitations::link(crewdesk, id.into(), sends).await?;
        return Ok(token.map(|token| mail.with("token", token.expose())));
    }
    if let Some(id) = mail.number::<uuid::Uuid>("sign_up_id") {
        let token = organisations::sign_up_link(crewdesk, id.into()).await?;
        return Ok(token.map(|token| mail.with("token", token.expose())));
    }
    if let Some(id) = mail.number::<uuid::Uuid>("code_id") {
        let code = accounts::codes::code(crewdesk, id.into()).await?;
        let mail = match mail.number::<uuid::Uuid>("link_id") {
            Some(link) => {
                let request = accounts::codes::link(crewdesk.mail_key(), link);
                mail.with("request", request.expose())
            }
            None => mail,
        };
        return Ok(code.map(|code| mail.with("code", code.expose())));
    }
    Ok(Some(mail))
}

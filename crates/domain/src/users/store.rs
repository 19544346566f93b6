//! Storing a user: what goes into the row, the search index and the tallies beside it.

use db::{Tx, params};
use kernel::ids::{OrganisationId, UserId};
use kernel::{Error, Result, Timestamp};

use super::table::{
    INSERT, LOAD, NOTE_CAN_ANSWER, NOTE_IN_TEAMS, SET_LIFECYCLE, SET_PRESENCE, SET_SIGNED_IN,
    TOUCH, UPDATE, User,
};
use super::tally;
use super::vocabulary::{Lifecycle, Presence};
use crate::cx::Cx;

/// Stores a new user and its place in the search index; sets `seq`.
pub(super) async fn insert(tx: &mut Tx, user: &mut User) -> Result<()> {
    let search = user.search_text();
    let values = params![
        user.id,
        user.organisation_id,
        user.account_id,
        user.user_type,
        user.username.clone(),
        kernel::fold(&user.username),
        user.first_name.clone(),
        user.last_name.clone(),
        user.display_name.clone(),
        user.name_key.clone(),
        user.email.clone(),
        user.email_key.clone(),
        user.mobile.clone(),
        user.language.clone(),
        user.group_id,
        user.role_id,
        user.reports_to,
        user.licence,
        user.extension.clone(),
        user.numeric_id.clone(),
        user.keywords.clone(),
        user.external_id.clone(),
        user.note.clone(),
        user.lifecycle,
        user.lifecycle_reason.clone(),
        user.lifecycle_at,
        user.presence,
        user.last_sign_in_at,
        user.photo_version,
        search.clone(),
        user.version,
        user.created_at,
        user.updated_at,
        user.exchange_id,
        user.helpdesk_id,
        user.api_communicator,
        user.statutory_representative,
        user.do_not_invoice,
    ];
    (user.seq,) = tx.one::<(i64,)>(INSERT, &values).await?;
    tally::note(tx, user, 1).await?;
    tally::note_group(tx, user, 1).await?;
    tx.search_put("users", user.seq, &search);
    Ok(())
}

/// Stores a changed user; the version it was loaded with must still stand.
pub(crate) async fn save(tx: &mut Tx, user: &mut User, now: Timestamp) -> Result<()> {
    let search = user.search_text();
    let values = params![
        user.organisation_id,
        user.id,
        user.user_type,
        user.username.clone(),
        kernel::fold(&user.username),
        user.first_name.clone(),
        user.last_name.clone(),
        user.display_name.clone(),
        user.name_key.clone(),
        user.email.clone(),
        user.email_key.clone(),
        user.mobile.clone(),
        user.language.clone(),
        user.group_id,
        user.role_id,
        user.reports_to,
        user.licence,
        user.extension.clone(),
        user.numeric_id.clone(),
        user.keywords.clone(),
        user.external_id.clone(),
        user.note.clone(),
        user.photo_version,
        search.clone(),
        now,
        user.version,
        user.exchange_id,
        user.helpdesk_id,
        user.api_communicator,
        user.statutory_representative,
        user.do_not_invoice,
    ];
    if tx.execute(UPDATE, &values).await? == 0 {
        return Err(Error::Stale);
    }
    user.version += 1;
    user.updated_at = now;
    tx.search_put("users", user.seq, &search);
    Ok(())
}

/// Notes that a user is or will be in a team.
pub(crate) async fn note_in_teams(cx: &mut Cx<'_>, id: UserId) -> Result<()> {
    cx.tx.execute(NOTE_IN_TEAMS, &params![cx.organisation_id, id]).await?;
    Ok(())
}

/// Notes whether a user has a level or a profile.
pub(crate) async fn note_can_answer(cx: &mut Cx<'_>, id: UserId, can: bool) -> Result<()> {
    cx.tx.execute(NOTE_CAN_ANSWER, &params![cx.organisation_id, id, can]).await?;
    Ok(())
}

/// Counts a change of what belongs to a user's record and stands elsewhere; answers the new version.
pub(crate) async fn touch(cx: &mut Cx<'_>, user: &User) -> Result<i64> {
    let values = params![user.organisation_id, user.id, cx.now, user.version];
    match cx.tx.execute(TOUCH, &values).await? {
        0 => Err(Error::Stale),
        _ => Ok(user.version + 1),
    }
}

/// Stores another lifecycle; whoever can't sign in is shown as logged out.
pub(crate) async fn set_lifecycle(
    tx: &mut Tx,
    user: &mut User,
    to: Lifecycle,
    reason: Option<String>,
    now: Timestamp,
) -> Result<()> {
    tally::note(tx, user, -1).await?;
    user.lifecycle = to;
    user.lifecycle_reason = reason;
    user.lifecycle_at = now;
    user.updated_at = now;
    user.version += 1;
    if to != Lifecycle::Active {
        user.presence = Presence::LoggedOut;
    }
    let values = params![
        user.organisation_id,
        user.id,
        to,
        user.lifecycle_reason.clone(),
        now,
        user.presence
    ];
    tx.execute(SET_LIFECYCLE, &values).await?;
    tally::note(tx, user, 1).await?;
    Ok(())
}

/// Stores presence; answers whether it was another before.
pub(crate) async fn set_presence(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: UserId,
    to: Presence,
) -> Result<bool> {
    Ok(tx.execute(SET_PRESENCE, &params![organisation, id, to]).await? > 0)
}

/// Stores that a user has signed in.
pub(crate) async fn set_signed_in(tx: &mut Tx, user: &User, now: Timestamp) -> Result<()> {
    tx.execute(SET_SIGNED_IN, &params![user.organisation_id, user.id, now]).await?;
    if user.signed_in_at().is_none() {
        tally::note(tx, user, -1).await?;
        tally::note(tx, &User { last_sign_in_at: now, ..user.clone() }, 1).await?;
    }
    Ok(())
}

/// A user of the organisation, for rooms that have authorised by other means or act for the person.
pub(crate) async fn load(cx: &mut Cx<'_>, id: UserId) -> Result<Option<User>> {
    let organisation = cx.organisation_id;
    Ok(cx.tx.optional::<User>(LOAD, &params![organisation, id]).await?)
}

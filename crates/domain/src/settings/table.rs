use db::{Query, params};
use kernel::Result;
use uuid::Uuid;

use super::registry::Key;
use super::value::SettingValue;
use crate::cx::Cx;

db::statements! {
    OF_OWNERS = "SELECT owner_id, key, value FROM settings WHERE organisation_id = $1 \
        AND owner_id IN ($1, $2, $3)";
    PUT = "INSERT INTO settings (organisation_id, owner_id, key, value) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (organisation_id, owner_id, key) DO UPDATE SET value = excluded.value";
    DROP = "DELETE FROM settings WHERE organisation_id = $1 AND owner_id = $2 AND key = $3";
    FORGET = "DELETE FROM settings WHERE organisation_id = $1 AND owner_id = $2";
}

/// What these owners gave: the organisation, and up to two more. A value that this version of the product
/// can't read is left out.
pub(super) async fn given(
    cx: &mut Cx<'_>,
    group: Option<Uuid>,
    user: Option<Uuid>,
) -> Result<Vec<(Uuid, Key, SettingValue)>> {
    let nobody = Uuid::nil();
    let values = params![cx.organisation_id, group.unwrap_or(nobody), user.unwrap_or(nobody)];
    let rows = cx.tx.few::<(Uuid, String, String)>(OF_OWNERS, &values).await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The same of any number of owners, in one query.
pub(super) async fn given_by(
    cx: &mut Cx<'_>,
    owners: Vec<Uuid>,
) -> Result<Vec<(Uuid, Key, SettingValue)>> {
    let mut query =
        Query::new("SELECT owner_id, key, value FROM settings WHERE organisation_id = ");
    query.bind(cx.organisation_id).push(" AND owner_id IN ").bind_list(owners);
    let rows = cx.tx.list::<(Uuid, String, String)>(&query).await?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// A row as it was stored.
fn read((owner, key, value): (Uuid, String, String)) -> Option<(Uuid, Key, SettingValue)> {
    Some((owner, Key::parse(&key)?, serde_json::from_str(&value).ok()?))
}

/// Stores or takes away an owner's value.
pub(super) async fn store(
    cx: &mut Cx<'_>,
    owner: Uuid,
    key: Key,
    value: Option<&SettingValue>,
) -> Result<()> {
    let organisation = cx.organisation_id;
    match value {
        Some(value) => {
            let text = serde_json::to_string(value).map_err(kernel::Error::internal)?;
            cx.tx.execute(PUT, &params![organisation, owner, key.as_str(), text]).await?;
        }
        None => {
            cx.tx.execute(DROP, &params![organisation, owner, key.as_str()]).await?;
        }
    }
    Ok(())
}

/// Takes away everything that an owner gave: the owner is removed.
pub(crate) async fn forget(cx: &mut Cx<'_>, owner: Uuid) -> Result<()> {
    cx.tx.execute(FORGET, &params![cx.organisation_id, owner]).await?;
    Ok(())
}

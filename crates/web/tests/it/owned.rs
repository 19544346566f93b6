//! Things of somebody's own that no single request makes, put where the product puts them: a trusted device and
//! an identity at a provider.

use db::{Tx, params};
use kernel::ids::{LinkedIdentityId, TrustedDeviceId, UserId};
use kernel::{Result, Span, Token};
use testkit::app::TestApp;

const DEVICE: &str = "INSERT INTO trusted_devices (id, account_id, token_hash, client, address, created_at, \
    last_used_at, expires_at) SELECT $1, u.account_id, $2, 'Browser', '192.0.2.1', $3, NULL, $4 FROM users u \
    WHERE u.organisation_id = $5 AND u.id = $6";
const IDENTITY: &str = "INSERT INTO linked_identities (organisation_id, issuer, subject, id, account_id, user_id, \
    label, created_at, last_used_at) SELECT $1, 'https://id.example.org', $2, $3, u.account_id, u.id, \
    'someone@id.example.org', $4, $4 FROM users u WHERE u.organisation_id = $1 AND u.id = $5";

/// A device that this user of Contoso has trusted.
pub(crate) async fn device(app: &TestApp, user: &str) -> String {
    let (now, entropy) = (app.clock.now(), app.crewdesk.entropy());
    let id = TrustedDeviceId::from_uuid(entropy.uuid(now));
    let hash = Token::generate("cdt", entropy).hash();
    let until = now.plus(Span::days(30));
    let user: UserId = user.parse().unwrap();
    write(app, DEVICE, &params![id, hash, now, until, app.organisation, user]).await;
    id.to_string()
}

/// An identity at a provider that is linked to this user of Contoso.
pub(crate) async fn identity(app: &TestApp, user: &str) -> String {
    let (now, entropy) = (app.clock.now(), app.crewdesk.entropy());
    let id = LinkedIdentityId::from_uuid(entropy.uuid(now));
    let user: UserId = user.parse().unwrap();
    write(app, IDENTITY, &params![app.organisation, id.to_string(), id, now, user]).await;
    id.to_string()
}

async fn write(app: &TestApp, sql: &'static str, values: &[db::Value]) {
    let write = async |tx: &mut Tx| -> Result<u64> { Ok(tx.execute(sql, values).await?) };
    assert_eq!(app.crewdesk.db().write(write).await.unwrap(), 1, "one row");
}

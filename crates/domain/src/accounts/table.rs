use kernel::Timestamp;
use kernel::ids::AccountId;

db::row! {
    /// One account, as stored.
    pub struct Account {
        /// Its id.
        pub id: AccountId,
        /// Address to sign in with.
        pub email: Option<String>,
        /// Argon2id hash in PHC form; none where no password was set yet.
        pub password_hash: Option<String>,
        /// Whether the password was given by somebody else and waits to be replaced.
        pub must_change_password: bool,
        /// Whether the person chose a credential of their own (SECURITY.md decision 2).
        pub own_credential: bool,
        /// Language key.
        pub language: String,
        /// `light`, `dark` or `system`.
        pub theme: String,
        /// Wrong passwords since the last right one.
        pub failed_tries: i64,
        /// Since when sign-in is locked.
        pub locked_at: Option<Timestamp>,
        /// Counts changes.
        pub version: i64,
    }
}

const SELECT: &str = const_format::concatcp!("SELECT ", Account::COLUMNS, " FROM accounts");

db::statements! {
    FIND = const_format::concatcp!(SELECT, " WHERE id = $1");
    BY_EMAIL = const_format::concatcp!(SELECT, " WHERE email_key = $1");
    INSERT = "INSERT INTO accounts (id, email, email_key, password_hash, password_set_at, \
        must_change_password, own_credential, language, theme, failed_tries, locked_at, version, created_at, \
        updated_at) VALUES ($1, $2, $3, NULL, NULL, FALSE, FALSE, $4, 'system', 0, NULL, 1, $5, $5)";
    SET_EMAIL = "UPDATE accounts SET email = $2, email_key = $3, version = version + 1, updated_at = $4 \
        WHERE id = $1";
    COUNT_USERS = "SELECT COUNT(*) FROM users WHERE account_id = $1";
}

//! The table of all settings.

/// One setting as people know it.
pub(crate) struct Setting {
    /// Its key in crewdesk.toml; the variable is `CREWDESK_` and the key in capitals.
    pub(crate) key: &'static str,
    /// What holds where it is not set; empty for nothing.
    pub(crate) default: &'static str,
    /// What it does.
    pub(crate) help: &'static str,
}

const fn setting(key: &'static str, default: &'static str, help: &'static str) -> Setting {
    Setting { key, default, help }
}

/// All settings.
pub(crate) const SETTINGS: &[Setting] = &[
    setting("listen", "127.0.0.1:8080", "Address and port to listen on."),
    setting(
        "public_url",
        "",
        "Where people reach the server. Links in mails begin with it; it is never taken from a request. \
         Where none is set: this machine with the port of `listen`.",
    ),
    setting(
        "tls_certificate",
        "",
        "File with the certificate and its chain in PEM, by which the server itself speaks TLS 1.2 and 1.3; needs \
         `tls_key`. It is read anew at SIGHUP (`systemctl reload crewdesk`), so that a renewed one ends no connection. \
         Without one the server speaks plainly and belongs behind a proxy that encrypts.",
    ),
    setting("tls_key", "", "File with the private key of `tls_certificate` in PEM."),
    setting(
        "database_url",
        "",
        "`sqlite:PATH` or `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. Where none is set: the file \
         crewdesk.db in the data folder.",
    ),
    setting("data_dir", "data", "Folder for the SQLite file and the key."),
    setting(
        "smtp_url",
        "",
        "Mail server: `smtp://USER:PASSWORD@HOST:PORT` or `smtps://USER:PASSWORD@HOST`. `?tls=required` or \
         `?tls=none` decide on STARTTLS, which is otherwise used where offered, and demanded where a password \
         goes to another machine; `?ca=FILE` names a certificate authority. Without a server mails wait up to \
         three days for one.",
    ),
    setting(
        "mail_from",
        "",
        "Who mails come from: `Name <address>`. Where none is set: crewdesk at the host of the public URL.",
    ),
    setting(
        "sms_url",
        "",
        "Gateway for text messages: an address that begins with http:// or https://, with `{to}` (number with +), \
         `{to_digits}`, `{text}`, `{id}` (the same when a message is sent again) or `{coding}` (0 for the short \
         alphabet, 2 for any other) in its query where they belong, such as \
         `https://sms.example.org/send?to={to}&text={text}`. Redirects are not followed. Without a gateway codes go \
         by mail only.",
    ),
    setting(
        "sms_method",
        "",
        "`GET`, `POST` or `PUT`. Where none is set: `POST` with `sms_body`, else `GET`.",
    ),
    setting("sms_headers", "", "Headers for the gateway: `Name: value`, with `|` between several."),
    setting(
        "sms_body",
        "",
        "What is posted: a JSON object such as `{\"to\": \"{to}\", \"body\": \"{text}\"}`, or a form such as \
         `to={to}&text={text}`, with the same placeholders.",
    ),
    setting(
        "sms_success",
        "",
        "What the gateway's answer must hold to count as taken, beside a status from 200 to 299.",
    ),
    setting(
        "outgoing_allow",
        "",
        "Networks inside your own that requests may go out to, separated by commas, such as `10.7.0.0/16`: where an \
         organisation's identity provider stands. Everything else that is not of the public internet is refused, and \
         so is what is not encrypted.",
    ),
    setting(
        "secret",
        "",
        "Key from which the links and codes in mails are derived, and which seals what codes of authenticator apps are \
         computed from and the secrets of identity providers; 32 characters or more, the same on all nodes. It is in no backup: keep it beside them. \
         Where none is set: made once and kept in the file secret of the data folder.",
    ),
    setting(
        "secret_former",
        "",
        "The key that `secret` replaces: it still opens what it has sealed, until that is sealed anew, which the server \
         does at its start. `crewdesk doctor` says when it can go. A file secret.former in the data folder does the same.",
    ),
    setting(
        "breached_passwords",
        "",
        "Where new passwords are looked up among those of known breaches: a folder as Have I Been Pwned's downloader \
         fills it with one file for each beginning of a hash, or the address of the service, such as \
         `https://api.pwnedpasswords.com/range`. Five digits of a hash are all that goes out. Where it does not \
         answer, the password is taken. Where none is set, common passwords are refused and no more.",
    ),
    setting(
        "proxies",
        "",
        "Addresses of reverse proxies, separated by commas, whose X-Forwarded-For counts.",
    ),
    setting(
        "metrics_token",
        "",
        "Bearer token that /metrics asks everybody for. Without one it answers this machine only, and nothing that \
         comes by a proxy and says so; elsewhere there is nothing.",
    ),
    setting(
        "operator_token",
        "",
        "Bearer token that /api/operator/v1 asks for, 32 characters or more: whoever has it changes what \
         organisations have ordered. Without one that interface answers 404.",
    ),
    setting(
        "requests_per_second",
        "",
        "How many requests a second the programs of each user may send to a node over the programming interface; ten \
         seconds' worth may come at once, more is answered by 429 and how long to wait. Where none is set, as many as \
         the machine answers.",
    ),
    setting("trial_days", "30", "How many days a trial organisation has."),
    setting("trial_licences", "25", "How many licences a trial organisation has."),
    setting("trial_operators", "5", "How many operators at a time a trial organisation may have."),
    setting("session_idle_minutes", "60", "A session unused for so many minutes ends."),
    setting("session_hours", "24", "A session older than so many hours ends."),
    setting("invitation_days", "7", "The link of an invitation is valid for so many days."),
    setting("log", "info", "Levels of the log, such as `info` or `web=debug,info`."),
];

/// The environment's name of a setting.
pub(crate) fn variable(key: &str) -> String {
    format!("CREWDESK_{}", key.to_uppercase())
}

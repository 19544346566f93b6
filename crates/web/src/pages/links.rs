//! Addresses: own paths to return to, and queries with one thing changed.

/// The path if it is one of ours. Anything that a browser could take for another site becomes `/`
/// (SECURITY.md S10): only a single slash at the front, no backslash, no control characters.
pub(crate) fn own_path(path: &str) -> &str {
    let ours = path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= 2000
        && path.bytes().all(|b| (0x21..=0x7e).contains(&b) && b != b'\\');
    if ours { path } else { "/" }
}

/// The path and query of a full address that lies under `public_url`.
pub(crate) fn path_under<'a>(public_url: &str, address: &'a str) -> Option<&'a str> {
    let path = address.strip_prefix(public_url)?;
    let path = path.split('#').next().unwrap_or_default();
    (own_path(path) == path).then_some(path)
}

/// `path` with these parameters, in this order, empty ones left out.
pub(crate) fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let filled: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_urlencoded::to_string(&filled) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{own_path, path_under, with_query};

    #[test]
    fn only_own_paths_are_followed() {
        for foreign in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/\r\nset-cookie: a=b",
            "",
            "users",
            "/\u{ff0f}evil.example",
        ] {
            assert_eq!(own_path(foreign), "/", "{foreign}");
        }
        assert_eq!(
            own_path("/users?search=%22a+b%22&lifecycle=active"),
            "/users?search=%22a+b%22&lifecycle=active"
        );
    }

    #[test]
    fn an_address_elsewhere_has_no_path_here() {
        let here = "http://127.0.0.1:8080";
        assert_eq!(path_under(here, "http://127.0.0.1:8080/users?a=b#x"), Some("/users?a=b"));
        assert_eq!(path_under(here, "http://127.0.0.1:8080.evil.example/users"), None);
        assert_eq!(path_under(here, "http://other/users"), None);
    }

    #[test]
    fn empty_parameters_are_left_out() {
        assert_eq!(with_query("/users", &[("search", ""), ("sort", "-name")]), "/users?sort=-name");
        assert_eq!(with_query("/users", &[("search", "")]), "/users");
    }
}

use crate::Texts;

/// A browser's name and system as people know them, from its User-Agent.
pub fn client(texts: Texts, agent: &str) -> String {
    let has = |part: &&(&str, &str)| agent.contains(part.0);
    let browsers = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ];
    let systems = [
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let browser = browsers.iter().find(has).map(|(_, name)| *name);
    let system = systems.iter().find(has).map(|(_, name)| *name);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) if agent.is_empty() => texts.get("session-unknown").into_owned(),
        (None, None) => agent.chars().take(60).collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Lang, Texts};

    #[test]
    fn a_browser_is_called_by_its_name() {
        let client = |agent| super::client(Texts(Lang::En), agent);
        let chrome =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36";
        assert_eq!(client(chrome), "Chrome, Linux");
        assert_eq!(
            client("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1"),
            "Safari, iOS"
        );
        assert_eq!(client("curl/8.5.0"), "curl");
        assert_eq!(client("importer 2"), "importer 2");
    }
}

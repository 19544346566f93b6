use std::fmt;
use std::str::FromStr;

/// A language that the whole product speaks (SPEC ORG-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// English, the one that others fall back to.
    #[default]
    En,
    /// Czech.
    Cs,
    /// French.
    Fr,
    /// Norwegian, bokmål.
    Nb,
}

impl Lang {
    /// All languages, in the order in which a choice shows them.
    pub const ALL: [Self; 4] = [Self::En, Self::Cs, Self::Fr, Self::Nb];

    /// The stable code, such as `cs`; what the database and the programming interface hold.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cs => "cs",
            Self::Fr => "fr",
            Self::Nb => "nb",
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Cs => "Čeština",
            Self::Fr => "Français",
            Self::Nb => "Norsk bokmål",
        }
    }

    /// The language with exactly this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The best language for an `Accept-Language` header: highest weight first, the order written
    /// among equals; English where nothing fits. Other Norwegian tags (`no`, `nn`) read bokmål.
    pub fn negotiate(accept_language: &str) -> Self {
        Self::preferred(accept_language).unwrap_or_default()
    }

    /// The best language for an `Accept-Language` header, `None` where nothing in it is spoken here.
    pub fn preferred(accept_language: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        // A browser sends fewer than ten; the bound keeps a hostile header cheap.
        for range in accept_language.split(',').take(32) {
            let Some((weight, lang)) = read_range(range) else { continue };
            if weight > best.map_or(0, |(w, _)| w) {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }
}

/// One range such as `fr-CA;q=0.8`: its weight in thousandths and our language for it.
fn read_range(range: &str) -> Option<(u16, Lang)> {
    let mut parts = range.split(';').map(str::trim);
    let primary = parts.next()?.split('-').next()?.to_ascii_lowercase();
    let lang = match primary.as_str() {
        "no" | "nn" => Lang::Nb,
        "*" => Lang::default(),
        other => Lang::from_code(other)?,
    };
    let weight = match parts.find_map(|p| p.strip_prefix("q=").or_else(|| p.strip_prefix("Q="))) {
        None => 1000,
        Some(q) => thousandths(q)?,
    };
    Some((weight, lang))
}

/// `0.8` as 800; `None` unless it is a weight of RFC 9110 section 12.4.2.
fn thousandths(q: &str) -> Option<u16> {
    let (whole, fraction) = q.split_once('.').unwrap_or((q, ""));
    let digits = fraction.bytes().all(|b| b.is_ascii_digit()) && fraction.len() <= 3;
    match whole {
        "0" if digits => format!("{fraction:0<3}").parse().ok(),
        "1" if digits && fraction.bytes().all(|b| b == b'0') => Some(1000),
        _ => None,
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = kernel::Code;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::from_code(code).ok_or(kernel::Code::LanguageUnknown)
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_highest_weight_wins_and_order_decides_among_equals() {
        for (header, lang) in [
            ("", Lang::En),
            ("cs", Lang::Cs),
            ("de-DE,de;q=0.9,fr;q=0.8,en;q=0.7", Lang::Fr),
            ("en;q=0.5, cs-CZ;q=0.9", Lang::Cs),
            ("no", Lang::Nb),
            ("nn-NO,en;q=0.4", Lang::Nb),
            ("NB-no", Lang::Nb),
            ("fr;q=0, cs;q=0.1", Lang::Cs),
            ("fr;q=0", Lang::En),
            ("*", Lang::En),
            ("de, *;q=0.1", Lang::En),
            ("cs;q=0.5,fr;q=0.5", Lang::Cs),
            ("cs;q=nonsense, fr;q=0.001", Lang::Fr),
            ("cs;q=1.001, fr", Lang::Fr),
            (";;;,,,q=1", Lang::En),
        ] {
            assert_eq!(Lang::negotiate(header), lang, "{header}");
        }
    }
}

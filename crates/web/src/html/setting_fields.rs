//! Inherited settings on pages (SPEC GRP-1): fields that stay empty to inherit, and facts that say where
//! each value comes from.

use domain::settings::{
    Below, Effective, Key, Kind, Level, SETTINGS, Section, SettingValue, Unit, Wanted,
};
use texts::{Arg, Lang, Texts};

use super::{
    field::{Choice, Field},
    form_page,
    typed::Typed,
};

/// Key of a setting's name.
pub const fn label(key: Key) -> &'static str {
    match key {
        Key::WrapUpSeconds => "setting-wrap_up_seconds",
        Key::Language => "setting-language",
        Key::LogOffAtMidnight => "setting-log_off_at_midnight",
        Key::OwnEmail => "setting-self_service_email",
        Key::OwnMobile => "setting-self_service_mobile",
        Key::OwnLanguage => "setting-self_service_language",
        Key::OwnPhoto => "setting-self_service_photo",
        Key::SessionIdleMinutes => "setting-session_idle_minutes",
        Key::SessionHours => "setting-session_hours",
        Key::SessionsAtATime => "setting-sessions_at_a_time",
        Key::PasswordLength => "setting-password_length",
        Key::PasswordDays => "setting-password_days",
        Key::PasswordReuse => "setting-password_reuse",
        Key::TwoFactorRequired => "setting-two_factor_required",
        Key::TwoFactorGraceDays => "setting-two_factor_grace_days",
        Key::FactorCodes => "setting-factor_codes",
        Key::TrustedDeviceDays => "setting-trusted_device_days",
    }
}

/// A value in words.
pub fn words(texts: Texts, key: Key, value: &SettingValue) -> String {
    match value {
        SettingValue::Flag(true) => texts.get("setting-on").into_owned(),
        SettingValue::Flag(false) => texts.get("setting-off").into_owned(),
        SettingValue::Word(word) if key == Key::FactorCodes => {
            texts.get(&format!("factor-codes-{word}")).into_owned()
        }
        SettingValue::Word(word) => {
            Lang::from_code(word).map_or_else(|| word.clone(), |lang| lang.name().to_owned())
        }
        SettingValue::Number(number) => {
            let unit = match key.setting().kind {
                Kind::Number { unit: Unit::Seconds, .. } => "unit-seconds",
                Kind::Number { unit: Unit::Minutes, .. } => "unit-minutes",
                Kind::Number { unit: Unit::Hours, .. } => "unit-hours",
                Kind::Number { unit: Unit::Characters, .. } => "unit-characters",
                Kind::Number { .. }
                    if matches!(key, Key::TwoFactorGraceDays | Key::TrustedDeviceDays)
                        && *number == 0 =>
                {
                    "unit-at-once"
                }
                Kind::Number { unit: Unit::Days, .. } if *number == 0 => "unit-never",
                Kind::Number { unit: Unit::Days, .. } => "unit-days",
                Kind::Number { unit: Unit::Passwords, .. } => "unit-passwords",
                _ => "unit-sessions",
            };
            texts.with(unit, &[("n", Arg::from(*number))]).into_owned()
        }
    }
}

/// Where a value comes from, in words.
pub fn origin(texts: Texts, origin: domain::settings::Origin) -> String {
    use domain::settings::Origin;
    let key = match origin {
        Origin::Product => "origin-product",
        Origin::Installation => "origin-installation",
        Origin::Organisation => "origin-organisation",
        Origin::Group => "origin-group",
        Origin::User => "origin-user",
    };
    texts.get(key).into_owned()
}

/// A field for each setting of `all`, in sections; `locked` says why one can't be changed here.
pub fn sections(
    texts: Texts,
    all: &[Effective],
    typed: &Typed,
    locked: impl Fn(Key) -> Option<&'static str>,
) -> Vec<form_page::Section> {
    let titles = [
        (Section::Work, "settings-work"),
        (Section::SelfService, "settings-self_service"),
        (Section::Security, "settings-security"),
    ];
    let mut sections = Vec::new();
    for (section, title) in titles {
        let here = all.iter().filter(|one| one.key.setting().section == section);
        let fields: Vec<Field> = here
            .map(|one| typed.fill(field(texts, one)).because(locked(one.key).or(fixed(one))))
            .collect();
        if !fields.is_empty() {
            sections.push(form_page::Section::new(title, None, fields));
        }
    }
    sections
}

/// Why a value that is on above can't be turned off.
fn fixed(one: &Effective) -> Option<&'static str> {
    let stays = one.key.setting().below == Below::StaysOn && one.inherited.is_on();
    stays.then_some("setting-on-above")
}

fn field(texts: Texts, one: &Effective) -> Field {
    let values = [
        ("value", Arg::from(words(texts, one.key, &one.inherited))),
        ("origin", Arg::from(origin(texts, one.inherited_from))),
    ];
    let inherit = texts.with("setting-inherit", &values).into_owned();
    let name = one.key.as_str();
    let own = one.own.as_ref().map(SettingValue::to_string).unwrap_or_default();
    let field =
        match one.key.setting().kind {
            Kind::Flag => {
                let choices = vec![
                    Choice::new("", inherit, "?"),
                    Choice::new("on", texts.get("setting-on"), "?"),
                    Choice::new("off", texts.get("setting-off"), "?"),
                ];
                Field::select(name, label(one.key), choices)
            }
            Kind::Word(known) => {
                let mut choices = vec![Choice::new("", inherit, "?")];
                let below = one.key.setting().below;
                let known = known.iter().map(|word| SettingValue::Word((*word).to_owned()));
                let known = known.filter(|value| below.allows(one.level, &one.inherited, value));
                choices.extend(known.map(|value| {
                    Choice::new(value.to_string(), words(texts, one.key, &value), "?")
                }));
                Field::select(name, label(one.key), choices)
            }
            Kind::Number { least, most, .. } => {
                let (least, most) = bounds(one, least, most);
                let values = [
                    ("least", Arg::from(words(texts, one.key, &SettingValue::Number(least)))),
                    ("most", Arg::from(words(texts, one.key, &SettingValue::Number(most)))),
                ];
                let range = texts.with("setting-range", &values);
                let field = Field::new("number", name, label(one.key));
                Field { said: Some(format!("{inherit}. {range}")), ..field }.up_to(0)
            }
        };
    field.value(own).optional()
}

/// The range that is left by what holds above.
fn bounds(one: &Effective, least: i64, most: i64) -> (i64, i64) {
    match one.key.setting().below {
        Below::OnlyLess => (least, most.min(one.inherited.number())),
        Below::OnlyLessThanOrganisation if one.level > Level::Organisation => {
            (least, most.min(one.inherited.number()))
        }
        Below::OnlyMore => (least.max(one.inherited.number()), most),
        Below::OnlySooner if one.inherited.number() > 0 => (1, most.min(one.inherited.number())),
        Below::Free
        | Below::StaysOn
        | Below::OnlySooner
        | Below::OnlyWithin
        | Below::OnlyLessThanOrganisation => (least, most),
    }
}

/// The values that a form of [`sections`] shows at first.
pub fn values(all: &[Effective]) -> Typed {
    let own = |one: &Effective| one.own.as_ref().map(SettingValue::to_string).unwrap_or_default();
    Typed::new(all.iter().map(|one| (one.key.as_str().to_owned(), own(one))).collect())
}

/// What a form of [`sections`] asks for. What is no value of its setting goes on as a word, and is refused
/// like any other wrong value.
pub fn wanted(typed: &Typed) -> Wanted {
    let sent = SETTINGS.iter().filter(|key| typed.has(key.as_str()));
    let read = |key: &Key| {
        let text = typed.value(key.as_str()).trim();
        let value = match (key.setting().kind, text) {
            (_, "") => return None,
            (Kind::Flag, "on") => SettingValue::Flag(true),
            (Kind::Flag, "off") => SettingValue::Flag(false),
            (Kind::Number { .. }, text) => match text.parse() {
                Ok(number) => SettingValue::Number(number),
                Err(_) => SettingValue::Word(text.to_owned()),
            },
            (_, text) => SettingValue::Word(text.to_owned()),
        };
        Some(value)
    };
    sent.map(|key| (key.as_str().to_owned(), read(key))).collect()
}

#[cfg(test)]
mod tests {
    use super::{SettingValue, Typed, wanted};

    #[test]
    fn an_empty_field_inherits_and_nonsense_goes_on_to_be_refused() {
        let typed = Typed::of([
            ("wrap_up_seconds", "45"),
            ("session_hours", ""),
            ("password_length", "many"),
            ("two_factor_required", "on"),
            ("version", "3"),
        ]);
        let wanted = wanted(&typed);
        assert_eq!(wanted["wrap_up_seconds"], Some(SettingValue::Number(45)));
        assert_eq!(wanted["session_hours"], None);
        assert_eq!(wanted["password_length"], Some(SettingValue::Word("many".to_owned())));
        assert_eq!(wanted["two_factor_required"], Some(SettingValue::Flag(true)));
        assert_eq!(wanted.len(), 4, "what was not sent stays");
    }
}

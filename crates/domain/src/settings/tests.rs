use super::registry::{Fixed, Key, SETTINGS};
use super::resolve::{Effective, Level, Origin, Stored};
use super::value::SettingValue;

fn at(level: Level, key: Key, given: &[(Level, SettingValue)]) -> Effective {
    let stored: Stored =
        given.iter().map(|(level, value)| ((*level, key), value.clone())).collect();
    Effective::at(key, level, &stored)
}

#[test]
fn grp_1_the_nearest_value_holds_and_says_where_it_comes_from() {
    let given =
        [(Level::Organisation, SettingValue::Number(20)), (Level::Group, SettingValue::Number(45))];
    let user = at(Level::User, Key::WrapUpSeconds, &given);
    assert_eq!((user.value, user.origin), (SettingValue::Number(45), Origin::Group));
    assert_eq!(user.own, None);
    let group = at(Level::Group, Key::WrapUpSeconds, &given);
    assert_eq!(group.inherited, SettingValue::Number(20));
    assert_eq!(group.inherited_from, Origin::Organisation);
    let nobody = at(Level::User, Key::WrapUpSeconds, &[]);
    assert_eq!((nobody.value, nobody.origin), (SettingValue::Number(30), Origin::Product));
}

#[test]
fn grp_1_what_is_stricter_above_holds_whatever_was_given_below() {
    let given =
        [(Level::Organisation, SettingValue::Flag(true)), (Level::User, SettingValue::Flag(false))];
    let user = at(Level::User, Key::TwoFactorRequired, &given);
    assert_eq!((user.value, user.origin), (SettingValue::Flag(true), Origin::Organisation));
    assert_eq!(user.own, Some(SettingValue::Flag(false)), "it is kept, and holds nothing");
    let given = [(Level::Group, SettingValue::Number(20)), (Level::User, SettingValue::Number(16))];
    assert_eq!(at(Level::User, Key::PasswordLength, &given).value, SettingValue::Number(20));
}

#[test]
fn every_setting_is_found_by_its_key_and_its_default_fits_its_kind() {
    use super::registry::Kind;
    for key in SETTINGS {
        assert_eq!(Key::parse(key.as_str()), Some(*key));
        let setting = key.setting();
        let fits = match (setting.kind, setting.default) {
            (Kind::Flag, Fixed::Flag(_)) => true,
            (Kind::Number { least, most, .. }, Fixed::Number(n)) => (least..=most).contains(&n),
            (Kind::Word(words), Fixed::Word(word)) => words.contains(&word),
            _ => false,
        };
        assert!(fits, "{}", key.as_str());
    }
}

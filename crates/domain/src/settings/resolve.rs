//! From stored values to what holds: a pure function.

use std::collections::BTreeMap;

use super::registry::{Key, SETTINGS};
use super::value::SettingValue;

kernel::vocabulary! {
    /// A step of inheritance.
    Level {
        /// Every organisation of the installation.
        Installation = "installation",
        /// The organisation.
        Organisation = "organisation",
        /// The user's group.
        Group = "group",
        /// The user.
        User = "user",
    }
}

kernel::vocabulary! {
    /// Where a value comes from.
    Origin {
        /// The product.
        Product = "product",
        /// The configuration of the installation.
        Installation = "installation",
        /// The organisation.
        Organisation = "organisation",
        /// The user's group.
        Group = "group",
        /// The user.
        User = "user",
    }
}

impl From<Level> for Origin {
    fn from(level: Level) -> Self {
        match level {
            Level::Installation => Self::Installation,
            Level::Organisation => Self::Organisation,
            Level::Group => Self::Group,
            Level::User => Self::User,
        }
    }
}

/// Values that somebody gave, by level.
pub(super) type Stored = BTreeMap<(Level, Key), SettingValue>;

/// One setting as it holds somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effective {
    /// Which setting.
    pub key: Key,
    /// Where it holds.
    pub level: Level,
    /// What holds.
    pub value: SettingValue,
    /// Where that comes from.
    pub origin: Origin,
    /// What was given right here, even where something stricter above holds instead.
    pub own: Option<SettingValue>,
    /// What would hold without it.
    pub inherited: SettingValue,
    /// Where that comes from.
    pub inherited_from: Origin,
}

impl Effective {
    /// The setting at `level`, of what was given there and above.
    pub(super) fn at(key: Key, level: Level, stored: &Stored) -> Self {
        let setting = key.setting();
        let mut value = SettingValue::from(setting.default);
        let mut origin = Origin::Product;
        let (mut inherited, mut inherited_from) = (value.clone(), origin);
        for here in Level::ALL.iter().copied().take_while(|here| *here <= level) {
            if here == level {
                (inherited, inherited_from) = (value.clone(), origin);
            }
            let Some(given) = stored.get(&(here, key)) else { continue };
            // The installation may loosen the product's default: it is the operator's own machine.
            if here == Level::Installation || setting.below.allows(here, &value, given) {
                value = given.clone();
                origin = here.into();
            }
        }
        let own = stored.get(&(level, key)).cloned();
        Self { key, level, value, origin, own, inherited, inherited_from }
    }
}

/// What holds for one user or group, for the rooms that go by it.
#[derive(Debug, Clone)]
pub struct Values(Vec<Effective>);

impl Values {
    /// Everything at `level`.
    pub(super) fn at(level: Level, stored: &Stored) -> Self {
        Self(SETTINGS.iter().map(|key| Effective::at(*key, level, stored)).collect())
    }
    /// One setting.
    pub fn get(&self, key: Key) -> SettingValue {
        let found = self.0.iter().find(|one| one.key == key);
        found.map_or_else(|| key.setting().default.into(), |one| one.value.clone())
    }
    /// A number, in the setting's unit.
    pub fn number(&self, key: Key) -> i64 {
        self.get(key).number()
    }
    /// Whether something is on.
    pub fn is_on(&self, key: Key) -> bool {
        self.get(key).is_on()
    }
    /// All of them, in the order of the registry.
    pub fn into_all(self) -> Vec<Effective> {
        self.0
    }
}

//! Options that are a time zone: its city is typed, and its name in the IANA database is sent.

use super::picked::{Pickable, Picked, choice, choices};
use crate::{
    answer::{Choices, Failure},
    call::Call,
    dispatch::Typed,
    replies::Pick,
};
use std::{convert::Infallible, str::FromStr};

/// What is suggested before anything is typed: zones in which many live, from west to east.
const COMMON: [&str; 12] = [
    "UTC",
    "America/Los_Angeles",
    "America/Chicago",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Helsinki",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
];

/// A time zone.
pub(super) struct Zone;

/// Its name. Whether there is such a zone the API says.
pub(super) struct ZoneName(String);

impl FromStr for ZoneName {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl Zone {
    /// The name of the zone that was picked, if one was.
    pub(super) fn named(picked: Option<Picked<Self>>) -> Result<Option<String>, Failure> {
        let name = picked.map(|picked| picked.id()).transpose()?;
        Ok(name.map(|ZoneName(name)| name))
    }
}

impl Pickable for Zone {
    type Id = ZoneName;
    const PICK: Pick = Pick {
        one: "a time zone",
        none: "type a city, such as Berlin",
    };

    async fn suggest(_: &Call, typed: &Typed) -> Choices {
        suggestions(typed)
    }
}

fn suggestions(typed: &Typed) -> Choices {
    let text = typed.text.trim().to_lowercase().replace('_', " ");
    if text.is_empty() {
        let common = COMMON.iter().map(|name| choice(&shown(name), name));
        return common.collect();
    }
    let mut names: Vec<_> = jiff::tz::db()
        .available()
        .map(|it| it.to_string())
        .collect();
    // Cities that begin with it come before what only contains it.
    names.sort_by_key(|name| {
        let city = shown(name).to_lowercase();
        let city = city.rsplit('/').next().unwrap_or_default();
        (!city.starts_with(&text), name.clone())
    });
    let mut typed = typed.clone();
    typed.text = text;
    choices(&typed, &names, |name| shown(name), Clone::clone)
}

/// As people write it.
fn shown(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suggested(text: &str) -> Vec<String> {
        let mut typed = Typed::default();
        text.clone_into(&mut typed.text);
        let choices = suggestions(&typed);
        assert!(choices.len() <= 25);
        choices.into_iter().map(|choice| choice.name).collect()
    }

    #[test]
    fn a_city_finds_its_zone() {
        assert_eq!(suggested("Berlin"), ["Europe/Berlin"]);
        for text in ["new york", "America/New_York", "NEW_YORK"] {
            assert_eq!(suggested(text), ["America/New York"], "{text}");
        }
        assert_eq!(suggested("utc")[0], "UTC");
        assert!(
            suggested("mal")[0].contains("/Mal"),
            "{:?}",
            suggested("mal")
        );
        assert!(suggested("a").len() == 25);
        assert!(suggested("Atlantis").is_empty());
        assert!(suggested("").contains(&"Europe/Berlin".to_owned()));
    }

    #[test]
    fn what_is_common_exists() {
        for name in COMMON {
            assert!(jiff::tz::TimeZone::get(name).is_ok(), "{name}");
        }
    }
}

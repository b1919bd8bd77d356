//! Options that are a time zone: its city is typed, and its name in the IANA database is sent.

use super::picked::{Pickable, Picked};
use crate::{
    answer::Failure,
    call::Call,
    dispatch::{Candidate, Candidates, Extent, Typed},
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
        one: "time zone",
        many: "time zones",
        none: "type a city, such as Berlin",
    };

    /// Every zone is too many for a reply; whether there is another the API says.
    const EXTENT: Extent = Extent::Chosen;

    async fn candidates(_: &Call, typed: &Typed) -> Candidates {
        Ok(zones(&typed.text))
    }
}

/// What holds this text, those first whose city begins with it.
fn zones(text: &str) -> Vec<Candidate> {
    let text = shown(text.trim()).to_lowercase();
    if text.is_empty() {
        return COMMON.into_iter().map(candidate).collect();
    }
    let all = jiff::tz::db().available().map(|it| it.to_string());
    let mut found: Vec<_> = all
        .filter(|name| shown(name).to_lowercase().contains(&text))
        .collect();
    found.sort_by_key(|name| (!city(name).to_lowercase().starts_with(&text), name.clone()));
    found.iter().map(|name| candidate(name)).collect()
}

fn candidate(name: &str) -> Candidate {
    Candidate::word(name, shown(name)).called(city(name))
}

fn city(name: &str) -> String {
    let shown = shown(name);
    shown.rsplit('/').next().unwrap_or_default().to_owned()
}

/// As people write it.
fn shown(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        zones(text)
            .iter()
            .map(|zone| zone.label().to_owned())
            .collect()
    }

    #[test]
    fn a_city_finds_its_zone() {
        assert_eq!(found("Berlin"), ["Europe/Berlin"]);
        for text in ["new york", "America/New_York", "NEW_YORK"] {
            assert_eq!(found(text), ["America/New York"], "{text}");
        }
        assert!(found("utc").contains(&"UTC".to_owned()));
        assert!(found("mal")[0].contains("/Mal"), "{:?}", found("mal"));
        assert!(found("Atlantis").is_empty());
        assert!(found("").contains(&"Europe/Berlin".to_owned()));
    }

    #[test]
    fn what_is_common_exists() {
        for name in COMMON {
            assert!(jiff::tz::TimeZone::get(name).is_ok(), "{name}");
        }
    }
}

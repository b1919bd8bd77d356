//! A field of a `PATCH` body: absent keeps, `null` clears, a value sets.

use serde::{Deserialize, Deserializer};

/// Reads a present field into `Some`, so that only an absent one stays `None`
/// (with `#[serde(default)]`).
#[expect(
    clippy::option_option,
    reason = "absent, null and a value are three different things"
)]
pub(crate) fn present<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

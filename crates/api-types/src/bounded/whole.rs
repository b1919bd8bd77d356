//! Whole numbers in JSON.

use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// A whole number as JSON may write it: also `5.0`, and also one beyond an `i64`, which stands for the
/// nearest one, as that is beyond every bound.
pub(super) struct Whole(i64);

impl From<Whole> for i64 {
    fn from(number: Whole) -> Self {
        number.0
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(AnyWhole)
    }
}

struct AnyWhole;

impl de::Visitor<'_> for AnyWhole {
    type Value = Whole;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a whole number")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Whole, E> {
        Ok(Whole(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Whole, E> {
        Ok(Whole(number.try_into().unwrap_or(i64::MAX)))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Whole, E> {
        if number.fract() != 0.0 {
            return Err(E::invalid_type(de::Unexpected::Float(number), &self));
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "it has no fraction, and saturates where it is too large"
        )]
        Ok(Whole(number as i64))
    }
}

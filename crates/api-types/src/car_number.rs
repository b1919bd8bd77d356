//! Numbers of cars.

use crate::bounded::{on_the_wire, refuse};
use crate::operations::PathParameter;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaType, Type};
use utoipa::{PartialSchema, ToSchema};

/// A text that is no number of a car.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidCarNumber;

impl fmt::Display for InvalidCarNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("expected 1 to 4 digits")
    }
}

impl std::error::Error for InvalidCarNumber {}

/// The number of a car: a text of 1 to 4 digits, as iRacing has it, so that `7`, `07` and `007` are
/// three numbers. Their order is by value, and among equal values by length.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct CarNumber(String);

impl CarNumber {
    /// Most digits.
    pub const MAX_DIGITS: usize = 4;

    /// The number with these digits; blanks around them and a `#` before them are dropped.
    pub fn new(text: &str) -> Result<Self, InvalidCarNumber> {
        let digits = text.trim();
        let digits = digits.strip_prefix('#').unwrap_or(digits);
        let fits = (1..=Self::MAX_DIGITS).contains(&digits.len());
        if fits && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(digits.to_owned()))
        } else {
            Err(InvalidCarNumber)
        }
    }

    /// The plain number with this value, which is below 10,000.
    pub fn plain(value: u16) -> Self {
        Self(value.min(9_999).to_string())
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What the digits amount to.
    pub fn value(&self) -> u16 {
        self.0.parse().expect("at most four digits")
    }

    /// How many digits.
    pub fn digits(&self) -> usize {
        self.0.len()
    }
}

impl Ord for CarNumber {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |number: &Self| (number.value(), number.digits());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for CarNumber {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl TryFrom<String> for CarNumber {
    type Error = InvalidCarNumber;

    fn try_from(text: String) -> Result<Self, InvalidCarNumber> {
        Self::new(&text)
    }
}

on_the_wire!(CarNumber from String as String, ObjectBuilder::new()
    .schema_type(SchemaType::new(Type::String))
    .pattern(Some("^[0-9]{1,4}$"))
    .examples(["7"])
    .into());

impl PathParameter for CarNumber {}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> CarNumber {
        CarNumber::new(text).unwrap()
    }

    #[test]
    fn leading_zeros_make_another_number() {
        let mut numbers = ["9", "01", "0", "001", "1", "00", "09"].map(number);
        numbers.sort();
        let texts = numbers.each_ref().map(CarNumber::as_str);
        assert_eq!(texts, ["0", "00", "1", "01", "001", "9", "09"]);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        assert_eq!(number(" #07 ").as_str(), "07");
        for text in [
            "", "#", "12345", "-1", "+1", "1.0", "7a", "٧", "0x1", "1 2", "##7",
        ] {
            assert!(CarNumber::new(text).is_err(), "{text:?}");
        }
        let error = serde_json::from_str::<CarNumber>("\"x\"").unwrap_err();
        assert!(error.to_string().starts_with(crate::NOT_ALLOWED), "{error}");
    }
}

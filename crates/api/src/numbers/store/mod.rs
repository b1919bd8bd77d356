//! Statements of numbers, table by table.

pub(super) mod claims;
pub(super) mod classes;
pub(super) mod reservations;
pub(super) mod trades;
pub(super) mod waits;

use super::model::ClassKey;
use crate::db::{Column, Encode, Value};

impl Encode for ClassKey {
    fn encode(&self) -> Value<'_> {
        Value::Integer(self.stored())
    }
}

impl Column for ClassKey {
    type Raw = i64;

    fn decode(raw: i64) -> Result<Self, String> {
        Self::from_stored(raw).ok_or_else(|| raw.to_string())
    }
}

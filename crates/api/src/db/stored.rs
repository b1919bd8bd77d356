//! From columns to types and back: what no version of Paddock wrote is an error, never a guess.

use super::Error;

/// An id as it was stored.
pub(crate) fn stored_id<Id: TryFrom<i64>>(column: &'static str, id: i64) -> Result<Id, Error> {
    Id::try_from(id).map_err(|_| Error::Corrupt {
        column,
        value: id.to_string(),
    })
}

/// A time as it was stored.
pub(crate) fn stored_time(column: &'static str, at: i64) -> Result<jiff::Timestamp, Error> {
    jiff::Timestamp::from_millisecond(at).map_err(|_| Error::Corrupt {
        column,
        value: at.to_string(),
    })
}

/// A variant of a unit enum as it was stored: by its name on the wire.
pub(crate) fn stored_name<T: serde::de::DeserializeOwned>(
    column: &'static str,
    name: String,
) -> Result<T, Error> {
    serde_json::from_value(serde_json::Value::String(name.clone())).map_err(|_| Error::Corrupt {
        column,
        value: name,
    })
}

/// The name under which a variant of a unit enum is stored: its name on the wire.
pub(crate) fn name(variant: impl serde::Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        _ => unreachable!("a unit variant is a string"),
    }
}

/// An id that may be absent, as it was stored.
pub(crate) fn optional_id<Id: TryFrom<i64>>(
    column: &'static str,
    id: Option<i64>,
) -> Result<Option<Id>, Error> {
    id.map(|id| stored_id(column, id)).transpose()
}

/// A time that may be absent, as it was stored.
pub(crate) fn optional_time(
    column: &'static str,
    at: Option<i64>,
) -> Result<Option<jiff::Timestamp>, Error> {
    at.map(|at| stored_time(column, at)).transpose()
}

/// A conflict where a row that was read before was changed by somebody else.
pub(crate) fn changed(rows: u64) -> Result<(), Error> {
    if rows == 0 {
        Err(Error::Conflict)
    } else {
        Ok(())
    }
}

/// A text as it was stored, of a type that limits it.
pub(crate) fn stored_text<T: TryFrom<String>>(
    column: &'static str,
    text: String,
) -> Result<T, Error> {
    T::try_from(text.clone()).map_err(|_| Error::Corrupt {
        column,
        value: text,
    })
}

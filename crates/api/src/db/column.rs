//! From columns to types and back: what no version of Paddock wrote is an error, never a guess.
//!
//! A type stands in a column by implementing [`Encode`] and [`Column`]; `integers!`, `names!` and
//! `documents!` do so for ids and other numbers, for unit enums, and for what is kept as JSON.

use super::Raw;
use serde::de::value::{Error as ValueError, StrDeserializer};
use std::borrow::Cow;

/// What a placeholder stands for, or what SQLite has in a column. A boolean is 0 or 1.
#[derive(Debug, Clone)]
pub(crate) enum Value<'v> {
    Null,
    Integer(i64),
    Text(Cow<'v, str>),
    Bytes(Cow<'v, [u8]>),
}

impl Value<'_> {
    /// What it is, without saying it: an error ends in the log.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Integer(_) => "a number",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
        }
    }

    /// The same, which borrows nothing.
    pub(super) fn into_owned(self) -> Value<'static> {
        match self {
            Self::Null => Value::Null,
            Self::Integer(number) => Value::Integer(number),
            Self::Text(text) => Value::Text(text.into_owned().into()),
            Self::Bytes(bytes) => Value::Bytes(bytes.into_owned().into()),
        }
    }
}

/// A type that can be bound to a placeholder.
pub(crate) trait Encode {
    fn encode(&self) -> Value<'_>;
}

/// A type that a column can be read into.
pub(crate) trait Column: Encode + Sized + Send + 'static {
    /// What the engines make of the column.
    type Raw: Raw;

    /// Fails with what stands there.
    fn decode(raw: Self::Raw) -> Result<Self, String>;
}

impl<T: Encode + ?Sized> Encode for &T {
    fn encode(&self) -> Value<'_> {
        T::encode(self)
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, T::encode)
    }
}

impl<T: Column> Column for Option<T> {
    type Raw = Option<T::Raw>;

    fn decode(raw: Option<T::Raw>) -> Result<Self, String> {
        raw.map(T::decode).transpose()
    }
}

impl Encode for str {
    fn encode(&self) -> Value<'_> {
        Value::Text(self.into())
    }
}

impl Encode for String {
    fn encode(&self) -> Value<'_> {
        self.as_str().encode()
    }
}

impl Column for String {
    type Raw = Self;

    fn decode(raw: Self) -> Result<Self, String> {
        Ok(raw)
    }
}

impl Encode for Vec<u8> {
    fn encode(&self) -> Value<'_> {
        Value::Bytes(self.into())
    }
}

impl Column for Vec<u8> {
    type Raw = Self;

    fn decode(raw: Self) -> Result<Self, String> {
        Ok(raw)
    }
}

impl Encode for bool {
    fn encode(&self) -> Value<'_> {
        Value::Integer(i64::from(*self))
    }
}

impl Column for bool {
    type Raw = Self;

    fn decode(raw: Self) -> Result<Self, String> {
        Ok(raw)
    }
}

/// In milliseconds since 1970.
impl Encode for jiff::Timestamp {
    fn encode(&self) -> Value<'_> {
        Value::Integer(self.as_millisecond())
    }
}

impl Column for jiff::Timestamp {
    type Raw = i64;

    fn decode(raw: i64) -> Result<Self, String> {
        Self::from_millisecond(raw).map_err(|_| raw.to_string())
    }
}

/// As `2026-11-21`, so that their order is that of days.
impl Encode for jiff::civil::Date {
    fn encode(&self) -> Value<'_> {
        Value::Text(self.to_string().into())
    }
}

impl Column for jiff::civil::Date {
    type Raw = String;

    fn decode(raw: String) -> Result<Self, String> {
        raw.parse().map_err(|_| raw)
    }
}

/// Keeps types in columns as integers: ids, and whatever else is `Copy`, `Into<i64>` and
/// `TryFrom<i64>`.
macro_rules! integers {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::db::Encode for $type {
            fn encode(&self) -> $crate::db::Value<'_> {
                $crate::db::Value::Integer(i64::from(*self))
            }
        }

        impl $crate::db::Column for $type {
            type Raw = i64;

            fn decode(raw: i64) -> Result<Self, String> {
                Self::try_from(raw).map_err(|_| raw.to_string())
            }
        }
    )+};
}

/// The name of a variant of a unit enum on the wire.
pub(crate) fn name(variant: impl serde::Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        _ => unreachable!("a unit variant is a string"),
    }
}

/// The variant of a unit enum that has this name on the wire.
pub(crate) fn named<'de, T: serde::Deserialize<'de>>(name: &'de str) -> Option<T> {
    T::deserialize(StrDeserializer::<ValueError>::new(name)).ok()
}

/// Keeps unit enums in columns by their names on the wire.
macro_rules! names {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::db::Encode for $type {
            fn encode(&self) -> $crate::db::Value<'_> {
                $crate::db::Value::Text($crate::db::name(self).into())
            }
        }

        impl $crate::db::Column for $type {
            type Raw = String;

            fn decode(raw: String) -> Result<Self, String> {
                $crate::db::named(&raw).ok_or(raw)
            }
        }
    )+};
}
pub(crate) use names;

/// Keeps types in columns as JSON, which no statement looks into. They are read from bytes, as bodies of
/// requests are, so that a type that is both has one reader.
macro_rules! documents {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::db::Encode for $type {
            fn encode(&self) -> $crate::db::Value<'_> {
                let json = serde_json::to_string(self).expect("a document is plain data");
                $crate::db::Value::Text(json.into())
            }
        }

        impl $crate::db::Column for $type {
            type Raw = String;

            fn decode(raw: String) -> Result<Self, String> {
                serde_json::from_slice(raw.as_bytes()).map_err(|_| raw)
            }
        }
    )+};
}
pub(crate) use documents;

/// Keeps types in columns that limit a text.
macro_rules! texts {
    ($($type:ty),+ $(,)?) => {$(
        impl $crate::db::Encode for $type {
            fn encode(&self) -> $crate::db::Value<'_> {
                $crate::db::Value::Text(self.as_str().into())
            }
        }

        impl $crate::db::Column for $type {
            type Raw = String;

            fn decode(raw: String) -> Result<Self, String> {
                Self::try_from(raw.clone()).map_err(|_| raw)
            }
        }
    )+};
}

mod texts {
    use paddock_api_types::{BotVersion, CarNumber, ServerName};

    texts!(BotVersion, CarNumber, ServerName);
}

mod numbers {
    use paddock_api_types::{
        AttendancePoints, AttendanceSessionId, AuditEntryId, AwardId, ChannelId, EffectId, GuildId,
        ItemId, LedgerEntryId, MessageId, NumberClassId, NumberReservationId, NumberTradeId,
        PenaltyId, PrizeId, RankId, RoleId, SeasonId, SubmissionId, SubsessionId, TokenId, UserId,
    };

    integers!(i64, u32, u16, u8, AttendancePoints);
    integers!(
        AttendanceSessionId,
        AuditEntryId,
        AwardId,
        ChannelId,
        EffectId,
        GuildId
    );
    integers!(
        ItemId,
        LedgerEntryId,
        MessageId,
        PrizeId,
        RankId,
        RoleId,
        SeasonId
    );
    integers!(NumberClassId, NumberReservationId, NumberTradeId);
    integers!(PenaltyId, SubmissionId, SubsessionId, TokenId, UserId);
}

#[cfg(test)]
mod tests {
    use super::*;
    use paddock_api_types::UserId;
    use paddock_api_types::members::MemberStatus;

    #[test]
    fn what_no_version_wrote_is_not_guessed() {
        assert_eq!(<UserId as Column>::decode(0), Err("0".to_owned()));
        assert_eq!(<u8 as Column>::decode(256), Err("256".to_owned()));
        assert_eq!(
            <MemberStatus as Column>::decode("odd".to_owned()),
            Err("odd".to_owned())
        );
        assert_eq!(<Option<UserId> as Column>::decode(None), Ok(None));
        assert!(<jiff::Timestamp as Column>::decode(i64::MAX).is_err());
    }
}

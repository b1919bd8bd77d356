//! Identifiers: positive 64-bit integers, written as strings in JSON because JavaScript would round
//! them.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// A text that is not an identifier: not decimal, zero, or beyond 2^63 - 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId;

impl fmt::Display for InvalidId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("expected an id: 1 to 19 decimal digits, not zero")
    }
}

impl std::error::Error for InvalidId {}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, utoipa::ToSchema)]
        #[schema(value_type = String, pattern = "^[1-9][0-9]{0,18}$", example = "1234567890123456789")]
        pub struct $name(i64);

        impl $name {
            /// The id with this number, if it is positive.
            pub const fn new(id: i64) -> Option<Self> {
                if id > 0 { Some(Self(id)) } else { None }
            }

            /// The number itself, always positive.
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl crate::operations::PathParameter for $name {}

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                // `i64::from_str` would take a sign.
                if text.starts_with('0') || !text.bytes().all(|byte| byte.is_ascii_digit()) {
                    return Err(InvalidId);
                }
                text.parse().ok().and_then(Self::new).ok_or(InvalidId)
            }
        }

        impl TryFrom<i64> for $name {
            type Error = InvalidId;

            fn try_from(id: i64) -> Result<Self, InvalidId> {
                Self::new(id).ok_or(InvalidId)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl TryFrom<u64> for $name {
            type Error = InvalidId;

            fn try_from(id: u64) -> Result<Self, InvalidId> {
                i64::try_from(id).ok().and_then(Self::new).ok_or(InvalidId)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }
    )+};
}

ids! {
    /// A Discord server: the tenant.
    GuildId
    /// A Discord user. Within a guild it also names the member.
    UserId
    /// A Discord channel.
    ChannelId
    /// A Discord role.
    RoleId
    /// An API token: the `jti` claim of its JWT.
    TokenId
    /// An entry of the audit log.
    AuditEntryId
    /// Something that the API wants done in Discord.
    EffectId
    /// A message in a Discord channel.
    MessageId
    /// A season.
    SeasonId
    /// Something that can be submitted for points.
    ItemId
    /// A rank of a season.
    RankId
    /// A prize of a rank.
    PrizeId
    /// Something that a member submitted.
    SubmissionId
    /// An entry of a season's ledger.
    LedgerEntryId
    /// A prize won by a member.
    AwardId
    /// A time during which members check in.
    AttendanceSessionId
    /// What iRacing keeps results of, by its own id.
    SubsessionId
    /// A penalty in a season.
    PenaltyId
    /// A class of cars with numbers of its own.
    NumberClassId
    /// A car number, or a range of them, that is kept free.
    NumberReservationId
    /// An offer to swap or give a car number.
    NumberTradeId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_string_in_json() {
        let id: UserId = serde_json::from_str("\"175928847299117063\"").unwrap();
        assert_eq!(id.get(), 175_928_847_299_117_063);
        assert_eq!(
            serde_json::to_string(&id).unwrap(),
            "\"175928847299117063\""
        );
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in [
            "",
            "0",
            "01",
            "+1",
            "-1",
            "1.0",
            "1e3",
            " 1",
            "９",
            "9223372036854775808",
        ] {
            assert_eq!(text.parse::<UserId>(), Err(InvalidId), "{text:?}");
        }
        assert!(
            serde_json::from_str::<UserId>("175928847299117063").is_err(),
            "a bare number"
        );
    }
}

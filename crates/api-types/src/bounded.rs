//! Numbers and texts whose type says what is allowed: JSON is refused with what is expected, the
//! OpenAPI document shows the bounds, and an option of a slash command limits itself by them.
//!
//! Requests use these types; answers carry plain numbers and texts, so that an older client survives
//! a service that allows more.
//!
//! *To add one*: a line in `bounded!` or `text!` below.

mod whole;

use crate::text::{self, Lines, Unwanted};
use serde::{Deserialize, Deserializer, Serialize, de};
use std::fmt;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{KnownFormat, RefOr};
use utoipa::{PartialSchema, ToSchema};
use whole::Whole;

/// Begins the message of a refused value, by which the service tells it from malformed JSON.
pub const NOT_ALLOWED: &str = "value not allowed: ";

/// A whole number within bounds.
pub trait Bounded: Copy + TryFrom<i64, Error = OutOfBounds> + Into<i64> {
    /// Smallest that is allowed.
    const MIN: i64;
    /// Greatest that is allowed.
    const MAX: i64;

    /// The number nearest to this one.
    fn clamped(number: i64) -> Self {
        Self::try_from(number.clamp(Self::MIN, Self::MAX)).expect("within its bounds")
    }
}

/// A text of a limited length with nothing invisible in it.
pub trait BoundedText: TryFrom<String, Error = InvalidText> + AsRef<str> {
    /// Fewest characters.
    const MIN_CHARS: u16;
    /// Most characters.
    const MAX_CHARS: u16;
    /// What is allowed, for a message.
    const EXPECTED: &'static str;
}

/// A number that is too small or too great.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfBounds {
    /// Smallest that is allowed.
    pub min: i64,
    /// Greatest that is allowed.
    pub max: i64,
}

/// A text that is too short, too long, not on one line where it has to be, or with characters that
/// hide or reorder others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidText {
    /// What is allowed.
    pub expected: &'static str,
    /// The character that is not, where it is one that makes the difference.
    pub unwanted: Option<Unwanted>,
}

impl fmt::Display for OutOfBounds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {} to {}", self.min, self.max)
    }
}

impl fmt::Display for InvalidText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "expected {}", self.expected)?;
        match self.unwanted {
            Some(unwanted) => write!(formatter, "; {unwanted}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for OutOfBounds {}
impl std::error::Error for InvalidText {}

/// Reads a value and refuses it with [`NOT_ALLOWED`] where its type does not allow it.
pub(crate) fn refuse<'de, Given, Inner, T, D>(deserializer: D) -> Result<T, D::Error>
where
    Given: Deserialize<'de> + Into<Inner>,
    T: TryFrom<Inner, Error: fmt::Display>,
    D: Deserializer<'de>,
{
    T::try_from(Given::deserialize(deserializer)?.into())
        .map_err(|error| de::Error::custom(format_args!("{NOT_ALLOWED}{error}")))
}

#[expect(clippy::cast_precision_loss, reason = "bounds are far below 2^53")]
fn number_schema<T: Bounded>(format: KnownFormat) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(SchemaType::new(Type::Integer))
        .format(Some(SchemaFormat::KnownFormat(format)))
        .minimum(Some(T::MIN as f64))
        .maximum(Some(T::MAX as f64))
        .into()
}

fn text_schema<T: BoundedText>() -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(SchemaType::new(Type::String))
        .min_length(Some(T::MIN_CHARS.into()))
        .max_length(Some(T::MAX_CHARS.into()))
        .into()
}

/// What numbers and texts have in common: how they are shown, read from JSON, and documented.
macro_rules! on_the_wire {
    ($name:ident from $given:ty as $inner:ty, $schema:expr) => {
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                refuse::<$given, $inner, _, _>(deserializer)
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                $schema
            }
        }

        impl ToSchema for $name {}
    };
}

pub(crate) use on_the_wire;

macro_rules! bounded {
    ($($(#[$doc:meta])* $name:ident($inner:ident, $format:ident): $min:literal..=$max:literal)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name($inner);

        impl $name {
            /// The number with this value, if its bounds allow it.
            pub fn new(number: $inner) -> Option<Self> {
                Self::try_from(i64::from(number)).ok()
            }

            /// The value.
            pub const fn get(self) -> $inner {
                self.0
            }
        }

        impl Bounded for $name {
            const MIN: i64 = $min;
            const MAX: i64 = $max;
        }

        impl TryFrom<i64> for $name {
            type Error = OutOfBounds;

            fn try_from(number: i64) -> Result<Self, OutOfBounds> {
                match $inner::try_from(number) {
                    Ok(inner) if (Self::MIN..=Self::MAX).contains(&number) => Ok(Self(inner)),
                    _ => Err(OutOfBounds { min: Self::MIN, max: Self::MAX }),
                }
            }
        }

        impl From<$name> for i64 {
            fn from(number: $name) -> Self {
                number.0.into()
            }
        }

        on_the_wire!($name from Whole as i64, number_schema::<$name>(KnownFormat::$format));
    )+};
}

macro_rules! text {
    ($($(#[$doc:meta])* $name:ident: $min:literal to $max:literal in $lines:ident, $expected:literal)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text, trimmed, if it is allowed.
            pub fn new(text: &str) -> Result<Self, InvalidText> {
                let expected = Self::EXPECTED;
                text::clean(text, $min, $max, Lines::$lines)
                    .map(Self)
                    .map_err(|unwanted| InvalidText { expected, unwanted })
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl BoundedText for $name {
            const MIN_CHARS: u16 = $min;
            const MAX_CHARS: u16 = $max;
            const EXPECTED: &'static str = $expected;
        }

        impl TryFrom<String> for $name {
            type Error = InvalidText;

            fn try_from(text: String) -> Result<Self, InvalidText> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        on_the_wire!($name from String as String, text_schema::<$name>());
    )+};
}

bounded! {
    /// Rows of one page of a list.
    PageLimit(u32, Int32): 1..=200
    /// Number of a season within its guild.
    SeasonNumber(u32, Int32): 1..=100_000
    /// Points that one of an item is worth in a season.
    ItemPoints(u32, Int32): 1..=1_000_000
    /// How many of an item one submission holds.
    Quantity(u32, Int32): 1..=10_000
    /// How many of an item a member may submit in a day of the guild's time zone.
    DailyLimit(u32, Int32): 1..=1_000_000
    /// Points from which a rank is reached.
    Threshold(i64, Int64): 1..=1_000_000_000
    /// Points given by hand, or taken where negative.
    PointsAdjustment(i64, Int64): -1_000_000..=1_000_000
    /// Number of an iRacing league, as in its address.
    LeagueId(i64, Int64): 1..=2_147_483_647
    /// Value of a car number.
    CarNumberValue(u16, Int32): 0..=9_999
    /// Car numbers that a member may hold at a time, in each class.
    NumbersPerMember(u16, Int32): 1..=100
    /// Days for which something is kept, up to a year.
    KeepDays(u16, Int32): 0..=365
    /// Number of a round in the season of a league.
    RoundNumber(u16, Int32): 1..=1_000
    /// Points for a position in a race, or for what is rewarded besides.
    RacePoints(u16, Int32): 0..=1_000
    /// Points that a penalty takes.
    PenaltyPoints(u16, Int32): 1..=1_000
    /// A share in percent.
    Percent(u8, Int32): 0..=100
    /// Rounds of a season that do not count, for each driver their worst.
    DropRounds(u8, Int32): 0..=100
    /// An iRacing customer id.
    CustId(i64, Int64): 1..=2_147_483_647
    /// Lifetime of an API token in minutes, up to ten years.
    TokenMinutes(u32, Int32): 1..=5_270_400
    /// Seconds after which an attendance code changes.
    CodeInterval(u16, Int32): 5..=300
    /// Characters of an attendance code.
    CodeLength(u8, Int32): 4..=8
    /// Seconds for which the previous attendance code still counts.
    GraceSeconds(u16, Int32): 0..=30
    /// Minutes of a session, up to a day.
    SessionMinutes(u16, Int32): 1..=1_440
    /// Points that attending a session is worth.
    AttendancePoints(u32, Int32): 0..=10_000
    /// Place of somebody in the roster of the staff; lower ones come first.
    StaffRank(u32, Int32): 1..=1_000
    /// Days of somebody's times that are looked at.
    StaffDays(u16, Int32): 1..=400
    /// Weeks of somebody's times that are looked at.
    StaffWeeks(u16, Int32): 1..=60
    /// Days for which something is kept, up to ten years.
    RetentionDays(u16, Int32): 1..=3_650
    /// Minutes after which something is asked for again.
    SyncMinutes(u16, Int32): 1..=60
    /// Effects leased in one call.
    LeaseLimit(u32, Int32): 1..=100
    /// Milliseconds to wait before another try, up to a day.
    RetryAfterMillis(u32, Int32): 0..=86_400_000
    /// Milliseconds that a lease waits for the first effect.
    LeaseWait(u32, Int32): 0..=25_000
}

text! {
    /// A name of somebody or something, on one line.
    Name: 1 to 60 in One, "1 to 60 characters in one line"
    /// A name as Discord allows it, and somewhat longer.
    DiscordName: 1 to 100 in One, "1 to 100 characters in one line"
    /// Title of an attendance session.
    Title: 1 to 100 in One, "1 to 100 characters in one line"
    /// An emoji or a short mark, shown beside names.
    Badge: 1 to 60 in One, "1 to 60 characters in one line"
    /// Description of something, on one line.
    Description: 1 to 200 in One, "1 to 200 characters in one line"
    /// Why somebody did something.
    Reason: 1 to 400 in Many, "1 to 400 characters"
    /// A remark of a member or an admin.
    Note: 1 to 400 in Many, "1 to 400 characters"
    /// Name of a server as Discord reports it.
    ServerName: 1 to 100 in Any, "1 to 100 characters"
    /// Version of the bot.
    BotVersion: 0 to 40 in Any, "at most 40 characters"
    /// What went wrong, as Discord said it.
    FailureDetail: 0 to 400 in Any, "at most 400 characters"
    /// What Discord shows of a presence.
    PresenceText: 0 to 200 in Any, "at most 200 characters"
    /// Where imported points come from.
    ImportSource: 1 to 40 in One, "1 to 40 characters in one line"
}

impl Default for AttendancePoints {
    /// No points.
    fn default() -> Self {
        Self(0)
    }
}

/// None of it, where nobody says how much.
macro_rules! none_unless_said {
    ($($name:ident)+) => {$(
        impl Default for $name {
            fn default() -> Self {
                Self(0)
            }
        }
    )+};
}
none_unless_said!(RacePoints Percent DropRounds);

impl Default for LeaseWait {
    /// No wait.
    fn default() -> Self {
        Self(0)
    }
}

#[cfg(test)]
mod tests;

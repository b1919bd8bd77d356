//! Wire types of the Paddock API: what travels as JSON between the service, its client and its bot.
//!
//! One module per capability, named like its folder in `paddock-api`. Request types refuse unknown
//! fields, so that a misspelt one is an error and not silently ignored; response types accept them,
//! so that an older client survives a newer service. Ids and [`ErrorCode`] are the only types that
//! the rules of the service share with the wire.
//!
//! *To add a capability*: a module here, its types derived like the ones beside it, its error codes
//! in [`ErrorCode`], and nothing that needs more than serde, utoipa, a time type and Unicode's
//! properties of characters.

pub mod attendance;
pub mod audit;
pub mod bot;
mod bounded;
mod car_number;
pub mod driving;
pub mod effects;
mod error;
pub mod guilds;
mod ids;
pub mod iracing;
pub mod league;
pub mod members;
pub mod numbers;
pub mod operations;
mod page;
pub mod points;
pub mod results;
pub mod scoring;
pub mod seasons;
mod shapes;
pub mod staff;
pub mod submissions;
pub mod system;
mod text;
pub mod tokens;

pub use bounded::{
    AttendancePoints, Badge, BotVersion, Bounded, BoundedText, CarNumberValue, CodeInterval,
    CodeLength, CustId, DailyLimit, Description, DiscordName, DropRounds, FailureDetail,
    GraceSeconds, ImportSource, InvalidText, ItemPoints, KeepDays, LeagueId, LeaseLimit, LeaseWait,
    NOT_ALLOWED, Name, Note, NumbersPerMember, OutOfBounds, PageLimit, PenaltyPoints, Percent,
    PointsAdjustment, PresenceText, Quantity, RacePoints, Reason, RetentionDays, RetryAfterMillis,
    RoundNumber, SeasonNumber, ServerName, SessionMinutes, StaffDays, StaffRank, StaffWeeks,
    SyncMinutes, Threshold, Title, TokenMinutes,
};
pub use car_number::{CarNumber, InvalidCarNumber};
pub use error::{ErrorCode, Problem};
pub use ids::{
    AttendanceSessionId, AuditEntryId, AwardId, ChannelId, EffectId, GuildId, InvalidId, ItemId,
    LedgerEntryId, MessageId, NumberClassId, NumberReservationId, NumberTradeId, PenaltyId,
    PrizeId, RankId, RoleId, SeasonId, SubmissionId, SubsessionId, TokenId, UserId,
};
/// Every instant on the wire: RFC 3339 in UTC.
pub use jiff::Timestamp;
pub use page::{Page, PageQuery};
pub use text::{Unwanted, name_key};

/// Every type that the tables of [`operations`] name, for a macro that is called with them.
pub mod wire {
    pub use crate::attendance::*;
    pub use crate::audit::*;
    pub use crate::bot::*;
    pub use crate::driving::*;
    pub use crate::effects::*;
    pub use crate::guilds::*;
    pub use crate::iracing::*;
    pub use crate::league::*;
    pub use crate::members::*;
    pub use crate::numbers::*;
    pub use crate::operations::{Csv, Events, Metrics};
    pub use crate::points::*;
    pub use crate::results::*;
    pub use crate::scoring::*;
    pub use crate::seasons::*;
    pub use crate::staff::*;
    pub use crate::submissions::*;
    pub use crate::system::*;
    pub use crate::tokens::*;
    pub use crate::{
        AttendanceSessionId, AwardId, CarNumber, EffectId, ItemId, NumberClassId,
        NumberReservationId, NumberTradeId, Page, PageQuery, PenaltyId, PrizeId, RankId, SeasonId,
        SubmissionId, SubsessionId, TokenId, UserId,
    };
}

/// Names of the headers that the API reads or writes, lower-case as HTTP/2 sends them.
pub mod headers {
    /// The bot's key; with it, the headers below name who acts and where.
    pub const API_KEY: &str = "x-api-key";
    /// Discord server in which the member acts.
    pub const GUILD_ID: &str = "x-guild-id";
    /// Discord user who acts.
    pub const USER_ID: &str = "x-user-id";
    /// Discord channel in which the member acts.
    pub const CHANNEL_ID: &str = "x-channel-id";
    /// Comma-separated Discord roles of the member, without @everyone.
    pub const ROLE_IDS: &str = "x-role-ids";
    /// The member's permissions as Discord's decimal bit set.
    pub const PERMISSIONS: &str = "x-permissions";
    /// A write repeated with the same key by the same actor is answered as it was the first time.
    pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
    /// Follows one request from the bot through the API into the logs and back.
    pub const REQUEST_ID: &str = "x-request-id";
}

//! Why seasons refuse.

use super::Season;
use crate::operation::{Failure, fails};
use jiff::Timestamp;
use paddock_api_types::UserId;
use paddock_api_types::points::RefusedRow;
use paddock_api_types::submissions::SubmissionState;

/// Why an operation on seasons was refused.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SeasonError {
    /// No such season in this guild.
    #[error("no such season in this guild")]
    NotFound,
    /// None is open.
    #[error("no season is open just now")]
    NoneOpen {
        /// When the next begins.
        next_starts_at: Option<Timestamp>,
    },
    /// Several are open, and the caller named none.
    #[error("several open seasons could be meant; name one")]
    Ambiguous(Vec<Season>),
    /// It has not begun, or has just ended.
    #[error("the season takes something from its start to its end only")]
    NotOpen {
        /// Its start.
        starts_at: Timestamp,
        /// Its end.
        ends_at: Timestamp,
    },
    /// It is frozen.
    #[error("the season is closed, nothing of it changes any more")]
    Closed,
    /// Numbers are unique in a guild.
    #[error("another season of the guild has the number {0}")]
    NumberTaken(u32),
    /// Names of seasons are unique in a guild.
    #[error("another season has this name")]
    NameTaken,
    /// Members have joined it.
    #[error("members have joined the season, so that it cannot be deleted")]
    InUse,
    /// No such item in this guild.
    #[error("no such item in this guild")]
    ItemNotFound,
    /// Names are unique in a guild.
    #[error("another item of the guild has this name")]
    ItemNameTaken,
    /// It was submitted.
    #[error("the item was submitted before, so that it cannot be deleted")]
    ItemInUse,
    /// It is not for points in this season.
    #[error("the season does not take this item")]
    ItemNotInSeason,
    /// More than one submission may hold.
    #[error("one submission holds at most {limit} of this item")]
    QuantityExceeded {
        /// The most that are allowed.
        limit: u32,
    },
    /// More than a day may bring.
    #[error("a member may submit {limit} of this item in a day, and has {left} left")]
    DailyLimit {
        /// The most that are allowed.
        limit: u32,
        /// How many are left today.
        left: u32,
        /// When the next day begins.
        until: Timestamp,
    },
    /// No such rank in the season.
    #[error("no such rank in this season")]
    RankNotFound,
    /// Names of ranks are unique in a season.
    #[error("another rank of the season has this name")]
    RankNameTaken,
    /// Of two ranks one is the higher.
    #[error(
        "{rank} is reached with as many points; another threshold puts this one above or below"
    )]
    RankThresholdTaken {
        /// The name of the other.
        rank: String,
    },
    /// No such prize of the rank.
    #[error("no such prize of this rank")]
    PrizeNotFound,
    /// Prizes of a rank differ.
    #[error("the rank has this prize already")]
    PrizeTaken {
        /// What is the same.
        field: &'static str,
    },
    /// The server has no such role, or none that should be won.
    #[error("{0}")]
    UnsuitableRole(&'static str),
    /// The member must join first.
    #[error("the member has not joined the season")]
    NotJoined,
    /// The caller is not registered.
    #[error("you are not registered in this guild")]
    NotRegistered,
    /// No such member.
    #[error("no such member in this guild")]
    MemberNotFound,
    /// Only verified members take part.
    #[error("the member is not verified")]
    MemberNotVerified,
    /// What only admins may.
    #[error("only admins do this for others")]
    AdminsOnly,
    /// No such submission, or one of somebody else.
    #[error("no such submission")]
    SubmissionNotFound,
    /// It is decided already.
    #[error("the submission was decided before")]
    Decided {
        /// The decision.
        state: SubmissionState,
        /// The admin who decided; absent where Paddock did.
        decided_by: Option<UserId>,
    },
    /// The admins have enough to review.
    #[error("{limit} of your submissions wait for a review; wait until some are decided")]
    TooManyWaiting {
        /// How many may wait.
        limit: i64,
    },
    /// The admins are asked no more often.
    #[error("{limit} submissions can be handed in in 24 hours; wait until {until}")]
    TooOften {
        /// How many may be handed in.
        limit: i64,
        /// When the next one may.
        until: Timestamp,
    },
    /// It is no longer what the caller saw.
    #[error("the submission was changed in the meantime")]
    SubmissionChanged {
        /// Time of the change.
        updated_at: Timestamp,
    },
    /// No such award.
    #[error("no such award")]
    AwardNotFound,
    /// A role, or one that was delivered or withdrawn.
    #[error("only a described prize that waits can be handed over")]
    AwardNotWaiting {
        /// Who handed it over, where somebody did.
        delivered_by: Option<UserId>,
    },
    /// Not handed over.
    #[error("only a prize that was handed over has a note, and can be taken back")]
    AwardNotDelivered,
    /// It follows from points.
    #[error(
        "a prize that was won with a rank goes with the points; only one given by hand is taken back"
    )]
    AwardOfRank,
    /// Nothing was imported.
    #[error("{} rows cannot be taken, so that none was", .0.len())]
    ImportRefused(Vec<RefusedRow>),
    /// The limit is reached.
    #[error("there may be {limit} of these")]
    LimitReached {
        /// The most that are allowed.
        limit: u32,
    },
    /// A field has a value that is not allowed.
    #[error("expected {expected}")]
    Invalid {
        /// Its name.
        field: &'static str,
        /// The values that are allowed.
        expected: &'static str,
    },
    /// Not a rule.
    #[error(transparent)]
    Failure(Failure),
}
fails!(SeasonError);

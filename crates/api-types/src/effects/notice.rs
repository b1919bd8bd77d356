//! What messages say.

use crate::members::MemberStatus;
use crate::numbers::{NumberClaim, NumberTrade, NumberWait};
use crate::points::{Award, LeaderboardRow, LedgerKind, PointsChange};
use crate::seasons::{Prize, RankName, Season};
use crate::staff::StaffBoard;
use crate::submissions::Submission;
use crate::{CarNumber, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a message says; the bot finds the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// To the admins: someone registered and waits.
    RegistrationPending {
        /// Who.
        user_id: UserId,
        /// The chosen name.
        display_name: String,
        /// Game account or student number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        external_id: Option<String>,
    },
    /// To the admins, in place of that: somebody decided.
    RegistrationReviewed {
        /// Who.
        user_id: UserId,
        /// The chosen name.
        display_name: String,
        /// What was decided.
        status: MemberStatus,
        /// Why, where the admin said so.
        reason: Option<String>,
        /// Who decided; absent where Paddock did.
        decided_by: Option<UserId>,
    },
    /// To the member: you are verified.
    Verified {
        /// Name of the server, once known.
        guild_name: Option<String>,
    },
    /// To the member: iRacing ended the connection of your account.
    IracingConnectionEnded {
        /// Name of the server, once known.
        guild_name: Option<String>,
    },
    /// To the member: your registration was turned down, or the verification withdrawn.
    Rejected {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// Why, where the admin said so.
        reason: Option<String>,
    },
    /// To the admins: a submission as it stands. It waits for one of them, or was decided.
    SubmissionReview {
        /// The submission.
        submission: Box<Submission>,
    },
    /// To the member: what became of a submission.
    SubmissionDecided {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The submission.
        submission: Box<Submission>,
        /// What it did to the member's points.
        change: Option<PointsChange>,
    },
    /// To the member: somebody else gave or took points.
    PointsChanged {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// In which season.
        season_name: String,
        /// Why.
        kind: LedgerKind,
        /// How many, and what that did.
        change: Box<PointsChange>,
        /// In the words of who did it, or what it was for.
        reason: Option<String>,
        /// Who; absent where Paddock did.
        by: Option<UserId>,
    },
    /// To the member: an admin gave them a prize.
    AwardGiven {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The prize.
        award: Box<Award>,
        /// Who; absent where Paddock did.
        by: Option<UserId>,
    },
    /// To the member: an admin had them join a season.
    Enrolled {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// Which.
        season: Box<Season>,
        /// Who; absent where Paddock did.
        by: Option<UserId>,
    },
    /// To the admins: a described prize that was won, as it stands. It waits to be handed over, or
    /// does not any more.
    PrizeWon {
        /// The prize.
        award: Box<Award>,
    },
    /// To the admins: a change of a season's ranks or prizes, or an import, left described prizes
    /// waiting to be handed over.
    PrizesWaiting {
        /// In which season.
        season_name: String,
        /// How many.
        count: u32,
    },
    /// To everybody: a member climbed to a rank.
    Promoted {
        /// Who.
        user_id: UserId,
        /// Their name.
        display_name: String,
        /// In which season.
        season_name: String,
        /// To which rank.
        rank: RankName,
        /// With how many points.
        points: i64,
        /// What they won, from the lowest rank that is new to them.
        prizes: Vec<Prize>,
    },
    /// To everybody: a member has claimed a car number.
    NumberClaimed {
        /// The claim.
        claim: Box<NumberClaim>,
    },
    /// To everybody: a car number is free again.
    NumberReleased {
        /// The number.
        number: CarNumber,
        /// The name of its class, where there are classes.
        class_name: Option<String>,
    },
    /// To the member: an admin took a car number back.
    NumberTakenBack {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The number.
        number: CarNumber,
        /// The name of its class, where there are classes.
        class_name: Option<String>,
        /// Why, where the admin said so.
        reason: Option<String>,
    },
    /// To the member who waits longest: a car number is held for them.
    NumberHeld {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The wait.
        wait: Box<NumberWait>,
        /// Until when.
        until: Timestamp,
    },
    /// To the other side: somebody offers a car number.
    NumberTradeOffered {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The offer.
        trade: Box<NumberTrade>,
    },
    /// To who offered a car number: what became of it.
    NumberTradeDecided {
        /// Name of the server, once known.
        guild_name: Option<String>,
        /// The offer.
        trade: Box<NumberTrade>,
    },
    /// To everybody: a new season of car numbers has begun.
    NumberSeasonStarted {
        /// Until when holders of the last season may keep theirs; absent where they have no priority.
        priority_until: Option<Timestamp>,
    },
    /// To everybody: a season takes submissions from now on.
    SeasonOpened {
        /// Which.
        season: Box<Season>,
    },
    /// To everybody: a season has ended.
    SeasonClosed {
        /// Which.
        season: Box<Season>,
        /// The first places.
        top: Vec<LeaderboardRow>,
    },
    /// To everybody, in place of announcements that waited for too long: what happened meanwhile.
    Missed {
        /// How many ranks were reached.
        promotions: u32,
        /// How many numbers were claimed.
        claims: u32,
        /// How many numbers are free again.
        releases: u32,
    },
    /// To everybody: who of the staff is there.
    StaffBoard {
        /// The board.
        board: Box<StaffBoard>,
    },
}

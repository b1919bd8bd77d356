//! Points: the ledger, the leaderboard made of it, and what ranks won.

use crate::seasons::{Prize, RankName, Season};
use crate::shapes::{patch, query};
use crate::{
    AwardId, Description, ImportSource, ItemId, LedgerEntryId, Note, PointsAdjustment, RankId,
    Reason, SeasonId, SubmissionId, Timestamp, UserId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a change did to a member's points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PointsChange {
    /// How many were added, or taken where negative.
    pub points: i64,
    /// How many the member has now.
    pub total: i64,
    /// The rank reached with them.
    pub rank: Option<RankName>,
    /// The rank is a higher one than before.
    pub promoted: bool,
    /// The rank reached with those before. It was lost where it is the higher one.
    pub rank_before: Option<RankName>,
}

/// Somebody who has joined a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Participant {
    /// Who.
    pub user_id: UserId,
    /// Their name.
    pub display_name: String,
    /// The sum of their ledger entries.
    pub points: i64,
    /// Stands in the leaderboard: is in the Discord server, and verified.
    pub listed: bool,
    /// When they joined.
    pub joined_at: Timestamp,
}

/// A season that a member has joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Participation {
    /// Which.
    pub season_id: SeasonId,
    /// The sum of the member's ledger entries.
    pub points: i64,
    /// When they joined.
    pub joined_at: Timestamp,
}

/// A row of the leaderboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LeaderboardRow {
    /// 1, 2, 2, 4: one more than there are members with more points.
    pub place: u32,
    /// Who.
    pub user_id: UserId,
    /// Their name.
    pub display_name: String,
    /// Their points.
    pub points: i64,
    /// The rank reached with them.
    pub rank: Option<RankName>,
}

/// A page of a season's leaderboard: most points first, and among equals who got there first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Leaderboard {
    /// Of which season.
    pub season: Season,
    /// The rows of this page.
    pub items: Vec<LeaderboardRow>,
    /// The caller's own row, wherever it stands; absent where they have not joined.
    pub me: Option<LeaderboardRow>,
    /// Give this as `cursor` to read on; `null` on the last page.
    pub next_cursor: Option<String>,
}

/// Why points were given or taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LedgerKind {
    /// A submission was approved.
    Submission,
    /// An approved submission was changed; this is the difference.
    Correction,
    /// An approved submission was deleted.
    Reversal,
    /// An admin gave or took points by hand.
    Adjustment,
    /// Attended a session, or did not after all.
    Attendance,
    /// Results of races, or what a corrected one differs by.
    Result,
    /// A penalty of a race director, or one that was taken back.
    Penalty,
}

/// An entry of the ledger. It never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LedgerEntry {
    /// Time-ordered.
    pub id: LedgerEntryId,
    /// In which season.
    pub season_id: SeasonId,
    /// Whose points.
    pub user_id: UserId,
    /// Why.
    pub kind: LedgerKind,
    /// How many, negative where taken.
    pub points: i64,
    /// The submission behind it.
    pub submission_id: Option<SubmissionId>,
    /// Who caused it; absent where Paddock did.
    pub actor_id: Option<UserId>,
    /// In the actor's words.
    pub reason: Option<String>,
    /// When.
    pub created_at: Timestamp,
}

query! {
    /// Which entries to list, newest first: the caller's own, or, for admins, anybody's.
    ListLedgerQuery {
        /// Only of this member; for members themselves always the caller.
        user_id: Option<UserId>,
    } paged
}

/// Gives or takes points by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjustPoints {
    /// Whose. A verified member who has not joined joins by it.
    pub user_id: UserId,
    /// How many, -1,000,000 to 1,000,000, not 0.
    pub points: PointsAdjustment,
    /// Why; up to 400 characters.
    pub reason: Reason,
}

/// An adjustment, and what it did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Adjustment {
    /// What stands in the ledger.
    pub entry: LedgerEntry,
    /// What it did to the member's points.
    pub change: PointsChange,
}

query! {
    /// Whose summary to read.
    #[derive(Default)]
    SummaryQuery {
        /// The caller by default; only admins read others'.
        user_id: Option<UserId>,
    }
}

/// How a member stands in a season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SeasonSummary {
    /// Which season.
    pub season: Season,
    /// Whose summary.
    pub user_id: UserId,
    /// Their name.
    pub display_name: String,
    /// When they joined; absent where they have not.
    pub joined_at: Option<Timestamp>,
    /// Their points.
    pub points: i64,
    /// Their place; absent where they are not in the leaderboard.
    pub place: Option<u32>,
    /// The rank reached.
    pub rank: Option<RankName>,
    /// The next one, where there is one.
    pub next_rank: Option<NextRank>,
    /// How many submissions wait for an admin.
    pub pending_submissions: u32,
    /// What counted, by item, most points first.
    pub items: Vec<ItemTotal>,
    /// What else gave or took points, and corrections, newest first: the latest 50 entries.
    #[serde(default)]
    pub changes: Vec<LedgerEntry>,
    /// What they won, oldest first.
    pub awards: Vec<Award>,
}

/// The rank above.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NextRank {
    /// Which.
    pub rank: RankName,
    /// From how many points on it is reached.
    pub threshold: i64,
    /// How many are missing.
    pub missing: i64,
}

/// What a member's approved submissions of an item come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemTotal {
    /// Which item.
    pub item_id: ItemId,
    /// Its name.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// For how many points.
    pub points: i64,
}

/// Where a prize that was won stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AwardState {
    /// A role; Paddock sees to it that the member has it.
    Granted,
    /// An admin has to hand it over.
    Waiting,
    /// An admin has handed it over.
    Delivered,
    /// The member fell below the rank, or the season took its roles back.
    Withdrawn,
}

/// A prize that a member won.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Award {
    /// Time-ordered.
    pub id: AwardId,
    /// In which season.
    pub season_id: SeasonId,
    /// Its name.
    pub season_name: String,
    /// For which rank; absent where an admin gave it by hand.
    pub rank_id: Option<RankId>,
    /// Its name.
    pub rank_name: Option<String>,
    /// What.
    pub prize: Prize,
    /// Who.
    pub user_id: UserId,
    /// Their name.
    pub display_name: String,
    /// Where it stands.
    pub state: AwardState,
    /// When it was won.
    pub awarded_at: Timestamp,
    /// When it was handed over.
    pub delivered_at: Option<Timestamp>,
    /// Who handed it over.
    pub delivered_by: Option<UserId>,
    /// What that admin noted.
    pub note: Option<String>,
}

query! {
    /// Which awards to list, newest first: the caller's own, or, for admins, anybody's.
    ListAwardsQuery {
        /// Only of this season.
        season_id: Option<SeasonId>,
        /// Only of this member; for members themselves always the caller.
        user_id: Option<UserId>,
        /// `true` refuses callers who are not admins, instead of showing them their own alone.
        everybody: Option<bool>,
        /// Only those that stand here; without this, all but the withdrawn.
        state: Option<AwardState>,
    } paged
}

/// Gives a prize by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveAward {
    /// To whom: a verified member.
    pub user_id: UserId,
    /// What an admin hands over, 1 to 200 characters.
    pub description: Description,
}

patch! {
    /// Changes what was noted when a prize was handed over.
    UpdateAward {
        /// What there is to remember, up to 400 characters; `null` clears it.
        note(nullable): Note,
    }
}

/// Marks a prize as handed over.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DeliverAward {
    /// What there is to remember, up to 400 characters.
    pub note: Option<Note>,
}

query! {
    /// How to import points.
    ImportQuery {
        /// Where the points come from, such as the name of the earlier bot; 1 to 40 characters. A member
        /// takes part in one import of a source and season, so that repeating one doubles nothing.
            source: ImportSource,
        /// Only say what would come of it.
        #[serde(default)]
        dry_run: bool,
    }
}

/// What an import came to, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportReport {
    /// Nothing was written.
    pub dry_run: bool,
    /// How many rows can be taken.
    pub accepted: u32,
    /// What they sum up to.
    pub points: i64,
    /// How many rows are worth 0, which changes nothing.
    #[serde(default)]
    pub skipped: u32,
    /// The others.
    pub refused: Vec<RefusedRow>,
}

/// A row that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RefusedRow {
    /// Where it stands in the file; the header is line 1.
    pub line: u64,
    /// Why.
    pub detail: String,
}

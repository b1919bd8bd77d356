//! Seasons and their set-up: items with points, ranks with thresholds, prizes.

use crate::shapes::{patch, query};
use crate::{
    Badge, DailyLimit, Description, ItemId, ItemPoints, Name, PrizeId, Quantity, RankId, RoleId,
    SeasonId, SeasonNumber, Threshold, Timestamp,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a season stands. It follows from the clock and the season's dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SeasonStatus {
    /// Has not begun.
    Scheduled,
    /// Takes submissions.
    Open,
    /// Has ended. Nothing of it changes any more; everything stays readable.
    Closed,
}

/// A season.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Season {
    /// Time-ordered.
    pub id: SeasonId,
    /// Counts the seasons of the guild; no two have the same.
    pub number: u32,
    /// How it is called.
    pub name: String,
    /// From when on it takes submissions.
    pub starts_at: Timestamp,
    /// Until when; this instant no longer counts.
    pub ends_at: Timestamp,
    /// Where it stands now.
    pub status: SeasonStatus,
    /// Roles won in it are taken back when it ends.
    pub remove_roles_at_end: bool,
    /// How many members have joined.
    pub participants: u32,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// Creates a season.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSeason {
    /// 1 to 100,000; the next free one by default.
    pub number: Option<SeasonNumber>,
    /// 1 to 60 characters.
    #[schema(example = "Winter 2026")]
    pub name: Name,
    /// From when on it takes submissions.
    pub starts_at: Timestamp,
    /// Until when; after the start, in the future, and within ten years.
    pub ends_at: Timestamp,
    /// Roles won in it are taken back when it ends.
    #[serde(default)]
    pub remove_roles_at_end: bool,
    /// An item that it takes from the beginning.
    pub first_item: Option<FirstItem>,
    /// A rank that it has from the beginning.
    pub first_rank: Option<CreateRank>,
}

/// An item that a new season takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstItem {
    /// 1 to 60 characters; the guild's item of that name, or else a new one.
    #[schema(example = "Race finished")]
    pub name: Name,
    /// What one is worth, 1 to 1,000,000.
    pub points: ItemPoints,
}

patch! {
    /// Changes what is given of a season that is not closed.
    UpdateSeason {
        /// 1 to 100,000.
        number: SeasonNumber,
        /// 1 to 60 characters.
        name: Name,
        /// From when on it takes submissions.
        starts_at: Timestamp,
        /// Until when.
        ends_at: Timestamp,
        /// Roles won in it are taken back when it ends.
        remove_roles_at_end: bool,
    }
}

query! {
    /// Which seasons to list, the latest start first.
    ListSeasonsQuery {
        /// Only those that stand here.
        status: Option<SeasonStatus>,
    } paged
}

query! {
    /// What the current season is asked for.
    #[derive(Default)]
    CurrentSeasonQuery {
        /// An item that is to be submitted: seasons that take it are preferred.
        item_id: Option<ItemId>,
    }
}

/// What ending a season now takes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SeasonClosing {
    /// The season.
    pub season: Season,
    /// Submissions that wait for a review, and expire.
    pub waiting_submissions: u32,
    /// Roles that members have won in it and that are taken back.
    pub roles_taken_back: u32,
    /// Prizes that wait to be handed over. They stay.
    pub waiting_prizes: u32,
}

/// Something that can be submitted for points, in the seasons that take it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Item {
    /// Time-ordered.
    pub id: ItemId,
    /// No two items of a guild have the same.
    pub name: String,
    /// What counts as one, for members.
    pub description: Option<String>,
    /// What another program calls it.
    pub external_id: Option<String>,
    /// Was ever submitted, so that it cannot be deleted.
    #[serde(default)]
    pub submitted: bool,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

/// Creates an item; a guild has up to 200.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateItem {
    /// 1 to 60 characters.
    #[schema(example = "Race finished")]
    pub name: Name,
    /// Up to 200 characters.
    pub description: Option<Description>,
    /// What another program calls it, 1 to 60 characters.
    pub external_id: Option<Name>,
}

patch! {
    /// Changes what is given of an item.
    UpdateItem {
        /// 1 to 60 characters.
        name: Name,
        /// Up to 200 characters; `null` clears it.
        description(nullable): Description,
        /// What another program calls it, 1 to 60 characters; `null` clears it.
        external_id(nullable): Name,
    }
}

/// An item that a season takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SeasonItem {
    /// Which item.
    pub item_id: ItemId,
    /// Its name.
    pub name: String,
    /// What counts as one.
    pub description: Option<String>,
    /// What one is worth in this season.
    pub points: u32,
    /// How many one submission may hold.
    pub max_quantity: Option<u32>,
    /// How many a member may submit in a day of the guild's time zone, waiting ones included.
    pub max_per_day: Option<u32>,
}

/// Takes an item into a season, or changes its worth. What was submitted before keeps its worth.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSeasonItem {
    /// What one is worth, 1 to 1,000,000.
    pub points: ItemPoints,
    /// How many one submission may hold, 1 to 10,000; 10,000 by default.
    pub max_quantity: Option<Quantity>,
    /// How many a member may submit in a day of the guild's time zone, 1 to 1,000,000; any number by default.
    pub max_per_day: Option<DailyLimit>,
}

/// A rank of a season, reached with points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Rank {
    /// Time-ordered.
    pub id: RankId,
    /// 1 is the lowest. It follows from the thresholds.
    pub position: u32,
    /// How it is called.
    pub name: String,
    /// From how many points on it is reached.
    pub threshold: i64,
    /// An emoji or short mark to show beside names.
    pub badge: Option<String>,
    /// What members who reach it win, oldest first.
    pub prizes: Vec<Prize>,
}

/// A rank as it is shown beside a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RankName {
    /// 1 is the lowest.
    pub position: u32,
    /// How it is called.
    pub name: String,
    /// An emoji or short mark to show beside names.
    pub badge: Option<String>,
}

/// Creates a rank; a season has up to 50. Their order follows from their thresholds.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateRank {
    /// 1 to 60 characters.
    #[schema(example = "Gold")]
    pub name: Name,
    /// From how many points on it is reached, 1 to 1,000,000,000.
    pub threshold: Threshold,
    /// An emoji or short mark, up to 60 characters.
    pub badge: Option<Badge>,
}

patch! {
    /// Changes what is given of a rank. Members gain or lose it within moments.
    UpdateRank {
        /// 1 to 60 characters.
        name: Name,
        /// From how many points on it is reached, 1 to 1,000,000,000.
        threshold: Threshold,
        /// An emoji or short mark, up to 60 characters; `null` clears it.
        badge(nullable): Badge,
    }
}

/// What a rank wins: a Discord role, or something that an admin hands over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Prize {
    /// Time-ordered.
    pub id: PrizeId,
    /// The role, given and taken back by itself.
    pub role_id: Option<RoleId>,
    /// What an admin hands over, where it is no role.
    pub description: Option<String>,
}

patch! {
    /// Changes what a described prize is.
    UpdatePrize {
        /// What an admin hands over, 1 to 200 characters.
        description: Description,
    }
}

/// Adds a prize to a rank, which has up to 10: exactly one of a role and a description.
#[serde_with::skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CreatePrize {
    /// A role that the bot can give, without power over others.
    pub role_id: Option<RoleId>,
    /// What an admin hands over, 1 to 200 characters.
    pub description: Option<Description>,
}

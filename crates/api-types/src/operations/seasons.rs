//! Seasons with their items, ranks and prizes.

use super::declare;
use crate::points::Participant;
use crate::seasons::{
    CreateItem, CreatePrize, CreateRank, CreateSeason, CurrentSeasonQuery, Item, ListSeasonsQuery,
    Prize, Rank, Season, SeasonClosing, SeasonItem, SetSeasonItem, UpdateItem, UpdatePrize,
    UpdateRank, UpdateSeason,
};
use crate::{ItemId, Page, PageQuery, PrizeId, RankId, SeasonId, UserId};

/// Calls a macro with this table.
#[macro_export]
macro_rules! seasons_operations {
    ($callback:ident) => {
        $crate::parts_of_operations! { $callback "seasons";
            /// Create a season.
            ///
            /// It opens and closes by itself. Seasons may overlap. With a first item and a first rank it is
            /// complete: all of it is created, or nothing.
            create_season: Admin, POST "/api/seasons",
                body CreateSeason {
                    "name": "Winter 2030", "starts_at": "2030-12-01T00:00:00Z", "ends_at":
                    "2031-03-01T00:00:00Z"
                }
                => 201 Season, "The season",
                refuses [SeasonNumberTaken SeasonNameTaken LimitReached];
            /// Seasons, the latest start first.
            list_seasons: Guest, GET "/api/seasons" ?ListSeasonsQuery
                => 200 Page<Season>, "A page of seasons";
            /// The current season.
            ///
            /// The open one. Of several, the one that takes the item, if one is given, and that the caller
            /// has joined; where that leaves more than one, `season_ambiguous` lists them.
            get_current_season: Guest, GET "/api/seasons/current" ?CurrentSeasonQuery
                => 200 Season, "The season",
                refuses [NoCurrentSeason SeasonAmbiguous];
            /// One season.
            get_season: Guest, GET "/api/seasons/{season_id}" [season: SeasonId]
                => 200 Season, "The season",
                refuses [SeasonNotFound];
            /// Change a season that is not closed.
            update_season: Admin, PATCH "/api/seasons/{season_id}" [season: SeasonId],
                body UpdateSeason { "name": "Winter 2030/31" }
                => 200 Season, "The season as it is now",
                refuses [SeasonNotFound SeasonClosed SeasonNumberTaken SeasonNameTaken];
            /// Delete a season that nobody has joined.
            delete_season: Admin, DELETE "/api/seasons/{season_id}" [season: SeasonId]
                => 204 (), "Deleted",
                refuses [SeasonNotFound SeasonInUse];
            /// What ending a season now would take with it.
            get_season_closing: Admin, GET "/api/seasons/{season_id}/closing" [season: SeasonId]
                => 200 SeasonClosing, "What expires, what is taken back, and what stays",
                refuses [SeasonNotFound SeasonClosed];
            /// End a season now.
            ///
            /// Its table freezes, what still waits for a review expires, and roles won in it may be taken
            /// back. This cannot be undone.
            close_season: Admin, POST "/api/seasons/{season_id}/close" [season: SeasonId]
                => 200 Season, "The season, closed",
                refuses [SeasonNotFound];
            /// Create a season with the items, ranks and prizes of another.
            ///
            /// A first item and a first rank are added to those.
            clone_season: Admin, POST "/api/seasons/{season_id}/clone" [season: SeasonId],
                body CreateSeason {
                    "name": "Winter 2030", "starts_at": "2030-12-01T00:00:00Z", "ends_at":
                    "2031-03-01T00:00:00Z"
                }
                => 201 Season, "The new season",
                refuses [SeasonNotFound SeasonNumberTaken SeasonNameTaken RankNameTaken
                    RankThresholdTaken LimitReached];
            /// Join a season.
            ///
            /// Joining again changes nothing.
            join_season: Verified, POST "/api/seasons/{season_id}/join" [season: SeasonId]
                => 200 Participant, "The caller as a participant",
                refuses [SeasonNotFound SeasonNotOpen SeasonClosed NotRegistered MemberNotVerified];
            /// Enroll a verified member in a season.
            ///
            /// Of one who has joined nothing changes.
            enroll_participant: Admin, PUT "/api/seasons/{season_id}/participants/{user_id}" [season: SeasonId, user: UserId]
                => 200 Participant, "The member as a participant",
                refuses [SeasonNotFound SeasonNotOpen SeasonClosed MemberNotFound NotRegistered MemberNotVerified];
            /// Who has joined a season, in that order.
            list_participants: Guest, GET "/api/seasons/{season_id}/participants" [season: SeasonId] ?PageQuery
                => 200 Page<Participant>, "A page of participants",
                refuses [SeasonNotFound];
            /// Create an item.
            ///
            /// Seasons take it once it has a worth there.
            create_item: Admin, POST "/api/items",
                body CreateItem { "name": "Race finished" }
                => 201 Item, "The item",
                refuses [ItemNameTaken LimitReached];
            /// Items of the guild, oldest first.
            list_items: Guest, GET "/api/items" ?PageQuery
                => 200 Page<Item>, "A page of items";
            /// One item.
            get_item: Guest, GET "/api/items/{item_id}" [item: ItemId]
                => 200 Item, "The item",
                refuses [ItemNotFound];
            /// Change an item.
            update_item: Admin, PATCH "/api/items/{item_id}" [item: ItemId],
                body UpdateItem { "description": "One for each race that was driven to the end." }
                => 200 Item, "The item as it is now",
                refuses [ItemNotFound ItemNameTaken];
            /// Delete an item that was never submitted.
            delete_item: Admin, DELETE "/api/items/{item_id}" [item: ItemId]
                => 204 (), "Deleted",
                refuses [ItemNotFound ItemInUse];
            /// Items that a season takes, oldest item first.
            list_season_items: Guest, GET "/api/seasons/{season_id}/items" [season: SeasonId] ?PageQuery
                => 200 Page<SeasonItem>, "A page of items",
                refuses [SeasonNotFound];
            /// Take an item into a season, or change its worth.
            ///
            /// What was submitted before keeps its worth.
            set_season_item: Admin, PUT "/api/seasons/{season_id}/items/{item_id}" [season: SeasonId, item: ItemId],
                body SetSeasonItem { "points": 10, "max_per_day": 3 }
                => 200 SeasonItem, "The item in the season",
                refuses [SeasonNotFound SeasonClosed ItemNotFound];
            /// Take an item out of a season.
            ///
            /// What was submitted stays.
            remove_season_item: Admin, DELETE "/api/seasons/{season_id}/items/{item_id}" [season: SeasonId, item: ItemId]
                => 204 (), "Removed",
                refuses [SeasonNotFound SeasonClosed ItemNotInSeason];
            /// Create a rank.
            ///
            /// Members with enough points reach it within moments. Where it stands among the others follows
            /// from its threshold.
            create_rank: Admin, POST "/api/seasons/{season_id}/ranks" [season: SeasonId],
                body CreateRank { "name": "Champion", "threshold": 1000 }
                => 201 Rank, "The rank",
                refuses [SeasonNotFound SeasonClosed RankNameTaken RankThresholdTaken LimitReached];
            /// Ranks of a season with their prizes, lowest first; all of them.
            list_ranks: Guest, GET "/api/seasons/{season_id}/ranks" [season: SeasonId]
                => 200 Page<Rank>, "The ranks",
                refuses [SeasonNotFound];
            /// One rank with its prizes.
            get_rank: Guest, GET "/api/seasons/{season_id}/ranks/{rank_id}" [season: SeasonId, rank: RankId]
                => 200 Rank, "The rank",
                refuses [SeasonNotFound RankNotFound];
            /// Change a rank.
            ///
            /// Members gain or lose it within moments.
            update_rank: Admin, PATCH "/api/seasons/{season_id}/ranks/{rank_id}" [season: SeasonId, rank: RankId],
                body UpdateRank { "badge": "🏆" }
                => 200 Rank, "The rank as it is now",
                refuses [SeasonNotFound SeasonClosed RankNotFound RankNameTaken RankThresholdTaken];
            /// Delete a rank with its prizes.
            ///
            /// What was not delivered is taken back.
            delete_rank: Admin, DELETE "/api/seasons/{season_id}/ranks/{rank_id}" [season: SeasonId, rank: RankId]
                => 204 (), "Deleted",
                refuses [SeasonNotFound SeasonClosed RankNotFound];
            /// Add a prize to a rank.
            ///
            /// Members who hold the rank win it: a role within moments, something described once an admin
            /// hands it over. The admins are notified of what waits.
            create_prize: Admin, POST "/api/seasons/{season_id}/ranks/{rank_id}/prizes" [season: SeasonId, rank: RankId],
                body CreatePrize { "description": "A printed certificate" }
                => 201 Prize, "The prize",
                refuses [SeasonNotFound SeasonClosed RankNotFound PrizeTaken UnknownRole LimitReached];
            /// Prizes of a rank, oldest first; all of them.
            list_prizes: Guest, GET "/api/seasons/{season_id}/ranks/{rank_id}/prizes" [season: SeasonId, rank: RankId]
                => 200 Page<Prize>, "The prizes",
                refuses [SeasonNotFound RankNotFound];
            /// Change what a described prize is.
            ///
            /// Where it waits to be handed over, that is what waits. What was handed over stays as it was.
            update_prize: Admin, PATCH "/api/seasons/{season_id}/ranks/{rank_id}/prizes/{prize_id}" [season: SeasonId, rank: RankId, prize: PrizeId],
                body UpdatePrize { "description": "A signed certificate" }
                => 200 Prize, "The prize as it is now",
                refuses [SeasonNotFound SeasonClosed RankNotFound PrizeNotFound PrizeTaken];
            /// Remove a prize.
            ///
            /// What was not delivered is taken back.
            delete_prize: Admin, DELETE "/api/seasons/{season_id}/ranks/{rank_id}/prizes/{prize_id}" [season: SeasonId, rank: RankId, prize: PrizeId]
                => 204 (), "Deleted",
                refuses [SeasonNotFound SeasonClosed RankNotFound PrizeNotFound];
        }
    };
}
seasons_operations!(declare);

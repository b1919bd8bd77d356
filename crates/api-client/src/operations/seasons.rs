//! Seasons and their set-up.

use crate::{Client, Error};
use paddock_api_types::{
    ItemId, Page, PageQuery, PrizeId, RankId, SeasonId,
    seasons::{
        CreateItem, CreatePrize, CreateRank, CreateSeason, Item, ListSeasonsQuery, Prize, Rank,
        Season, SeasonItem, SetSeasonItem, UpdateItem, UpdateRank, UpdateSeason,
    },
};

/// Seasons.
impl Client {
    /// Creates a season. Needs admin.
    pub async fn create_season(&self, season: &CreateSeason) -> Result<Season, Error> {
        self.post("/api/seasons").json(season).receive().await
    }

    /// Seasons, the latest start first.
    pub async fn list_seasons(&self, query: &ListSeasonsQuery) -> Result<Page<Season>, Error> {
        self.get("/api/seasons").query(query).receive().await
    }

    /// The open season that began last; a problem with status 404 where none is open.
    pub async fn get_current_season(&self) -> Result<Season, Error> {
        self.get("/api/seasons/current").receive().await
    }

    /// One season.
    pub async fn get_season(&self, season: SeasonId) -> Result<Season, Error> {
        self.get(&format!("/api/seasons/{season}")).receive().await
    }

    /// Changes a season that is not closed. Needs admin.
    pub async fn update_season(
        &self,
        season: SeasonId,
        changes: &UpdateSeason,
    ) -> Result<Season, Error> {
        self.patch(&format!("/api/seasons/{season}"))
            .json(changes)
            .receive()
            .await
    }

    /// Deletes a season that nobody has joined. Needs admin.
    pub async fn delete_season(&self, season: SeasonId) -> Result<(), Error> {
        self.delete(&format!("/api/seasons/{season}"))
            .acknowledge()
            .await
    }

    /// Ends a season now. Needs admin.
    pub async fn close_season(&self, season: SeasonId) -> Result<Season, Error> {
        self.post(&format!("/api/seasons/{season}/close"))
            .receive()
            .await
    }

    /// Creates a season with the items, ranks and prizes of another. Needs admin.
    pub async fn clone_season(
        &self,
        season: SeasonId,
        new: &CreateSeason,
    ) -> Result<Season, Error> {
        self.post(&format!("/api/seasons/{season}/clone"))
            .json(new)
            .receive()
            .await
    }
}

/// Items.
impl Client {
    /// Creates an item. Needs admin.
    pub async fn create_item(&self, item: &CreateItem) -> Result<Item, Error> {
        self.post("/api/items").json(item).receive().await
    }

    /// Items of the guild, oldest first.
    pub async fn list_items(&self, page: &PageQuery) -> Result<Page<Item>, Error> {
        self.get("/api/items").query(page).receive().await
    }

    /// One item.
    pub async fn get_item(&self, item: ItemId) -> Result<Item, Error> {
        self.get(&format!("/api/items/{item}")).receive().await
    }

    /// Changes an item. Needs admin.
    pub async fn update_item(&self, item: ItemId, changes: &UpdateItem) -> Result<Item, Error> {
        self.patch(&format!("/api/items/{item}"))
            .json(changes)
            .receive()
            .await
    }

    /// Deletes an item that was never submitted. Needs admin.
    pub async fn delete_item(&self, item: ItemId) -> Result<(), Error> {
        self.delete(&format!("/api/items/{item}"))
            .acknowledge()
            .await
    }

    /// Items that a season takes, oldest item first.
    pub async fn list_season_items(
        &self,
        season: SeasonId,
        page: &PageQuery,
    ) -> Result<Page<SeasonItem>, Error> {
        self.get(&format!("/api/seasons/{season}/items"))
            .query(page)
            .receive()
            .await
    }

    /// Takes an item into a season, or changes its worth. Needs admin.
    pub async fn set_season_item(
        &self,
        season: SeasonId,
        item: ItemId,
        worth: &SetSeasonItem,
    ) -> Result<SeasonItem, Error> {
        self.put(&format!("/api/seasons/{season}/items/{item}"))
            .json(worth)
            .receive()
            .await
    }

    /// Takes an item out of a season; what was submitted stays. Needs admin.
    pub async fn remove_season_item(&self, season: SeasonId, item: ItemId) -> Result<(), Error> {
        self.delete(&format!("/api/seasons/{season}/items/{item}"))
            .acknowledge()
            .await
    }
}

/// Ranks and prizes.
impl Client {
    /// Creates a rank. Needs admin.
    pub async fn create_rank(&self, season: SeasonId, rank: &CreateRank) -> Result<Rank, Error> {
        self.post(&format!("/api/seasons/{season}/ranks"))
            .json(rank)
            .receive()
            .await
    }

    /// Ranks of a season with their prizes, lowest first.
    pub async fn list_ranks(
        &self,
        season: SeasonId,
        page: &PageQuery,
    ) -> Result<Page<Rank>, Error> {
        self.get(&format!("/api/seasons/{season}/ranks"))
            .query(page)
            .receive()
            .await
    }

    /// One rank with its prizes.
    pub async fn get_rank(&self, season: SeasonId, rank: RankId) -> Result<Rank, Error> {
        self.get(&format!("/api/seasons/{season}/ranks/{rank}"))
            .receive()
            .await
    }

    /// Changes a rank. Needs admin.
    pub async fn update_rank(
        &self,
        season: SeasonId,
        rank: RankId,
        changes: &UpdateRank,
    ) -> Result<Rank, Error> {
        self.patch(&format!("/api/seasons/{season}/ranks/{rank}"))
            .json(changes)
            .receive()
            .await
    }

    /// Deletes a rank with its prizes; what was not delivered is taken back. Needs admin.
    pub async fn delete_rank(&self, season: SeasonId, rank: RankId) -> Result<(), Error> {
        self.delete(&format!("/api/seasons/{season}/ranks/{rank}"))
            .acknowledge()
            .await
    }

    /// Adds a prize to a rank; whoever holds the rank wins it within moments. Needs admin.
    pub async fn create_prize(
        &self,
        season: SeasonId,
        rank: RankId,
        prize: &CreatePrize,
    ) -> Result<Prize, Error> {
        self.post(&format!("/api/seasons/{season}/ranks/{rank}/prizes"))
            .json(prize)
            .receive()
            .await
    }

    /// Prizes of a rank, oldest first.
    pub async fn list_prizes(
        &self,
        season: SeasonId,
        rank: RankId,
        page: &PageQuery,
    ) -> Result<Page<Prize>, Error> {
        self.get(&format!("/api/seasons/{season}/ranks/{rank}/prizes"))
            .query(page)
            .receive()
            .await
    }

    /// Removes a prize; what was not delivered is taken back. Needs admin.
    pub async fn delete_prize(
        &self,
        season: SeasonId,
        rank: RankId,
        prize: PrizeId,
    ) -> Result<(), Error> {
        let path = format!("/api/seasons/{season}/ranks/{rank}/prizes/{prize}");
        self.delete(&path).acknowledge().await
    }
}

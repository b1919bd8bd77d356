//! `/rank`: what members climb to with points.

use super::all_ranks;
use crate::{
    commands::prelude::*,
    pages::{Subject, parse},
    replies::{BLUE, seasons::ranks as texts},
};
use api::{
    Badge, Name, SeasonId, Threshold,
    seasons::{CreateRank, Rank, Season, UpdateRank},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, rank);
    dispatch.pages(&RANKS);
    dispatch.confirmation(&DELETE);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "rank", desc = "Ranks that members reach with points")]
enum RankCommand {
    #[command(name = "create")]
    Create(Create),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "delete")]
    Delete(Delete),
    #[command(name = "list")]
    List(ListRanks),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "create", desc = "Add a rank to a season")]
struct Create {
    /// Name, such as Gold
    name: Text<Name>,
    /// Points needed to reach it
    threshold: Num<Threshold>,
    /// An emoji or short mark to show beside names
    badge: Option<Text<Badge>>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "edit",
    desc = "Change a rank; members gain or lose it within moments"
)]
struct Edit {
    /// Rank
    rank: Picked<Rank>,
    /// New name
    name: Option<Text<Name>>,
    /// Points needed to reach it
    threshold: Option<Num<Threshold>>,
    /// An emoji or short mark to show beside names
    badge: Option<Text<Badge>>,
    /// Remove the badge
    clear_badge: Option<bool>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "delete",
    desc = "Delete a rank with its prizes; asks for confirmation"
)]
struct Delete {
    /// Rank
    rank: Picked<Rank>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "list",
    desc = "Ranks of a season with their prizes, lowest first"
)]
struct ListRanks {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

const RANKS: Pages<Season> = Pages {
    action: "ranks",
    page: |call, season, position| Box::pin(page(call, season, position)),
};

const DELETE: Confirmation<RankOf> = Confirmation {
    action: "rank-delete",
    label: "Delete it",
    perform: |call, RankOf(season, rank)| {
        Box::pin(async move {
            call.write().delete_rank(season.id, rank.id).await?;
            Ok(texts::deleted(season, rank))
        })
    },
};

/// A rank with its season.
struct RankOf(Season, Rank);

impl Subject for RankOf {
    fn write(&self) -> String {
        format!("{}:{}", self.0.id, self.1.id)
    }

    async fn read(call: &Call, text: &str) -> Result<Self, Failure> {
        let (season, rank) = text.split_once(':').ok_or(Failure::Outdated)?;
        let (season, rank) = (parse::<SeasonId>(season)?, parse(rank)?);
        let season = call.api.get_season(season).await?;
        let rank = call.api.get_rank(season.id, rank).await?;
        Ok(Self(season, rank))
    }
}

async fn rank(call: Call, options: RankCommand) -> Outcome {
    let reply = match options {
        RankCommand::Create(options) => create(&call, options).await?,
        RankCommand::Edit(options) => edit(&call, options).await?,
        RankCommand::Delete(Delete { rank, season }) => {
            let season = super::season(&call, season).await?;
            super::must_not_be_over(&season)?;
            let rank = call.api.get_rank(season.id, rank.id()?).await?;
            let question = texts::delete_question(&season, &rank);
            DELETE.ask(question, &RankOf(season, rank))
        }
        RankCommand::List(ListRanks { season }) => {
            let season = super::season(&call, season).await?;
            RANKS.first(&call, &season).await?
        }
    };
    Ok(reply.into())
}

async fn create(call: &Call, options: Create) -> Result<Reply, Failure> {
    let season = super::season(call, options.season).await?;
    let new = CreateRank {
        name: options.name.0,
        threshold: options.threshold.0,
        badge: options.badge.map(|it| it.0),
    };
    let rank = call.write().create_rank(season.id, &new).await?;
    Ok(texts::created(&season, &rank))
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let rank = options.rank.id()?;
    let badge = options.badge.map(|it| it.0);
    let changes = some_change(UpdateRank {
        name: options.name.map(|it| it.0),
        threshold: options.threshold.map(|it| it.0),
        badge: set_or_clear(badge, options.clear_badge, texts::BADGE_AND_NONE)?,
    })?;
    let season = super::season(call, options.season).await?;
    let rank = call.write().update_rank(season.id, rank, &changes).await?;
    Ok(texts::changed(&season, &rank))
}

async fn page(call: &Call, season: &Season, position: Position) -> Result<Reply, Failure> {
    let ranks = all_ranks(call, season.id).await?;
    if ranks.is_empty() {
        return Ok(Reply::text(texts::none_in(season)));
    }
    let lines: Vec<_> = ranks.iter().flat_map(texts::lines).collect();
    let title = texts::title(season);
    Ok(pages::local(&position, (&title, BLUE), &lines))
}

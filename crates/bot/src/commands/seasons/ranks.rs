//! `/rank`: what members climb to with points.

use super::{all_ranks, positive, suggestions};
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::{ask, manage_server, suggest},
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    pages::{self, Position},
    replies::{BLUE, NOTHING_TO_CHANGE, seasons::ranks as texts},
};
use paddock_api_types::{
    RankId,
    seasons::{CreateRank, Season, UpdateRank},
};
use twilight_interactions::command::{CommandModel, CreateCommand};

/// Action of the buttons under `/rank list`.
const PAGE: &str = "ranks";
/// Action of the button that deletes.
const DELETE: &str = "rank-delete";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(rank);
    dispatch.autocomplete(suggestions::complete);
    dispatch.button(PAGE, Later::Update, turn);
    dispatch.button(DELETE, Later::Update, delete);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "rank",
    desc = "Ranks that members reach with points",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Rank {
    #[command(name = "create")]
    Create(Create),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "delete")]
    Delete(Delete),
    #[command(name = "list")]
    List(List),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "create", desc = "Add a rank to a season")]
struct Create {
    /// How it is called, such as Gold
    #[command(min_length = 1, max_length = 60)]
    name: String,
    /// From how many points on it is reached
    #[command(min_value = 1, max_value = 1_000_000_000)]
    threshold: i64,
    /// Its place, 1 for the lowest; above the highest unless told
    #[command(min_value = 1, max_value = 1_000)]
    position: Option<i64>,
    /// An emoji or short mark to show beside names
    #[command(min_length = 1, max_length = 60)]
    badge: Option<String>,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "edit",
    desc = "Change a rank; members gain or lose it within moments"
)]
struct Edit {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    rank: String,
    /// How it is called
    #[command(min_length = 1, max_length = 60)]
    name: Option<String>,
    /// From how many points on it is reached
    #[command(min_value = 1, max_value = 1_000_000_000)]
    threshold: Option<i64>,
    /// Its place, 1 for the lowest
    #[command(min_value = 1, max_value = 1_000)]
    position: Option<i64>,
    /// An emoji or short mark to show beside names
    #[command(min_length = 1, max_length = 60)]
    badge: Option<String>,
    /// Take the badge away
    clear_badge: Option<bool>,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "delete",
    desc = "Delete a rank with its prizes; you are asked once more"
)]
struct Delete {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    rank: String,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "list",
    desc = "Ranks of a season with their prizes, lowest first"
)]
struct List {
    /// Of which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

async fn rank(call: Call, options: Rank) -> Outcome {
    let reply = match options {
        Rank::Create(options) => create(&call, options).await?,
        Rank::Edit(options) => edit(&call, options).await?,
        Rank::Delete(options) => ask_to_delete(&call, options).await?,
        Rank::List(List { season }) => {
            let season = super::season(&call, season.as_deref()).await?;
            page(&call, &season, &Position::first(season.id.to_string())).await?
        }
    };
    Ok(reply.into())
}

async fn create(call: &Call, options: Create) -> Result<Reply, Failure> {
    let season = super::season(call, options.season.as_deref()).await?;
    let new = CreateRank {
        position: options.position.map(positive),
        name: options.name,
        threshold: options.threshold,
        badge: options.badge,
    };
    let rank = call.write().create_rank(season.id, &new).await?;
    Ok(texts::created(&season, &rank))
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let rank = picked(&options.rank)?;
    let badge = match (options.badge, options.clear_badge) {
        (Some(_), Some(true)) => return Err(Failure::Mistake(texts::BADGE_AND_NONE.to_owned())),
        (None, Some(true)) => Some(None),
        (badge, _) => badge.map(Some),
    };
    let changes = UpdateRank {
        position: options.position.map(positive),
        name: options.name,
        threshold: options.threshold,
        badge,
    };
    if changes == UpdateRank::default() {
        return Err(Failure::Mistake(NOTHING_TO_CHANGE.to_owned()));
    }
    let season = super::season(call, options.season.as_deref()).await?;
    let rank = call.write().update_rank(season.id, rank, &changes).await?;
    Ok(texts::changed(&season, &rank))
}

async fn ask_to_delete(call: &Call, options: Delete) -> Result<Reply, Failure> {
    let season = super::season(call, options.season.as_deref()).await?;
    let rank = picked(&options.rank)?;
    let rank = call.api.get_rank(season.id, rank).await?;
    let question = texts::delete_question(&season, &rank);
    let ids = [season.id.to_string(), rank.id.to_string()];
    let ids = [ids[0].as_str(), ids[1].as_str()];
    Ok(ask::confirm(question, "Delete it", DELETE, &ids))
}

async fn delete(call: Call, pressed: Pressed) -> Outcome {
    let season = custom_id::argument(&pressed.arguments, 0)?;
    let rank = custom_id::argument(&pressed.arguments, 1)?;
    let season = call.api.get_season(season).await?;
    // For its name, which is gone afterwards.
    let rank = call.api.get_rank(season.id, rank).await?;
    call.write().delete_rank(season.id, rank.id).await?;
    Ok(Answer::Update(texts::deleted(&season, &rank)))
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    let season = custom_id::argument(&pressed.arguments, 0)?;
    let season = call.api.get_season(season).await?;
    Ok(Answer::Update(page(&call, &season, &position).await?))
}

async fn page(call: &Call, season: &Season, position: &Position) -> Result<Reply, Failure> {
    let ranks = all_ranks(call, season.id).await?;
    if ranks.is_empty() {
        return Ok(Reply::text(texts::none_in(season)));
    }
    let lines: Vec<_> = ranks.iter().flat_map(texts::lines).collect();
    let title = texts::title(season);
    Ok(pages::local(PAGE, (&title, BLUE), position, &lines))
}

fn picked(rank: &str) -> Result<RankId, Failure> {
    suggest::picked(rank, texts::ONE)
}

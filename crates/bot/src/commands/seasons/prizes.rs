//! `/prize`: what ranks win.

use super::{all_ranks, suggestions};
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::{ask, manage_server, suggest},
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    ids::ToWire as _,
    pages::{self, Position},
    replies::{BLUE, seasons::ranks as texts},
};
use paddock_api_types::{
    PrizeId, RankId, SeasonId,
    seasons::{CreatePrize, Prize as Won, Rank, Season},
};
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::id::{Id, marker::RoleMarker};

/// Action of the buttons under `/prize list`.
const PAGE: &str = "prizes";
/// Action of the button that removes.
const REMOVE: &str = "prize-remove";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(prize);
    dispatch.autocomplete(suggestions::complete);
    dispatch.button(PAGE, Later::Update, turn);
    dispatch.button(REMOVE, Later::Update, remove);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "prize",
    desc = "What members win with a rank",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Prize {
    #[command(name = "role")]
    Role(AddRole),
    #[command(name = "other")]
    Other(AddOther),
    #[command(name = "remove")]
    Remove(Remove),
    #[command(name = "list")]
    List(List),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "role", desc = "Let a rank win a Discord role, given by itself")]
struct AddRole {
    /// Which rank
    #[command(autocomplete = true, max_length = 100)]
    rank: String,
    /// Which role
    role: Id<RoleMarker>,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "other",
    desc = "Let a rank win something that an admin hands over"
)]
struct AddOther {
    /// Which rank
    #[command(autocomplete = true, max_length = 100)]
    rank: String,
    /// What, such as a T-shirt
    #[command(min_length = 1, max_length = 200)]
    description: String,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "remove",
    desc = "Take a prize from a rank; you are asked once more"
)]
struct Remove {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    prize: String,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "list",
    desc = "Prizes of a season, those of the lowest rank first"
)]
struct List {
    /// Of which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

async fn prize(call: Call, options: Prize) -> Outcome {
    let reply = match options {
        Prize::Role(AddRole { rank, role, season }) => {
            let new = CreatePrize {
                role_id: Some(role.wire()),
                description: None,
            };
            create(&call, &rank, season.as_deref(), &new).await?
        }
        Prize::Other(AddOther {
            rank,
            description,
            season,
        }) => {
            let new = CreatePrize {
                role_id: None,
                description: Some(description),
            };
            create(&call, &rank, season.as_deref(), &new).await?
        }
        Prize::Remove(options) => ask_to_remove(&call, options).await?,
        Prize::List(List { season }) => {
            let season = super::season(&call, season.as_deref()).await?;
            page(&call, &season, &Position::first(season.id.to_string())).await?
        }
    };
    Ok(reply.into())
}

async fn create(
    call: &Call,
    rank: &str,
    season: Option<&str>,
    new: &CreatePrize,
) -> Result<Reply, Failure> {
    let season = super::season(call, season).await?;
    let rank: RankId = suggest::picked(rank, texts::ONE)?;
    let rank = call.api.get_rank(season.id, rank).await?;
    let prize = call.write().create_prize(season.id, rank.id, new).await?;
    Ok(texts::prize_created(&season, &rank, &prize))
}

async fn ask_to_remove(call: &Call, options: Remove) -> Result<Reply, Failure> {
    let season = super::season(call, options.season.as_deref()).await?;
    let prize: PrizeId = suggest::picked(&options.prize, texts::ONE_PRIZE)?;
    let (rank, prize) = find(call, season.id, prize).await?;
    let question = texts::remove_question(&season, &rank, &prize);
    let ids = [season.id.to_string(), prize.id.to_string()];
    let ids = [ids[0].as_str(), ids[1].as_str()];
    Ok(ask::confirm(question, "Remove it", REMOVE, &ids))
}

async fn remove(call: Call, pressed: Pressed) -> Outcome {
    let season = custom_id::argument(&pressed.arguments, 0)?;
    let prize = custom_id::argument(&pressed.arguments, 1)?;
    let season = call.api.get_season(season).await?;
    let (rank, prize) = find(&call, season.id, prize).await?;
    call.write()
        .delete_prize(season.id, rank.id, prize.id)
        .await?;
    Ok(Answer::Update(texts::prize_removed(&season, &rank, &prize)))
}

/// A prize, and the rank that wins it: a suggestion carries only the prize.
async fn find(call: &Call, season: SeasonId, wanted: PrizeId) -> Result<(Rank, Won), Failure> {
    let with_prize = |rank: Rank| {
        let prize = rank.prizes.iter().find(|prize| prize.id == wanted).cloned();
        prize.map(|prize| (rank, prize))
    };
    let ranks = all_ranks(call, season).await?;
    let found = ranks.into_iter().find_map(with_prize);
    found.ok_or_else(|| Failure::Mistake(texts::PRIZE_NOT_FOUND.to_owned()))
}

async fn turn(call: Call, pressed: Pressed) -> Outcome {
    let position = Position::read(&pressed.arguments)?;
    let season = custom_id::argument(&pressed.arguments, 0)?;
    let season = call.api.get_season(season).await?;
    Ok(Answer::Update(page(&call, &season, &position).await?))
}

async fn page(call: &Call, season: &Season, position: &Position) -> Result<Reply, Failure> {
    let ranks = all_ranks(call, season.id).await?;
    let lines: Vec<_> = ranks.iter().flat_map(texts::prize_lines).collect();
    if lines.is_empty() {
        return Ok(Reply::text(texts::no_prizes_in(season)));
    }
    let title = texts::prize_title(season);
    Ok(pages::local(PAGE, (&title, BLUE), position, &lines))
}

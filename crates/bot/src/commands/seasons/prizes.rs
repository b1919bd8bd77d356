//! `/prize`: what ranks win.

use super::all_ranks;
use crate::{
    commands::prelude::*,
    pages::{Subject, parse},
    replies::{BLUE, seasons::ranks as texts},
};
use api::{
    Description, PrizeId, SeasonId,
    seasons::{CreatePrize, Prize, Rank, Season, UpdatePrize},
};
use twilight_model::id::marker::RoleMarker;

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, prize);
    dispatch.pages(&PRIZES);
    dispatch.confirmation(&REMOVE);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "prize", desc = "What members win with a rank")]
enum PrizeCommand {
    #[command(name = "role")]
    Role(AddRole),
    #[command(name = "other")]
    Other(AddOther),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "remove")]
    Remove(Remove),
    #[command(name = "list")]
    List(ListPrizes),
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "role",
    desc = "Let a rank win a Discord role, given automatically"
)]
struct AddRole {
    /// Rank
    rank: Picked<Rank>,
    /// Role
    role: Id<RoleMarker>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "other",
    desc = "Let a rank win something that an admin hands over"
)]
struct AddOther {
    /// Rank
    rank: Picked<Rank>,
    /// Prize, such as a T-shirt
    description: Text<Description>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "edit",
    desc = "Change what a prize is that an admin hands over"
)]
struct Edit {
    /// Prize
    prize: Picked<Prize>,
    /// Prize, such as a T-shirt
    description: Text<Description>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "remove",
    desc = "Remove a prize from a rank; asks for confirmation"
)]
struct Remove {
    /// Prize
    prize: Picked<Prize>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Prizes of a season, lowest rank first")]
struct ListPrizes {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

const PRIZES: Pages<Season> = Pages {
    action: "prizes",
    page: |call, season, position| Box::pin(page(call, season, position)),
};

/// A prize with its rank and season.
struct Won {
    season: Season,
    rank: Rank,
    prize: Prize,
}

const REMOVE: Confirmation<Won> = Confirmation {
    action: "prize-remove",
    label: "Remove it",
    perform: |call,
              Won {
                  season,
                  rank,
                  prize,
              }| {
        Box::pin(async move {
            call.write()
                .delete_prize(season.id, rank.id, prize.id)
                .await?;
            Ok(texts::prize_removed(season, rank, prize))
        })
    },
};

async fn prize(call: Call, options: PrizeCommand) -> Outcome {
    let reply = match options {
        PrizeCommand::Role(AddRole { rank, role, season }) => {
            let new = CreatePrize {
                role_id: Some(role.wire()),
                description: None,
            };
            create(&call, &rank, season, &new).await?
        }
        PrizeCommand::Other(AddOther {
            rank,
            description,
            season,
        }) => {
            let new = CreatePrize {
                role_id: None,
                description: Some(description.0),
            };
            create(&call, &rank, season, &new).await?
        }
        PrizeCommand::Edit(options) => edit(&call, options).await?,
        PrizeCommand::Remove(Remove { prize, season }) => {
            let season = super::season(&call, season).await?;
            super::must_not_be_over(&season)?;
            let won = Won::find(&call, season, prize.id()?).await?;
            let question = texts::remove_question(&won.season, &won.rank, &won.prize);
            REMOVE.ask(question, &won)
        }
        PrizeCommand::List(ListPrizes { season }) => {
            let season = super::season(&call, season).await?;
            PRIZES.first(&call, &season).await?
        }
    };
    Ok(reply.into())
}

async fn create(
    call: &Call,
    rank: &Picked<Rank>,
    season: Option<Picked<Season>>,
    new: &CreatePrize,
) -> Result<Reply, Failure> {
    let season = super::season(call, season).await?;
    let rank = call.api.get_rank(season.id, rank.id()?).await?;
    let prize = call.write().create_prize(season.id, rank.id, new).await?;
    Ok(texts::prize_created(&season, &rank, &prize))
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let season = super::season(call, options.season).await?;
    let won = Won::find(call, season, options.prize.id()?).await?;
    let update = UpdatePrize {
        description: Some(options.description.0),
    };
    let client = call.write();
    let (season, rank) = (&won.season, &won.rank);
    let prize = client
        .update_prize(season.id, rank.id, won.prize.id, &update)
        .await?;
    Ok(texts::prize_changed(season, rank, &prize))
}

impl Won {
    /// Finds the rank that wins a prize: a suggestion carries only the prize.
    async fn find(call: &Call, season: Season, wanted: PrizeId) -> Result<Self, Failure> {
        for rank in all_ranks(call, season.id).await? {
            if let Some(prize) = rank.prizes.iter().find(|prize| prize.id == wanted).cloned() {
                return Ok(Self {
                    season,
                    rank,
                    prize,
                });
            }
        }
        Err(Failure::Mistake(texts::PRIZE_NOT_FOUND.to_owned()))
    }
}

impl Subject for Won {
    fn write(&self) -> String {
        format!("{}:{}", self.season.id, self.prize.id)
    }

    async fn read(call: &Call, text: &str) -> Result<Self, Failure> {
        let (season, prize) = text.split_once(':').ok_or(Failure::Outdated)?;
        let (season, prize) = (parse::<SeasonId>(season)?, parse(prize)?);
        Self::find(call, call.api.get_season(season).await?, prize).await
    }
}

async fn page(call: &Call, season: &Season, position: Position) -> Result<Reply, Failure> {
    let ranks = all_ranks(call, season.id).await?;
    let lines: Vec<_> = ranks.iter().flat_map(texts::prize_lines).collect();
    if lines.is_empty() {
        return Ok(Reply::text(texts::no_prizes_in(season)));
    }
    let title = texts::prize_title(season);
    Ok(pages::local(&position, (&title, BLUE), &lines))
}

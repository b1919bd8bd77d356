//! `/season`: what admins do with seasons.

mod ending;
mod listing;

use super::{picked_season, positive, suggestions};
use crate::{
    answer::{Failure, Reply},
    call::Call,
    commands::{dates, manage_server, suggest},
    dispatch::{Dispatch, Outcome},
    pages::Position,
    replies::{NOTHING_TO_CHANGE, seasons as texts},
};
use paddock_api_types::{
    SeasonId,
    seasons::{CreateSeason, UpdateSeason},
};
use twilight_interactions::command::{CommandModel, CreateCommand};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(season);
    dispatch.autocomplete(suggestions::complete);
    listing::add(dispatch);
    ending::add(dispatch);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "season",
    desc = "Seasons of this server",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Season {
    #[command(name = "create")]
    Create(Create),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "close")]
    Close(Close),
    #[command(name = "clone")]
    Clone(CloneSeason),
    #[command(name = "list")]
    List(List),
    #[command(name = "show")]
    Show(Show),
    #[command(name = "delete")]
    Delete(Delete),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "create", desc = "Plan a season")]
struct Create {
    /// How it is called, such as Winter 2026
    #[command(min_length = 1, max_length = 60)]
    name: String,
    /// From when on it takes something: 2026-12-01 18:00 (UTC), or now
    #[command(max_length = 60)]
    start: String,
    /// Until when: 2027-03-01 18:00 (UTC)
    #[command(max_length = 60)]
    end: String,
    /// Its number; the next free one unless told
    #[command(min_value = 1, max_value = 100_000)]
    number: Option<i64>,
    /// Take the roles won in it back at the end
    remove_roles: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "edit", desc = "Change a season that is not over")]
struct Edit {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    season: String,
    /// How it is called
    #[command(min_length = 1, max_length = 60)]
    name: Option<String>,
    /// From when on it takes something: 2026-12-01 18:00 (UTC), or now
    #[command(max_length = 60)]
    start: Option<String>,
    /// Until when: 2027-03-01 18:00 (UTC)
    #[command(max_length = 60)]
    end: Option<String>,
    /// Its number
    #[command(min_value = 1, max_value = 100_000)]
    number: Option<i64>,
    /// Take the roles won in it back at the end
    remove_roles: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "close", desc = "End a season now; you are asked once more")]
struct Close {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    season: String,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "clone",
    desc = "Plan a season with the items, ranks and prizes of another"
)]
struct CloneSeason {
    /// Of which
    #[command(autocomplete = true, max_length = 100)]
    season: String,
    /// How the new one is called
    #[command(min_length = 1, max_length = 60)]
    name: String,
    /// From when on it takes something: 2026-12-01 18:00 (UTC), or now
    #[command(max_length = 60)]
    start: String,
    /// Until when: 2027-03-01 18:00 (UTC)
    #[command(max_length = 60)]
    end: String,
    /// Its number; the next free one unless told
    #[command(min_value = 1, max_value = 100_000)]
    number: Option<i64>,
    /// Take the roles won in it back at the end
    remove_roles: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Every season, the latest first")]
struct List {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "show", desc = "A season with its items, ranks and prizes")]
struct Show {
    /// Which; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "delete",
    desc = "Delete a season that nobody has joined; you are asked once more"
)]
struct Delete {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    season: String,
}

async fn season(call: Call, options: Season) -> Outcome {
    let reply = match options {
        Season::Create(options) => create(&call, options).await?,
        Season::Edit(options) => edit(&call, options).await?,
        Season::Close(Close { season }) => ending::ask_to_close(&call, &season).await?,
        Season::Clone(options) => clone(&call, options).await?,
        Season::List(List {}) => listing::seasons(&call, Position::first("-")).await?,
        Season::Show(Show { season }) => {
            let season = super::season(&call, season.as_deref()).await?;
            listing::season(&call, &season, &Position::first(season.id.to_string())).await?
        }
        Season::Delete(Delete { season }) => ending::ask_to_delete(&call, &season).await?,
    };
    Ok(reply.into())
}

async fn create(call: &Call, options: Create) -> Result<Reply, Failure> {
    let new = plan(call, options)?;
    Ok(texts::created(&call.write().create_season(&new).await?))
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let season: SeasonId = suggest::picked(&options.season, texts::ONE)?;
    let changes = UpdateSeason {
        number: options.number.map(positive),
        name: options.name,
        starts_at: dates::read_optional(call, "start", options.start.as_deref())?,
        ends_at: dates::read_optional(call, "end", options.end.as_deref())?,
        remove_roles_at_end: options.remove_roles,
    };
    if changes == UpdateSeason::default() {
        return Err(Failure::Mistake(NOTHING_TO_CHANGE.to_owned()));
    }
    let season = call.write().update_season(season, &changes).await?;
    Ok(texts::changed(&season))
}

async fn clone(call: &Call, options: CloneSeason) -> Result<Reply, Failure> {
    let new = plan(
        call,
        Create {
            name: options.name,
            start: options.start,
            end: options.end,
            number: options.number,
            remove_roles: options.remove_roles,
        },
    )?;
    let from = picked_season(call, &options.season).await?;
    let season = call.write().clone_season(from.id, &new).await?;
    Ok(texts::cloned(&season, &from))
}

fn plan(call: &Call, options: Create) -> Result<CreateSeason, Failure> {
    Ok(CreateSeason {
        number: options.number.map(positive),
        name: options.name,
        starts_at: dates::read(call, "start", &options.start)?,
        ends_at: dates::read(call, "end", &options.end)?,
        remove_roles_at_end: options.remove_roles.unwrap_or_default(),
    })
}

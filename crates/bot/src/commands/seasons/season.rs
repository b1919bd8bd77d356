//! `/season`: what admins do with seasons.

mod create;

use super::set_up_page;
use crate::{
    commands::{dates::Date, prelude::*},
    replies::seasons as texts,
};
use api::{
    Name, SeasonId, SeasonNumber,
    seasons::{CreateSeason, Season, UpdateSeason},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, season);
    create::add(dispatch);
    dispatch.list(&SEASONS);
    dispatch.pages(&SHOWN);
    dispatch.confirmation(&CLOSE);
    dispatch.confirmation(&DELETE);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "season", desc = "Seasons of this server")]
enum SeasonCommand {
    #[command(name = "create")]
    Create(create::Create),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "close")]
    Close(Close),
    #[command(name = "clone")]
    Clone(CloneSeason),
    #[command(name = "list")]
    List(ListSeasons),
    #[command(name = "show")]
    Show(Show),
    #[command(name = "delete")]
    Delete(Delete),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "edit", desc = "Change a season that is not over")]
struct Edit {
    /// Season
    season: Picked<Season>,
    /// New name
    name: Option<Text<Name>>,
    /// Start: a date with or without a time, tomorrow 20:00, in 2 weeks, or now
    start: Option<Date>,
    /// End: a date with or without a time, or in 3 months; a day without a time belongs to it
    end: Option<Date>,
    /// New number
    number: Option<Num<SeasonNumber>>,
    /// Take the roles won in it back at the end
    remove_roles: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "close", desc = "End a season now; asks for confirmation")]
struct Close {
    /// Season
    season: Picked<Season>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "clone",
    desc = "Plan a season with the items, ranks and prizes of another"
)]
struct CloneSeason {
    /// Season to copy from
    season: Picked<Season>,
    /// Name of the new season
    name: Text<Name>,
    /// Start: a date with or without a time, tomorrow 20:00, in 2 weeks, or now
    start: Date,
    /// End: a date with or without a time, or in 3 months; a day without a time belongs to it
    end: Date,
    /// Number; defaults to the next free one
    number: Option<Num<SeasonNumber>>,
    /// Take the roles won in it back at the end
    remove_roles: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "list", desc = "Every season, the latest first")]
struct ListSeasons {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "show", desc = "A season with its items, ranks and prizes")]
struct Show {
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "delete",
    desc = "Delete a season that nobody has joined; asks for confirmation"
)]
struct Delete {
    /// Season
    season: Picked<Season>,
}

const SEASONS: List<(), Season> = List {
    action: "seasons",
    size: |()| 10,
    rows: |call, (), page| {
        Box::pin(async move {
            let query = pages::at(page);
            call.api.list_seasons(&query).await
        })
    },
    title: |()| texts::TITLE.into(),
    empty: |()| texts::NONE.into(),
    line: texts::line,
};

/// Everything about one season.
const SHOWN: Pages<Season> = Pages {
    action: "season-show",
    page: |call, season, position| {
        Box::pin(async move { set_up_page(call, season, &position, texts::all_of).await })
    },
};

const CLOSE: Confirmation<SeasonId> = Confirmation {
    action: "season-close",
    label: "End it now",
    perform: |call, season| {
        Box::pin(async move { Ok(texts::closed(&call.write().close_season(*season).await?)) })
    },
};

const DELETE: Confirmation<Season> = Confirmation {
    action: "season-delete",
    label: "Delete it",
    perform: |call, season| {
        Box::pin(async move {
            call.write().delete_season(season.id).await?;
            Ok(texts::deleted(season))
        })
    },
};

async fn season(call: Call, options: SeasonCommand) -> Outcome {
    let reply = match options {
        SeasonCommand::Create(options) => return create::create(&call, options).await,
        SeasonCommand::Edit(options) => edit(&call, options).await?,
        SeasonCommand::Close(Close { season }) => {
            let closing = call.api.get_season_closing(season.id()?).await?;
            CLOSE.ask(texts::close_question(&closing), &closing.season.id)
        }
        SeasonCommand::Clone(options) => clone(&call, options).await?,
        SeasonCommand::List(ListSeasons {}) => SEASONS.first(&call, &()).await?,
        SeasonCommand::Show(Show { season }) => {
            let season = super::season(&call, season).await?;
            SHOWN.first(&call, &season).await?
        }
        SeasonCommand::Delete(Delete { season }) => {
            let season = season.get(&call).await?;
            if season.participants > 0 {
                return Err(Failure::Mistake(texts::IN_USE.to_owned()));
            }
            DELETE.ask(texts::delete_question(&season), &season)
        }
    };
    Ok(reply.into())
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let season = options.season.id()?;
    let starts_at = match &options.start {
        Some(date) => Some(date.read(call, "start").await?),
        None => None,
    };
    let ends_at = match &options.end {
        Some(date) => Some(date.read_end(call, "end").await?),
        None => None,
    };
    let changes = some_change(UpdateSeason {
        number: options.number.map(|it| it.0),
        name: options.name.map(|it| it.0),
        starts_at,
        ends_at,
        remove_roles_at_end: options.remove_roles,
    })?;
    let season = call.write().update_season(season, &changes).await?;
    Ok(texts::changed(&season))
}

async fn clone(call: &Call, options: CloneSeason) -> Result<Reply, Failure> {
    let new = CreateSeason {
        number: options.number.map(|it| it.0),
        name: options.name.0,
        starts_at: options.start.read(call, "start").await?,
        ends_at: options.end.read_end(call, "end").await?,
        remove_roles_at_end: options.remove_roles.unwrap_or_default(),
        first_item: None,
        first_rank: None,
    };
    let from = options.season.get(call).await?;
    let season = call.write().clone_season(from.id, &new).await?;
    Ok(texts::cloned(&season, &from))
}

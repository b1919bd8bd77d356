//! `/item`: what can be submitted, and what it is worth in a season.

mod listing;

use super::{positive, suggestions};
use crate::{
    answer::{Answer, Choices, Failure, Reply},
    call::Call,
    commands::{ask, manage_server, suggest},
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed, Typed},
    replies::{NOTHING_TO_CHANGE, seasons::items as texts},
};
use paddock_api_types::{
    ItemId,
    seasons::{CreateItem, SetSeasonItem, UpdateItem},
};
use twilight_interactions::command::{CommandModel, CreateCommand};

/// Action of the button that deletes.
const DELETE: &str = "item-delete";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(item);
    dispatch.autocomplete(complete);
    dispatch.button(DELETE, Later::Update, delete);
    listing::add(dispatch);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "item",
    desc = "What can be submitted, and for how many points",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Item {
    #[command(name = "create")]
    Create(Create),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "delete")]
    Delete(Delete),
    #[command(name = "list")]
    List(List),
    #[command(name = "set")]
    Set(Set),
    #[command(name = "unset")]
    Unset(Unset),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "create", desc = "Make something that can be submitted")]
struct Create {
    /// How it is called, such as Race finished
    #[command(min_length = 1, max_length = 60)]
    name: String,
    /// What counts as one
    #[command(min_length = 1, max_length = 200)]
    description: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "edit", desc = "Change the name or description of an item")]
struct Edit {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    item: String,
    /// How it is called
    #[command(min_length = 1, max_length = 60)]
    name: Option<String>,
    /// What counts as one
    #[command(min_length = 1, max_length = 200)]
    description: Option<String>,
    /// Take the description away
    clear_description: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "delete",
    desc = "Delete an item that was never submitted; you are asked once more"
)]
struct Delete {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    item: String,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "list",
    desc = "All items, or those of a season with their points"
)]
struct List {
    /// Of which season; all items unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "set", desc = "Take an item into a season, or change its worth")]
struct Set {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    item: String,
    /// What one is worth
    #[command(min_value = 1, max_value = 1_000_000)]
    points: i64,
    /// How many one submission may hold
    #[command(min_value = 1, max_value = 10_000)]
    max_quantity: Option<i64>,
    /// How many a member may submit in a day (UTC)
    #[command(min_value = 1, max_value = 1_000_000)]
    max_per_day: Option<i64>,
    /// In which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "unset",
    desc = "Take an item out of a season; what was submitted stays"
)]
struct Unset {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    item: String,
    /// Of which season; the current one unless told
    #[command(autocomplete = true, max_length = 100)]
    season: Option<String>,
}

async fn item(call: Call, options: Item) -> Outcome {
    let reply = match options {
        Item::Create(options) => create(&call, options).await?,
        Item::Edit(options) => edit(&call, options).await?,
        Item::Delete(Delete { item }) => ask_to_delete(&call, &item).await?,
        Item::List(List { season }) => listing::first(&call, season.as_deref()).await?,
        Item::Set(options) => set(&call, options).await?,
        Item::Unset(options) => unset(&call, options).await?,
    };
    Ok(reply.into())
}

/// Only `/item unset` is about the items that a season takes.
async fn complete(call: Call, typed: Typed) -> Choices {
    match (typed.option.as_str(), typed.subcommand.as_str()) {
        ("item", "unset") => suggestions::season_items(&call, &typed).await,
        ("item", _) => suggestions::items(&call, &typed).await,
        _ => suggestions::seasons(&call, &typed).await,
    }
}

async fn create(call: &Call, options: Create) -> Result<Reply, Failure> {
    let new = CreateItem {
        name: options.name,
        description: options.description,
    };
    Ok(texts::created(&call.write().create_item(&new).await?))
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let item = picked(&options.item)?;
    let description = match (options.description, options.clear_description) {
        (Some(_), Some(true)) => {
            return Err(Failure::Mistake(texts::DESCRIBED_AND_NOT.to_owned()));
        }
        (None, Some(true)) => Some(None),
        (description, _) => description.map(Some),
    };
    let changes = UpdateItem {
        name: options.name,
        description,
    };
    if changes == UpdateItem::default() {
        return Err(Failure::Mistake(NOTHING_TO_CHANGE.to_owned()));
    }
    let item = call.write().update_item(item, &changes).await?;
    Ok(texts::changed(&item))
}

async fn ask_to_delete(call: &Call, item: &str) -> Result<Reply, Failure> {
    let item = call.api.get_item(picked(item)?).await?;
    let question = texts::delete_question(&item);
    let id = item.id.to_string();
    Ok(ask::confirm(question, "Delete it", DELETE, &[&id]))
}

async fn delete(call: Call, pressed: Pressed) -> Outcome {
    let item = custom_id::argument(&pressed.arguments, 0)?;
    // For its name, which is gone afterwards.
    let item = call.api.get_item(item).await?;
    call.write().delete_item(item.id).await?;
    Ok(Answer::Update(texts::deleted(&item)))
}

async fn set(call: &Call, options: Set) -> Result<Reply, Failure> {
    let season = super::season(call, options.season.as_deref()).await?;
    let item = picked(&options.item)?;
    let worth = SetSeasonItem {
        points: positive(options.points),
        max_quantity: options.max_quantity.map(positive),
        max_per_day: options.max_per_day.map(positive),
    };
    let item = call
        .write()
        .set_season_item(season.id, item, &worth)
        .await?;
    Ok(texts::set(&season, &item))
}

async fn unset(call: &Call, options: Unset) -> Result<Reply, Failure> {
    let season = super::season(call, options.season.as_deref()).await?;
    let item = suggest::picked(&options.item, texts::ONE)?;
    let item = call.api.get_item(item).await?;
    call.write().remove_season_item(season.id, item.id).await?;
    Ok(texts::unset(&season, &item))
}

/// Of all items, whichever season takes them.
fn picked(item: &str) -> Result<ItemId, Failure> {
    suggest::picked(item, texts::ANY)
}

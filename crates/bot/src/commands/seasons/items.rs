//! `/item`: what can be submitted, and what it is worth in a season.

use crate::{commands::prelude::*, replies::seasons::items as texts};
use api::{
    DailyLimit, Description, ItemPoints, Name, Quantity,
    seasons::{CreateItem, Item, Season, SeasonItem, SetSeasonItem, UpdateItem},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, item);
    dispatch.confirmation(&DELETE);
    dispatch.list(&ITEMS);
    dispatch.list(&OF_SEASON);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "item", desc = "What can be submitted, and for how many points")]
enum ItemCommand {
    #[command(name = "create")]
    Create(Create),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "delete")]
    Delete(Delete),
    #[command(name = "list")]
    List(ListItems),
    #[command(name = "set")]
    Set(Set),
    #[command(name = "unset")]
    Unset(Unset),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "create", desc = "Create something that can be submitted")]
struct Create {
    /// Name, such as Race finished
    name: Text<Name>,
    /// What counts as one
    description: Option<Text<Description>>,
    /// What another program calls it
    external_id: Option<Text<Name>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "edit", desc = "Change the name or description of an item")]
struct Edit {
    /// Item
    item: Picked<Item>,
    /// New name
    name: Option<Text<Name>>,
    /// What counts as one
    description: Option<Text<Description>>,
    /// Remove the description
    clear_description: Option<bool>,
    /// What another program calls it
    external_id: Option<Text<Name>>,
    /// Remove the external id
    clear_external_id: Option<bool>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "delete",
    desc = "Delete an item that was never submitted; asks for confirmation"
)]
struct Delete {
    /// Item
    item: Picked<Item>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "list",
    desc = "All items, or those of a season with their points"
)]
struct ListItems {
    /// Season; all items by default
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "set", desc = "Add an item to a season, or change its points")]
struct Set {
    /// Item
    item: Picked<Item>,
    /// Points for one
    points: Num<ItemPoints>,
    /// Maximum quantity of one submission
    max_quantity: Option<Num<Quantity>>,
    /// Maximum quantity per member and day
    max_per_day: Option<Num<DailyLimit>>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "unset",
    desc = "Remove an item from a season; what was submitted stays"
)]
struct Unset {
    /// Item
    item: Picked<SeasonItem>,
    /// Season; defaults to the current one
    season: Option<Picked<Season>>,
}

const ITEMS: List<(), Item> = List {
    action: "items",
    size: |()| 10,
    rows: |call, (), page| Box::pin(async move { call.api.list_items(&page).await }),
    title: |()| texts::TITLE.into(),
    empty: |()| texts::NONE.into(),
    line: texts::line,
};

const OF_SEASON: List<Season, SeasonItem> = List {
    action: "season-items",
    size: |_| 10,
    rows: |call, season, page| {
        Box::pin(async move { call.api.list_season_items(season.id, &page).await })
    },
    title: texts::season_title,
    empty: texts::none_in,
    line: texts::worth_line,
};

const DELETE: Confirmation<Item> = Confirmation {
    action: "item-delete",
    label: "Delete it",
    perform: |call, item| {
        Box::pin(async move {
            call.write().delete_item(item.id).await?;
            Ok(texts::deleted(item))
        })
    },
};

async fn item(call: Call, options: ItemCommand) -> Outcome {
    let reply = match options {
        ItemCommand::Create(options) => create(&call, options).await?,
        ItemCommand::Edit(options) => edit(&call, options).await?,
        ItemCommand::Delete(Delete { item }) => {
            let item = call.api.get_item(item.id()?).await?;
            if item.submitted {
                return Err(Failure::Mistake(texts::IN_USE.to_owned()));
            }
            DELETE.ask(texts::delete_question(&item), &item)
        }
        ItemCommand::List(ListItems { season: None }) => ITEMS.first(&call, &()).await?,
        ItemCommand::List(ListItems {
            season: Some(season),
        }) => OF_SEASON.first(&call, &season.get(&call).await?).await?,
        ItemCommand::Set(options) => set(&call, options).await?,
        ItemCommand::Unset(options) => unset(&call, options).await?,
    };
    Ok(reply.into())
}

async fn create(call: &Call, options: Create) -> Result<Reply, Failure> {
    let new = CreateItem {
        name: options.name.0,
        description: options.description.map(|it| it.0),
        external_id: options.external_id.map(|it| it.0),
    };
    Ok(texts::created(&call.write().create_item(&new).await?))
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let item = options.item.id()?;
    let description = options.description.map(|it| it.0);
    let changes = some_change(UpdateItem {
        name: options.name.map(|it| it.0),
        description: set_or_clear(
            description,
            options.clear_description,
            texts::DESCRIBED_AND_NOT,
        )?,
        external_id: set_or_clear(
            options.external_id.map(|it| it.0),
            options.clear_external_id,
            texts::CALLED_AND_NOT,
        )?,
    })?;
    let item = call.write().update_item(item, &changes).await?;
    Ok(texts::changed(&item))
}

async fn set(call: &Call, options: Set) -> Result<Reply, Failure> {
    let season = super::season(call, options.season).await?;
    let worth = SetSeasonItem {
        points: options.points.0,
        max_quantity: options.max_quantity.map(|it| it.0),
        max_per_day: options.max_per_day.map(|it| it.0),
    };
    let item = call
        .write()
        .set_season_item(season.id, options.item.id()?, &worth)
        .await?;
    Ok(texts::set(&season, &item))
}

async fn unset(call: &Call, options: Unset) -> Result<Reply, Failure> {
    let season = super::season(call, options.season).await?;
    let item = call.api.get_item(options.item.id()?).await?;
    call.write().remove_season_item(season.id, item.id).await?;
    Ok(texts::unset(&season, &item))
}

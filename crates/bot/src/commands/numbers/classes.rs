//! `/numbers class-…`: classes of cars, each with numbers of its own.

use crate::{commands::prelude::*, replies::numbers::classes as texts};
use api::{
    CarNumberValue, Name, NumberClassId,
    numbers::{CreateNumberClass, NumberClass, UpdateNumberClass},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.list(&CLASSES);
    dispatch.confirmation(&DELETE);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "class-create",
    desc = "Create a class of cars with numbers of its own"
)]
pub(super) struct Create {
    /// Name, such as GT3
    name: Text<Name>,
    /// Lowest number; defaults to that of the server
    min: Option<Num<CarNumberValue>>,
    /// Highest number; defaults to that of the server
    max: Option<Num<CarNumberValue>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "class-edit",
    desc = "Change a class; numbers outside a new range stay with their holders"
)]
pub(super) struct Edit {
    /// Class of cars
    class: Picked<NumberClass>,
    /// New name
    name: Option<Text<Name>>,
    /// Lowest number
    min: Option<Num<CarNumberValue>>,
    /// Highest number
    max: Option<Num<CarNumberValue>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "class-delete",
    desc = "Delete a class in which nobody holds a number; asks for confirmation"
)]
pub(super) struct Delete {
    /// Class of cars
    class: Picked<NumberClass>,
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "class-list", desc = "Every class, oldest first")]
pub(super) struct ListClasses {}

const CLASSES: List<(), NumberClass> = List {
    action: "number-classes",
    size: |()| 10,
    rows: |call, (), page| Box::pin(async move { call.api.list_number_classes(&page).await }),
    title: |()| texts::TITLE.into(),
    empty: |()| texts::NONE.into(),
    line: texts::line,
};

const DELETE: Confirmation<NumberClassId> = Confirmation {
    action: "number-class-delete",
    label: "Delete it",
    perform: |call, class| {
        Box::pin(async move {
            call.write().delete_number_class(*class).await?;
            Ok(Reply::text(texts::DELETED))
        })
    },
};

pub(super) async fn create(call: &Call, options: Create) -> Result<Reply, Failure> {
    let new = CreateNumberClass {
        name: options.name.0,
        number_min: options.min.map(|it| it.0),
        number_max: options.max.map(|it| it.0),
    };
    Ok(texts::created(
        &call.write().create_number_class(&new).await?,
    ))
}

pub(super) async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let class = options.class.id()?;
    let changes = some_change(UpdateNumberClass {
        name: options.name.map(|it| it.0),
        number_min: options.min.map(|it| it.0),
        number_max: options.max.map(|it| it.0),
    })?;
    let class = call.write().update_number_class(class, &changes).await?;
    Ok(texts::changed(&class))
}

/// There is no operation that reads one class; of the few there are, the picked one is found.
pub(super) async fn delete(call: &Call, options: &Delete) -> Result<Reply, Failure> {
    let id = options.class.id()?;
    let classes = call.api.list_number_classes(&pages::all()).await?;
    let class = classes.items.iter().find(|class| class.id == id);
    Ok(DELETE.ask(texts::delete_question(class), &id))
}

pub(super) async fn list(call: &Call) -> Result<Reply, Failure> {
    CLASSES.first(call, &()).await
}

//! Car numbers: claiming and releasing, what is free, trades, the wait list, and what admins do.
//!
//! An option `class` that is left out means the only class, or none, or the one in which the number is
//! held; the API answers which there are where it has to be given.

mod admin;
mod available;
mod check;
mod claim;
mod classes;
mod files;
mod mine;
mod options;
mod release;
mod reserve;
mod roster;
mod suggestions;
mod trade;
mod trade_buttons;
mod waitlist;

use super::prelude::*;
use api::{NumberClassId, numbers::NumberClass};

pub(super) fn add(dispatch: &mut Dispatch) {
    claim::add(dispatch);
    release::add(dispatch);
    mine::add(dispatch);
    check::add(dispatch);
    roster::add(dispatch);
    available::add(dispatch);
    trade::add(dispatch);
    trade_buttons::add(dispatch);
    waitlist::add(dispatch);
    files::add(dispatch);
    admin::add(dispatch);
    reserve::add(dispatch);
    dispatch.command(Audience::Managers, numbers);
    classes::add(dispatch);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "numbers", desc = "Classes, seasons and files of car numbers")]
enum Numbers {
    #[command(name = "class-create")]
    CreateClass(classes::Create),
    #[command(name = "class-edit")]
    EditClass(classes::Edit),
    #[command(name = "class-delete")]
    DeleteClass(classes::Delete),
    #[command(name = "class-list")]
    ListClasses(classes::ListClasses),
    #[command(name = "import")]
    Import(files::Import),
    #[command(name = "newseason")]
    NewSeason(admin::NewSeason),
    #[command(name = "roster-upload")]
    UploadRoster(super::league::Upload),
}

async fn numbers(call: Call, options: Numbers) -> Outcome {
    let reply = match options {
        Numbers::CreateClass(options) => classes::create(&call, options).await?,
        Numbers::EditClass(options) => classes::edit(&call, options).await?,
        Numbers::DeleteClass(options) => classes::delete(&call, &options).await?,
        Numbers::ListClasses(classes::ListClasses {}) => classes::list(&call).await?,
        Numbers::Import(options) => files::import(&call, &options).await?,
        Numbers::NewSeason(options) => admin::new_season(&options),
        Numbers::UploadRoster(options) => super::league::upload(&call, &options).await?,
    };
    Ok(reply.into())
}

/// The picked class, where one was picked.
fn class_id(picked: Option<&Picked<NumberClass>>) -> Result<Option<NumberClassId>, Failure> {
    picked.map(Picked::id).transpose()
}

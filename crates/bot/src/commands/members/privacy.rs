//! `/privacy`: a copy of everything that is kept about the member, or its erasure.

use crate::{
    answer::{Answer, Reply},
    call::Call,
    commands::ask,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    replies::members as texts,
};
use twilight_interactions::command::{CommandModel, CreateCommand};

/// Action of the button that erases.
const ERASE: &str = "erase";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(privacy);
    dispatch.button(ERASE, Later::Update, erase);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "privacy",
    desc = "What Paddock keeps about you",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum Privacy {
    #[command(name = "export")]
    Export(Export),
    #[command(name = "delete")]
    Delete(Delete),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "export", desc = "A copy of everything, as a file")]
struct Export {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "delete", desc = "Erase everything; you are asked once more")]
struct Delete {}

async fn privacy(call: Call, options: Privacy) -> Outcome {
    match options {
        Privacy::Export(Export {}) => export(call).await,
        Privacy::Delete(Delete {}) => {
            Ok(ask::confirm(texts::ERASE_QUESTION, "Erase everything", ERASE, &[]).into())
        }
    }
}

async fn export(call: Call) -> Outcome {
    let export = call.api.export_me().await?;
    let file = serde_json::to_vec_pretty(&export).expect("an export is plain JSON");
    Ok(Reply::text(texts::EXPORTED)
        .with_file("paddock-export.json", file)
        .into())
}

async fn erase(call: Call, _: Pressed) -> Outcome {
    call.write().delete_me().await?;
    Ok(Answer::Update(Reply::text(texts::ERASED)))
}

//! `/privacy`: a copy of everything that Paddock stores about the member, or its erasure.

use crate::{commands::prelude::*, replies::members as texts};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, privacy);
    dispatch.confirmation(&ERASE);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "privacy", desc = "What Paddock stores about you")]
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
#[command(name = "delete", desc = "Erase everything; asks for confirmation")]
struct Delete {}

const ERASE: Confirmation<()> = Confirmation {
    action: "erase",
    label: "Erase everything",
    perform: |call, ()| {
        Box::pin(async move {
            call.write().delete_me().await?;
            Ok(Reply::text(texts::ERASED))
        })
    },
};

async fn privacy(call: Call, options: Privacy) -> Outcome {
    match options {
        Privacy::Export(Export {}) => export(call).await,
        Privacy::Delete(Delete {}) => {
            let stored = call.api.export_me().await?;
            Ok(ERASE.ask(texts::erase_question(&stored), &()).into())
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

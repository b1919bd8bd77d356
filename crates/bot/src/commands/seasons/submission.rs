//! `/submission`: what admins do with one submission.

use super::{positive, suggestions};
use crate::{
    answer::{Answer, Failure, Reply},
    call::Call,
    commands::{ask, manage_server, suggest},
    custom_id,
    dispatch::{Dispatch, Later, Outcome, Pressed},
    replies::{
        NOTHING_TO_CHANGE,
        seasons::{items, submissions as texts},
    },
};
use paddock_api_types::{SubmissionId, submissions::UpdateSubmission};
use twilight_interactions::command::{CommandModel, CreateCommand};
use twilight_model::id::{Id, marker::UserMarker};

/// Action of the button that deletes.
const DELETE: &str = "submission-delete";

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(submission);
    dispatch.autocomplete(suggestions::complete);
    dispatch.button(DELETE, Later::Update, delete);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "submission",
    desc = "One submission, whoever handed it in",
    default_permissions = "manage_server",
    contexts = "guild",
    integration_types = "guild_install"
)]
enum OneSubmission {
    #[command(name = "show")]
    Show(Show),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "delete")]
    Delete(Delete),
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "show", desc = "How a submission stands, and decide about it")]
struct Show {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    submission: String,
    /// Suggests only those of this member
    #[expect(dead_code, reason = "only suggestions read it")]
    member: Option<Id<UserMarker>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "edit",
    desc = "Change a submission, and the points it counted for"
)]
struct Edit {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    submission: String,
    /// Another item, at what it is worth now
    #[command(autocomplete = true, max_length = 100)]
    item: Option<String>,
    /// Another quantity
    #[command(min_value = 1, max_value = 10_000)]
    quantity: Option<i64>,
    /// Why, for the record
    #[command(min_length = 1, max_length = 400)]
    reason: Option<String>,
    /// Suggests only those of this member
    #[expect(dead_code, reason = "only suggestions read it")]
    member: Option<Id<UserMarker>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "delete",
    desc = "Delete a submission and take its points back; you are asked once more"
)]
struct Delete {
    /// Which
    #[command(autocomplete = true, max_length = 100)]
    submission: String,
    /// Suggests only those of this member
    #[expect(dead_code, reason = "only suggestions read it")]
    member: Option<Id<UserMarker>>,
}

async fn submission(call: Call, options: OneSubmission) -> Outcome {
    let reply = match options {
        OneSubmission::Show(Show { submission, .. }) => {
            let submission = call.api.get_submission(picked(&submission)?).await?;
            texts::review(&submission)
        }
        OneSubmission::Edit(options) => edit(&call, options).await?,
        OneSubmission::Delete(Delete { submission, .. }) => {
            ask_to_delete(&call, &submission).await?
        }
    };
    Ok(reply.into())
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let submission = picked(&options.submission)?;
    let item = options.item.as_deref();
    let changes = UpdateSubmission {
        item_id: item
            .map(|item| suggest::picked(item, items::ONE))
            .transpose()?,
        quantity: options.quantity.map(positive),
        reason: options.reason,
        ..UpdateSubmission::default()
    };
    if changes.item_id.is_none() && changes.quantity.is_none() {
        return Err(Failure::Mistake(NOTHING_TO_CHANGE.to_owned()));
    }
    let result = call.write().update_submission(submission, &changes).await?;
    Ok(texts::edited(&result))
}

async fn ask_to_delete(call: &Call, submission: &str) -> Result<Reply, Failure> {
    let submission = call.api.get_submission(picked(submission)?).await?;
    let question = texts::delete_question(&submission);
    let id = submission.id.to_string();
    Ok(ask::confirm(question, "Delete it", DELETE, &[&id]))
}

async fn delete(call: Call, pressed: Pressed) -> Outcome {
    let submission = custom_id::argument(&pressed.arguments, 0)?;
    let result = call.write().delete_submission(submission).await?;
    Ok(Answer::Update(texts::deleted(&result)))
}

fn picked(submission: &str) -> Result<SubmissionId, Failure> {
    suggest::picked(submission, texts::ONE)
}

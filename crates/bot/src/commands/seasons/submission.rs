//! `/submission`: what admins do with one submission.

use crate::{commands::prelude::*, replies::seasons::submissions as texts};
use api::{
    Quantity, Reason, SubmissionId,
    seasons::SeasonItem,
    submissions::{Submission, UpdateSubmission},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Managers, submission);
    dispatch.confirmation(&DELETE);
}

#[derive(CommandModel, CreateCommand)]
#[command(name = "submission", desc = "A single submission of any member")]
enum SubmissionCommand {
    #[command(name = "show")]
    Show(Show),
    #[command(name = "edit")]
    Edit(Edit),
    #[command(name = "delete")]
    Delete(Delete),
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "show",
    desc = "Show the state of a submission, and decide about it"
)]
struct Show {
    /// Submission
    submission: Picked<Submission>,
    /// Suggest only submissions of this member
    #[expect(dead_code, reason = "only suggestions read it")]
    member: Option<Id<UserMarker>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "edit",
    desc = "Change a submission, and the points it counted for"
)]
struct Edit {
    /// Submission
    submission: Picked<Submission>,
    /// New item, at its current points
    item: Option<Picked<SeasonItem>>,
    /// New quantity
    quantity: Option<Num<Quantity>>,
    /// Reason, for the record
    reason: Option<Text<Reason>>,
    /// Suggest only submissions of this member
    #[expect(dead_code, reason = "only suggestions read it")]
    member: Option<Id<UserMarker>>,
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "delete",
    desc = "Delete a submission and take its points back; asks for confirmation"
)]
struct Delete {
    /// Submission
    submission: Picked<Submission>,
    /// Suggest only submissions of this member
    #[expect(dead_code, reason = "only suggestions read it")]
    member: Option<Id<UserMarker>>,
}

const DELETE: Confirmation<SubmissionId> = Confirmation {
    action: "submission-delete",
    label: "Delete it",
    perform: |call, submission| {
        Box::pin(async move {
            let result = call.write().delete_submission(*submission).await?;
            Ok(texts::deleted(&result))
        })
    },
};

async fn submission(call: Call, options: SubmissionCommand) -> Outcome {
    let reply = match options {
        SubmissionCommand::Show(Show { submission, .. }) => {
            texts::review(&call.api.get_submission(submission.id()?).await?)
        }
        SubmissionCommand::Edit(options) => edit(&call, options).await?,
        SubmissionCommand::Delete(Delete { submission, .. }) => {
            let submission = call.api.get_submission(submission.id()?).await?;
            DELETE.ask(texts::delete_question(&submission), &submission.id)
        }
    };
    Ok(reply.into())
}

async fn edit(call: &Call, options: Edit) -> Result<Reply, Failure> {
    let submission = options.submission.id()?;
    let changes = some_change(UpdateSubmission {
        item_id: options.item.map(|item| item.id()).transpose()?,
        quantity: options.quantity.map(|it| it.0),
        ..UpdateSubmission::default()
    })?;
    // A reason alone changes nothing.
    let changes = UpdateSubmission {
        reason: options.reason.map(|it| it.0),
        ..changes
    };
    let result = call.write().update_submission(submission, &changes).await?;
    Ok(texts::edited(&result))
}

//! The status board: a message in a channel that says who of the staff is there.
//!
//! A job compares each board with the roster once a minute, and has its message changed where that
//! differs. As long as an earlier change is under way, or has failed so that an admin sees it in the
//! checkup, it asks for no other.

use super::{roster, sight, sync::limitation};
use crate::context::Context;
use crate::db::{Error, Reading, Transaction};
use crate::effects::service::{self as effects, PostState};
use crate::operation::Operation;
use crate::requirements::{POSTING, RequiredChannel, Requirements};
use crate::staff::model::StaffError;
use crate::staff::model::board::{self, Board};
use crate::staff::store;
use paddock_api_types::ChannelId;
use paddock_api_types::effects::{EffectAction, Notice};

/// Whether any board is to be compared with the roster.
pub(crate) async fn boards_have_work(ctx: &Context) -> Result<bool, Error> {
    let due = store::boards::due(&ctx.db, ctx.now()).await?;
    Ok(!due.is_empty())
}

/// Has boards say what the roster says now. A job.
pub(crate) async fn show_boards(ctx: &Context) -> Result<(), StaffError> {
    let mut outcome = Ok(());
    for board in store::boards::due(&ctx.db, ctx.now()).await? {
        // One that fails must not hold up the others.
        outcome = outcome.and(show(ctx, &board).await);
    }
    outcome
}

async fn show(ctx: &Context, board: &Board) -> Result<(), StaffError> {
    let op = &Operation::system(ctx, board.guild_id);
    op.write(|mut tx| async move {
        if store::boards::look(&mut tx, board, op.at).await? {
            bring_up_to_date(&mut tx, op, board).await?;
        }
        Ok(op.commit(tx, ()).await?)
    })
    .await
}

async fn bring_up_to_date(
    tx: &mut Transaction,
    op: &Operation,
    board: &Board,
) -> Result<(), Error> {
    let (guild, post) = (board.guild_id, board.post.clone());
    let state = effects::post_state(&mut *tx, guild, &post).await?;
    let reading = &mut Reading::Within(&mut *tx);
    let members = roster::shown_all(reading, guild, op.at).await?;
    let members: Vec<_> = members.into_iter().map(|(_, member)| member).collect();
    let sight = sight(reading, op.at, &[]).await?;
    let said = board::board(&members, limitation(&sight));
    let notice = Notice::StaffBoard {
        board: Box::new(said),
    };
    let digest = board::digest(&notice);
    let action = match state {
        PostState::Unsettled => return Ok(()),
        PostState::Posted if board.digest.as_ref() == Some(&digest) => return Ok(()),
        PostState::Posted => EffectAction::EditMessage { post, notice },
        // Not posted yet, or deleted by somebody.
        PostState::Absent => EffectAction::SendMessage {
            channel_id: board.channel_id,
            notice,
            post: Some(post),
            mention: None,
        },
    };
    store::boards::say(tx, board, &digest).await?;
    effects::emit(tx, op, &action).await
}

/// Has the board be in another channel, or in none, within the transaction that sets this.
pub(super) async fn move_board(
    tx: &mut Transaction,
    op: &Operation,
    channel: Option<ChannelId>,
) -> Result<(), Error> {
    if let Some(before) = store::boards::lookup(&mut *tx, op.guild()).await? {
        store::boards::delete(tx, op.guild()).await?;
        let action = EffectAction::DeleteMessage { post: before.post };
        effects::emit(tx, op, &action).await?;
    }
    let Some(channel_id) = channel else {
        return Ok(());
    };
    let id: i64 = op.ctx.next_id();
    let board = Board {
        guild_id: op.guild(),
        post: format!("staff-board:{id}"),
        channel_id,
        digest: None,
        looked_at: None,
    };
    store::boards::insert(tx, &board).await
}

/// What the board needs in Discord.
pub(crate) async fn requirements(op: &Operation) -> Result<Requirements, Error> {
    let stored = store::settings::lookup(&op.ctx.db, op.guild()).await?;
    let (chosen, _) = stored.unwrap_or_default();
    let channels = chosen.board_channel_id.map(|channel| RequiredChannel {
        name: "Staff board",
        channel: Some(channel),
        permissions: POSTING,
    });
    Ok(Requirements {
        channels: channels.into_iter().collect(),
        ..Requirements::default()
    })
}

//! A member's connected iRacing account: `/connect`, `/disconnect`, `/sessions`, `/syncsessions`.

use crate::{commands::prelude::*, replies::iracing as texts};
use api::{
    Page,
    iracing::{DrivenSession, ListDrivenSessionsQuery},
};

pub(super) fn add(dispatch: &mut Dispatch) {
    dispatch.command(Audience::Everyone, connect);
    dispatch.command(Audience::Everyone, disconnect);
    dispatch.command(Audience::Everyone, sessions);
    dispatch.command(Audience::Everyone, syncsessions);
    dispatch.list(&SESSIONS);
    dispatch.confirmation(&DISCONNECT);
}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "connect",
    desc = "Connect your iRacing account, or see how it stands"
)]
struct Connect {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "disconnect", desc = "Disconnect your iRacing account")]
struct Disconnect {}

#[derive(CommandModel, CreateCommand)]
#[command(
    name = "sessions",
    desc = "League and hosted sessions that you drove in"
)]
struct Sessions {}

#[derive(CommandModel, CreateCommand)]
#[command(name = "syncsessions", desc = "Read your sessions from iRacing now")]
struct SyncSessions {}

const DISCONNECT: Confirmation<()> = Confirmation {
    action: "iracing-disconnect",
    label: "Disconnect",
    perform: |call, ()| {
        Box::pin(async move {
            call.write().disconnect_iracing().await?;
            Ok(Reply::text(texts::DISCONNECTED))
        })
    },
};

const SESSIONS: List<(), DrivenSession> = List {
    action: "driven-sessions",
    size: |()| 10,
    rows: |call, (), page| {
        Box::pin(async move {
            // This list goes by numbers, so the cursor is how many come before.
            let before = page.cursor.and_then(|cursor| cursor.parse().ok());
            let query = ListDrivenSessionsQuery {
                limit: page.limit,
                offset: before,
            };
            let part = call.api.list_driven_sessions(&query).await?;
            let shown = u32::try_from(part.sessions.len()).unwrap_or(u32::MAX);
            let next = part.offset.saturating_add(shown);
            Ok(Page {
                items: part.sessions,
                next_cursor: (next < part.total).then(|| next.to_string()),
            })
        })
    },
    title: |()| texts::SESSIONS.into(),
    empty: |()| texts::NO_SESSIONS.into(),
    line: texts::session,
};

async fn connect(call: Call, _: Connect) -> Outcome {
    let status = call.api.get_iracing_status().await?;
    let invitation = call.write().invite_to_iracing().await?;
    let button = custom_id::link("Connect iRacing", &invitation.url);
    Ok(texts::connect(&status, &invitation, button).into())
}

async fn disconnect(call: Call, _: Disconnect) -> Outcome {
    let status = call.api.get_iracing_status().await?;
    let reply = if status.connected {
        DISCONNECT.ask(texts::ask_to_disconnect(&status), &())
    } else {
        Reply::text(texts::NOT_CONNECTED)
    };
    Ok(reply.into())
}

async fn sessions(call: Call, _: Sessions) -> Outcome {
    Ok(SESSIONS.first(&call, &()).await?.into())
}

/// Without a key for repetitions: each try asks iRacing.
async fn syncsessions(call: Call, _: SyncSessions) -> Outcome {
    Ok(texts::synced(&call.api.sync_iracing().await?).into())
}

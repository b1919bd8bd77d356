//! Joining seasons, and who has joined.

use super::notices::write_to;
use super::points::ensure_joined;
use super::{caller, season, verified_member};
use crate::db::{Error, Source};
use crate::guilds;
use crate::operation::Operation;
use crate::page::PageRequest;
use crate::seasons::model::SeasonError;
use crate::seasons::store;
use paddock_api_types::effects::Notice;
use paddock_api_types::points::Participant;
use paddock_api_types::{GuildId, Page, SeasonId, UserId};

/// Joins the caller. Joining again changes nothing.
pub(crate) async fn join(op: &Operation, id: SeasonId) -> Result<Participant, SeasonError> {
    enroll(op, id, caller(op)?).await
}

/// Joins a verified member: the caller, or somebody whom an admin names.
pub(crate) async fn enroll(
    op: &Operation,
    id: SeasonId,
    user: UserId,
) -> Result<Participant, SeasonError> {
    op.write(|mut tx| async move {
        let season = season(&mut tx, op, id).await?;
        season.must_be_open(op.at)?;
        let mut member = verified_member(&mut tx, op, user).await?;
        let (standing, is_new) = ensure_joined(&mut tx, op, &season, &mut member).await?;
        let by = op.actor.user_id;
        if is_new && by != Some(user) {
            let notice = |guild_name| Notice::Enrolled {
                guild_name,
                season: Box::new(season.into_wire(op.at)),
                by,
            };
            let settings = guilds::service::settings(&mut tx, op.guild()).await?;
            write_to(&mut tx, op, &settings, &member, notice).await?;
        }
        let participant = Participant {
            user_id: user,
            display_name: member.display_name,
            points: standing.points,
            listed: standing.listed,
            joined_at: standing.joined_at,
        };
        Ok(op.commit_about(tx, user, participant).await?)
    })
    .await
}

/// Participants, in the order in which they joined.
pub(crate) async fn participants(
    op: &Operation,
    id: SeasonId,
    page: PageRequest<2>,
) -> Result<Page<Participant>, SeasonError> {
    season(&op.ctx.db, op, id).await?;
    let rows = store::standings::participants(&op.ctx.db, op.guild(), id, page).await?;
    Ok(page.page(rows, |participant| {
        [
            participant.joined_at.as_millisecond(),
            participant.user_id.get(),
        ]
    }))
}

/// Whether a member has joined, for a rule of another capability.
pub(crate) async fn has_joined<'s>(
    from: impl Source<'s>,
    guild: GuildId,
    season: SeasonId,
    user: UserId,
) -> Result<bool, Error> {
    let standing = store::standings::lookup(from, guild, season, user).await?;
    Ok(standing.is_some())
}

//! What admins do with prizes: giving one, handing one over, and taking that back.

use super::awards::show;
use super::notices::write_to;
use super::{season, verified_member};
use crate::audit;
use crate::db::Transaction;
use crate::guilds;
use crate::members;
use crate::operation::Operation;
use crate::seasons::model::SeasonError;
use crate::seasons::model::ranks::{deserves, next_state};
use crate::seasons::store;
use crate::seasons::store::awards::Stored;
use paddock_api_types::effects::Notice;
use paddock_api_types::points::{Award, AwardState, DeliverAward, GiveAward, UpdateAward};
use paddock_api_types::seasons::Prize;
use paddock_api_types::{AwardId, PrizeId, SeasonId};

/// Gives a verified member a described prize that hangs on no rank, also after the season.
pub(crate) async fn give_award(
    op: &Operation,
    season_id: SeasonId,
    new: GiveAward,
) -> Result<Award, SeasonError> {
    let new = &new;
    op.write(|mut tx| async move {
        let season = season(&mut tx, op, season_id).await?;
        let mut member = verified_member(&mut tx, op, new.user_id).await?;
        // Of this and an erasure at the same time, one runs again.
        members::service::claim(&mut tx, op.guild(), &mut member).await?;
        let id: AwardId = op.ctx.next_id();
        let award = Award {
            id,
            season_id,
            season_name: season.name,
            rank_id: None,
            rank_name: None,
            prize: Prize {
                // Its own: nobody else can win it.
                id: PrizeId::new(id.get()).expect("ids are positive"),
                role_id: None,
                description: Some(new.description.to_string()),
            },
            user_id: member.user_id,
            display_name: member.display_name.clone(),
            state: AwardState::Waiting,
            awarded_at: op.at,
            delivered_at: None,
            delivered_by: None,
            note: None,
        };
        store::awards::insert_by_hand(&mut tx, op.guild(), &award).await?;
        audit::created(&mut tx, op, "award.given", &award).await?;
        let settings = guilds::service::settings(&mut tx, op.guild()).await?;
        show(&mut tx, op, &settings, &award, true).await?;
        let by = op.actor.user_id;
        if by != Some(member.user_id) {
            let notice = |guild_name| Notice::AwardGiven {
                guild_name,
                award: Box::new(award.clone()),
                by,
            };
            write_to(&mut tx, op, &settings, &member, notice).await?;
        }
        Ok(op.commit_about(tx, new.user_id, award).await?)
    })
    .await
}

/// Marks a described prize as handed over, also after the end of the season.
pub(crate) async fn deliver(
    op: &Operation,
    id: AwardId,
    delivery: DeliverAward,
) -> Result<Award, SeasonError> {
    let note = &delivery.note.map(String::from);
    op.write(|mut tx| async move {
        let mut stored = award(&mut tx, op, id).await?;
        must_wait(&stored.award)?;
        let before = stored.award.clone();
        stored.award.state = AwardState::Delivered;
        stored.award.delivered_at = Some(op.at);
        stored.award.delivered_by = op.actor.user_id;
        stored.award.note.clone_from(note);
        changed(&mut tx, op, "award.delivered", &before, &stored).await?;
        let award = stored.award;
        Ok(op.commit_about(tx, award.user_id, award).await?)
    })
    .await
}

/// Takes it back that a prize was handed over. It waits again, or is withdrawn where the member is no
/// longer entitled to it.
pub(crate) async fn undeliver(op: &Operation, id: AwardId) -> Result<Award, SeasonError> {
    op.write(|mut tx| async move {
        let mut stored = award(&mut tx, op, id).await?;
        must_be_delivered(&stored.award)?;
        let before = stored.award.clone();
        let deserved = is_deserved(&mut tx, op, &before).await?;
        let state = next_state(Some(AwardState::Waiting), false, deserved);
        stored.award.state = state.expect("an award that was won has a state");
        stored.award.delivered_at = None;
        stored.award.delivered_by = None;
        stored.award.note = None;
        changed(&mut tx, op, "award.undelivered", &before, &stored).await?;
        let award = stored.award;
        Ok(op.commit_about(tx, award.user_id, award).await?)
    })
    .await
}

/// Changes what was noted when a prize was handed over.
pub(crate) async fn update_award(
    op: &Operation,
    id: AwardId,
    update: UpdateAward,
) -> Result<Award, SeasonError> {
    let update = &update;
    op.write(|mut tx| async move {
        let mut stored = award(&mut tx, op, id).await?;
        must_be_delivered(&stored.award)?;
        let before = stored.award.clone();
        if let Some(note) = &update.note {
            stored.award.note = note.clone().map(Into::into);
        }
        if stored.award != before {
            changed(&mut tx, op, "award.updated", &before, &stored).await?;
        }
        let award = stored.award;
        Ok(op.commit_about(tx, award.user_id, award).await?)
    })
    .await
}

/// Takes back a prize that was given by hand and waits.
pub(crate) async fn take_award_back(op: &Operation, id: AwardId) -> Result<Award, SeasonError> {
    op.write(|mut tx| async move {
        let mut stored = award(&mut tx, op, id).await?;
        must_wait(&stored.award)?;
        if stored.award.rank_id.is_some() {
            return Err(SeasonError::AwardOfRank);
        }
        let before = stored.award.clone();
        stored.award.state = AwardState::Withdrawn;
        changed(&mut tx, op, "award.taken_back", &before, &stored).await?;
        let award = stored.award;
        Ok(op.commit_about(tx, award.user_id, award).await?)
    })
    .await
}

async fn award(tx: &mut Transaction, op: &Operation, id: AwardId) -> Result<Stored, SeasonError> {
    let stored = store::awards::lookup(tx, op.guild(), id).await?;
    stored.ok_or(SeasonError::AwardNotFound)
}

/// Saves what an admin changed of an award, and shows the admins how it stands.
async fn changed(
    tx: &mut Transaction,
    op: &Operation,
    action: &'static str,
    before: &Award,
    after: &Stored,
) -> Result<(), SeasonError> {
    store::awards::update(tx, op.guild(), after).await?;
    audit::changed(tx, op, action, before, &after.award).await?;
    let settings = guilds::service::settings(&mut *tx, op.guild()).await?;
    show(tx, op, &settings, &after.award, false).await
}

/// A role is owed or not, and is never handed over.
fn must_wait(award: &Award) -> Result<(), SeasonError> {
    match award.state {
        AwardState::Waiting => Ok(()),
        _ => Err(SeasonError::AwardNotWaiting {
            delivered_by: award.delivered_by,
        }),
    }
}

fn must_be_delivered(award: &Award) -> Result<(), SeasonError> {
    match award.state {
        AwardState::Delivered => Ok(()),
        _ => Err(SeasonError::AwardNotDelivered),
    }
}

/// Whether the member has the points for a prize, or was given it by hand. Claims the standing, so that
/// the points do not change meanwhile.
async fn is_deserved(
    tx: &mut Transaction,
    op: &Operation,
    award: &Award,
) -> Result<bool, SeasonError> {
    if award.rank_id.is_none() {
        return Ok(true);
    }
    let (guild, season, user) = (op.guild(), award.season_id, award.user_id);
    store::standings::touch(tx, guild, season, user).await?;
    let standing = store::standings::lookup(&mut *tx, guild, season, user).await?;
    let ladder = store::ranks::ladder(&mut *tx, guild, season).await?;
    let prizes = store::ranks::prizes(&mut *tx, guild, season).await?;
    let prize = prizes.iter().find(|prize| prize.id == award.prize.id);
    Ok(match (standing, prize) {
        (Some(standing), Some(prize)) => deserves(prize, &ladder, standing.points, false),
        _ => false,
    })
}

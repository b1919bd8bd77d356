//! Operations on seasons.

mod awards;
mod by_hand;
mod change;
mod export;
mod first_pages;
mod grant;
mod import;
mod items;
mod leaderboard;
mod names;
mod notices;
mod participation;
mod points;
mod privacy;
mod ranks;
mod requirements;
mod review;
mod schedule;
mod seasons;
mod submissions;
mod submit;
mod verify;

pub(crate) use awards::{has_work as awards_have_work, list_awards, sync_awards};
pub(crate) use by_hand::{deliver, give_award, take_award_back, undeliver, update_award};
pub(crate) use change::{delete as delete_submission, update as update_submission};
pub(crate) use export::{Table, export as export_table};
pub(crate) use first_pages::FirstPages;
pub(crate) use grant::{PointsGrant, grant_points};
pub(crate) use import::import;
pub(crate) use items::{
    create_item, delete_item, get_item, list_items, list_season_items, remove_season_item,
    set_season_item, update_item,
};
pub(crate) use leaderboard::{leaderboard, summary};
pub(crate) use names::names;
pub(crate) use participation::{enroll, has_joined, join, participants};
pub(crate) use points::{ByHand, Notify, adjust, give, latest_id, ledger};
pub(crate) use privacy::{erase, export_personal_data};
pub(crate) use ranks::{
    create_prize, create_rank, delete_prize, delete_rank, get_rank, list_prizes, list_ranks,
    update_prize, update_rank,
};
#[cfg(test)]
pub(crate) use requirements::prize_role;
pub(crate) use requirements::requirements;
pub(crate) use review::{approve, reject};
pub(crate) use schedule::{has_work as schedule_has_work, run_schedule};
pub(crate) use seasons::{
    clone_season, close, closing, create, current, delete, get, list, must_not_be_closed, status,
    update,
};
pub(crate) use submissions::{get as get_submission, list as list_submissions};
pub(crate) use submit::submit;
pub use verify::{Difference, verify};

pub(super) use awards::reconcile_roles;
pub(super) use points::set_listed;

use super::model::meant::{self, Candidate};
use super::model::{Season, SeasonError};
use super::store;
use crate::db::{Reading, Source, Transaction};
use crate::members::{self, Member};
use crate::operation::Operation;
use paddock_api_types::members::Level;
use paddock_api_types::{ItemId, SeasonId, UserId};

/// A season of the guild.
async fn season<'s>(
    from: impl Source<'s>,
    op: &Operation,
    id: SeasonId,
) -> Result<Season, SeasonError> {
    store::seasons::lookup(from, op.guild(), id)
        .await?
        .ok_or(SeasonError::NotFound)
}

/// The open season that is meant where none is named, by what this member has joined, if anybody, and
/// by what is to be submitted.
async fn meant(
    from: &mut Reading<'_>,
    op: &Operation,
    user: Option<UserId>,
    item: Option<ItemId>,
) -> Result<Season, SeasonError> {
    let open = store::seasons::open(&mut *from, op.guild(), op.at_ms()).await?;
    let is_only = open.len() == 1;
    let mut candidates = Vec::with_capacity(open.len());
    for season in open {
        let takes_item = match item.filter(|_| !is_only) {
            Some(item) => store::items::in_season(&mut *from, op.guild(), season.id, item).await?,
            None => None,
        };
        candidates.push((season, takes_item.is_some()));
    }
    meant_of(from, op, user, candidates).await
}

/// The same of those that are open, each with whether it takes what is to be submitted.
async fn meant_of(
    from: &mut Reading<'_>,
    op: &Operation,
    user: Option<UserId>,
    open: Vec<(Season, bool)>,
) -> Result<Season, SeasonError> {
    let guild = op.guild();
    if open.is_empty() {
        let next_starts_at = store::seasons::next_start(from, guild, op.at_ms()).await?;
        return Err(SeasonError::NoneOpen { next_starts_at });
    }
    // Mostly there is one, which needs no questions.
    let user = user.filter(|_| open.len() > 1);
    let mut candidates = Vec::with_capacity(open.len());
    for (season, takes_item) in open {
        let joined = match user {
            Some(user) => store::standings::lookup(&mut *from, guild, season.id, user).await?,
            None => None,
        };
        candidates.push(Candidate {
            season,
            takes_item,
            joined: joined.is_some(),
        });
    }
    meant::choose(candidates)
}

/// A verified member: the caller, or somebody whom an admin names.
async fn verified_member(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
) -> Result<Member, SeasonError> {
    let member = members::service::lookup(tx, op.guild(), user).await?;
    verified(op, user, member)
}

/// The same, by what was read of them.
fn verified(op: &Operation, user: UserId, member: Option<Member>) -> Result<Member, SeasonError> {
    let own = op.actor.user_id == Some(user);
    let member = member.ok_or(if own {
        SeasonError::NotRegistered
    } else {
        SeasonError::MemberNotFound
    })?;
    if member.is_verified() {
        Ok(member)
    } else {
        Err(SeasonError::MemberNotVerified)
    }
}

fn caller(op: &Operation) -> Result<UserId, SeasonError> {
    op.actor.user_id.ok_or(SeasonError::NotRegistered)
}

fn is_admin(op: &Operation) -> bool {
    op.actor.level >= Level::Admin
}

/// The member to read: the caller, or, for admins, the member they name.
fn whose(op: &Operation, asked: Option<UserId>) -> Result<UserId, SeasonError> {
    let own = caller(op)?;
    match asked {
        Some(user) if user != own && !is_admin(op) => Err(SeasonError::AdminsOnly),
        Some(user) => Ok(user),
        None => Ok(own),
    }
}

/// The member that a list is limited to: members see themselves, admins the member they name, or
/// everybody. A request for everybody by others is refused instead of silently narrowed.
fn filtered(
    op: &Operation,
    asked: Option<UserId>,
    everybody: Option<bool>,
) -> Result<Option<UserId>, SeasonError> {
    if is_admin(op) {
        Ok(asked)
    } else if everybody == Some(true) {
        Err(SeasonError::AdminsOnly)
    } else {
        whose(op, asked).map(Some)
    }
}

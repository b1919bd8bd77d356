//! Creating submissions, with the limits of their items.

use super::notices::write;
use super::points::{credit, credit_joining, ensure_joined, refusal};
use super::review::{ask_for_review, decided};
use super::submissions::{of_submission, record};
use super::{caller, is_admin, meant_of, verified, verified_member};
use crate::clock::{span_of_days, zone_or_utc};
use crate::db::{Reading, Transaction};
use crate::guilds;
use crate::ids;
use crate::members::{self, Member};
use crate::operation::Operation;
use crate::seasons::model::submissions::{self as rules, worth};
use crate::seasons::model::{Season, SeasonError};
use crate::seasons::store;
use crate::seasons::store::attempts::Attempt;
use crate::seasons::store::items::StoredWorth;
use crate::seasons::store::submissions::Day;
use jiff::Timestamp;
use paddock_api_types::guilds::GuildSettings;
use paddock_api_types::points::LedgerKind;
use paddock_api_types::seasons::SeasonItem;
use paddock_api_types::submissions::{
    CreateSubmission, Submission, SubmissionResult, SubmissionState,
};
use paddock_api_types::{ItemId, SeasonId, SubmissionId, UserId};

/// Creates a submission for the caller or, by an admin, for another member.
pub(crate) async fn submit(
    op: &Operation,
    new: CreateSubmission,
) -> Result<SubmissionResult, SeasonError> {
    let new = &CreateSubmission {
        proof_url: match &new.proof_url {
            Some(proof) => Some(rules::check_proof(proof)?),
            None => None,
        },
        ..new
    };
    let own = caller(op)?;
    let user = new.user_id.unwrap_or(own);
    if user != own && !is_admin(op) {
        return Err(SeasonError::AdminsOnly);
    }
    op.write(|mut tx| async move {
        let attempt = attempt(&mut tx, op, user, new).await?;
        let (season, item_id) = (attempt.season, new.item_id);
        season.must_be_open(op.at)?;
        let mut member = verified(op, user, attempt.member)?;
        let settings = guilds::service::or_defaults(attempt.settings);
        let approved = user != own || settings.auto_approve_submissions;
        let item = accepted(&mut tx, op, item_id, attempt.item).await?;
        rules::check_limit(&item, new.quantity.get())?;
        let needs_claim = !approved || item.max_per_day.is_some();
        if needs_claim && user != own {
            ensure_joined(&mut tx, op, &season, &mut member).await?;
        }
        if needs_claim
            && !store::standings::claim_if_open(&mut tx, op.guild(), season.id, user).await?
        {
            return Err(refusal(&mut tx, op, season.id, user).await?);
        }
        let asked = Asked {
            quantity: new.quantity.get(),
            at: op.at,
            without: None,
        };
        check_day(&mut tx, op, &settings, season.id, user, &item, &asked).await?;
        if !approved {
            check_review(&mut tx, op, &mut member).await?;
        }
        let submission = submission(op, new, &season, &member, &item, approved, own);
        store::submissions::insert(&mut tx, op.guild(), &submission).await?;
        let change = if approved {
            let points = submission.points;
            let entry = of_submission(LedgerKind::Submission, points, &submission, None);
            let credited = if user == own {
                credit(&mut tx, op, &season, &mut member, &entry).await
            } else {
                credit_joining(&mut tx, op, &season, &mut member, &entry).await
            };
            Some(credited?.1)
        } else {
            ask_for_review(&mut tx, op, &settings, &submission).await?;
            None
        };
        if user != own {
            let notice = decided(attempt.guild_name, &submission, change.as_ref());
            write(&mut tx, op, &settings, &member, notice).await?;
        }
        record(&mut tx, op, "submission.created", None, &submission, None).await?;
        let result = SubmissionResult { submission, change };
        Ok(op.commit_about(tx, user, result).await?)
    })
    .await
}

/// What it is judged by: in the season that it names, or in the open one that is meant.
async fn attempt(
    tx: &mut Transaction,
    op: &Operation,
    user: UserId,
    new: &CreateSubmission,
) -> Result<Attempt, SeasonError> {
    let of = (user, new.item_id);
    if let Some(id) = new.season_id {
        let attempt = store::attempts::in_season(tx, op.guild(), of, id).await?;
        return attempt.ok_or(SeasonError::NotFound);
    }
    let attempts = store::attempts::in_open(tx, op.guild(), of, op.at_ms()).await?;
    let open = attempts
        .iter()
        .map(|it| (it.season.clone(), it.item.is_some()));
    let meant = meant_of(&mut Reading::Within(tx), op, Some(user), open.collect()).await?;
    let attempt = attempts.into_iter().find(|it| it.season.id == meant.id);
    attempt.ok_or(SeasonError::NotFound)
}

fn submission(
    op: &Operation,
    new: &CreateSubmission,
    season: &Season,
    member: &Member,
    item: &SeasonItem,
    approved: bool,
    submitted_by: UserId,
) -> Submission {
    let by_admin = approved && submitted_by != member.user_id;
    Submission {
        id: op.ctx.next_id(),
        season_id: season.id,
        season_name: season.name.clone(),
        user_id: member.user_id,
        display_name: member.display_name.clone(),
        item_id: item.item_id,
        item_name: item.name.clone(),
        quantity: new.quantity.get(),
        points_each: item.points,
        points: worth(new.quantity.get(), item.points),
        state: if approved {
            SubmissionState::Approved
        } else {
            SubmissionState::Pending
        },
        proof_url: new.proof_url.clone(),
        note: new.note.clone().map(Into::into),
        submitted_by,
        submitted_at: op.at,
        decided_by: by_admin.then_some(submitted_by),
        decided_at: approved.then_some(op.at),
        reason: None,
        updated_at: op.at,
    }
}

/// An item as the season accepts it now.
pub(super) async fn item_of(
    tx: &mut Transaction,
    op: &Operation,
    season: SeasonId,
    id: ItemId,
) -> Result<SeasonItem, SeasonError> {
    let stored = store::items::in_season(&mut *tx, op.guild(), season, id).await?;
    accepted(tx, op, id, stored).await
}

/// An item, by what was read of it for the season.
async fn accepted(
    tx: &mut Transaction,
    op: &Operation,
    id: ItemId,
    stored: Option<StoredWorth>,
) -> Result<SeasonItem, SeasonError> {
    let Some(stored) = stored else {
        let item = store::items::lookup(tx, op.guild(), id).await?;
        return Err(match item {
            Some(_) => SeasonError::ItemNotInSeason,
            None => SeasonError::ItemNotFound,
        });
    };
    if !stored.submitted {
        store::items::mark_submitted(tx, op.guild(), id).await?;
    }
    Ok(stored.item)
}

/// Enforces how much one member may ask the admins to review. Claims the member, so that what they
/// submit at the same moment to different seasons is counted one after the other.
async fn check_review(
    tx: &mut Transaction,
    op: &Operation,
    member: &mut Member,
) -> Result<(), SeasonError> {
    let (guild, user) = (op.guild(), member.user_id);
    // Read again after the wait for the standing, so that those who were faster there are no conflict.
    *member = verified_member(tx, op, user).await?;
    members::service::claim(tx, guild, member).await?;
    let waiting = store::submissions::count_waiting(tx, guild, user).await?;
    let since = op.at - rules::LIMITED_FOR;
    let lately = store::submissions::handed_in(tx, guild, user, since, op.at).await?;
    rules::check_review(waiting, lately)
}

/// A quantity asked for, when, and the submission that it replaces.
pub(super) struct Asked {
    pub(super) quantity: u32,
    pub(super) at: Timestamp,
    pub(super) without: Option<SubmissionId>,
}

/// Enforces the item's daily limit, by the days of the guild. The caller has claimed the member's standing,
/// so that concurrent submissions are counted one after the other.
pub(super) async fn check_day(
    tx: &mut Transaction,
    op: &Operation,
    settings: &GuildSettings,
    season: SeasonId,
    user: UserId,
    item: &SeasonItem,
    asked: &Asked,
) -> Result<(), SeasonError> {
    let Some(limit) = item.max_per_day else {
        return Ok(());
    };
    let zone = zone_or_utc(&settings.time_zone);
    let today = asked.at.to_zoned(zone.clone()).date();
    let (from, until) = span_of_days((today, today), &zone);
    let day = Day {
        guild: op.guild(),
        user,
        season,
        item: item.item_id,
        first_id: ids::lowest_of_rows_since(from),
        from: from.as_millisecond(),
        until: until.as_millisecond(),
        without: asked.without,
    };
    let submitted = store::submissions::in_a_day(tx, &day).await?;
    rules::check_daily_limit(limit, submitted, asked.quantity, until)
}

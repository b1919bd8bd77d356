//! What the bot tells of presences.

use crate::context::Context;
use crate::db::{Error, Reading, Transaction};
use crate::guilds::{self, Watch};
use crate::operation::Operation;
use crate::staff::model::reports::{self, Outcome};
use crate::staff::model::{Staff, StaffError};
use crate::staff::store;
use jiff::Timestamp;
use paddock_api_types::staff::{PresencesReported, ReportPresences, ReportedPresence, StaffWatch};
use paddock_api_types::{GuildId, UserId};
use std::collections::{BTreeMap, BTreeSet};

/// Whose presences the bot forwards.
pub(crate) async fn watched(ctx: &Context, guild: GuildId) -> Result<StaffWatch, StaffError> {
    // Before the ids, so that a version never promises somebody who is not among them.
    let counts = store::guilds::lookup(&ctx.db, guild).await?;
    let chosen = store::settings::lookup(&ctx.db, guild).await?;
    let (chosen, _) = chosen.unwrap_or_default();
    Ok(StaffWatch {
        version: counts.roster_version,
        user_ids: store::members::ids(&ctx.db, guild).await?,
        sync_minutes: chosen.settings().sync_minutes,
    })
}

/// Takes what the bot saw: the last state of each.
pub(crate) async fn report(
    ctx: &Context,
    guild: GuildId,
    report: &ReportPresences,
) -> Result<PresencesReported, StaffError> {
    let op = &Operation::system(ctx, guild);
    let mut latest = BTreeMap::<UserId, &ReportedPresence>::new();
    for presence in &report.presences {
        let seen = latest.entry(presence.user_id).or_insert(presence);
        if presence.observed_at >= seen.observed_at {
            *seen = presence;
        }
    }
    let absent: BTreeSet<_> = report.absent.iter().copied().collect();
    let (latest, absent) = (&latest, &absent);
    let reported = ctx
        .db
        .transact(|mut tx| async move {
            let watch = guilds::service::keep_watch(&mut tx, ctx, op.at).await?;
            let mut judged = judge(&mut tx, op, watch, latest, absent).await?;
            if judged
                .changes
                .iter()
                .any(|(_, it)| matches!(it, Outcome::Changed { .. }))
            {
                let seq = store::guilds::next(&mut tx, guild).await?;
                // Read again now that nobody else can write: it was read before the number was held.
                judged = judge(&mut tx, op, watch, latest, absent).await?;
                judged.seq = seq;
            }
            for (staff, outcome) in &judged.changes {
                apply(&mut tx, ctx, staff, outcome, judged.seq).await?;
            }
            if report.complete {
                store::guilds::synced(&mut tx, guild, op.at).await?;
            }
            let counts = store::guilds::lookup(&mut tx, guild).await?;
            let reported = PresencesReported {
                known: judged.known,
                changed: judged.changed(),
                version: counts.roster_version,
            };
            Ok::<_, StaffError>(tx.commit(reported).await?)
        })
        .await?;
    if reported.changed > 0 {
        ctx.changed.notify_waiters();
    }
    Ok(reported)
}

/// What a report comes to.
#[derive(Default)]
struct Judged {
    /// How many of those it names are on the roster.
    known: u32,
    changes: Vec<(Staff, Outcome)>,
    seq: i64,
}

impl Judged {
    fn changed(&self) -> u32 {
        let all = self.changes.iter();
        let changed = all.filter(|(_, it)| matches!(it, Outcome::Changed { .. }));
        changed.count().try_into().unwrap_or(u32::MAX)
    }
}

async fn judge(
    tx: &mut Transaction,
    op: &Operation,
    watch: Watch,
    latest: &BTreeMap<UserId, &ReportedPresence>,
    absent: &BTreeSet<UserId>,
) -> Result<Judged, Error> {
    let mut judged = Judged::default();
    let users: BTreeSet<_> = latest.keys().chain(absent).map(|user| user.get()).collect();
    let users: Vec<_> = users.into_iter().collect();
    let named = store::members::named(tx, op.guild(), &users).await?;
    let ended = ended_watches(&mut Reading::Within(tx), &named, Some(watch.id)).await?;
    for staff in named {
        let of_another = staff.known.watch.is_some_and(|id| id != watch.id);
        let before = of_another.then(|| staff.known.ended_at(&ended)).flatten();
        let outcome = match latest.get(&staff.user_id) {
            Some(report) => reports::reported(&staff, report, &watch, op.at, before),
            None => reports::lost(&staff, before.unwrap_or(op.at).min(op.at)),
        };
        judged.known += 1;
        if outcome != Outcome::Nothing {
            judged.changes.push((staff, outcome));
        }
    }
    Ok(judged)
}

/// When the watches ended that these people's statuses are of, by their ids, without the one that goes on.
pub(super) async fn ended_watches(
    reading: &mut Reading<'_>,
    staff: &[Staff],
    going_on: Option<i64>,
) -> Result<BTreeMap<i64, Timestamp>, Error> {
    let past = staff.iter().filter_map(|it| it.known.watch);
    let past: BTreeSet<_> = past.filter(|id| going_on != Some(*id)).collect();
    let mut ended = BTreeMap::new();
    for id in past {
        let watch = guilds::service::past_watch(&mut *reading, id).await?;
        ended.extend(watch.map(|watch| (id, watch.alive_at)));
    }
    Ok(ended)
}

/// Writes what became of somebody.
pub(super) async fn apply(
    tx: &mut Transaction,
    ctx: &Context,
    staff: &Staff,
    outcome: &Outcome,
    seq: i64,
) -> Result<(), Error> {
    match outcome {
        Outcome::Nothing => Ok(()),
        Outcome::Confirmed(known) => store::members::confirm(tx, staff, known).await,
        Outcome::Changed { known, ended } => {
            store::members::save_known(tx, staff, known, seq).await?;
            if let Some(ended) = ended {
                let (guild, user) = (staff.guild_id, staff.user_id);
                store::intervals::insert(tx, guild, user, ctx.next_id(), ended).await?;
            }
            Ok(())
        }
    }
}

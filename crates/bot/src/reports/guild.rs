//! The reporter of one guild: everything about it goes through this task, in order.
//!
//! Events that arrive while a member list is read wait until the list is reported, so that the last
//! report is always Discord's latest state. What the API does not accept is kept and tried again;
//! only the latest state of each user counts.

use crate::{
    discord::{Backoff, Discord, Fault},
    guilds::Guilds,
    ids::ToWire,
    intents::Privileged,
    members,
};
use paddock_api_client::{Client, Error};
use paddock_api_types::{
    UserId,
    bot::{MemberRange, ReportMembers, ReportedMember},
};
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio::{
    sync::{Semaphore, mpsc::UnboundedReceiver},
    time::{Instant, MissedTickBehavior, interval_at, sleep},
};
use tokio_util::sync::CancellationToken;
use twilight_gateway::Intents;
use twilight_model::{
    id::{
        Id,
        marker::{GuildMarker, RoleMarker},
    },
    user::User,
};

/// How long to collect changes of a guild, which come in bursts.
const DEBOUNCE: Duration = Duration::from_secs(1);
/// Time between two readings of the whole member list.
const LIST_INTERVAL: Duration = Duration::from_hours(1);
/// The most members that the API accepts in one report.
const REPORT_SIZE: usize = 1000;
/// How long to wait after a rate limit of Discord; twilight does not say how long it lasts.
const RATE_LIMIT_PAUSE: Duration = Duration::from_secs(5);

/// What every reporter works with.
pub(super) struct Deps {
    pub(super) api: Client,
    pub(super) discord: Arc<Discord>,
    pub(super) guilds: Arc<Guilds>,
    pub(super) intents: Arc<Privileged>,
    /// Permits for reading member lists.
    pub(super) lists: Semaphore,
    pub(super) stop: CancellationToken,
}

/// What a reporter has to report.
#[derive(Debug)]
pub(super) enum GuildEvent {
    /// The guild itself changed.
    Guild,
    /// One member joined, changed or left.
    Member(ReportedMember),
    /// All members have to be read.
    List,
}

/// What is still to be reported.
#[derive(Debug, Default)]
struct Pending {
    guild: bool,
    members: BTreeMap<UserId, ReportedMember>,
    list: bool,
}

enum Step {
    Guild,
    Members(Vec<ReportedMember>),
    List,
}

/// Why a step failed.
#[derive(Debug)]
enum StepError {
    /// It may succeed later, after a wait at least as long as this.
    Temporary { why: String, wait: Option<Duration> },
    /// It will not succeed.
    Permanent(String),
}

/// A member who is in the guild.
pub(super) fn present(
    nick: Option<&str>,
    user: &User,
    roles: &[Id<RoleMarker>],
    pending: bool,
) -> ReportedMember {
    ReportedMember {
        user_id: user.id.wire(),
        in_guild: true,
        discord_name: Some(members::discord_name(nick, user)),
        pending,
        role_ids: roles.iter().map(|role| role.wire()).collect(),
    }
}

/// Reports until the bot stops or leaves the guild.
pub(super) async fn report(
    deps: Arc<Deps>,
    guild: Id<GuildMarker>,
    mut events: UnboundedReceiver<GuildEvent>,
) {
    let mut pending = Pending::default();
    let mut backoff = Backoff::default();
    let mut clock = interval_at(Instant::now() + LIST_INTERVAL, LIST_INTERVAL);
    clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        if pending.is_empty() {
            tokio::select! {
                event = events.recv() => match event {
                    Some(event) => pending.add(event),
                    None => return,
                },
                // The guild too: a report that was given up, or that the API has lost, would otherwise
                // wait for a change in Discord.
                _ = clock.tick() => (pending.guild, pending.list) = (true, true),
                () = deps.stop.cancelled() => return,
            }
        }
        if pending.guild && !gather(&mut pending, &mut events, &deps, DEBOUNCE).await {
            return;
        }
        while let Ok(event) = events.try_recv() {
            pending.add(event);
        }
        let Some(step) = pending.next() else { continue };
        let performing = perform(&deps, guild, &step);
        let Some(outcome) = deps.stop.run_until_cancelled(performing).await else {
            return;
        };
        match outcome {
            Ok(()) => backoff.reset(),
            Err(StepError::Permanent(why)) => {
                tracing::error!(guild.id = guild.get(), why, "a report was given up");
            }
            Err(StepError::Temporary { why, wait }) => {
                tracing::warn!(guild.id = guild.get(), why, "a report is postponed");
                pending.put_back(step);
                let jitter = Duration::from_millis(guild.get() % 500);
                let wait = backoff.next().max(wait.unwrap_or_default()) + jitter;
                if !gather(&mut pending, &mut events, &deps, wait).await {
                    return;
                }
            }
        }
    }
}

/// Collects events for a while; `false` when the reporter has to end.
async fn gather(
    pending: &mut Pending,
    events: &mut UnboundedReceiver<GuildEvent>,
    deps: &Deps,
    time: Duration,
) -> bool {
    let pause = sleep(time);
    tokio::pin!(pause);
    loop {
        tokio::select! {
            () = &mut pause => return true,
            () = deps.stop.cancelled() => return false,
            event = events.recv() => match event {
                Some(event) => pending.add(event),
                None => return false,
            },
        }
    }
}

impl Pending {
    fn is_empty(&self) -> bool {
        !self.guild && self.members.is_empty() && !self.list
    }

    fn add(&mut self, event: GuildEvent) {
        match event {
            GuildEvent::Guild => self.guild = true,
            GuildEvent::List => self.list = true,
            GuildEvent::Member(member) => {
                self.members.insert(member.user_id, member);
            }
        }
    }

    /// The next step: roles before the members who hold them, single members before the list, which
    /// is read later and is therefore newer.
    fn next(&mut self) -> Option<Step> {
        if std::mem::take(&mut self.guild) {
            return Some(Step::Guild);
        }
        if !self.members.is_empty() {
            let members = std::iter::from_fn(|| self.members.pop_first());
            let batch = members.take(REPORT_SIZE).map(|(_, member)| member);
            return Some(Step::Members(batch.collect()));
        }
        std::mem::take(&mut self.list).then_some(Step::List)
    }

    /// Takes back a step that failed; what was added meanwhile is newer and stays.
    fn put_back(&mut self, step: Step) {
        match step {
            Step::Guild => self.guild = true,
            Step::List => self.list = true,
            Step::Members(batch) => {
                for member in batch {
                    self.members.entry(member.user_id).or_insert(member);
                }
            }
        }
    }
}

async fn perform(deps: &Deps, guild: Id<GuildMarker>, step: &Step) -> Result<(), StepError> {
    match step {
        Step::Guild => {
            let members_intent = deps.intents.has(Intents::GUILD_MEMBERS);
            if let Some(report) = deps.guilds.report(guild, members_intent) {
                deps.api.report_guild(guild.wire(), &report).await?;
            }
            Ok(())
        }
        Step::Members(members) => {
            let report = ReportMembers {
                members: members.clone(),
                range: None,
            };
            deps.api.report_members(guild.wire(), &report).await?;
            Ok(())
        }
        Step::List => list(deps, guild).await,
    }
}

/// Reads all members, and reports them in parts with the range of ids that each covers.
///
/// Reported only once the whole list is read: whether it is one shows at its end.
async fn list(deps: &Deps, guild: Id<GuildMarker>) -> Result<(), StepError> {
    if !deps.intents.has(Intents::GUILD_MEMBERS) || !deps.guilds.knows(guild) {
        return Ok(());
    }
    let Some(me) = deps.guilds.me() else {
        return Ok(());
    };
    let _permit = deps.lists.acquire().await;
    let mut members = members::list(&deps.discord, guild, me, |member| {
        present(
            member.nick.as_deref(),
            &member.user,
            &member.roles,
            member.pending,
        )
    })
    .await?;
    members.sort_by_key(|member| member.user_id);
    let mut after = None;
    let mut parts = members.chunks(REPORT_SIZE).peekable();
    while let Some(part) = parts.next() {
        let last = part.last().map(|member| member.user_id);
        let range = MemberRange {
            after,
            through: last.filter(|_| parts.peek().is_some()),
        };
        after = last;
        let report = ReportMembers {
            members: part.to_vec(),
            range: Some(range),
        };
        deps.api.report_members(guild.wire(), &report).await?;
    }
    Ok(())
}

impl From<Error> for StepError {
    fn from(error: Error) -> Self {
        let why = error.to_string();
        match &error {
            Error::Problem {
                problem,
                retry_after,
            } => match problem.status {
                // The key may be wrong for a while, because operators change it in two places.
                401 | 403 | 408 | 429 | 500.. => Self::Temporary {
                    why,
                    wait: *retry_after,
                },
                _ => Self::Permanent(why),
            },
            Error::UnexpectedAnswer { .. } | Error::Transport(_) => {
                Self::Temporary { why, wait: None }
            }
            Error::InvalidBaseUrl(_) => Self::Permanent(why),
        }
    }
}

impl From<Fault> for StepError {
    fn from(fault: Fault) -> Self {
        let why = fault.to_string();
        match fault {
            Fault::RateLimited => Self::Temporary {
                why,
                wait: Some(RATE_LIMIT_PAUSE),
            },
            Fault::Unreachable(_) => Self::Temporary { why, wait: None },
            Fault::Unauthorized | Fault::Refused { .. } | Fault::Invalid(_) => Self::Permanent(why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(id: i64, in_guild: bool) -> ReportedMember {
        ReportedMember {
            user_id: UserId::new(id).unwrap(),
            in_guild,
            discord_name: None,
            pending: false,
            role_ids: vec![],
        }
    }

    #[test]
    fn roles_go_before_members_and_members_before_the_list() {
        let mut pending = Pending::default();
        pending.add(GuildEvent::List);
        pending.add(GuildEvent::Member(member(1, true)));
        pending.add(GuildEvent::Guild);
        assert!(matches!(pending.next(), Some(Step::Guild)));
        assert!(matches!(pending.next(), Some(Step::Members(batch)) if batch.len() == 1));
        assert!(matches!(pending.next(), Some(Step::List)));
        assert!(pending.next().is_none());
    }

    #[test]
    fn what_came_while_a_report_failed_is_not_overwritten() {
        let mut pending = Pending::default();
        pending.add(GuildEvent::Member(member(1, true)));
        let failed = pending.next().unwrap();
        pending.add(GuildEvent::Member(member(1, false)));
        pending.put_back(failed);
        let Some(Step::Members(batch)) = pending.next() else {
            panic!("members are pending")
        };
        assert_eq!(batch, [member(1, false)]);
    }

    #[test]
    fn a_report_holds_a_thousand_members_at_most() {
        let mut pending = Pending::default();
        for id in 1..=2500 {
            pending.add(GuildEvent::Member(member(id, true)));
        }
        let mut sizes = vec![];
        while let Some(Step::Members(batch)) = pending.next() {
            sizes.push(batch.len());
        }
        assert_eq!(sizes, [1000, 1000, 500]);
    }
}

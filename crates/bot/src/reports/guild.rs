//! The reporter of one guild: everything about it goes through this task, in order.
//!
//! News that arrive while a member list is read wait until the list is reported, so the last word
//! is always Discord's latest. What the API does not take is kept and tried again; per user only
//! the latest counts.

use super::{Means, seen};
use crate::{
    discord::{Backoff, Fault},
    ids::ToWire,
    members,
};
use paddock_api_client::Error;
use paddock_api_types::{
    UserId,
    bot::{MemberRange, ReportMembers, ReportedMember},
};
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio::{
    sync::mpsc::UnboundedReceiver,
    time::{Instant, MissedTickBehavior, interval_at, sleep},
};
use twilight_model::id::{
    Id,
    marker::{GuildMarker, UserMarker},
};

/// Guild changes come in bursts.
const SETTLE: Duration = Duration::from_secs(1);
/// Between two readings of the whole member list.
const LIST_INTERVAL: Duration = Duration::from_hours(1);
/// Members in one report, and on one page of Discord's list.
const BATCH: u16 = 1000;

/// What happened.
#[derive(Debug)]
pub(super) enum News {
    Guild,
    Member(ReportedMember),
    List,
}

/// What has to be reported.
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

/// Why a step did not succeed.
#[derive(Debug)]
enum Setback {
    /// It may later.
    Again { why: String, wait: Option<Duration> },
    /// It will not.
    Never(String),
}

/// Reports until the bot stops or leaves the guild.
pub(super) async fn report(
    means: Arc<Means>,
    guild: Id<GuildMarker>,
    mut news: UnboundedReceiver<News>,
) {
    let mut pending = Pending::default();
    let mut pause = Backoff::default();
    let mut clock = interval_at(Instant::now() + LIST_INTERVAL, LIST_INTERVAL);
    clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        if pending.is_empty() {
            tokio::select! {
                some = news.recv() => match some {
                    Some(some) => pending.add(some),
                    None => return,
                },
                _ = clock.tick() => pending.list = true,
                () = means.stop.cancelled() => return,
            }
        }
        if pending.guild && !gather(&mut pending, &mut news, &means, SETTLE).await {
            return;
        }
        while let Ok(some) = news.try_recv() {
            pending.add(some);
        }
        let Some(step) = pending.next() else { continue };
        let outcome = tokio::select! {
            outcome = perform(&means, guild, &step) => outcome,
            () = means.stop.cancelled() => return,
        };
        match outcome {
            Ok(()) => pause.reset(),
            Err(Setback::Never(why)) => {
                tracing::error!(
                    guild.id = guild.get(),
                    why,
                    "the API does not take a report"
                );
            }
            Err(Setback::Again { why, wait }) => {
                tracing::warn!(guild.id = guild.get(), why, "a report has to wait");
                pending.put_back(step);
                let jitter = Duration::from_millis(guild.get() % 500);
                let wait = pause.next().max(wait.unwrap_or_default()) + jitter;
                if !gather(&mut pending, &mut news, &means, wait).await {
                    return;
                }
            }
        }
    }
}

/// Collects news for a while; `false` when it is time to end.
async fn gather(
    pending: &mut Pending,
    news: &mut UnboundedReceiver<News>,
    means: &Means,
    time: Duration,
) -> bool {
    let pause = sleep(time);
    tokio::pin!(pause);
    loop {
        tokio::select! {
            () = &mut pause => return true,
            () = means.stop.cancelled() => return false,
            some = news.recv() => match some {
                Some(some) => pending.add(some),
                None => return false,
            },
        }
    }
}

impl Pending {
    fn is_empty(&self) -> bool {
        !self.guild && self.members.is_empty() && !self.list
    }

    fn add(&mut self, news: News) {
        match news {
            News::Guild => self.guild = true,
            News::List => self.list = true,
            News::Member(member) => {
                self.members.insert(member.user_id, member);
            }
        }
    }

    /// Roles before those who hold them; members before the list, which is read later and therefore
    /// newer.
    fn next(&mut self) -> Option<Step> {
        if std::mem::take(&mut self.guild) {
            return Some(Step::Guild);
        }
        if !self.members.is_empty() {
            let mut batch = Vec::new();
            while let Some((_, member)) = self.members.pop_first() {
                batch.push(member);
                if batch.len() == usize::from(BATCH) {
                    break;
                }
            }
            return Some(Step::Members(batch));
        }
        std::mem::take(&mut self.list).then_some(Step::List)
    }

    /// What came meanwhile is newer and stays.
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

async fn perform(means: &Means, guild: Id<GuildMarker>, step: &Step) -> Result<(), Setback> {
    match step {
        Step::Guild => match means.guilds.report(guild) {
            Some(report) => Ok(means.api.report_guild(guild.wire(), &report).await?),
            None => Ok(()),
        },
        Step::Members(members) => {
            let report = ReportMembers {
                members: members.clone(),
                range: None,
            };
            means.api.report_members(guild.wire(), &report).await?;
            Ok(())
        }
        Step::List => list(means, guild).await,
    }
}

/// Reads all members, page by page, and reports each page with the range of ids that it covers.
async fn list(means: &Means, guild: Id<GuildMarker>) -> Result<(), Setback> {
    if !means.guilds.members_intent() || !means.guilds.knows(guild) {
        return Ok(());
    }
    let _turn = means.lists.acquire().await;
    let mut after: Option<Id<UserMarker>> = None;
    loop {
        let part = members::part(&means.discord, guild, after).await?;
        let range = MemberRange {
            after: after.map(ToWire::wire),
            through: part.after.map(ToWire::wire),
        };
        let members = part.members.iter();
        let members =
            members.map(|member| seen(member.nick.as_deref(), &member.user, &member.roles));
        let report = ReportMembers {
            members: members.collect(),
            range: Some(range),
        };
        means.api.report_members(guild.wire(), &report).await?;
        after = part.after;
        if after.is_none() {
            return Ok(());
        }
    }
}

impl From<Error> for Setback {
    fn from(error: Error) -> Self {
        let why = error.to_string();
        match &error {
            Error::Problem {
                problem,
                retry_after,
            } => match problem.status {
                // The key may be wrong for a while: operators change it in two places.
                401 | 403 | 408 | 429 | 500.. => Self::Again {
                    why,
                    wait: *retry_after,
                },
                _ => Self::Never(why),
            },
            Error::UnexpectedAnswer { .. } | Error::Transport(_) => Self::Again { why, wait: None },
            Error::InvalidBaseUrl(_) => Self::Never(why),
        }
    }
}

impl From<Fault> for Setback {
    fn from(fault: Fault) -> Self {
        let why = fault.to_string();
        match fault {
            Fault::RateLimited => Self::Again {
                why,
                wait: Some(Duration::from_secs(5)),
            },
            Fault::Unreachable(_) => Self::Again { why, wait: None },
            Fault::Unauthorized | Fault::Refused { .. } | Fault::Invalid(_) => Self::Never(why),
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
            role_ids: vec![],
        }
    }

    #[test]
    fn roles_go_before_members_and_members_before_the_list() {
        let mut pending = Pending::default();
        pending.add(News::List);
        pending.add(News::Member(member(1, true)));
        pending.add(News::Guild);
        assert!(matches!(pending.next(), Some(Step::Guild)));
        assert!(matches!(pending.next(), Some(Step::Members(batch)) if batch.len() == 1));
        assert!(matches!(pending.next(), Some(Step::List)));
        assert!(pending.next().is_none());
    }

    #[test]
    fn what_came_while_a_report_failed_is_not_overwritten() {
        let mut pending = Pending::default();
        pending.add(News::Member(member(1, true)));
        let failed = pending.next().unwrap();
        pending.add(News::Member(member(1, false)));
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
            pending.add(News::Member(member(id, true)));
        }
        let mut sizes = vec![];
        while let Some(Step::Members(batch)) = pending.next() {
            sizes.push(batch.len());
        }
        assert_eq!(sizes, [1000, 1000, 500]);
    }
}

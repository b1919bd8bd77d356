//! Whoever watches the staff of a guild over this process. One task reads for all of them, and only as
//! long as somebody watches; what each has seen is told by the numbers of changes, so that another
//! process goes on where this one stopped.

use super::service;
use crate::context::Context;
use crate::db::Error;
use paddock_api_types::staff::StaffEvent;
use paddock_api_types::{GuildId, UserId};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// How often the database is asked whether anything changed: for changes by other processes. Those of
/// this one are known at once.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Changes that come closer together are told together.
const TOGETHER: Duration = Duration::from_millis(100);

/// The guilds that are watched.
#[derive(Default)]
pub(crate) struct Hub(Mutex<HashMap<GuildId, watch::Sender<Latest>>>);

/// Nothing before it was read.
type Latest = Option<Arc<Snapshot>>;

/// A roster as it was after a change.
pub(super) struct Snapshot {
    /// The number of the last change.
    pub(super) seq: i64,
    pub(super) roster_version: i64,
    pub(super) members: Vec<Entry>,
}

/// A member of it.
pub(super) struct Entry {
    /// The number of their last change.
    pub(super) seq: i64,
    pub(super) user_id: UserId,
    /// The event that tells of them.
    pub(super) event: String,
}

/// One who watches.
pub(crate) struct Subscription {
    latest: watch::Receiver<Latest>,
    /// The number of the last change that was told.
    told: i64,
    /// The roster that was told.
    roster: Option<i64>,
    /// Who is watched; everybody without.
    only: Option<BTreeSet<UserId>>,
}

impl Hub {
    /// Begins to watch after the change that was told last, if any was.
    pub(crate) fn subscribe(
        &self,
        ctx: &Context,
        guild: GuildId,
        told: Option<i64>,
        only: Option<BTreeSet<UserId>>,
    ) -> Subscription {
        let mut watched = self.watched();
        let sender = watched.entry(guild).or_insert_with(|| {
            tokio::spawn(follow(ctx.clone(), guild));
            watch::Sender::new(None)
        });
        let mut latest = sender.subscribe();
        // What was read before is news to who comes now.
        latest.mark_changed();
        Subscription {
            latest,
            told: told.unwrap_or(0),
            roster: None,
            only,
        }
    }

    /// Whether anybody still watches; where nobody does, whoever comes next begins anew.
    fn is_watched(&self, guild: GuildId) -> bool {
        let mut watched = self.watched();
        let somebody = watched
            .get(&guild)
            .is_some_and(|it| it.receiver_count() > 0);
        if !somebody {
            watched.remove(&guild);
        }
        somebody
    }

    fn tell(&self, guild: GuildId, snapshot: Snapshot) {
        if let Some(sender) = self.watched().get(&guild) {
            sender.send_replace(Some(Arc::new(snapshot)));
        }
    }

    fn end(&self, guild: GuildId) {
        self.watched().remove(&guild);
    }

    fn watched(&self) -> MutexGuard<'_, HashMap<GuildId, watch::Sender<Latest>>> {
        // Nothing that is done under it panics half way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reads a roster whenever it has changed, until nobody watches it or the service stops.
async fn follow(ctx: Context, guild: GuildId) {
    let hub = ctx.extensions.get::<Hub>();
    let mut seen = None;
    while hub.is_watched(guild) {
        // Subscribed before the query: a change in between would otherwise be missed.
        let changed = ctx.changed.notified();
        match changed_since(&ctx, guild, seen).await {
            Ok(Some(snapshot)) => {
                seen = Some(snapshot.seq);
                hub.tell(guild, snapshot);
            }
            Ok(None) => {}
            Err(error) => tracing::warn!("the staff could not be read, and is soon: {error}"),
        }
        tokio::select! {
            () = changed => tokio::time::sleep(TOGETHER).await,
            () = tokio::time::sleep(LOOK_EVERY) => {}
            () = ctx.stopping.cancelled() => return hub.end(guild),
        }
    }
}

async fn changed_since(
    ctx: &Context,
    guild: GuildId,
    seen: Option<i64>,
) -> Result<Option<Snapshot>, Error> {
    let (seq, roster_version) = service::counts(ctx, guild).await?;
    if seen == Some(seq) {
        return Ok(None);
    }
    // Read before the roster, which may be later: what is told twice harms nobody.
    let members = service::latest(ctx, guild).await?;
    let members = members.into_iter().map(|(seq, member)| Entry {
        seq,
        user_id: member.user_id,
        event: data(&StaffEvent::Member {
            member: Box::new(member),
        }),
    });
    Ok(Some(Snapshot {
        seq,
        roster_version,
        members: members.collect(),
    }))
}

fn data(event: &StaffEvent) -> String {
    serde_json::to_string(event).expect("an event is plain data")
}

impl Subscription {
    /// The next events, as they are sent; `None` once the service stops.
    pub(crate) async fn next(&mut self) -> Option<String> {
        loop {
            // Each snapshot is told once. A member in it may have changed since its number was read, and is
            // told again with the next one; as long as it is this one, there is nothing more to say.
            self.latest.changed().await.ok()?;
            let latest = self.latest.borrow_and_update().clone();
            let events = latest.map(|latest| self.events(&latest));
            if let Some(events) = events.filter(|it| !it.is_empty()) {
                return Some(events);
            }
        }
    }

    /// What is to be told of a snapshot.
    fn events(&mut self, snapshot: &Snapshot) -> String {
        if self.told > snapshot.seq && self.roster.is_none() {
            // It was told by a database that is not this one, or not any more.
            self.told = 0;
        }
        let only = self.only.as_ref();
        let watched = |it: &&Entry| only.is_none_or(|only| only.contains(&it.user_id));
        let mut new: Vec<_> = snapshot.members.iter().filter(watched).collect();
        let ids: Vec<_> = new.iter().map(|entry| entry.user_id).collect();
        new.retain(|entry| entry.seq > self.told);
        new.sort_by_key(|entry| entry.seq);
        let mut text = String::new();
        for (place, entry) in new.iter().enumerate() {
            // Of several with the same number only the last has it: whoever has seen it has seen all.
            let last = new.get(place + 1).is_none_or(|next| next.seq > entry.seq);
            let id = (last && entry.seq <= snapshot.seq).then_some(entry.seq);
            put(&mut text, "member", id, &entry.event);
        }
        if self.roster != Some(snapshot.roster_version) {
            let roster = data(&StaffEvent::Roster { user_ids: ids });
            put(&mut text, "roster", Some(snapshot.seq), &roster);
        }
        self.roster = Some(snapshot.roster_version);
        self.told = self.told.max(snapshot.seq);
        text
    }
}

/// Adds an event as it is sent.
fn put(text: &mut String, name: &str, id: Option<i64>, data: &str) {
    if let Some(id) = id {
        writeln!(text, "id: {id}").expect("a String takes it");
    }
    writeln!(text, "event: {name}\ndata: {data}\n").expect("a String takes it");
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_util::FutureExt as _;

    fn snapshot(seq: i64, roster_version: i64, members: &[(i64, i64)]) -> Snapshot {
        let entry = |(user, seq): &(i64, i64)| Entry {
            seq: *seq,
            user_id: UserId::new(*user).unwrap(),
            event: user.to_string(),
        };
        Snapshot {
            seq,
            roster_version,
            members: members.iter().map(entry).collect(),
        }
    }

    fn subscription(told: i64) -> Subscription {
        Subscription {
            latest: watch::Sender::new(None).subscribe(),
            told,
            roster: None,
            only: None,
        }
    }

    /// The events without their data, each with its id.
    fn told(text: &str) -> Vec<(Option<i64>, String)> {
        let events = text.split("\n\n").filter(|it| !it.is_empty());
        let event = |event: &str| {
            let field = |name: &str| {
                let mut lines = event.lines();
                lines.find_map(|line| line.strip_prefix(name).map(ToOwned::to_owned))
            };
            let what = match field("event: ").unwrap().as_str() {
                "member" => field("data: ").unwrap(),
                other => other.to_owned(),
            };
            (field("id: ").map(|id| id.parse().unwrap()), what)
        };
        events.map(event).collect()
    }

    #[test]
    fn whoever_comes_back_is_told_what_they_missed_and_nothing_else() {
        let first = snapshot(7, 1, &[(1, 5), (2, 7), (3, 7)]);
        let mut fresh = subscription(0);
        let all = told(&fresh.events(&first));
        let is = |id: Option<i64>, what: &str| (id, what.to_owned());
        assert_eq!(
            all,
            [
                is(Some(5), "1"),
                is(None, "2"),
                is(Some(7), "3"),
                is(Some(7), "roster")
            ]
        );
        assert_eq!(fresh.events(&first), "");
        let later = snapshot(8, 1, &[(1, 8), (2, 7), (3, 7)]);
        assert_eq!(told(&fresh.events(&later)), [is(Some(8), "1")]);
        // One that broke off between the two of number 7 is told both again.
        let mut back = subscription(5);
        assert_eq!(
            told(&back.events(&later)),
            [
                is(None, "2"),
                is(Some(7), "3"),
                is(Some(8), "1"),
                is(Some(8), "roster")
            ]
        );
        let gone = snapshot(9, 2, &[(1, 8), (3, 7)]);
        assert_eq!(told(&back.events(&gone)), [is(Some(9), "roster")]);
    }

    #[tokio::test]
    async fn one_who_changed_while_the_roster_was_read_is_not_told_over_and_over() {
        let hub = Hub::default();
        let sender = watch::Sender::new(Some(Arc::new(snapshot(7, 1, &[(1, 8)]))));
        let mut latest = sender.subscribe();
        latest.mark_changed();
        hub.watched().insert(GuildId::new(1).unwrap(), sender);
        let mut watching = Subscription {
            latest,
            ..subscription(0)
        };
        let first = watching.next().await.unwrap();
        let is = |id, what: &str| (id, what.to_owned());
        assert_eq!(told(&first), [is(None, "1"), is(Some(7), "roster")]);
        assert_eq!(watching.next().now_or_never(), None, "all is said");
        hub.tell(GuildId::new(1).unwrap(), snapshot(8, 1, &[(1, 8)]));
        let second = watching.next().now_or_never().flatten().unwrap();
        assert_eq!(told(&second), [is(Some(8), "1")]);
    }

    #[test]
    fn a_number_of_another_database_is_none() {
        let now = snapshot(3, 1, &[(1, 2)]);
        let is = |id, what: &str| (Some(id), what.to_owned());
        let all = [is(2, "1"), is(3, "roster")];
        assert_eq!(told(&subscription(900).events(&now)), all);
    }
}

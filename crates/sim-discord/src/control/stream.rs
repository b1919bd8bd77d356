//! `GET /sim/events`: what one person sees, as it changes.
//!
//! The first event is the whole `view`; with it, a page reads the messages of the channel that it shows, and knows that
//! it misses none. After that come `view` where anything of it is different, `message` for one that is new or was
//! edited, and `delete` for one that is gone.
//!
//! What changed is found by comparing, after each change of the world, with what the person saw before. So nothing that
//! changes the world has to know of this, and a permission that is lost or won needs no event of its own.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures_util::stream::{self, Stream};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::answer::Problem;
use super::queries;
use super::view::{self, As};
use crate::snowflake::Snowflake;
use crate::world::{Shared, World};

/// How long a page waits before it opens a stream again that it lost: Paddock is started again in less.
const RETRY: Duration = Duration::from_secs(1);

/// What a person saw last.
struct Seen {
    user: Snowflake,
    view: Value,
    /// The channel, edits and flags of each message.
    messages: BTreeMap<Snowflake, (Snowflake, u32, u64)>,
    /// The newest message of all that there were, also of those that the person did not see.
    newest: Snowflake,
}

struct Watcher {
    shared: Arc<Shared>,
    changes: watch::Receiver<u64>,
    seen: Seen,
    waiting: VecDeque<Event>,
}

pub(super) async fn events(
    State(shared): State<Arc<Shared>>,
    Query(query): Query<As>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let user = shared.read(|world| view::find(world, &query.user))?;
    let watcher = Watcher {
        changes: shared.changes(),
        shared,
        seen: Seen {
            user,
            view: Value::Null,
            messages: BTreeMap::new(),
            newest: Snowflake::MAX,
        },
        waiting: VecDeque::from([Event::default().retry(RETRY)]),
    };
    let events = stream::unfold(watcher, |mut watcher| async {
        let event = watcher.next().await?;
        Some((Ok(event), watcher))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

impl Watcher {
    /// The next event; none once the simulator stops.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            self.changes.mark_unchanged();
            let found = self.shared.read(|world| self.seen.compare(world));
            let found = found.into_iter().map(|(name, body)| {
                let event = Event::default().event(name);
                event.data(body.to_string())
            });
            self.waiting.extend(found);
            if self.waiting.is_empty() {
                tokio::select! {
                    changed = self.changes.changed() => changed.ok()?,
                    () = self.shared.stopped.cancelled() => return None,
                }
            }
        }
    }
}

impl Seen {
    /// What is different from what was seen, which from now on is what there is.
    fn compare(&mut self, world: &World) -> Vec<(&'static str, Value)> {
        let mut found = Vec::new();
        let view = view::view(world, self.user);
        if view != self.view {
            found.push(("view", view.clone()));
            self.view = view;
        }
        let channels = view::channels(world, self.user);
        let here = world.messages.values();
        let here = here.filter(|it| channels.contains(&it.channel_id));
        let here = here.filter(|it| it.is_for(self.user));
        let mut messages = BTreeMap::new();
        for message in here {
            let now = (message.channel_id, message.edits, message.flags);
            let is_news = match self.messages.remove(&message.id) {
                Some(before) => before != now,
                // Of a channel that the person sees only now, the page reads what was written before.
                None => message.id > self.newest,
            };
            if is_news {
                found.push(("message", queries::message_body(world, message)));
            }
            messages.insert(message.id, now);
        }
        let gone = std::mem::replace(&mut self.messages, messages);
        let gone = gone.into_iter();
        found.extend(gone.map(|(id, (channel, ..))| {
            let body = json!({"id": id.to_string(), "channel_id": channel.to_string()});
            ("delete", body)
        }));
        self.newest = world.messages.keys().next_back().copied().unwrap_or(0);
        found
    }
}

//! Events as they happen.

use crate::error::ApiError;
use crate::http::Standing;
use crate::operation::Operation;
use crate::staff::live::Subscription;
use crate::staff::service;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use paddock_api_types::GuildId;
use paddock_api_types::operations::staff::watch_staff;
use paddock_api_types::staff::WatchStaffQuery;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, Interval, MissedTickBehavior};
use tokio_util::sync::CancellationToken;

/// How often something is sent at least, so that nobody on the way takes the connection for dead, and how
/// often it is looked whether the caller may still have it, where nothing says that they may not.
const BEAT: Duration = Duration::from_secs(10);
/// How soon it is looked again at the earliest, however often somebody loses something.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// By which a browser says after which event it goes on.
const LAST_EVENT: &str = "last-event-id";
/// What a browser does after the connection broke off: it waits for so many milliseconds.
const BEGINNING: &str = "retry: 2000\n\n";

/// A stream that goes on.
struct Watching {
    events: Subscription,
    standing: Standing<watch_staff>,
    guild: GuildId,
    beat: Interval,
    rights: watch::Receiver<()>,
    looked_at: Instant,
    stopping: CancellationToken,
    begun: bool,
}

/// Answers with events until the caller may not have them any more.
pub(super) fn watch(
    op: &Operation,
    query: &WatchStaffQuery,
    standing: Standing<watch_staff>,
) -> Result<Response, ApiError> {
    let events = service::watch(op, query, standing.header(LAST_EVENT))?;
    let mut beat = tokio::time::interval(BEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first tick is at once, and the caller has just been admitted.
    beat.reset();
    let watching = Watching {
        events,
        standing,
        guild: op.guild(),
        beat,
        rights: op.ctx.rights.subscribe(),
        looked_at: Instant::now(),
        stopping: op.ctx.stopping.clone(),
        begun: false,
    };
    let parts = stream::unfold(watching, |mut watching| async {
        let part = watching.next().await?;
        Some((Ok::<_, Infallible>(part), watching))
    });
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        // A proxy that collects answers would hold events back.
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
        // A session may act in another guild by the time that a browser connects again.
        (
            HeaderName::from_static("x-guild-id"),
            HeaderValue::from(op.guild().get()),
        ),
    ];
    Ok((headers, Body::from_stream(parts)).into_response())
}

impl Watching {
    /// What is sent next; `None` at the end.
    async fn next(&mut self) -> Option<String> {
        if !self.begun {
            self.begun = true;
            return Some(BEGINNING.to_owned());
        }
        loop {
            tokio::select! {
                events = self.events.next() => return events,
                _ = self.beat.tick() => {
                    let guild = self.guild;
                    let holds = self.standing.holds(|op| op.guild() == guild).await;
                    self.looked_at = Instant::now();
                    match holds {
                        Some(true) => return Some(": still here\n\n".to_owned()),
                        Some(false) => return None,
                        // Whoever watches takes silence for what it is: nobody knows how anybody stands.
                        None => {}
                    }
                }
                Ok(()) = self.rights.changed() => self.beat.reset_at(self.looked_at + LOOK_AGAIN),
                () = self.stopping.cancelled() => return None,
            }
        }
    }
}

//! What every operation needs: storage, time, ids, and the settings of this installation.

use crate::attendance;
use crate::clock::Clock;
use crate::db::Database;
use crate::ids::Ids;
use crate::members::Followers;
use jiff::Timestamp;
use paddock_api_types::UserId;
use std::{sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// Handed to every operation. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Context {
    /// Storage.
    pub db: Database,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<Ids>,
    /// Root in every guild.
    pub root_admin_id: Option<UserId>,
    /// How long a token lives at most.
    pub token_lifetime: Duration,
    /// How attendance is taken where a guild has set nothing.
    pub attendance: attendance::Defaults,
    /// What changes along with members.
    pub followers: Followers,
    /// Rung after every change, so that waiting leases look for effects at once. A hint only: a
    /// change by another replica is found by looking now and then.
    pub changed: Arc<Notify>,
    /// Cancelled when the service is about to end, so that whoever waits stops waiting.
    pub stopping: CancellationToken,
}

impl Context {
    /// Now, to the millisecond.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new id.
    pub(crate) fn next_id<Id: TryFrom<i64, Error: std::fmt::Debug>>(&self) -> Id {
        self.ids.next(self.now())
    }
}

//! What every operation needs: storage, time, ids, and the settings of this installation.

use crate::clock::Clock;
use crate::db::Database;
use crate::extensions::Extensions;
use crate::ids::Ids;
use jiff::Timestamp;
use paddock_api_types::{GuildId, UserId};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;
use url::Url;

/// Handed to every operation. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Context {
    /// Storage.
    pub db: Database,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// New ids.
    pub ids: Arc<Ids>,
    /// The public address.
    pub base_url: Arc<Url>,
    /// Root in every guild.
    pub root_admin_id: Option<UserId>,
    /// The longest lifetime of a token.
    pub token_lifetime: Duration,
    /// What capabilities contribute: their settings, and what they do for each other.
    pub extensions: Arc<Extensions>,
    /// Notified after every change, so that waiting leases look for effects immediately. A hint
    /// only: a change by another replica is found by polling.
    pub changed: Arc<Notify>,
    /// How often each guild was written to in this process, for what is kept in memory of it.
    pub writes: Arc<Writes>,
    /// Notified when somebody may have lost what an answer that goes on rests on, so that such answers
    /// look again soon. A hint only: what another replica ended is found by looking now and then.
    pub rights: watch::Sender<()>,
    /// Cancelled when the service is about to end, so that long polls end.
    pub stopping: CancellationToken,
}

impl Context {
    /// Whether browsers come over HTTPS, so that cookies may go no other way.
    pub(crate) fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// The public address of a path that begins with `/`.
    pub(crate) fn public_url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }

    /// Something was committed that concerns what is shown of a guild.
    pub(crate) fn wrote(&self, guild: GuildId) {
        self.writes.count(guild);
        self.changed.notify_waiters();
    }

    /// Somebody may have lost a session, a token or a right.
    pub(crate) fn rights_changed(&self) {
        self.rights.send_replace(());
    }

    /// Now, to the millisecond.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new id.
    pub(crate) fn next_id<Id: TryFrom<i64, Error: std::fmt::Debug>>(&self) -> Id {
        self.ids.next(self.now())
    }
}

/// Counts of writes. Guilds share a few hundred of them, as one that is counted for another is only read
/// once more.
#[derive(Debug)]
pub(crate) struct Writes([AtomicU64; 256]);

impl Default for Writes {
    fn default() -> Self {
        Self([const { AtomicU64::new(0) }; 256])
    }
}

impl Writes {
    /// Something was committed that belongs to a guild.
    fn count(&self, guild: GuildId) {
        self.at(guild).fetch_add(1, Ordering::AcqRel);
    }

    /// How often that was so.
    pub(crate) fn of(&self, guild: GuildId) -> u64 {
        self.at(guild).load(Ordering::Acquire)
    }

    fn at(&self, guild: GuildId) -> &AtomicU64 {
        // Of a snowflake the lowest bits count what was made in a millisecond, and are mostly alike.
        let index = (guild.get() >> 22).rem_euclid(256);
        &self.0[usize::try_from(index).expect("below 256")]
    }
}

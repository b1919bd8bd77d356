//! Who is excused from sessions by something that another capability keeps, such as a leave of absence.
//!
//! Attendance knows no capability that builds on it: each registers where it is asked, in its
//! `capability.rs`. What comes back is compared with sessions whenever one is shown, and stored nowhere,
//! so that an excuse that is given or taken back counts from that moment on, also for the past. Where
//! points hang on it, whoever keeps excuses says what changed: `service::excuse_changed`.

use crate::db::{Error, Reading};
use futures_util::future::BoxFuture;
use jiff::Timestamp;
use paddock_api_types::{GuildId, UserId};
use std::collections::BTreeMap;

/// Somebody is excused from sessions that were opened during this time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Excuse {
    pub(crate) user_id: UserId,
    pub(crate) from: Timestamp,
    /// Excluded.
    pub(crate) until: Timestamp,
}

/// Finds the excuses of a guild that touch a time, whose end belongs to it. More is no harm.
pub(crate) type ExcuseSource = for<'a, 'r> fn(
    &'a mut Reading<'r>,
    GuildId,
    (Timestamp, Timestamp),
) -> BoxFuture<'a, Result<Vec<Excuse>, Error>>;

/// Every source, in the order of the capabilities.
pub(crate) struct ExcuseSources(pub(crate) Vec<ExcuseSource>);

impl ExcuseSources {
    /// The excuses that touch a time.
    pub(super) async fn within(
        &self,
        reading: &mut Reading<'_>,
        guild: GuildId,
        time: (Timestamp, Timestamp),
    ) -> Result<Excuses, Error> {
        let mut excuses = Excuses::default();
        for source in &self.0 {
            for excuse in source(reading, guild, time).await? {
                let of_member = excuses.0.entry(excuse.user_id).or_default();
                of_member.push((excuse.from, excuse.until));
            }
        }
        Ok(excuses)
    }
}

/// Excuses by member.
#[derive(Debug, Default)]
pub(crate) struct Excuses(BTreeMap<UserId, Vec<(Timestamp, Timestamp)>>);

impl Excuses {
    /// Whether a member is excused from a session that was opened at this moment.
    pub(crate) fn hold(&self, user: UserId, at: Timestamp) -> bool {
        let times = self.0.get(&user).into_iter().flatten();
        times
            .into_iter()
            .any(|(from, until)| *from <= at && at < *until)
    }

    /// Those who have any.
    pub(crate) fn users(&self) -> Vec<i64> {
        self.0.keys().map(|user| user.get()).collect()
    }

    /// Those who are excused from a session that was opened at this moment.
    pub(crate) fn users_at(&self, at: Timestamp) -> Vec<i64> {
        let users = self.0.keys().filter(|user| self.hold(**user, at));
        users.map(|user| user.get()).collect()
    }
}

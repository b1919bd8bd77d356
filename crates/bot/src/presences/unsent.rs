//! What is to be reported about the staff of a guild: one state of each, so that it cannot grow.

use paddock_api_types::{
    UserId,
    staff::{MAX_PRESENCES, ReportPresences, ReportedPresence, StaffWatch},
};
use std::collections::{BTreeMap, HashSet};

/// The staff of a guild, and what is still to be reported.
#[derive(Debug, Default)]
pub(super) struct Unsent {
    staff: HashSet<UserId>,
    version: i64,
    states: BTreeMap<UserId, State>,
    /// The ticket of the round whose answers have all come, until that is reported.
    complete: Option<u64>,
}

/// The latest that is known of somebody.
#[derive(Debug)]
struct State {
    /// `None`: not in the guild.
    presence: Option<ReportedPresence>,
    /// Whether Discord was asked for it.
    is_seed: bool,
}

/// A report, and what it was made of.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) report: ReportPresences,
    /// The round that it completes.
    pub(super) ticket: Option<u64>,
}

impl Unsent {
    pub(super) fn is_staff(&self, user: UserId) -> bool {
        self.staff.contains(&user)
    }

    pub(super) fn has_staff(&self) -> bool {
        !self.staff.is_empty()
    }

    /// The version of the list of staff.
    pub(super) fn version(&self) -> i64 {
        self.version
    }

    /// Takes the list of staff, and drops what is about anybody else.
    pub(super) fn set_staff(&mut self, watch: &StaffWatch) {
        self.staff = watch.user_ids.iter().copied().collect();
        self.version = watch.version;
        let staff = &self.staff;
        self.states.retain(|user, _| staff.contains(user));
    }

    /// Remembers how somebody is, in place of how they were. Answers whether they are staff.
    pub(super) fn saw(
        &mut self,
        user: UserId,
        presence: Option<ReportedPresence>,
        is_seed: bool,
    ) -> bool {
        let is_staff = self.is_staff(user);
        if is_staff {
            self.states.insert(user, State { presence, is_seed });
        }
        is_staff
    }

    /// Everything that a round asked for has come.
    pub(super) fn complete(&mut self, ticket: u64) {
        self.complete = Some(ticket);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.states.is_empty() && self.complete.is_none()
    }

    /// The next report: of what changed before what Discord was asked for, the end of which says that
    /// nothing is missing.
    pub(super) fn take(&mut self) -> Option<Batch> {
        if self.is_empty() {
            return None;
        }
        let seed = self.states.values().all(|state| state.is_seed);
        let users = self.states.iter();
        let users = users.filter(|(_, state)| state.is_seed == seed);
        let users: Vec<_> = users.map(|(user, _)| *user).take(MAX_PRESENCES).collect();
        let mut report = ReportPresences {
            seed,
            complete: false,
            presences: vec![],
            absent: vec![],
        };
        for user in users {
            match self.states.remove(&user).map(|state| state.presence) {
                Some(Some(presence)) => report.presences.push(presence),
                _ => report.absent.push(user),
            }
        }
        let ticket = self.complete.filter(|_| seed && self.states.is_empty());
        if ticket.is_some() {
            self.complete = None;
        }
        report.complete = ticket.is_some();
        Some(Batch { report, ticket })
    }

    /// Takes back a report that failed; what came meanwhile is newer and stays.
    pub(super) fn put_back(&mut self, batch: Batch) {
        let is_seed = batch.report.seed;
        let present = batch.report.presences.into_iter();
        let present = present.map(|presence| (presence.user_id, Some(presence)));
        let absent = batch.report.absent.into_iter().map(|user| (user, None));
        for (user, presence) in present.chain(absent) {
            if self.is_staff(user) {
                let state = State { presence, is_seed };
                self.states.entry(user).or_insert(state);
            }
        }
        self.complete = self.complete.max(batch.ticket);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock;
    use PresenceStatus::{Dnd, Idle, Online};
    use paddock_api_types::staff::{Platforms, PresenceStatus};

    fn user(id: i64) -> UserId {
        UserId::new(id).unwrap()
    }

    fn shown(id: i64, status: PresenceStatus) -> (UserId, Option<ReportedPresence>) {
        let presence = ReportedPresence {
            user_id: user(id),
            status,
            platforms: Platforms::default(),
            activities: vec![],
            custom_status: None,
            observed_at: clock::now(),
        };
        (user(id), Some(presence))
    }

    fn staff(count: i64) -> Unsent {
        let mut unsent = Unsent::default();
        unsent.set_staff(&StaffWatch {
            version: 1,
            user_ids: (1..=count).map(user).collect(),
            sync_minutes: 2,
        });
        unsent
    }

    fn saw(unsent: &mut Unsent, id: i64, status: PresenceStatus, is_seed: bool) -> bool {
        let (user, presence) = shown(id, status);
        unsent.saw(user, presence, is_seed)
    }

    fn statuses(batch: &Batch) -> Vec<(i64, PresenceStatus)> {
        let presences = batch.report.presences.iter();
        presences.map(|it| (it.user_id.get(), it.status)).collect()
    }

    #[test]
    fn what_changed_goes_before_what_was_asked_for_and_is_not_overwritten_by_it() {
        let mut unsent = staff(2);
        saw(&mut unsent, 1, Online, true);
        saw(&mut unsent, 2, Online, true);
        unsent.complete(4);
        saw(&mut unsent, 1, Dnd, false);
        let changes = unsent.take().unwrap();
        assert_eq!((statuses(&changes), changes.ticket), (vec![(1, Dnd)], None));
        assert!(!changes.report.seed && !changes.report.complete);
        let seed = unsent.take().unwrap();
        assert_eq!((statuses(&seed), seed.ticket), (vec![(2, Online)], Some(4)));
        assert!(seed.report.seed && seed.report.complete);
        assert!(unsent.take().is_none());
    }

    #[test]
    fn a_round_whose_answers_are_all_outdated_is_completed_all_the_same() {
        let mut unsent = staff(1);
        saw(&mut unsent, 1, Online, true);
        unsent.complete(4);
        saw(&mut unsent, 1, Idle, false);
        assert_eq!(unsent.take().unwrap().ticket, None);
        let end = unsent.take().unwrap();
        assert_eq!((statuses(&end), end.ticket), (vec![], Some(4)));
    }

    #[test]
    fn a_report_that_failed_is_sent_again_without_what_is_outdated() {
        let mut unsent = staff(3);
        for id in 1..=3 {
            saw(&mut unsent, id, Online, true);
        }
        unsent.complete(4);
        let failed = unsent.take().unwrap();
        saw(&mut unsent, 1, Dnd, false);
        let gone = StaffWatch {
            version: 2,
            user_ids: vec![user(1), user(2)],
            sync_minutes: 2,
        };
        unsent.set_staff(&gone);
        unsent.put_back(failed);
        assert_eq!(statuses(&unsent.take().unwrap()), [(1, Dnd)]);
        let seed = unsent.take().unwrap();
        assert_eq!((statuses(&seed), seed.ticket), (vec![(2, Online)], Some(4)));
    }

    #[test]
    fn nothing_is_kept_of_who_is_no_staff() {
        let mut unsent = staff(1);
        assert!(!saw(&mut unsent, 9, Online, false));
        assert!(!saw(&mut unsent, 9, Online, true));
        assert!(unsent.is_empty());
    }
}

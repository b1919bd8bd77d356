//! What should be done in Discord, from the roles owed and the roles present.

use crate::effects::waits_for_an_admin;
use paddock_api_types::RoleId;
use paddock_api_types::effects::{EffectAction, EffectErrorCode, EffectState};
use std::collections::{BTreeMap, BTreeSet};

/// One reason to have a role, or the memory of one that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OwedRole {
    pub(super) role_id: RoleId,
    pub(super) source: String,
    /// `false` keeps in mind that Paddock gave the role, so that it may take it back.
    pub(super) owed: bool,
}

/// Give or take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Grant(RoleId),
    Revoke(RoleId),
}

impl Step {
    pub(super) fn role(self) -> RoleId {
        match self {
            Self::Grant(role) | Self::Revoke(role) => role,
        }
    }
}

/// Whether a member should have each role that Paddock ever owed them.
pub(super) fn wanted(rows: &[OwedRole]) -> BTreeMap<RoleId, bool> {
    let mut wanted = BTreeMap::new();
    for row in rows {
        *wanted.entry(row.role_id).or_default() |= row.owed;
    }
    wanted
}

/// What changes for a member when what is owed changes.
pub(super) fn difference(
    before: &BTreeMap<RoleId, bool>,
    after: &BTreeMap<RoleId, bool>,
) -> Vec<Step> {
    let was = |role| before.get(role).copied().unwrap_or_default();
    after
        .iter()
        .filter(|(role, wanted)| was(role) != **wanted)
        .map(|(role, wanted)| {
            if *wanted {
                Step::Grant(*role)
            } else {
                Step::Revoke(*role)
            }
        })
        .collect()
}

/// What is missing between what is owed and what a member has.
pub(super) fn missing(wanted: &BTreeMap<RoleId, bool>, actual: &BTreeSet<RoleId>) -> Vec<Step> {
    let actual: BTreeMap<_, _> = wanted
        .keys()
        .map(|role| (*role, actual.contains(role)))
        .collect();
    difference(&actual, wanted)
}

/// Whether an effect will perform this step, or failed for a reason that only an admin can remove. One
/// that is being performed may have been performed before the report, so it does not count.
pub(super) fn covers(
    action: &EffectAction,
    state: EffectState,
    error: Option<EffectErrorCode>,
    step: Step,
) -> bool {
    let same = match (action, step) {
        (EffectAction::GrantRole { role_id, .. }, Step::Grant(role))
        | (EffectAction::RevokeRole { role_id, .. }, Step::Revoke(role)) => *role_id == role,
        _ => false,
    };
    // One that was given up in an outage, or because the member was away, is asked for again.
    let stopped = error.is_some_and(waits_for_an_admin);
    same && (state == EffectState::Pending || (state == EffectState::Failed && stopped))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(id: i64) -> RoleId {
        RoleId::new(id).unwrap()
    }

    fn row(id: i64, source: &str, owed: bool) -> OwedRole {
        OwedRole {
            role_id: role(id),
            source: source.to_owned(),
            owed,
        }
    }

    #[test]
    fn a_role_is_wanted_while_any_source_owes_it() {
        let rows = [
            row(1, "verified", false),
            row(1, "prize:9", true),
            row(2, "verified", false),
        ];
        assert_eq!(wanted(&rows), [(role(1), true), (role(2), false)].into());
    }

    #[test]
    fn only_what_differs_is_done() {
        let wanted = [
            (role(1), true),
            (role(2), true),
            (role(3), false),
            (role(4), false),
        ]
        .into();
        let actual = [role(2), role(4), role(5)].into();
        assert_eq!(
            missing(&wanted, &actual),
            [Step::Grant(role(1)), Step::Revoke(role(4))]
        );
    }

    proptest::proptest! {
        #[test]
        fn doing_what_is_missing_leaves_nothing_missing(
            wanted in proptest::collection::btree_map(1i64..8, proptest::bool::ANY, 0..8),
            actual in proptest::collection::btree_set(1i64..8, 0..8),
        ) {
            let wanted: BTreeMap<_, _> = wanted.into_iter().map(|(id, w)| (role(id), w)).collect();
            let mut actual: BTreeSet<_> = actual.into_iter().map(role).collect();
            for step in missing(&wanted, &actual) {
                match step {
                    Step::Grant(role) => actual.insert(role),
                    Step::Revoke(role) => actual.remove(&role),
                };
            }
            proptest::prop_assert!(missing(&wanted, &actual).is_empty());
        }
    }
}

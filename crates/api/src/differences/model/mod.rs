//! How claims and a roster compare. Everything follows from the two and the links between them.

#[cfg(test)]
mod tests;

use crate::league::Entry;
use crate::numbers::Claim;
use paddock_api_types::league::{
    Difference, DifferenceCounts, DifferenceHolder, DifferenceKind, IracingLink, RosterDriver,
};
use paddock_api_types::{CarNumber, NumberClassId, UserId};
use std::collections::{BTreeMap, HashMap};

/// What there is of one number.
#[derive(Default)]
struct Number<'a> {
    entries: Vec<&'a Entry>,
    claims: Vec<&'a Claim>,
}

/// What is known of accounts and their members.
struct Known<'a> {
    links: HashMap<UserId, &'a IracingLink>,
    /// The numbers that the roster gives to accounts.
    assigned: HashMap<i64, &'a CarNumber>,
    /// The league holds everybody's consent.
    consent: bool,
}

/// Every difference, by kind, number and class.
pub(super) fn compare(
    claims: &[Claim],
    roster: &[Entry],
    links: &[IracingLink],
    consent: bool,
) -> Vec<Difference> {
    let mut numbers: BTreeMap<&CarNumber, Number<'_>> = BTreeMap::new();
    let mut assigned = HashMap::new();
    for entry in roster {
        // Whoever has no number differs from nobody: in a league of thousands that is everybody.
        let Some(number) = &entry.driver.number else {
            continue;
        };
        numbers.entry(number).or_default().entries.push(entry);
        assigned.insert(entry.driver.cust_id, number);
    }
    for claim in claims {
        numbers.entry(&claim.number).or_default().claims.push(claim);
    }
    let known = Known {
        links: links.iter().map(|link| (link.user_id, link)).collect(),
        assigned,
        consent,
    };
    let mut differences = Vec::new();
    for (number, it) in numbers {
        of_number(number, &it, &known, &mut differences);
    }
    differences.sort_by_key(key);
    differences
}

fn of_number(number: &CarNumber, it: &Number<'_>, known: &Known<'_>, into: &mut Vec<Difference>) {
    let mut unmatched = Vec::new();
    let mut left: Vec<&Entry> = it.entries.clone();
    for claim in &it.claims {
        let account = known.links.get(&claim.user_id).map(|link| link.iracing_id);
        let own = |entry: &&&Entry| Some(entry.driver.cust_id) == account;
        match it.entries.iter().find(own) {
            Some(entry) => {
                left.retain(|it| it.driver.cust_id != entry.driver.cust_id);
                into.push(known.claimed(DifferenceKind::Match, claim, &[entry]));
            }
            None => unmatched.push(claim),
        }
    }
    let kind = if left.is_empty() {
        DifferenceKind::ToAssign
    } else {
        DifferenceKind::Clash
    };
    for claim in unmatched {
        into.push(known.claimed(kind, claim, &left));
    }
    if it.claims.is_empty() {
        into.push(known.unclaimed(DifferenceKind::RosterOnly, number, &it.entries));
    }
    if it.entries.len() > 1 && !left.is_empty() {
        into.push(known.unclaimed(DifferenceKind::Doubled, number, &it.entries));
    }
}

impl Known<'_> {
    fn claimed(&self, kind: DifferenceKind, claim: &Claim, drivers: &[&Entry]) -> Difference {
        let link = self.links.get(&claim.user_id);
        let elsewhere = link.and_then(|link| self.assigned.get(&link.iracing_id));
        let elsewhere = elsewhere.filter(|number| ***number != claim.number);
        Difference {
            kind,
            number: claim.number.clone(),
            class_id: claim.class_id(),
            class_name: claim.class_name.clone(),
            holder: Some(DifferenceHolder {
                user_id: claim.user_id,
                display_name: claim.display_name.clone(),
                linked: link.is_some(),
                iracing_id: link
                    .filter(|link| link.consent || self.consent)
                    .map(|link| link.iracing_id),
                roster_number: elsewhere.map(|number| (*number).clone()),
            }),
            drivers: self.drivers(drivers),
        }
    }

    fn unclaimed(
        &self,
        kind: DifferenceKind,
        number: &CarNumber,
        drivers: &[&Entry],
    ) -> Difference {
        Difference {
            kind,
            number: number.clone(),
            class_id: None,
            class_name: None,
            holder: None,
            drivers: self.drivers(drivers),
        }
    }

    fn drivers(&self, entries: &[&Entry]) -> Vec<RosterDriver> {
        let shown = |entry: &&Entry| {
            let consent = entry.consent || self.consent;
            RosterDriver {
                user_id: entry.user_id,
                iracing_id: consent.then_some(entry.driver.cust_id),
                name: entry.driver.name.clone().filter(|_| consent),
            }
        };
        entries.iter().map(shown).collect()
    }
}

/// By what differences are in order: kind, value, digits and class.
pub(super) fn key(it: &Difference) -> [i64; 4] {
    let digits = i64::try_from(it.number.digits()).unwrap_or(i64::MAX);
    let class = it.class_id.map_or(0, NumberClassId::get);
    [it.kind as i64, it.number.value().into(), digits, class]
}

/// How many there are of each kind.
pub(super) fn counts(all: &[Difference]) -> DifferenceCounts {
    let mut counts = DifferenceCounts::default();
    for it in all {
        let count = match it.kind {
            DifferenceKind::Match => &mut counts.matches,
            DifferenceKind::ToAssign => &mut counts.to_assign,
            DifferenceKind::Clash => &mut counts.clashes,
            DifferenceKind::RosterOnly => &mut counts.roster_only,
            DifferenceKind::Doubled => &mut counts.doubled,
        };
        *count += 1;
    }
    counts
}

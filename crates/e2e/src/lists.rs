//! Whole lists, read page by page as any client has to, and what must hold of them.

use paddock_api_client::{Client, Error};
use paddock_api_types::Page;
use paddock_api_types::audit::{AuditEntry, ListAuditQuery};
use paddock_api_types::effects::{Effect, ListEffectsQuery};
use paddock_api_types::members::{ListMembersQuery, Member};
use std::collections::BTreeMap;

/// Rows on one page, few enough that a list of some hundred has several.
const PAGE: Option<u32> = Some(60);

/// Every member, oldest registration first.
pub async fn all_members(client: &Client) -> Vec<Member> {
    all("members", async |cursor| {
        let query = ListMembersQuery {
            limit: PAGE,
            cursor,
            ..ListMembersQuery::default()
        };
        client.list_members(&query).await
    })
    .await
}

/// The whole audit log, oldest entry first.
pub async fn all_audit(client: &Client) -> Vec<AuditEntry> {
    let mut entries = all("the audit log", async |cursor| {
        let query = ListAuditQuery {
            limit: PAGE,
            cursor,
            ..ListAuditQuery::default()
        };
        client.list_audit(&query).await
    })
    .await;
    entries.reverse();
    entries
}

/// Every effect, oldest first.
pub async fn all_effects(client: &Client) -> Vec<Effect> {
    let mut effects = all("effects", async |cursor| {
        let query = ListEffectsQuery {
            limit: PAGE,
            cursor,
            ..ListEffectsQuery::default()
        };
        client.list_effects(&query).await
    })
    .await;
    effects.reverse();
    effects
}

async fn all<T>(
    what: &str,
    mut page: impl AsyncFnMut(Option<String>) -> Result<Page<T>, Error>,
) -> Vec<T> {
    let mut items = Vec::new();
    let mut cursor = None;
    loop {
        let read = page(cursor).await;
        let read = read.unwrap_or_else(|error| panic!("{what} cannot be listed: {error}"));
        items.extend(read.items);
        cursor = read.next_cursor;
        if cursor.is_none() {
            return items;
        }
    }
}

/// Asserts that each member has exactly one audit entry of their registration, and each such entry a
/// member.
///
/// # Panics
///
/// When one is missing, or there twice.
#[track_caller]
pub fn assert_registered_once(members: &[Member], audit: &[AuditEntry]) {
    let mut entries: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in audit.iter().filter(|it| it.action == "member.registered") {
        *entries.entry(&entry.subject).or_default() += 1;
    }
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for member in members {
        *known
            .entry(format!("member:{}", member.user_id))
            .or_default() += 1;
    }
    for (subject, times) in &entries {
        assert_eq!(*times, 1, "registered more than once: {subject}");
        assert!(
            known.contains_key(*subject),
            "registered, but no member: {subject}"
        );
    }
    for (subject, times) in &known {
        assert_eq!(*times, 1, "listed more than once: {subject}");
        assert!(
            entries.contains_key(subject.as_str()),
            "a member who never registered: {subject}"
        );
    }
}

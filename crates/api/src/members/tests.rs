//! Members come, are judged, leave and return.

use super::{MemberError, service};
use crate::page::PageRequest;
use crate::roles;
use crate::testing::{TestContext, guild, role, text, user};
use paddock_api_types::audit::AuditEntry;
use paddock_api_types::bot::{MemberRange, ReportMembers, ReportedMember};
use paddock_api_types::effects::EffectAction;
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::members::{
    Level, ListMembersQuery, MemberStatus, RegisterMember, RejectMember, VerifyMember,
};
use std::sync::Arc;

fn because(reason: &str) -> RejectMember {
    RejectMember {
        reason: Some(text(reason)),
        waiting: None,
    }
}

fn seen(id: i64, in_guild: bool) -> ReportedMember {
    let discord_name = Some(format!("name {id}"));
    ReportedMember {
        user_id: user(id),
        in_guild,
        discord_name,
        pending: false,
        role_ids: Vec::new(),
    }
}

async fn report(
    test: &TestContext,
    members: Vec<ReportedMember>,
    range: Option<MemberRange>,
) -> u32 {
    let report = ReportMembers { members, range };
    service::report(&test.ctx, guild(1), &report).await.unwrap()
}

async fn in_guild(test: &TestContext, id: i64) -> bool {
    service::get(&test.admin(), user(id))
        .await
        .unwrap()
        .in_guild
}

async fn log(test: &TestContext) -> Vec<AuditEntry> {
    let page = PageRequest::parse(None, None).unwrap();
    crate::audit::service::list(&test.admin(), None, None, page)
        .await
        .unwrap()
        .items
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_admins_verifying_at_once_verify_once() {
    let test = TestContext::new().await;
    test.register(1, "Ada").await;
    let tasks: Vec<_> = (0..50)
        .map(|_| {
            let op = test.admin();
            tokio::spawn(async move {
                service::verify(&op, user(1), VerifyMember::default())
                    .await
                    .unwrap()
                    .status
            })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap(), MemberStatus::Verified);
    }
    let verified = log(&test)
        .await
        .iter()
        .filter(|it| it.action == "member.verified")
        .count();
    assert_eq!(verified, 1);
}

#[tokio::test]
async fn rights_rest_on_the_verification() {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    let op = test.admin();
    service::grant_admin(&op, user(1)).await.unwrap();
    service::grant_api_access(&op, user(1)).await.unwrap();
    let member = service::reject(&op, user(1), because("out")).await.unwrap();
    assert!(!member.is_admin && member.api_access_since.is_none());
    let member = service::verify(&op, user(1), VerifyMember::default())
        .await
        .unwrap();
    assert!(
        !member.is_admin && member.api_access_since.is_none(),
        "not given back by itself"
    );
    assert_eq!(member.status_reason, None);
}

#[tokio::test]
async fn members_are_listed_by_registration_and_filtered() {
    let test = TestContext::new().await;
    for id in 1..=5 {
        test.register(id, "Somebody").await;
    }
    service::verify(&test.admin(), user(2), VerifyMember::default())
        .await
        .unwrap();
    service::grant_admin(&test.admin(), user(2)).await.unwrap();
    report(&test, vec![seen(4, false)], None).await;
    let list = |query: ListMembersQuery, limit, cursor: Option<String>| {
        let op = test.admin();
        async move {
            let page = PageRequest::parse(Some(limit), cursor.as_deref()).unwrap();
            let page = service::list(&op, &query, page).await.unwrap();
            let ids: Vec<_> = page
                .items
                .iter()
                .map(|member| member.user_id.get())
                .collect();
            (ids, page.next_cursor)
        }
    };
    let all = ListMembersQuery::default();
    let (first, cursor) = list(all.clone(), 3, None).await;
    assert_eq!(first, [1, 2, 3]);
    assert_eq!(list(all.clone(), 3, cursor).await, (vec![4, 5], None));
    let pending = ListMembersQuery {
        status: Some(MemberStatus::Pending),
        ..all.clone()
    };
    assert_eq!(list(pending, 9, None).await.0, [1, 3, 4, 5]);
    let admins = ListMembersQuery {
        admin: Some(true),
        ..all.clone()
    };
    assert_eq!(list(admins, 9, None).await.0, [2]);
    let gone = ListMembersQuery {
        in_guild: Some(false),
        ..all
    };
    assert_eq!(list(gone, 9, None).await.0, [4]);
}

#[tokio::test]
async fn leaving_keeps_everything_and_returning_finds_it() {
    let test = TestContext::new().await;
    test.verified(1, "Ada").await;
    assert_eq!(
        report(&test, vec![seen(1, false), seen(99, true)], None).await,
        1,
        "99 is unknown"
    );
    assert!(!in_guild(&test, 1).await);
    report(&test, vec![seen(1, true)], None).await;
    let member = service::get(&test.admin(), user(1)).await.unwrap();
    assert!(member.in_guild && member.status == MemberStatus::Verified);
    assert_eq!(member.discord_name.as_deref(), Some("name 1"));
    let actions: Vec<_> = log(&test)
        .await
        .into_iter()
        .map(|it| it.action)
        .take(2)
        .collect();
    assert_eq!(actions, ["member.returned", "member.left"]);
}

#[tokio::test]
async fn who_is_missing_from_a_complete_list_has_left() {
    let test = TestContext::new().await;
    for id in [10, 20, 30, 40] {
        test.register(id, "Somebody").await;
    }
    let page = MemberRange {
        after: Some(user(10)),
        through: Some(user(30)),
    };
    report(&test, vec![seen(30, true)], Some(page)).await;
    assert!(in_guild(&test, 10).await, "before the page");
    assert!(!in_guild(&test, 20).await);
    assert!(in_guild(&test, 30).await);
    assert!(in_guild(&test, 40).await, "after the page");
    let last = MemberRange {
        after: Some(user(30)),
        through: None,
    };
    report(&test, Vec::new(), Some(last)).await;
    assert!(!in_guild(&test, 40).await, "an empty last page");
    report(&test, Vec::new(), None).await;
}

#[tokio::test]
async fn another_verified_role_reaches_every_verified_member() {
    let test = TestContext::new().await;
    for id in 1..=120 {
        test.register(id, "Somebody").await;
    }
    for id in 1..=60 {
        service::verify(&test.admin(), user(id), VerifyMember::default())
            .await
            .unwrap();
    }
    for number in [7, 8] {
        let update: UpdateGuild =
            serde_json::from_str(&format!(r#"{{"verified_role_id": "{number}"}}"#)).unwrap();
        crate::guilds::service::update(&test.admin(), &update)
            .await
            .unwrap();
        service::sync_owed_roles(&test.ctx).await.unwrap();
        for (id, owed) in [
            (1, vec![role(number)]),
            (60, vec![role(number)]),
            (61, vec![]),
        ] {
            let found = roles::service::owed_to(&test.ctx.db, guild(1), user(id))
                .await
                .unwrap();
            assert_eq!(found, owed, "member {id}");
        }
    }
}

/// Grants that wait to be performed.
async fn grants(test: &TestContext) -> usize {
    let unsettled = crate::effects::service::lease(&test.ctx, 100, std::time::Duration::ZERO);
    let unsettled = unsettled.await.unwrap();
    unsettled
        .iter()
        .filter(|effect| matches!(effect.action, EffectAction::GrantRole { .. }))
        .count()
}

#[tokio::test]
async fn members_get_no_role_before_they_accept_the_rules() {
    let test = TestContext::new().await;
    let update: UpdateGuild = serde_json::from_str(r#"{"verified_role_id": "7"}"#).unwrap();
    crate::guilds::service::update(&test.admin(), &update)
        .await
        .unwrap();
    for id in [1, 2] {
        test.register(id, &format!("Member {id}")).await;
    }
    // The first is verified before they leave; their role was never given.
    service::verify(&test.admin(), user(1), VerifyMember::default())
        .await
        .unwrap();
    report(&test, vec![seen(1, false)], None).await;
    let pending = |id| ReportedMember {
        pending: true,
        ..seen(id, true)
    };
    report(&test, vec![pending(1), pending(2)], None).await;
    service::verify(&test.admin(), user(2), VerifyMember::default())
        .await
        .unwrap();
    report(&test, vec![pending(1), pending(2)], None).await;
    assert_eq!(grants(&test).await, 0);
    report(&test, vec![seen(1, true), seen(2, true)], None).await;
    assert_eq!(grants(&test).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn registering_and_erasing_at_once_ends_at_the_limit() {
    let test = Arc::new(TestContext::new().await);
    let loops = (0..8).map(|_| {
        let test = test.clone();
        tokio::spawn(async move {
            let op = test.by(1, Level::Guest);
            let ada = || RegisterMember {
                display_name: text("Ada"),
                external_id: None,
                discord_name: None,
            };
            loop {
                match service::register(&op, ada()).await {
                    // Another one may erase the member first.
                    Ok(_) => drop(crate::privacy::service::erase(&op).await),
                    Err(MemberError::TooOften { limit, .. }) => break limit,
                    Err(error) => panic!("{error}"),
                }
            }
        })
    });
    let loops: Vec<_> = loops.collect();
    for at in loops {
        assert_eq!(at.await.unwrap(), 5);
    }
    let entries = log(&test).await;
    let registered = entries.iter().filter(|it| it.action == "member.registered");
    assert_eq!(registered.count(), 5);
}

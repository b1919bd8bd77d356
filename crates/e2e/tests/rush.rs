//! Many press at the same instant.

use paddock_api_client::{Client, Error};
use paddock_api_types::UserId;
use paddock_api_types::effects::EffectAction;
use paddock_api_types::guilds::UpdateGuild;
use paddock_api_types::members::{Level, RegisterMember, RejectMember};
use paddock_e2e::{
    Setup, System, all_audit, all_effects, all_members, assert_registered_once, member_name, text,
    welcome_or_update,
};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

const CROWD: usize = 50;

fn user(n: usize) -> UserId {
    UserId::new(1_400_000_000_000_000_000 + i64::try_from(n).unwrap()).unwrap()
}

/// Lets everybody do the same at the same instant.
async fn all_at_once<T, F>(work: impl Fn(usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = Result<T, Error>> + Send + 'static,
{
    let start = Arc::new(Barrier::new(CROWD));
    let mut people = JoinSet::new();
    for n in 1..=CROWD {
        let (start, work) = (start.clone(), work(n));
        people.spawn(async move {
            start.wait().await;
            work.await
        });
    }
    let outcomes = people.join_all().await.into_iter();
    outcomes
        .map(|outcome| outcome.unwrap_or_else(|error| panic!("somebody was refused: {error}")))
        .collect()
}

async fn register(client: Client, name: String) -> Result<(), Error> {
    let member = RegisterMember {
        display_name: text(name),
        external_id: None,
        discord_name: None,
    };
    client.register_member(&member).await.map(drop)
}

#[tokio::test]
async fn fifty_members_who_register_in_discord_are_all_welcomed() {
    let system = System::with(Setup::crowd(CROWD)).await;
    system.say("owner", "/setup review_channel:#review").await;
    let mut people = JoinSet::new();
    for n in 1..=CROWD {
        let name = member_name(n);
        people.spawn(system.say(&name, &format!("/register name:Member {n}")));
    }
    for reply in people.join_all().await {
        assert!(welcome_or_update(&reply), "{}", reply.text());
    }
    let root = system.callers().root();
    let members = all_members(&root).await;
    assert_eq!(members.len(), CROWD);
    assert_registered_once(&members, &all_audit(&root).await);
    system
        .until("all are announced", |view| {
            view.messages("review").len() == CROWD
        })
        .await;
}

#[tokio::test]
async fn fifty_registrations_at_once_are_fifty_members() {
    let system = System::without_bot(Setup::default()).await;
    let callers = system.callers();
    all_at_once(|n| register(callers.member(user(n)), format!("Member {n}"))).await;
    let members = all_members(&callers.root()).await;
    assert_eq!(members.len(), CROWD);
    assert_registered_once(&members, &all_audit(&callers.root()).await);
}

#[tokio::test]
async fn one_member_who_registers_fifty_times_at_once_is_one_member() {
    let system = System::without_bot(Setup::default()).await;
    let callers = system.callers();
    all_at_once(|_| register(callers.member(user(1)), "Ada".to_owned())).await;
    let members = all_members(&callers.root()).await;
    assert_eq!(members.len(), 1);
    let audit = all_audit(&callers.root()).await;
    assert_eq!(audit.len(), 1, "{audit:#?}");
}

#[tokio::test]
async fn fifty_admins_who_verify_one_member_make_one_decision() {
    let system = System::without_bot(Setup::default()).await;
    let callers = system.callers();
    register(callers.member(user(0)), "Ada".to_owned())
        .await
        .unwrap();
    let verified = all_at_once(|n| {
        let admin = callers.administrator(user(n));
        async move { admin.verify_member(user(0), None).await }
    })
    .await;
    assert!(verified.windows(2).all(|pair| pair[0] == pair[1]));
    let audit = all_audit(&callers.root()).await;
    let decisions = audit.iter().filter(|it| it.action == "member.verified");
    assert_eq!(decisions.count(), 1);
    let effects = all_effects(&callers.root()).await;
    let messages = effects
        .iter()
        .filter(|it| matches!(it.action, EffectAction::DirectMessage { .. }));
    assert_eq!(messages.count(), 1);
}

#[tokio::test]
async fn fifty_admins_who_disagree_leave_what_the_last_one_decided() {
    let system = System::without_bot(Setup::default()).await;
    let callers = system.callers();
    register(callers.member(user(0)), "Ada".to_owned())
        .await
        .unwrap();
    all_at_once(|n| {
        let admin = callers.administrator(user(n));
        async move {
            if n % 2 == 0 {
                admin.verify_member(user(0), None).await
            } else {
                admin.reject_member(user(0), &RejectMember::default()).await
            }
        }
    })
    .await;
    let root = callers.root();
    let audit = all_audit(&root).await;
    let member = root.get_member(user(0)).await.unwrap();
    let status = serde_json::to_value(member.status).unwrap();
    assert_eq!(audit.last().unwrap().after["status"], status);
    assert_chained(audit.iter().map(|entry| (&entry.before, &entry.after)));
}

/// Each change of a value begins where the one before it ended.
fn assert_chained<'a>(
    changes: impl Iterator<Item = (&'a Map<String, Value>, &'a Map<String, Value>)>,
) {
    let mut now = Map::new();
    for (before, after) in changes {
        for key in before.keys().chain(after.keys()) {
            let was = before.get(key);
            // The first change of a setting begins with its default, which nobody wrote.
            if let Some(last) = now.get(key) {
                assert_eq!(was.unwrap_or(&Value::Null), last, "{key}");
            }
        }
        for key in before.keys().chain(after.keys()) {
            let value = after.get(key).cloned().unwrap_or(Value::Null);
            now.insert(key.clone(), value);
        }
    }
}

#[tokio::test]
async fn fifty_changes_of_settings_at_once_overwrite_nothing_unseen() {
    let system = System::without_bot(Setup::default()).await;
    let callers = system.callers();
    let keys = [
        "league_id",
        "number_max",
        "admin_role_id",
        "verified_role_id",
        "announcement_channel_id",
        "review_channel_id",
        "admin_channel_id",
        "attendance_channel_id",
    ];
    let value = |n: usize| {
        let key = keys[n % keys.len()];
        let value = match key {
            "league_id" | "number_max" => json!(1000 + n),
            _ => json!(format!("{}", 1_500_000_000_000_000_000_usize + n)),
        };
        (key, value)
    };
    all_at_once(|n| {
        let admin = callers.administrator(user(n));
        let (key, value) = value(n);
        let update: UpdateGuild = serde_json::from_value(json!({key: value})).unwrap();
        async move { admin.update_guild(&update).await }
    })
    .await;
    let root = callers.root();
    let audit = all_audit(&root).await;
    assert_eq!(audit.len(), CROWD, "one entry for each change");
    assert_chained(audit.iter().map(|entry| (&entry.before, &entry.after)));
    let settings = serde_json::to_value(root.get_guild().await.unwrap().settings).unwrap();
    for key in keys {
        let last = audit.iter().rev().find_map(|it| it.after.get(key));
        assert_eq!(Some(&settings[key]), last, "{key}");
    }
}

#[tokio::test]
async fn fifty_reads_and_writes_of_one_member_at_once_are_all_answered() {
    let system = System::without_bot(Setup::default()).await;
    let callers = system.callers();
    register(callers.member(user(0)), "Ada".to_owned())
        .await
        .unwrap();
    callers.root().verify_member(user(0), None).await.unwrap();
    let levels = all_at_once(|n| {
        let (member, root) = (callers.member(user(0)), callers.root());
        async move {
            match n % 5 {
                0 => register(member.clone(), format!("Ada {n}")).await?,
                1 => drop(root.grant_api_access(user(0)).await?),
                2 => drop(root.grant_admin(user(0)).await?),
                3 => drop(root.revoke_admin(user(0)).await?),
                _ => {}
            }
            Ok(member.get_me().await?.level)
        }
    })
    .await;
    let fine = |level: &Level| matches!(level, Level::Verified | Level::Admin);
    assert!(levels.iter().all(fine), "{levels:?}");
    let audit = all_audit(&callers.root()).await;
    assert_chained(audit.iter().map(|entry| (&entry.before, &entry.after)));
}

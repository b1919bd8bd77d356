//! `kill -9` in the middle of many registrations: what was acknowledged is there, nothing is there
//! by half, and doing it all again does nothing twice.

use paddock_api_client::{Client, Error};
use paddock_api_types::UserId;
use paddock_api_types::members::{Member, RegisterMember};
use paddock_e2e::{
    Callers, Installation, Process, WAIT_TIMEOUT, all_audit, all_members, assert_registered_once,
    text,
};
use paddock_test_db::TestDb;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;
use tokio::time::timeout;

const MEMBERS: i64 = 200;
/// Requests on their way at the same time.
const AT_ONCE: usize = 40;
/// Acknowledged when it is killed.
const HALF: usize = 100;

fn user(n: i64) -> UserId {
    UserId::new(1_300_000_000_000_000_000 + n).unwrap()
}

async fn register(client: Client, n: i64) -> Result<Member, Error> {
    let member = RegisterMember {
        display_name: text(format!("Member {n}")),
        external_id: Some(text(format!("{n:05}"))),
        discord_name: None,
    };
    client
        .with_idempotency_key(format!("crash-{n}"))
        .register_member(&member)
        .await
}

/// Registers everybody. Each acknowledgement goes to `acknowledged` as it comes.
async fn register_all(callers: &Callers, acknowledged: mpsc::UnboundedSender<(i64, Member)>) {
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let mut people = JoinSet::new();
    for n in 1..=MEMBERS {
        let client = callers.member(user(n));
        let (turns, acknowledged) = (turns.clone(), acknowledged.clone());
        people.spawn(async move {
            let _turn = turns.acquire().await.unwrap();
            match register(client, n).await {
                Ok(member) => acknowledged.send((n, member)).unwrap(),
                Err(Error::Transport(_)) => {}
                Err(error) => panic!("member {n}: {error}"),
            }
        });
    }
    people.join_all().await;
}

/// Whether this is what was acknowledged. The bot may have told by now that Discord knows none of them.
fn is_kept(found: &Member, acknowledged: &Member) -> bool {
    let mut found = found.clone();
    if !found.in_guild {
        found.in_guild = acknowledged.in_guild;
        found.updated_at = acknowledged.updated_at;
    }
    found == *acknowledged
}

async fn survives_a_kill(mut installation: Installation, arguments: &[&str]) {
    let mut process: Process = installation.start(arguments);
    let callers = process.callers().await;
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let registering = tokio::spawn({
        let callers = callers.clone();
        async move { register_all(&callers, sender).await }
    });
    let mut acknowledged = BTreeMap::new();
    while acknowledged.len() < HALF {
        let next = timeout(WAIT_TIMEOUT, receiver.recv()).await;
        let (n, member) = next.expect("registrations go on").unwrap();
        acknowledged.insert(n, member);
    }
    process.kill();
    registering.await.unwrap();
    while let Ok((n, member)) = receiver.try_recv() {
        acknowledged.insert(n, member);
    }
    let count = acknowledged.len();
    assert!(
        i64::try_from(count).unwrap() < MEMBERS,
        "it was killed too late to show anything"
    );

    let mut process = installation.start(arguments);
    let callers = process.callers().await;
    let root = callers.root();
    let found = all_members(&root).await;
    assert_registered_once(&found, &all_audit(&root).await);
    for member in acknowledged.values() {
        assert!(
            found.iter().any(|it| is_kept(it, member)),
            "acknowledged and lost: {member:?} (of {count} acknowledged, {} found)",
            found.len()
        );
    }

    let (sender, mut receiver) = mpsc::unbounded_channel();
    register_all(&callers, sender).await;
    let mut repeated = BTreeMap::new();
    while let Some((n, member)) = receiver.recv().await {
        repeated.insert(n, member);
    }
    assert_eq!(repeated.len(), usize::try_from(MEMBERS).unwrap());
    for (n, first) in &acknowledged {
        assert_eq!(first, &repeated[n], "the first answer, word for word");
    }
    let found = all_members(&root).await;
    assert_eq!(found.len(), usize::try_from(MEMBERS).unwrap());
    assert_registered_once(&found, &all_audit(&root).await);
}

#[tokio::test]
async fn the_all_in_one_loses_nothing_that_it_acknowledged() {
    survives_a_kill(Installation::configured(), &[]).await;
}

#[tokio::test]
async fn the_api_on_the_database_of_the_test_loses_nothing_that_it_acknowledged() {
    let db = TestDb::create().await;
    let installation = Installation::configured().with("DATABASE_URL", db.url());
    survives_a_kill(installation, &["api"]).await;
}

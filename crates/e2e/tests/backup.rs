//! Backups made amid writes, killed, damaged, and restored into either engine.

use paddock_api_client::Error;
use paddock_api_types::UserId;
use paddock_api_types::members::{Member, RegisterMember};
use paddock_e2e::{
    Callers, Installation, Output, Process, WAIT_TIMEOUT, all_audit, all_members,
    assert_registered_once, text,
};
use paddock_test_db::TestDb;
use std::fs;
use std::path::Path;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// Who registers, one member after the other, at the same time.
const WRITERS: i64 = 8;
/// Acknowledged before the backup begins.
const BEFORE: usize = 60;

/// Registers members until it is stopped. Each acknowledgement goes to `acknowledged` as it comes.
async fn register_on(
    callers: Callers,
    acknowledged: mpsc::UnboundedSender<Member>,
    stop: watch::Receiver<bool>,
) {
    let mut writers = JoinSet::new();
    for writer in 1..=WRITERS {
        let (callers, acknowledged) = (callers.clone(), acknowledged.clone());
        let stop = stop.clone();
        writers.spawn(async move {
            for n in 0.. {
                if *stop.borrow() {
                    return;
                }
                let id = 1_300_000_000_000_000_000 + writer * 1_000_000 + n;
                let member = RegisterMember {
                    display_name: text(format!("Zoë 🏎️ {n}")),
                    external_id: Some(text(format!("{writer}-{n}"))),
                    discord_name: None,
                };
                let client = callers.member(UserId::new(id).unwrap());
                match client.register_member(&member).await {
                    Ok(member) => acknowledged.send(member).unwrap(),
                    Err(Error::Transport(_)) if *stop.borrow() => return,
                    Err(error) => panic!("member {id}: {error}"),
                }
            }
        });
    }
    writers.join_all().await;
}

async fn next(acknowledged: &mut mpsc::UnboundedReceiver<Member>) -> Member {
    let next = timeout(WAIT_TIMEOUT, acknowledged.recv()).await;
    next.expect("registrations go on").expect("writers go on")
}

fn succeeded(output: &Output) {
    assert!(output.status.success(), "{output:?}");
}

fn refused(output: &Output, why: &str) {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(output.stderr.contains(why), "{output:?}");
}

/// An installation that was used, and stopped: a member is in its database.
async fn used(db: &TestDb) -> Installation {
    let mut installation = Installation::configured().with("DATABASE_URL", db.url());
    let mut api = installation.start(&["api"]);
    let callers = api.callers().await;
    let ada = RegisterMember {
        display_name: text("Ada Lovelace"),
        external_id: None,
        discord_name: None,
    };
    callers.root().register_member(&ada).await.unwrap();
    api.kill();
    installation
}

/// The members in an installation's database, each of whom registered once.
async fn members(installation: &mut Installation) -> Vec<Member> {
    let mut api: Process = installation.start(&["api"]);
    let root = api.callers().await.root();
    let found = all_members(&root).await;
    assert_registered_once(&found, &all_audit(&root).await);
    api.kill();
    found
}

#[tokio::test]
async fn a_backup_amid_writes_is_one_moment_and_can_be_restored_into_either_engine() {
    let db = TestDb::create().await;
    let mut installation = Installation::configured().with("DATABASE_URL", db.url());
    let mut api = installation.start(&["api"]);
    let callers = api.callers().await;
    let (sender, mut acknowledged) = mpsc::unbounded_channel();
    let (stop, stopped) = watch::channel(false);
    let writing = tokio::spawn(register_on(callers, sender, stopped));
    let mut before = Vec::new();
    while before.len() < BEFORE {
        before.push(next(&mut acknowledged).await);
    }
    let output = installation.run(&["backup", "copy.db"]).await;
    succeeded(&output);
    assert!(output.stdout.contains(" are in copy.db."), "{output:?}");
    // Writes went on, and go on.
    while acknowledged.try_recv().is_ok() {}
    next(&mut acknowledged).await;
    stop.send(true).unwrap();
    writing.await.unwrap();
    api.kill();

    let copy = installation.dir().join("copy.db");
    let copy = copy.to_str().unwrap();
    let original = members(&mut installation).await;
    let mut restored = Vec::new();
    let same_engine = TestDb::create().await;
    for url in [same_engine.url(), "sqlite://restored.db"] {
        let mut other = Installation::configured().with("DATABASE_URL", url);
        let output = other.run(&["restore", copy]).await;
        succeeded(&output);
        assert!(output.stdout.contains("standings are what"), "{output:?}");
        let found = members(&mut other).await;
        for member in &before {
            assert!(found.contains(member), "acknowledged and lost: {member:?}");
        }
        for member in &found {
            assert!(original.contains(member), "made up: {member:?}");
        }
        assert!(found.len() < original.len(), "writes went on");
        restored.push(found);
    }
    assert_eq!(restored[0], restored[1]);
}

#[tokio::test]
async fn a_backup_that_is_killed_leaves_no_file_under_its_name() {
    let db = TestDb::create().await;
    let mut installation = used(&db).await;
    let mut killed = 0;
    for attempt in 0..8 {
        let name = format!("{attempt}.db");
        let mut process = installation.start(&["backup", &name]);
        process.until_printed("Backing up").await;
        // Somewhere between its first line and its last.
        while !process.stdout().contains("no fault") && attempt % 2 == 0 {
            tokio::task::yield_now().await;
        }
        process.stop_short();
        if installation.dir().join(&name).exists() {
            succeeded(&installation.run(&["verify", &name]).await);
        } else {
            killed += 1;
            succeeded(&installation.run(&["backup", &name]).await);
        }
    }
    assert!(killed > 0, "every backup was faster than its end");
}

#[tokio::test]
async fn nothing_is_overwritten() {
    let db = TestDb::create().await;
    let mut installation = used(&db).await;
    let copy = installation.dir().join("copy.db");
    succeeded(&installation.run(&["backup", "copy.db"]).await);
    let first = fs::read(&copy).unwrap();
    let output = installation.run(&["backup", "copy.db"]).await;
    refused(&output, "copy.db is there already");
    assert_eq!(fs::read(&copy).unwrap(), first);
    let output = installation.run(&["restore", "copy.db"]).await;
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(members(&mut installation).await.len(), 1);
    assert_eq!(fs::read(&copy).unwrap(), first);
}

#[tokio::test]
async fn what_an_earlier_database_left_is_not_taken_for_a_part_of_the_restored_one() {
    let db = TestDb::create().await;
    let mut installation = used(&db).await;
    succeeded(&installation.run(&["backup", "copy.db"]).await);
    let copy = installation.dir().join("copy.db");
    let copy = copy.to_str().unwrap();
    let mut other = Installation::bare();
    fs::create_dir(other.data("")).unwrap();
    fs::write(other.data("paddock.db-wal"), "earlier").unwrap();
    let output = other.run(&["restore", copy]).await;
    refused(&output, "paddock.db-wal is there already");
    assert!(!other.data("paddock.db").exists());
}

#[tokio::test]
async fn nothing_is_restored_while_the_service_runs() {
    let db = TestDb::create().await;
    let mut installation = used(&db).await;
    succeeded(&installation.run(&["backup", "copy.db"]).await);
    let mut other = Installation::configured();
    let mut api = other.start(&["api"]);
    api.address().await;
    let copy = installation.dir().join("copy.db");
    let output = other.run(&["restore", copy.to_str().unwrap()]).await;
    refused(&output, "Paddock already runs");
    api.kill();
}

/// What somebody does to a file.
type Damage<'d> = &'d dyn Fn(&mut Vec<u8>);

/// The page of a file in which this text stands, and where in the file that is.
fn page_of(file: &[u8], text: &str) -> (usize, usize) {
    let size = usize::from(u16::from_be_bytes([file[16], file[17]]));
    let found = file
        .windows(text.len())
        .position(|window| window == text.as_bytes());
    let at = found.expect("the text stands somewhere in the file");
    (at / size * size, at)
}

async fn is_found_to_be_damaged(installation: &mut Installation, file: &Path) {
    let file = file.to_str().unwrap();
    let output = installation.run(&["verify", file]).await;
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(!output.stdout.contains("finds no fault"), "{output:?}");
    let mut other = Installation::configured();
    let output = other.run(&["restore", file]).await;
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(!other.data("paddock.db").exists());
}

#[tokio::test]
async fn a_file_that_was_damaged_by_hand_is_found_and_not_restored() {
    let db = TestDb::create().await;
    let mut installation = used(&db).await;
    succeeded(&installation.run(&["backup", "copy.db"]).await);
    let sound = fs::read(installation.dir().join("copy.db")).unwrap();
    let (page, at) = page_of(&sound, "Ada Lovelace");
    let damage: [(&str, Damage<'_>); 4] = [
        // The number of rows in the page, in its header: the rest of them is silently gone.
        ("rows.db", &|file| file[page + 3..page + 5].fill(0)),
        ("bytes.db", &|file| file[at - 40..at + 20].fill(0xff)),
        ("page.db", &|file| file[page..page + 512].fill(0)),
        ("short.db", &|file| file.truncate(page)),
    ];
    for (name, damage) in damage {
        let mut file = sound.clone();
        damage(&mut file);
        let path = installation.dir().join(name);
        fs::write(&path, file).unwrap();
        is_found_to_be_damaged(&mut installation, &path).await;
    }
    let no_database = installation.dir().join("letter.db");
    fs::write(&no_database, "Dear Ada,\n".repeat(1000)).unwrap();
    is_found_to_be_damaged(&mut installation, &no_database).await;
}

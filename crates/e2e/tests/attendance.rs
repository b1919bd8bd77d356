//! A lecture with two hundred people, the way they check in: by typing a code that changes.

use paddock_api_types::AttendanceSessionId;
use paddock_api_types::attendance::{UpdateAttendanceSession, UpdateAttendanceSettings};
use paddock_e2e::{Setup, System, eventually, member_name, number};
use paddock_sim_discord::{Person, Reply};
use std::collections::BTreeSet;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

const SEATS: usize = 200;
/// In a burst that something is killed in.
const BURST: usize = 60;

/// An open session in `#attendance`.
struct Lecture {
    system: System,
    session: AttendanceSessionId,
}

impl Lecture {
    /// With codes that change after this many seconds.
    async fn new(people: usize, seconds: u16) -> Self {
        let system = System::with(Setup::crowd(people)).await;
        let root = system.callers().root();
        let settings = UpdateAttendanceSettings {
            code_interval_seconds: Some(Some(number(seconds))),
            ..UpdateAttendanceSettings::default()
        };
        root.update_attendance_settings(&settings).await.unwrap();
        system
            .say(
                "owner",
                "/config channel purpose:attendance channel:#attendance",
            )
            .await;
        let opened = system
            .say("owner", "/open_attendance title:Lecture 7")
            .await;
        assert!(
            opened.text().contains("Opened: **Lecture 7**"),
            "{}",
            opened.text()
        );
        let query = serde_json::from_value(serde_json::json!({"open": true})).unwrap();
        let sessions = root.list_attendance_sessions(&query).await.unwrap();
        Self {
            session: sessions.items[0].id,
            system,
        }
    }

    /// The code that counts now.
    async fn code(&self) -> String {
        let root = self.system.callers().root();
        let codes = root.list_attendance_codes(self.session).await.unwrap();
        codes.codes[0].code.clone()
    }

    fn seat(&self, n: usize) -> Person {
        self.system.person(&member_name(n)).in_channel("attendance")
    }

    async fn here(&self, n: usize, code: &str) -> Reply {
        let reply = self.seat(n).slash(&format!("/here code:{code}")).await;
        reply.unwrap()
    }

    /// The ids of those in the export, as Discord gives it.
    async fn exported(&self) -> BTreeSet<String> {
        let command = format!("/export_csv session_id:{}", self.session);
        let reply = self.system.say("owner", &command).await;
        ids(&reply)
    }

    fn id(&self, n: usize) -> String {
        self.system.user_id(&member_name(n)).to_string()
    }
}

fn ids(reply: &Reply) -> BTreeSet<String> {
    let file = reply.attachments.first().expect("a file").text();
    let mut lines = file.lines();
    assert_eq!(
        lines.next().unwrap(),
        "\u{feff}user_id,username,timestamp,date_id,session_id,status,student_id,student_name,title"
    );
    let ids: Vec<_> = lines
        .map(|line| line.split(',').next().unwrap().to_owned())
        .collect();
    let distinct: BTreeSet<_> = ids.iter().cloned().collect();
    assert_eq!(distinct.len(), ids.len(), "one line each");
    distinct
}

fn counts(reply: &Reply) -> bool {
    assert!(reply.ephemeral, "a check-in is nobody else's business");
    reply.text().contains("You are present")
}

#[tokio::test]
async fn a_thread_of_the_channel_counts_as_the_channel() {
    let lecture = Lecture::new(2, 300).await;
    lecture.seat(1).start_thread("late arrivals", None).unwrap();
    let command = format!("/here code:{}", lecture.code().await);
    let thread = lecture.seat(1).in_channel("late arrivals");
    let (reply, _) = System::insist(thread, command).await;
    assert!(counts(&reply), "{}", reply.text());
}

#[tokio::test]
async fn two_hundred_check_in_and_the_file_holds_who_was_told_so() {
    let lecture = Lecture::new(SEATS, 15).await;
    let wrong = lecture.here(1, "XXXX").await;
    assert!(
        wrong.text().contains("That is not the code"),
        "{}",
        wrong.text()
    );
    let elsewhere = lecture.system.say(&member_name(2), "/here code:XXXX").await;
    assert!(
        elsewhere.text().contains("Not here"),
        "{}",
        elsewhere.text()
    );

    let first = lecture.code().await;
    let mut burst = JoinSet::new();
    for n in 1..=SEATS {
        let (seat, command) = (lecture.seat(n), format!("/here code:{first}"));
        burst.spawn(async move { (n, System::insist(seat, command).await.0) });
    }
    let mut accepted = BTreeSet::new();
    let mut late = vec![];
    for (n, reply) in burst.join_all().await {
        if counts(&reply) {
            accepted.insert(lecture.id(n));
        } else {
            // A slow machine typed it after the code had changed.
            assert!(
                reply.text().contains("That code is over"),
                "{}",
                reply.text()
            );
            late.push(n);
        }
    }
    assert!(accepted.len() > SEATS / 2, "{} of {SEATS}", accepted.len());

    eventually("the first code is over", async || {
        let reply = lecture.here(1, &first).await;
        reply.text().contains("That code is over").then_some(())
    })
    .await;
    late.push(1);
    for n in late {
        eventually("the code that is shown counts", async || {
            let code = lecture.code().await;
            counts(&lecture.here(n, &code).await).then_some(())
        })
        .await;
        accepted.insert(lecture.id(n));
    }
    assert_eq!(accepted.len(), SEATS);

    let closed = lecture.system.say("owner", "/close_attendance").await;
    assert!(
        closed.text().contains("**Present** 200"),
        "{}",
        closed.text()
    );
    assert_eq!(ids(&closed), accepted);
    let over = lecture.here(1, &first).await;
    assert!(
        over.text().contains("Nobody takes attendance"),
        "{}",
        over.text()
    );
}

/// Lets the burst begin, does something to the system, and gives who saw that they are in.
async fn accepted_across(
    lecture: &mut Lecture,
    strike: impl AsyncFnOnce(&mut System),
) -> BTreeSet<usize> {
    let code = lecture.code().await;
    let (sender, mut answered) = mpsc::unbounded_channel();
    let mut burst = JoinSet::new();
    for n in 1..=BURST {
        let (seat, command) = (lecture.seat(n), format!("/here code:{code}"));
        let sender = sender.clone();
        burst.spawn(async move {
            let (reply, _) = System::insist(seat, command).await;
            let is_in = counts(&reply);
            sender.send((n, is_in)).unwrap();
        });
    }
    drop(sender);
    let mut accepted = BTreeSet::new();
    let mut note = |(n, is_in): (usize, bool)| {
        if is_in {
            accepted.insert(n);
        }
    };
    for _ in 0..10 {
        note(answered.recv().await.unwrap());
    }
    strike(&mut lecture.system).await;
    while let Some(answer) = answered.recv().await {
        note(answer);
    }
    accepted
}

async fn assert_nobody_is_lost(lecture: &Lecture, accepted: BTreeSet<usize>) {
    let exported = lecture.exported().await;
    for n in accepted {
        assert!(exported.contains(&lecture.id(n)), "member {n} was told so");
    }
    // It goes on with the right code.
    let code = lecture.code().await;
    for n in 1..=BURST {
        assert!(counts(&lecture.here(n, &code).await));
    }
    assert_eq!(lecture.exported().await.len(), BURST);
}

#[tokio::test]
async fn a_killed_api_loses_nobody_who_was_told_that_they_are_in() {
    let mut lecture = Lecture::new(BURST, 300).await;
    let before = lecture.code().await;
    let accepted = accepted_across(&mut lecture, async |system| {
        system.kill_api().await;
        system.start_api().await;
    })
    .await;
    assert!(accepted.len() >= 10);
    assert_eq!(lecture.code().await, before, "codes need no memory");
    assert_nobody_is_lost(&lecture, accepted).await;
}

#[tokio::test]
async fn a_killed_bot_loses_nobody_who_was_told_that_they_are_in() {
    let mut lecture = Lecture::new(BURST, 300).await;
    let accepted = accepted_across(&mut lecture, async |system| {
        system.bot.kill().await;
        system.start_bot().await;
    })
    .await;
    assert!(accepted.len() >= 10);
    assert_nobody_is_lost(&lecture, accepted).await;
}

#[tokio::test]
async fn a_session_in_a_voice_channel_counts_who_is_connected_to_it() {
    let lecture = Lecture::new(1, 300).await;
    let root = lecture.system.callers().root();
    let lounge = lecture.system.discord.channel_id("Grid Lounge");
    let only = UpdateAttendanceSession {
        voice_channel_id: Some(Some(lounge.try_into().unwrap())),
        ..UpdateAttendanceSession::default()
    };
    let changed = root.update_attendance_session(lecture.session, &only).await;
    changed.unwrap();
    let code = lecture.code().await;
    let outside = lecture.here(1, &code).await;
    assert!(
        outside.text().contains("Only those who are in"),
        "{}",
        outside.text()
    );
    let discord = &lecture.system.discord;
    discord.set_voice(&member_name(1), Some("Grid Lounge"));
    eventually("the bot knows it", async || {
        counts(&lecture.here(1, &code).await).then_some(())
    })
    .await;
    // With a new session the gateway sends it again; until then the bot asks for it.
    discord.invalidate_session(false);
    let command = format!("/here code:{code}");
    let (reply, _) = System::insist(lecture.seat(1), command).await;
    assert!(counts(&reply), "{}", reply.text());
    discord.set_voice(&member_name(1), None);
    eventually(
        "a member who has left is not counted any more",
        async || (!counts(&lecture.here(1, &code).await)).then_some(()),
    )
    .await;
}

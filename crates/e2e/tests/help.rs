//! A season and a lecture, played by an admin and a member who know nothing but what `/help` shows: every
//! command is one of its examples, as it stands there.

use paddock_api_types::attendance::{AttendanceStatus, ListAttendanceSessionsQuery};
use paddock_api_types::points::{LeaderboardRow, ListAwardsQuery};
use paddock_api_types::seasons::CurrentSeasonQuery;
use paddock_api_types::{AttendanceSessionId, PageQuery};
use paddock_e2e::{System, eventually};
use paddock_sim_discord::Reply;

/// The examples that `/help` shows somebody about a topic: those for everybody, and those for admins.
async fn examples(system: &System, name: &str, topic: &str) -> [Vec<String>; 2] {
    let mut shown = system.say(name, &format!("/help topic:{topic}")).await;
    let mut text = shown.text();
    while shown.button("Next ▶").is_some() {
        shown = system.person(name).press(&shown, "Next ▶").await.unwrap();
        text = format!("{text}\n{}", shown.text());
    }
    let (everybody, admins) = text.split_once("**For admins**").unwrap_or((&text, ""));
    [everybody, admins].map(|text| {
        let lines = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("> - `"));
        lines
            .map(|line| line.trim_end_matches('`').to_owned())
            .collect()
    })
}

/// Gives a command that has to be understood.
async fn play(system: &System, name: &str, command: &str) -> Reply {
    let reply = system.say(name, command).await;
    let said = reply.text();
    for refusal in [
        "cannot",
        "no such",
        "is called",
        "went wrong",
        "There is no",
        "You may not",
    ] {
        assert!(!said.contains(refusal), "{name}: {command}\n{said}");
    }
    reply
}

/// What stands at the beginning of the only example that begins so.
#[track_caller]
fn one<'a>(examples: &'a [String], beginning: &str) -> &'a str {
    let found = examples.iter().find(|it| it.starts_with(beginning));
    found.unwrap_or_else(|| panic!("no example of {beginning}: {examples:?}"))
}

/// Ada registers and is verified.
async fn welcome(system: &System) {
    let [own, _] = examples(system, "ada", "registration and members").await;
    play(system, "ada", one(&own, "/register ")).await;
    let [_, admin] = examples(system, "owner", "registration and members").await;
    play(system, "owner", one(&admin, "/verify ")).await;
}

/// An admin's season, in which a member wins the role of its first rank.
async fn season(system: &System) {
    let [_, admin] = examples(system, "owner", "seasons").await;
    let [own, hidden] = examples(system, "ada", "seasons").await;
    assert!(own.len() >= 4 && hidden.is_empty(), "{own:?} {hidden:?}");
    assert!(
        admin[0].starts_with("/season create "),
        "it begins with that"
    );
    let mut reviewed = false;
    for command in &admin {
        let is_review = command == "/review";
        if is_review {
            for command in &own {
                play(system, "ada", command).await;
            }
        }
        let reply = play(system, "owner", command).await;
        if is_review {
            let owner = system.person("owner");
            let opened = owner.press(&reply, "1").await.unwrap();
            let approved = owner.press(&opened, "Approve").await.unwrap();
            assert!(
                approved.text().contains("✅ Approved by"),
                "{}",
                approved.text()
            );
            reviewed = true;
        }
    }
    assert!(reviewed, "{admin:?}");
    system.until_roles("ada", &["Champion"]).await;
}

async fn points(system: &System) -> Vec<(String, i64)> {
    let root = system.callers().root();
    let season = root
        .get_current_season(&CurrentSeasonQuery::default())
        .await;
    let page = PageQuery::default();
    let table = root
        .get_leaderboard(season.unwrap().id, &page)
        .await
        .unwrap();
    let row = |row: LeaderboardRow| (row.display_name, row.points);
    table.items.into_iter().map(row).collect()
}

async fn open_session(system: &System) -> AttendanceSessionId {
    let open = ListAttendanceSessionsQuery {
        open: Some(true),
        ..ListAttendanceSessionsQuery::default()
    };
    let root = system.callers().root();
    root.list_attendance_sessions(&open).await.unwrap().items[0].id
}

/// An admin's lecture, to which a member comes.
async fn lecture(system: &System) {
    let [_, admin] = examples(system, "owner", "attendance").await;
    let [own, _] = examples(system, "ada", "attendance").await;
    let root = system.callers().root();
    let mut session = None;
    for command in &admin {
        play(system, "owner", command).await;
        if command.starts_with("/open_attendance") {
            let id = open_session(system).await;
            let code = eventually("a code is shown", async || {
                let codes = root.list_attendance_codes(id).await.ok()?;
                Some(codes.codes.first()?.code.clone())
            })
            .await;
            let (here, _) = one(&own, "/here code:").split_once(':').unwrap();
            let here = system
                .person("ada")
                .in_channel("attendance")
                .slash(&format!("{here}:{code}"));
            let said = here.await.unwrap().text();
            assert!(said.contains("present"), "{said}");
            session = Some(id);
        }
    }
    let records = root
        .list_attendance_records(session.unwrap(), &PageQuery::default())
        .await
        .unwrap();
    let [record] = &records.items[..] else {
        panic!("{records:?}");
    };
    assert_eq!(
        record.status,
        AttendanceStatus::Late,
        "as the admin marked it"
    );
}

#[tokio::test]
async fn a_season_and_a_lecture_are_played_from_nothing_but_help() {
    let system = System::start().await;
    welcome(&system).await;
    season(&system).await;
    // Two races for 10 points each, and 5 by hand.
    let ada = "Ada Lovelace".to_owned();
    assert_eq!(points(&system).await, [(ada.clone(), 25)]);
    let root = system.callers().root();
    let won = root.list_awards(&ListAwardsQuery::default()).await.unwrap();
    assert_eq!(won.items.len(), 1);
    lecture(&system).await;
    eventually("being late is worth points", async || {
        (points(&system).await == [(ada.clone(), 30)]).then_some(())
    })
    .await;
}

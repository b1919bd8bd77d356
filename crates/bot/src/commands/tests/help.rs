use crate::test::{
    Harness, option,
    stub_api::{member, with},
};
use serde_json::{Value, json};

/// Somebody of this status and level.
async fn somebody(level: &str, status: Value) -> Harness {
    let harness = Harness::start().await;
    let me = json!({"level": level, "member": with(member("201", "Ada *L*"), status)});
    harness.api.plant("GET /api/members/me", 200, me);
    harness
}

#[tokio::test]
async fn help_begins_with_how_one_stands() {
    let mut shown = String::new();
    for (level, status) in [
        ("pending", json!({"status": "pending"})),
        ("verified", json!({"status": "verified"})),
        (
            "guest",
            json!({"status": "rejected", "status_reason": "no *real* name"}),
        ),
        (
            "manager",
            json!({"status": "banned", "status_reason": "spam"}),
        ),
    ] {
        let harness = somebody(level, status).await;
        shown += &harness.command("help", json!([])).await;
    }
    for (status, code) in [
        (404, "not_registered"),
        (403, "banned"),
        (503, "unavailable"),
    ] {
        let harness = Harness::start().await;
        harness.api.refuse("GET /api/members/me", status, code);
        shown += &harness.command("help", json!([])).await;
    }
    insta::assert_snapshot!(shown, @r#"
    → GET /api/members/me
    ← message, only for them
    # What you can do here
    You are registered, **Ada \*L\***, and wait for an admin. I will message you when they have decided.

    - `/me` What Paddock knows about you
    - `/register name:Ada Lovelace` Register, or change your names
    - `/privacy export` A copy of everything, as a file

    Everything about one topic, with examples: `/help topic:seasons`. Other topics: registration and members, attendance, car numbers, iRacing, staff, this server.
    → GET /api/members/me
    ← message, only for them
    # What you can do here
    You take part here as **Ada \*L\***.

    - `/join` Take part in a season
    - `/submit item:Race finished` Hand something in for points
    - `/summary` How you stand: points, place, rank, items and prizes
    - `/here code:ABC123` Check in with the code that is shown
    - `/claim number:7` Claim a car number; the first who asks gets it
    - `/me` What Paddock knows about you

    Everything about one topic, with examples: `/help topic:seasons`. Other topics: registration and members, attendance, car numbers, iRacing, staff, this server.
    → GET /api/members/me
    ← message, only for them
    # What you can do here
    Your registration was turned down (“no \*real\* name”). Talk to an admin of this server.

    - `/me` What Paddock knows about you
    - `/register name:Ada Lovelace` Register, or change your names
    - `/privacy export` A copy of everything, as a file

    Everything about one topic, with examples: `/help topic:seasons`. Other topics: registration and members, attendance, car numbers, iRacing, staff, this server.
    → GET /api/members/me
    ← message, only for them
    You are banned here, so that I answer none of your other commands. Talk to an admin of this server.
    → GET /api/members/me
    ← message, only for them
    # What you can do here
    You are not registered here yet. Begin with `/register`; then an admin lets you in.

    - `/register name:Ada Lovelace` Register, or change your names
    - `/ping` Whether Paddock is awake, and how fast

    **For admins**
    - `/setup verified_role:@Members` Set Paddock up for this server
    - `/checkup` What Paddock needs in this server, and what is missing
    - `/members status:waiting` Who is registered, oldest first
    - `/season create name:Winter end:in 3 months` Plan a season; a form asks for what you leave out
    - `/review` Submissions that wait for you, the longest waiting first
    - `/open_attendance title:Lecture 7` Let members check in with a code that changes every few seconds

    Everything about one topic, with examples: `/help topic:seasons`. Other topics: registration and members, attendance, car numbers, iRacing, staff, this server.
    → GET /api/members/me
    ← message, only for them
    You are banned here, so that I answer none of your other commands. Talk to an admin of this server.
    → GET /api/members/me
    → GET /api/members/me
    → GET /api/members/me
    ← message, only for them
    # What you can do here
    I cannot look up how you stand right now; commands may fail for a while.

    - `/join` Take part in a season
    - `/submit item:Race finished` Hand something in for points
    - `/summary` How you stand: points, place, rank, items and prizes
    - `/here code:ABC123` Check in with the code that is shown
    - `/claim number:7` Claim a car number; the first who asks gets it
    - `/me` What Paddock knows about you

    **For admins**
    - `/setup verified_role:@Members` Set Paddock up for this server
    - `/checkup` What Paddock needs in this server, and what is missing
    - `/members status:waiting` Who is registered, oldest first
    - `/season create name:Winter end:in 3 months` Plan a season; a form asks for what you leave out
    - `/review` Submissions that wait for you, the longest waiting first
    - `/open_attendance title:Lecture 7` Let members check in with a code that changes every few seconds

    Everything about one topic, with examples: `/help topic:seasons`. Other topics: registration and members, attendance, car numbers, iRacing, staff, this server.
    "#);
}

#[tokio::test]
async fn admins_see_what_admins_do() {
    let harness = somebody("admin", json!({"status": "verified"})).await;
    insta::assert_snapshot!(harness.command("help", json!([])).await, @r#"
    → GET /api/members/me
    ← message, only for them
    # What you can do here
    You take part here as **Ada \*L\***.

    - `/join` Take part in a season
    - `/submit item:Race finished` Hand something in for points
    - `/summary` How you stand: points, place, rank, items and prizes
    - `/here code:ABC123` Check in with the code that is shown
    - `/claim number:7` Claim a car number; the first who asks gets it
    - `/me` What Paddock knows about you

    **For admins**
    - `/setup verified_role:@Members` Set Paddock up for this server
    - `/checkup` What Paddock needs in this server, and what is missing
    - `/members status:waiting` Who is registered, oldest first
    - `/season create name:Winter end:in 3 months` Plan a season; a form asks for what you leave out
    - `/review` Submissions that wait for you, the longest waiting first
    - `/open_attendance title:Lecture 7` Let members check in with a code that changes every few seconds

    Everything about one topic, with examples: `/help topic:seasons`. Other topics: registration and members, attendance, car numbers, iRacing, staff, this server.
    "#);
}

#[tokio::test]
async fn a_topic_shows_its_commands_with_examples() {
    let harness = somebody("verified", json!({"status": "verified"})).await;
    let seasons = json!([option("topic", "seasons")]);
    insta::assert_snapshot!(harness.command("help", seasons).await, @r#"
    → GET /api/members/me
    ← message, only for them
    # Seasons
    - `/join` Take part in a season
    - `/submit` Hand something in for points
    - `/submissions` What you have submitted, newest first
    - `/leaderboard` Who has the most points; everybody here sees the answer
    - `/overview` A season: its items with their points, its ranks, and what they win
    - `/summary` How you stand: points, place, rank, items and prizes
    For example:
    > - `/join season:Winter`
    > - `/submit item:Race finished quantity:2`
    > - `/summary`
    > - `/leaderboard`
    "#);
    let harness = somebody("manager", json!({"status": "verified"})).await;
    let attendance = json!([option("topic", "attendance")]);
    insta::assert_snapshot!(harness.command("help", attendance).await, @r#"
    → GET /api/members/me
    ← message, only for them
    # Attendance
    - `/here` Check in with the code that is shown
    For example:
    > - `/here code:ABC123`

    **For admins**
    - `/open_attendance` Let members check in with a code that changes every few seconds
    - `/close_attendance` Close a session, and get who attended as a file
    - `/export_csv` Who attended, as a file for a spreadsheet
    - `/attendance mark` Set how a member attended
    - `/attendance excuse` Note that a member is excused
    - `/attendance remove` Remove the record of a member
    - `/attendance missing` Members who are expected and have not checked in
    - `/attendance guesses` Members who typed wrong codes
    - `/attendance report` How often members attended, of all closed sessions
    - `/attendance sessions` Every session with its numbers, newest first
    - `/attendance change` Change a session that is open
    - `/attendance settings` Show or change how attendance is taken, from the next session on
    - `/attendance points` Let attending be worth points in a season
    For example:
    > - `/config channel purpose:attendance channel:#attendance`
    > - `/attendance points present:10 late:5`
    > - `/open_attendance title:Lecture 7 duration:90`
    > - `/attendance mark member:@Ada status:late`
    > - `/close_attendance`
    "#);
}

/// Long topics go on behind a button, on a phone too.
#[tokio::test]
async fn no_topic_is_longer_than_its_pages() {
    for topic in [
        "members",
        "seasons",
        "attendance",
        "numbers",
        "iracing",
        "staff",
        "server",
    ] {
        let harness = somebody("root", json!({"status": "verified"})).await;
        let last = harness.press(&format!("v1:help:{topic}:99")).await;
        assert!(last.contains("← update\n# "), "{last}");
        assert!(!last.contains("Next"), "{last}");
    }
}

#[tokio::test]
async fn ping_tells_of_an_api_that_does_not_answer() {
    let harness = Harness::start().await;
    let version = json!({"name": "paddock", "version": "1.2.3", "database": "sqlite"});
    harness.api.plant("GET /version", 200, version);
    let pong = harness.command("ping", json!([])).await;
    assert!(pong.contains("Pong! Your command took "), "{pong}");
    assert!(pong.contains("(version 1.2.3)."), "{pong}");

    let harness = Harness::start().await;
    let pong = harness.command("ping", json!([])).await;
    assert!(pong.contains("The API does not answer right now"), "{pong}");
}

//! Staff over HTTP: the roster, presence as it is published, and events as they happen.

use crate::helpers::{GUILD, TestApp, given, guild, refused, user};
use paddock_api_types::operations::Csv;
use paddock_api_types::staff::{StaffEvent, StaffStatus};
use reqwest::{Method, Response};
use serde_json::{Value, json};
use std::time::Duration;

const ADA: i64 = 1;
const BEN: i64 = 2;

/// A bot that runs and sees somebody.
async fn sees(app: &TestApp, id: i64, status: &str, name: &str) {
    app.clock.advance(Duration::from_secs(1));
    let heartbeat = json!({
        "version": "1", "shards": 1, "connected_shards": 1,
        "intents": {"presences": "granted", "members": "granted"},
    });
    app.bot().send_heartbeat(&given(heartbeat)).await.unwrap();
    let now = paddock_api::Clock::now(&*app.clock);
    let report = given(json!({"seed": false, "presences": [{
        "user_id": user(id), "status": status, "platforms": {"vr": status}, "observed_at": now,
        "custom_status": "in a race", "activities": [{"kind": "playing", "name": name}],
    }]}));
    let reported = app.bot().report_presences(guild(GUILD), &report).await;
    assert_eq!(reported.unwrap().known, 1);
}

pub(crate) async fn with_staff(app: &TestApp) {
    for (id, rank) in [(ADA, 10), (BEN, 20)] {
        let add = given(json!({"rank": rank}));
        app.admin().add_staff(user(id), &add).await.unwrap();
    }
}

#[tokio::test]
async fn the_published_answers_are_there_with_and_without_a_slash() {
    let app = TestApp::spawn().await;
    app.verified_as(ADA, "Ada").await;
    with_staff(&app).await;
    sees(&app, ADA, "dnd", "iRacing").await;
    for path in ["/api/staff/roster", "/api/staff/roster/"] {
        let roster: Value = app
            .raw(Method::GET, path)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let ada = &roster["members"][0];
        assert_eq!(ada["display_name"], "Ada");
        assert_eq!(ada["discord_status"], "dnd");
        assert_eq!(ada["discord_custom_status"], "in a race");
        assert_eq!(ada["discord_activity"], "Playing iRacing");
        assert_eq!(ada["discord_status_updated"], "2026-11-21T12:00:01Z");
        assert_eq!(ada["platforms"]["vr"], "dnd");
        assert_eq!(roster["members"][1]["discord_status"], "unknown");
        assert_eq!(roster["members"][1]["discord_activity"], Value::Null);
    }
    let status = app
        .raw(Method::GET, "/api/staff/discord/status/")
        .send()
        .await
        .unwrap();
    let status: Value = status.json().await.unwrap();
    assert_eq!(status["is_running"], true);
    assert_eq!(status["guild_id"], GUILD.to_string());
    for (method, path) in [
        (Method::PUT, "/api/staff/me/duty/"),
        (Method::PATCH, "/api/staff/404/"),
        (Method::DELETE, "/api/staff/404/"),
    ] {
        let answer = app.raw(method, path).json(&json!({})).send().await.unwrap();
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["code"], "staff_not_found", "{path}");
    }
    // The bot is not there to answer.
    app.clock.advance(Duration::from_mins(3));
    let synced = app
        .raw(Method::POST, "/api/staff/discord/sync/")
        .send()
        .await
        .unwrap();
    assert_eq!(synced.json::<Value>().await.unwrap()["state"], "pending");
}

#[tokio::test]
async fn others_times_are_for_admins() {
    let app = TestApp::spawn().await;
    with_staff(&app).await;
    let (ada, query) = (app.member(ADA), given(json!({"days": 2})));
    ada.get_staff_activity(user(ADA), &query).await.unwrap();
    let others = ada.get_staff_activity(user(BEN), &query).await;
    assert_eq!(refused(others), "403 forbidden required=admin");
    let leave = given(json!({"until": "2026-11-30"}));
    let others = ada.take_leave(user(BEN), &leave).await;
    assert_eq!(refused(others), "403 forbidden required=admin");
    app.admin().take_leave(user(BEN), &leave).await.unwrap();
    let early = given(json!({"until": "2026-11-20"}));
    let refused_ = refused(ada.take_leave(user(ADA), &early).await);
    assert_eq!(refused_, "422 invalid_value field=until");
}

#[tokio::test]
async fn a_roster_goes_out_and_in_as_a_file() {
    let app = TestApp::spawn().await;
    with_staff(&app).await;
    let file = app.admin().export_staff().await.unwrap();
    let first = "user_id,display_name,title,rank,time_zone,last_interaction\r\n\
                 1,,,10,UTC,\r\n2,,,20,UTC,\r\n";
    assert_eq!(&*file, first);
    let query = given(json!({}));
    let imported = app.admin().import_staff(&query, &file).await.unwrap();
    assert_eq!(
        (imported.added, imported.changed, imported.unchanged),
        (0, 0, 2)
    );
    let bad = Csv("user_id,rank\n3,none\n".to_owned());
    let answer = refused(app.admin().import_staff(&query, &bad).await);
    assert!(
        answer.starts_with("422 import_refused refused=1"),
        "{answer}"
    );
    let hours = app
        .admin()
        .export_staff_hours(&given(json!({"weeks": 1})))
        .await;
    assert_eq!(hours.unwrap().0.lines().count(), 3);
}

#[tokio::test]
async fn whoever_of_the_staff_calls_has_last_used_paddock_then() {
    let app = TestApp::spawn().await;
    with_staff(&app).await;
    let last = async || {
        let roster = app.admin().get_staff_roster().await.unwrap();
        let members = roster.members.into_iter();
        members.map(|it| it.last_interaction).collect::<Vec<_>>()
    };
    assert_eq!(last().await, [None, None]);
    app.member(ADA).begin_duty().await.unwrap();
    let noted = async {
        // It is noted in the background.
        while last().await == [None, None] {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), noted)
        .await
        .unwrap();
    let now = paddock_api::Clock::now(&*app.clock);
    assert_eq!(last().await, [Some(now), None]);
}

/// Events that come in.
pub(crate) struct Stream {
    response: Response,
    text: String,
}

impl Stream {
    pub(crate) async fn open(app: &TestApp, query: &str, after: Option<&str>) -> Self {
        let mut request = app.raw(Method::GET, &format!("/api/staff/live{query}"));
        if let Some(id) = after {
            request = request.header("last-event-id", id);
        }
        Self::of(request.send().await.unwrap())
    }

    pub(crate) fn of(response: Response) -> Self {
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["cache-control"], "no-store");
        Self {
            response,
            text: String::new(),
        }
    }

    /// The next event with its id; `None` when the stream ended.
    pub(crate) async fn next(&mut self) -> Option<(Option<String>, StaffEvent)> {
        loop {
            while let Some((event, rest)) = self.text.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.text = rest;
                let field = |name: &str| {
                    let mut lines = event.lines();
                    lines.find_map(|line| line.strip_prefix(name).map(ToOwned::to_owned))
                };
                if let Some(data) = field("data: ") {
                    return Some((field("id: "), serde_json::from_str(&data).unwrap()));
                }
            }
            let chunk = self.response.chunk().await.ok()??;
            self.text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// The next member and how they stand, with the id of the event.
    pub(crate) async fn member(&mut self) -> (Option<String>, i64, StaffStatus) {
        match self.next().await.unwrap() {
            (id, StaffEvent::Member { member }) => {
                (id, member.user_id.get(), member.discord_status)
            }
            (_, event) => panic!("{event:?}"),
        }
    }

    /// The roster that is told next, with the id of the event.
    async fn roster(&mut self) -> (String, Vec<i64>) {
        match self.next().await.unwrap() {
            (id, StaffEvent::Roster { user_ids }) => {
                (id.unwrap(), user_ids.iter().map(|id| id.get()).collect())
            }
            (_, event) => panic!("{event:?}"),
        }
    }
}

#[tokio::test]
async fn whoever_watches_is_told_of_each_change_and_goes_on_at_another_replica() {
    let app = TestApp::spawn().await;
    let other = app.replica(&[]).await;
    with_staff(&app).await;
    let mut stream = Stream::open(&app, "", None).await;
    assert_eq!(stream.member().await.1, ADA);
    assert_eq!(stream.member().await.1, BEN);
    assert_eq!(stream.roster().await.1, [ADA, BEN]);
    sees(&app, BEN, "dnd", "iRacing").await;
    let (seen, who, status) = stream.member().await;
    assert_eq!((who, status), (BEN, StaffStatus::Dnd));

    // What the other replica hears of is told here, and what was missed is told there.
    sees(&other, ADA, "idle", "iRacing").await;
    let (_, who, status) = stream.member().await;
    assert_eq!((who, status), (ADA, StaffStatus::Idle));
    let mut back = Stream::open(&other, "", seen.as_deref()).await;
    assert_eq!(back.member().await.1, ADA);
    assert_eq!(back.roster().await.1, [ADA, BEN]);
    app.admin().remove_staff(user(BEN)).await.unwrap();
    assert_eq!(back.roster().await.1, [ADA]);
    assert_eq!(stream.roster().await.1, [ADA]);

    let mut some = Stream::open(&app, "?user_ids=1,7", None).await;
    assert_eq!(some.member().await.1, ADA);
    assert_eq!(some.roster().await.1, [ADA]);
    let odd = app
        .raw(Method::GET, "/api/staff/live?user_ids=ada")
        .send()
        .await;
    assert_eq!(odd.unwrap().status(), 422);
}

#[tokio::test]
async fn a_bot_that_falls_silent_is_told_to_whoever_watches() {
    let app = TestApp::spawn_with_jobs().await;
    with_staff(&app).await;
    sees(&app, ADA, "online", "iRacing").await;
    let mut stream = Stream::open(&app, "?user_ids=1", None).await;
    assert_eq!(stream.member().await.2, StaffStatus::Online);
    stream.roster().await;
    app.clock.advance(Duration::from_secs(121));
    // The job looks for work by the clock of the machine, every five seconds.
    assert_eq!(stream.member().await.2, StaffStatus::Unknown);
    sees(&app, ADA, "online", "iRacing").await;
    assert_eq!(stream.member().await.2, StaffStatus::Online);
}

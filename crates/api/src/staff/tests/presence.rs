//! What the bot sees, and what is shown of it.

use super::{Desk, MINUTE, SECOND};
use crate::staff::{service, store};
use crate::testing::{guild, user};
use futures_util::future;
use paddock_api_types::effects::EffectAction;
use paddock_api_types::members::Level;
use paddock_api_types::staff::{StaffStatus, UnknownBecause};
use serde_json::json;

const ADA: i64 = 1;
const BEN: i64 = 2;

#[tokio::test]
async fn a_status_is_unknown_two_minutes_after_the_bot_fell_silent_and_no_job_is_needed() {
    let desk = Desk::with(&[ADA]).await;
    let shown = desk.shows(ADA).await;
    assert_eq!(shown.unknown_because, Some(UnknownBecause::NotSeen));
    desk.sees(ADA, "dnd").await;
    desk.passes(MINUTE).await;
    let heard = desk.now();
    desk.test.clock.advance(2 * MINUTE);
    assert_eq!(desk.status(ADA).await, StaffStatus::Dnd);
    desk.test.clock.advance(SECOND);
    for settled in [false, true] {
        let shown = desk.shows(ADA).await;
        assert_eq!(shown.discord_status, StaffStatus::Unknown, "{settled}");
        assert_eq!(shown.unknown_because, Some(UnknownBecause::BotOffline));
        assert_eq!(shown.discord_status_updated, Some(heard), "{settled}");
        assert_eq!(shown.last_seen, Some(heard), "{settled}");
        desk.settles().await;
    }

    // The bot is back, and has not seen anybody yet.
    desk.beats().await;
    let shown = desk.shows(ADA).await;
    assert_eq!(shown.unknown_because, Some(UnknownBecause::NotSeen));
    desk.sees(ADA, "dnd").await;
    assert_eq!(desk.status(ADA).await, StaffStatus::Dnd);
    desk.passes(MINUTE).await;
    let time = desk.activity(ADA).await.total;
    assert_eq!((time.dnd_seconds, time.unknown_seconds), (120, 121));
}

#[tokio::test]
async fn a_bot_that_comes_back_before_anybody_looked_has_been_away_all_the_same() {
    let desk = Desk::with(&[ADA]).await;
    desk.sees(ADA, "online").await;
    desk.passes(MINUTE).await;
    desk.test.clock.advance(60 * MINUTE);
    // Its first word is a report, before any heartbeat.
    desk.sees(ADA, "online").await;
    desk.passes(MINUTE).await;
    let time = desk.activity(ADA).await.total;
    assert_eq!((time.online_seconds, time.unknown_seconds), (120, 3600));
}

#[tokio::test]
async fn a_reconnect_within_two_minutes_is_no_gap() {
    let desk = Desk::with(&[ADA]).await;
    desk.sees(ADA, "idle").await;
    desk.test.clock.advance(2 * MINUTE);
    desk.beats().await;
    desk.passes(MINUTE).await;
    let time = desk.activity(ADA).await.total;
    assert_eq!((time.idle_seconds, time.unknown_seconds), (180, 0));
}

#[tokio::test]
async fn the_same_state_is_kept_once_a_minute_and_changes_nothing() {
    let desk = Desk::with(&[ADA]).await;
    let playing = json!({"activities": [{"kind": "playing", "name": "iRacing"}]});
    assert_eq!(
        desk.sees_with(ADA, "online", playing.clone()).await.changed,
        1
    );
    let db = &desk.test.ctx.db;
    let row = async || {
        let row = store::members::lookup(db, guild(1), user(ADA)).await;
        row.unwrap().unwrap()
    };
    let first = row().await;
    desk.test.clock.advance(59 * SECOND);
    let again = desk.sees_with(ADA, "online", playing.clone()).await;
    assert_eq!((again.known, again.changed), (1, 0));
    assert_eq!(row().await, first, "nothing was written");
    desk.test.clock.advance(SECOND);
    assert_eq!(desk.sees_with(ADA, "online", playing).await.changed, 0);
    let confirmed = row().await;
    assert_eq!(confirmed.known.confirmed_at, Some(desk.now()));
    assert_eq!(confirmed.seq, first.seq, "nobody who watches is told");
    assert_eq!(
        desk.sees(ADA, "online").await.changed,
        1,
        "the activity ended"
    );
}

#[tokio::test]
async fn of_two_reports_the_later_state_stands() {
    let desk = Desk::with(&[ADA]).await;
    let at = desk.now();
    desk.test.clock.advance(SECOND);
    desk.sees(ADA, "idle").await;
    assert_eq!(
        desk.sees_with(ADA, "online", json!({"observed_at": at}))
            .await
            .changed,
        0
    );
    assert_eq!(desk.status(ADA).await, StaffStatus::Idle);
    // One that was dated an hour ahead keeps no later one out.
    let ahead = json!({"observed_at": desk.now() + 60 * MINUTE});
    desk.sees_with(ADA, "dnd", ahead).await;
    desk.test.clock.advance(SECOND);
    desk.sees(ADA, "offline").await;
    assert_eq!(desk.status(ADA).await, StaffStatus::Offline);
    // In one report as well.
    let both = |first: &str, second: &str| {
        let seen = |status: &str, at: jiff::Timestamp| json!({"user_id": ADA.to_string(), "status": status, "observed_at": at});
        let now = desk.now();
        json!({"seed": false, "presences": [seen(first, now), seen(second, now - SECOND)]})
    };
    desk.reports(both("online", "dnd")).await;
    assert_eq!(desk.status(ADA).await, StaffStatus::Online);
}

#[tokio::test]
async fn who_is_not_in_the_server_is_unknown_and_not_offline() {
    let desk = Desk::with(&[ADA, BEN]).await;
    desk.sees(ADA, "online").await;
    desk.sees(BEN, "offline").await;
    desk.passes(MINUTE).await;
    let report = json!({"seed": true, "complete": true, "presences": [], "absent": ["1", "9"]});
    assert_eq!(desk.reports(report).await.changed, 1);
    let shown = desk.shows(ADA).await;
    assert_eq!(shown.unknown_because, Some(UnknownBecause::NotSeen));
    assert_eq!(shown.last_seen, Some(desk.now()));
    assert_eq!(desk.status(BEN).await, StaffStatus::Offline);
    let status = service::status(&desk.test.admin()).await.unwrap();
    assert_eq!((status.staff, status.known), (2, 1));
    assert_eq!(status.synced_at, Some(desk.now()));
}

#[tokio::test]
async fn strangers_and_other_guilds_are_passed_over() {
    let desk = Desk::with(&[ADA]).await;
    let reported = desk.sees(7, "online").await;
    assert_eq!((reported.known, reported.changed), (0, 0));
    let report = json!({"seed": true, "presences": [
        {"user_id": "1", "status": "online", "observed_at": desk.now()},
    ]});
    let report = serde_json::from_value(report).unwrap();
    let elsewhere = service::report(&desk.test.ctx, guild(2), &report)
        .await
        .unwrap();
    assert_eq!((elsewhere.known, elsewhere.version), (0, 0));
    assert_eq!(desk.status(ADA).await, StaffStatus::Unknown);
}

#[tokio::test]
async fn without_the_intent_nothing_is_known_and_everything_else_works() {
    let desk = Desk::with(&[ADA]).await;
    desk.sees(ADA, "online").await;
    desk.beats_with("missing").await;
    let shown = desk.shows(ADA).await;
    assert_eq!(shown.discord_status, StaffStatus::Unknown);
    assert_eq!(shown.unknown_because, Some(UnknownBecause::IntentMissing));
    let status = service::status(&desk.test.admin()).await.unwrap();
    assert!(!status.is_running && status.limitation.unwrap().contains("does not let"));
    let ada = desk.test.by(ADA, Level::Guest);
    let on_duty = service::begin_duty(&ada).await.unwrap();
    assert_eq!(on_duty.on_duty_since, Some(desk.now()));
    desk.beats_with("limited").await;
    desk.sees(ADA, "idle").await;
    assert_eq!(desk.status(ADA).await, StaffStatus::Idle);
}

#[tokio::test]
async fn what_is_hidden_is_kept_nowhere() {
    let desk = Desk::with(&[ADA]).await;
    let text = json!({
        "platforms": {"mobile": "online"},
        "activities": [{"kind": "listening", "name": "Secrets"}], "custom_status": "my secrets",
    });
    desk.sees_with(ADA, "online", text.clone()).await;
    let shown = desk.shows(ADA).await;
    assert_eq!(
        shown.discord_activity.as_deref(),
        Some("Listening to Secrets")
    );
    assert_eq!(shown.discord_custom_status.as_deref(), Some("my secrets"));

    let ada = desk.test.by(ADA, Level::Guest);
    service::hide(&ada).await.unwrap();
    let kept = async || {
        let row = store::members::lookup(&desk.test.ctx.db, guild(1), user(ADA)).await;
        serde_json::to_string(&row.unwrap().unwrap().known.presence).unwrap()
    };
    assert!(!kept().await.to_lowercase().contains("secrets"));
    desk.test.clock.advance(SECOND);
    desk.sees_with(ADA, "dnd", text.clone()).await;
    assert!(!kept().await.to_lowercase().contains("secrets"));
    let shown = desk.shows(ADA).await;
    assert_eq!(shown.discord_status, StaffStatus::Dnd, "the status stays");
    assert!(shown.hidden && shown.activities.is_empty());
    assert!(shown.platforms.mobile.is_some());

    service::show(&ada).await.unwrap();
    desk.test.clock.advance(SECOND);
    desk.sees_with(ADA, "dnd", text).await;
    assert_eq!(desk.shows(ADA).await.activities.len(), 1);
}

#[tokio::test]
async fn a_sync_says_what_is_pending_when_no_bot_is_there() {
    let desk = Desk::with(&[ADA]).await;
    desk.test.clock.advance(3 * MINUTE);
    let synced = service::sync(&desk.test.by(ADA, Level::Verified))
        .await
        .unwrap();
    assert_eq!(serde_json::to_value(synced.state).unwrap(), "pending");
    assert_eq!(synced.pending, [user(ADA)]);
}

#[tokio::test]
async fn a_sync_is_asked_for_once_until_the_bot_takes_it() {
    let desk = Desk::with(&[ADA]).await;
    // Nobody waits for a bot that is silent.
    desk.test.clock.advance(3 * MINUTE);
    let asks = async |id| {
        service::sync(&desk.test.by(id, Level::Verified))
            .await
            .unwrap();
    };
    // Adding Ada asked for one already.
    asks(1).await;
    asks(2).await;
    let taken = desk.leases().await;
    assert_eq!(taken.len(), 1, "{taken:?}");
    assert_eq!(taken[0].action, EffectAction::SyncPresence);
    // Whoever asks from here on may know of somebody whom that one does not see.
    asks(1).await;
    asks(2).await;
    desk.performs(&taken[0]).await;
    let again = desk.leases().await;
    assert_eq!(again.len(), 1, "{again:?}");
    assert_ne!(again[0].id, taken[0].id);
    desk.performs(&again[0]).await;
    assert_eq!(desk.leases().await, []);
}

#[tokio::test]
async fn a_sync_waits_for_the_bot() {
    let desk = Desk::with(&[ADA]).await;
    // It may have taken the first before the second is asked for, and takes that as well.
    let bot = async {
        loop {
            for asked in desk.leases_within(10 * SECOND).await {
                desk.sees(ADA, "online").await;
                desk.performs(&asked).await;
            }
        }
    };
    let (by_ada, by_ben) = (
        desk.test.by(1, Level::Verified),
        desk.test.by(2, Level::Verified),
    );
    let (first, second) = tokio::select! {
        synced = future::join(service::sync(&by_ada), service::sync(&by_ben)) => synced,
        never = bot => never,
    };
    for synced in [first.unwrap(), second.unwrap()] {
        assert_eq!(serde_json::to_value(synced.state).unwrap(), "done");
        assert_eq!(synced.pending, []);
    }
}

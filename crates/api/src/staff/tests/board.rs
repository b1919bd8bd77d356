//! The status board: what it says, and when its message changes.

use super::{Desk, MINUTE};
use crate::effects::service as effects;
use crate::staff::service;
use crate::testing::{guild, user};
use paddock_api_types::effects::{
    EffectAction, EffectDone, EffectErrorCode, EffectFailed, Notice, PostedMessage,
};
use paddock_api_types::staff::{AddStaff, ImportStaffQuery, StaffBoard, StaffStatus};
use paddock_api_types::{EffectId, FailureDetail};
use serde_json::json;
use std::fmt::Write;
use std::time::Duration;

const ADA: i64 = 1;
const BEN: i64 = 2;
const SECOND: Duration = super::SECOND;

/// What the bot was asked to do with the message.
#[derive(Debug)]
struct Asked {
    id: EffectId,
    what: &'static str,
    board: Option<StaffBoard>,
    attempt: u32,
}

impl Desk {
    /// Has the board be in a channel, or in none.
    async fn board_in(&self, channel: Option<&str>) {
        let update = serde_json::from_value(json!({"board_channel_id": channel})).unwrap();
        let settings = service::update_settings(&self.test.admin(), &update).await;
        let shown = settings.unwrap().board_channel_id.map(|it| it.to_string());
        assert_eq!(shown.as_deref(), channel);
    }

    /// Runs the job, and takes what is to be done with boards.
    async fn asked(&self) -> Vec<Asked> {
        if service::boards_have_work(&self.test.ctx).await.unwrap() {
            service::show_boards(&self.test.ctx).await.unwrap();
        }
        let mut asked = Vec::new();
        for effect in self.leases().await {
            let (what, board) = match effect.action {
                EffectAction::SendMessage { notice, .. } => ("send", Some(notice)),
                EffectAction::EditMessage { notice, .. } => ("edit", Some(notice)),
                EffectAction::DeleteMessage { .. } => ("delete", None),
                _ => continue,
            };
            let board = board.map(|notice| match notice {
                Notice::StaffBoard { board } => *board,
                other => panic!("{other:?}"),
            });
            let (id, attempt) = (effect.id, effect.attempts);
            asked.push(Asked {
                id,
                what,
                board,
                attempt,
            });
        }
        asked
    }

    async fn one(&self) -> Asked {
        let mut asked = self.asked().await;
        assert_eq!(asked.len(), 1, "{asked:?}");
        asked.remove(0)
    }

    async fn nothing(&self) {
        let asked = self.asked().await;
        assert!(asked.is_empty(), "{asked:?}");
    }

    async fn does(&self, asked: &Asked) {
        let message = serde_json::from_value(json!({"channel_id": "300", "message_id": "900"}));
        let message: PostedMessage = message.unwrap();
        let done = EffectDone {
            attempt: asked.attempt,
            message: (asked.what == "send").then_some(message),
        };
        effects::done(&self.test.ctx, asked.id, done).await.unwrap();
    }

    async fn fails(&self, asked: &Asked, error: EffectErrorCode) {
        let failed = EffectFailed {
            attempt: asked.attempt,
            error,
            detail: FailureDetail::new("no").unwrap(),
            retry_after_ms: None,
        };
        effects::try_failed(&self.test.ctx, asked.id, &failed)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn the_board_follows_the_roster_at_most_once_a_minute_and_only_on_change() {
    let desk = Desk::with(&[ADA, BEN]).await;
    desk.nothing().await;
    desk.board_in(Some("300")).await;
    let sent = desk.one().await;
    assert_eq!(sent.what, "send");
    desk.does(&sent).await;
    let board = sent.board.unwrap();
    assert_eq!((board.total, board.there), (2, 0));

    desk.sees(BEN, "dnd").await;
    desk.passes(30 * SECOND).await;
    desk.nothing().await;
    desk.passes(30 * SECOND).await;
    let edited = desk.one().await;
    assert_eq!(edited.what, "edit");
    desk.does(&edited).await;
    let board = edited.board.unwrap();
    assert_eq!(board.there, 1);
    let first = &board.members[0];
    assert_eq!((first.user_id, first.status), (user(BEN), StaffStatus::Dnd));
    for _ in 0..3 {
        desk.passes(MINUTE).await;
        desk.nothing().await;
    }

    // With the day on which a leave begins, and with somebody's word.
    let leave = json!({"from": "2026-11-22", "until": "2026-11-23", "reason": "a secret"});
    let leave = serde_json::from_value(leave).unwrap();
    service::take_leave(&desk.test.admin(), user(ADA), &leave)
        .await
        .unwrap();
    desk.passes(MINUTE).await;
    desk.nothing().await;
    desk.test.clock.advance(Duration::from_hours(13));
    desk.beats().await;
    let edited = desk.one().await;
    desk.does(&edited).await;
    let board = edited.board.unwrap();
    let until = board.members.iter().find_map(|it| it.away_until);
    assert_eq!(until.unwrap().to_string(), "2026-11-23");
    assert!(!format!("{board:?}").contains("secret"));
}

#[tokio::test]
async fn nothing_that_somebody_does_or_says_of_themselves_is_on_the_board() {
    let desk = Desk::with(&[ADA]).await;
    let more = json!({
        "custom_status": "private words",
        "activities": [{"kind": "playing", "name": "a private game"}],
    });
    desk.sees_with(ADA, "online", more).await;
    assert!(desk.shows(ADA).await.discord_custom_status.is_some());
    desk.board_in(Some("300")).await;
    let said = format!("{:?}", desk.one().await);
    assert!(
        said.contains("Online") && !said.contains("private"),
        "{said}"
    );
}

#[tokio::test]
async fn while_discord_takes_no_change_no_other_is_asked_for() {
    let desk = Desk::with(&[ADA]).await;
    desk.board_in(Some("300")).await;
    let sent = desk.one().await;
    desk.does(&sent).await;
    desk.sees(ADA, "online").await;
    desk.passes(MINUTE).await;
    let edited = desk.one().await;
    desk.sees(ADA, "idle").await;
    desk.passes(MINUTE).await;
    desk.nothing().await;
    desk.does(&edited).await;
    desk.passes(MINUTE).await;
    let edited = desk.one().await;
    assert_eq!(
        edited.board.as_ref().unwrap().members[0].status,
        StaffStatus::Idle
    );
    desk.does(&edited).await;
}

#[tokio::test]
async fn a_message_that_is_gone_is_posted_anew_and_a_channel_that_is_gone_is_seen_in_the_checkup() {
    let desk = Desk::with(&[ADA]).await;
    desk.board_in(Some("300")).await;
    let sent = desk.one().await;
    desk.does(&sent).await;
    desk.sees(ADA, "online").await;
    desk.passes(MINUTE).await;
    let edited = desk.one().await;
    desk.fails(&edited, EffectErrorCode::UnknownMessage).await;
    desk.nothing().await;
    desk.passes(MINUTE).await;
    let sent = desk.one().await;
    assert_eq!(sent.what, "send");
    desk.fails(&sent, EffectErrorCode::UnknownChannel).await;
    for _ in 0..3 {
        desk.passes(MINUTE).await;
        desk.nothing().await;
    }
    let failed = effects::failed(&desk.test.ctx.db, guild(1)).await.unwrap();
    assert_eq!(failed.len(), 1);

    // Elsewhere it is another message, and what failed is no more.
    desk.board_in(Some("301")).await;
    let sent = desk.one().await;
    assert_eq!(sent.what, "send");
    let failed = effects::failed(&desk.test.ctx.db, guild(1)).await.unwrap();
    assert_eq!(failed.len(), 0);
}

#[tokio::test]
async fn switched_off_the_message_is_deleted_and_in_another_channel_posted_anew() {
    let desk = Desk::with(&[ADA]).await;
    desk.board_in(Some("300")).await;
    let sent = desk.one().await;
    // It is under way when the board moves.
    desk.board_in(Some("301")).await;
    let moved = desk.one().await;
    assert_eq!(moved.what, "send");
    desk.does(&sent).await;
    let deleted = desk.one().await;
    assert_eq!(deleted.what, "delete");
    desk.does(&deleted).await;
    desk.does(&moved).await;
    desk.board_in(None).await;
    let deleted = desk.one().await;
    assert_eq!(deleted.what, "delete");
    desk.fails(&deleted, EffectErrorCode::UnknownMessage).await;
    desk.sees(ADA, "online").await;
    desk.passes(2 * MINUTE).await;
    desk.nothing().await;
    assert!(
        effects::failed(&desk.test.ctx.db, guild(1))
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn of_five_hundred_it_names_some_and_counts_all() {
    let desk = Desk::with(&[]).await;
    let mut file = "user_id,title\n".to_owned();
    for id in 1..=500 {
        writeln!(file, "{id},{}", "🏁".repeat(100)).unwrap();
    }
    let query = ImportStaffQuery { dry_run: false };
    service::import(&desk.test.admin(), &query, &file)
        .await
        .unwrap();
    desk.sees(400, "online").await;
    desk.board_in(Some("300")).await;
    let board = desk.one().await.board.unwrap();
    assert_eq!(
        (board.total, board.there, board.members.len()),
        (500, 1, 60)
    );
    assert_eq!(
        board.members[0].user_id,
        user(400),
        "who is there comes first"
    );
}

#[tokio::test]
async fn who_is_erased_is_in_no_board_that_is_kept() {
    let desk = Desk::with(&[BEN]).await;
    desk.test.register(ADA, "Ada Lovelace").await;
    desk.adds(ADA, AddStaff::default()).await.unwrap();
    desk.board_in(Some("300")).await;
    let sent = desk.one().await;
    desk.does(&sent).await;
    let op = &desk.test.admin();
    let erased = op.ctx.db.transact(|mut tx| async move {
        effects::erase(&mut tx, op, user(ADA)).await?;
        tx.commit(()).await
    });
    erased.await.unwrap();
    let page = crate::page::PageRequest::parse(None, None).unwrap();
    let kept = effects::list(op, None, page).await.unwrap();
    let kept = format!("{:?}", kept.items);
    assert!(
        kept.contains("StaffBoard") && !kept.contains("Lovelace"),
        "{kept}"
    );
}

#[tokio::test]
async fn a_clock_that_was_ahead_keeps_no_board_waiting() {
    let desk = Desk::with(&[ADA]).await;
    desk.test.clock.advance(Duration::from_hours(48));
    desk.board_in(Some("300")).await;
    let sent = desk.one().await;
    desk.does(&sent).await;
    desk.test.clock.step_back(Duration::from_hours(48));
    desk.beats().await;
    desk.sees(ADA, "online").await;
    assert!(service::boards_have_work(&desk.test.ctx).await.unwrap());
}

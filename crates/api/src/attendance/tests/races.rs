//! Many at once: of those who write the same row first, one does, and the others go on from there.

use super::{Lecture, first_page};
use crate::attendance::service;
use crate::testing::{TestContext, number, user};
use futures_util::future::join_all;
use paddock_api_types::attendance::{ReportExpected, UpdateAttendanceSettings};

#[tokio::test]
async fn the_first_settings_of_a_guild_may_be_set_by_several_at_once() {
    let test = TestContext::new().await;
    let updates: Vec<_> = (5..=12)
        .map(|seconds| UpdateAttendanceSettings {
            code_interval_seconds: Some(Some(number(seconds))),
            ..UpdateAttendanceSettings::default()
        })
        .collect();
    let ops: Vec<_> = updates.iter().map(|_| test.admin()).collect();
    let all = ops.iter().zip(&updates);
    let all = join_all(all.map(|(op, update)| service::update_settings(op, update))).await;
    assert!(all.iter().all(Result::is_ok), "{all:?}");
}

#[tokio::test]
async fn several_may_say_at_once_who_is_expected() {
    let lecture = Lecture::new().await;
    let report = &ReportExpected {
        user_ids: [3, 1, 2, 1].map(user).to_vec(),
        first: true,
    };
    let (ctx, guild) = (&lecture.test.ctx, lecture.admin().guild());
    let all = (0..8).map(|_| service::report_expected(ctx, guild, lecture.id(), report));
    let all = join_all(all).await;
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    let missing = service::missing(&lecture.admin(), lecture.id(), first_page()).await;
    assert_eq!(missing.unwrap().items.len(), 3);
}

#[tokio::test]
async fn of_many_wrong_codes_at_once_five_are_answered() {
    let lecture = Lecture::new().await;
    let all = join_all((0..20).map(|_| lecture.here(1, "XXXX"))).await;
    let refused: Vec<_> = all.into_iter().map(Result::unwrap_err).collect();
    let wrong = refused.iter().filter(|it| *it == "that is not the code");
    assert_eq!(wrong.count(), 5, "{refused:?}");
    let paused = "too many wrong codes; wait until 2026-11-21T12:01:00Z";
    assert_eq!(refused.iter().filter(|it| *it == paused).count(), 15);
}

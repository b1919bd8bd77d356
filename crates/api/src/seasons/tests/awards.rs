//! Ranks, prizes and the roles they bring.

use super::{Track, service};
use crate::page::PageRequest;
use crate::seasons::SeasonError;
use crate::testing::{number, text, user};
use crate::{effects, guilds, members};
use paddock_api_types::effects::{EffectAction, Notice};
use paddock_api_types::members::VerifyMember;
use paddock_api_types::points::{Award, AwardState, DeliverAward, ListAwardsQuery};
use paddock_api_types::seasons::UpdateRank;

async fn awards(track: &Track, state: Option<AwardState>) -> Vec<Award> {
    let query = ListAwardsQuery {
        state,
        ..ListAwardsQuery::default()
    };
    let page = PageRequest::parse(None, None).unwrap();
    let page = service::list_awards(&track.admin(), &query, page).await;
    page.unwrap().items
}

#[tokio::test]
async fn a_skipped_rank_is_won_too_and_all_are_lost_together() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let (bronze, silver) = (
        track.rank("Bronze", 10).await,
        track.rank("Silver", 50).await,
    );
    track.role_prize(&bronze, 100).await;
    track.role_prize(&silver, 200).await;
    track.described_prize(&silver, "a mug").await;
    let change = track.adjust(1, 60).await;
    assert!(change.promoted);
    assert_eq!(change.rank.unwrap().name, "Silver");
    assert_eq!(track.owed(1).await, [100, 200]);
    assert_eq!(awards(&track, Some(AwardState::Waiting)).await.len(), 1);
    let change = track.adjust(1, -40).await;
    assert!(!change.promoted);
    assert_eq!(track.owed(1).await, [100]);
    assert_eq!(awards(&track, Some(AwardState::Withdrawn)).await.len(), 2);
    track.adjust(1, 40).await;
    assert_eq!(track.owed(1).await, [100, 200]);
    assert_eq!(
        awards(&track, None).await.len(),
        3,
        "won again, not once more"
    );
}

#[tokio::test]
async fn what_was_delivered_stays() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let rank = track.rank("Gold", 10).await;
    track.described_prize(&rank, "a mug").await;
    track.adjust(1, 10).await;
    let id = awards(&track, Some(AwardState::Waiting)).await[0].id;
    let delivery = DeliverAward {
        note: Some(text("by post")),
    };
    let delivered = service::deliver(&track.admin(), id, delivery.clone())
        .await
        .unwrap();
    assert_eq!(delivered.state, AwardState::Delivered);
    assert_eq!(delivered.note.as_deref(), Some("by post"));
    let again = service::deliver(&track.admin(), id, delivery).await;
    assert!(matches!(again, Err(SeasonError::AwardNotWaiting { .. })));
    track.adjust(1, -10).await;
    assert_eq!(awards(&track, Some(AwardState::Delivered)).await.len(), 1);
}

#[tokio::test]
async fn a_changed_ladder_is_followed_by_everybody() {
    let track = Track::new().await;
    for member in 1..=60 {
        track.joined(member, "Somebody").await;
        track.adjust(member, member).await;
    }
    let rank = track.rank("Gold", 31).await;
    track.role_prize(&rank, 100).await;
    service::sync_awards(&track.test.ctx).await.unwrap();
    assert_eq!(awards(&track, Some(AwardState::Granted)).await.len(), 30);
    let update = UpdateRank {
        threshold: Some(number(51)),
        ..UpdateRank::default()
    };
    service::update_rank(&track.admin(), track.season, rank.id, update)
        .await
        .unwrap();
    service::sync_awards(&track.test.ctx).await.unwrap();
    assert_eq!(awards(&track, Some(AwardState::Granted)).await.len(), 10);
    assert!(track.owed(40).await.is_empty());
    service::delete_rank(&track.admin(), track.season, rank.id)
        .await
        .unwrap();
    service::sync_awards(&track.test.ctx).await.unwrap();
    assert!(track.owed(60).await.is_empty());
    assert!(!service::awards_have_work(&track.test.ctx).await.unwrap());
}

#[tokio::test]
async fn roles_of_prizes_rest_on_the_verification() {
    let track = Track::new().await;
    track.joined(1, "Ada").await;
    let rank = track.rank("Gold", 10).await;
    track.role_prize(&rank, 100).await;
    track.adjust(1, 10).await;
    assert_eq!(track.owed(1).await, [100]);
    track.test.banned(1).await;
    assert!(track.owed(1).await.is_empty());
    members::service::unban(&track.admin(), user(1))
        .await
        .unwrap();
    assert!(track.owed(1).await.is_empty());
    members::service::verify(&track.admin(), user(1), VerifyMember::default())
        .await
        .unwrap();
    assert_eq!(track.owed(1).await, [100]);
}

#[tokio::test]
async fn a_season_may_take_its_roles_back_at_the_end() {
    for remove in [false, true] {
        let track = Track::with(|season| season.remove_roles_at_end = remove).await;
        track.joined(1, "Ada").await;
        let rank = track.rank("Gold", 10).await;
        track.role_prize(&rank, 100).await;
        track.described_prize(&rank, "a mug").await;
        track.adjust(1, 10).await;
        service::close(&track.admin(), track.season).await.unwrap();
        service::sync_awards(&track.test.ctx).await.unwrap();
        let expected: &[i64] = if remove { &[] } else { &[100] };
        assert_eq!(track.owed(1).await, expected);
        // What is handed over by hand is still to be handed over.
        assert_eq!(awards(&track, Some(AwardState::Waiting)).await.len(), 1);
    }
}

#[tokio::test]
async fn somebody_new_may_win_at_once() {
    let track = Track::new().await;
    track.test.verified(1, "Ada").await;
    let rank = track.rank("Gold", 10).await;
    track.role_prize(&rank, 100).await;
    assert!(
        track.adjust(1, 10).await.promoted,
        "joined and promoted in one go"
    );
    assert_eq!(track.owed(1).await, [100]);
}

/// How many prizes the admins were told to wait, each time.
async fn told(track: &Track) -> Vec<u32> {
    let page = PageRequest::parse(Some(200), None).unwrap();
    let effects = effects::service::list(&track.admin(), None, page).await;
    let effects = effects.unwrap().items.into_iter();
    let told = effects.filter_map(|effect| match effect.action {
        EffectAction::SendMessage {
            notice: Notice::PrizesWaiting { count, .. },
            ..
        } => Some(count),
        // Each by itself would flood the channel.
        EffectAction::SendMessage {
            notice: Notice::PrizeWon { award },
            ..
        } => panic!("{award:?}"),
        _ => None,
    });
    told.collect()
}

#[tokio::test]
async fn a_new_prize_that_many_win_is_told_once() {
    let track = Track::new().await;
    let settings = serde_json::from_str(r#"{"review_channel_id": "30"}"#).unwrap();
    let admin = track.admin();
    guilds::service::update(&admin, &settings).await.unwrap();
    let rank = track.rank("Gold", 10).await;
    for member in [1, 2] {
        track.joined(member, "Somebody").await;
        track.adjust(member, 20).await;
    }
    track.role_prize(&rank, 100).await;
    service::sync_awards(&track.test.ctx).await.unwrap();
    assert_eq!(told(&track).await, Vec::<u32>::new(), "a role is given");
    track.described_prize(&rank, "a mug").await;
    service::sync_awards(&track.test.ctx).await.unwrap();
    assert_eq!(told(&track).await, [2]);
}

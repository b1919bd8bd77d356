//! Names that are chosen from differ in more than capitals and blanks.

use crate::helpers::{code, given, refused, token, user};
use crate::track::{Track, season as season_of};
use paddock_api_types::ErrorCode;
use serde_json::json;

#[tokio::test]
async fn items_and_seasons_of_a_guild_are_told_apart() {
    let track = Track::new().await;
    let admin = track.admin();
    let item = |name: &str| given(json!({"name": name}));
    for name in ["race", "R a c e", "ＲＡＣＥ"] {
        let again = refused(admin.create_item(&item(name)).await);
        assert_eq!(again, "409 item_name_taken field=name", "{name}");
    }
    let season = |name: &str| season_of(name, "2027-01-01", "2027-02-01");
    let taken = "409 season_name_taken field=name";
    let again = admin.create_season(&season("WINTER")).await;
    assert_eq!(refused(again), taken);
    let again = admin.clone_season(track.season, &season(" winter")).await;
    assert_eq!(refused(again), taken);
    let spring = admin.create_season(&season("Spring")).await.unwrap();
    let rename = given(json!({"name": "winter"}));
    assert_eq!(
        refused(admin.update_season(spring.id, &rename).await),
        taken
    );
    let (one, other) = (item("Quali"), item("quali"));
    let (one, other) = tokio::join!(admin.create_item(&one), admin.create_item(&other));
    let refused = if one.is_ok() { other } else { one };
    assert_eq!(code(refused), ErrorCode::ItemNameTaken);
    let (one, other) = (season("Autumn"), season("AUTUMN"));
    let (one, other) = tokio::join!(admin.create_season(&one), admin.create_season(&other));
    let refused = if one.is_ok() { other } else { one };
    assert_eq!(code(refused), ErrorCode::SeasonNameTaken);
}

#[tokio::test]
async fn ranks_of_a_season_are_told_apart() {
    let track = Track::new().await;
    let (admin, season) = (track.admin(), track.season);
    let rank = async |season, name: &str, threshold: i64| {
        let rank = given(json!({"name": name, "threshold": threshold}));
        admin.create_rank(season, &rank).await
    };
    rank(season, "Gold", 10).await.unwrap();
    let taken = "409 rank_name_taken field=name";
    for name in ["gold", "G o l d", "ＧＯＬＤ"] {
        assert_eq!(refused(rank(season, name, 20).await), taken, "{name}");
    }
    let silver = rank(season, "Silver", 20).await.unwrap();
    let rename = async |name: &str| {
        let name = given(json!({"name": name}));
        admin.update_rank(season, silver.id, &name).await
    };
    assert_eq!(refused(rename("GOLD").await), taken);
    assert_eq!(rename("SILVER").await.unwrap().name, "SILVER");
    let spring = season_of("Spring", "2027-01-01", "2027-02-01");
    let spring = admin.create_season(&spring).await.unwrap();
    rank(spring.id, "Gold", 10).await.unwrap();
}

#[tokio::test]
async fn of_two_ranks_at_once_one_has_the_name() {
    let track = Track::new().await;
    let (admin, season) = (track.admin(), track.season);
    let rank = async |name: &str, threshold: i64| {
        let rank = given(json!({"name": name, "threshold": threshold}));
        admin.create_rank(season, &rank).await
    };
    let (one, other) = tokio::join!(rank("Gold", 10), rank("gold", 20));
    let refused = [one.err(), other.err()].into_iter().flatten();
    let codes: Vec<_> = refused.map(|error| error.code().unwrap()).collect();
    assert_eq!(codes, [ErrorCode::RankNameTaken]);
}

#[tokio::test]
async fn prizes_of_a_rank_are_told_apart() {
    let track = Track::new().await;
    let (gold, silver) = (track.rank("Gold", 10).await, track.rank("Silver", 20).await);
    track.prize(&gold, json!({"description": "A mug"})).await;
    track.prize(&gold, json!({"role_id": "500"})).await;
    for (prize, field) in [
        (json!({"description": "a  MUG"}), "description"),
        (json!({"role_id": "500"}), "role_id"),
    ] {
        let again = track
            .admin()
            .create_prize(track.season, gold.id, &given(prize))
            .await;
        assert_eq!(refused(again), format!("409 prize_taken field={field}"));
    }
    track.prize(&gold, json!({"role_id": "501"})).await;
    track.prize(&silver, json!({"description": "a mug"})).await;
}

#[tokio::test]
async fn active_tokens_of_a_member_are_told_apart() {
    let track = Track::new().await;
    let admin = track.admin();
    let ada = track.joined(1, "Ada").await;
    let grace = track.joined(2, "Grace").await;
    for id in [1, 2] {
        admin.grant_api_access(user(id)).await.unwrap();
    }
    let first = ada.create_token(&token("Results sheet")).await.unwrap();
    let again = ada.create_token(&token("results SHEET")).await;
    assert_eq!(refused(again), "409 token_name_taken field=name");
    grace.create_token(&token("results sheet")).await.unwrap();
    // One that works no more is not in the way.
    ada.revoke_token(first.access_token.id).await.unwrap();
    ada.create_token(&token("results sheet")).await.unwrap();
    let (small, large) = (token("x"), token("X"));
    let (one, other) = tokio::join!(ada.create_token(&small), ada.create_token(&large));
    let refused = if one.is_ok() { other } else { one };
    assert_eq!(code(refused), ErrorCode::TokenNameTaken);
}

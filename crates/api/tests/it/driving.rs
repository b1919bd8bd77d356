//! How a member drives, over HTTP: who sees what of whom.

use crate::garage::Garage;
use crate::helpers::{given, refused, user};
use crate::results::{imports, small};
use paddock_api_client::Client;
use paddock_api_types::driving::{DrivingState, MemberRef};
use paddock_api_types::{PageQuery, UserId};
use serde_json::json;

fn of(id: i64) -> MemberRef {
    MemberRef::from(user(id))
}

/// How things stand, the account if it is named, and how many races are listed.
async fn told(by: &Client, member: MemberRef) -> (DrivingState, Option<i64>, usize) {
    let driving = by.get_member_driving(member).await.unwrap();
    let races = by.list_member_races(member, &PageQuery::default()).await;
    (
        driving.state,
        driving.iracing_id,
        races.unwrap().items.len(),
    )
}

#[tokio::test]
async fn a_member_sees_their_own_and_others_see_it_with_consent() {
    use DrivingState as S;
    let garage = Garage::new().await;
    let (mara, bob) = (
        garage.driver(1, "Mara", &[]).await,
        garage.driver(2, "Bob", &[]).await,
    );
    assert_eq!(told(&mara, MemberRef::ME).await, (S::NotLinked, None, 0));
    assert_eq!(told(&bob, of(1)).await, (S::NotLinked, None, 0));
    let link = given(json!({"iracing_id": 812_345, "consent": false}));
    mara.set_iracing_id(&link).await.unwrap();
    let account = Some(812_345);
    assert_eq!(told(&mara, MemberRef::ME).await, (S::NoResults, account, 0));
    imports(&garage.admin(), &small()).await.unwrap();
    assert_eq!(told(&mara, MemberRef::ME).await, (S::Shown, account, 1));
    assert_eq!(told(&mara, of(1)).await, (S::Shown, account, 1));
    // An admin sees which rows are hers, as in the result itself, and not which account it is.
    assert_eq!(told(&garage.admin(), of(1)).await, (S::Shown, None, 1));
    assert_eq!(told(&bob, of(1)).await, (S::NoConsent, None, 0));
    let consent = given(json!({"consent": true}));
    mara.set_iracing_id(&consent).await.unwrap();
    assert_eq!(told(&bob, of(1)).await, (S::Shown, account, 1));
    let back = given(json!({"consent": false}));
    mara.set_iracing_id(&back).await.unwrap();
    assert_eq!(told(&bob, of(1)).await, (S::NoConsent, None, 0));
    let held = given(json!({"league_holds_consent": true}));
    garage.admin().update_guild(&held).await.unwrap();
    assert_eq!(told(&bob, of(1)).await, (S::Shown, account, 1));

    let races = bob.list_member_races(of(1), &PageQuery::default()).await;
    let race = &races.unwrap().items[0];
    assert_eq!((race.league_season_id, race.round), (Some(5), Some(1)));
    let json = serde_json::to_string(race).unwrap();
    assert!(!json.contains("Mara") && !json.contains("812345"), "{json}");
}

#[tokio::test]
async fn who_is_no_member_is_refused() {
    let garage = Garage::new().await;
    let mara = garage.driver(1, "Mara", &[]).await;
    let nobody = garage.app.member(7);
    let page = PageQuery::default();
    assert_eq!(
        refused(mara.get_member_driving(of(7)).await),
        "404 member_not_found"
    );
    assert_eq!(
        refused(mara.list_member_races(of(7), &page).await),
        "404 member_not_found"
    );
    let own = nobody.get_member_driving(MemberRef::ME).await;
    assert_eq!(refused(own), "404 not_registered");
    let elsewhere: UserId = user(i64::MAX);
    let asked = mara.get_member_driving(elsewhere.into()).await;
    assert_eq!(refused(asked), "404 member_not_found");
}

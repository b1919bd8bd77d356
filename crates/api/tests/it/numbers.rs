//! Claiming and releasing car numbers.

use crate::garage::{Garage, car, claim, in_class, release};
use crate::helpers::{given, refused, user};
use paddock_api_types::audit::ListAuditQuery;
use paddock_api_types::numbers::{ListNumberClaimsQuery, NumberState};
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_number_is_claimed_once_and_announced() {
    let garage = Garage::with(json!({"announcement_channel_id": "50"})).await;
    let ada = garage.driver(1, "Ada", &[]).await;
    let claimed = claim(&ada, "07").await.unwrap();
    insta::assert_json_snapshot!(claimed, @r#"
        {
          "number": "07",
          "class_id": null,
          "class_name": null,
          "user_id": "1",
          "display_name": "Ada",
          "claimed_at": "2026-11-21T12:00:00Z",
          "released_at": null,
          "state": "pending"
        }
    "#);
    assert_eq!(garage.said().await, ["all number_claimed"]);
    let again = refused(claim(&ada, "07").await);
    assert_eq!(again, "409 number_held_by_caller");
}

#[tokio::test]
async fn a_refusal_names_the_holder_and_the_nearest_free_numbers() {
    let garage = Garage::new().await;
    garage.driver(1, "Ada", &["7"]).await;
    garage.driver(2, "Bea", &["8"]).await;
    let cleo = garage.driver(3, "Cleo", &[]).await;
    garage.app.clock.advance(Duration::from_hours(1));
    assert_eq!(
        refused(claim(&cleo, "7").await),
        "409 number_taken field=number display_name=Ada nearest=[\"6\",\"5\",\"9\",\"4\",\"10\"] \
         since=2026-11-21T12:00:00Z user_id=1"
    );
}

#[tokio::test]
async fn leading_zeros_make_seven_numbers_of_three_values() {
    let garage = Garage::with(json!({"numbers_per_member": 7})).await;
    let numbers = ["0", "00", "1", "01", "001", "9", "09"];
    garage.driver(1, "Ada", &numbers).await;
    assert_eq!(garage.holders().await, "0:1 00:1 1:1 01:1 001:1 9:1 09:1");
}

#[tokio::test]
async fn only_numbers_of_the_guild_can_be_claimed() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &[]).await;
    let range = "422 number_out_of_range field=number digits=4 max=99 min=0";
    assert_eq!(refused(claim(&ada, "100").await), range);
    claim(&ada, "0099").await.unwrap();
    release(&ada, "0099").await.unwrap();
    let league = given(json!({"league_id": 7}));
    garage.admin().update_guild(&league).await.unwrap();
    let range = "422 number_out_of_range field=number digits=3 max=99 min=0";
    assert_eq!(refused(claim(&ada, "0099").await), range);
    claim(&ada, "099").await.unwrap();
}

#[tokio::test]
async fn a_member_holds_as_many_numbers_as_the_guild_allows() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let limit = "409 number_limit_reached limit=1 numbers=[\"7\"]";
    assert_eq!(refused(claim(&ada, "8").await), limit);
    let two = given(json!({"numbers_per_member": 2}));
    garage.admin().update_guild(&two).await.unwrap();
    claim(&ada, "8").await.unwrap();
    assert_eq!(garage.holders().await, "7:1 8:1");
}

#[tokio::test]
async fn only_verified_members_claim_and_only_admins_for_others() {
    let garage = Garage::new().await;
    let stranger = garage.app.member(1);
    let refusal = refused(claim(&stranger, "7").await);
    assert_eq!(refusal, "403 forbidden actual=guest required=verified");
    let ada = garage.driver(2, "Ada", &[]).await;
    garage.driver(3, "Bea", &[]).await;
    let for_bea = given(json!({"user_id": "3"}));
    let refusal = refused(ada.claim_number(car("7"), Some(&for_bea)).await);
    assert_eq!(refusal, "403 forbidden required=admin");
    let admin = garage.admin();
    admin.claim_number(car("7"), Some(&for_bea)).await.unwrap();
    assert_eq!(garage.holders().await, "7:3");
    let nobody = given(json!({"user_id": "9"}));
    let refusal = refused(admin.claim_number(car("8"), Some(&nobody)).await);
    assert_eq!(refusal, "404 member_not_found");
}

#[tokio::test]
async fn who_holds_a_number_releases_it_and_nobody_else() {
    let garage = Garage::with(json!({"announcement_channel_id": "50"})).await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &[]).await;
    assert_eq!(
        refused(release(&bea, "7").await),
        "409 number_not_held user_id=1"
    );
    garage.said().await;
    release(&ada, "7").await.unwrap();
    assert_eq!(garage.said().await, ["all number_released"]);
    assert_eq!(refused(release(&ada, "7").await), "409 number_not_held");
    claim(&bea, "7").await.unwrap();
}

#[tokio::test]
async fn an_admin_takes_a_number_back_and_says_why() {
    let garage = Garage::new().await;
    garage.driver(1, "Ada", &["7"]).await;
    let why = given(json!({"reason": "Not yours."}));
    let admin = garage.admin();
    let done = admin.force_release_number(car("7"), Some(&why)).await;
    done.unwrap();
    assert_eq!(garage.said().await, ["1 number_taken_back"]);
    let refusal = refused(admin.force_release_number(car("7"), None).await);
    assert_eq!(refusal, "409 number_not_claimed");
    let audit = admin.list_audit(&ListAuditQuery::default()).await.unwrap();
    assert_eq!(audit.items[0].action, "number.taken_back");
    assert_eq!(audit.items[0].reason.as_deref(), Some("Not yours."));
}

#[tokio::test]
async fn how_a_number_stands_is_said_to_anybody() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let status = garage.status(&ada, "7").await;
    assert_eq!(status.state, NumberState::Claimed);
    assert_eq!(status.claim.unwrap().user_id, user(1));
    assert_eq!(status.nearest[0], car("6"));
    let stranger = garage.app.member(9);
    assert_eq!(
        garage.status(&stranger, "07").await.state,
        NumberState::Free
    );
    let beyond = garage.status(&stranger, "100").await;
    assert_eq!(beyond.state, NumberState::OutOfRange);
    assert_eq!(beyond.nearest[0], car("99"));
    assert_eq!(garage.free(&stranger).await, "0-6 8-99");
}

#[tokio::test]
async fn the_roster_of_claims_is_read_page_by_page() {
    let garage = Garage::with(json!({"numbers_per_member": 100})).await;
    let numbers: Vec<_> = (0..30).map(|number| number.to_string()).collect();
    let numbers: Vec<_> = numbers.iter().map(String::as_str).collect();
    let ada = garage.driver(1, "Ada", &numbers).await;
    let (mut read, mut cursor) = (Vec::new(), None);
    loop {
        let query = ListNumberClaimsQuery {
            limit: Some(7),
            cursor,
            class_id: None,
        };
        let page = ada.list_number_claims(&query).await.unwrap();
        read.extend(page.items.into_iter().map(|it| it.number.to_string()));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(read, numbers);
}

#[tokio::test]
async fn one_s_own_numbers_are_shown_together() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &["8"]).await;
    crate::garage::wait(&bea, "7").await.unwrap();
    let offer = crate::garage::swap(2, "7", Some("8"));
    garage.offered(&ada, offer).await.unwrap();
    let mine = bea.list_my_numbers().await.unwrap();
    assert_eq!(mine.claims[0].number, car("8"));
    assert_eq!(mine.waiting[0].number, car("7"));
    assert_eq!(mine.trades[0].gives, car("7"));
    assert_eq!(mine.link, None);
}

#[tokio::test]
async fn each_class_has_holders_of_its_own() {
    let garage = Garage::new().await;
    let ada = garage.driver(1, "Ada", &["7"]).await;
    let bea = garage.driver(2, "Bea", &[]).await;
    let admin = garage.admin();
    let gt3 = given(json!({"name": "GT3", "number_min": 1, "number_max": 49}));
    let gt3 = admin.create_number_class(&gt3).await.unwrap().id;
    // With one class there is nothing to choose.
    let claimed = claim(&bea, "7").await.unwrap();
    assert_eq!(claimed.class_name.as_deref(), Some("GT3"));
    let lmp2 = given(json!({"name": "LMP2"}));
    let lmp2 = admin.create_number_class(&lmp2).await.unwrap().id;
    let which = "422 number_class_required field=class_id classes=[\"GT3\",\"LMP2\"]";
    assert_eq!(refused(claim(&bea, "8").await), which);
    let body = given(json!({"class_id": lmp2.to_string()}));
    bea.claim_number(car("7"), Some(&body)).await.unwrap();
    let body = given(json!({"class_id": gt3.to_string()}));
    let range = refused(ada.claim_number(car("50"), Some(&body)).await);
    assert_eq!(
        range,
        "422 number_out_of_range field=number digits=4 max=49 min=1"
    );
    assert_eq!(garage.holders().await, "7:1 7:2 7:2");
    // What was claimed before there were classes stays, and can be released.
    release(&ada, "7").await.unwrap();
    let several = refused(release(&bea, "7").await);
    assert_eq!(several, which);
    bea.release_number(car("7"), &in_class(Some(gt3)))
        .await
        .unwrap();
    assert_eq!(garage.holders().await, "7:2");
    let in_use = refused(admin.delete_number_class(lmp2).await);
    assert_eq!(in_use, "409 number_class_in_use");
    admin.delete_number_class(gt3).await.unwrap();
    release(&bea, "7").await.unwrap();
    admin.delete_number_class(lmp2).await.unwrap();
    claim(&bea, "7").await.unwrap();
}

#[tokio::test]
async fn no_two_classes_have_one_name() {
    let garage = Garage::new().await;
    let admin = garage.admin();
    let create = async |name: &str| {
        let new = given(json!({"name": name}));
        admin.create_number_class(&new).await
    };
    create("GT3").await.unwrap();
    let other = create("LMP2").await.unwrap().id;
    let taken = "409 number_class_name_taken field=name";
    assert_eq!(refused(create(" gt3 ").await), taken);
    let rename = given(json!({"name": "gt3"}));
    assert_eq!(
        refused(admin.update_number_class(other, &rename).await),
        taken
    );
    let own = given(json!({"name": "lmp2", "number_min": 5}));
    let class = admin.update_number_class(other, &own).await.unwrap();
    assert_eq!((class.name.as_str(), class.number_min), ("lmp2", 5));
    let inside_out = given(json!({"number_min": 500}));
    let refusal = refused(admin.update_number_class(other, &inside_out).await);
    assert_eq!(refusal, "422 invalid_value field=number_min");
}

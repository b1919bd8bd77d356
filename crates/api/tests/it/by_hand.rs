//! What admins do by hand: registering and enrolling somebody, giving a prize, taking it back that one
//! was handed over; and finding members by name.

use crate::helpers::{given, refused, user};
use crate::track::{Track, kinds, place, season as season_of, shown};
use paddock_api_types::members::{Member, MemberStatus};
use paddock_api_types::points::{Award, AwardState};
use paddock_api_types::{AwardId, PageQuery};
use serde_json::{Value, json};

#[tokio::test]
async fn an_admin_registers_somebody_who_is_verified_at_once() {
    let track = Track::new().await;
    track.set(json!({"verified_role_id": "20"})).await;
    track.app.perform().await;
    let admin = track.admin();
    let ada = json!({"display_name": "Ada", "external_id": "a-1"});
    let member: Member = admin
        .register_other_member(user(1), &given(ada))
        .await
        .unwrap();
    let known = (member.display_name.as_str(), member.external_id.as_deref());
    assert_eq!(known, ("Ada", Some("a-1")));
    assert_eq!(member.status, MemberStatus::Verified);
    assert_eq!(kinds(&track.app.perform().await), ["grant", "direct"]);
    let other = given(json!({"display_name": "Somebody else"}));
    let again = admin.register_other_member(user(1), &other).await.unwrap();
    assert_eq!(again, member, "what is registered stays");
    assert_eq!(kinds(&track.app.perform().await), [] as [&str; 0]);
    track.app.member(1).join_season(track.season).await.unwrap();
}

#[tokio::test]
async fn who_is_banned_is_not_registered_anew() {
    let track = Track::new().await;
    track.app.verified_as(1, "Ada").await;
    let (admin, nothing) = (track.admin(), given(json!({})));
    admin.ban_member(user(1), &nothing).await.unwrap();
    let name = given(json!({"display_name": "Ada"}));
    let member = admin.register_other_member(user(1), &name).await.unwrap();
    assert_eq!(member.status, MemberStatus::Banned);
}

#[tokio::test]
async fn an_admin_enrolls_a_verified_member() {
    let track = Track::new().await;
    let ada = track.app.verified_as(1, "Ada").await;
    track.app.perform().await;
    let (admin, id) = (track.admin(), track.season);
    let enrolled = admin.enroll_participant(id, user(1)).await.unwrap();
    assert_eq!((enrolled.user_id, enrolled.points), (user(1), 0));
    assert_eq!(
        admin.enroll_participant(id, user(1)).await.unwrap(),
        enrolled
    );
    let told = track.app.perform().await;
    assert_eq!(kinds(&told), ["direct"], "once, and not of a repetition");
    let told = &shown(&told)[0][0];
    assert_eq!(
        (&told["user_id"], &told["notice"]["by"]),
        (&json!("1"), &json!("77"))
    );
    assert_eq!(told["notice"]["season"]["name"], "Winter");
    assert_eq!(track.table().await, [place(1, "Ada", 0)]);
    let refusal = refused(ada.enroll_participant(id, user(2)).await);
    assert_eq!(refusal, "403 forbidden actual=verified required=admin");
    let refusal = refused(admin.enroll_participant(id, user(404)).await);
    assert_eq!(refusal, "404 member_not_found");
}

/// The mug, won by user 1 with 50 points.
async fn mug(track: &Track) -> Award {
    let silver = track.rank("Silver", 50).await;
    track.prize(&silver, json!({"description": "a mug"})).await;
    track.joined(1, "Ada").await;
    track.adjust(1, 50).await;
    track.awards(json!({"state": "waiting"})).await.remove(0)
}

#[tokio::test]
async fn a_prize_is_given_by_hand_and_hangs_on_no_points() {
    let track = Track::new().await;
    mug(&track).await;
    track.set(json!({"review_channel_id": "60"})).await;
    track.app.perform().await;
    let admin = track.admin();
    let cup = given(json!({"user_id": "1", "description": " The cup "}));
    let given_by_hand = admin.give_award(track.season, &cup).await.unwrap();
    assert_eq!(given_by_hand.rank_id, None);
    assert_eq!(given_by_hand.rank_name, None);
    assert_eq!(given_by_hand.prize.description.as_deref(), Some("The cup"));
    let asked = track.app.perform().await;
    assert_eq!(kinds(&asked), ["send", "direct"]);
    let told = &shown(&asked)[1][0];
    assert_eq!(told["user_id"], "1");
    let notice = &told["notice"];
    assert_eq!(notice["notice"], "award_given");
    assert_eq!(notice["award"]["prize"]["description"], "The cup");
    assert_eq!(notice["by"], "77");
    track.adjust(1, -50).await;
    let left = track.awards(json!({})).await;
    assert_eq!(left, std::slice::from_ref(&given_by_hand));
    let back = admin.take_award_back(given_by_hand.id).await.unwrap();
    assert_eq!(back.state, AwardState::Withdrawn);
    let again = refused(admin.take_award_back(given_by_hand.id).await);
    assert_eq!(again, "409 award_not_waiting");
}

#[tokio::test]
async fn a_prize_that_was_won_is_not_taken_back_by_hand() {
    let track = Track::new().await;
    let mug = mug(&track).await;
    let refusal = refused(track.admin().take_award_back(mug.id).await);
    assert_eq!(refusal, "409 award_of_rank");
    let cup = given(json!({"user_id": "404", "description": "The cup"}));
    let refusal = refused(track.admin().give_award(track.season, &cup).await);
    assert_eq!(refusal, "404 member_not_found");
}

#[tokio::test]
async fn that_a_prize_was_handed_over_is_taken_back() {
    let track = Track::new().await;
    let mug = mug(&track).await;
    let admin = track.admin();
    let refusal = refused(admin.undeliver_award(mug.id).await);
    assert_eq!(refusal, "409 award_not_delivered");
    let note = given(json!({"note": "by post"}));
    admin.deliver_award(mug.id, &note).await.unwrap();
    assert_eq!(admin.undeliver_award(mug.id).await.unwrap(), mug);
    admin.deliver_award(mug.id, &note).await.unwrap();
    track.adjust(1, -10).await;
    let back = admin.undeliver_award(mug.id).await.unwrap();
    assert_eq!(back.state, AwardState::Withdrawn, "the rank is lost");
    let absent = AwardId::new(404).unwrap();
    assert_eq!(
        refused(admin.undeliver_award(absent).await),
        "404 award_not_found"
    );
}

#[tokio::test]
async fn the_note_of_a_prize_is_mended() {
    let track = Track::new().await;
    let mug = mug(&track).await;
    let admin = track.admin();
    let note = |note: Value| given(json!({"note": note}));
    let refusal = refused(admin.update_award(mug.id, &note("x".into())).await);
    assert_eq!(refusal, "409 award_not_delivered");
    let nothing = given(json!({}));
    admin.deliver_award(mug.id, &nothing).await.unwrap();
    let noted = admin.update_award(mug.id, &note("in person".into())).await;
    assert_eq!(noted.unwrap().note.as_deref(), Some("in person"));
    let cleared = admin.update_award(mug.id, &note(Value::Null)).await;
    assert_eq!(cleared.unwrap().note, None);
}

#[tokio::test]
async fn what_a_prize_is_changes_where_it_waits() {
    let track = Track::new().await;
    let mug = mug(&track).await;
    let rank = mug.rank_id.unwrap();
    let other = json!({"description": "a cup"});
    let ranks = track.admin().list_ranks(track.season).await.unwrap().items;
    let cup = track.prize(&ranks[0], other).await;
    let (admin, id) = (track.admin(), track.season);
    let change = async |to: &str| {
        let update = given(json!({"description": to}));
        admin.update_prize(id, rank, mug.prize.id, &update).await
    };
    track.set(json!({"review_channel_id": "60"})).await;
    let given_later = track.app.verified_as(2, "Grace").await;
    given_later.join_season(id).await.unwrap();
    track.adjust(2, 50).await;
    track.app.perform().await;
    let changed = change("a signed mug").await.unwrap();
    let edited = track.app.perform().await;
    assert_eq!(kinds(&edited), ["edit"], "the post that there is");
    let edited = &shown(&edited)[0][0]["notice"]["award"];
    assert_eq!(edited["user_id"], "2");
    assert_eq!(edited["prize"]["description"], "a signed mug");
    assert_eq!(changed.description.as_deref(), Some("a signed mug"));
    let waiting = track.awards(json!({"state": "waiting"})).await;
    let waiting = waiting.iter().find(|award| award.id == mug.id).unwrap();
    assert_eq!(waiting.prize, changed);
    assert_eq!(
        refused(change("A  CUP").await),
        "409 prize_taken field=description"
    );
    let role = track.prize(&ranks[0], json!({"role_id": "7"})).await;
    let update = given(json!({"description": "a mug"}));
    let refusal = refused(admin.update_prize(id, rank, role.id, &update).await);
    assert_eq!(refusal, "422 invalid_value field=description");
    admin.delete_prize(id, rank, cup.id).await.unwrap();
    let gone = refused(admin.update_prize(id, rank, cup.id, &update).await);
    assert_eq!(gone, "404 prize_not_found");
}

#[tokio::test]
async fn an_item_has_an_id_of_another_program() {
    let track = Track::new().await;
    let admin = track.admin();
    let new = given(json!({"name": "Win", "external_id": " sku-7 "}));
    let item = admin.create_item(&new).await.unwrap();
    assert_eq!(item.external_id.as_deref(), Some("sku-7"));
    let change = given(json!({"external_id": "sku-8"}));
    let changed = admin.update_item(item.id, &change).await.unwrap();
    assert_eq!(changed.external_id.as_deref(), Some("sku-8"));
    let page = PageQuery::default();
    let listed = admin.list_items(&page).await.unwrap().items;
    assert_eq!(listed[1], admin.get_item(item.id).await.unwrap());
    let cleared = given(json!({"external_id": null}));
    let cleared = admin.update_item(item.id, &cleared).await.unwrap();
    assert_eq!(cleared.external_id, None);
}

#[tokio::test]
async fn members_are_found_by_part_of_a_name() {
    let track = Track::unlimited().await;
    let admin = track.admin();
    let names = ["Ada Lovelace", "ÁDA Byron", "Grace Hopper", "Adam"];
    for (id, name) in (1..).zip(names) {
        let member = json!({"display_name": name, "external_id": format!("id-{id}")});
        let member = given(member);
        admin
            .register_other_member(user(id), &member)
            .await
            .unwrap();
    }
    let found = async |query: Value| {
        let page = admin.list_members(&given(query)).await.unwrap();
        let names = page.items.into_iter().map(|it| it.display_name);
        (names.collect::<Vec<_>>(), page.next_cursor)
    };
    assert_eq!(
        found(json!({"name": "ADA"})).await.0,
        ["Ada Lovelace", "Adam"]
    );
    assert_eq!(found(json!({"name": "áda"})).await.0, ["ÁDA Byron"]);
    assert_eq!(found(json!({"name": "ID-3"})).await.0, ["Grace Hopper"]);
    assert_eq!(found(json!({"name": "x"})).await, (vec![], None));
    let (first, cursor) = found(json!({"name": "ada", "limit": 1})).await;
    assert_eq!(first, ["Ada Lovelace"]);
    let rest = json!({"name": "ada", "limit": 1, "cursor": cursor.unwrap()});
    assert_eq!(found(rest).await, (vec!["Adam".to_owned()], None));
    let banned = json!({"name": "ada", "status": "banned"});
    assert_eq!(found(banned).await.0, [] as [&str; 0]);
}

#[tokio::test]
async fn nobody_is_enrolled_before_a_season_begins() {
    let track = Track::new().await;
    track.app.verified_as(1, "Ada").await;
    let spring = season_of("Spring", "2027-01-01", "2027-02-01");
    let spring = track.admin().create_season(&spring).await.unwrap().id;
    let enrolled = track.admin().enroll_participant(spring, user(1)).await;
    assert!(refused(enrolled).starts_with("409 season_not_open"));
}

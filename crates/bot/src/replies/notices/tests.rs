mod numbers;

use crate::test::{show_reply, stub_api::with};
use paddock_api_types::GuildId;
use serde_json::{Value, json};

/// The server that the notices are about.
fn guild() -> GuildId {
    "7".parse().unwrap()
}

fn show(notice: Value) -> String {
    show_reply(&super::notice(
        guild(),
        &serde_json::from_value(notice).unwrap(),
    ))
}

#[test]
fn a_registration_can_be_decided_where_it_is_announced() {
    let pending =
        json!({"notice": "registration_pending", "user_id": "202", "display_name": "Bert *B*"});
    insta::assert_snapshot!(show(pending), @r#"
    # Someone registered
    <@202> as **Bert \*B\***
    ["Verify"] "v1:verify:202"
    ["Reject"] "v1:reject:202"
    "#);
}

#[test]
fn a_registration_shows_the_external_id() {
    let pending = json!({
        "notice": "registration_pending", "user_id": "202", "display_name": "Bert", "external_id": "12_3",
    });
    insta::assert_snapshot!(show(pending), @r#"
    # Someone registered
    <@202> as **Bert**
    **External id** 12\_3
    ["Verify"] "v1:verify:202"
    ["Reject"] "v1:reject:202"
    "#);
}

#[test]
fn a_decided_registration_reads_like_the_button() {
    let reviewed = |status: &str, reason: Value, by: Value| {
        json!({
            "notice": "registration_reviewed", "user_id": "202", "display_name": "Bert *B*", "status": status,
            "reason": reason, "decided_by": by,
        })
    };
    let mut all = String::new();
    for notice in [
        reviewed("verified", Value::Null, "201".into()),
        reviewed("rejected", "no _rules_".into(), "201".into()),
        reviewed("banned", Value::Null, Value::Null),
    ] {
        all.push_str(&show(notice));
    }
    insta::assert_snapshot!(all, @r"
    ✅ <@202> (**Bert \*B\***) was verified by <@201>.
    ❌ <@202> (**Bert \*B\***) was rejected by <@201> (no \_rules\_).
    ⛔ <@202> (**Bert \*B\***) was banned by Paddock.
    ");
}

fn season() -> Value {
    json!({
        "id": "500", "number": 3, "name": "Winter *2026*", "starts_at": "2026-12-01T18:00:00Z",
        "ends_at": "2027-03-01T18:00:00Z", "status": "open", "remove_roles_at_end": false, "participants": 12,
        "closed_at": null, "created_at": "2026-11-01T12:00:00Z", "updated_at": "2026-11-01T12:00:00Z",
    })
}

fn gold() -> Value {
    json!({"position": 2, "name": "Gold", "badge": "💎"})
}

fn submission(state: &str) -> Value {
    json!({
        "id": "800", "season_id": "500", "season_name": "Winter *2026*", "user_id": "202",
        "display_name": "Bert", "item_id": "600", "item_name": "Race_finished", "quantity": 3,
        "points_each": 10, "points": 30, "state": state, "proof_url": null, "note": null,
        "submitted_by": "202", "submitted_at": "2026-12-05T12:00:00Z", "decided_by": "201",
        "decided_at": "2026-12-06T12:00:00Z", "reason": null, "updated_at": "2026-12-06T12:00:00Z",
    })
}

#[test]
fn points_of_somebody_else_come_with_who_why_and_what_they_did() {
    let silver = json!({"position": 1, "name": "Silver", "badge": null});
    let told = |by: Value, reason: Value, change: Value| {
        show(json!({
            "notice": "points_changed", "guild_name": "Club", "season_name": "Winter *2026*",
            "kind": "adjustment", "change": change, "reason": reason, "by": by,
        }))
    };
    let mut all = String::new();
    for (by, reason, change) in [
        (
            json!("201"),
            json!("fair *play*"),
            json!({"points": 50, "total": 130, "rank": gold(), "promoted": true, "rank_before": silver}),
        ),
        (
            json!("201"),
            Value::Null,
            json!({"points": -1, "total": 99, "rank": silver, "promoted": false, "rank_before": gold()}),
        ),
        (
            Value::Null,
            Value::Null,
            json!({"points": -90, "total": 9, "rank": null, "promoted": false, "rank_before": silver}),
        ),
    ] {
        all.push_str(&told(by, reason, change));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @r"
    <@201> gave 50 points to you in **Winter \*2026\***, **Club** (by hand).
    “fair \*play\*”
    You have 130 points now.
    🎉 Congratulations, you reached 💎 **Gold**! `/summary` there shows all of it.

    <@201> took 1 point from you in **Winter \*2026\***, **Club** (by hand).
    You have 99 points now, rank **Silver**. 💎 **Gold** is lost. `/summary` there shows all of it.

    Paddock took 90 points from you in **Winter \*2026\***, **Club** (by hand).
    You have 9 points now. **Silver** is lost. `/summary` there shows all of it.
    ");
}

/// A prize won by Bert.
fn award(state: &str) -> Value {
    json!({
        "id": "900", "season_id": "500", "season_name": "Winter", "rank_id": "650", "rank_name": "Gold",
        "prize": {"id": "661", "role_id": null, "description": "A mug"}, "user_id": "202",
        "display_name": "Bert", "state": state, "awarded_at": "2026-12-06T12:00:00Z",
        "delivered_at": null, "delivered_by": "201", "note": null,
    })
}

#[test]
fn a_prize_that_waits_is_handed_over_by_button() {
    let mut all = String::new();
    for state in ["waiting", "delivered", "withdrawn"] {
        all.push_str(&show(json!({"notice": "prize_won", "award": award(state)})));
    }
    for count in [1, 12] {
        let waiting = json!({"notice": "prizes_waiting", "season_name": "Winter", "count": count});
        all.push_str(&show(waiting));
    }
    insta::assert_snapshot!(all, @r#"
    🎁 A mug · <@202> **Bert** · Gold in **Winter** · waiting since <t:1796558400:R>
    ["Handed over"] "v1:award-deliver:900"
    🎁 A mug · <@202> **Bert** · Gold in **Winter** · handed over by <@201> <t:1796558400:R>
    🎁 A mug · <@202> **Bert** · Gold in **Winter** · taken back
    🎁 1 prize waits in **Winter** to be handed over. `/award list` with `state` shows them.
    🎁 12 prizes wait in **Winter** to be handed over. `/award list` with `state` shows them.
    "#);
}

#[test]
fn a_member_hears_what_an_admin_did_for_them() {
    let mut all = String::new();
    for (server, by) in [(json!("Club"), json!("201")), (Value::Null, Value::Null)] {
        let award = award("waiting");
        all += &show(json!({
            "notice": "award_given", "guild_name": server, "award": award, "by": by,
        }));
        all += &show(json!({
            "notice": "enrolled", "guild_name": server, "season": season(), "by": by,
        }));
    }
    insta::assert_snapshot!(all, @r#"
    🎁 <@201> gave you a prize in **Winter**, in **Club**: A mug. An admin hands it over; `/summary` there shows what you have won.
    <@201> had you join **Winter \*2026\*** in **Club**. It ends <t:1803924000:R>. There, hand things in with `/submit`; `/summary` shows how you stand.
    🎁 Paddock gave you a prize in **Winter**, in the server: A mug. An admin hands it over; `/summary` there shows what you have won.
    Paddock had you join **Winter \*2026\*** in the server. It ends <t:1803924000:R>. There, hand things in with `/submit`; `/summary` shows how you stand.
    "#);
}

#[test]
fn a_submission_is_reviewed_by_buttons_until_it_is_decided() {
    let mut waiting = with(
        submission("pending"),
        json!({"decided_by": null, "decided_at": null, "note": "lap *3*"}),
    );
    waiting["proof_url"] = "https://cdn.example.com/a/lap.PNG?x=1".into();
    let rejected = with(submission("rejected"), json!({"reason": "no lap"}));
    let by_paddock = with(submission("approved"), json!({"decided_by": null}));
    let expired = submission("expired");
    let mut all = String::new();
    for submission in [
        waiting,
        by_paddock,
        rejected,
        submission("deleted"),
        expired,
    ] {
        let notice = json!({"notice": "submission_review", "submission": submission});
        all.push_str(&show(notice));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @r#"
    # Race\_finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Proof** [cdn.example.com](https://cdn.example.com/a/lap.PNG?x=1)
    **Submitted** <t:1796472000:R>
    ⏳ Waits for a review
    "Note": "lap \\*3\\*"
    picture https://cdn.example.com/a/lap.PNG?x=1
    ["Approve"] "v1:submission-approve:800:2026-12-06T12_00_00Z"
    ["Reject"] "v1:submission-reject:800"

    # Race\_finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Submitted** <t:1796472000:R>
    ✅ Approved by Paddock <t:1796558400:R>

    # Race\_finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Submitted** <t:1796472000:R>
    ❌ Rejected by <@201> <t:1796558400:R>
    "Reason": "no lap"

    # Race\_finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Submitted** <t:1796472000:R>
    🗑️ Taken back by <@201> <t:1796558400:R>

    # Race\_finished × 3
    <@202> (**Bert**) in **Winter \*2026\***
    **30 points** (3 × 10)
    **Submitted** <t:1796472000:R>
    ⌛ The season ended before anybody decided
    "#);
}

#[test]
fn members_hear_what_became_of_a_submission() {
    let change =
        |promoted: bool| json!({"points": 30, "total": 130, "rank": gold(), "promoted": promoted});
    let because = |state: &str| with(submission(state), json!({"reason": "no _lap_"}));
    let mut all = String::new();
    for (submission, change) in [
        (submission("approved"), change(false)),
        (submission("approved"), change(true)),
        (submission("approved"), Value::Null),
        (because("rejected"), Value::Null),
        (submission("rejected"), Value::Null),
        (because("deleted"), change(false)),
        (submission("expired"), Value::Null),
        (submission("pending"), Value::Null),
    ] {
        all.push_str(&show(json!({
            "notice": "submission_decided", "guild_name": "Test *Track*", "submission": submission,
            "change": change,
        })));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @r"
    ✅ **Race\_finished** × 3 in **Winter \*2026\*** (**Test \*Track\***) was approved and counts 30 points. You have 130 points now, rank 💎 **Gold**.

    ✅ **Race\_finished** × 3 in **Winter \*2026\*** (**Test \*Track\***) was approved and counts 30 points. You have 130 points now.
    🎉 Congratulations, you reached 💎 **Gold**!

    ✅ **Race\_finished** × 3 in **Winter \*2026\*** (**Test \*Track\***) was approved and counts 30 points.

    ❌ **Race\_finished** × 3 in **Winter \*2026\*** (**Test \*Track\***) was rejected: no \_lap\_
    Talk to an admin there if you think that is a mistake, or hand it in again with `/submit`.

    ❌ **Race\_finished** × 3 in **Winter \*2026\*** (**Test \*Track\***) was rejected. Talk to an admin there if you think that is a mistake, or hand it in again with `/submit`.

    🗑️ **Race\_finished** × 3 in **Winter \*2026\*** (**Test \*Track\***) was taken back: no \_lap\_
    You have 130 points now, rank 💎 **Gold**.

    ⌛ **Race\_finished** × 3 in **Winter \*2026\*** (**Test \*Track\***) no longer counts: the season ended before anybody decided.

    ⏳ **Race\_finished** × 3 in **Winter \*2026\*** (**Test \*Track\***) waits for a review again.
    ");
}

#[test]
fn everybody_hears_of_a_new_rank() {
    let prizes = json!([
        {"id": "660", "role_id": "401", "description": null},
        {"id": "661", "role_id": null, "description": "A *T-shirt*"},
    ]);
    let promoted = json!({
        "notice": "promoted", "user_id": "202", "display_name": "Bert *B*", "season_name": "Winter *2026*",
        "rank": gold(), "points": 130, "prizes": prizes,
    });
    insta::assert_snapshot!(show(promoted.clone()), @r"
    🎉 <@202> (**Bert \*B\***) reached 💎 **Gold** in **Winter \*2026\*** with 130 points!
    🎁 <@&401>
    🎁 A \*T-shirt\*
    ");

    let prize = json!({"id": "661", "role_id": null, "description": "*".repeat(200)});
    let many = with(promoted, json!({"prizes": vec![prize; 100]}));
    let shown = show(many);
    assert!(
        shown.ends_with("🎁 and 98 more: `/summary` shows them\n"),
        "{shown}"
    );
}

#[test]
fn everybody_hears_of_the_begin_and_the_end_of_a_season() {
    insta::assert_snapshot!(show(json!({"notice": "season_opened", "season": season()})), @r"
    🟢 **Winter \*2026\*** has begun! It runs until <t:1803924000:f>.
    Take part with `/join`, hand things in with `/submit`.
    ");
    let row = |place: u32, name: &str, rank: Value| json!({"place": place, "user_id": "202", "display_name": name, "points": 130, "rank": rank});
    let top = json!([
        row(1, "Bert *B*", gold()),
        row(2, "Cleo", Value::Null),
        row(4, "Dan", Value::Null)
    ]);
    let closed = json!({"notice": "season_closed", "season": season(), "top": top});
    insta::assert_snapshot!(show(closed.clone()), @r"
    🏁 **Winter \*2026\*** is over. Well done, everybody!
    🥇 **Bert \*B\*** · 130 points · 💎 **Gold**
    🥈 **Cleo** · 130 points
    4. **Dan** · 130 points
    `/leaderboard` and `/summary` with `season` show the rest.
    ");

    let many = vec![row(1, &"*".repeat(60), gold()); 200];
    let shown = show(with(closed, json!({"top": many})));
    assert!(shown.contains("… and 193 more"), "{shown}");
}

#[test]
fn nobody_in_a_season_is_no_list() {
    let closed = json!({"notice": "season_closed", "season": season(), "top": []});
    insta::assert_snapshot!(show(closed), @r"
    🏁 **Winter \*2026\*** is over. Well done, everybody!
    `/leaderboard` and `/summary` with `season` show the rest.
    ");
}

#[test]
fn members_hear_what_was_decided() {
    let server = "Test *Track*";
    let mut all = String::new();
    for notice in [
        json!({"notice": "verified", "guild_name": server}),
        json!({"notice": "verified", "guild_name": null}),
        json!({"notice": "rejected", "guild_name": server, "reason": "no _rules_ read"}),
        json!({"notice": "rejected", "guild_name": null, "reason": null}),
    ] {
        all.push_str(&show(notice));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @r"
    You are verified in **Test \*Track\***. Welcome! `/help` there shows what you can do.

    You are verified in the server. Welcome! `/help` there shows what you can do.

    Your registration in **Test \*Track\*** was turned down: no \_rules\_ read
    Talk to an admin there if you think that is a mistake.

    Your registration in the server was turned down. Talk to an admin there if you think that is a mistake.
    ");
}

#[test]
fn what_could_not_be_posted_for_a_while_is_counted() {
    let missed = |promotions: u32, claims: u32, releases: u32| {
        show(json!({
            "notice": "missed", "promotions": promotions, "claims": claims, "releases": releases,
        }))
    };
    insta::assert_snapshot!(missed(4_321, 12, 1), @r"
    **While nothing could be posted here**
    4,321 ranks reached: see `/leaderboard`
    12 numbers claimed: see `/roster`
    1 number released: see `/available`
    ");
    insta::assert_snapshot!(missed(0, 1, 0), @r"
    **While nothing could be posted here**
    1 number claimed: see `/roster`
    ");
}

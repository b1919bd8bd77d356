use super::show;
use serde_json::{Value, json};

fn trade(state: &str, wants: Value) -> Value {
    json!({
        "id": "850", "class_id": null, "class_name": null, "from_user_id": "202", "to_user_id": "201",
        "gives": "7", "wants": wants, "state": state, "created_at": "2026-12-05T12:00:00Z",
        "expires_at": "2026-12-06T12:00:00Z",
    })
}

#[test]
fn everybody_hears_of_numbers() {
    let claim = |class: Value| {
        json!({
            "number": "07", "class_id": null, "class_name": class, "user_id": "202", "display_name": "Bert *B*",
            "claimed_at": "2026-12-05T12:00:00Z", "released_at": null, "state": "pending",
        })
    };
    let mut all = String::new();
    for notice in [
        json!({"notice": "number_claimed", "claim": claim(Value::Null)}),
        json!({"notice": "number_claimed", "claim": claim("GT_3".into())}),
        json!({"notice": "number_released", "number": "07", "class_name": "GT_3"}),
        json!({"notice": "number_season_started", "priority_until": "2026-12-06T12:00:00Z"}),
        json!({"notice": "number_season_started", "priority_until": null}),
    ] {
        all.push_str(&show(notice));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @r"
    🏁 <@202> (**Bert \*B\***) has claimed **#07**.

    🏁 <@202> (**Bert \*B\***) has claimed **#07** (GT\_3).

    **#07** (GT\_3) is free again. `/claim` makes it yours.

    🏁 A new season of car numbers has begun. Until <t:1796558400:f> (<t:1796558400:R>), every number of the last one is kept for the member who held it.
    Claim yours with `/claim`; `/available` shows what is free.

    🏁 A new season of car numbers has begun. Every number is free.
    Claim yours with `/claim`; `/available` shows what is free.
    ");
}

#[test]
fn members_hear_what_becomes_of_their_numbers() {
    let server = "Test *Track*";
    let decided = |state: &str, wants: Value| json!({"notice": "number_trade_decided", "guild_name": server, "trade": trade(state, wants)});
    let taken = |reason: Value| {
        json!({
            "notice": "number_taken_back", "guild_name": server, "number": "7", "class_name": null, "reason": reason,
        })
    };
    let mut all = String::new();
    for notice in [
        taken(Value::Null),
        taken("left the _league_".into()),
        decided("accepted", "8".into()),
        decided("accepted", Value::Null),
        decided("declined", "8".into()),
        decided("expired", "8".into()),
        decided("cancelled", "8".into()),
        decided("open", "8".into()),
    ] {
        all.push_str(&show(notice));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @r"
    An admin of **Test \*Track\*** took **#7** from you.
    Talk to an admin there if you think that is a mistake.

    An admin of **Test \*Track\*** took **#7** from you: left the \_league\_
    Talk to an admin there if you think that is a mistake.

    ✅ <@201> accepted: **#8** in **Test \*Track\*** is yours now, and **#7** is theirs.

    ✅ <@201> accepted: **#7** in **Test \*Track\*** is theirs now.

    ❌ <@201> declined your offer of **#7** in **Test \*Track\***. You keep it.

    ⌛ <@201> did not answer your offer of **#7** in **Test \*Track\*** in time. You keep it.

    🗑️ Your offer of **#7** to <@201> in **Test \*Track\*** no longer holds.

    ⏳ Your offer of **#7** in **Test \*Track\*** waits for <@201>.
    ");
}

#[test]
fn what_is_offered_is_decided_by_buttons_that_name_the_server() {
    let held = |class: Value, name: Value| {
        let wait = json!({
            "number": "7", "class_id": class, "class_name": name, "user_id": "201", "place": 1,
            "since": "2026-12-01T12:00:00Z",
        });
        json!({"notice": "number_held", "guild_name": null, "wait": wait, "until": "2026-12-07T12:00:00Z"})
    };
    let offered = |wants: Value| json!({"notice": "number_trade_offered", "guild_name": "Test", "trade": trade("open", wants)});
    let mut all = String::new();
    for notice in [
        held(Value::Null, Value::Null),
        held("860".into(), "GT3".into()),
        offered("8".into()),
        offered(Value::Null),
    ] {
        all.push_str(&show(notice));
        all.push('\n');
    }
    insta::assert_snapshot!(all, @r#"
    You waited for **#7** in the server: it is free, and held for you until <t:1796644800:f> (<t:1796644800:R>). After that, the next member in line is asked.
    ["Take it"] "v1:number-take@7:7"
    ["Decline"] "v1:number-decline@7:7"

    You waited for **#7** (GT3) in the server: it is free, and held for you until <t:1796644800:f> (<t:1796644800:R>). After that, the next member in line is asked.
    ["Take it"] "v1:number-take@7:7:860"
    ["Decline"] "v1:number-decline@7:7:860"

    <@202> offers you **#7** for your **#8** in **Test**. You can accept until <t:1796558400:f> (<t:1796558400:R>).
    ["Accept"] "v1:trade-accept@7:850"
    ["Decline"] "v1:trade-decline@7:850"

    <@202> offers you **#7** as a gift in **Test**. You can accept until <t:1796558400:f> (<t:1796558400:R>).
    ["Accept"] "v1:trade-accept@7:850"
    ["Decline"] "v1:trade-decline@7:850"
    "#);
}

//! Staff, with an API that answers what [`Harness::api`](crate::test::Harness) was given.

use crate::test::{Harness, focused, member_option, option, stub_api::with, subcommand};
use serde_json::{Value, json};

const ROSTER: &str = "GET /api/staff/roster";
const STATUS: &str = "GET /api/staff/discord/status";

fn ada() -> Value {
    json!({
        "user_id": "201", "display_name": "Ada", "title": "Steward", "rank": 10,
        "time_zone": "Europe/London", "discord_status": "dnd", "unknown_because": null,
        "discord_custom_status": "🏁 in a *race*", "discord_activity": "Playing iRacing",
        "discord_status_updated": "2026-12-01T18:00:00Z",
        "platforms": {"desktop": "dnd", "vr": "online"}, "activities": [], "hidden": false,
        "last_seen": "2026-12-01T18:00:00Z", "on_duty_since": "2026-12-01T17:00:00Z",
        "away": null, "is_away": false,
    })
}

fn bert() -> Value {
    with(
        ada(),
        json!({
            "user_id": "202", "display_name": "Bert", "title": null, "rank": 100,
            "time_zone": "UTC", "discord_status": "unknown", "unknown_because": "bot_offline",
            "discord_custom_status": null, "discord_activity": null, "platforms": {},
            "discord_status_updated": null, "last_seen": null, "on_duty_since": null,
            "is_away": true,
            "away": {"from": "2026-12-01", "until": "2026-12-24", "reason": "Holidays"},
        }),
    )
}

async fn with_roster(members: Value) -> Harness {
    let harness = Harness::start().await;
    harness.api.plant(ROSTER, 200, json!({"members": members}));
    harness
}

async fn that_answers(what: &str, status: u16, body: Value) -> Harness {
    let harness = Harness::start().await;
    harness.api.plant(what, status, body);
    harness
}

#[tokio::test]
async fn a_member_is_added() {
    let harness = that_answers("POST /api/staff/202", 201, bert()).await;
    let options = json!([
        member_option(),
        option("title", "Steward"),
        option("rank", 10),
        option("time_zone", "Europe/Berlin"),
    ]);
    let shown = harness.command("staff", subcommand("add", options)).await;
    insta::assert_snapshot!(shown, @r#"
    → POST /api/staff/202 {"rank":10,"time_zone":"Europe/Berlin","title":"Steward"} (once)
    ← message, only for them
    <@202> **Bert** is on the roster. Their status shows once Discord says it; `/staffstatus` has it.
    "#);
}

#[tokio::test]
async fn who_is_known_by_no_name_is_mentioned_only() {
    let unnamed = with(bert(), json!({"display_name": "202"}));
    let harness = that_answers("POST /api/staff/202", 201, unnamed).await;
    let options = subcommand("add", json!([member_option()]));
    let shown = harness.command("staff", options).await;
    assert!(shown.contains("\n<@202> is on the roster."), "{shown}");
}

#[tokio::test]
async fn a_member_is_changed_and_a_title_removed() {
    let harness = that_answers("PATCH /api/staff/202", 200, bert()).await;
    let options = json!([member_option(), option("rank", 5), {"name": "clear_title", "type": 5, "value": true}]);
    let shown = harness.command("staff", subcommand("edit", options)).await;
    insta::assert_snapshot!(shown, @r#"
    → PATCH /api/staff/202 {"rank":5,"title":null} (once)
    ← message, only for them
    <@202> **Bert** is on the roster like that now.
    "#);
    let nothing = subcommand("edit", json!([member_option()]));
    let shown = harness.command("staff", nothing).await;
    assert!(shown.contains("nothing to change"), "{shown}");
}

#[tokio::test]
async fn removing_asks_first() {
    let harness = that_answers("DELETE /api/staff/202", 204, Value::Null).await;
    let options = subcommand("remove", json!([member_option()]));
    insta::assert_snapshot!(harness.command("staff", options).await, @r#"
    ← message, only for them
    Take <@202> off the roster? What is known of when they were there goes with it, and does not come back.
    ["Remove"] "v1:staff-remove:202"
    "#);
    insta::assert_snapshot!(harness.press("v1:staff-remove:202").await, @"
    → DELETE /api/staff/202 (once)
    ← update
    <@202> is off the roster, and their times are deleted.
    ");
}

#[tokio::test]
async fn the_roster_is_listed() {
    let harness = with_roster(json!([ada(), bert()])).await;
    let shown = harness
        .command("staff", subcommand("list", json!([])))
        .await;
    insta::assert_snapshot!(shown, @"
    → GET /api/staff/roster
    ← message, only for them
    # Staff
    `10` <@201> **Ada** · Steward · Europe/London
    `100` <@202> **Bert** · UTC · on leave from 2026-12-01 until 2026-12-24 (Holidays)
    ");
    let nobody = with_roster(json!([])).await;
    let shown = nobody.command("staff", subcommand("list", json!([]))).await;
    assert!(shown.contains("`/staff add`"), "{shown}");
}

#[tokio::test]
async fn a_leave_is_taken_and_ended() {
    let harness = with_roster(json!([ada()])).await;
    harness.api.plant("PUT /api/staff/201/away", 200, bert());
    let options = json!([option("until", "2026-12-24"), option("reason", "Holidays")]);
    let shown = harness.command("staff", subcommand("away", options)).await;
    insta::assert_snapshot!(shown, @r#"
    → GET /api/staff/roster
    → PUT /api/staff/201/away {"reason":"Holidays","until":"2026-12-24"} (once)
    ← message, only for them
    <@202> is on leave from 2026-12-01 until 2026-12-24 (Holidays). `/staff away end:True` ends it.
    "#);

    let harness = that_answers("DELETE /api/staff/202/away", 200, ada()).await;
    let end = json!({"name": "end", "type": 5, "value": true});
    let options = json!([end, member_option()]);
    let shown = harness.command("staff", subcommand("away", options)).await;
    insta::assert_snapshot!(shown, @"
    → DELETE /api/staff/202/away (once)
    ← message, only for them
    <@201> is not on leave any more.
    ");

    harness
        .api
        .plant("GET /api/staff/roster", 200, json!({"members": []}));
    for (options, hint) in [
        (json!([]), "Say `until` when"),
        (json!([option("until", "Christmas")]), "is not a day"),
        (
            json!([option("until", "tomorrow 20:00")]),
            "Leave out the time",
        ),
        (
            json!([option("until", "1/2/2027")]),
            "can be 1 February 2027 or 2 January 2027",
        ),
        (json!([option("until", "2026-12-24"), end]), "without days"),
    ] {
        let shown = harness.command("staff", subcommand("away", options)).await;
        assert!(shown.contains(hint), "{shown}");
    }
}

#[tokio::test]
async fn the_days_of_a_leave_are_those_of_who_takes_it() {
    let here = with(bert(), json!({"time_zone": "Pacific/Kiritimati"}));
    let harness = with_roster(json!([ada(), here])).await;
    harness.api.plant("PUT /api/staff/202/away", 200, bert());
    let options = json!([
        member_option(),
        option("from", "now"),
        option("until", "in 2 weeks")
    ]);
    let asked = crate::clock::now();
    harness.command("staff", subcommand("away", options)).await;
    let body = &harness.api.asked_for("PUT /api/staff/202/away")[0].body;
    let day = |field: &str| body[field].as_str().unwrap().parse::<jiff::civil::Date>();
    let zone = jiff::tz::TimeZone::get("Pacific/Kiritimati").unwrap();
    // Midnight may have passed since.
    let today = [asked, crate::clock::now()].map(|at| at.to_zoned(zone.clone()).date());
    let from = day("from").unwrap();
    assert!(today.contains(&from), "{from}");
    assert_eq!((day("until").unwrap() - from).get_days(), 14);
}

#[tokio::test]
async fn who_is_there_says_what_is_not_known() {
    let harness = with_roster(json!([ada(), bert()])).await;
    let status = json!({
        "is_running": false, "guild_id": "7", "heard_at": null, "intents": null,
        "limitation": "The bot was not heard of for 3 minutes.", "staff": 2, "known": 1,
        "synced_at": null, "sync_minutes": 2,
    });
    harness.api.plant(STATUS, 200, status);
    insta::assert_snapshot!(harness.command("staffstatus", json!([])).await, @r"
    → GET /api/staff/roster
    → GET /api/staff/discord/status
    ← message, only for them
    # Who is there
    ⚠️ The bot was not heard of for 3 minutes.

    ⛔ <@201> **Ada** · Steward · do not disturb <t:1796148000:R> · on duty (said) · Playing iRacing · 🏁 in a \*race\*
    ❔ <@202> **Bert** · unknown: the bot was away · on leave
    ");
}

#[tokio::test]
async fn the_hours_of_somebody_are_charted() {
    let time = |online: u64, offline: u64| {
        json!({
            "online_seconds": online, "idle_seconds": 0, "dnd_seconds": 0,
            "offline_seconds": offline, "unknown_seconds": 0, "duty_seconds": online / 2,
            "away_seconds": 0,
        })
    };
    let activity = json!({
        "member": ada(), "current": "dnd", "since": "2026-12-01T18:00:00Z",
        "total": time(50_000, 100_000),
        "days": [
            {"date": "2026-12-01", "time": time(21_600, 43_200)},
            {"date": "2026-11-30", "time": time(43_200, 43_200)},
        ],
        "weeks": [{"monday": "2026-11-30", "time": time(64_800, 86_400)}],
    });
    let harness = that_answers("GET /api/staff/202/activity", 200, activity).await;
    let shown = harness
        .command("staffstatus", json!([member_option()]))
        .await;
    insta::assert_snapshot!(shown, @r"
    → GET /api/staff/202/activity?days=28
    ← message, only for them
    # Ada
    <@201>
    **Title** Steward
    **Status** ⛔ do not disturb <t:1796148000:R>
    **On** desktop, vr
    **Doing** Playing iRacing
    **Custom status** 🏁 in a \*race\*
    **Last seen** <t:1796148000:R>
    **On duty (said)** <t:1796144400:R>
    ```
    2026-11-30 ██████······ 12 h
    2026-12-01 ████········ 6 h
    ```
    █ online ▓ do not disturb ▒ idle · offline ? unknown; times are theirs
    Week of 2026-11-30: 18 h, 9 h on duty (said)
    ");
}

#[tokio::test]
async fn what_somebody_does_is_hidden_and_shown() {
    let path = "/api/staff/me/presence-hidden";
    let harness = that_answers(&format!("PUT {path}"), 200, ada()).await;
    let shown = harness
        .command("presence", subcommand("hide", json!([])))
        .await;
    insta::assert_snapshot!(shown, @"
    → PUT /api/staff/me/presence-hidden (once)
    ← message, only for them
    Only your status is shown from now on. What you do and your custom status are not, also not for the past. `/presence show` shows them again.
    ");
    harness.api.plant(&format!("DELETE {path}"), 200, ada());
    let shown = harness
        .command("presence", subcommand("show", json!([])))
        .await;
    insta::assert_snapshot!(shown, @"
    → PUT /api/staff/me/presence-hidden (once)
    → DELETE /api/staff/me/presence-hidden (once)
    ← message, only for them
    What you do and your custom status are shown from now on. `/presence hide` hides them.
    ");
}

#[tokio::test]
async fn duty_begins_and_ends_and_is_for_staff() {
    let harness = that_answers("PUT /api/staff/me/duty", 200, ada()).await;
    let shown = harness.command("duty", subcommand("on", json!([]))).await;
    insta::assert_snapshot!(shown, @"
    → PUT /api/staff/me/duty (once)
    ← message, only for them
    You are on duty (said), begun <t:1796144400:R>. `/duty off` when you leave.
    ");
    harness
        .api
        .refuse("DELETE /api/staff/me/duty", 404, "staff_not_found");
    let shown = harness.command("duty", subcommand("off", json!([]))).await;
    insta::assert_snapshot!(shown, @"
    → PUT /api/staff/me/duty (once)
    → DELETE /api/staff/me/duty (once)
    ← message, only for them
    That is for people on the roster of the staff. `/staff list` shows who they are; an admin adds somebody with `/staff add`.
    ");
}

#[tokio::test]
async fn a_time_zone_is_found_by_its_city() {
    let harness = that_answers("POST /api/staff/202", 201, bert()).await;
    let typed = json!([member_option(), focused("time_zone", "berl")]);
    let shown = harness.suggestions("staff", subcommand("add", typed)).await;
    assert_eq!(
        shown,
        json!([{"name": "Europe/Berlin", "value": "Europe/Berlin"}])
    );

    // Sent as it was typed, where no suggestion was picked.
    let sent = json!([member_option(), option("time_zone", "berlin")]);
    let shown = harness.command("staff", subcommand("add", sent)).await;
    assert!(
        shown.contains(r#"{"time_zone":"Europe/Berlin"}"#),
        "{shown}"
    );

    let typed = json!([focused("zone", "tokyo")]);
    let shown = harness
        .suggestions("config", subcommand("time_zone", typed))
        .await;
    assert_eq!(
        shown,
        json!([{"name": "Asia/Tokyo", "value": "Asia/Tokyo"}])
    );
}

#[tokio::test]
async fn the_status_board_is_set_shown_and_switched_off() {
    let settings = json!({"retention_days": 400, "sync_minutes": 2, "board_channel_id": "300"});
    let harness = that_answers("PATCH /api/staff/settings", 200, settings.clone()).await;
    let channel = json!([{"name": "channel", "type": 7, "value": "300"}]);
    let shown = harness.command("staff", subcommand("board", channel)).await;
    assert!(
        shown.contains(r#"/api/staff/settings {"board_channel_id":"300"} (once)"#),
        "{shown}"
    );
    assert!(shown.contains("A message in <#300> shows"), "{shown}");
    harness.api.plant("GET /api/staff/settings", 200, settings);
    let shown = harness
        .command("staff", subcommand("board", json!([])))
        .await;
    assert!(shown.contains("The status board is in <#300>."), "{shown}");
    let both = json!([
        {"name": "channel", "type": 7, "value": "300"},
        {"name": "off", "type": 5, "value": true},
    ]);
    let shown = harness.command("staff", subcommand("board", both)).await;
    assert!(shown.contains("not both"), "{shown}");
}

use crate::test::{Harness, option, subcommand, switch};
use serde_json::{Value, json};

fn guild() -> Value {
    json!({
        "guild_id": "7", "name": "Test *Track*", "updated_at": null,
        "settings": {
            "league_id": 1234, "number_min": 0, "number_max": 999, "admin_role_id": "401", "verified_role_id": null,
            "announcement_channel_id": null, "review_channel_id": "300", "admin_channel_id": null,
            "attendance_channel_id": null,
        },
    })
}

fn channel_option(name: &str) -> Value {
    json!({"name": name, "type": 7, "value": "300"})
}

fn role_option(name: &str) -> Value {
    json!({"name": name, "type": 8, "value": "401"})
}

#[tokio::test]
async fn settings_are_shown() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/guild", 200, guild());
    insta::assert_snapshot!(harness.command("config", subcommand("show", json!([]))).await, @r"
    → GET /api/guild
    ← message, only for them
    # Settings of Test \*Track\*
    **League** 1234
    **Car numbers** 0 to 999, 1 for each member
    **Numbers of members who left** free again after 14 days
    **iRacing names and ids** shown of members who agreed
    **Admin role** <@&401>
    **Verified role** not set
    **Announcements** not set
    **Reviews** <#300>
    **Admin channel** not set
    **Attendance** not set
    **In place of direct messages** not set
    **Submissions** wait for a review
    **Time zone** UTC
    ");
}

#[tokio::test]
async fn how_submissions_are_handled_is_shown() {
    let harness = Harness::start().await;
    let mut guild = guild();
    guild["settings"]["fallback_channel_id"] = "301".into();
    guild["settings"]["auto_approve_submissions"] = true.into();
    harness.api.plant("GET /api/guild", 200, guild);
    let shown = harness
        .command("config", subcommand("show", json!([])))
        .await;
    assert!(
        shown.ends_with(
            "**In place of direct messages** <#301>\n**Submissions** count immediately\n**Time zone** UTC\n"
        ),
        "{shown}"
    );
}

#[tokio::test]
async fn setup_without_options_explains_itself() {
    let harness = Harness::start().await;
    harness.api.plant("GET /api/guild", 200, guild());
    insta::assert_snapshot!(harness.command("setup", json!([])).await, @r"
    → GET /api/guild
    ← message, only for them
    Set up Paddock by giving `/setup` its options, all together or one after another:
    `verified_role` is given to verified members,
    `admin_role` makes its holders Paddock admins,
    `review_channel` is where registrations and submissions wait for an admin,
    `announcement_channel` is where promotions, claimed car numbers, and seasons that open and close, are announced,
    `time_zone` is where days begin and end: type a city, such as Berlin,
    `league_id`, `min_number` and `max_number` are the iRacing league and the car numbers that can be claimed.
    Then `/checkup` shows what is still missing.
    # Settings of Test \*Track\*
    **League** 1234
    **Car numbers** 0 to 999, 1 for each member
    **Numbers of members who left** free again after 14 days
    **iRacing names and ids** shown of members who agreed
    **Admin role** <@&401>
    **Verified role** not set
    **Announcements** not set
    **Reviews** <#300>
    **Admin channel** not set
    **Attendance** not set
    **In place of direct messages** not set
    **Submissions** wait for a review
    **Time zone** UTC
    ");
}

#[tokio::test]
async fn setup_sets_what_is_given() {
    let harness = Harness::start().await;
    harness.api.plant("PATCH /api/guild", 200, guild());
    let options = json!([
        role_option("verified_role"),
        role_option("admin_role"),
        channel_option("review_channel"),
        channel_option("announcement_channel"),
        channel_option("admin_channel"),
        channel_option("attendance_channel"),
        option("time_zone", "Berlin"),
        option("league_id", 1234),
        option("min_number", 1),
        option("max_number", 99),
    ]);
    insta::assert_snapshot!(harness.command("setup", options).await, @r#"
    → PATCH /api/guild {"admin_channel_id":"300","admin_role_id":"401","announcement_channel_id":"300","attendance_channel_id":"300","league_id":1234,"number_max":99,"number_min":1,"review_channel_id":"300","time_zone":"Europe/Berlin","verified_role_id":"401"} (once)
    ← message, only for them
    Saved. Next: `/setup verified_role:` names the role that verified members get.
    # Settings of Test \*Track\*
    **League** 1234
    **Car numbers** 0 to 999, 1 for each member
    **Numbers of members who left** free again after 14 days
    **iRacing names and ids** shown of members who agreed
    **Admin role** <@&401>
    **Verified role** not set
    **Announcements** not set
    **Reviews** <#300>
    **Admin channel** not set
    **Attendance** not set
    **In place of direct messages** not set
    **Submissions** wait for a review
    **Time zone** UTC
    "#);
}

#[tokio::test]
async fn each_setting_is_one_field() {
    let clear = |setting: &str| subcommand("clear", json!([option("setting", setting)]));
    let channel = |purpose: &str| {
        subcommand(
            "channel",
            json!([option("purpose", purpose), channel_option("channel")]),
        )
    };
    let role = |meaning: &str| {
        subcommand(
            "role",
            json!([option("meaning", meaning), role_option("role")]),
        )
    };
    let mut bodies = String::new();
    for options in [
        subcommand("league", json!([option("id", 99)])),
        subcommand(
            "numbers",
            json!([option("lowest", 1), option("highest", 99)]),
        ),
        channel("announcements"),
        channel("reviews"),
        channel("admin"),
        channel("attendance"),
        role("admin"),
        role("verified"),
        clear("league"),
        clear("numbers"),
        clear("admin_role"),
        clear("verified_role"),
        clear("announcements"),
        clear("reviews"),
        clear("admin"),
        clear("attendance"),
        channel("fallback"),
        subcommand(
            "submissions",
            json!([{"name": "auto_approve", "type": 5, "value": true}]),
        ),
        clear("fallback"),
        clear("submissions"),
        subcommand("league", json!([switch("holds_consent", true)])),
        subcommand("numbers", json!([option("per_member", 2)])),
        subcommand("numbers", json!([option("release_days", 30)])),
        clear("per_member"),
        clear("release_days"),
        clear("holds_consent"),
        subcommand("time_zone", json!([option("zone", "new york")])),
        clear("time_zone"),
    ] {
        let harness = Harness::start().await;
        harness.api.plant("PATCH /api/guild", 200, guild());
        harness.command("config", options).await;
        let asked = harness.api.asked_for("PATCH /api/guild");
        assert!(asked[0].headers.contains_key("idempotency-key"));
        bodies.push_str(&asked[0].body.to_string());
        bodies.push('\n');
    }
    insta::assert_snapshot!(bodies, @r#"
    {"league_id":99}
    {"number_max":99,"number_min":1}
    {"announcement_channel_id":"300"}
    {"review_channel_id":"300"}
    {"admin_channel_id":"300"}
    {"attendance_channel_id":"300"}
    {"admin_role_id":"401"}
    {"verified_role_id":"401"}
    {"league_id":null}
    {"number_max":null,"number_min":null}
    {"admin_role_id":null}
    {"verified_role_id":null}
    {"announcement_channel_id":null}
    {"review_channel_id":null}
    {"admin_channel_id":null}
    {"attendance_channel_id":null}
    {"fallback_channel_id":"300"}
    {"auto_approve_submissions":true}
    {"fallback_channel_id":null}
    {"auto_approve_submissions":null}
    {"league_holds_consent":true}
    {"numbers_per_member":2}
    {"number_release_days":30}
    {"numbers_per_member":null}
    {"number_release_days":null}
    {"league_holds_consent":null}
    {"time_zone":"America/New_York"}
    {"time_zone":null}
    "#);
}

#[tokio::test]
async fn a_setting_that_is_not_given_is_asked_for() {
    for name in ["league", "numbers"] {
        let harness = Harness::start().await;
        let shown = harness.command("config", subcommand(name, json!([]))).await;
        assert_eq!(
            shown,
            "← message, only for them\nThere is nothing to change: fill in at least one of the other options.\n"
        );
    }
}
